//! The report's page: what it is about, whose it is, and the sheet as it will be printed.

mod appendix;
mod drawing;
mod ending;
mod paper;
mod tables;
mod writing;

use super::text as staff_text;
use crate::platform::clock::{self, Timer};
use crate::platform::{address, page as document};
use crate::state::app::App;
use crate::state::office::{self, LEAST_RANGE, Line};
use crate::state::pages::StaffPage;
use crate::state::reporting::{self, Asked, Paper, STEPS};
use crate::state::route::Route;
use crate::state::staff::{Reading, Staff, distinct};
use crate::text::report::{ReportText, sentences};
use leptos::prelude::*;
use sipas_core::period::Period;
use sipas_core::selection::Day;
use std::sync::Arc;
pub use writing::{Office, fill, unit_name};

/// Value of the option that stands for all units; no code contains a star.
const ALL: &str = "*";

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
    let app = App::here();
    let asked = Memo::new(move |before: Option<&Asked>| {
        app.read(|state| match &state.route {
            Route::Staff(fragment) if StaffPage::of(fragment) == Some(StaffPage::Report) => {
                Asked::parse(fragment)
            }
            _ => before.cloned().unwrap_or_default(),
        })
    });
    Effect::new(move |_| {
        let wanted = asked.with(|asked| asked.questionnaire.clone());
        let now = staff.questionnaire.with_untracked(|one| one.id.clone());
        if let Some(wanted) = wanted.filter(|wanted| *wanted != now) {
            staff.look_at(wanted);
        }
    });
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
    let change = move |change: &dyn Fn(&mut Asked)| {
        let mut next = asked.get_untracked();
        change(&mut next);
        address::go(&next.fragment(StaffPage::Report.fragment()));
    };
    let questionnaires = move || {
        let current = staff.questionnaire.with(|one| one.id.clone());
        let language = App::here().language().code();
        let ids = staff.questionnaires();
        let options = ids.into_iter().map(|id| {
            let chosen = id == current;
            let title = staff.title(&id, language);
            view! { <option value=id prop:selected=chosen>{title}</option> }.into_any()
        });
        options.collect_view()
    };
    let units = move || {
        let current = asked.with(|asked| asked.unit.clone());
        let mut units = units_of(staff);
        units.extend(current.clone().filter(|unit| !units.contains(unit)));
        let options = units.into_iter().map(|unit| {
            let chosen = current.as_ref() == Some(&unit);
            let name = unit_name(staff, &unit);
            view! { <option value=unit prop:selected=chosen>{name}</option> }.into_any()
        });
        let all = current.is_none();
        view! {
            <option value=ALL prop:selected=all>{staff_text().filter_all}</option>
            {options.collect_view()}
        }
    };
    view! {
        <form class="filter" on:submit=|event| event.prevent_default()>
            <label>
                <span>{move || staff_text().filter_questionnaire}</span>
                <select
                    data-filter="questionnaire"
                    on:change=move |event| {
                        let id = event_target_value(&event);
                        change(
                            &|asked| {
                                asked.questionnaire = Some(id.clone());
                            },
                        );
                    }
                >
                    {questionnaires}
                </select>
            </label>
            <label>
                <span>{move || text().period}</span>
                <select
                    data-filter="period"
                    on:change=move |event| {
                        let period = Period::from_key(&event_target_value(&event));
                        change(
                            &|asked| {
                                asked.period = period;
                            },
                        );
                    }
                >
                    {move || periods(staff, asked.get().period)}
                </select>
            </label>
            <label>
                <span>{move || staff_text().filter_unit}</span>
                <select
                    data-filter="unit"
                    on:change=move |event| {
                        let unit = event_target_value(&event);
                        change(
                            &|asked| {
                                asked.unit = Some(unit.clone()).filter(|unit| unit != ALL);
                            },
                        );
                    }
                >
                    {units}
                </select>
            </label>
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

/// The units that have ballots, and all above them.
fn units_of(staff: Staff) -> Vec<String> {
    let units = staff.with_ballots(|ballots| distinct(ballots, |one| &one.context.unit));
    let ends = |unit: &String| {
        let inner = unit.match_indices('/').map(|(end, _)| end);
        inner.chain([unit.len()]).collect::<Vec<_>>()
    };
    let mut all: Vec<String> = units
        .iter()
        .flat_map(|unit| ends(unit).into_iter().filter_map(|end| unit.get(..end)))
        .map(str::to_owned)
        .collect();
    all.sort();
    all.dedup();
    all
}

/// The periods that have ballots, and the chosen one.
fn periods(staff: Staff, chosen: Option<Period>) -> AnyView {
    let text = text();
    let id = staff.questionnaire.with(|one| one.id.clone());
    let default = staff.with_ballots(|ballots| {
        let quarters = reporting::periods(ballots, &id, STEPS[1]);
        quarters.first().copied()
    });
    let chosen = chosen.or(default);
    let groups = STEPS.into_iter().zip(text.steps).map(|(step, title)| {
        let mut found = staff.with_ballots(|ballots| reporting::periods(ballots, &id, step));
        let missing = chosen.filter(|one| one.step() == step && !found.contains(one));
        found.extend(missing);
        let options = found.into_iter().map(|period| {
            let selected = chosen == Some(period);
            let name = writing::capital(&writing::period(text, period));
            view! { <option value=period.key() prop:selected=selected>{name}</option> }.into_any()
        });
        view! { <optgroup label=title>{options.collect_view()}</optgroup> }.into_any()
    });
    groups.collect_view().into_any()
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
