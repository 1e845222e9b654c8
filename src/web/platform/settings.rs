//! Small settings of this device in local storage, as plain text.

use super::storage::storage;

/// The text stored under `key`; nothing where there is none.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    storage().get_item(key).ok().flatten()
}

/// Stores `value` under `key`; false where the browser refused.
pub fn write(key: &str, value: &str) -> bool {
    storage().set_item(key, value).is_ok()
}

/// Removes `key`; false where the browser refused.
pub fn remove(key: &str) -> bool {
    storage().remove_item(key).is_ok()
}
