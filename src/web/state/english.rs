//! Bringing in the English sentences: a part of the program of its own, loaded when English is chosen.

use crate::text::{CitizenText, Language, english};
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the sentences of `language` where they are not here yet; true when they are.
pub async fn load(language: Language) -> bool {
    if language.is_here() {
        return true;
    }
    english_part().await.map(Language::take_english).is_ok()
}

#[wasm_split(english, wasm_split_path = leptos::wasm_split, fallible)]
fn english_part() -> Result<&'static CitizenText, SplitLoaderError> {
    Ok(&english::EN)
}
