//! Numbers of two decimals as whole hundredths, so that 5,04 and 4,94 are told apart exactly.

use crate::index::{Rate, Undefined};

/// A number with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hundredths(pub i64);

impl Hundredths {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self(number.saturating_mul(100))
    }

    /// The sum; the largest number there is where it would be beyond.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference.
    #[must_use]
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The sum of all.
    #[must_use]
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self(0), Self::plus)
    }

    /// `part` / `whole` of it, rounded half up (halves away from zero); none where `whole` is 0.
    #[must_use]
    pub fn part(self, part: u64, whole: u64) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        let (part, whole) = (i128::from(part), i128::from(whole));
        let doubled = i128::from(self.0.unsigned_abs()) * part * 2 + whole;
        let magnitude = i64::try_from(doubled / (2 * whole)).unwrap_or(i64::MAX);
        Some(Self(if self.0 < 0 { -magnitude } else { magnitude }))
    }

    /// The number as people read it: `9,12`, or `9.12` in English; a minus sign in front of negative ones.
    #[must_use]
    pub fn text(self, language: &str) -> String {
        let english = language == "en" || language.starts_with("en-");
        let mark = if english { '.' } else { ',' };
        let minus = if self.0 < 0 { "−" } else { "" };
        let size = self.0.unsigned_abs();
        format!("{minus}{}{mark}{:02}", size / 100, size % 100)
    }
}

/// Points of a satisfaction rate in the reform index: rate × maximum, two decimals half up.
///
/// Whole numbers only, so no binary fraction decides between two hundredths.
///
/// # Errors
/// [`Undefined::NoAnswers`] where nothing was counted.
pub fn points_of_rate(rate: Rate, maximum: Hundredths) -> Result<Hundredths, Undefined> {
    let points = maximum.part(rate.satisfied, rate.counted);
    points.ok_or(Undefined::NoAnswers)
}

/// The same for a rate known as per cent with two decimals: 91.17 % of 10 → 9.12.
#[must_use]
pub fn points_of_percent(percent: Hundredths, maximum: Hundredths) -> Hundredths {
    let part = u64::try_from(percent.0).unwrap_or_default();
    maximum.part(part, 10_000).unwrap_or_default()
}

/// The same for a share that is no quotient of two counts (a mean of rates, weighted ballots), 0–1.
///
/// A value within 10⁻⁹ of a half counts as that half, as in [`crate::index::percent_value`].
#[must_use]
pub fn points_of_share(share: f64, maximum: Hundredths) -> Hundredths {
    let units = share.clamp(0.0, 1.0) * maximum.0 as f64 + 0.5 + 1e-9;
    Hundredths(units.floor() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEN: Hundredths = Hundredths::whole(10);

    #[test]
    fn the_seen_points_are_the_points() {
        assert_eq!(points_of_percent(Hundredths(9117), TEN).text("vi"), "9,12");
        assert_eq!(points_of_share(0.9117, TEN).text("en"), "9.12");
        let rate = |satisfied, counted| Rate { satisfied, counted };
        assert_eq!(points_of_rate(rate(9117, 10_000), TEN), Ok(Hundredths(912)));
        assert_eq!(points_of_rate(rate(0, 0), TEN), Err(Undefined::NoAnswers));
    }

    #[test]
    fn halves_go_up_at_every_edge() {
        let rate = |satisfied, counted| Rate { satisfied, counted };
        // 9.125, 9.1249…, 0.005 of ten.
        assert_eq!(points_of_rate(rate(73, 80), TEN), Ok(Hundredths(913)));
        assert_eq!(
            points_of_rate(rate(72_999, 80_000), TEN),
            Ok(Hundredths(912))
        );
        assert_eq!(points_of_rate(rate(1, 2_000), TEN), Ok(Hundredths(1)));
        assert_eq!(points_of_rate(rate(1, 2_001), TEN), Ok(Hundredths(0)));
        assert_eq!(points_of_share(0.9125, TEN), Hundredths(913));
        assert_eq!(points_of_rate(rate(31, 31), TEN), Ok(TEN));
        assert_eq!(Hundredths(-5).part(1, 2), Some(Hundredths(-3)));
    }

    #[test]
    fn sums_are_exact_and_written_as_people_write_them() {
        let sum = Hundredths::sum([Hundredths(504), Hundredths(-10)]);
        assert_eq!(sum, Hundredths(494));
        assert_eq!(Hundredths(-494).text("vi"), "−4,94");
        assert_eq!(Hundredths(-4).text("en-GB"), "−0.04");
        assert_eq!(Hundredths(i64::MAX).plus(TEN), Hundredths(i64::MAX));
        assert_eq!(Hundredths(i64::MIN).text("vi"), "−92233720368547758,08");
    }
}
