//! The evaluation as it is printed: administrative form, one table of both columns, totals, classes and sources.

use super::super::super::report::{
    Office, capital, fill, place_date, signature, text as report_text,
};
use super::desk::Desk;
use super::{ends, text};
use crate::platform::clock;
use crate::state::office::Line;
use leptos::prelude::*;
use sipas_core::selection::Day;
use sipas_formats::evaluation_table::{Cell, EvaluationTable};

/// The sheet.
pub fn view(desk: Desk) -> Option<AnyView> {
    let table = desk.table()?;
    let words = text();
    let office: Office = expect_context();
    let report = report_text();
    let dated = place_date(
        &office.or(Line::Place, report.place_blank),
        Day::at(clock::now()),
    );
    let [(_, quarter), (_, unit)] = &table.about;
    let about = fill(words.about, &[quarter, unit]);
    let notes = if table.notes.is_empty() {
        vec![words.complete.to_owned()]
    } else {
        table.notes.clone()
    };
    let notes = notes
        .into_iter()
        .map(|note| view! { <p>{note}</p> }.into_any())
        .collect_view();
    Some(
        view! {
            <article class="paper evaluation-sheet">
                <header class="title-block">
                    <div>
                        <p class="parent">{office.get(Line::Parent)}</p>
                        <p class="agency">{office.or(Line::Agency, report.agency_blank)}</p>
                    </div>
                    <div>
                        <p class="nation">{report.nation}</p>
                        <p class="motto">{report.motto}</p>
                        <p class="place-date">{dated}</p>
                    </div>
                </header>
                <h2>
                    <span class="kind">{words.kind}</span>
                    <span class="subject">{words.subject}</span>
                </h2>
                <p class="about">{about}</p>
                {grid(&table)}
                <section class="closing">
                    {notes}
                    <p class="small">{ends::classes(desk)}</p>
                    {signature()}
                </section>
            </article>
        }
        .into_any(),
    )
}

fn grid(table: &EvaluationTable) -> AnyView {
    let words = text();
    let [order, indicator, points, level, difference] = words.sheet_heads;
    let [own, verified] = words.words.columns;
    let rows: Vec<AnyView> = table.rows.iter().map(|row| line(row)).collect();
    let ends: Vec<AnyView> = table.ends.iter().map(|row| end(row)).collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.kind>
            <table>
                <colgroup>
                    <col class="order" />
                    <col class="name" />
                    <col class="points" />
                    <col />
                    <col class="points" />
                    <col />
                    <col class="points" />
                </colgroup>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{order}</th>
                        <th scope="col" rowspan="2">{indicator}</th>
                        <th scope="colgroup" colspan="2">{own}</th>
                        <th scope="colgroup" colspan="2">{verified}</th>
                        <th scope="col" rowspan="2">{difference}</th>
                    </tr>
                    <tr>
                        <th scope="col">{points}</th>
                        <th scope="col">{level}</th>
                        <th scope="col">{points}</th>
                        <th scope="col">{level}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tbody class="whole">{ends}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn at(row: &[Cell], at: usize) -> String {
    row.get(at)
        .map(|cell| cell.text.clone())
        .unwrap_or_default()
}

/// Level and source of a column that begins at a cell.
fn level(row: &[Cell], from: usize) -> AnyView {
    let source = at(row, from + 1);
    // Ballots are named beside their number already.
    let is_said = source.is_empty() || source == text().words.ballots;
    let source = (!is_said).then(|| view! { <span class="source">{source}</span> });
    view! {
        <td class="level">
            {capital(&at(row, from))}
            {source}
        </td>
    }
    .into_any()
}

fn line(row: &[Cell]) -> AnyView {
    view! {
        <tr>
            <td>{at(row, 0)}</td>
            <th scope="row">{at(row, 1)}</th>
            <td>{at(row, 4)}</td>
            {level(row, 5)}
            <td>{at(row, 7)}</td>
            {level(row, 8)}
            <td>{at(row, 10)}</td>
        </tr>
    }
    .into_any()
}

fn end(row: &[Cell]) -> AnyView {
    view! {
        <tr>
            <td></td>
            <th scope="row">{at(row, 1)}</th>
            <td colspan="2">{at(row, 4)}</td>
            <td colspan="2">{at(row, 7)}</td>
            <td>{at(row, 10)}</td>
        </tr>
    }
    .into_any()
}
