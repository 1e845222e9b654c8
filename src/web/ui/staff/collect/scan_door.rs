//! The way to the code reader: a part of the program of its own, for browsers that have none.

use crate::platform::clock;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use sipas_formats::qr::scan::{Picture, Scan, Slice};
use std::pin::Pin;

/// A search under way.
type Search = Pin<Box<dyn Future<Output = Vec<String>>>>;

/// The texts of the codes in a picture, looked for in slices that leave the page time for other things.
///
/// # Errors
/// Why the part could not be loaded.
pub async fn search(picture: Picture) -> Result<Vec<String>, String> {
    match scan_part(picture).await {
        Ok(search) => Ok(search.await),
        Err(error) => Err(error.to_string()),
    }
}

#[wasm_split(staff_scan, wasm_split_path = leptos::wasm_split, fallible)]
fn scan_part(picture: Picture) -> Result<Search, SplitLoaderError> {
    Ok(Box::pin(async move {
        let mut scan = Scan::new(picture);
        loop {
            match scan.slice() {
                Slice::Found(texts) => return texts,
                Slice::More => clock::breathe().await,
                Slice::Nothing => return Vec::new(),
            }
        }
    }))
}
