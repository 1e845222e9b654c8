//! Rules of the counter's tablet: when it is open, how long it waits, how long after a wrong PIN.

use crate::moment::Moment;

/// Seconds without a touch after which a person is asked whether they are still there.
pub const IDLE_SECS: u16 = 30;

/// The range of seconds staff may choose for [`IDLE_SECS`].
pub const IDLE_RANGE: core::ops::RangeInclusive<u16> = 10..=300;

/// Seconds in which a person can say so: at least 20 by WCAG 2.2, 2.2.1 "Timing Adjustable".
pub const ANSWER_SECS: u16 = 20;

/// Seconds the thanks stay before the next person.
pub const THANKS_SECS: u16 = 8;

/// When the counter is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hours {
    /// Bit 0 is Monday, bit 6 Sunday.
    pub days: u8,
    /// First minute of the day it is open, 0–1439.
    pub from: u16,
    /// First minute it is closed again, 1–1440, after `from`.
    pub until: u16,
}

impl Hours {
    /// Hours that make sense: some day, and an end after the beginning.
    #[must_use]
    pub const fn new(days: u8, from: u16, until: u16) -> Option<Self> {
        if days == 0 || days > 0x7F || from >= until || until > 1_440 {
            return None;
        }
        Some(Self { days, from, until })
    }

    /// Whether the counter is open at this moment by the device's clock.
    #[must_use]
    pub fn is_open(self, now: Moment) -> bool {
        let (weekday, minute) = weekday_and_minute(now);
        self.has(weekday) && (self.from..self.until).contains(&minute)
    }

    /// When it opens next: days from today and the weekday (0 is Monday); while open, the next time after.
    #[must_use]
    pub fn next(self, now: Moment) -> (u8, u8) {
        let (weekday, minute) = weekday_and_minute(now);
        let first = u8::from(minute >= self.from);
        let found = (first..first + 7).find(|ahead| self.has((weekday + ahead) % 7));
        let ahead = found.unwrap_or_default();
        (ahead, (weekday + ahead) % 7)
    }

    const fn has(self, weekday: u8) -> bool {
        self.days & (1 << weekday) != 0
    }
}

/// The weekday (0 is Monday) and the minute of the day, as the clock showed them.
fn weekday_and_minute(now: Moment) -> (u8, u16) {
    let local = now
        .unix_secs
        .saturating_add(i64::from(now.offset_minutes) * 60);
    // 1 January 1970 was a Thursday.
    let weekday = (local.div_euclid(86_400) + 3).rem_euclid(7);
    let minute = local.rem_euclid(86_400) / 60;
    (
        u8::try_from(weekday).unwrap_or_default(),
        u16::try_from(minute).unwrap_or_default(),
    )
}

/// Seconds to wait before the next try after so many wrong PINs in a row.
///
/// Three are free for fingers that slip; then the wait doubles up to a quarter of an hour, so ten
/// thousand PINs of four digits take over a hundred days.
#[must_use]
pub const fn wait_secs(wrong_tries: u32) -> u32 {
    match wrong_tries {
        0..=2 => 0,
        3 => 30,
        4 => 60,
        5 => 120,
        6 => 240,
        7 => 480,
        _ => 900,
    }
}

/// Whether this may be a PIN: 4–8 digits, not all the same, not counting up or down.
#[must_use]
pub fn is_pin(text: &str) -> bool {
    let digits = text.as_bytes();
    let steps = |step: i16| {
        digits.windows(2).all(|pair| match pair {
            [one, two] => i16::from(*two) - i16::from(*one) == step,
            _ => true,
        })
    };
    (4..=8).contains(&digits.len())
        && digits.iter().all(u8::is_ascii_digit)
        && !steps(0)
        && !steps(1)
        && !steps(-1)
}

