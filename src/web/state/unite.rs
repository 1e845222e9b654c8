//! When the two engines are made one set: after the page is drawn, and before staff see a figure.
//!
//! The work itself (`state/union.rs`) is in the [later part](later): a first visit, with nothing stored
//! yet, does not need it.

use crate::platform::clock::{self, Timer};
use crate::platform::second;
use crate::state::{later, ledger};
use sipas_formats::store::StoreError;
use std::cell::Cell;

/// Until the page has been drawn, in milliseconds.
const SOON_MS: i32 = 400;

thread_local! {
    static SOON: Cell<Option<Timer>> = const { Cell::new(None) };
}

/// Unites the engines once the page has been drawn, where anything is stored.
pub fn soon() {
    let timer = clock::after(SOON_MS, || {
        leptos::task::spawn_local(async {
            let stored = ledger::with(|ledger| ledger.ids().next().is_some()) == Ok(true);
            if stored || second::has_ballots().await {
                // What could not be done now is done at the next start.
                drop(now().await);
            }
        });
    });
    if let Some(before) = SOON.replace(Some(timer)) {
        before.cancel();
    }
}

/// Unites the engines now, and follows other tabs from then on.
///
/// # Errors
/// [`StoreError`] where one cannot be read or written; what was moved by then is safe.
pub async fn now() -> Result<(), StoreError> {
    match later::part().await {
        Ok(part) => (part.unite)().await,
        Err(reason) => Err(StoreError::Other(reason)),
    }
}
