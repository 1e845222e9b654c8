//! The mean score, raw and as a share of the scale's range.

use super::rate::Undefined;
use super::tally::Counts;
use crate::questionnaire::Scale;

/// Sum of the chosen levels' scores, and what it takes to make means of it.
///
/// Scores are the scale's own points. "Không áp dụng" and blanks have no score and are left out.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mean {
    /// Sum of scores over counted answers.
    pub sum: f64,
    /// Counted answers.
    pub counted: u64,
    /// Lowest score a level has.
    pub lowest: f64,
    /// Highest score a level has.
    pub highest: f64,
}

impl Mean {
    /// The mean of one criterion's answers.
    #[must_use]
    pub fn of(counts: &Counts, scale: &Scale) -> Self {
        let scores = || scale.levels.iter().map(|level| level.score);
        Self {
            sum: counts
                .levels
                .iter()
                .zip(scores())
                .map(|(count, score)| *count as f64 * score)
                .sum(),
            counted: counts.counted(),
            lowest: scores().reduce(f64::min).unwrap_or_default(),
            highest: scores().reduce(f64::max).unwrap_or_default(),
        }
    }

    /// The mean of all answers of several criteria.
    ///
    /// # Errors
    /// [`Undefined::MixedScales`] where their scales do not run between the same two scores, and
    /// [`Undefined::NoAnswers`] where there is no criterion.
    pub fn pooled(means: impl IntoIterator<Item = Self>) -> Result<Self, Undefined> {
        let mut all: Option<Self> = None;
        for mean in means {
            let Some(all) = &mut all else {
                all = Some(mean);
                continue;
            };
            if all.lowest != mean.lowest || all.highest != mean.highest {
                return Err(Undefined::MixedScales);
            }
            all.sum += mean.sum;
            all.counted += mean.counted;
        }
        all.ok_or(Undefined::NoAnswers)
    }

    /// The mean in the scale's points.
    ///
    /// # Errors
    /// [`Undefined::NoAnswers`] where nothing was counted.
    pub fn value(self) -> Result<f64, Undefined> {
        if self.counted == 0 {
            Err(Undefined::NoAnswers)
        } else {
            Ok(self.sum / self.counted as f64)
        }
    }

    /// Where the mean lies between the lowest score (0) and the highest (1).
    ///
    /// # Errors
    /// [`Undefined::NoAnswers`], or [`Undefined::NoRange`] where the two scores are one.
    pub fn of_range(self) -> Result<f64, Undefined> {
        let value = self.value()?;
        if self.highest > self.lowest {
            Ok((value - self.lowest) / (self.highest - self.lowest))
        } else {
            Err(Undefined::NoRange)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn share_of_the_range_runs_from_zero_to_one() {
        let mean = |sum| Mean {
            sum,
            counted: 2,
            lowest: 1.0,
            highest: 5.0,
        };
        assert_eq!(mean(2.0).of_range(), Ok(0.0));
        assert_eq!(mean(6.0).of_range(), Ok(0.5));
        assert_eq!(mean(10.0).of_range(), Ok(1.0));
    }

    #[test]
    fn scales_with_other_scores_are_not_pooled() {
        let five = Mean {
            sum: 4.0,
            counted: 1,
            lowest: 1.0,
            highest: 5.0,
        };
        let three = Mean {
            sum: 2.0,
            counted: 1,
            lowest: 0.0,
            highest: 2.0,
        };
        assert_eq!(Mean::pooled([five, three]), Err(Undefined::MixedScales));
        assert_eq!(Mean::pooled([five, five]).map(|mean| mean.sum), Ok(8.0));
        assert_eq!(Mean::pooled([]), Err(Undefined::NoAnswers));
    }
}
