//! Bringing ballots in: files are looked through, shown, then stored all together or not at all.

pub mod files;
mod preview;

use super::health::date;
use super::{grouped, spoken};
use crate::platform::page;
use crate::platform::picked::{Picked, picked};
use crate::state::import::{self, Found, Pace};
use crate::state::importing::{self, Choice, Last, Outcome};
use crate::state::staff::Staff;
use crate::text::import::{ImportText, sentences};
use leptos::prelude::*;
use std::rc::Rc;

/// The sentences in the present language.
pub fn text() -> &'static ImportText {
    sentences(spoken())
}

/// Where the work is.
#[derive(Clone)]
enum Step {
    /// Nothing under way.
    Idle,
    /// Reading or storing: the share done and the file at hand.
    Busy(f64, String),
    /// Looked through.
    Found(Rc<Found>),
    /// So many ballots were stored.
    Stored(usize),
    /// So many were taken back.
    Undone(usize),
    /// Stopped by the person.
    Cancelled,
    /// No room for them; room for so many.
    Full(usize),
    /// The device's ballots cannot be read.
    Unreadable(String),
    /// Not done.
    Failed(String),
}

/// The section's state; a handle that can be copied anywhere.
#[derive(Clone, Copy)]
pub struct Importing {
    /// Staff's ballots.
    pub staff: Staff,
    /// What the person chose.
    pub choice: RwSignal<Choice>,
    /// Whether the problems have been looked at.
    pub seen: RwSignal<bool>,
    step: RwSignal<Step, LocalStorage>,
    files: RwSignal<Vec<Picked>, LocalStorage>,
    pace: RwSignal<Option<Pace>, LocalStorage>,
    last: RwSignal<Option<Last>>,
}

/// The import of a file that came another way; `on_stored` is called once its ballots are stored.
pub fn given(staff: Staff, file: Picked, on_stored: impl Fn() + 'static) -> AnyView {
    let importing = Importing::start(staff);
    importing.files.set(vec![file]);
    importing.look();
    Effect::new(move |_| {
        if importing.step.with(|step| matches!(step, Step::Stored(_))) {
            on_stored();
        }
    });
    view! {
        <div class="import">
            <h2>{move || text().title}</h2>
            {move || step(importing)}
            {move || last(importing)}
        </div>
    }
    .into_any()
}

/// The section of the data page.
pub fn section(staff: Staff) -> AnyView {
    let importing = Importing::start(staff);
    leptos::task::spawn_local(async move {
        let last = importing::last().await;
        importing.last.try_set(last);
    });
    let busy = move || importing.step.with(|step| matches!(step, Step::Busy(..)));
    view! {
        <section class="card import" data-section="import">
            <h2>{move || text().title}</h2>
            <p>{move || text().what}</p>
            {move || {
                staff.reading.track();
                importing::was_mended().then(|| view! { <p class="warning">{text().mended}</p> })
            }}
            <label class="file secondary">
                <span>{move || text().choose}</span>
                <input
                    type="file"
                    multiple
                    data-import="ballots"
                    prop:disabled=busy
                    on:change=move |event| {
                        let files = picked(&event);
                        if !files.is_empty() {
                            importing.files.set(files);
                            importing.choice.set(Choice::default());
                            importing.look();
                        }
                    }
                />
            </label>
            {move || step(importing)}
            {move || last(importing)}
        </section>
    }
    .into_any()
}

impl Importing {
    fn start(staff: Staff) -> Self {
        page::link_style("import.css");
        Self {
            staff,
            choice: RwSignal::new(Choice::default()),
            seen: RwSignal::new(false),
            step: RwSignal::new_local(Step::Idle),
            files: RwSignal::new_local(Vec::new()),
            pace: RwSignal::new_local(None),
            last: RwSignal::new(None),
        }
    }

    /// A new piece of work that tells how far it is.
    fn begin(self) -> Pace {
        self.step.set(Step::Busy(0.0, String::new()));
        let pace = Pace::new(move |share, file| {
            self.step.try_set(Step::Busy(share, file.to_owned()));
        });
        self.pace.set(Some(pace.clone()));
        pace
    }

    /// Looks through the chosen files, again where what places are called has changed.
    pub fn look(self) {
        self.seen.set(false);
        let pace = self.begin();
        let files = self.files.get_untracked();
        leptos::task::spawn_local(async move {
            let step = match import::look(self.staff, &files, &pace).await {
                Ok(Some(found)) => {
                    let everything = found.may_replace;
                    self.choice
                        .try_update(|choice| choice.everything = everything);
                    Step::Found(Rc::new(found))
                }
                Ok(None) => Step::Cancelled,
                Err(error) => Step::Unreadable(error.to_string()),
            };
            self.step.try_set(step);
        });
    }

