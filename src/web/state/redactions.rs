//! What was struck out of comments, kept on this device, each step of it undoable.

use crate::platform::settings;
use leptos::prelude::*;
use sipas_core::ballot::BallotId;
use sipas_core::redaction::Strikes;
use sipas_formats::redactions::{self, Redactions};

/// Where it is stored.
const KEY: &str = "sipas/redactions";

/// The decisions; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Redacting {
    /// What was decided.
    pub decided: RwSignal<Redactions>,
    /// Whether the last decision could not be stored.
    pub refused: RwSignal<bool>,
    /// What was decided before, step by step: the ballot and its former strikes.
    steps: RwSignal<Vec<(BallotId, Strikes)>>,
}

impl Redacting {
    /// The decisions stored on this device.
    #[must_use]
    pub fn load() -> Self {
        let stored = settings::read(KEY).map(|text| redactions::read(&text));
        Self {
            decided: RwSignal::new(stored.unwrap_or_default()),
            refused: RwSignal::new(false),
            steps: RwSignal::new(Vec::new()),
        }
    }

    /// Decides about a ballot's comment; the decision can be taken back.
    pub fn decide(self, id: BallotId, change: impl FnOnce(&mut Strikes)) {
        let before = self.decided.with_untracked(|all| all.of(id));
        let mut after = before.clone();
        change(&mut after);
        if after != before && self.store(id, after) {
            self.steps.update(|steps| steps.push((id, before)));
        }
    }

    /// Whether there is a decision to take back.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.steps.with(|steps| !steps.is_empty())
    }

    /// Takes the last decision back.
    pub fn undo(self) {
        let last = self.steps.with_untracked(|steps| steps.last().cloned());
        if let Some((id, before)) = last
            && self.store(id, before)
        {
            self.steps.update(|steps| {
                steps.pop();
            });
        }
    }

    /// Stores a decision; where the browser refuses nothing changes.
    fn store(self, id: BallotId, strikes: Strikes) -> bool {
        // Another tab may have decided about other comments meanwhile.
        let stored = settings::read(KEY).map(|text| redactions::read(&text));
        let mut all = stored.unwrap_or_default();
        all.strikes.insert(id, strikes);
        let kept = settings::write(KEY, &redactions::write(&all));
        self.refused.set(!kept);
        if kept {
            self.decided.set(all);
        }
        kept
    }
}
