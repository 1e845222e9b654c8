//! The way to the hand-over: loads its part of the program where a counter's link was opened.

use crate::state::app::App;
use crate::state::link::{Apply, Coming};
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the part; it draws itself from then on.
pub fn open(app: App) -> Coming {
    Box::pin(async move { hand_part(app).await.map_err(|error| error.to_string()) })
}

/// The hand-over's part of the program.
#[wasm_split(hand, wasm_split_path = leptos::wasm_split, fallible)]
fn hand_part(app: App) -> Result<Apply, SplitLoaderError> {
    crate::ui::hand::show(app);
    Ok(crate::state::hand_over::apply)
}
