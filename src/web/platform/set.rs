//! The worker of the analysis set: public/staff/set.js, loaded when the first files are chosen.
//!
//! Called by name, so that no citizen downloads glue for it.

use super::picked::Picked;
use super::scanner::{call, get};
use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Bytes that stay outside the program's own memory.
#[derive(Debug, Clone)]
pub struct Buffer(ArrayBuffer);

impl Buffer {
    /// A copy of some of them; fewer where they end before.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "at most so many are there")]
    pub fn bytes(&self, at: u64, length: u64) -> Vec<u8> {
        let end = at.saturating_add(length);
        if end > u64::from(self.0.byte_length()) {
            return Vec::new();
        }
        Uint8Array::new_with_byte_offset_and_length(&self.0, at as u32, length as u32).to_vec()
    }
}

/// How far the worker is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reached {
    /// Bytes read of all files.
    pub bytes: f64,
    /// Ballots so far.
    pub ballots: f64,
    /// The file at hand.
    pub file: String,
}

/// What the worker has made: the words about the files, and the ballots.
#[derive(Debug)]
pub struct Made {
    /// The words.
    pub told: Vec<u8>,
    /// The ballots.
    pub parts: Buffer,
}

/// Reads files in a worker; nothing where it was ended. `most` is the largest file read, in bytes.
///
/// # Errors
/// What the browser said.
pub async fn open(
    files: &[Picked],
    places: &str,
    most: f64,
    tell: impl Fn(Reached) + 'static,
) -> Result<Option<Made>, String> {
    if !scripts().is_object() {
        super::page::load_script("set.js").await?;
    }
    let text = |error: JsValue| super::page::error_text(&error);
    let chosen: Array = files.iter().map(Picked::handle).collect();
    let number = |of: &JsValue, name: &str| get(of, name).as_f64().unwrap_or_default();
    let hear = Closure::<dyn FnMut(JsValue)>::new(move |reached: JsValue| {
        tell(Reached {
            bytes: number(&reached, "bytes"),
            ballots: number(&reached, "ballots"),
            file: get(&reached, "name").as_string().unwrap_or_default(),
        });
    });
    let arguments = [
        chosen.into(),
        places.into(),
        most.into(),
        hear.as_ref().clone(),
    ];
    let promise = call(&scripts(), "open", &arguments).map_err(text)?;
    let made = JsFuture::from(Promise::from(promise)).await.map_err(text)?;
    let buffer = |name: &str| get(&made, name).dyn_into::<ArrayBuffer>().ok();
    let (Some(told), Some(parts)) = (buffer("told"), buffer("parts")) else {
        return Ok(None);
    };
    Ok(Some(Made {
        told: Uint8Array::new(&told).to_vec(),
        parts: Buffer(parts),
    }))
}

/// Ends the worker, and with it all it has read.
pub fn end() {
    if scripts().is_object() {
        drop(call(&scripts(), "end", &[]));
    }
}

fn scripts() -> JsValue {
    let window = web_sys::window().map_or(JsValue::NULL, JsValue::from);
    get(&get(&window, "sipas"), "set")
}
