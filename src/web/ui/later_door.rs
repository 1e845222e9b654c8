//! The way to the part of the program a first visit by the plain address never needs.

use crate::state::later::{Coming, Later};
use crate::state::{drafts, union};
use crate::ui::hand;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the part.
pub fn open() -> Coming {
    Box::pin(async { later_part().await.map_err(|error| error.to_string()) })
}

#[wasm_split(later, wasm_split_path = leptos::wasm_split, fallible)]
fn later_part() -> Result<Later, SplitLoaderError> {
    Ok(Later {
        unite: || Box::pin(union::unite()),
        find: drafts::find,
        enter: hand::enter,
    })
}
