//! The browser's side of the kiosk: public/scripts/kiosk.js, which describes each call.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = sipas, js_name = kiosk)]
    fn ask(name: &str, argument: &str) -> Result<JsValue, JsValue>;
}

/// Loads the script; once is enough, and more does no harm.
///
/// # Errors
/// That it could not be loaded.
pub async fn load() -> Result<(), String> {
    if ask("steady", "").is_ok() {
        return Ok(());
    }
    super::page::load_script("kiosk.js").await
}

fn tell(name: &str, argument: &str) {
    // What the browser refuses here (full screen, staying awake) it may allow with the next touch.
    drop(ask(name, argument));
}

fn number(name: &str) -> f64 {
    ask(name, "")
        .ok()
        .and_then(|found| found.as_f64())
        .unwrap_or_default()
}

/// Milliseconds that never jump.
#[must_use]
pub fn steady_ms() -> f64 {
    number("steady")
}

/// Milliseconds since the last touch or key.
#[must_use]
pub fn idle_ms() -> f64 {
    number("idle")
}

/// Counts as a touch.
pub fn touch() {
    tell("touch", "");
}

/// Keeps the screen on and, called in a gesture, fills it.
pub fn hold_screen() {
    tell("hold", "");
}

/// Gives the screen back.
pub fn release_screen() {
    tell("release", "");
}

/// Keeps what is typed out of the browser's memory.
pub fn tidy() {
    tell("tidy", "");
}

/// Opens the browser's printing.
pub fn print() {
    tell("print", "");
}

/// Opens a dialog over everything else.
pub fn open_dialog(id: &str) {
    tell("open", id);
}

/// Random bytes, hexadecimal; nothing where the browser has no generator for secrets.
#[must_use]
pub fn random_hex(bytes: &str) -> Option<String> {
    ask("bytes", bytes).ok()?.as_string()
}

/// A slow hash: PBKDF2 with HMAC-SHA-256, 256 bits, hexadecimal.
///
/// # Errors
/// What the browser said; pages without https have no such functions.
pub async fn hash(rounds: u32, salt: &str, secret: &str) -> Result<String, String> {
    let text = |error: JsValue| super::page::error_text(&error);
    let argument = [rounds.to_string().as_str(), salt, secret].join(" ");
    let coming = ask("hash", &argument).map_err(text)?;
    let found = JsFuture::from(js_sys::Promise::resolve(&coming)).await;
    found
        .map_err(text)?
        .as_string()
        .ok_or_else(|| "?".to_owned())
}
