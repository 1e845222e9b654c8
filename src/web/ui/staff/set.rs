//! The analysis set: many files looked at together in place of the device's ballots.

use super::import::files;
use super::{grouped, spoken};
use crate::platform::page;
use crate::platform::picked::{Picked, picked};
use crate::platform::{clock, set::Reached};
use crate::state::import::FileNews;
use crate::state::results::fragment;
use crate::state::set::{self, Held, OpenSet};
use crate::state::staff::Staff;
use crate::text::set::{SetText, sentences};
use leptos::prelude::*;
use sipas_core::console::Filter;
use sipas_formats::csv::Place;

/// Files listed; of more only those with something to say.
const LISTED: usize = 20;

/// Where the work is.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Nothing to say.
    Idle,
    /// Reading, how far, and for how many milliseconds.
    Busy(Reached, f64),
    /// Stopped by the person.
    Cancelled,
    /// Open.
    Opened,
    /// The files have nothing that could be shown; what they are is told.
    Nothing,
    /// Closed.
    Closed,
    /// Not read.
    Failed(String),
}

/// The section's state; a handle that can be copied anywhere.
#[derive(Clone, Copy)]
struct Opening {
    staff: Staff,
    step: RwSignal<Step>,
    /// Bytes of all chosen files.
    total: RwSignal<f64>,
    /// Files without a usable ballot: what they are.
    useless: RwSignal<Option<Held>, LocalStorage>,
}

/// The sentences in the present language.
pub fn text() -> &'static SetText {
    sentences(spoken())
}

/// The section of the data page.
pub fn section(staff: Staff) -> AnyView {
    page::link_style("set.css");
    let opening = Opening {
        staff,
        step: RwSignal::new(Step::Idle),
        total: RwSignal::new(0.0),
        useless: RwSignal::new_local(None),
    };
    // Who leaves the page has stopped.
    on_cleanup(set::end);
    let busy = Memo::new(move |_| opening.step.with(|step| matches!(step, Step::Busy(..))));
    view! {
        <section class="card import set" data-section="set">
            <h2>{move || text().title}</h2>
            <p>{move || text().what}</p>
            <label class="file secondary">
                <span>{move || text().choose}</span>
                <input
                    type="file"
                    multiple
                    data-import="set"
                    prop:disabled=busy
                    on:change=move |event| opening.read(picked(&event))
                />
            </label>
            <p role="status" class=move || tone(&opening.step.get()) data-screen="set-said">
                {move || said(&opening.step.get())}
            </p>
            {move || busy.get().then(|| progress(opening))}
            {move || (!busy.get()).then(|| opening.useless.get().map(|set| listed(&set.told.files)))}
            {move || {
                let set = staff.set.get();
                set.filter(|_| !busy.get()).map(|set| summary(opening, &set))
            }}
        </section>
    }
    .into_any()
}

impl Opening {
    fn read(self, files: Vec<Picked>) {
        if files.is_empty() {
            return;
        }
        self.total
            .set(files.iter().map(|file| file.size() as f64).sum());
        self.useless.set(None);
        let since = clock::millis();
        self.step.set(Step::Busy(Reached::default(), 0.0));
        leptos::task::spawn_local(async move {
            let tell = move |reached| {
                let taken = clock::millis() - since;
                self.step.try_set(Step::Busy(reached, taken));
            };
            let step = match set::read(&files, tell).await {
                Ok(None) => Step::Cancelled,
                Ok(Some(set)) if set.told.ballots == 0 => {
                    self.useless.try_set(Some(set));
                    Step::Nothing
                }
                Ok(Some(set)) => {
                    self.staff.look_at_set(Some(set));
                    Step::Opened
                }
                Err(reason) => Step::Failed(reason),
            };
            self.step.try_set(step);
        });
    }
}

fn tone(step: &Step) -> &'static str {
    match step {
        Step::Failed(_) | Step::Nothing => "warning",
        Step::Opened => "done",
        Step::Idle | Step::Busy(..) | Step::Cancelled | Step::Closed => "said",
    }
}

/// What is said once, also aloud.
fn said(step: &Step) -> String {
    let text = text();
    match step {
        Step::Idle => String::new(),
        Step::Busy(reached, _) if reached.file.is_empty() => text.starting.to_owned(),
        Step::Busy(reached, _) => [text.reading, &reached.file].concat(),
        Step::Cancelled => text.cancelled.to_owned(),
        Step::Opened => text.opened.to_owned(),
        Step::Nothing => text.nothing.to_owned(),
        Step::Closed => text.closed.to_owned(),
        Step::Failed(reason) => [text.failed, reason, ". ", text.failed_next].concat(),
    }
}

/// How far it is: ballots, megabytes, time left.
fn progress(opening: Opening) -> AnyView {
    let share = move || {
        let total = opening.total.get().max(1.0);
        opening.step.with(|step| match step {
            Step::Busy(reached, _) => (reached.bytes / total).min(1.0),
            _ => 1.0,
        })
    };
    let line = move || match opening.step.get() {
        Step::Busy(reached, taken) if reached.bytes > 0.0 => {
            numbers(&reached, taken, opening.total.get())
        }
        _ => String::new(),
    };
    view! {
        <div class="progress" data-screen="set-busy">
            <progress max="1" value=move || share().to_string() aria-label=text().title></progress>
            <p class="hint numbers">{line}</p>
            <button
                type="button"
                class="secondary"
                data-action="cancel-set"
                on:click=move |_| set::end()
            >
                {text().cancel}
            </button>
        </div>
    }
    .into_any()
}

