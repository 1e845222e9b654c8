//! When the two engines are made one set: after the page is drawn, and before staff see a figure.
//!
//! The work itself ([`union`]) is a part of the program of its own: a first visit, with nothing
//! stored yet, does not need it.

use crate::platform::clock::{self, Timer};
use crate::platform::second;
use crate::state::{ledger, union};
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use sipas_formats::store::StoreError;
use std::cell::Cell;
use std::pin::Pin;

/// Until the page has been drawn, in milliseconds.
const SOON_MS: i32 = 400;

/// A part's work under way.
type Work = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

thread_local! {
    static SOON: Cell<Option<Timer>> = const { Cell::new(None) };
}

/// Unites the engines once the page has been drawn, where anything is stored.
pub fn soon() {
    let timer = clock::after(SOON_MS, || {
        leptos::task::spawn_local(async {
            let stored = ledger::with(|ledger| ledger.ids().next().is_some()) == Ok(true);
            let page = if stored {
                Ok(Vec::new())
            } else {
                second::page(second::BALLOTS, "", 1).await
            };
            if stored || page.is_ok_and(|page| !page.is_empty()) {
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
    match union_part().await {
        Ok(work) => work.await,
        Err(error) => Err(StoreError::Other(error.to_string())),
    }
}

#[wasm_split(union, wasm_split_path = leptos::wasm_split, fallible)]
fn union_part() -> Result<Work, SplitLoaderError> {
    Ok(Box::pin(union::unite()))
}
