//! The library of suggested measures: one list a factor, the office's own where it has changed it.

use crate::platform::{second, settings};

/// What the keys of changed lists begin with; the factor's id follows.
const KEYS: &str = "sipas/office/measures/";

fn key(factor: &str) -> String {
    [KEYS, factor].concat()
}

/// The office's own list for a factor, one measure a line; nothing where it has not changed it.
#[must_use]
pub fn own(factor: &str) -> Option<String> {
    settings::read(&key(factor))
}

/// Keeps a list; false where the browser refused. An empty one gives the suggested list back.
pub fn keep(factor: &str, lines: &str) -> bool {
    let key = key(factor);
    if lines.trim().is_empty() {
        leptos::task::spawn_local(async move { second::drop_setting(&key).await });
        return true;
    }
    let kept = settings::write(&key, lines);
    second::keep_setting(&key, lines);
    kept
}
