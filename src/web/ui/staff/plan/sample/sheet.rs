//! The drawn sample: the list as it is printed, with what it takes to draw it again, and its ways off the page.

use super::super::super::report::{fill, place_date};
use super::draw::Draw;
use super::{files, number, text};
use crate::platform::clock;
use crate::state::office::Line;
use crate::state::sample::Drawn;
use crate::text::report;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::selection::Day;
use sipas_formats::dossier_list::Dossier;
use sipas_formats::sample_list::SampleList;
use std::sync::Arc;

/// Rows that are shown and printed; the formula asks for 400 at the usual margin.
const MOST_ROWS: usize = 3_000;

/// The sample.
pub fn view(draw: Draw, drawn: Arc<Drawn>) -> AnyView {
    let words = text();
    let sample = &drawn.sample;
    let counts = [sample.drawn.len() as u64, sample.listed.into()].map(number);
    let said = fill(words.drawn, &[&counts[0], &counts[1]]);
    let [not_taken, taken] = words.volatile;
    let volatile = move || {
        if draw.is_taken() {
            view! { <p class="hint" data-sample="taken">{taken}</p> }.into_any()
        } else {
            view! { <p class="warning" data-sample="not-taken">{not_taken}</p> }.into_any()
        }
    };
    let too_long = sample.drawn.len() > MOST_ROWS;
    let paper = if too_long {
        let line = fill(words.too_long, &[&counts[0]]);
        view! { <p class="warning no-print">{line}</p> }.into_any()
    } else {
        paper(draw, &drawn)
    };
    view! {
        <div class="no-print">
            <p
                class="about"
                data-sample="drawn"
                data-figure="sample/drawn"
                data-value=sample.drawn.len().to_string()
                tabindex="-1"
            >
                {said}
            </p>
            <div role="status">{volatile}</div>
            {files::buttons(draw, Arc::clone(&drawn), !too_long)}
        </div>
        {paper}
    }
    .into_any()
}

/// What the list says of itself: term and answer.
pub fn terms(draw: Draw, drawn: &Drawn) -> Vec<(String, String)> {
    let words = text();
    let sample = &drawn.sample;
    let unit = draw.unit_name(drawn.unit.as_deref());
    let (count, seed) = (sample.drawn.len(), sample.seed.to_string());
    let [plain, spread] = words.methods;
    let (method, check) = if sample.spread {
        (spread, words.check_spread)
    } else {
        (plain, words.check)
    };
    let answers = [
        unit,
        number(sample.listed),
        number(count as u64),
        seed.clone(),
        method.to_owned(),
        fill(check, &[&seed, &count.to_string()]),
    ];
    let terms = words.terms.into_iter().map(str::to_owned);
    terms.zip(answers).collect()
}

fn paper(draw: Draw, drawn: &Drawn) -> AnyView {
    let words = text();
    let office = report::sentences(spoken());
    let sample = &drawn.sample;
    let line = |line: Line, blank: &str| {
        let kept = line.read().trim().to_owned();
        if kept.is_empty() {
            blank.to_owned()
        } else {
            kept
        }
    };
    let dated = place_date(
        &line(Line::Place, office.place_blank),
        Day::at(clock::now()),
    );
    let [kind, subject] = words.sheet;
    let name = draw
        .kept
        .with_value(|kept| draw.staff.setup.say(&kept.campaign.name, spoken().code()));
    let facts = terms(draw, drawn)
        .into_iter()
        .map(|(term, answer)| {
            view! {
                <div>
                    <dt>{term}</dt>
                    <dd>{answer}</dd>
                </div>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <article class="paper sample-sheet">
            <header class="title-block">
                <div>
                    <p class="parent">{line(Line::Parent, "")}</p>
                    <p class="agency">{line(Line::Agency, office.agency_blank)}</p>
                </div>
                <div>
                    <p class="nation">{office.nation}</p>
                    <p class="motto">{office.motto}</p>
                    <p class="place-date">{dated}</p>
                </div>
            </header>
            <h2>
                <span class="kind">{kind}</span>
                <span class="subject">{fill(subject, &[&name])}</span>
            </h2>
            <dl class="method">{facts}</dl>
            {rows(sample)}
            <footer class="signature">
                <div>
                    <p class="signer-title">{words.drawer}</p>
                    <p class="sign-here">{words.sign}</p>
                    <p class="signer"></p>
                </div>
                <div>
                    <p class="signer-title">{line(Line::Title, office.signer_blank)}</p>
                    <p class="sign-here">{words.sign}</p>
                    <p class="signer">{line(Line::Signer, "")}</p>
                </div>
            </footer>
        </article>
    }
    .into_any()
}

fn rows(sample: &SampleList) -> AnyView {
    let words = text();
    // A column nobody filled in is left out.
    let has = |of: fn(&Dossier) -> &String| sample.drawn.iter().any(|one| !of(one).is_empty());
    let (units, fields) = (has(|one| &one.unit), has(|one| &one.field));
    let shown = [true, true, true, units, fields, true];
    let heads = words
        .headings
        .into_iter()
        .zip(shown)
        .filter(|(_, shown)| *shown)
        .map(|(head, _)| view! { <th scope="col">{head}</th> })
        .collect_view();
    let rows = (1..)
        .zip(&sample.drawn)
        .map(|(place, one)| {
            let [place, line, dossier, unit, field] = SampleList::cells(place, one);
            let at = line.clone();
            view! {
                <tr data-line=at>
                    <td>{place}</td>
                    <td>{line}</td>
                    <th scope="row">{dossier}</th>
                    {units.then(|| view! { <td class="place">{unit}</td> })}
                    {fields.then(|| view! { <td class="place">{field}</td> })}
                    <td class="box">
                        <span aria-hidden="true">"☐"</span>
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.caption>
            <table data-table="sample-list">
                <caption>{words.caption}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
