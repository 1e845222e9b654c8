//! The counter's tablet: whether somebody stands before it, how long nobody has touched it, and what it
//! shows over the survey, so that the next person finds nothing of the one before.

use crate::platform::clock;
use crate::platform::{address, kiosk, page};
use crate::state::app::{App, Loaded, StaffPart, State};
use crate::state::kiosk_lock as lock;
use crate::state::kiosk_people::{Person, end, end_of, note, settle_left, settle_one};
use crate::state::ledger::{self, Engines};
use crate::state::pages::is_kiosk;
use crate::state::response::{self, Subject};
use crate::state::route::{Preset, Route};
use crate::state::setup::Setup;
use crate::state::survey::{Phase, Survey};
use leptos::prelude::*;
use sipas_core::ballot::{BallotId, Channel, Status};
use sipas_core::kiosk::{ANSWER_SECS, THANKS_SECS};
use sipas_core::response::Event;
use sipas_formats::kiosk::KioskSettings;

/// How often the tablet looks at the time, in milliseconds.
const TICK_MS: i32 = 500;

/// A waiting tablet nobody has touched for so long greets the next person anew, in milliseconds.
const FORGET_MS: f64 = 60_000.0;

/// A waiting picture moves this often, so that no screen keeps it for ever, in milliseconds.
const SHIFT_MS: f64 = 60_000.0;

/// What the tablet shows over the survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Nothing: the survey, a notice, or another page.
    None,
    /// It waits for a person.
    Waiting,
    /// The counter is closed.
    Closed,
    /// "Are you still there?", with the seconds left.
    Asking(u16),
}

/// The tablet; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Kiosk {
    /// What is shown.
    pub face: RwSignal<Face>,
    /// Where a waiting picture stands, 0–7.
    pub shift: RwSignal<u8>,
    /// Changes every minute.
    pub minute: RwSignal<i64>,
    /// The settings.
    pub settings: RwSignal<KioskSettings>,
    /// Whether somebody is at the way out.
    pub leaving: RwSignal<bool>,
    app: App,
    person: StoredValue<Option<Person>>,
    done: StoredValue<Option<BallotId>>,
    ready: StoredValue<bool>,
    greeted: StoredValue<bool>,
    opened: StoredValue<bool>,
    asked_at: StoredValue<Option<f64>>,
    thanked_at: StoredValue<Option<f64>>,
}

impl Kiosk {
    /// The tablet from now on: what was left half-done is settled before anybody begins.
    #[must_use]
    pub fn start(app: App) -> Self {
        let this = Self {
            face: RwSignal::new(Face::None),
            shift: RwSignal::new(0),
            minute: RwSignal::new(0),
            settings: RwSignal::new(KioskSettings::default()),
            leaving: RwSignal::new(false),
            app,
            person: StoredValue::new(None),
            done: StoredValue::new(None),
            ready: StoredValue::new(false),
            greeted: StoredValue::new(false),
            opened: StoredValue::new(false),
            asked_at: StoredValue::new(None),
            thanked_at: StoredValue::new(None),
        };
        leptos::task::spawn_local(async move {
            if let Err(reason) = kiosk::load().await {
                app.change(|state| state.staff = StaffPart::Failed(reason));
                return;
            }
            let mut found = lock::load().await;
            if found.look.is_none() {
                found.look = Some(lock::look(app));
            }
            // Opened by its address where a PIN is set: as if staff had started it.
            if found.pin.is_some() && !lock::is_on() {
                lock::turn_on().await;
            }
            this.settings.set(found);
            if let Some(setup) = setup(app) {
                settle_left(setup).await;
            }
            this.ready.set_value(true);
            this.forget();
            this.tick();
        });
        this
    }

    /// Follows the survey; to be called whenever the state has changed.
    pub fn follow(self) {
        let left = |state: &State| state.survey.as_ref().is_some_and(|one| one.left);
        if self.app.peek(|state| left(state) && is_ours(state)) {
            self.leave_survey();
            return;
        }
        let seen = self.app.peek(|state| {
            let survey = state.survey.as_ref().filter(|_| is_ours(state))?;
            let subject = Subject::of(survey.setup, Channel::Kiosk, &Preset::default());
            let (safe, sending) = phase(survey);
            Some((survey.draft.id, subject, safe, sending, survey.status()))
        });
        let known = self
            .person
            .with_value(|person| person.as_ref().map(|one| one.id));
        match seen {
            Some((id, subject, is_safe, is_sending, status)) => {
                if known != Some(id) && self.done.get_value() != Some(id) {
                    self.settle();
                    self.begin(id, subject);
                }
                self.person.update_value(|person| {
                    if let Some(person) = person {
                        person.sending = is_sending;
                    }
                });
                if is_safe && self.done.get_value() != Some(id) {
                    self.finish(id, status);
                }
                page::next_frame(kiosk::tidy);
            }
            None => {
                let ended = known.is_some() || self.thanked_at.get_value().is_some();
                self.settle();
                if ended {
                    self.forget();
                }
            }
        }
        self.look();
    }

