//! Imports that were taken back: their ballots are marked as removed, but nobody decided to remove them.

use crate::platform::{second, settings};
use std::collections::BTreeSet;

/// The times of their removal marks, in seconds since 1970, with spaces between.
const KEY: &str = "sipas/import-undone";

/// The times.
#[must_use]
pub fn times() -> BTreeSet<i64> {
    let text = settings::read(KEY).unwrap_or_default();
    text.split(' ')
        .filter_map(|time| time.parse().ok())
        .collect()
}

/// Remembers one more.
pub fn note(at_secs: i64) {
    let mut times = times();
    times.insert(at_secs);
    let texts: Vec<String> = times.iter().map(i64::to_string).collect();
    second::keep_setting(KEY, &texts.join(" "));
}
