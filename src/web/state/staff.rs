//! What the staff's pages look at: the stored ballots and a choice among them.

use crate::platform::{clock, files, json, second};
use crate::state::ledger::{self, Stored};
use crate::state::setup::{self, Setup, SetupError};
use crate::state::{health, removal, response, union, unite};
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
            room: RwSignal::new(None),
            responses: RwSignal::new(Responses::default()),
            questionnaire: RwSignal::new(&setup.questionnaire),
            refused: RwSignal::new(None),
            titles: RwSignal::new(Vec::new()),
        };
        union::on_change(move || staff.read());
        leptos::task::spawn_local(async move {
            // No figure before both engines are one; with only one there is nothing to wait for.
            let mut tries = LATE_TRIES;
            while unite::now().await.is_err()
                && tries > 0
                && second::is_late(&second::status().await)
            {
                tries -= 1;
                clock::pause(LATE_MS).await;
            }
            staff.set(ledger::read());
            // What fails here is tried again when the pages are next opened.
            if removal::purge().await == Ok(true) {
                staff.read();
            }
            health::ask_to_persist().await;
        });
        staff.list_questionnaires();
        staff
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
            match setup::questionnaire(&id).await {
                Ok(found) => {
                    self.refused.set(None);
                    self.questionnaire.set(Box::leak(Box::new(found)));
                }
                Err(error) => self.refused.set(Some(error)),
            }
        });
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
