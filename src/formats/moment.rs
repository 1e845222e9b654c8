//! A moment as RFC 3339 text with its offset: `2026-11-21T08:30:00+07:00`.

use sipas_core::moment::{Civil, Moment};

/// Why a text is not a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum MomentError {
    /// Not shaped like a date and a time.
    #[error("it is not a date and time of this form")]
    Shape,
    /// Date and time without the offset from UTC.
    #[error("the offset such as +07:00 is missing")]
    NoOffset,
    /// A month or day the calendar does not have.
    #[error("this date does not exist")]
    NoSuchDate,
    /// An hour after 23, or a minute or second after 59.
    #[error("this time of day does not exist")]
    NoSuchTime,
    /// Second 60, which clocks of devices never show.
    #[error("leap seconds (second 60) are not supported")]
    LeapSecond,
    /// Hours after 23 or minutes after 59 in the offset.
    #[error("this offset does not exist")]
    NoSuchOffset,
}

/// The moment as written to files; `Z` is never used, so the offset always shows.
///
/// None where the year has no four digits, which RFC 3339 cannot write, or the offset is a day or
/// more.
#[must_use]
pub fn write(moment: Moment) -> Option<String> {
    let local = i128::from(moment.unix_secs) + i128::from(moment.offset_minutes) * 60;
    // Seconds of 0000-01-01 and 9999-12-31T23:59:59 by the local clock.
    let writable = (-62_167_219_200..=253_402_300_799).contains(&local);
    if !writable || moment.offset_minutes.unsigned_abs() >= 1_440 {
        return None;
    }
    let Civil {
        year,
        month,
        day,
        hour,
        minute,
        second,
    } = moment.civil();
    let sign = if moment.offset_minutes < 0 { '-' } else { '+' };
    let offset = moment.offset_minutes.unsigned_abs();
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}{:02}:{:02}",
        offset / 60,
        offset % 60
    ))
}

/// Reads an RFC 3339 date and time with offset.
///
/// `t` and a space may stand for `T`, `Z` and `z` for +00:00; fractions of a second are dropped.
///
/// # Errors
/// What keeps the text from being a moment.
///
/// Source: RFC 3339, section 5.6.
pub fn read(text: &str) -> Result<Moment, MomentError> {
    let mut rest = Rest(text.as_bytes());
    let year = rest.number(4)?;
    rest.one_of(b"-")?;
    let month = rest.number(2)?;
    rest.one_of(b"-")?;
    let day = rest.number(2)?;
    rest.one_of(b"Tt ")?;
    let hour = rest.number(2)?;
    rest.one_of(b":")?;
    let minute = rest.number(2)?;
    rest.one_of(b":")?;
    let second = rest.number(2)?;
    rest.fraction()?;
    let offset_minutes = rest.offset()?;
    let small = |number: u16| u8::try_from(number).map_err(|_| MomentError::Shape);
    if second == 60 {
        return Err(MomentError::LeapSecond);
    }
    if hour > 23 || minute > 59 || second > 59 {
        return Err(MomentError::NoSuchTime);
    }
    let civil = Civil {
        year: i32::from(year),
        month: small(month)?,
        day: small(day)?,
        hour: small(hour)?,
        minute: small(minute)?,
        second: small(second)?,
    };
    Moment::from_civil(civil, offset_minutes).ok_or(MomentError::NoSuchDate)
}

/// The text not yet read.
struct Rest<'a>(&'a [u8]);

