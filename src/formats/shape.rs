//! Reads JSON objects by tables of their keys, telling everything that does not fit.
//!
//! A reader never stops at a problem: what cannot be read becomes empty, and its path is a *hole*,
//! so that nobody complains a second time about what follows from it.

mod fields;

pub use fields::Fields;

use crate::json::Json;
use core::mem;
use sipas_core::findings::{Findings, quoted};
use sipas_core::problem::{Fault, Problem};

/// What a key's value must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A string.
    Text,
    /// A number.
    Number,
    /// A whole number from 0 to 4 294 967 295.
    Whole,
    /// `true` or `false`.
    Flag,
    /// An object of strings by language.
    Wording,
    /// An object of strings by name.
    Names,
    /// An array of strings.
    Texts,
    /// An array of objects.
    List,
    /// An object.
    Object,
}

/// A key of an object: name, what its value must be, whether it must be there.
pub type Key = (&'static str, Kind, bool);

/// All keys of an object.
pub type Shape = [Key];

/// A key every object may have, for its author's remarks; it is not read.
pub const REMARK: &str = "$comment";

/// Walks a tree; one that doubts collects what is wrong with it.
///
/// A file that carries its check's stamp (see [`crate::stamp`]) is read without doubt: that leaves
/// everything that only finds and tells problems out of a citizen's download.
#[derive(Debug, Default)]
pub struct Reader<const DOUBT: bool> {
    findings: Findings,
    holes: Vec<String>,
    muted: bool,
}

impl<const DOUBT: bool> Reader<DOUBT> {
    /// A reader at a document's root.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What was found, and the paths where nothing could be read.
    #[must_use]
    pub fn finish(self) -> (Vec<Problem>, Vec<String>) {
        (self.findings.into_problems(), self.holes)
    }

    /// Reads an object: every unknown, repeated, missing or mistyped key is told.
    pub fn object<'json>(
        &mut self,
        json: &'json Json,
        shape: &'static Shape,
    ) -> Fields<'json, DOUBT> {
        let entries: &[(String, Json)] = match json {
            Json::Object(entries) => entries,
            _ => {
                if DOUBT {
                    self.hole(Fault::WrongType, "an object", &json.shown());
                }
                return Fields {
                    entries: &[],
                    shape,
                };
            }
        };
        let fields = Fields { entries, shape };
        if DOUBT {
            self.doubt(fields);
        }
        fields
    }

    /// Tells every key of an object that does not fit its table.
    fn doubt(&mut self, fields: Fields<'_, DOUBT>) {
        let Fields { entries, shape } = fields;
        for (index, (name, value)) in entries.iter().enumerate() {
            let mark = self.findings.enter(name);
            let earlier = entries.get(..index).unwrap_or_default();
            if earlier.iter().any(|(other, _)| other == name) {
                self.tell(Fault::Duplicate, "a key once", &quoted(name));
            } else if let Some((_, kind, _)) = shape.iter().find(|key| key.0 == name) {
                self.value(value, *kind);
            } else if name != REMARK {
                let meant = shape.iter().find(|key| fields.is_meant(name, key.0));
                if let Some((_, kind, _)) = meant {
                    self.value(value, *kind);
                }
                let expected = meant.map_or_else(|| all_names(shape), |key| quoted(key.0));
                self.tell(Fault::Unknown, &expected, &quoted(name));
            }
            self.findings.leave(mark);
        }
        for (name, kind, required) in shape {
            if *required && fields.get(name).is_none() {
                let mark = self.findings.enter(name);
                self.hole(Fault::Missing, kind.expected(), "nothing");
                self.findings.leave(mark);
            }
        }
    }

    /// Reads the objects listed under `key` with `read`.
    ///
    /// A list that should be there and is not counts as one unreadable item.
    pub fn list<T>(
        &mut self,
        fields: Fields<'_, DOUBT>,
        key: &'static str,
        read: &dyn Fn(&mut Self, &Json) -> T,
    ) -> Vec<T> {
        let mut out = Vec::new();
        match fields.get(key) {
            Some(Json::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    if DOUBT {
                        let mark = self.findings.enter_item(key, index);
                        out.push(read(self, item));
                        self.findings.leave(mark);
                    } else {
                        out.push(read(self, item));
                    }
                }
            }
            None if !fields.requires(key) => {}
            _ if !DOUBT => {}
            _ => {
                let muted = mem::replace(&mut self.muted, true);
                out.push(read(self, &Json::Null));
                self.muted = muted;
            }
        }
        out
    }

    /// Reads the object under `key` with `read`; absent where it is.
    pub fn part<T>(
        &mut self,
        fields: Fields<'_, DOUBT>,
        key: &'static str,
        read: &dyn Fn(&mut Self, &Json) -> T,
    ) -> Option<T> {
        let json = fields.get(key)?;
        if !DOUBT {
            return Some(read(self, json));
        }
        let mark = self.findings.enter(key);
        let value = read(self, json);
        self.findings.leave(mark);
        Some(value)
    }

    /// A problem with what stands under `key`.
    pub fn problem(&mut self, key: &str, fault: Fault, expected: &str, found: &str) {
        if !DOUBT {
            return;
        }
        let mark = self.findings.enter(key);
        self.hole(fault, expected, found);
        self.findings.leave(mark);
    }

    fn value(&mut self, value: &Json, kind: Kind) {
        match (kind, value) {
            (Kind::Text, Json::Text(_))
            | (Kind::Number, Json::Number(_))
            | (Kind::Flag, Json::Bool(_))
            | (Kind::List, Json::List(_))
            // An object is read, and doubted, by its own table.
            | (Kind::Object, _) => {}
            (Kind::Whole, Json::Number(value)) if f64::from(*value as u32) == *value => {}
            (Kind::Wording | Kind::Names, Json::Object(entries)) => self.texts_by_name(entries),
            (Kind::Texts, Json::List(items)) => {
                for (index, item) in items.iter().enumerate() {
                    if !matches!(item, Json::Text(_)) {
                        let mark = self.findings.enter_index(index);
                        self.hole(Fault::WrongType, Kind::Text.expected(), &item.shown());
                        self.findings.leave(mark);
                    }
                }
            }
            _ => self.hole(Fault::WrongType, kind.expected(), &value.shown()),
        }
    }

    fn texts_by_name(&mut self, entries: &[(String, Json)]) {
        for (index, (name, text)) in entries.iter().enumerate() {
            let mark = self.findings.enter(name);
            let earlier = entries.get(..index).unwrap_or_default();
            if earlier.iter().any(|(other, _)| other == name) {
                self.tell(Fault::Duplicate, "a key once", &quoted(name));
            } else if !matches!(text, Json::Text(_)) {
                self.hole(Fault::WrongType, Kind::Text.expected(), &text.shown());
            }
            self.findings.leave(mark);
        }
    }

    fn tell(&mut self, fault: Fault, expected: &str, found: &str) {
        if !self.muted {
            self.findings.add(fault, expected, found);
        }
    }

    fn hole(&mut self, fault: Fault, expected: &str, found: &str) {
        if !self.muted {
            self.holes.push(self.findings.path().to_owned());
        }
        self.tell(fault, expected, found);
    }
}

impl Kind {
    /// What a problem says was expected.
    const fn expected(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Number => "a number",
            Self::Whole => "a whole number",
            Self::Flag => "true or false",
            Self::Wording => "texts by language, such as {\"vi\": \"…\"}",
            Self::Names => "texts by name",
            Self::Texts => "a list of texts",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

fn all_names(shape: &Shape) -> String {
    let mut out = String::from("one of");
    // What programs write is nothing an author should put there.
    let own = |key: &&Key| !key.0.starts_with('$') && key.0 != crate::stamp::KEY;
    for (name, ..) in shape.iter().filter(own) {
        out.push_str(if out.len() == 6 { " " } else { ", " });
        out.push_str(name);
    }
    out
}
