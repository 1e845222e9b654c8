//! The address: what stands after `#`, which never reaches a server.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The fragment without its `#`.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// This app's address without its fragment and what stands behind `?`.
#[must_use]
pub fn base() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok());
    let href = href.unwrap_or_default();
    let end = href.find(['#', '?']).unwrap_or(href.len());
    href.get(..end).unwrap_or(&href).to_owned()
}

/// Decodes percent escapes of one part of the fragment; text that is no valid escape stays as is.
#[must_use]
pub fn decode(part: &str) -> String {
    js_sys::decode_uri_component(part).map_or_else(|_| part.to_owned(), String::from)
}

/// Goes to another fragment as a new entry of the history.
pub fn go(fragment: &str) {
    if let Some(window) = web_sys::window() {
        drop(window.location().set_hash(fragment));
    }
}

/// Calls `action` whenever the fragment changes, for as long as the page lives.
pub fn on_change(action: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(action);
    if let Some(window) = web_sys::window() {
        drop(
            window
                .add_event_listener_with_callback("hashchange", callback.as_ref().unchecked_ref()),
        );
    }
    callback.forget();
}