fn numbers(reached: &Reached, taken: f64, total: f64) -> String {
    let text = text();
    let language = spoken().code();
    let ballots = [
        &grouped(reached.ballots as u64, language),
        " ",
        super::text().ballots,
    ]
    .concat();
    let bytes = [
        megabytes(reached.bytes, language),
        megabytes(total, language),
    ];
    let bytes = [bytes.join(" / "), " MB".to_owned()].concat();
    if reached.bytes >= total {
        return [&ballots, " · ", text.sorting].concat();
    }
    let left = (taken * (total - reached.bytes) / reached.bytes / 1000.0).ceil();
    let left = [text.left, &grouped(left as u64, language), text.seconds].concat();
    [ballots, bytes, left].join(" · ")
}

/// `45,2`.
fn megabytes(bytes: f64, language: &str) -> String {
    let tenths = (bytes / 1e5).round() as u64;
    let mark = if language == "en" { "." } else { "," };
    [
        &grouped(tenths / 10, language),
        mark,
        &(tenths % 10).to_string(),
    ]
    .concat()
}

fn summary(opening: Opening, set: &OpenSet) -> AnyView {
    let text = text();
    let told = &set.told;
    let rejected: u64 = told.files.iter().map(FileNews::unusable).sum();
    let rows = [
        ("ballots", text.ballots, told.ballots),
        ("read", text.read, told.read),
        ("copies", text.copies, told.copies),
        ("conflicts", text.conflicts, told.conflicts),
        ("rejected", text.rejected, rejected),
        ("devices", text.devices, told.devices),
        ("units", text.units, told.units),
        ("files", text.files, told.files.len() as u64),
    ];
    let rows = rows.map(|(name, label, count)| {
        view! {
            <tr>
                <th scope="row">{label}</th>
                <td data-figure=["set/", name].concat() data-value=count.to_string()>
                    {grouped(count, spoken().code())}
                </td>
            </tr>
        }
    });
    let staff = opening.staff;
    let close = move |_| {
        staff.look_at_set(None);
        opening.step.set(Step::Closed);
        page::focus_after_paint("[data-import=set]", true);
    };
    view! {
        <div class="preview" data-screen="set-open">
            <table class="counts">
                <tbody>{rows.to_vec()}</tbody>
            </table>
            <p class="ways-out">
                <a class="primary" href=results(staff, set) data-action="set-results">
                    {text.results}
                </a>
                <button type="button" class="secondary" data-action="close-set" on:click=close>
                    {text.close}
                </button>
            </p>
            <p class="hint">{text.lasts}</p>
            {conflicts(set)}
            {listed(&told.files)}
        </div>
    }
    .into_any()
}

/// The address of the set's results, of the questionnaire most of its ballots answer.
fn results(staff: Staff, set: &OpenSet) -> String {
    let own = &staff.setup.questionnaire.id;
    let first = set.questionnaires().into_iter().next();
    let filter = Filter {
        questionnaire: first.filter(|id| id != own),
        ..Filter::default()
    };
    ["#", &fragment(&filter)].concat()
}

fn listed(all: &[FileNews]) -> AnyView {
    let is_telling = |file: &&FileNews| all.len() <= LISTED || file.unusable() > 0;
    let some: Vec<FileNews> = all
        .iter()
        .filter(is_telling)
        .take(5 * LISTED)
        .cloned()
        .collect();
    let open = all.iter().any(|file| file.unusable() > 0);
    (!some.is_empty())
        .then(|| files::list(&some, open))
        .into_any()
}

fn conflicts(set: &OpenSet) -> AnyView {
    let text = text();
    let told = &set.told;
    let place = |place: &Place| match place.line {
        0 => place.file.clone(),
        line => {
            let number = line.to_string();
            [&place.file, ":", &number].concat()
        }
    };
    let items = told.shown.iter().map(|one| {
        let dropped: Vec<String> = one.dropped.iter().map(place).collect();
        let line = [
            one.id.to_string(),
            text.counts.to_owned(),
            place(&one.kept),
            text.counts_not.to_owned(),
            dropped.join(", "),
        ];
        view! { <li>{line.concat()}</li> }
    });
    let items = items.collect_view();
    let rest = told.conflicts - told.shown.len() as u64;
    let rest = (rest > 0).then(|| {
        let line = [text.more, &grouped(rest, spoken().code())].concat();
        view! { <p>{line}</p> }
    });
    (told.conflicts > 0)
        .then(|| {
            view! {
                <details data-screen="set-conflicts">
                    <summary>{text.conflict_list}</summary>
                    <ul class="problems">{items}</ul>
                    {rest}
                </details>
            }
        })
        .into_any()
}

/// Above the results: that these are not the device's ballots, and the way back.
pub fn banner(staff: Staff) -> AnyView {
    let banner = move || {
        let text = text();
        let set = staff.set.get()?;
        let count = grouped(set.told.ballots, spoken().code());
        let line = [text.banner, &count, text.banner_after].concat();
        Some(view! {
            <div class="notice set-banner" data-screen="set-banner">
                <p>{line}</p>
                <p class="ways-out">
                    <a class="onward" href="#/staff/data" data-action="set-files">
                        {text.back}
                    </a>
                    <button
                        type="button"
                        class="secondary"
                        data-action="close-set"
                        on:click=move |_| {
                            staff.look_at_set(None);
                            page::focus_after_paint("#staff h1", true);
                        }
                    >
                        {text.close}
                    </button>
                </p>
            </div>
        })
    };
    view! { {banner} }.into_any()
}
