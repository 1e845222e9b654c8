//! Days as people type and read them; files and addresses have them as [`Day`] writes them itself.

use sipas_core::selection::Day;

/// A day as people type it: `21/11/2026`, also with dots, hyphens or blanks, or as in addresses.
#[must_use]
pub fn typed_day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Some(found) = Day::parse(text) {
        return Some(found);
    }
    let parts: Vec<&str> = text
        .split(['/', '.', '-', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, year] = parts.as_slice() else {
        return None;
    };
    let all = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !(all(first) && all(month) && all(year)) || year.len() != 4 {
        return None;
    }
    let found = Day {
        year: year.parse().ok()?,
        month: month.parse().ok()?,
        day: first.parse().ok()?,
    };
    found.number().map(|_| found)
}

/// A day as people read it: `21/11/2026`.
#[must_use]
pub fn shown_day(day: Day) -> String {
    format!("{:02}/{:02}/{:04}", day.day, day.month, day.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let expected = Day::parse("2026-11-05");
        assert!(expected.is_some());
        for text in [
            "05/11/2026",
            "5/11/2026",
            " 5.11.2026 ",
            "5-11-2026",
            "05 11 2026",
            "2026-11-05",
        ] {
            assert_eq!(typed_day(text), expected, "{text}");
        }
        for text in [
            "",
            "5/11",
            "5/11/26",
            "31/02/2026",
            "11/21/2026",
            "a/b/cccc",
            "2026/11/05",
        ] {
            assert_eq!(typed_day(text), None, "{text}");
        }
        assert_eq!(expected.map(shown_day).as_deref(), Some("05/11/2026"));
    }
}
