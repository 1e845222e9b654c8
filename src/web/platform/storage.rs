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
}

/// The browser's local storage.
#[derive(Debug, Clone)]
pub struct LocalStore {
    storage: Option<web_sys::Storage>,
}

impl LocalStore {
    /// Local storage, or a store that says it is unavailable where the browser blocks it.
    #[must_use]
    pub fn open() -> Self {
        // gloo's accessor panics where storage is blocked, so look first.
        let allowed =
            web_sys::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))));
        Self {
            storage: allowed.then(LocalStorage::raw),
        }
    }

    fn storage(&self) -> Result<&web_sys::Storage, StoreError> {
        self.storage.as_ref().ok_or(StoreError::Unavailable)
    }

    fn raw(&self) -> Result<&RawStorage, StoreError> {
        Ok(self.storage()?.unchecked_ref())
    }
}

impl Store for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = self.storage()?;
        let length = storage.length().map_err(|error| failure(&error))?;
        let mut keys = Vec::new();
        for index in 0..length {
            keys.extend(storage.key(index).map_err(|error| failure(&error))?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<Vec<u16>>, StoreError> {
        let value = self.raw()?.get_item(key).map_err(|error| failure(&error))?;
        Ok(value.map(|text| text.iter().collect()))
    }

    fn set(&self, key: &str, units: &[u16]) -> Result<(), StoreError> {
        // An argument list has a limit of its own, so long values are put together from pieces.
        let mut text = JsString::from("");
        for piece in units.chunks(8_192) {
            text = text.concat(&JsString::from_char_code(piece));
        }
        self.raw()?
            .set_item(key, &text)
            .map_err(|error| failure(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage()?
            .remove_item(key)
            .map_err(|error| failure(&error))
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
