//! The report's page: what it is about, whose it is, and the sheet as it will be printed.

mod appendix;
mod drawing;
mod ending;
mod paper;
mod tables;
mod writing;

use super::asking;
use crate::platform::clock::{self, Timer};
use crate::platform::page as document;
use crate::state::app::App;
use crate::state::office::{self, LEAST_RANGE, Line};
use crate::state::pages::StaffPage;
use crate::state::reporting::{self, Asked, Paper, STEPS};
use crate::state::staff::{Reading, Staff};
use crate::text::report::{ReportText, sentences};
pub use ending::signature;
use leptos::prelude::*;
pub use paper::sheet;
use sipas_core::selection::Day;
use std::sync::Arc;
pub use writing::{Office, capital, fill, period, place_date, unit_name};

/// How long the page may paint before the report is made, in milliseconds.
const PAINT_MS: i32 = 30;

/// The report's sentences in the present language.
pub fn text() -> &'static ReportText {
    sentences(App::here().language())
}

/// What the page shows in the sheet's place.
#[derive(Clone)]
enum Sheet {
    Working,
    NoBallots,
    BadPeriod,
    Nothing(String),
    Ready(Arc<Paper>),
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("report.css");
    let staff: Staff = expect_context();
    let asked = asking::follow(staff, StaffPage::Report);
    let office = Office::read();
    provide_context(office);
    let least = RwSignal::new(office::least());
    let sheet = made(staff, asked, least);
    view! {
        <div class="report-controls">
            <h1 tabindex="-1">{move || text().page_title}</h1>
            <p>{move || text().page_what}</p>
            {choices(staff, asked, least, office)}
            {office_form(office)}
            <div class="actions row">
                <button
                    type="button"
                    class="primary"
                    data-action="print"
                    disabled=move || !matches!(sheet.get(), Sheet::Ready(_))
                    on:click=|_| document::print()
                >
                    {move || text().print}
                </button>
                <a class="secondary" href="#/staff/results">{move || text().back}</a>
            </div>
            <p class="hint">{move || text().print_hint}</p>
        </div>
        <div data-screen="report" aria-live="polite">
            {move || match sheet.get() {
                Sheet::Working => view! { <p>{text().working}</p> }.into_any(),
                Sheet::NoBallots => super::results::nothing_yet(),
                Sheet::BadPeriod => view! { <p class="warning">{text().bad_period}</p> }.into_any(),
                Sheet::Nothing(period) => {
                    view! { <p class="warning">{fill(text().no_ballots, &[&period])}</p> }
                        .into_any()
                }
                Sheet::Ready(found) => paper::sheet(staff, &found),
            }}
        </div>
        {display(office)}
    }
    .into_any()
}

/// Makes the report anew when something it depends on has changed, after the page has painted.
fn made(staff: Staff, asked: Memo<Asked>, least: RwSignal<u64>) -> RwSignal<Sheet> {
    let sheet = RwSignal::new(Sheet::Working);
    let pending: StoredValue<Option<Timer>> = StoredValue::new(None);
    Effect::new(move |_| {
        let asked = asked.get();
        let least = least.get();
        let questionnaire = staff.questionnaire.get();
        let language = App::here().language();
        let latest = staff.reading.with(|reading| match reading {
            Reading::Read(stored) => Some(
                reporting::periods(&stored.ballots, &questionnaire.id, STEPS[1])
                    .first()
                    .copied(),
            ),
            Reading::Not | Reading::Blocked => None,
        });
        if let Some(before) = pending.get_value() {
            before.cancel();
        }
        match latest {
            None => sheet.set(Sheet::Working),
            Some(_) if asked.bad_period => sheet.set(Sheet::BadPeriod),
            Some(latest) => {
                let Some(period) = asked.period.or(latest) else {
                    sheet.set(Sheet::NoBallots);
                    return;
                };
                sheet.set(Sheet::Working);
                let timer = clock::after(PAINT_MS, move || {
                    let made = reporting::paper(staff, &asked, period, least);
                    sheet.try_set(match made {
                        None => Sheet::Working,
                        Some(paper) if paper.ballots + paper.others == 0 => {
                            Sheet::Nothing(writing::period(sentences(language), period))
                        }
                        Some(paper) => Sheet::Ready(Arc::new(paper)),
                    });
                });
                pending.set_value(Some(timer));
            }
        }
    });
    on_cleanup(move || {
        if let Some(Some(timer)) = pending.try_get_value() {
            timer.cancel();
        }
    });
    sheet
}

/// Questionnaire, period, unit, smallest number of respondents.
fn choices(staff: Staff, asked: Memo<Asked>, least: RwSignal<u64>, office: Office) -> AnyView {
    view! {
        <form class="filter" on:submit=|event| event.prevent_default()>
            {asking::selects(staff, asked, StaffPage::Report)}
            <label>
                <span>{move || text().least}</span>
                <input
                    type="number"
                    data-filter="least"
                    min=LEAST_RANGE.start().to_string()
                    max=LEAST_RANGE.end().to_string()
                    prop:value=move || least.get().to_string()
                    on:change=move |event| {
                        let wanted = event_target_value(&event).parse().unwrap_or(0);
                        if LEAST_RANGE.contains(&wanted) {
                            // Where it cannot be kept it holds as long as the page.
                            office.refused.set(!office::keep_least(wanted));
                            least.set(wanted);
                        } else {
                            least.notify();
                        }
                    }
                />
            </label>
        </form>
    }
    .into_any()
}

/// The office's own texts.
fn office_form(office: Office) -> AnyView {
    let lines = Line::ALL
        .into_iter()
        .filter(|line| *line != Line::Heard)
        .map(|line| field(office, line))
        .collect_view();
    view! {
        <details class="card office">
            <summary>{move || text().office_title}</summary>
            <p class="hint">{move || text().office_hint}</p>
            <div class="form">{lines}</div>
            {not_kept(office)}
        </details>
    }
    .into_any()
}

fn not_kept(office: Office) -> AnyView {
    let line = move || office.refused.get().then(|| text().office_not_kept);
    view! { <p class="alarm" role="status">{line}</p> }.into_any()
}

fn field(office: Office, line: Line) -> AnyView {
    let title = move || {
        let at = Line::ALL.iter().position(|one| *one == line);
        let names = text().office_lines;
        at.and_then(|at| names.get(at).copied()).unwrap_or_default()
    };
    let value = move || office.get(line);
    let keep = move |event| office.set(line, event_target_value(&event));
    let input = if line.is_list() {
        view! { <textarea name=line.name() rows="4" prop:value=value on:change=keep></textarea> }
            .into_any()
    } else {
        view! { <input type="text" name=line.name() prop:value=value on:change=keep /> }.into_any()
    };
    view! {
        <label>
            <span>{title}</span>
            {input}
        </label>
    }
    .into_any()
}

/// The way to the public display, and what it tells of the office's doing.
fn display(office: Office) -> AnyView {
    view! {
        <section class="report-controls" data-section="display">
            <h2>{move || text().display_title}</h2>
            <p>{move || text().display_what}</p>
            <div class="form">{field(office, Line::Heard)}</div>
            <p>
                <a class="secondary" href="#/display" data-action="display">
                    {move || text().display_open}
                </a>
            </p>
        </section>
    }
    .into_any()
}

/// Today by the device's clock.
fn today() -> Day {
    Day::at(clock::now())
}
