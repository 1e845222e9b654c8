//! The part of the program a first visit by the plain address never needs.
//!
//! Making the engines one, finding half-done surveys again, and handing over come in one file of
//! their own, because each door to such a file costs every citizen a few hundred bytes.

use crate::state::app::App;
use crate::state::setup::Setup;
use sipas_core::campaign::Campaign;
use sipas_core::survey::{Asked, Draft};
use sipas_formats::store::StoreError;
use std::cell::Cell;
use std::pin::Pin;

/// A part's work under way.
pub type Work = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

/// What the part does.
#[derive(Debug, Clone, Copy)]
pub struct Later {
    /// Makes the two engines one.
    pub unite: fn() -> Work,
    /// Finds the latest half-done survey.
    pub find: fn(&'static Setup, Asked) -> Option<Draft>,
    /// Makes a campaign the one a counter's link names, and sees to the hand-over from then on.
    pub enter: fn(App, &mut Campaign),
}

/// The part on its way, or why it does not come.
pub type Coming = Pin<Box<dyn Future<Output = Result<Later, String>>>>;

thread_local! {
    static DOOR: Cell<Option<fn() -> Coming>> = const { Cell::new(None) };
}

/// Tells how to load the part; its door belongs to the ui, which it draws on.
pub fn set_door(door: fn() -> Coming) {
    DOOR.set(Some(door));
}

/// The part, loaded when it is first asked for.
///
/// # Errors
/// Why it could not be loaded.
pub async fn part() -> Result<Later, String> {
    match DOOR.get() {
        Some(door) => door().await,
        None => Err(String::new()),
    }
}
