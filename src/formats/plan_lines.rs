//! Numbers and targets of a plan as people type them: per cent with a comma, thousands with points.

use crate::place_lines;
use sipas_core::campaign::Place;
use sipas_core::campaign::plan::{Scope, ScopedTarget, USUAL_MARGIN, target};
use sipas_core::compare::{Comparator, Target};

/// What was typed is no number of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotNumber;

/// Targets of fields as typed, one a line: `Dat dai: 85` for at least, `Dat dai > 85` for above.
///
/// # Errors
/// Every line that names no field or no share: its number from 1, and what stands there.
pub fn read_targets(
    text: &str,
    fields: &[Place],
) -> Result<Vec<ScopedTarget>, Vec<(usize, String)>> {
    let mut targets: Vec<ScopedTarget> = Vec::new();
    let mut bad = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let (name, rest, comparator) = match (line.rsplit_once('>'), line.rsplit_once(':')) {
            (Some((name, rest)), _) => (name, rest, Comparator::Above),
            (None, Some((name, rest))) => (name, rest, Comparator::AtLeast),
            (None, None) => ("", "", Comparator::AtLeast),
        };
        let code = place_lines::code_of(name);
        let field = fields.iter().find(|field| {
            field.code == code || place_lines::code_of(field.label.get("vi")) == code
        });
        let found = match (field, share(rest)) {
            (Some(field), Ok(Some(share))) => Some(ScopedTarget {
                scope: Scope::Field(field.code.clone()),
                target: target(comparator, share),
            }),
            _ => None,
        };
        match found.filter(|one| targets.iter().all(|other| other.scope != one.scope)) {
            Some(one) => targets.push(one),
            None => bad.push((number + 1, line.trim().to_owned())),
        }
    }
    if bad.is_empty() {
        Ok(targets)
    } else {
        Err(bad)
    }
}

/// The lines the fields' targets are edited as.
#[must_use]
pub fn write_targets(fields: &[Place], targets: &[ScopedTarget]) -> String {
    let line = |one: &ScopedTarget| {
        let Scope::Field(code) = &one.scope else {
            return None;
        };
        let field = fields.iter().find(|field| field.code == *code);
        let name = field.map_or(code.as_str(), |field| field.label.get("vi"));
        let sign = match one.target.comparator {
            Comparator::Above => " > ",
            Comparator::AtLeast => ": ",
        };
        Some([name, sign, &per_cent(one.target.share)].concat())
    };
    let lines: Vec<String> = targets.iter().filter_map(line).collect();
    lines.join("\n")
}

/// One target as typed: `85` or `≥ 85` for at least, `> 85` for above; nothing where nothing was typed.
///
/// # Errors
/// It is none.
pub fn read_target(text: &str) -> Result<Option<Target>, NotNumber> {
    let text = text.trim();
    let at_least = text.strip_prefix('≥').or_else(|| text.strip_prefix(">="));
    let (rest, comparator) = match (at_least, text.strip_prefix('>')) {
        (Some(rest), _) => (rest, Comparator::AtLeast),
        (None, Some(rest)) => (rest, Comparator::Above),
        (None, None) => (text, Comparator::AtLeast),
    };
    let share = share(rest)?;
    if share.is_none() && !text.is_empty() {
        return Err(NotNumber);
    }
    Ok(share.map(|share| target(comparator, share)))
}

/// A target as it is edited: `85`, or `> 85`.
#[must_use]
pub fn write_target(target: Target) -> String {
    let sign = match target.comparator {
        Comparator::Above => "> ",
        Comparator::AtLeast => "",
    };
    [sign, &per_cent(target.share)].concat()
}

/// A share as people type it in per cent, with a comma.
#[must_use]
pub fn per_cent(share: f64) -> String {
    // Shares are typed with at most four decimals of a per cent.
    let rounded = (share * 1_000_000.0).round() / 10_000.0;
    rounded.to_string().replace('.', ",")
}

