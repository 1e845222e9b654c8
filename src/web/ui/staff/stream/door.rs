//! The way to the fountain code: a part of the program of its own, loaded when a stream begins.

use crate::state::stream::Streaming;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// The part.
///
/// # Errors
/// Why it could not be loaded.
pub async fn open() -> Result<Streaming, String> {
    stream_part().await.map_err(|error| error.to_string())
}

#[wasm_split(staff_stream, wasm_split_path = leptos::wasm_split, fallible)]
fn stream_part() -> Result<Streaming, SplitLoaderError> {
    Ok(Streaming::HERE)
}
