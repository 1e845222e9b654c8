//! The counter's camera and beep: public/staff/scanner.js, loaded when the page for it is opened.
//!
//! Called by name, so that no citizen downloads glue for it.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What the camera saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// The browser found codes by itself, or none.
    Texts(Vec<String>),
    /// A picture to look through: width, height, brightness row by row.
    Picture(usize, usize, Vec<u8>),
}

/// A frame of the camera; [`Frame::done`] asks for the next one.
#[derive(Debug, Clone)]
pub struct Frame {
    /// What is in it.
    pub seen: Seen,
    frame: JsValue,
}

impl Frame {
    fn of(frame: JsValue) -> Self {
        let texts = get(&frame, "texts");
        let seen = if let Some(texts) = texts.dyn_ref::<Array>() {
            Seen::Texts(texts.iter().filter_map(|text| text.as_string()).collect())
        } else {
            let luma = get(&frame, "luma");
            let luma = luma.dyn_ref().map_or_else(Vec::new, Uint8Array::to_vec);
            Seen::Picture(side(&frame, "width"), side(&frame, "height"), luma)
        };
        Self { seen, frame }
    }

    /// Says what was found in it, and asks for the next one.
    pub fn done(&self, found: &[String]) {
        let found: Array = found.iter().map(|text| JsValue::from_str(text)).collect();
        drop(call(&self.frame, "done", &[found.into()]));
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a whole number of pixels"
)]
fn side(frame: &JsValue, name: &str) -> usize {
    get(frame, name).as_f64().unwrap_or_default() as usize
}

/// What takes the frames; it lives until the page is left.
#[derive(Debug)]
pub struct Look(Closure<dyn FnMut(JsValue)>);

impl Look {
    /// Calls `look` with each frame.
    pub fn new(mut look: impl FnMut(Frame) + 'static) -> Self {
        Self(Closure::new(move |frame| look(Frame::of(frame))))
    }

    /// What the script calls; it does nothing once the [`Look`] is gone.
    #[must_use]
    pub fn handle(&self) -> Handle {
        Handle(self.0.as_ref().clone())
    }
}

/// A [`Look`] as the script holds it.
#[derive(Debug, Clone)]
pub struct Handle(JsValue);

/// Starts the camera; it shows in `#scan-video`.
///
/// # Errors
/// The name of the browser's error, or `none` where there is no camera access.
pub async fn start(look: Handle) -> Result<(), String> {
    ask("start", &[look.0]).await.map(drop)
}

/// Lets the camera go.
pub fn stop() {
    drop(call(&scanner(), "stop", &[]));
}

/// Looks at the picture chosen in `#scan-file`; false where it is none.
pub async fn file(look: Handle) -> bool {
    let shown = ask("file", &[look.0]).await;
    shown.is_ok_and(|shown| shown.is_truthy())
}

/// One high tone, or two low ones.
pub fn beep(good: bool) {
    drop(call(&scanner(), "beep", &[good.into()]));
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        drop(call(&window, "print", &[]));
    }
}

/// Whether the script is here.
#[must_use]
pub fn is_here() -> bool {
    scanner().is_object()
}

async fn ask(name: &str, arguments: &[JsValue]) -> Result<JsValue, String> {
    let text = |error: JsValue| super::page::error_text(&error);
    let promise = call(&scanner(), name, arguments).map_err(text)?;
    JsFuture::from(Promise::from(promise)).await.map_err(text)
}

fn scanner() -> JsValue {
    let window = web_sys::window().map_or(JsValue::NULL, JsValue::from);
    get(&get(&window, "sipas"), "scanner")
}

pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(of, name).dyn_into()?;
    Reflect::apply(&method, of, &arguments.iter().collect())
}
