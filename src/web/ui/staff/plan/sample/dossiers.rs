//! The table of finished dossiers and the margin of error, kept in the campaign's plan.

use super::super::super::report::fill;
use super::text;
use crate::platform::page as document;
use crate::state::app::App;
use crate::state::campaigns::{self, Kept};
use crate::state::sample as state;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::campaign::plan::USUAL_MARGIN;
use sipas_formats::dossier_table::{self, BadLine, Fault, Places};
use sipas_formats::plan_lines::{margin, per_cent};
use std::cell::Cell;

/// Lines of a bad table that are named.
const MOST_LINES: usize = 20;

/// The last step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    None,
    Kept,
    Undone,
}

thread_local! {
    /// The page is drawn anew when the campaign changes; what the last step came to is said there.
    static LAST: Cell<Step> = const { Cell::new(Step::None) };
}

/// The form: open where there is nothing yet.
pub fn form(staff: Staff, kept: StoredValue<Kept>) -> AnyView {
    let app = App::here();
    let (table, typed_margin, is_new) = kept.with_value(|kept| {
        let table = dossier_table::write(&kept.plan.dossiers, places(kept));
        let share = f64::from(kept.plan.margin.unwrap_or(USUAL_MARGIN)) / 1000.0;
        (table, per_cent(share), kept.plan.dossiers.is_empty())
    });
    let last = LAST.replace(Step::None);
    let just_kept = last == Step::Kept;
    let said = RwSignal::new(just_kept.then_some(true));
    let typed = RwSignal::new(table);
    let share = RwSignal::new(typed_margin);
    let bad: RwSignal<Vec<BadLine>> = RwSignal::new(Vec::new());
    match last {
        Step::None => {}
        Step::Kept => document::focus_after_paint("[data-sample=kept]", false),
        Step::Undone => document::focus_after_paint("#staff h1", false),
    }
    let keep = move || {
        said.set(None);
        let thousandths = margin(&share.get_untracked());
        let read =
            kept.with_value(|kept| dossier_table::read(&typed.get_untracked(), places(kept)));
        bad.set(read.as_ref().err().cloned().unwrap_or_default());
        if let (Ok(dossiers), Some(thousandths)) = (read, thousandths) {
            let done = state::keep(app, staff, dossiers, thousandths);
            LAST.set(if done { Step::Kept } else { Step::None });
            said.set(Some(done));
        }
    };
    let answer = move || {
        let [yes, no] = text().kept;
        said.get().map(|done| {
            let (class, line) = if done { ("done", yes) } else { ("warning", no) };
            view! {
                <p class=class data-sample="kept" tabindex="-1">
                    {line}
                </p>
            }
        })
    };
    let bad_margin = move || {
        let wrong = margin(&share.get()).is_none();
        wrong.then(|| view! { <p class="warning">{text().bad_margin}</p> })
    };
    view! {
        <details class="edit" prop:open=is_new>
            <summary>{move || text().edit}</summary>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    keep();
                }
            >
                <label for="sample-table">{move || text().table}</label>
                <p class="hint" id="sample-table-hint">
                    {move || text().table_hint}
                </p>
                <textarea
                    id="sample-table"
                    name="sample-table"
                    rows="8"
                    spellcheck="false"
                    aria-describedby="sample-table-hint"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                ></textarea>
                <label for="sample-margin">{move || text().margin}</label>
                <input
                    id="sample-margin"
                    type="text"
                    inputmode="decimal"
                    name="sample-margin"
                    aria-describedby="sample-margin-hint"
                    prop:value=move || share.get()
                    on:input=move |event| share.set(event_target_value(&event))
                />
                <p class="hint" id="sample-margin-hint">
                    {move || text().margin_hint}
                </p>
                <div role="status">{bad_margin} {move || told(&bad.get())}</div>
                <p class="actions row">
                    <button type="submit" class="primary" data-action="sample-keep">
                        {move || text().keep}
                    </button>
                </p>
            </form>
        </details>
        <div role="status">{answer}</div>
        {just_kept.then(|| undo(app))}
    }
    .into_any()
}

/// The way back, right after a change.
fn undo(app: App) -> AnyView {
    view! {
        <p class="actions row">
            <button
                type="button"
                class="secondary"
                data-action="sample-undo"
                on:click=move |_| {
                    if campaigns::undo(app) {
                        LAST.set(Step::Undone);
                    }
                }
            >
                {move || text().undo}
            </button>
        </p>
    }
    .into_any()
}

fn places(kept: &Kept) -> Places<'_> {
    Places {
        units: &kept.campaign.units,
        groups: &kept.plan.groups,
        fields: &kept.campaign.fields,
    }
}

/// The lines that cannot be taken.
fn told(bad: &[BadLine]) -> Option<AnyView> {
    if bad.is_empty() {
        return None;
    }
    let words = text();
    let line = |one: &BadLine| {
        let (at, first) = match one.fault {
            Fault::NumberOfCells => (0, 0),
            Fault::NoNumber => (1, 0),
            Fault::UnknownUnit => (2, 0),
            Fault::UnknownField => (3, 0),
            Fault::UnknownPlace => (4, 0),
            Fault::SeveralPlaces => (5, 0),
            Fault::Repeated(first) => (6, first),
        };
        let fault = words.faults.get(at).copied().unwrap_or_default();
        let fault = fill(fault, &[&first.to_string()]);
        let found: String = one.found.chars().take(60).collect();
        view! { <li>{fill(words.line, &[&one.line.to_string(), &fault, &found])}</li> }.into_any()
    };
    let lines = bad.iter().take(MOST_LINES).map(line).collect_view();
    let more = bad.len().saturating_sub(MOST_LINES);
    let more = (more > 0).then(|| view! { <li>{fill(words.more, &[&more.to_string()])}</li> });
    Some(
        view! {
            <div class="warning" data-sample="bad-lines">
                <p>{fill(words.bad_lines, &[&bad.len().to_string()])}</p>
                <ul>{lines} {more}</ul>
            </div>
        }
        .into_any(),
    )
}
