//! Cells a spreadsheet has changed, brought back where there is only one thing they can have been.
//!
//! Spreadsheets turn ids of digits into numbers (zeros in front get lost; from the sixteenth digit on all
//! is lost), dates into the person's own form, codes into `5.0`. What could have been more than one
//! thing is left as it is, and refused.

use sipas_core::moment::{Civil, Moment};

/// The order of day and month in a file's turned dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// Day first, as some date in the file proves.
    DayFirst,
    /// Month first, as some date in the file proves.
    MonthFirst,
    /// No date says; day first, as in Vietnam, is supposed.
    Supposed,
    /// Some dates say one thing and some the other: those that could be both are refused.
    Mixed,
}

/// What is supposed where a time has no offset: Vietnam's, in minutes.
const OFFSET_MINUTES: i16 = 420;

/// Days from the spreadsheets' day 0 (30 December 1899) to 1 January 1970.
const SERIAL_TO_UNIX_DAYS: f64 = 25_569.0;

/// Without space and an apostrophe around it; nothing where there is none.
pub fn trimmed(cell: &str) -> Option<&str> {
    let bare = cell.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let bare = bare.strip_prefix('\'').unwrap_or(bare);
    (bare != cell).then_some(bare)
}

/// An id of so many hexadecimal digits whose zeros in front were lost.
///
/// Only digits 0-9, because an id with a letter stays text; at most fifteen, because spreadsheets keep no
/// more. Capital letters are an id typed or changed by hand and are taken as small ones.
pub fn hex(cell: &str, digits: u8) -> Option<String> {
    let width = usize::from(digits);
    if cell.len() == width && cell.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(cell.to_ascii_lowercase());
    }
    let is_number = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && cell.len() < width && cell.len() <= 15).then(|| format!("{cell:0>width$}"))
}

/// A whole number or a code without the decimal part it was given: `5` of `5.0` or `5,0`.
pub fn whole(cell: &str) -> Option<&str> {
    let (whole, decimals) = cell.split_once(['.', ','])?;
    let zeros = !decimals.is_empty() && decimals.bytes().all(|byte| byte == b'0');
    (zeros && !whole.is_empty()).then_some(whole)
}

/// A date and time as spreadsheets write them, and whether its offset had to be supposed.
///
/// `21/11/2026 08:30`, `2026-11-21 8:30:00`, `11/21/26 8:30 AM`, or days since 1899 as a number.
pub fn moment(cell: &str, order: DayOrder) -> Option<(Moment, bool)> {
    if let Some(moment) = serial(cell) {
        return Some((moment, true));
    }
    let parts = Parts::of(cell)?;
    let (day, month) = match (order, parts.year_first) {
        (_, true) => (parts.second, parts.first),
        (DayOrder::DayFirst | DayOrder::Supposed, false) => (parts.first, parts.second),
        (DayOrder::MonthFirst, false) => (parts.second, parts.first),
        (DayOrder::Mixed, false) => match (parts.first > 12, parts.second > 12) {
            (true, false) => (parts.first, parts.second),
            (false, true) => (parts.second, parts.first),
            (true, true) => return None,
            (false, false) if parts.first == parts.second => (parts.first, parts.second),
            (false, false) => return None,
        },
    };
    let civil = Civil {
        year: parts.year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
        hour: parts.hour,
        minute: parts.minute,
        second: parts.secs,
    };
    let offset = parts.offset.unwrap_or(OFFSET_MINUTES);
    Some((Moment::from_civil(civil, offset)?, parts.offset.is_none()))
}

/// What a date says about the order: whether its first number can only be a day, whether its second.
pub fn evidence(cell: &str) -> Option<(bool, bool)> {
    let parts = Parts::of(cell).filter(|parts| !parts.year_first)?;
    Some((parts.first > 12, parts.second > 12))
}

/// Days since 30 December 1899, between the years 2000 and 2200.
fn serial(cell: &str) -> Option<Moment> {
    let text = cell.replace(',', ".");
    let digits = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let days: f64 = text.parse().ok().filter(|_| digits)?;
    if !(36_526.0..109_575.0).contains(&days) {
        return None;
    }
    let local = ((days - SERIAL_TO_UNIX_DAYS) * 86_400.0).round();
    #[allow(
        clippy::cast_possible_truncation,
        reason = "rounded, and far below the limits of i64"
    )]
    let local = local as i64;
    Some(Moment {
        unix_secs: local - i64::from(OFFSET_MINUTES) * 60,
        offset_minutes: OFFSET_MINUTES,
    })
}

/// The numbers of a date and time.
struct Parts {
    year_first: bool,
    year: i32,
    first: u16,
    second: u16,
    hour: u8,
    minute: u8,
    secs: u8,
    offset: Option<i16>,
}

