//! The stamp of a JSON document that passed its check: its last member, over everything before it.
//!
//! The build stamps the questionnaires it has checked, and the app the campaigns it stores. A
//! document changed by hand afterwards no longer carries its stamp and is checked again where it is
//! read. Against mistakes, not against people: it is a CRC-32.

use crate::record::bytes::crc32;

/// The name of the last member.
pub const KEY: &str = "checked";

const START: &str = ",\"checked\":\"";
const END: &str = "\"}";
const DIGITS: usize = 8;

/// The document with a stamp, in place of the one it may have; `text` must be a JSON object with at
/// least one member.
#[must_use]
pub fn put(text: &str) -> String {
    let text = text.trim_end();
    let body = match split(text) {
        Some((body, _)) => body,
        None => text.strip_suffix('}').unwrap_or(text).trim_end(),
    };
    let mut out = body.to_owned();
    out.push_str(START);
    out.push_str(&digits(body));
    out.push_str(END);
    out
}

/// Whether the document is as it was when it was stamped.
#[must_use]
pub fn holds(text: &str) -> bool {
    split(text.trim_end()).is_some_and(|(body, stamp)| digits(body) == stamp)
}

/// The document up to its stamp, and the stamp.
fn split(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_suffix(END)?;
    let (before, stamp) = text.split_at_checked(text.len().checked_sub(DIGITS)?)?;
    Some((before.strip_suffix(START)?, stamp))
}

/// Eight hexadecimal digits.
fn digits(body: &str) -> String {
    let check = crc32(0, body.as_bytes());
    let digit = |place: u32| char::from_digit((check >> (place * 4)) & 15, 16).unwrap_or('0');
    (0..8).rev().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamped_document_holds_until_anything_in_it_changes() {
        let stamped = put("{\"id\":\"quick\",\"title\":\"Đánh giá\"}\n");
        assert!(holds(&stamped));
        for (at, letter) in stamped.char_indices() {
            let mut changed = stamped.clone();
            let other = if letter == 'x' { "y" } else { "x" };
            changed.replace_range(at..at + letter.len_utf8(), other);
            assert!(!holds(&changed), "{changed}");
        }
        assert!(!holds("{\"id\":\"quick\"}"));
        assert!(!holds(""));
    }

    #[test]
    fn a_stamp_is_renewed_not_added() {
        let stamped = put("{\"id\":1}");
        assert_eq!(put(&stamped), stamped);
        assert_eq!(stamped.matches(KEY).count(), 1);
    }
}