/// A share typed in per cent: nothing where nothing was typed.
///
/// # Errors
/// It is none.
pub fn share(text: &str) -> Result<Option<f64>, NotNumber> {
    let text = text.trim().trim_end_matches('%').trim().replace(',', ".");
    if text.is_empty() {
        return Ok(None);
    }
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    match text.parse::<f64>() {
        Ok(number) if plain && (0.0..=100.0).contains(&number) => {
            Ok(Some((number * 10_000.0).round() / 1_000_000.0))
        }
        _ => Err(NotNumber),
    }
}

/// A whole number typed with or without points between thousands; nothing where nothing was typed.
///
/// # Errors
/// It is none.
pub fn whole(text: &str) -> Result<Option<u32>, NotNumber> {
    let digits: String = text
        .chars()
        .filter(|letter| !matches!(letter, '.' | ' ' | '\u{a0}'))
        .collect();
    if digits.is_empty() {
        Ok(None)
    } else if digits.bytes().all(|b| b.is_ascii_digit()) {
        digits.parse().map(Some).map_err(|_| NotNumber)
    } else {
        Err(NotNumber)
    }
}

/// A margin of error typed in per cent, in thousandths; the usual one where nothing was typed.
#[must_use]
pub fn margin(text: &str) -> Option<u32> {
    match share(text) {
        Ok(None) => Some(USUAL_MARGIN),
        Ok(Some(share)) => {
            let thousandths = (share * 1000.0).round() as u32;
            (1..=500).contains(&thousandths).then_some(thousandths)
        }
        Err(NotNumber) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn per_cents_are_typed_with_comma_or_point() {
        for (typed, expected) in [
            ("90", Ok(Some(0.9))),
            (" 83,87 % ", Ok(Some(0.8387))),
            ("85.5", Ok(Some(0.855))),
            ("", Ok(None)),
            ("101", Err(NotNumber)),
            ("-1", Err(NotNumber)),
            ("1e1", Err(NotNumber)),
            ("chín mươi", Err(NotNumber)),
        ] {
            assert_eq!(share(typed), expected, "{typed}");
        }
        assert_eq!(per_cent(0.8387), "83,87");
        assert_eq!(share(&per_cent(0.07)), Ok(Some(0.07)));
    }

    #[test]
    fn counts_are_typed_with_or_without_points() {
        assert_eq!(whole("1.250"), Ok(Some(1250)));
        assert_eq!(whole("5 000"), Ok(Some(5000)));
        assert_eq!(whole(""), Ok(None));
        assert_eq!(whole("1,5"), Err(NotNumber));
        assert_eq!(
            (margin("5"), margin(""), margin("0,01")),
            (Some(50), Some(50), None)
        );
    }

    #[test]
    fn a_single_target_says_how_it_is_met() {
        for (typed, expected) in [
            ("85", Some((Comparator::AtLeast, 0.85))),
            (" ≥ 85,5 %", Some((Comparator::AtLeast, 0.855))),
            (">=85", Some((Comparator::AtLeast, 0.85))),
            ("> 80", Some((Comparator::Above, 0.8))),
            ("  ", None),
        ] {
            let expected = expected.map(|(how, share)| target(how, share));
            assert_eq!(read_target(typed), Ok(expected), "{typed}");
            let again = expected.map(write_target).unwrap_or_default();
            assert_eq!(read_target(&again), Ok(expected), "{again}");
        }
        for bad in [">", "≥", "< 80", "180", "nhiều"] {
            assert_eq!(read_target(bad), Err(NotNumber), "{bad}");
        }
    }

    #[test]
    fn targets_of_fields_read_as_written() {
        let fields = place_lines::read("dd: Đất đai\nXây dựng").unwrap();
        let text = "Đất đai: 85\nXây dựng > 80,5";
        let targets = read_targets(text, &fields).unwrap();
        assert_eq!(targets[0].scope, Scope::Field("dd".to_owned()));
        assert_eq!(targets[1].target.comparator, Comparator::Above);
        assert_eq!(write_targets(&fields, &targets), text);
        let bad = read_targets("dd: 85\nĐất đai: 90\n\nThuế: 80\nXây dựng: x", &fields);
        let lines: Vec<usize> = bad.unwrap_err().into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 4, 5]);
    }
}
