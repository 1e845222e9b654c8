//! Questionnaires of this build beside the campaign's, each loaded once for as long as the page lives.

use crate::state::setup::{self, SetupError};
use sipas_core::questionnaire::Questionnaire;
use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static LOADED: RefCell<BTreeMap<String, &'static Questionnaire>> = const { RefCell::new(BTreeMap::new()) };
}

/// The questionnaire of this id.
///
/// # Errors
/// [`SetupError`] naming the file; it is tried again the next time.
pub async fn loaded(id: &str) -> Result<&'static Questionnaire, SetupError> {
    if let Some(found) = LOADED.with_borrow(|loaded| loaded.get(id).copied()) {
        return Ok(found);
    }
    let found = setup::questionnaire(id).await?;
    // Two that loaded it at the same time share the one that came first.
    Ok(LOADED.with_borrow_mut(|loaded| {
        *loaded
            .entry(id.to_owned())
            .or_insert_with(|| Box::leak(Box::new(found)))
    }))
}