/// The letters of a recovery code: no I, L, O or U, which are taken for others (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A recovery code of 50 of the given bits: `XXXXX-XXXXX`.
#[must_use]
pub fn recovery_code(bits: u64) -> String {
    let mut code = String::with_capacity(11);
    for place in 0..10_u32 {
        if place == 5 {
            code.push('-');
        }
        let at = usize::try_from((bits >> (place * 5)) & 31).unwrap_or_default();
        code.extend(LETTERS.get(at).copied().map(char::from));
    }
    code
}

/// A typed recovery code in the form it was given: capitals, no spaces or dashes, look-alikes set right.
#[must_use]
pub fn plain_code(typed: &str) -> String {
    typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| match letter.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    // 21/11/2026 08:30 +07:00, a Saturday (`date -d 2026-11-21 +%A`).
    const SATURDAY: i64 = 1_795_224_600;

    const fn at(secs: i64) -> Moment {
        Moment {
            unix_secs: secs,
            offset_minutes: 420,
        }
    }

    #[test]
    fn hours_open_and_close_by_the_local_clock() {
        let all = Hours::new(0x7F, 8 * 60, 17 * 60).unwrap();
        assert!(all.is_open(at(SATURDAY)));
        assert!(all.is_open(at(SATURDAY - 30 * 60)), "08:00 exactly");
        assert!(!all.is_open(at(SATURDAY - 30 * 60 - 1)));
        assert!(
            !all.is_open(at(SATURDAY + (8 * 60 + 30) * 60)),
            "17:00 exactly"
        );
        let weekdays = Hours::new(0b001_1111, 0, 1_440).unwrap();
        assert!(!weekdays.is_open(at(SATURDAY)));
        assert!(weekdays.is_open(at(SATURDAY + 2 * 86_400)), "Monday");
    }

    #[test]
    fn the_next_opening_is_the_next_day_that_is_open() {
        let weekdays = Hours::new(0b001_1111, 450, 1_020).unwrap();
        assert_eq!(weekdays.next(at(SATURDAY)), (2, 0));
        assert_eq!(
            weekdays.next(at(SATURDAY + 2 * 86_400 - 2 * 3_600)),
            (0, 0),
            "06:30"
        );
        assert_eq!(
            weekdays.next(at(SATURDAY + 2 * 86_400)),
            (1, 1),
            "already open"
        );
        let only_saturday = Hours::new(0b010_0000, 450, 1_020).unwrap();
        assert_eq!(only_saturday.next(at(SATURDAY)), (7, 5));
    }

    #[test]
    fn hours_without_sense_do_not_exist() {
        assert_eq!(Hours::new(0, 0, 60), None);
        assert_eq!(Hours::new(1, 60, 60), None);
        assert_eq!(Hours::new(1, 0, 1_441), None);
        assert_eq!(Hours::new(0x80, 0, 60), None);
    }

    #[test]
    fn waiting_grows_and_ends() {
        let mut before = 0;
        for tries in 0..100 {
            let wait = wait_secs(tries);
            assert!(wait >= before && wait <= 900);
            before = wait;
        }
        assert_eq!(wait_secs(2), 0);
        assert_eq!(wait_secs(u32::MAX), 900);
    }

    #[test]
    fn the_easiest_pins_are_refused() {
        for good in ["2580", "1122", "13579", "98712345"] {
            assert!(is_pin(good), "{good}");
        }
        for bad in [
            "",
            "123",
            "1234",
            "8765",
            "0000",
            "123456789",
            "12a4",
            "１２３５",
            "12 5",
        ] {
            assert!(!is_pin(bad), "{bad}");
        }
    }

    #[test]
    fn a_recovery_code_is_read_however_it_is_typed() {
        let code = recovery_code(0x0003_FFFF_FFFF_FFFF);
        assert_eq!(code, "ZZZZZ-ZZZZZ");
        assert_eq!(recovery_code(0), "00000-00000");
        let code = recovery_code(0x1_2345_6789_ABCD);
        assert_eq!(plain_code(&code.to_lowercase()), plain_code(&code));
        assert_eq!(plain_code(" oil-0 1 "), "01101");
    }
}
