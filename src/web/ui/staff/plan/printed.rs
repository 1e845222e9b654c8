//! The plan as it is printed: administrative form, then the annex of eight columns on its side.

use super::super::report::place_date;
use super::editor::{Editor, day_text};
use super::item;
use super::list::text;
use crate::platform::clock;
use crate::state::staff::Staff;
use crate::text::report;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::plan::{ActionPlan, HeadPart, Item, ItemPart, Place};
use sipas_core::selection::Day;

/// The sheet.
pub fn sheet(editor: Editor) -> AnyView {
    view! {
        <article class="paper plan-sheet">
            {move || {
                editor
                    .plan
                    .with(|plan| plan.as_ref().map_or_else(|| ().into_any(), |plan| written(editor.staff, plan)))
            }}
        </article>
    }
    .into_any()
}

fn head(plan: &ActionPlan, part: HeadPart) -> String {
    plan.text(Place::Head(part)).trim().to_owned()
}

fn written(staff: Staff, plan: &ActionPlan) -> AnyView {
    let words = report::sentences(spoken());
    let day = Day::parse(&head(plan, HeadPart::Day));
    let place = head(plan, HeadPart::Place);
    let place = if place.is_empty() {
        words.place_blank.to_owned()
    } else {
        place
    };
    let dated = place_date(&place, day.unwrap_or_else(|| Day::at(clock::now())));
    let items: Vec<AnyView> = plan
        .items()
        .iter()
        .enumerate()
        .map(|(at, (_, item))| section(staff, at, item))
        .collect();
    let recipients: Vec<AnyView> = head(plan, HeadPart::Recipients)
        .lines()
        .map(|line| view! { <li>{line.to_owned()}</li> }.into_any())
        .collect();
    let part = |part: HeadPart| view! { <p>{head(plan, part)}</p> }.into_any();
    let labels = text().head_parts;
    let label = |part: HeadPart| {
        let at = HeadPart::ALL.iter().position(|one| *one == part);
        at.and_then(|at| labels.get(at).copied())
            .unwrap_or_default()
    };
    let next = [HeadPart::NextFrom, HeadPart::NextUntil].map(|part| day_text(&head(plan, part)));
    view! {
        <header class="title-block">
            <div>
                <p class="parent">{head(plan, HeadPart::Superior)}</p>
                <p class="agency">{head(plan, HeadPart::Office)}</p>
                <p class="number">{words.number} " " {head(plan, HeadPart::Number)}</p>
            </div>
            <div>
                <p class="nation">{words.nation}</p>
                <p class="motto">{words.motto}</p>
                <p class="place-date">{dated}</p>
            </div>
        </header>
        <h2>
            <span class="kind">{text().kind}</span>
            <span class="subject">{head(plan, HeadPart::Title)}</span>
        </h2>
        {part(HeadPart::Basis)}
        <h3>"I. " {label(HeadPart::Purpose)}</h3>
        {part(HeadPart::Purpose)}
        <h3>"II. " {text().item_parts.first().copied()}</h3>
        {items}
        <h3>"III. " {label(HeadPart::Carrying)}</h3>
        {part(HeadPart::Carrying)}
        <p>{text().head_parts.get(12).copied()} " " {next.join(" – ")}</p>
        <footer class="sheet-foot">
            <div>
                <p>
                    <strong>{label(HeadPart::Recipients)}</strong>
                </p>
                <ul>{recipients}</ul>
            </div>
            <div>
                <p>
                    <strong>{head(plan, HeadPart::SignedAs)}</strong>
                </p>
                <p class="signer">{head(plan, HeadPart::Signer)}</p>
            </div>
        </footer>
        {annex(plan)}
    }
    .into_any()
}

fn text_of(item: &Item, part: ItemPart) -> String {
    let stored = item.text(part).trim();
    if part == ItemPart::Due {
        day_text(stored)
    } else {
        stored.to_owned()
    }
}

fn section(staff: Staff, at: usize, item: &Item) -> AnyView {
    let lines = [
        ItemPart::Aim,
        ItemPart::Task,
        ItemPart::Actions,
        ItemPart::Product,
        ItemPart::Lead,
        ItemPart::With,
        ItemPart::Due,
        ItemPart::Cost,
    ]
    .into_iter()
    .filter_map(|part| {
        let written = text_of(item, part);
        let shown = !written.is_empty();
        shown.then(|| {
            view! {
                <p class="lines">
                    <strong>{item::label(part)} ": "</strong>
                    {written}
                </p>
            }
            .into_any()
        })
    })
    .collect_view();
    let evidence = item::lines(staff, &[staff.questionnaire.get()], &item.evidence)
        .into_iter()
        .map(|line| view! { <p>{line}</p> })
        .collect_view();
    let evidence = item.evidence.figure.map(|_| evidence);
    view! {
        <section>
            <h4>{(at + 1).to_string()} ". " {item::name(item)}</h4>
            {evidence}
            {lines}
        </section>
    }
    .into_any()
}

fn annex(plan: &ActionPlan) -> AnyView {
    let heads = ItemPart::ANNEX
        .into_iter()
        .zip(text().headings)
        .map(|(_, heading)| view! { <th scope="col">{heading}</th> })
        .collect_view();
    let rows: Vec<AnyView> = plan
        .items()
        .iter()
        .enumerate()
        .map(|(at, (_, item))| {
            let cells = ItemPart::ANNEX
                .into_iter()
                .map(|part| view! { <td class="lines">{text_of(item, part)}</td> })
                .collect_view();
            view! {
                <tr>
                    <td>{(at + 1).to_string()}</td>
                    {cells}
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="annex">
            <h2>{text().annex}</h2>
            <p>{head(plan, HeadPart::Title)}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=text().annex>
                <table>
                <thead>
                    <tr>
                        <th scope="col">"TT"</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}
