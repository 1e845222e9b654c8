//! Half-done surveys kept on this device, one record each under its ballot's id.

use crate::platform::settings;
use crate::state::setup::Setup;
use sipas_core::ballot::BallotId;
use sipas_core::survey::{Asked, Draft};
use sipas_formats::draft;

/// Prefix of the keys drafts are stored under.
pub const PREFIX: &str = "sipas/draft/";

/// Stores the draft as it is now; where the browser refuses, the draft still lives on the page.
pub fn keep(setup: &Setup, draft: &Draft) {
    settings::write(&key(draft.id), &draft::write(&setup.questionnaire, draft));
}

/// Erases the draft with this id.
pub fn erase(id: BallotId) {
    settings::remove(&key(id));
}

/// The latest draft of this questionnaire with any answer in it.
///
/// Drafts that cannot be read, or answer another questionnaire, stay where they are.
#[must_use]
pub fn find(setup: &Setup, asked: Asked) -> Option<Draft> {
    settings::keys(PREFIX)
        .iter()
        .filter_map(|key| settings::read(key))
        .filter_map(|text| draft::read(setup.outline(asked), &text).ok())
        .filter(|draft| !draft.is_untouched())
        .max_by_key(|draft| draft.started_at)
}

fn key(id: BallotId) -> String {
    let mut key = PREFIX.to_owned();
    key.push_str(&id.to_string());
    key
}
