//! The second engine: each ballot sealed under its id in IndexedDB, written durably.
//!
//! Chromium flushes local storage lazily, so a browser killed within seconds forgets what it wrote
//! there; a strict transaction is on the disk when it completes. public/second.js holds the
//! database open, from before this program is here, and describes each of these calls.

use js_sys::{Array, Uint8Array};
use sipas_formats::store::StoreError;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["sipas", "second"], js_name = add)]
    async fn add_all(
        store: &str,
        keys: &str,
        others: &str,
        values: &Array,
        text: &str,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = hasBallots)]
    async fn ask_ballots() -> JsValue;

    #[wasm_bindgen(catch, js_namespace = ["sipas", "second"], js_name = ids)]
    async fn all_ids() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["sipas", "second"], js_name = page)]
    async fn next_page(store: &str, after: &str, count: u32) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["sipas", "second"], js_name = erase)]
    async fn erase_all(store: &str, keys: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = lock)]
    async fn ask_lock(name: &str, shared: bool, wait: bool) -> JsValue;

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = status)]
    async fn ask_status() -> JsValue;

    #[wasm_bindgen(catch, js_namespace = ["sipas", "second"], js_name = room)]
    async fn ask_room() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["sipas", "second"], js_name = persisted)]
    async fn ask_persisted() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["sipas", "second"], js_name = persist)]
    async fn ask_persist() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = listen)]
    fn listen_to(action: &js_sys::Function);

    #[wasm_bindgen(thread_local_v2, js_namespace = ["sipas", "second"], js_name = writer)]
    static WRITER: js_sys::Promise;

    #[wasm_bindgen(thread_local_v2, js_namespace = ["sipas", "second"], js_name = ready)]
    static READY: js_sys::Promise;

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = claim)]
    async fn ask_claim(key: &str) -> JsValue;

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = drafts)]
    fn all_drafts() -> Array;

    /// Stores a draft in both engines under this tab's lock; it is not waited for.
    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = keepDraft)]
    pub fn keep_draft(key: &str, text: &str);

    /// Erases a draft from both engines.
    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = dropDraft)]
    pub fn drop_draft(key: &str);

    /// Lets other tabs offer the draft this one answered.
    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = releaseDraft)]
    pub fn release_draft();

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = keepSetting)]
    fn keep_text(key: &str, text: &str) -> js_sys::Promise;

    #[wasm_bindgen(js_namespace = ["sipas", "second"], js_name = dropDraft)]
    fn drop_text(key: &str) -> js_sys::Promise;

    /// Gives up a lock.
    #[wasm_bindgen(js_namespace = ["sipas", "second"])]
    pub fn unlock(name: &str);
}

/// Where sealed ballots stand.
pub const BALLOTS: &str = "ballots";

/// Where removal marks stand.
pub const MARKS: &str = "marks";

/// Where drafts, settings and the register of papers stand.
pub const TEXTS: &str = "texts";

/// The [`status`] of a database a newer program made.
pub const NEWER: &str = "newer";

/// A sealed record with the key it belongs under, and the key for it where that one is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The other key.
    pub other: String,
    /// The record.
    pub sealed: Vec<u8>,
}

/// Adds records, and erases the text under the key `text` with them: all of it or nothing.
///
/// # Errors
/// [`StoreError`]; also where what was read back differs.
pub async fn add(store: &str, entries: &[Entry], text: &str) -> Result<(), StoreError> {
    if entries.is_empty() {
        return Ok(());
    }
    let lines = |of: fn(&Entry) -> &str| {
        let keys: Vec<&str> = entries.iter().map(of).collect();
        keys.join("\n")
    };
    let values = Array::new();
    for entry in entries {
        values.push(&Uint8Array::from(entry.sealed.as_slice()));
    }
    let (keys, others) = (lines(|entry| &entry.key), lines(|entry| &entry.other));
    let added = add_all(store, &keys, &others, &values, text).await;
    added.map(drop).map_err(failure)
}

/// The ids all keys of ballots begin with, ascending; an id with two records is there twice.
///
/// # Errors
/// [`StoreError`].
pub async fn ids() -> Result<Vec<u64>, StoreError> {
    let found = all_ids().await.map_err(failure)?;
    Ok(found.unchecked_into::<js_sys::BigUint64Array>().to_vec())
}

/// The next `count` entries after a key: keys and values.
async fn entries(
    store: &str,
    after: &str,
    count: u32,
) -> Result<Vec<(String, JsValue)>, StoreError> {
    let found = next_page(store, after, count).await.map_err(failure)?;
    let found: Array = found.unchecked_into();
    let (keys, values): (Array, Array) =
        (found.get(0).unchecked_into(), found.get(1).unchecked_into());
    let keys = keys.iter().map(|key| key.as_string().unwrap_or_default());
    Ok(keys.zip(values.iter()).collect())
}

/// The next `count` records after a key (none: from the first), with their keys.
///
/// A value that is no record comes as no bytes.
///
/// # Errors
/// [`StoreError`].
pub async fn page(
    store: &str,
    after: &str,
    count: u32,
) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let found = entries(store, after, count).await?;
    let bytes = |value: JsValue| value.dyn_ref().map_or_else(Vec::new, Uint8Array::to_vec);
    let records = found.into_iter().map(|(key, value)| (key, bytes(value)));
    Ok(records.collect())
}

