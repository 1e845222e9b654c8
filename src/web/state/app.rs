//! The app as a whole: language, text size, route, setup.

use crate::platform::{address, page};
use crate::state::ledger::{self, Engines};
use crate::state::route::Route;
use crate::state::setup::{Setup, SetupError};
use crate::state::survey::Survey;
use crate::text::{CitizenText, Language};
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use sipas_core::ballot::Channel;
use std::pin::Pin;

/// The staff's part of the program on its way.
pub type StaffPart = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

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

/// The app's state; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct App {
    /// Language of the interface.
    pub language: RwSignal<Language>,
    /// Text size in per cent.
    pub text_size: RwSignal<u16>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// Campaign and questionnaire.
    pub loaded: RwSignal<Loaded>,
    /// The survey under way, on the routes that have one.
    pub survey: RwSignal<Option<Survey>>,
    /// Why the staff's part could not be loaded.
    pub staff_failed: RwSignal<Option<String>>,
    /// Which engines the browser allows ballots to be stored in; unknown at first.
    pub engines: RwSignal<Option<Engines>>,
    /// A complete new version of the app is waiting.
    pub update_ready: RwSignal<bool>,
    /// The stored campaign before the last change (none: the built-in one), while it can be undone.
    pub undo: RwSignal<Option<Option<String>>>,
    /// Owns the signals of the survey under way.
    seat: StoredValue<Option<Owner>>,
    staff_opened: StoredValue<bool>,
    /// Owns what lives as long as the page.
    root: StoredValue<Owner>,
}

impl App {
    /// The state as the device's settings and the address have it.
    #[must_use]
    pub fn start(root: Owner) -> Self {
        let size = page::text_size().parse().ok();
        let app = Self {
            language: RwSignal::new(Language::from_code(&page::language())),
            text_size: RwSignal::new(size.filter(|one| TEXT_SIZES.contains(one)).unwrap_or(100)),
            route: RwSignal::new(Route::parse(&address::fragment())),
            loaded: RwSignal::new(Loaded::Not),
            survey: RwSignal::new(None),
            staff_failed: RwSignal::new(None),
            engines: RwSignal::new(None),
            update_ready: RwSignal::new(false),
            undo: RwSignal::new(None),
            seat: StoredValue::new(None),
            staff_opened: StoredValue::new(false),
            root: StoredValue::new(root),
        };
        address::on_change(move || {
            // The start screen is plain HTML with a language switch of its own.
            app.language.set(Language::from_code(&page::language()));
            if let Ok(size) = page::text_size().parse() {
                app.text_size.set(size);
            }
            app.go_to(Route::parse(&address::fragment()));
        });
        app
    }

    /// The app's state from anywhere below its root.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// The citizen's sentences in the present language; follows the language when used in a view.
    #[must_use]
    pub fn text(self) -> &'static CitizenText {
        self.language.get().citizen()
    }

    /// Switches to the other language; the choice is kept on this device.
    pub fn switch_language(self) {
        let language = self.language.get_untracked().other();
        page::set_language(language.code());
        self.language.set(language);
    }

    /// Goes to the next text size; the choice is kept on this device.
    pub fn next_text_size(self) {
        let present = self.text_size.get_untracked();
        let size = TEXT_SIZES
            .into_iter()
            .find(|one| *one > present)
            .unwrap_or(100);
        page::set_text_size(&size.to_string());
        self.text_size.set(size);
    }

    /// Loads (or loads again) the campaign and questionnaire; what is shown stays until they are there.
    pub fn load(self) {
        leptos::task::spawn_local(async move {
            if self.engines.get_untracked().is_none() {
                self.engines.set(Some(ledger::open().await));
            }
            self.loaded.set(match Setup::load().await {
                Ok(setup) => Loaded::Ready(Box::leak(Box::new(setup))),
                Err(error) => Loaded::Failed(error),
            });
            self.go_to(self.route.get_untracked());
        });
    }

    /// Goes to a route; one with a survey gets a new one.
    fn go_to(self, route: Route) {
        let asked_for = match &route {
            Route::Survey(preset) => Some((preset.clone(), Channel::Phone)),
            Route::Kiosk(preset) => Some((preset.clone(), Channel::Kiosk)),
            Route::Front | Route::Start | Route::Attract | Route::Staff(_) | Route::Lost(_) => None,
        };
        let owner = self.root.with_value(Owner::child);
        let survey = match (asked_for, self.loaded.get_untracked()) {
            (Some((preset, channel)), Loaded::Ready(setup)) => {
                Some(owner.with(|| Survey::new(setup, preset, channel)))
            }
            _ => None,
        };
        self.survey.set(survey);
        self.route.set(route);
        let before = self
            .seat
            .try_update_value(|seat| seat.replace(owner))
            .flatten();
        // What is still being drawn may look at the old survey until the next turn.
        crate::platform::clock::after(0, move || drop(before));
    }

    /// Has the staff's part loaded, once; `load` is given the owner its signals live under.
    pub fn open_staff(self, load: impl FnOnce(Owner) -> StaffPart + 'static) {
        if self.staff_opened.get_value() {
            return;
        }
        self.staff_opened.set_value(true);
        // The pages outlive the effect that asked for them.
        let owner = self.root.get_value();
        leptos::task::spawn_local(async move {
            if let Err(error) = load(owner).await {
                self.staff_opened.set_value(false);
                self.staff_failed.set(Some(error.to_string()));
            }
        });
    }
}
