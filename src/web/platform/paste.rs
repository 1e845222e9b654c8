//! Long texts pasted into a field, taken before the browser lays them out.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};

/// The text of a paste that would be all that stands in its text area, where it has `least` bytes or more.
///
/// The area is then left as it is: a browser takes seconds to lay out a hundred thousand lines, and the page stands still.
#[must_use]
pub fn long(event: &ClipboardEvent, least: usize) -> Option<String> {
    let area: HtmlTextAreaElement = event.target()?.dyn_into().ok()?;
    let letters = area.value().encode_utf16().count();
    let selected = area.selection_start().ok()??..area.selection_end().ok()??;
    let text = event.clipboard_data()?.get_data("text/plain").ok()?;
    let is_all = selected.len() == letters;
    (is_all && text.len() >= least).then(|| {
        event.prevent_default();
        text
    })
}
