//! What could not be read: kept where it is, listed, and written out for support.

use core::fmt::Write;
use thiserror::Error;

/// Why a stretch was set aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Reason {
    /// No head can be read in the whole value.
    #[error("not a group this program can read")]
    Unreadable,
    /// Units changed or were lost; the rest of the value was read.
    #[error("checksum does not match")]
    Damaged,
    /// Written by a newer program, and left to it.
    #[error("version {0} is newer than this program")]
    Newer(u8),
    /// The checksum is right, yet the content makes no sense.
    #[error("content makes no sense")]
    Malformed,
}

/// A stretch of stored units that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The key it stands under.
    pub key: String,
    /// Where in the value it begins, in units.
    pub at: usize,
    /// The units as stored.
    pub units: Vec<u16>,
    /// Why.
    pub reason: Reason,
}

/// Everything set aside as a text: one JSON object a line, units in hexadecimal.
#[must_use]
pub fn set_aside_text(items: &[SetAside]) -> String {
    let mut text = String::new();
    for item in items {
        let mut units = String::with_capacity(item.units.len() * 4);
        for unit in &item.units {
            push(&mut units, format_args!("{unit:04x}"));
        }
        let key: String = item.key.chars().map(plain).collect();
        let line = format_args!(
            "{{\"key\":\"{key}\",\"at\":{},\"reason\":\"{}\",\"units\":\"{units}\"}}\n",
            item.at, item.reason
        );
        push(&mut text, line);
    }
    text
}

/// Our own keys have none of these; a foreign one shall not break the line.
const fn plain(letter: char) -> char {
    match letter {
        '"' | '\\' | '\0'..='\x1f' => '?',
        _ => letter,
    }
}

fn push(text: &mut String, arguments: core::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    if text.write_fmt(arguments).is_err() {}
}
