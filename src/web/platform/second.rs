//! IndexedDB as the ledger's second engine: each ballot sealed under its id, written durably.
//!
//! Chromium flushes local storage lazily, so a browser killed within seconds forgets what it wrote
//! there; a transaction with `durability: "strict"` is on the disk when it completes.

use js_sys::{Array, Promise, Uint8Array};
use sipas_core::ballot::BallotId;
use sipas_formats::store::StoreError;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

const DATABASE: &str = "sipas";
const VERSION: u32 = 1;
const BALLOTS: &str = "ballots";

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the options of its transactions.
    type Database;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Database,
        store: &str,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;
}

/// The open database.
#[derive(Debug, Clone)]
pub struct Second {
    database: IdbDatabase,
}

impl Second {
    /// Opens the database, creating it on the first visit.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] where the browser blocks it, else what it said.
    pub async fn open() -> Result<Self, StoreError> {
        let factory = web_sys::window()
            .and_then(|window| window.indexed_db().ok().flatten())
            .ok_or(StoreError::Unavailable)?;
        let request = factory
            .open_with_u32(DATABASE, VERSION)
            .map_err(|error| failure(&error))?;
        let upgrading = request.clone();
        let upgrade = wasm_bindgen::closure::Closure::once_into_js(move || {
            if let Ok(result) = upgrading.result() {
                let database: IdbDatabase = result.unchecked_into();
                drop(database.create_object_store(BALLOTS));
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = done(&request).await?.unchecked_into();
        // Another tab with a newer program must not be held up by this one.
        let closing = database.clone();
        let close = wasm_bindgen::closure::Closure::once_into_js(move || closing.close());
        database.set_onversionchange(Some(close.unchecked_ref()));
        Ok(Self { database })
    }

    /// Writes a sealed ballot, waits until it is on the disk, and reads it back.
    ///
    /// # Errors
    /// [`StoreError`]; also where what was read back differs.
    pub async fn put(&self, id: BallotId, sealed: &[u8]) -> Result<(), StoreError> {
        let transaction = self.transaction("readwrite")?;
        let store = store_of(&transaction)?;
        let key = JsValue::from_str(&id.to_string());
        store
            .put_with_key(&Uint8Array::from(sealed), &key)
            .map_err(|error| failure(&error))?;
        committed(&transaction).await?;
        match self.get(id).await? {
            Some(back) if back == sealed => Ok(()),
            _ => Err(StoreError::Other("read back differently".to_owned())),
        }
    }

    /// The sealed ballot with this id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn get(&self, id: BallotId) -> Result<Option<Vec<u8>>, StoreError> {
        let transaction = self.transaction("readonly")?;
        let request = store_of(&transaction)?
            .get(&JsValue::from_str(&id.to_string()))
            .map_err(|error| failure(&error))?;
        let value = done(&request).await?;
        Ok(value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec))
    }

    /// The keys of all stored ballots, as they are written.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn keys(&self) -> Result<Vec<String>, StoreError> {
        let transaction = self.transaction("readonly")?;
        let request = store_of(&transaction)?
            .get_all_keys()
            .map_err(|error| failure(&error))?;
        let keys: Array = done(&request).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }

    fn transaction(&self, mode: &str) -> Result<IdbTransaction, StoreError> {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &"durability".into(), &"strict".into())
            .map_err(|error| failure(&error))?;
        self.database
            .unchecked_ref::<Database>()
            .transaction(BALLOTS, mode, &options)
            .map_err(|error| failure(&error))
    }
}

fn store_of(transaction: &IdbTransaction) -> Result<IdbObjectStore, StoreError> {
    transaction
        .object_store(BALLOTS)
        .map_err(|error| failure(&error))
}

/// Waits for a request and gives its result.
async fn done(request: &IdbRequest) -> Result<JsValue, StoreError> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result().map_err(|error| failure(&error)),
        Err(_) => Err(last_error(request.error().ok().flatten())),
    }
}

/// Waits until a transaction is on the disk.
async fn committed(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(last_error(transaction.error())),
    }
}

fn last_error(error: Option<web_sys::DomException>) -> StoreError {
    error.map_or_else(
        || StoreError::Other("?".to_owned()),
        |error| failure(&error),
    )
}

fn failure(error: &JsValue) -> StoreError {
    super::storage::failure(error)
}
