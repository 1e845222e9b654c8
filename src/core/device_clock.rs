//! How far a device's clock can be believed: odd times are flagged, and days counted without trusting it.
//!
//! A tablet that lost its battery wakes up years away. No ballot is reordered, dropped or doubled for
//! that; the time stays as it was told, and staff see which ones to doubt.

use crate::moment::Moment;

/// 2025-01-01T00:00:00Z: no ballot is older than the program.
pub const FIRST_SECS: i64 = 1_735_689_600;

/// What is odd about the time a ballot was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Odd {
    /// Before there was this program.
    BeforeProgram,
    /// Later than now.
    InFuture,
}

/// Clocks of one person's devices differ by less than this, in seconds.
const LEEWAY_SECS: i64 = 600;

/// What is odd about a time of sending, looked at now; nothing where it can be.
#[must_use]
pub const fn oddity(submitted_at: Moment, now: Moment) -> Option<Odd> {
    if submitted_at.unix_secs < FIRST_SECS {
        Some(Odd::BeforeProgram)
    } else if submitted_at.unix_secs > now.unix_secs.saturating_add(LEEWAY_SECS) {
        Some(Odd::InFuture)
    } else {
        None
    }
}

/// The most one look at the clock counts for, in seconds: a week.
const LONGEST_STEP_SECS: i64 = 7 * 86_400;

/// Time passed by a device's own count: it never goes back, and no jump of the clock counts for more
/// than a week. So what is kept for a number of days is kept at least that long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Elapsed {
    /// What the clock said when it was last looked at, in seconds since 1970.
    pub looked_at_secs: i64,
    /// Seconds counted so far.
    pub secs: i64,
}

impl Elapsed {
    /// The count after looking at the clock again.
    #[must_use]
    pub fn look(self, now_secs: i64) -> Self {
        let step = now_secs.saturating_sub(self.looked_at_secs);
        Self {
            looked_at_secs: now_secs,
            secs: self.secs + step.clamp(0, LONGEST_STEP_SECS),
        }
    }

    /// The count as two numbers in a text.
    #[must_use]
    pub fn to_text(self) -> String {
        [self.looked_at_secs.to_string(), self.secs.to_string()].join(" ")
    }

    /// Reads [`Elapsed::to_text`]; nothing where it is no such text.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let (looked_at, secs) = text.split_once(' ')?;
        Some(Self {
            looked_at_secs: looked_at.parse().ok()?,
            secs: secs.parse().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;
    const NOW: i64 = 1_795_224_600;

    const fn at(unix_secs: i64) -> Moment {
        Moment {
            unix_secs,
            offset_minutes: 420,
        }
    }

    #[test]
    fn times_that_cannot_be_are_odd() {
        assert_eq!(oddity(at(NOW), at(NOW)), None);
        assert_eq!(oddity(at(NOW + 599), at(NOW)), None);
        assert_eq!(oddity(at(NOW + 601), at(NOW)), Some(Odd::InFuture));
        assert_eq!(oddity(at(FIRST_SECS), at(NOW)), None);
        assert_eq!(
            oddity(at(FIRST_SECS - 1), at(NOW)),
            Some(Odd::BeforeProgram)
        );
        assert_eq!(oddity(at(0), at(0)), Some(Odd::BeforeProgram));
        assert_eq!(oddity(at(i64::MAX), at(i64::MAX)), None);
    }

    #[test]
    fn thirty_days_of_work_are_thirty_days() {
        let mut count = Elapsed::default().look(NOW);
        let start = count.secs;
        for day in 1..=30 {
            count = count.look(NOW + day * DAY);
        }
        assert_eq!(count.secs - start, 30 * DAY);
    }

    #[test]
    fn no_jump_makes_days_pass() {
        let count = Elapsed::default().look(NOW);
        let years_on = count.look(NOW + 3_000 * DAY);
        assert_eq!(years_on.secs - count.secs, 7 * DAY);
        let back = years_on.look(NOW);
        assert_eq!(back.secs, years_on.secs);
        assert_eq!(back.look(NOW + DAY).secs, years_on.secs + DAY);
    }

    #[test]
    fn the_count_survives_being_stored() {
        let count = Elapsed {
            looked_at_secs: -5,
            secs: 77,
        };
        assert_eq!(Elapsed::from_text(&count.to_text()), Some(count));
        for text in ["", "7", "7 ", "a 7", "7 7 7"] {
            assert_eq!(Elapsed::from_text(text), None, "{text}");
        }
    }
}
