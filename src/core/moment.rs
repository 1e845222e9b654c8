//! A point in time with the offset of the clock that told it.
//!
//! Calendar arithmetic is proleptic Gregorian, after Howard Hinnant's "chrono-Compatible Low-Level
//! Date Algorithms"; a date library would cost the citizen's download more than these lines.

/// Seconds since 1970-01-01T00:00:00Z and the local clock's offset from UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Moment {
    /// Seconds since the Unix epoch, UTC; negative before it.
    pub unix_secs: i64,
    /// Minutes east of Greenwich, −1439 … 1439 (Vietnam: 420).
    pub offset_minutes: i16,
}

/// A calendar date and time of day as the local clock showed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// Year, e.g. 2026.
    pub year: i32,
    /// 1–12.
    pub month: u8,
    /// 1–31.
    pub day: u8,
    /// 0–23.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
    /// 0–59.
    pub second: u8,
}

impl Moment {
    /// The local calendar reading of this moment.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "each value is within its calendar range by construction"
    )]
    pub fn civil(self) -> Civil {
        let local = self
            .unix_secs
            .saturating_add(i64::from(self.offset_minutes) * 60);
        let (days, secs) = (local.div_euclid(86_400), local.rem_euclid(86_400));
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let march_month = (5 * day_of_year + 2) / 153;
        let month = if march_month < 10 {
            march_month + 3
        } else {
            march_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Civil {
            year: year as i32,
            month: month as u8,
            day: (day_of_year - (153 * march_month + 2) / 5 + 1) as u8,
            hour: (secs / 3_600) as u8,
            minute: (secs / 60 % 60) as u8,
            second: (secs % 60) as u8,
        }
    }

    /// The moment at which a clock with this offset shows `civil`.
    ///
    /// Returns nothing for dates that do not exist (31/02, 24:00, …) or an offset of a day or more.
    #[must_use]
    pub fn from_civil(civil: Civil, offset_minutes: i16) -> Option<Self> {
        let Civil {
            year,
            month,
            day,
            hour,
            minute,
            second,
        } = civil;
        if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        if hour > 23 || minute > 59 || second > 59 || offset_minutes.unsigned_abs() >= 1_440 {
            return None;
        }
        let year = i64::from(year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let march_month = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * march_month + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let days = era * 146_097 + day_of_era - 719_468;
        let local =
            days * 86_400 + i64::from(hour) * 3_600 + i64::from(minute) * 60 + i64::from(second);
        Some(Self {
            unix_secs: local - i64::from(offset_minutes) * 60,
            offset_minutes,
        })
    }
}

/// Days in a month of the Gregorian calendar; 0 for a month that does not exist.
#[must_use]
pub const fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_dates_agree_with_the_calendar() {
        // 21/11/2026 08:30:00 +07:00 is 1 795 224 600 s (`date -d 2026-11-21T08:30:00+07:00 +%s`).
        let moment = Moment {
            unix_secs: 1_795_224_600,
            offset_minutes: 420,
        };
        let civil = Civil {
            year: 2026,
            month: 11,
            day: 21,
            hour: 8,
            minute: 30,
            second: 0,
        };
        assert_eq!(moment.civil(), civil);
        assert_eq!(Moment::from_civil(civil, 420), Some(moment));
    }

    #[test]
    fn every_day_of_eight_centuries_goes_there_and_back() {
        let mut previous = None;
        for days in -150_000..150_000_i64 {
            let moment = Moment {
                unix_secs: days * 86_400 + 7,
                offset_minutes: 0,
            };
            let civil = moment.civil();
            assert_eq!(Moment::from_civil(civil, 0), Some(moment));
            assert!(previous < Some(civil));
            previous = Some(civil);
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        let civil = Civil {
            year: 2026,
            month: 2,
            day: 29,
            hour: 0,
            minute: 0,
            second: 0,
        };
        assert_eq!(Moment::from_civil(civil, 0), None);
        assert!(
            Moment::from_civil(
                Civil {
                    year: 2028,
                    ..civil
                },
                0
            )
            .is_some()
        );
        assert_eq!(
            Moment::from_civil(
                Civil {
                    day: 28,
                    hour: 24,
                    ..civil
                },
                0
            ),
            None
        );
        assert_eq!(Moment::from_civil(Civil { day: 28, ..civil }, 1_440), None);
    }
}