/// The text kept here under a key; nothing where there is none, or no second engine.
pub async fn text(key: &str) -> Option<String> {
    let before = key.get(..key.len().checked_sub(1)?)?;
    let found = entries("texts", before, 1).await.ok()?;
    let found = found.into_iter().find(|entry| entry.0 == key)?;
    found.1.as_string()
}

/// Stores a setting that must outlive local storage in both engines; it is not waited for.
pub fn keep_setting(key: &str, text: &str) {
    drop(keep_text(key, text));
}

/// Stores a setting in both engines, on the disk when this ends.
pub async fn keep_durably(key: &str, text: &str) {
    // Where the second engine cannot, the first has it.
    drop(JsFuture::from(keep_text(key, text)).await);
}

/// Erases a setting from both engines; gone from the second when this ends.
pub async fn drop_setting(key: &str) {
    // Where the second engine cannot, it has nothing that comes back.
    drop(JsFuture::from(drop_text(key)).await);
}

/// The texts whose keys begin with `prefix`, with their keys.
///
/// # Errors
/// [`StoreError`].
pub async fn texts(prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
    let mut found = Vec::new();
    // Keys come in order; the prefix itself comes first.
    let mut after = prefix.to_owned();
    after.pop();
    loop {
        let page = entries("texts", &after, 500).await?;
        let Some((last, _)) = page.last() else {
            return Ok(found);
        };
        after.clone_from(last);
        let is_past = last.as_str() > prefix && !last.starts_with(prefix);
        for (key, value) in page {
            if key.starts_with(prefix)
                && let Some(text) = value.as_string()
            {
                found.push((key, text));
            }
        }
        if is_past {
            return Ok(found);
        }
    }
}

/// Whether any ballot stands here.
pub async fn has_ballots() -> bool {
    ask_ballots().await.is_truthy()
}

/// Waits until the drafts of both engines are one; no longer than a person would notice.
pub async fn ready() {
    // It never fails: without the second engine there is nothing to wait for.
    drop(JsFuture::from(READY.with(Clone::clone)).await);
}

/// All drafts no other tab is answering.
#[must_use]
pub fn drafts() -> Vec<String> {
    all_drafts()
        .iter()
        .filter_map(|text| text.as_string())
        .collect()
}

/// Makes this tab the one that answers a draft; false where another one does.
pub async fn claim_draft(key: &str) -> bool {
    ask_claim(key).await.is_truthy()
}

/// Takes records away for good.
///
/// # Errors
/// [`StoreError`].
pub async fn erase(store: &str, keys: &[String]) -> Result<(), StoreError> {
    let done = erase_all(store, &keys.join("\n")).await;
    done.map(drop).map_err(failure)
}

/// A number no other open tab has; nothing where the browser cannot say.
pub async fn writer() -> Option<u32> {
    let leased = JsFuture::from(WRITER.with(Clone::clone)).await.ok()?;
    let number = leased.as_f64().filter(|number| *number >= 1.0)?;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small whole number"
    )]
    let number = number as u32;
    Some(number)
}

/// Takes a lock until [`unlock`] or the end of the page; false where another tab has it, nothing
/// where the browser has no locks. With `wait` it waits its turn.
pub async fn lock(name: &str, shared: bool, wait: bool) -> Option<bool> {
    ask_lock(name, shared, wait).await.as_bool()
}

/// Empty where the database is open, `newer` where it is and a newer program made it, else why it is not.
pub async fn status() -> String {
    ask_status().await.as_string().unwrap_or_default()
}

/// Whether [`status`] says that the database is open.
#[must_use]
pub fn is_open(status: &str) -> bool {
    status.is_empty() || status == NEWER
}

/// Whether [`status`] says that the database is still being opened.
#[must_use]
pub fn is_late(status: &str) -> bool {
    status.starts_with("TimeoutError")
}

/// Bytes left to this site by the browser's estimate; nothing where it makes none.
pub async fn room() -> Option<f64> {
    ask_room().await.ok()?.as_f64()
}

/// Whether the browser promises to keep this site's data when the disk gets full; nothing where it
/// cannot say.
pub async fn persisted() -> Option<bool> {
    ask_persisted().await.ok()?.as_bool()
}

/// Asks for that promise; some browsers ask the person.
pub async fn persist() -> Option<bool> {
    ask_persist().await.ok()?.as_bool()
}

/// Calls `action` with the key of local storage another tab has changed; with nothing where all of
/// it was cleared. For as long as the page lives.
pub fn listen(mut action: impl FnMut(Option<String>) + 'static) {
    let callback = Closure::<dyn FnMut(JsValue)>::new(move |key: JsValue| action(key.as_string()));
    listen_to(callback.as_ref().unchecked_ref());
    callback.forget();
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "used as a function in map_err"
)]
fn failure(error: JsValue) -> StoreError {
    super::storage::failure(&error)
}
