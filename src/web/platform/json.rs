//! JSON text to the neutral tree, by the browser's own parser: it costs the download nothing.

use sipas_core::problem::{Fault, Problem};
use sipas_formats::json::Json;
use wasm_bindgen::{JsCast, JsValue};

/// Parses `text`.
///
/// # Errors
/// One [`Fault::NotJson`] problem with the browser's own account of what it found.
pub fn parse(text: &str) -> Result<Json, Problem> {
    match js_sys::JSON::parse(text) {
        Ok(value) => Ok(tree(&value)),
        Err(error) => Err(Problem {
            path: String::new(),
            fault: Fault::NotJson,
            expected: "JSON".to_owned(),
            found: super::page::error_text(&error),
        }),
    }
}

fn tree(value: &JsValue) -> Json {
    if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        Json::Number(number)
    } else if let Some(truth) = value.as_bool() {
        Json::Bool(truth)
    } else if let Some(list) = value.dyn_ref::<js_sys::Array>() {
        Json::List(list.iter().map(|item| tree(&item)).collect())
    } else if let Some(object) = value.dyn_ref::<js_sys::Object>() {
        let entries = js_sys::Object::entries(object);
        Json::Object(
            entries
                .iter()
                .map(|entry| {
                    let pair: js_sys::Array = entry.unchecked_into();
                    (
                        pair.get(0).as_string().unwrap_or_default(),
                        tree(&pair.get(1)),
                    )
                })
                .collect(),
        )
    } else {
        Json::Null
    }
}