impl Parts {
    fn of(cell: &str) -> Option<Self> {
        if cell.len() > 40 {
            return None;
        }
        let (date, time) = cell.split_once([' ', 'T', 't']).unwrap_or((cell, ""));
        let numbers: Vec<&str> = date.split(['/', '-', '.']).collect();
        let [one, two, three] = numbers.as_slice() else {
            return None;
        };
        let year_first = one.len() == 4;
        let (year, first, second) = if year_first {
            (number(one)?, number(two)?, number(three)?)
        } else {
            let year = number(three)?;
            let year = match three.len() {
                2 => year + 2000,
                4 => year,
                _ => return None,
            };
            (year, number(one)?, number(two)?)
        };
        let mut parts = Self {
            year_first,
            year: i32::from(year),
            first,
            second,
            hour: 0,
            minute: 0,
            secs: 0,
            offset: None,
        };
        parts.read_time(time.trim())?;
        Some(parts)
    }

    /// `8:30`, `08:30:00`, `8:30 PM`, `08:30:00+07:00`.
    fn read_time(&mut self, time: &str) -> Option<()> {
        // A date without a time would put every ballot of a day at midnight.
        let (clock, rest) =
            match time.find(|letter: char| !letter.is_ascii_digit() && letter != ':') {
                Some(at) => time.split_at_checked(at)?,
                None => (time, ""),
            };
        let numbers: Vec<u16> = clock.split(':').map(number).collect::<Option<_>>()?;
        let (hour, minute, secs) = match numbers.as_slice() {
            [hour, minute] => (*hour, *minute, 0),
            [hour, minute, secs] => (*hour, *minute, *secs),
            _ => return None,
        };
        let rest = rest.trim().to_lowercase();
        let hour = match rest.as_str() {
            "am" | "sa" if (1..=12).contains(&hour) => hour % 12,
            "pm" | "ch" if (1..=12).contains(&hour) => hour % 12 + 12,
            "" => hour,
            offset => {
                self.offset = Some(read_offset(offset)?);
                hour
            }
        };
        if hour > 23 || minute > 59 || secs > 59 {
            return None;
        }
        self.hour = u8::try_from(hour).ok()?;
        self.minute = u8::try_from(minute).ok()?;
        self.secs = u8::try_from(secs).ok()?;
        Some(())
    }
}

fn read_offset(text: &str) -> Option<i16> {
    if text == "z" {
        return Some(0);
    }
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    let total = i16::try_from(hours * 60 + minutes).ok()?;
    (hours < 24 && minutes < 60).then_some(sign * total)
}

fn number(text: &str) -> Option<u16> {
    let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MORNING: i64 = 1_795_224_600;

    #[test]
    fn dates_of_spreadsheets_are_read() {
        for (cell, order, guessed) in [
            ("21/11/2026 08:30", DayOrder::DayFirst, true),
            ("21/11/2026 8:30:00", DayOrder::Supposed, true),
            ("21-11-2026 8:30", DayOrder::DayFirst, true),
            ("21.11.26 8:30", DayOrder::DayFirst, true),
            ("11/21/2026 8:30 AM", DayOrder::MonthFirst, true),
            ("11/21/2026 08:30:00 SA", DayOrder::Mixed, true),
            ("2026-11-21 08:30:00", DayOrder::Mixed, true),
            ("2026/11/21 8:30", DayOrder::MonthFirst, true),
            ("21/11/2026 08:30:00+07:00", DayOrder::DayFirst, false),
            ("46347.3541666667", DayOrder::DayFirst, true),
            ("46347,3541666667", DayOrder::DayFirst, true),
        ] {
            let (moment, supposed) = moment(cell, order).unwrap_or_else(|| panic!("{cell}"));
            assert_eq!((moment.unix_secs, supposed), (MORNING, guessed), "{cell}");
            assert_eq!(moment.offset_minutes, 420);
        }
        let evening = moment("21/11/2026 08:30 CH", DayOrder::DayFirst).unwrap().0;
        assert_eq!(evening.unix_secs, MORNING + 12 * 3_600);
    }

    #[test]
    fn what_could_be_several_things_is_not_a_date() {
        for cell in [
            "05/06/2026 08:30",
            "21/11/2026",
            "31/02/2026 08:30",
            "21/13/2026 08:30",
            "21/11/2026 24:30",
            "21/11/2026 13:30 PM",
            "46347,3541,66",
            "9",
            "1.23E+15",
            "",
        ] {
            assert_eq!(moment(cell, DayOrder::Mixed), None, "{cell}");
        }
    }

    #[test]
    fn lost_zeros_come_back_and_lost_digits_do_not() {
        for (cell, id) in [
            ("123456789012", Some("0000123456789012")),
            ("0", Some("0000000000000000")),
            ("00000000000000AB", Some("00000000000000ab")),
            ("1.23457E+15", None),
            ("12345678901234567", None),
            ("abc", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(hex(cell, 16).as_deref(), id, "{cell}");
        }
    }
}
