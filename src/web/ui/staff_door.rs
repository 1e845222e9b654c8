//! The way to the staff's pages: loads their part of the program when it is first asked for.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The staff's part of the program: this function and all that only it calls is a file of its own.
///
/// `owner` keeps the signals made in it; an awaited function runs outside of any.
#[wasm_split(staff, wasm_split_path = leptos::wasm_split, fallible)]
pub fn staff_frame(owner: Owner) -> Result<(), SplitLoaderError> {
    owner.with(crate::ui::staff::show);
    Ok(())
}
