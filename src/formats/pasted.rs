//! Tables people paste from a spreadsheet or open from a file: a line's cells, and whole numbers as they stand there.

use std::borrow::Cow;

/// The cells of a line, without the spaces and quotes around them.
///
/// They stand between tabs; where there is none, between semicolons; where there is none either, between commas.
/// A cell in double quotes may hold the sign itself, and a double quote written twice.
#[must_use]
pub fn cells(line: &str) -> Vec<Cow<'_, str>> {
    let sign = ['\t', ';']
        .into_iter()
        .find(|sign| outside_quotes(line, *sign))
        .unwrap_or(',');
    let mut cells = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, letter) in line.char_indices() {
        if letter == '"' {
            quoted = !quoted;
        } else if letter == sign && !quoted {
            cells.push(bare(line.get(start..at).unwrap_or_default()));
            start = at + letter.len_utf8();
        }
    }
    cells.push(bare(line.get(start..).unwrap_or_default()));
    cells
}

/// Whether a sign stands in the line outside of quotes.
fn outside_quotes(line: &str, sign: char) -> bool {
    if !line.contains('"') {
        return line.contains(sign);
    }
    let mut quoted = false;
    line.chars().any(|letter| {
        quoted ^= letter == '"';
        letter == sign && !quoted
    })
}

fn bare(cell: &str) -> Cow<'_, str> {
    let cell = cell.trim();
    let inner = cell
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match inner {
        Some(inner) => Cow::Owned(inner.replace("\"\"", "\"").trim().to_owned()),
        None => Cow::Borrowed(cell),
    }
}

/// A whole number as people write it: digits, with points or spaces between thousands where there are any.
///
/// `1.25` is none: it may be meant as a quarter more than one.
#[must_use]
pub fn whole(text: &str) -> Option<u32> {
    let text = text.trim();
    let mut groups = text.split(['.', ' ', '\u{a0}', '\u{202f}']);
    let first = groups.next()?;
    let mut digits = first.to_owned();
    let mut several = false;
    for group in groups {
        several = true;
        if group.len() != 3 {
            return None;
        }
        digits.push_str(group);
    }
    let is_first = !first.is_empty() && (!several || first.len() <= 3);
    if is_first && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        digits.parse().ok()
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_the_first_of_the_three_signs_it_has() {
        let cut = |line| cells(line).join("|");
        assert_eq!(cut("a, b;c\t d "), "a, b;c|d");
        assert_eq!(cut("a, b;c"), "a, b|c");
        assert_eq!(cut("a, b"), "a|b");
        assert_eq!(cut("a"), "a");
        assert_eq!(cut(""), "");
        assert_eq!(
            cut("1,\"Đầu tư, hộ kinh doanh\",\"x \"\"y\"\"\""),
            "1|Đầu tư, hộ kinh doanh|x \"y\""
        );
        assert_eq!(cut("\"a;b\",c"), "a;b|c");
        // A quote that never ends takes the rest of its line and no more.
        assert_eq!(cut("a,\"b,c"), "a|\"b,c");
    }

    #[test]
    fn thousands_are_whole_and_decimals_are_not() {
        for (text, expected) in [
            ("0", Some(0)),
            ("1250", Some(1_250)),
            ("1.250", Some(1_250)),
            (" 12 345 678 ", Some(12_345_678)),
            ("1.25", None),
            ("1,250", None),
            ("1250.000", None),
            (".250", None),
            ("-1", None),
            ("", None),
            ("4294967296", None),
        ] {
            assert_eq!(whole(text), expected, "{text}");
        }
    }
}
