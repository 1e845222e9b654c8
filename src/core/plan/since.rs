//! What has changed since an item was planned.

use super::Evidence;
use crate::compare::{Difference, Known, Verdict, difference_of};
use crate::index::{CriterionFigure, TAIL95};

/// A criterion's figure now beside the one the item was made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    /// Its rate then, 0–1.
    pub then: f64,
    /// Its rate now, 0–1.
    pub now: f64,
    /// Now less then, with its 95 % limits; [`Difference::change`] is what they show.
    pub difference: Difference,
    /// What the figure now says about the target of then.
    pub verdict: Option<Verdict>,
}

/// Why the two cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum NotComparable {
    /// The item was written without a figure.
    #[error("the item was written without a figure")]
    NoneThen,
    /// The figure of then has no interval.
    #[error("the figure of then has no interval")]
    NoIntervalThen,
    /// Nobody has answered since.
    #[error("nobody has answered since")]
    NoneNow,
    /// The figure now has no interval.
    #[error("the figure now has no interval")]
    NoIntervalNow,
    /// The ballots are of another questionnaire or version.
    #[error("the ballots are of another questionnaire, or another version of it")]
    OtherQuestionnaire,
}

/// Compares with the figure of later ballots, from other respondents, to the questionnaire `asked` (id, version).
///
/// The difference is of independent samples, as [`crate::compare::difference`] for a single comparison; a plan has few
/// items and each is asked about by itself.
///
/// # Errors
/// The reason they cannot be compared.
pub fn since(
    evidence: &Evidence,
    asked: (&str, u32),
    now: &CriterionFigure,
) -> Result<Since, NotComparable> {
    let then = evidence.figure.ok_or(NotComparable::NoneThen)?;
    if (evidence.questionnaire.as_str(), evidence.version) != asked || evidence.criterion != now.id
    {
        return Err(NotComparable::OtherQuestionnaire);
    }
    let value = now.figure.value.map_err(|_| NotComparable::NoneNow)?;
    let (low, high) = then.limits.ok_or(NotComparable::NoIntervalThen)?;
    let then = Known {
        value: then.value,
        low,
        high,
    };
    let limits = now.figure.limits(TAIL95);
    let (low, high) = limits.map_err(|_| NotComparable::NoIntervalNow)?;
    let difference = difference_of(Known { value, low, high }, then);
    let target = evidence.target;
    Ok(Since {
        then: then.value,
        now: value,
        difference,
        verdict: target.and_then(|target| target.verdict(&now.figure, 1).ok()),
    })
}
