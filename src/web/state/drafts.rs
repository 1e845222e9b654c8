//! Half-done surveys kept on this device, one text each under its ballot's id.
//!
//! A draft stands in local storage, and in the second engine as well: what local storage was told in
//! the last seconds is lost with a killed browser. Sending erases it in the same step that stores the
//! ballot. The tab that answers a draft holds a lock of its name, so no other tab offers it.

use crate::platform::{clock, second};
use crate::state::setup::Setup;
use sipas_core::ballot::{BallotId, Channel};
use sipas_core::survey::{Asked, Draft};
use sipas_formats::draft;
use std::cell::Cell;

thread_local! {
    /// When a draft was last stored; the clock may jump back, this does not.
    static SAVED: Cell<u64> = const { Cell::new(0) };
}

/// Stores the draft as it is now; where the browser refuses, the draft still lives on the page.
pub fn keep(setup: &Setup, draft: &Draft) {
    let saved = (SAVED.get() + 1).max(clock::millis() as u64);
    SAVED.set(saved);
    let text = draft::write(&setup.questionnaire, draft, saved);
    second::keep_draft(&key(draft.id), &text);
}

/// Makes this tab the one that answers a draft; false where another one does.
pub async fn claim(id: BallotId) -> bool {
    second::claim_draft(&key(id)).await
}

/// Erases the draft with this id.
pub fn erase(id: BallotId) {
    second::drop_draft(&key(id));
}

/// The latest draft begun as on a phone, with any answer in it, that no other tab is answering.
///
/// Drafts that cannot be read, or answer another questionnaire, stay where they are.
#[must_use]
pub fn find(setup: &Setup, asked: Asked) -> Option<Draft> {
    let mut latest: Option<Draft> = None;
    for text in second::drafts() {
        let saved = draft::saved(&text).unwrap_or(0);
        SAVED.set(SAVED.get().max(saved));
        let draft = draft::read(setup.outline(asked), &text).ok();
        if let Some(draft) =
            draft.filter(|draft| draft.channel == Channel::Phone && !draft.is_untouched())
            && latest
                .as_ref()
                .is_none_or(|latest| latest.started_at <= draft.started_at)
        {
            latest = Some(draft);
        }
    }
    latest
}

/// The key of a ballot's draft.
#[must_use]
pub fn key(id: BallotId) -> String {
    let mut key = String::from("sipas/draft/");
    key.push_str(&id.to_string());
    key
}
