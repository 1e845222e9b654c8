//! The campaign being edited: what was typed, what it would be saved as, one step back.

use crate::platform::settings;
use crate::state::app::App;
use crate::state::setup::CAMPAIGN_KEY;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::campaign::{Campaign, Place};
use sipas_core::questionnaire::Term;
use sipas_core::wording::Wording;
use sipas_formats::place_lines::{self, LineProblem};

/// What saving came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Not tried since the last change.
    Not,
    /// Stored.
    Yes,
    /// It has no name.
    NoName,
    /// The browser refused.
    Refused,
}

/// The form; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Name of the campaign.
    pub name: RwSignal<String>,
    /// Name of the counter.
    pub counter: RwSignal<String>,
    /// Id of the questionnaire.
    pub questionnaire: RwSignal<String>,
    /// Units as typed.
    pub units: RwSignal<String>,
    /// Fields as typed.
    pub fields: RwSignal<String>,
    /// Code of this counter's unit; empty where it is asked.
    pub unit: RwSignal<String>,
    /// What saving came to.
    pub saved: RwSignal<Saved>,
    terms: RwSignal<Vec<(String, String)>>,
    id: StoredValue<String>,
    loaded_name: StoredValue<String>,
    app: App,
}

impl Form {
    /// The form filled with a campaign.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        let app = App::here();
        Self {
            name: RwSignal::new(campaign.name.get("vi").to_owned()),
            counter: RwSignal::new(campaign.counter.clone()),
            questionnaire: RwSignal::new(campaign.questionnaire.clone()),
            units: RwSignal::new(place_lines::write(&campaign.units)),
            fields: RwSignal::new(place_lines::write(&campaign.fields)),
            unit: RwSignal::new(campaign.unit.clone().unwrap_or_default()),
            saved: RwSignal::new(if app.peek(|state| state.undo.is_some()) {
                Saved::Yes
            } else {
                Saved::Not
            }),
            terms: RwSignal::new(campaign.terms.clone()),
            id: StoredValue::new(campaign.id.clone()),
            loaded_name: StoredValue::new(campaign.name.get("vi").to_owned()),
            app,
        }
    }

    /// Chooses another questionnaire; terms of the old one are dropped.
    pub fn choose_questionnaire(self, id: String) {
        if self.questionnaire.get_untracked() != id {
            self.terms.set(Vec::new());
            self.questionnaire.set(id);
        }
    }

    /// What is wrong with the units as typed.
    #[must_use]
    pub fn unit_problems(self) -> Vec<LineProblem> {
        place_lines::read(&self.units.get())
            .err()
            .unwrap_or_default()
    }

    /// What is wrong with the fields as typed.
    #[must_use]
    pub fn field_problems(self) -> Vec<LineProblem> {
        place_lines::read(&self.fields.get())
            .err()
            .unwrap_or_default()
    }

    /// The units as typed, where they can be read.
    #[must_use]
    pub fn unit_places(self) -> Vec<Place> {
        place_lines::read(&self.units.get()).unwrap_or_default()
    }

    /// The terms of the chosen questionnaire, as far as it is the loaded one.
    #[must_use]
    pub fn terms_of(self, staff: Staff) -> Vec<Term> {
        let loaded = &staff.setup.questionnaire;
        if loaded.id == self.questionnaire.get() {
            loaded.terms.clone()
        } else {
            Vec::new()
        }
    }

    /// The code chosen for a term.
    #[must_use]
    pub fn term(self, id: &str) -> Option<String> {
        self.terms.with(|terms| {
            terms
                .iter()
                .find(|(known, _)| known == id)
                .map(|(_, code)| code.clone())
        })
    }

    /// Chooses a term's code.
    pub fn set_term(self, id: &str, code: String) {
        self.terms.update(|terms| {
            terms.retain(|(known, _)| known != id);
            terms.push((id.to_owned(), code));
        });
    }

    /// Stores the campaign and uses it from now on; with problems in the lists nothing happens,
    /// they are already shown.
    pub fn save(self) {
        let (Ok(units), Ok(fields)) = (
            place_lines::read(&self.units.get_untracked()),
            place_lines::read(&self.fields.get_untracked()),
        ) else {
            return;
        };
        let name = self.name.get_untracked().trim().to_owned();
        if name.is_empty() {
            self.saved.set(Saved::NoName);
            return;
        }
        let unit = Some(self.unit.get_untracked())
            .filter(|code| units.iter().any(|place| place.code == *code));
        // A campaign under another name is another campaign: its ballots carry another code.
        let id = if self.loaded_name.with_value(|loaded| *loaded == name) {
            self.id.get_value()
        } else {
            place_lines::code_of(&name)
        };
        if id.is_empty() {
            self.saved.set(Saved::NoName);
            return;
        }
        let campaign = Campaign {
            id,
            name: Wording::new(vec![("vi".to_owned(), name)]),
            questionnaire: self.questionnaire.get_untracked(),
            units,
            fields,
            terms: self.terms.get_untracked(),
            unit,
            counter: self.counter.get_untracked().trim().to_owned(),
        };
        if !campaign.problems().is_empty() {
            self.saved.set(Saved::NoName);
            return;
        }
        let text = sipas_formats::campaign::write(&campaign);
        self.store(Some(sipas_formats::stamp::put(&text)));
    }

    /// Goes back to the built-in campaign.
    pub fn restore(self) {
        self.store(None);
    }

    /// Whether there is a save to take back.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.app.read(|state| state.undo.is_some())
    }

    /// Takes the last save back.
    pub fn undo(self) {
        if let Some(before) = self.app.peek(|state| state.undo.clone()) {
            self.store(before);
        }
    }

    fn store(self, text: Option<String>) {
        let before = settings::read(CAMPAIGN_KEY);
        let stored = match &text {
            Some(text) => settings::write(CAMPAIGN_KEY, text),
            None => settings::remove(CAMPAIGN_KEY),
        };
        if stored {
            self.app.change(|state| state.undo = Some(before));
            self.app.load();
        } else {
            self.saved.set(Saved::Refused);
        }
    }
}
