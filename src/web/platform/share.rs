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

/// A file ready to be handed to another app.
#[derive(Debug, Clone)]
pub struct Shareable(Object);

/// The file as other apps take it; nothing where the browser has no such thing.
#[must_use]
pub fn file(name: &str, media_type: &str, bytes: &[u8]) -> Option<Shareable> {
    let window = web_sys::window()?;
    let make = Reflect::get(&window, &"File".into()).ok()?;
    let make: Function = make.dyn_into().ok()?;
    let options = Object::new();
    // Without what follows the semicolon, which some systems do not know.
    let kind = media_type.split(';').next().unwrap_or_default();
    Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    let arguments = Array::new();
    arguments.push(&parts);
    arguments.push(&name.into());
    arguments.push(&options);
    let file = Reflect::construct(&make, &arguments).ok()?;
    let data = Object::new();
    Reflect::set(&data, &"files".into(), &Array::of1(&file)).ok()?;
    Some(Shareable(data))
}

impl Shareable {
    /// Whether the browser would offer it to other apps.
    #[must_use]
    pub fn can_be_shared(&self) -> bool {
        let navigator = navigator();
        method(&navigator, "canShare").is_some_and(|can| {
            Reflect::apply(&can, &navigator, &Array::of1(&self.0))
                .is_ok_and(|answer| answer.is_truthy())
        })
    }

    /// Offers it to other apps; false where the person or the browser declined.
    pub async fn share(&self) -> bool {
        call(&navigator(), "share", &self.0).await
    }
}
