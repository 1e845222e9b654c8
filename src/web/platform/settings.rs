//! Small settings of this device in local storage, as plain text.

use gloo_storage::{LocalStorage, Storage};

/// The text stored under `key`; nothing where there is none or storage is blocked.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    available()?.get_item(key).ok().flatten()
}

/// Stores `value` under `key`; false where the browser refused.
pub fn write(key: &str, value: &str) -> bool {
    available().is_some_and(|storage| storage.set_item(key, value).is_ok())
}

/// Removes `key`; false where the browser refused.
pub fn remove(key: &str) -> bool {
    available().is_some_and(|storage| storage.remove_item(key).is_ok())
}

/// All keys that begin with `prefix`.
#[must_use]
pub fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = available() else {
        return Vec::new();
    };
    let length = storage.length().unwrap_or(0);
    (0..length)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect()
}

/// Local storage, where the browser allows it: `gloo_storage` panics where it is blocked.
fn available() -> Option<web_sys::Storage> {
    let allowed =
        web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))));
    allowed.then(LocalStorage::raw)
}
