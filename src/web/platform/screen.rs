//! The screen itself: kept awake, and given over to the page as a whole.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static LOCK: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the screen awake where the browser can; calling it again renews what the browser took back.
pub async fn keep_awake() {
    let held = LOCK.with_borrow(|lock| {
        lock.as_ref()
            .is_some_and(|lock| get(lock, "released").is_falsy())
    });
    if held {
        return;
    }
    // Browsers without it, and hidden pages, simply go without.
    if let Some(promise) = ask()
        && let Ok(lock) = JsFuture::from(promise).await
    {
        LOCK.set(Some(lock));
    }
}

/// Lets the screen sleep again.
pub fn let_sleep() {
    if let Some(lock) = LOCK.take() {
        drop(call(&lock, "release", &[]));
    }
}

/// Fills the screen with the page, or gives it back.
pub fn toggle_whole() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let document: JsValue = document.into();
    let full = get(&document, "fullscreenElement");
    let root = get(&document, "documentElement");
    let asked = if full.is_null() || full.is_undefined() {
        call(&root, "requestFullscreen", &[])
    } else {
        call(&document, "exitFullscreen", &[])
    };
    if let Some(promise) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok()) {
        // A refusal leaves the window as it is.
        leptos::task::spawn_local(async move { drop(JsFuture::from(promise).await) });
    }
}

/// Whether the person has asked for less motion.
#[must_use]
pub fn wants_less_motion() -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let asked = "(prefers-reduced-motion: reduce)";
    let found = call(&window, "matchMedia", &[asked.into()]);
    found.is_some_and(|found| get(&found, "matches").is_truthy())
}

fn ask() -> Option<Promise> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let lock = get(&navigator, "wakeLock");
    call(&lock, "request", &["screen".into()])?.dyn_into().ok()
}

fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method that may not be there; nothing where it is not, or throws.
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = get(of, name).dyn_into().ok()?;
    let list: js_sys::Array = arguments.iter().collect();
    Reflect::apply(&method, of, &list).ok()
}
