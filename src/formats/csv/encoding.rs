//! Bytes become text, or a clear word on what they are instead.

use super::problem::{CsvProblem, Expected, Found};

/// The file's text without its byte order mark.
pub fn text(bytes: &[u8]) -> Result<&str, CsvProblem> {
    let wrong = |line, found| CsvProblem {
        line,
        column: String::new(),
        expected: Expected::CommaText,
        found,
    };
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(wrong(1, Found::Packed));
    }
    if is_utf16(bytes) {
        return Err(wrong(1, Found::Utf16));
    }
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
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(wrong(1, Found::EmptyFile));
    }
    Ok(text)
}

/// A byte order mark of UTF-16, or text whose first two characters have a zero byte each.
fn is_utf16(bytes: &[u8]) -> bool {
    let zeros = match bytes {
        [a, b, c, d, ..] => [*a == 0, *b == 0, *c == 0, *d == 0],
        _ => [false; 4],
    };
    bytes.starts_with(b"\xff\xfe")
        || bytes.starts_with(b"\xfe\xff")
        || zeros == [true, false, true, false]
        || zeros == [false, true, false, true]
}
