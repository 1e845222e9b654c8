//! Passing a text on: to another app, or to the clipboard.
//!
//! Called by name, so that the first download needs no glue for what only few citizens use.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the browser can hand a link to another app.
#[must_use]
pub fn can_share() -> bool {
    method(&navigator(), "share").is_some()
}

/// Offers a link to other apps; false where the person or the browser declined.
pub async fn share(title: &str, url: &str) -> bool {
    let data = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&data, &key.into(), &value.into()).is_ok();
    set("title", title) && set("url", url) && call(&navigator(), "share", &data.into()).await
}

/// Puts a text into the clipboard; false where the browser refused.
pub async fn copy(text: &str) -> bool {
    let clipboard = Reflect::get(&navigator(), &"clipboard".into());
    match clipboard {
        Ok(clipboard) if clipboard.is_object() => call(&clipboard, "writeText", &text.into()).await,
        _ => false,
    }
}

fn navigator() -> JsValue {
    web_sys::window().map_or(JsValue::NULL, |window| window.navigator().into())
}

fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Calls a method that gives a promise; true where it is kept.
async fn call(of: &JsValue, name: &str, argument: &JsValue) -> bool {
    let Some(method) = method(of, name) else {
        return false;
    };
    match Reflect::apply(&method, of, &Array::of1(argument)) {
        Ok(promise) => JsFuture::from(js_sys::Promise::from(promise)).await.is_ok(),
        Err(_) => false,
    }
}
