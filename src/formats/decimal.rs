//! Numbers with a decimal mark as people write them; which mark it was is told, because tables mix them.

use sipas_core::decimal::Hundredths;

/// Which decimal mark a number was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecimalMark {
    /// `11,5`, as Vietnamese has it.
    Comma,
    /// `7.82`, as English has it.
    Point,
}

/// A number and the mark in it; none where it is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// The number.
    pub value: Hundredths,
    /// Its mark.
    pub mark: Option<DecimalMark>,
}

/// Reads a number of at most two decimals, with comma or point, with a sign (`+`, `-`, `−`) or none.
///
/// Nothing where the text is no such number: more decimals would have to be rounded, and with two marks (`1.234,5`) it
/// cannot be told what was meant.
#[must_use]
pub fn read(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
    };
    let (whole, part, mark) = match digits.split_once([',', '.']) {
        None => (digits, "", None),
        Some((whole, part)) => {
            let comma = digits.contains(',');
            let mark = if comma {
                DecimalMark::Comma
            } else {
                DecimalMark::Point
            };
            if part.is_empty() {
                return None;
            }
            (whole, part, Some(mark))
        }
    };
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 15 || part.len() > 2 || !plain(whole) || !plain(part) {
        return None;
    }
    let mut size = whole.parse::<i64>().ok()?;
    for digit in 0..2 {
        let digit = part
            .as_bytes()
            .get(digit)
            .map_or(0, |byte| i64::from(byte - b'0'));
        size = size * 10 + digit;
    }
    let value = Hundredths(if negative { -size } else { size });
    Some(Decimal { value, mark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_tell_their_mark() {
        let of = |text| read(text).map(|one| (one.value.0, one.mark));
        assert_eq!(of("11,5"), Some((1150, Some(DecimalMark::Comma))));
        assert_eq!(of(" 7.82 "), Some((782, Some(DecimalMark::Point))));
        assert_eq!(of("15"), Some((1500, None)));
        assert_eq!(of("-0,05"), Some((-5, Some(DecimalMark::Comma))));
        assert_eq!(of("− 4,94"), Some((-494, Some(DecimalMark::Comma))));
        assert_eq!(of("+5"), Some((500, None)));
        for text in [
            "",
            "x",
            "1,234",
            "1.234,5",
            "1e2",
            "5,",
            ",5",
            "--5",
            "1 2",
            "9999999999999999",
            "٣",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
