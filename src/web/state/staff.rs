//! What the staff's pages look at: the stored ballots and a choice among them.

use crate::platform::{clock, files, json, second};
use crate::state::app::App;
use crate::state::ledger::{self, Stored};
use crate::state::questionnaires;
use crate::state::set::{self, Held};
use crate::state::setup::{Setup, SetupError};
use crate::state::{health, importing, removal, response, union, unite};
use leptos::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_core::questionnaire::Questionnaire;
use sipas_core::response::Responses;
use sipas_core::wording::Wording;
use sipas_formats::json::Json;
use sipas_formats::store::StoreError;

/// How often, and after how many milliseconds, a second engine that is slow to open is asked again.
const LATE_TRIES: u32 = 8;
const LATE_MS: i32 = 2000;

/// How often a second engine that did not open is tried again, in milliseconds.
const AGAIN_MS: i32 = 20_000;

/// What could be read of the device's ballots.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Not yet.
    Not,
    /// Read.
    Read(Stored),
    /// Local storage cannot be read.
    Blocked,
}

/// The staff's state; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Staff {
    /// The current campaign and its questionnaire.
    pub setup: &'static Setup,
    /// The device's ballots.
    pub reading: RwSignal<Reading>,
    /// The analysis set looked at in their place, where one is open.
    pub set: RwSignal<Option<Held>, LocalStorage>,
    /// Room for so many more ballots; nothing until it is known.
    pub room: RwSignal<Option<usize>>,
    /// Who was asked and what became of them, on this device.
    pub responses: RwSignal<Responses>,
    /// The questionnaire looked at.
    pub questionnaire: RwSignal<&'static Questionnaire>,
    /// Why another questionnaire could not be shown.
    pub refused: RwSignal<Option<SetupError>>,
    /// Questionnaires of this build by id, with their titles.
    pub titles: RwSignal<Vec<(String, Wording)>>,
}

impl Staff {
    /// The state with the ballots as they are now.
    #[must_use]
    pub fn start(setup: &'static Setup) -> Self {
        let staff = Self {
            setup,
            reading: RwSignal::new(Reading::Not),
            set: RwSignal::new_local(set::current()),
            room: RwSignal::new(None),
            responses: RwSignal::new(Responses::default()),
            questionnaire: RwSignal::new(&setup.questionnaire),
            refused: RwSignal::new(None),
            titles: RwSignal::new(Vec::new()),
        };
        union::on_change(move || staff.read());
        let app = App::here();
        leptos::task::spawn_local(async move {
            let united = unite_patiently().await;
            importing::mend().await;
            staff.set(ledger::read());
            if !united {
                leptos::task::spawn_local(staff.unite_later(app));
            }
            // What fails here is tried again when the pages are next opened.
            if removal::purge().await == Ok(true) {
                staff.read();
            }
            health::ask_to_persist().await;
        });
        staff.list_questionnaires();
        staff
    }

    /// Goes on trying to unite the engines while the pages are open.
    async fn unite_later(self, app: App) {
        loop {
            clock::pause(AGAIN_MS).await;
            if self.reading.try_with_untracked(|_| ()).is_none() {
                return;
            }
            if unite::now().await.is_ok() {
                importing::mend().await;
                let engines = ledger::look_again().await;
                app.change(|state| state.engines = Some(engines));
                self.read();
                return;
            }
        }
    }

    /// Reads the ballots again.
    pub fn read(self) {
        if self
            .reading
            .try_with_untracked(|reading| *reading != Reading::Not)
            == Some(true)
        {
            self.set(ledger::read());
        }
    }

    /// The page may have been left meanwhile.
    fn set(self, stored: Result<Stored, StoreError>) {
        let count = stored.as_ref().map_or(0, |stored| stored.ballots.len());
        leptos::task::spawn_local(async move {
            let room = health::room(count).await.ok();
            self.room.try_set(room);
            let responses = response::all().await;
            self.responses.try_set(responses);
        });
        self.reading
            .try_set(stored.map_or(Reading::Blocked, Reading::Read));
    }

