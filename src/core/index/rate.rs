//! A rate as its two whole numbers, and the reasons for having no value.

use core::ops::AddAssign;

/// Satisfied answers out of counted answers.
///
/// Counted are the answers that name a level; "không áp dụng" and blanks are in neither number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rate {
    /// Numerator: answers whose level has the `satisfied` flag.
    pub satisfied: u64,
    /// Denominator: answers that name a level.
    pub counted: u64,
}

impl Rate {
    /// The rate as a share from 0 to 1.
    ///
    /// # Errors
    /// [`Undefined::NoAnswers`] where nothing was counted.
    pub fn value(self) -> Result<f64, Undefined> {
        if self.counted == 0 {
            Err(Undefined::NoAnswers)
        } else {
            Ok(self.satisfied as f64 / self.counted as f64)
        }
    }
}

impl AddAssign for Rate {
    fn add_assign(&mut self, other: Self) {
        self.satisfied += other.satisfied;
        self.counted += other.counted;
    }
}

/// Answers that are in no denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Missing {
    /// "Không áp dụng / không có ý kiến", or not asked because an earlier answer ruled it out.
    pub not_applicable: u64,
    /// Left blank.
    pub blank: u64,
}

impl AddAssign for Missing {
    fn add_assign(&mut self, other: Self) {
        self.not_applicable += other.not_applicable;
        self.blank += other.blank;
    }
}

/// Why a figure has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum Undefined {
    /// The denominator is zero.
    #[error("no answer was counted")]
    NoAnswers,
    /// The general question was asked for and the questionnaire has none.
    #[error("the questionnaire has no general question")]
    NoGeneralQuestion,
    /// A mean over criteria whose scales have different ranges of scores.
    #[error("the criteria have scales with different scores")]
    MixedScales,
    /// A mean as a share of its range where all levels have the same score.
    #[error("all levels of the scale have the same score")]
    NoRange,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_counted_is_a_reason_and_not_a_number() {
        assert_eq!(Rate::default().value(), Err(Undefined::NoAnswers));
    }

    #[test]
    fn value_is_the_plain_quotient() {
        let rate = Rate {
            satisfied: 26,
            counted: 31,
        };
        assert_eq!(rate.value(), Ok(26.0 / 31.0));
    }
}
