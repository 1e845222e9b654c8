//! Two entries of one ballot side by side: each difference is decided by a key.

use super::entry::name_of;
use super::{grid, text};
use crate::state::app::App;
use crate::state::paper::desk::{Comparison, Desk, Phase};
use leptos::prelude::*;
use sipas_core::campaign::Place;
use sipas_core::paper::agreement::{Choice, Difference};
use sipas_core::selection::Day;
use sipas_formats::day::shown_day;

/// The comparison, while there is one.
pub fn view(desk: Desk) -> AnyView {
    let shown = move || match desk.phase.get() {
        Phase::Compare(comparison) => table(desk, &comparison),
        _ => ().into_any(),
    };
    view! { <div data-keys="compare">{shown}</div> }.into_any()
}

fn table(desk: Desk, comparison: &Comparison) -> AnyView {
    let entry = &text().entry;
    let [first, second] = &comparison.pair;
    let open = comparison
        .chosen
        .iter()
        .filter(|one| **one == Choice::Open)
        .count();
    let rows: Vec<AnyView> = comparison
        .differences
        .iter()
        .zip(&comparison.chosen)
        .enumerate()
        .map(|(at, (difference, choice))| row(desk, comparison, at, difference, *choice))
        .collect();
    let alike = desk.with_sheet(|sheet| {
        let mut agreement = sipas_core::paper::agreement::Agreement::default();
        agreement.add(sheet, &first.filled, &second.filled);
        (agreement.alike, agreement.cells)
    });
    let ready = comparison.clone();
    view! {
        <div
            class="paper-compare"
            data-paper="compare"
            tabindex="-1"
            role="group"
            aria-labelledby="paper-compare"
        >
            <h2 id="paper-compare">{entry.compare} " " {name_of(&first.paper)}</h2>
            <p>{format!("{}/{} ", alike.0, alike.1)} {entry.alike} "."</p>
            <p class="hint">{entry.compare_hint}</p>
            <div class="scroll">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{entry.column_question}</th>
                            <th scope="col">"1 · " {first.by.clone()}</th>
                            <th scope="col">"2 · " {second.by.clone()}</th>
                            <th scope="col">{entry.column_counts}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p role="status" data-open=open.to_string()>
                {if open > 0 {
                    [&open.to_string(), " ", entry.left, "."].concat()
                } else {
                    entry.none_left.to_owned()
                }}
            </p>
            <div class="actions row">
                <button
                    type="button"
                    class="primary"
                    data-action="paper-decide"
                    prop:disabled=open != 0
                    on:click=move |_| desk.decide(&ready)
                >
                    {entry.decide}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-action="paper-later"
                    on:click=move |_| desk.cancel()
                >
                    {entry.later}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn row(
    desk: Desk,
    comparison: &Comparison,
    at: usize,
    difference: &Difference,
    choice: Choice,
) -> AnyView {
    let told = tell(desk, difference, choice);
    let is_current = comparison.at == at;
    let counts = if is_current && comparison.typing {
        text().entry.type_right.to_owned()
    } else {
        match choice {
            Choice::Open => String::new(),
            Choice::First => told.first.clone(),
            Choice::Second => told.second.clone(),
            Choice::Mark(_) => told.own,
        }
    };
    let button = |side: Choice, label: String, pressed: bool, name: &'static str| {
        view! {
            <button
                type="button"
                class="paper-side"
                data-side=name
                tabindex="-1"
                aria-pressed=pressed.to_string()
                on:click=move |_| desk.choose(at, side)
            >
                {label}
            </button>
        }
        .into_any()
    };
    view! {
        <tr data-difference=told.id aria-current=is_current.then_some("true")>
            <th scope="row">{told.name}</th>
            <td>{button(Choice::First, told.first, choice == Choice::First, "1")}</td>
            <td>{button(Choice::Second, told.second, choice == Choice::Second, "2")}</td>
            <td>{counts}</td>
        </tr>
    }
    .into_any()
}

/// A difference in words.
struct Told {
    id: String,
    name: String,
    first: String,
    second: String,
    own: String,
}

fn tell(desk: Desk, difference: &Difference, choice: Choice) -> Told {
    let campaign = &desk.staff.setup.campaign;
    let told = |id: &str, name: String, first: String, second: String| Told {
        id: id.to_owned(),
        name,
        first: or_none(first),
        second: or_none(second),
        own: String::new(),
    };
    match difference {
        Difference::Cell(at, first, second) => {
            let Some(cell) = desk.with_sheet(|sheet| sheet.cells.get(*at).cloned()) else {
                return told("", String::new(), String::new(), String::new());
            };
            let name = [&cell.number, ". ", &grid::question(desk, &cell)].concat();
            let words = |mark| grid::words(desk, &cell, mark);
            let mut told = told(&cell.id, name, words(*first), words(*second));
            if let Choice::Mark(mark) = choice {
                told.own = words(mark);
            }
            told
        }
        Difference::Unit(first, second) => {
            let name = |code: &str| label(desk, &campaign.units, code);
            told(
                "unit",
                text().ballot_unit.to_owned(),
                name(first),
                name(second),
            )
        }
        Difference::Field(first, second) => {
            let name = |code: &str| label(desk, &campaign.fields, code);
            told(
                "field",
                text().ballot_field.to_owned(),
                name(first),
                name(second),
            )
        }
        Difference::Day(first, second) => told(
            "day",
            text().entry.day.to_owned(),
            written(*first),
            written(*second),
        ),
        Difference::Comment(first, second) => told(
            "comment",
            text().entry.comment.to_owned(),
            first.clone(),
            second.clone(),
        ),
    }
}

fn or_none(words: String) -> String {
    if words.is_empty() {
        text().entry.none.to_owned()
    } else {
        words
    }
}

fn label(desk: Desk, places: &[Place], code: &str) -> String {
    let found = places.iter().find(|place| place.code == code);
    found.map_or_else(
        || code.to_owned(),
        |place| {
            desk.staff
                .setup
                .say(&place.label, App::here().language().code())
        },
    )
}

fn written(day: Option<Day>) -> String {
    day.map(shown_day).unwrap_or_default()
}