    /// Loads the list of questionnaires this build has; without it their ids stand for them.
    fn list_questionnaires(self) {
        leptos::task::spawn_local(async move {
            let Ok(text) = files::read_own("questionnaires/index.json").await else {
                return;
            };
            if let Ok(Json::List(items)) = json::parse(&text) {
                self.titles
                    .try_set(items.iter().filter_map(title_of).collect());
            }
        });
    }

    /// What people call a questionnaire.
    #[must_use]
    pub fn title(self, id: &str, language: &str) -> String {
        self.titles.with(|titles| {
            let found = titles.iter().find(|(known, _)| known == id);
            found.map_or_else(
                || id.to_owned(),
                |(_, title)| title.get(language).to_owned(),
            )
        })
    }

    /// Looks at another questionnaire's ballots.
    pub fn look_at(self, id: String) {
        leptos::task::spawn_local(async move {
            match questionnaires::loaded(&id).await {
                Ok(found) => {
                    self.refused.set(None);
                    self.questionnaire.set(found);
                }
                Err(error) => self.refused.set(Some(error)),
            }
        });
    }

    /// Opens an analysis set in place of the one before, or closes it.
    pub fn look_at_set(self, set: Option<Held>) {
        set::keep(set.clone());
        self.set.try_set(set);
    }

    /// The same, without being told of changes.
    pub fn peek_ballots<T>(self, look: impl FnOnce(&[Ballot]) -> T) -> Option<T> {
        self.reading.try_with_untracked(|reading| match reading {
            Reading::Read(stored) => look(&stored.ballots),
            Reading::Not | Reading::Blocked => look(&[]),
        })
    }

    /// Calls `look` with the ballots there are.
    pub fn with_ballots<T>(self, look: impl FnOnce(&[Ballot]) -> T) -> T {
        self.reading.with(|reading| match reading {
            Reading::Read(stored) => look(&stored.ballots),
            Reading::Not | Reading::Blocked => look(&[]),
        })
    }

    /// Ids of the questionnaires that have ballots here, and the current one.
    #[must_use]
    pub fn questionnaires(self) -> Vec<String> {
        let current = self.questionnaire.with(|one| one.id.clone());
        let mut ids =
            self.with_ballots(|ballots| distinct(ballots, |one| &one.context.questionnaire));
        if !ids.contains(&current) {
            ids.push(current);
            ids.sort();
        }
        ids
    }
}

/// Unites the engines, and waits for a second one that is slow to open: no figure before both are one.
/// Whether they are; with only one there is nothing to wait for.
async fn unite_patiently() -> bool {
    let mut tries = LATE_TRIES;
    let mut was_open = false;
    while unite::now().await.is_err() {
        let status = second::status().await;
        if second::is_late(&status) && tries > 0 {
            tries -= 1;
            clock::pause(LATE_MS).await;
        } else if second::is_open(&status) && !was_open {
            // It may have opened just after the first look.
            was_open = true;
        } else {
            return false;
        }
    }
    true
}

/// The different values the ballots have for something, in order.
pub fn distinct(ballots: &[Ballot], of: impl Fn(&Ballot) -> &String) -> Vec<String> {
    let mut values: Vec<&String> = ballots.iter().map(of).collect();
    values.sort_unstable();
    values.dedup();
    values.into_iter().cloned().collect()
}

fn title_of(item: &Json) -> Option<(String, Wording)> {
    let id = item.get("id").and_then(Json::as_text)?;
    let Some(Json::Object(title)) = item.get("title") else {
        return None;
    };
    let texts = title
        .iter()
        .filter_map(|(language, text)| Some((language.clone(), text.as_text()?.to_owned())));
    Some((id.to_owned(), Wording::new(texts.collect())))
}
