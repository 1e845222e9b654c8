//! The app as a whole: one plain state, one signal that says it changed.
//!
//! A signal for every field would be the usual way and a third of the citizen's download; here the
//! state is a struct, every intent changes it once, and what draws looks again when it is told to.

use crate::platform::{address, page, second, settings};
use crate::state::english;
use crate::state::ledger::{self, Engines};
use crate::state::link;
use crate::state::route::Route;
use crate::state::setup::{CAMPAIGN_KEY, Setup, SetupError};
use crate::state::survey::Survey;
use crate::text::{CitizenText, Language};
use leptos::prelude::*;
use sipas_core::ballot::Channel;
use std::cell::RefCell;

/// Text sizes offered, in per cent.
pub const TEXT_SIZES: [u16; 3] = [100, 125, 150];

/// Whether the campaign and questionnaire are there.
#[derive(Debug, Clone)]
pub enum Loaded {
    /// Being loaded.
    Not,
    /// There; kept for the life of the page.
    Ready(&'static Setup),
    /// Could not be loaded or has problems.
    Failed(SetupError),
}

/// Everything that decides what is shown.
#[derive(Debug)]
pub struct State {
    /// Language of the interface.
    pub language: Language,
    /// Text size in per cent.
    pub text_size: u16,
    /// The page asked for.
    pub route: Route,
    /// Campaign and questionnaire.
    pub loaded: Loaded,
    /// The survey under way, on the routes that have one.
    pub survey: Option<Survey>,
    /// Which engines the browser allows ballots to be stored in; unknown at first.
    pub engines: Option<Engines>,
    /// The part of the program for staff and the counter's tablet.
    pub staff: StaffPart,
    /// A complete new version of the app is waiting.
    pub update_ready: bool,
}

/// Where the part of the program for staff and the counter's tablet is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffPart {
    /// Not asked for yet.
    Away,
    /// Asked for, or here.
    Called,
    /// Could not be loaded, with what the browser said.
    Failed(String),
}

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::at_start());
}

impl State {
    /// What the device's settings and the address say.
    fn at_start() -> Self {
        Self {
            language: Language::Vi,
            text_size: text_size(),
            route: Route::parse(&address::fragment()),
            loaded: Loaded::Not,
            survey: None,
            engines: None,
            staff: StaffPart::Away,
            update_ready: false,
        }
    }

    /// Goes to a route; a citizen's own survey begins there.
    ///
    /// Where there is no room left for its ballot it gets none.
    pub fn go_to(&mut self, route: Route) {
        self.survey = match (&route, &self.loaded) {
            (Route::Survey(_), Loaded::Ready(_)) if !ledger::has_room() => None,
            (Route::Survey(preset), Loaded::Ready(setup)) => {
                Some(Survey::new(setup, preset.clone(), Channel::Phone))
            }
            _ => None,
        };
        self.route = route;
    }
}

/// A handle on the app's state that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct App {
    changed: Trigger,
}

impl App {
    /// The handle; the state follows the address from now on.
    #[must_use]
    pub fn start() -> Self {
        let app = Self {
            changed: Trigger::new(),
        };
        address::on_change(move || {
            // The start screen is plain HTML with a language switch of its own.
            app.change(|state| {
                state.text_size = text_size();
                state.go_to(Route::parse(&address::fragment()));
            });
            app.look();
            if link::is_news() {
                app.load();
            }
            app.speak(Language::from_code(&page::language()));
        });
        app
    }

    /// The handle from anywhere below the root.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Looks at the state; what draws is drawn again when the state changes.
    pub fn read<T>(self, look: impl FnOnce(&State) -> T) -> T {
        self.changed.track();
        self.peek(look)
    }

    /// Looks at the state as it is now.
    pub fn peek<T>(self, look: impl FnOnce(&State) -> T) -> T {
        STATE.with_borrow(look)
    }

    /// Changes the state; what draws looks again.
    pub fn change<T>(self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = STATE.with_borrow_mut(change);
        self.changed.notify();
        result
    }

    /// Looks for half-done surveys, where a survey has just begun.
    fn look(self) {
        self.peek(|state| {
            if let Some(survey) = &state.survey {
                survey.look(self);
            }
        });
    }

    /// Changes the survey under way, if there is one.
    pub fn change_survey<T>(self, change: impl FnOnce(&mut Survey) -> T) -> Option<T> {
        self.change(|state| state.survey.as_mut().map(change))
    }

    /// Language of the interface; followed like [`App::read`].
    #[must_use]
    pub fn language(self) -> Language {
        self.read(|state| state.language)
    }

    /// The citizen's sentences in the present language; followed like [`App::read`].
    #[must_use]
    pub fn text(self) -> &'static CitizenText {
        self.language().citizen()
    }

    /// Switches to the other language; the choice is kept on this device.
    pub fn switch_language(self) {
        self.speak(self.peek(|state| state.language.other()));
    }

    /// Speaks a language as soon as its sentences are here.
    fn speak(self, language: Language) {
        leptos::task::spawn_local(async move {
            let here = english::load(language).await;
            self.change(|state| {
                if here {
                    state.language = language;
                }
                page::set_language(state.language.code());
            });
            if !here {
                page::set_text("reminder", Language::Vi.citizen().language_away);
            }
        });
    }

    /// Goes to the next text size; the choice is kept on this device.
    pub fn next_text_size(self) {
        self.change(|state| {
            let larger = TEXT_SIZES.into_iter().find(|one| *one > state.text_size);
            state.text_size = larger.unwrap_or(100);
            page::set_text_size(&state.text_size.to_string());
        });
    }

    /// Loads (or loads again) the campaign and questionnaire; what is shown stays until they are there.
    pub fn load(self) {
        leptos::task::spawn_local(async move {
            let unopened = self.peek(|state| state.engines.is_none());
            let loaded = loop {
                let before = settings::read(CAMPAIGN_KEY);
                let setup = Setup::load(self)
                    .await
                    .map(|setup| Box::leak(Box::new(setup)));
                // On its way since the page began: nearly always there. Where local storage has
                // lost the campaign, it comes back.
                second::ready().await;
                if settings::read(CAMPAIGN_KEY) == before {
                    break match setup {
                        Ok(setup) => Loaded::Ready(setup),
                        Err(error) => Loaded::Failed(error),
                    };
                }
            };
            let language = Language::from_code(&page::language());
            let spoken = english::load(language).await;
            self.change(|state| {
                state.loaded = loaded;
                if spoken {
                    state.language = language;
                }
                if unopened {
                    state.engines = ledger::glance();
                }
                state.go_to(state.route.clone());
            });
            self.look();
            if unopened {
                // The question comes first: opening costs a few frames, and saving opens by itself.
                if self.peek(|state| state.engines.is_some()) {
                    page::quiet().await;
                }
                let engines = ledger::open().await;
                self.change(|state| {
                    state.engines = Some(engines);
                    if state.survey.as_ref().is_some_and(Survey::is_unbegun) && !ledger::has_room()
                    {
                        state.survey = None;
                    }
                });
            }
        });
    }
}

fn text_size() -> u16 {
    let size = page::text_size().parse().ok();
    size.filter(|one| TEXT_SIZES.contains(one)).unwrap_or(100)
}
