//! Small settings of this device in local storage, as plain text.

use super::storage::{is_allowed, storage};

/// The text stored under `key`; nothing where there is none.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    storage().get_item(key).ok().flatten()
}

/// Stores `value` under `key`; false where the browser refused, or would forget it with the page.
pub fn write(key: &str, value: &str) -> bool {
    is_allowed() && storage().set_item(key, value).is_ok()
}

/// Removes `key`; false where the browser refused.
pub fn remove(key: &str) -> bool {
    is_allowed() && storage().remove_item(key).is_ok()
}

/// The keys there are, in order.
#[must_use]
pub fn keys() -> Vec<String> {
    let storage = storage();
    let count = storage.length().unwrap_or_default();
    let mut keys: Vec<String> = (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .collect();
    keys.sort_unstable();
    keys
}
