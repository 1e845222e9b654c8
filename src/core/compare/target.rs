//! Whether a figure has been shown to meet its target.

use crate::index::{Figure, TAIL95, Undefined};

/// How a figure is to stand to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparator {
    /// Above it ("trên 80 %").
    Above,
    /// At least it ("từ 90 % trở lên").
    AtLeast,
}

/// A target for a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Above, or at least.
    pub comparator: Comparator,
    /// The target as a share: 0.8 for 80 %; 0 for a difference that is to be a gain.
    pub share: f64,
}

/// What the interval says about the target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Every value the interval allows meets it ("Đạt").
    Met,
    /// No value the interval allows meets it ("Chưa đạt").
    NotMet,
    /// Some do and some do not, or there is no interval ("Chưa đủ căn cứ").
    NotEnoughEvidence,
}

impl Verdict {
    /// The name used in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotEnoughEvidence => "not-enough-evidence",
        }
    }
}

impl Target {
    /// Whether the limits, as shares, show the target met or missed; limits on the target itself are
    /// compared exactly.
    #[must_use]
    pub fn judge(&self, low: f64, high: f64) -> Verdict {
        let meets = |value: f64| match self.comparator {
            Comparator::Above => value > self.share,
            Comparator::AtLeast => value >= self.share,
        };
        match (meets(low), meets(high)) {
            (true, true) => Verdict::Met,
            (false, false) => Verdict::NotMet,
            (true, false) | (false, true) => Verdict::NotEnoughEvidence,
        }
    }

    /// What the figure's interval says about the target, judged beside `targets` − 1 others.
    ///
    /// A figure without an interval shows nothing. A figure of exactly 0 or 1 is judged by its exact
    /// interval, see [`Figure::beside`].
    ///
    /// # Errors
    /// The reason the figure is undefined.
    pub fn verdict(&self, figure: &Figure, targets: u32) -> Result<Verdict, Undefined> {
        figure.value?;
        let tail = TAIL95 / f64::from(targets.max(1));
        Ok(match figure.limits(tail) {
            Ok((low, high)) => self.judge(low, high),
            Err(_) => Verdict::NotEnoughEvidence,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(comparator: Comparator) -> Target {
        Target {
            comparator,
            share: 0.8,
        }
    }

    #[test]
    fn limits_on_the_target_are_told_apart_by_the_comparator() {
        use Verdict::{Met, NotEnoughEvidence, NotMet};
        let above = target(Comparator::Above);
        let at_least = target(Comparator::AtLeast);
        for (low, high, of_above, of_at_least) in [
            (0.81, 0.9, Met, Met),
            (0.8, 0.9, NotEnoughEvidence, Met),
            (0.7, 0.9, NotEnoughEvidence, NotEnoughEvidence),
            (0.7, 0.8, NotMet, NotEnoughEvidence),
            (0.7, 0.79, NotMet, NotMet),
            (0.8, 0.8, NotMet, Met),
        ] {
            assert_eq!(above.judge(low, high), of_above, "{low} {high}");
            assert_eq!(at_least.judge(low, high), of_at_least, "{low} {high}");
        }
    }
}