    /// Stores what was found.
    pub fn store(self, found: Rc<Found>) {
        let pace = self.begin();
        let choice = self.choice.get_untracked();
        leptos::task::spawn_local(async move {
            let step = match importing::carry_out(&found, choice, &pace).await {
                Outcome::Stored(count) => Step::Stored(count),
                Outcome::Cancelled => Step::Cancelled,
                Outcome::Full => Step::Full(found.room),
                Outcome::Failed(reason) => Step::Failed(reason),
            };
            let is_stored = matches!(step, Step::Stored(_));
            self.step.try_set(step);
            self.staff.read();
            let last = importing::last().await;
            self.last.try_set(last);
            if is_stored && choice.everything {
                // Campaign, settings and the device's code are others now.
                page::reload();
            }
        });
    }

    /// Forgets what was found.
    pub fn discard(self) {
        self.files.set(Vec::new());
        self.step.set(Step::Idle);
    }

    fn undo(self, last: Last) {
        let count = last.ids.len();
        self.step.set(Step::Busy(0.0, String::new()));
        leptos::task::spawn_local(async move {
            let step = match importing::undo(&last).await {
                Ok(()) => Step::Undone(count),
                Err(error) => Step::Failed(error.to_string()),
            };
            self.step.try_set(step);
            self.staff.read();
            let last = importing::last().await;
            self.last.try_set(last);
        });
    }
}

/// A number with the language's points.
pub fn number(count: u64) -> String {
    grouped(count, spoken().code())
}

fn step(importing: Importing) -> AnyView {
    let text = text();
    let said = |words: Vec<String>, class: &'static str| {
        let line = words.concat();
        view! {
            <p role="status" class=class data-screen="import-said">
                {line}
            </p>
        }
        .into_any()
    };
    let ballots = |count: usize| {
        [
            number(count as u64),
            " ".to_owned(),
            text.ballots.to_owned(),
        ]
        .concat()
    };
    match importing.step.get() {
        Step::Idle => ().into_any(),
        Step::Busy(share, file) => progress(importing, share, &file),
        Step::Found(found) => preview::view(importing, &found),
        Step::Stored(count) => said(
            vec![text.stored.to_owned(), ballots(count), ".".to_owned()],
            "done",
        ),
        Step::Undone(count) => said(
            vec![text.undone.to_owned(), ballots(count), ".".to_owned()],
            "done",
        ),
        Step::Cancelled => said(vec![text.cancelled.to_owned()], ""),
        Step::Full(room) => said(
            vec![text.no_room.to_owned(), number(room as u64), ".".to_owned()],
            "warning",
        ),
        Step::Unreadable(reason) => said(vec![text.failed_look.to_owned(), reason], "warning"),
        Step::Failed(reason) => said(vec![text.failed.to_owned(), reason], "warning"),
    }
}

fn progress(importing: Importing, share: f64, file: &str) -> AnyView {
    let text = text();
    let line = if file.is_empty() {
        text.storing.to_owned()
    } else {
        [text.reading, file].concat()
    };
    let cancel = move |_| {
        if let Some(pace) = importing.pace.get_untracked() {
            pace.cancelled.set(true);
        }
    };
    let label = line.clone();
    view! {
        <div class="progress" data-screen="import-busy">
            <p role="status">{line}</p>
            <progress max="1" value=share.to_string() aria-label=label></progress>
            <button type="button" class="secondary" data-action="cancel-import" on:click=cancel>
                {text.cancel}
            </button>
        </div>
    }
    .into_any()
}

/// The last import, which can be taken back.
fn last(importing: Importing) -> AnyView {
    let text = text();
    let is_busy = importing
        .step
        .with(|step| matches!(step, Step::Busy(..) | Step::Found(_)));
    let Some(last) = importing.last.get().filter(|_| !is_busy) else {
        return ().into_any();
    };
    let line = [
        text.last_before,
        &date(last.at_secs),
        " · ",
        &number(last.ids.len() as u64),
        " ",
        text.ballots,
    ]
    .concat();
    let press = move |_| importing.undo(last.clone());
    view! {
        <div class="apart" data-screen="last-import">
            <p>{line}</p>
            <button type="button" class="secondary" data-action="undo-import" on:click=press>
                {text.undo}
            </button>
            <p class="hint">{text.undo_what}</p>
        </div>
    }
    .into_any()
}