    fn begin(self, id: BallotId, subject: Subject) {
        self.greet(&subject);
        let counted = subject.clone();
        leptos::task::spawn_local(async move {
            response::record(Event::Started, &counted).await;
        });
        self.thanked_at.set_value(None);
        let person = Person {
            id,
            subject,
            end: Event::Stopped,
            sending: false,
        };
        note(&person);
        self.person.set_value(Some(person));
    }

    /// Thanks are on the screen: the ballot is safe.
    fn finish(self, id: BallotId, status: Status) {
        self.done.set_value(Some(id));
        self.thanked_at.set_value(Some(kiosk::steady_ms()));
        if let Some(person) = self.take_person() {
            leptos::task::spawn_local(async move {
                end(&person, end_of(status), false).await;
            });
        }
    }

    /// Somebody is gone: what they had answered is kept as a stopped ballot.
    fn settle(self) {
        let (Some(person), Some(setup)) = (self.take_person(), setup(self.app)) else {
            return;
        };
        self.done.set_value(Some(person.id));
        leptos::task::spawn_local(async move {
            settle_one(setup, &person, None).await;
        });
    }

    fn take_person(self) -> Option<Person> {
        self.person.try_update_value(Option::take).flatten()
    }

    /// Somebody touched the waiting tablet: they were asked, once.
    pub fn touched(self) {
        kiosk::hold_screen();
        if let Some(setup) = setup(self.app) {
            self.greet(&Subject::of(setup, Channel::Kiosk, &Preset::default()));
        }
    }

    fn greet(self, subject: &Subject) {
        if self.greeted.get_value() {
            return;
        }
        self.greeted.set_value(true);
        let subject = subject.clone();
        leptos::task::spawn_local(async move {
            response::record(Event::Shown, &subject).await;
        });
    }

    /// Opens the survey.
    pub fn open(self) {
        self.touched();
        let Some(setup) = setup(self.app) else {
            return;
        };
        self.opened.set_value(true);
        self.app.change(|state| {
            state.survey =
                ledger::has_room().then(|| Survey::new(setup, Preset::default(), Channel::Kiosk));
            // No address of its own: Back finds no survey, and a reload comes to the waiting tablet.
            state.route = Route::Shared;
        });
    }

    /// "I am still here."
    pub fn stay(self) {
        kiosk::touch();
        self.asked_at.set_value(None);
        self.look();
    }

    /// Nobody answered, or somebody else stands here: back to waiting.
    pub fn give_up(self) {
        self.asked_at.set_value(None);
        self.person.update_value(|person| {
            if let Some(person) = person {
                person.end = Event::TimedOut;
                note(person);
            }
        });
        self.leave_survey();
    }

    /// Back to waiting; nothing of the person before is on the page from this moment on.
    fn leave_survey(self) {
        self.opened.set_value(false);
        self.app.change(|state| state.go_to(waiting_route()));
        self.forget();
    }

    /// The language and text size every person begins in.
    fn forget(self) {
        self.greeted.set_value(false);
        self.thanked_at.set_value(None);
        self.asked_at.set_value(None);
        kiosk::tidy();
        let Some((language, size)) = self.settings.with_untracked(|one| one.look.clone()) else {
            return;
        };
        let (now, now_size) = lock::look(self.app);
        if now != language {
            self.app.switch_language();
        }
        if now_size != size {
            page::set_text_size(&size.to_string());
            self.app.change(|state| state.text_size = size);
        }
    }

    /// Looks at the time again and again, for the life of the page.
    fn tick(self) {
        self.look();
        clock::after(TICK_MS, move || self.tick());
    }

