//! JSON objects written key by key.

use crate::json::push_text;

/// An object under construction; keys in the order they are added.
pub(super) struct Object(String);

impl Object {
    pub(super) fn new() -> Self {
        Self("{".to_owned())
    }

    pub(super) fn raw(mut self, key: &str, value: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push_str(", ");
        }
        push_text(&mut self.0, key);
        self.0.push_str(": ");
        self.0.push_str(value);
        self
    }

    pub(super) fn text(self, key: &str, value: &str) -> Self {
        self.raw(key, &text(value))
    }

    pub(super) fn whole(self, key: &str, value: u64) -> Self {
        self.raw(key, &value.to_string())
    }

    pub(super) fn number(self, key: &str, value: Option<f64>) -> Self {
        self.raw(
            key,
            &value.map_or_else(|| "null".to_owned(), |value| value.to_string()),
        )
    }

    pub(super) fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A text as JSON.
pub(super) fn text(value: &str) -> String {
    let mut out = String::new();
    push_text(&mut out, value);
    out
}

/// A list of texts as JSON.
pub(super) fn texts(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| text(value)).collect();
    format!("[{}]", values.join(", "))
}
