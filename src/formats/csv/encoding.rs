//! Bytes become text, or a clear word on what they are instead.

use super::problem::{CsvProblem, Expected, Found};
use std::borrow::Cow;

/// How a file's characters stand in its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8 with a byte order mark, as ballot files are written.
    #[default]
    Utf8Marked,
    /// UTF-8 without one.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
}

/// The file's text without its byte order mark, in UTF-8 only.
pub fn text(bytes: &[u8]) -> Result<&str, CsvProblem> {
    if is_packed(bytes) {
        return Err(wrong(1, Found::Packed));
    }
    if utf16(bytes).is_some() {
        return Err(wrong(1, Found::Utf16));
    }
    utf8(bytes).map(|(text, _)| text)
}

/// The file's text without its byte order mark, in any of the encodings spreadsheets write.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), CsvProblem> {
    if is_packed(bytes) {
        return Err(wrong(1, Found::Packed));
    }
    let Some(encoding) = utf16(bytes) else {
        return utf8(bytes).map(|(text, encoding)| (Cow::Borrowed(text), encoding));
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        Encoding::Utf16Le | Encoding::Utf8 | Encoding::Utf8Marked => u16::from_le_bytes(*pair),
    });
    let mut text = String::new();
    for character in char::decode_utf16(units) {
        match character {
            Ok('\u{feff}') if text.is_empty() => {}
            Ok(character) => text.push(character),
            Err(_) => {
                let line = 1 + super::rows::line_breaks(text.as_bytes());
                return Err(wrong(line, Found::BrokenUtf16));
            }
        }
    }
    if !rest.is_empty() {
        let line = 1 + super::rows::line_breaks(text.as_bytes());
        return Err(wrong(line, Found::BrokenUtf16));
    }
    if text.trim().is_empty() {
        return Err(wrong(1, Found::EmptyFile));
    }
    Ok((Cow::Owned(text), encoding))
}

fn wrong(line: u64, found: Found) -> CsvProblem {
    CsvProblem {
        line,
        column: String::new(),
        expected: Expected::CommaText,
        found,
    }
}

fn utf8(bytes: &[u8]) -> Result<(&str, Encoding), CsvProblem> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let (before, after) = bytes
            .split_at_checked(error.valid_up_to())
            .unwrap_or((bytes, &[]));
        let line = 1 + super::rows::line_breaks(before);
        wrong(
            line,
            Found::NotUtf8(after.first().copied().unwrap_or_default()),
        )
    })?;
    let (text, encoding) = match text.strip_prefix('\u{feff}') {
        Some(text) => (text, Encoding::Utf8Marked),
        None => (text, Encoding::Utf8),
    };
    if text.trim().is_empty() {
        return Err(wrong(1, Found::EmptyFile));
    }
    Ok((text, encoding))
}

/// A workbook (new or old), or anything else that is packed.
fn is_packed(bytes: &[u8]) -> bool {
    let starts: [&[u8]; 4] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b"%PDF"];
    starts.iter().any(|start| bytes.starts_with(start))
}

/// A byte order mark of UTF-16, or text whose first two characters have a zero byte each.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let zeros = match bytes {
        [a, b, c, d, ..] => [*a == 0, *b == 0, *c == 0, *d == 0],
        _ => [false; 4],
    };
    if bytes.starts_with(b"\xff\xfe") || zeros == [false, true, false, true] {
        Some(Encoding::Utf16Le)
    } else if bytes.starts_with(b"\xfe\xff") || zeros == [true, false, true, false] {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}