impl Rest<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn number(&mut self, digits: u8) -> Result<u16, MomentError> {
        let mut number = 0;
        for _ in 0..digits {
            match self.next() {
                Some(digit @ b'0'..=b'9') => number = number * 10 + u16::from(digit - b'0'),
                _ => return Err(MomentError::Shape),
            }
        }
        Ok(number)
    }

    fn one_of(&mut self, allowed: &[u8]) -> Result<(), MomentError> {
        match self.next() {
            Some(byte) if allowed.contains(&byte) => Ok(()),
            _ => Err(MomentError::Shape),
        }
    }

    fn fraction(&mut self) -> Result<(), MomentError> {
        if self.0.first() != Some(&b'.') {
            return Ok(());
        }
        self.one_of(b".")?;
        self.number(1)?;
        while self.0.first().is_some_and(u8::is_ascii_digit) {
            self.number(1)?;
        }
        Ok(())
    }

    fn offset(&mut self) -> Result<i16, MomentError> {
        let sign = match self.next() {
            None => return Err(MomentError::NoOffset),
            Some(b'Z' | b'z') if self.0.is_empty() => return Ok(0),
            Some(b'+') => 1,
            Some(b'-') => -1,
            Some(_) => return Err(MomentError::Shape),
        };
        let hours = self.number(2)?;
        self.one_of(b":")?;
        let minutes = self.number(2)?;
        if !self.0.is_empty() {
            return Err(MomentError::Shape);
        }
        if hours > 23 || minutes > 59 {
            return Err(MomentError::NoSuchOffset);
        }
        i16::try_from(hours * 60 + minutes)
            .map(|total| sign * total)
            .map_err(|_| MomentError::NoSuchOffset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MORNING: Moment = Moment {
        unix_secs: 1_795_224_600,
        offset_minutes: 420,
    };

    #[test]
    fn the_offset_survives_writing_and_reading() {
        assert_eq!(write(MORNING).unwrap(), "2026-11-21T08:30:00+07:00");
        assert_eq!(read("2026-11-21T08:30:00+07:00"), Ok(MORNING));
        let west = Moment {
            offset_minutes: -210,
            ..MORNING
        };
        assert_eq!(write(west).unwrap(), "2026-11-20T22:00:00-03:30");
        assert_eq!(read("2026-11-20T22:00:00-03:30"), Ok(west));
    }

    #[test]
    fn every_form_the_standard_allows_is_read() {
        let utc = Moment {
            offset_minutes: 0,
            ..MORNING
        };
        for text in [
            "2026-11-21T01:30:00Z",
            "2026-11-21t01:30:00z",
            "2026-11-21 01:30:00.999+00:00",
            "2026-11-21T01:30:00.5-00:00",
        ] {
            assert_eq!(read(text), Ok(utc), "{text}");
        }
    }

    #[test]
    fn each_mistake_has_its_reason() {
        use MomentError::{LeapSecond, NoOffset, NoSuchDate, NoSuchOffset, NoSuchTime, Shape};
        for (text, error) in [
            ("", Shape),
            ("21/11/2026 08:30", Shape),
            ("2026-11-21", Shape),
            ("2026-11-21T08:30+07:00", Shape),
            ("2026-11-21T08:30:00", NoOffset),
            ("2026-11-21T08:30:00.", Shape),
            ("2026-11-21T08:30:00+7", Shape),
            ("2026-11-21T08:30:00+07:00 ", Shape),
            ("2026-11-21T08:30:00Zulu", Shape),
            ("2026-11-21T08:30:60Z", LeapSecond),
            ("2026-11-21T24:00:00Z", NoSuchTime),
            ("2026-11-21T08:60:00Z", NoSuchTime),
            ("2026-11-21T08:30:61Z", NoSuchTime),
            ("2026-02-29T08:30:00Z", NoSuchDate),
            ("2026-13-01T08:30:00Z", NoSuchDate),
            ("2026-11-21T08:30:00+24:00", NoSuchOffset),
            ("２026-11-21T08:30:00Z", Shape),
        ] {
            assert_eq!(read(text), Err(error), "{text}");
        }
    }

    #[test]
    fn years_without_four_digits_are_not_written() {
        let first = Moment {
            unix_secs: -62_167_219_200,
            offset_minutes: 0,
        };
        let last = Moment {
            unix_secs: 253_402_300_799,
            offset_minutes: 0,
        };
        assert_eq!(write(first).unwrap(), "0000-01-01T00:00:00+00:00");
        assert_eq!(write(last).unwrap(), "9999-12-31T23:59:59+00:00");
        for moment in [first, last] {
            assert_eq!(read(&write(moment).unwrap()), Ok(moment));
        }
        assert_eq!(
            write(Moment {
                unix_secs: 253_402_300_800,
                offset_minutes: 0
            }),
            None
        );
        assert_eq!(
            write(Moment {
                unix_secs: i64::MIN,
                offset_minutes: 0
            }),
            None
        );
        assert_eq!(
            write(Moment {
                unix_secs: i64::MAX,
                offset_minutes: 420
            }),
            None
        );
    }
}
