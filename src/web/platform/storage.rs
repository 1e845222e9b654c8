//! Local storage as the ledger's first engine.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::JsString;
use sipas_formats::store::{Store, StoreError};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// `Storage` with strings passed as they are: Rust's own strings would lose lone surrogates.
    type RawStorage;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get_item(this: &RawStorage, key: &str) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set_item(this: &RawStorage, key: &str, value: &JsString) -> Result<(), JsValue>;

    /// Stands in where the browser blocks local storage (public/second.js).
    #[wasm_bindgen(thread_local_v2, js_namespace = ["sipas", "second"], js_name = pageStore)]
    static PAGE_STORE: web_sys::Storage;
}

/// Whether the browser allows local storage.
#[must_use]
pub fn is_allowed() -> bool {
    web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// Local storage; where it is blocked, a store that lives as long as the page.
pub(super) fn storage() -> web_sys::Storage {
    // gloo's accessor panics where storage is blocked.
    if is_allowed() {
        LocalStorage::raw()
    } else {
        PAGE_STORE.with(Clone::clone)
    }
}

/// The browser's local storage, or what stands in for it.
#[derive(Debug, Clone)]
pub struct LocalStore {
    storage: web_sys::Storage,
}

impl LocalStore {
    /// Opens it.
    #[must_use]
    pub fn open() -> Self {
        Self { storage: storage() }
    }

    fn raw(&self) -> &RawStorage {
        self.storage.unchecked_ref()
    }
}

impl Store for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = &self.storage;
        let length = storage.length().map_err(|error| failure(&error))?;
        let mut keys = Vec::new();
        for index in 0..length {
            keys.extend(storage.key(index).map_err(|error| failure(&error))?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<Vec<u16>>, StoreError> {
        let value = self.raw().get_item(key).map_err(|error| failure(&error))?;
        Ok(value.map(|text| text.iter().collect()))
    }

    fn set(&self, key: &str, units: &[u16]) -> Result<(), StoreError> {
        // An argument list has a limit of its own, so long values are put together from pieces.
        let mut text = JsString::from("");
        for piece in units.chunks(8_192) {
            text = text.concat(&JsString::from_char_code(piece));
        }
        self.raw()
            .set_item(key, &text)
            .map_err(|error| failure(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage
            .remove_item(key)
            .map_err(|error| failure(&error))
    }

    fn used_units(&self) -> Result<usize, StoreError> {
        let mut units = 0;
        for key in self.keys()? {
            let value = self.raw().get_item(&key).map_err(|error| failure(&error))?;
            units += key.encode_utf16().count();
            units += value.map_or(0, |text| text.length() as usize);
        }
        Ok(units)
    }
}

/// What a thrown error means.
pub(super) fn failure(error: &JsValue) -> StoreError {
    let name = error
        .dyn_ref::<web_sys::DomException>()
        .map(web_sys::DomException::name)
        .unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full,
        "SecurityError" => StoreError::Unavailable,
        _ => StoreError::Other(super::page::error_text(error)),
    }
}