    /// Puts on the face for this moment.
    fn look(self) {
        // Where nothing can be stored nobody is asked: the citizen's part says so.
        let cannot_store = self.app.peek(|state| {
            matches!(&state.route, Route::Staff(fragment) if is_kiosk(fragment))
                && state.engines == Some(Engines::None)
        });
        if cannot_store {
            self.app.change(|state| state.route = Route::Shared);
        }
        let face = self.face_now();
        let waits = matches!(face, Face::Waiting | Face::Closed);
        if waits && kiosk::idle_ms() > FORGET_MS && self.greeted.get_value() {
            self.forget();
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0–7"
        )]
        let shift = if waits && kiosk::idle_ms() > SHIFT_MS {
            ((kiosk::idle_ms() / SHIFT_MS) % 8.0) as u8
        } else {
            0
        };
        let minute = clock::now().unix_secs / 60;
        if self.minute.get_untracked() != minute {
            self.minute.set(minute);
        }
        if self.shift.get_untracked() != shift {
            self.shift.set(shift);
        }
        if self.face.get_untracked() != face {
            self.face.set(face);
        }
    }

    fn face_now(self) -> Face {
        enum At {
            Elsewhere,
            Waiting,
            Survey { is_safe: bool, is_sending: bool },
        }
        let at = self.app.peek(|state| {
            let can_run = matches!(state.loaded, Loaded::Ready(_))
                && !matches!(state.engines, None | Some(Engines::None));
            match (&state.route, &state.survey) {
                _ if !can_run || !self.ready.get_value() => At::Elsewhere,
                (Route::Staff(fragment), _) if is_kiosk(fragment) => At::Waiting,
                (Route::Shared, survey) if self.opened.get_value() => {
                    let (is_safe, is_sending) = survey.as_ref().map(phase).unwrap_or_default();
                    At::Survey {
                        is_safe,
                        is_sending,
                    }
                }
                _ => At::Elsewhere,
            }
        });
        let now = kiosk::steady_ms();
        match at {
            At::Elsewhere => Face::None,
            At::Waiting => {
                let hours = self.settings.with_untracked(|one| one.hours);
                if hours.is_none_or(|hours| hours.is_open(clock::now())) {
                    Face::Waiting
                } else {
                    Face::Closed
                }
            }
            At::Survey {
                is_sending: true, ..
            } => Face::None,
            At::Survey { is_safe: true, .. } => {
                let since = self.thanked_at.get_value().unwrap_or(now);
                if now - since >= f64::from(THANKS_SECS) * 1_000.0 {
                    self.leave_survey();
                    return Face::Waiting;
                }
                Face::None
            }
            At::Survey { .. } => self.patience(now),
        }
    }

    /// How long nobody has touched the survey, and what that means.
    fn patience(self, now: f64) -> Face {
        let limit = self.settings.with_untracked(|one| f64::from(one.idle_secs)) * 1_000.0;
        let asked_at = self.asked_at.get_value().or_else(|| {
            let idle = kiosk::idle_ms();
            (idle >= limit).then_some(now - (idle - limit))
        });
        self.asked_at.set_value(asked_at);
        let Some(asked_at) = asked_at else {
            return Face::None;
        };
        let left = f64::from(ANSWER_SECS) - (now - asked_at) / 1_000.0;
        if left <= 0.0 {
            self.give_up();
            return Face::Waiting;
        }
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0–20"
        )]
        let left = left.ceil() as u16;
        Face::Asking(left)
    }

    /// The way out is open: to the staff's pages.
    pub fn leave(self) {
        self.leaving.set(false);
        kiosk::release_screen();
        address::go("/staff");
    }
}

fn is_ours(state: &State) -> bool {
    let survey = state.survey.as_ref();
    matches!(state.route, Route::Shared) && survey.is_some_and(|one| one.channel == Channel::Kiosk)
}

/// Where the tablet waits.
fn waiting_route() -> Route {
    Route::Staff("/kiosk".to_owned())
}

/// Whether the ballot is safe, and whether it is on its way.
fn phase(survey: &Survey) -> (bool, bool) {
    (
        survey.phase == Phase::Thanks,
        survey.phase == Phase::Sending,
    )
}

/// The campaign and questionnaire, where they are there.
#[must_use]
pub fn setup(app: App) -> Option<&'static Setup> {
    app.peek(|state| match state.loaded {
        Loaded::Ready(setup) => Some(setup),
        Loaded::Not | Loaded::Failed(_) => None,
    })
}
