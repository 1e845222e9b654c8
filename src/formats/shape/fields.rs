//! The entries of an object, picked by key; what does not fit reads as empty.

use super::Shape;
use crate::json::Json;
use sipas_core::wording::Wording;

/// The entries of one object that is being read.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'json, const DOUBT: bool> {
    pub(super) entries: &'json [(String, Json)],
    pub(super) shape: &'static Shape,
}

impl<'json, const DOUBT: bool> Fields<'json, DOUBT> {
    /// The value of `key`, also where the key is mistyped.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'json Json> {
        let exact = self.entries.iter().find(|(name, _)| name == key);
        if !DOUBT {
            return exact.map(|(_, value)| value);
        }
        exact
            .or_else(|| {
                let mut entries = self.entries.iter();
                entries.find(|(name, _)| {
                    self.shape.iter().all(|known| known.0 != name) && alike(name, key)
                })
            })
            .map(|(_, value)| value)
    }

    /// The text of `key`; empty where there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        let text = self.get(key).and_then(Json::as_text);
        text.unwrap_or_default().to_owned()
    }

    /// The number of `key`.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<f64> {
        match self.get(key) {
            Some(Json::Number(value)) => Some(*value),
            _ => None,
        }
    }

    /// The whole number of `key`.
    #[must_use]
    pub fn whole(&self, key: &str) -> Option<u32> {
        self.number(key).map(|value| value as u32)
    }

    /// The flag of `key`, or `default`.
    #[must_use]
    pub fn flag(&self, key: &str, default: bool) -> bool {
        match self.get(key) {
            Some(Json::Bool(value)) => *value,
            _ => default,
        }
    }

    /// The texts of `key` by language; empty where there are none.
    #[must_use]
    pub fn wording(&self, key: &str) -> Wording {
        Wording::new(self.names(key))
    }

    /// The texts of `key` by name.
    #[must_use]
    pub fn names(&self, key: &str) -> Vec<(String, String)> {
        let mut out = Vec::new();
        if let Some(Json::Object(entries)) = self.get(key) {
            for (name, value) in entries {
                let text = value.as_text().unwrap_or_default();
                if out.iter().all(|(other, _)| other != name) {
                    out.push((name.clone(), text.to_owned()));
                }
            }
        }
        out
    }

    /// The texts listed under `key`; an unreadable one is empty.
    #[must_use]
    pub fn texts(&self, key: &str) -> Vec<String> {
        let text = |item: &Json| item.as_text().unwrap_or_default().to_owned();
        match self.get(key) {
            Some(Json::List(items)) => items.iter().map(text).collect(),
            None if !self.requires(key) => Vec::new(),
            _ => vec![String::new()],
        }
    }

    /// Whether `key` must be there.
    #[must_use]
    pub fn requires(&self, key: &str) -> bool {
        self.shape.iter().any(|known| known.0 == key && known.2)
    }

    /// Whether the unknown `name` is meant to be `key`, which is absent.
    #[must_use]
    pub fn is_meant(&self, name: &str, key: &str) -> bool {
        alike(name, key) && self.entries.iter().all(|(other, _)| other != key)
    }
}

/// Whether two keys differ by a slip: all but two characters at one place are the same.
fn alike(a: &str, b: &str) -> bool {
    if a.eq_ignore_ascii_case(b) {
        return true;
    }
    let same = |(x, y): &(u8, u8)| x == y;
    let front = a.bytes().zip(b.bytes()).take_while(same).count();
    let back = a
        .bytes()
        .rev()
        .zip(b.bytes().rev())
        .take_while(same)
        .count();
    let longer = a.len().max(b.len());
    let kept = front + back.min(a.len().min(b.len()) - front);
    kept + 2 >= longer && kept * 2 > longer
}
