//! How much each criterion moves the general question: relative importance among answers that go together.
//!
//! Criteria of one survey are correlated, so a regression's coefficients say little of each. Johnson's relative
//! weights (ε) split the explained variance R² of a regression of the general question on all criteria: they are never
//! negative, add up to R², and two criteria answered alike get the same weight. They take one eigenvalue problem, where
//! the Shapley value ("LMG") of 22 criteria takes four million regressions; the two agree closely in practice. Exact
//! Shapley values stand beside them for the factors (each a block of criteria) and, up to
//! [`MOST_EXACT`], for the criteria.
//!
//! 1. [`Cases`] takes the scores of the ballots that answered the general question and every criterion that enters.
//!    A criterion answered by fewer than half of them (the questions asked only of some) leaves first, because it would
//!    take most ballots with it; one that everybody answered alike moves nothing. Both are told. Pairwise correlations would use
//!    more ballots, but of different people in each pair: their weights need not add up to anything.
//! 2. [`Bootstrap`] draws respondents anew and splits R² each time; it goes in portions, so a page stays alive.
//! 3. [`Importance`] has weights with percentile intervals, or there is a reason ([`CannotTell`]), never NaN.
//!
//! Source: J. W. Johnson, "A heuristic method for estimating the relative weight of predictor variables in multiple
//! regression", Multivariate Behavioral Research 35 (2000); R. H. Lindeman, P. F. Merenda and R. Z. Gold,
//! "Introduction to Bivariate and Multivariate Analysis" (1980); U. Grömping, "Estimators of relative importance in
//! linear regression based on variance decomposition", The American Statistician 61 (2007).

mod bootstrap;
mod cases;
mod correlation;
mod eigen;
mod shapley;
mod weights;

pub use bootstrap::{Bootstrap, MOST_REPLICATES};
pub use cases::{Cases, LeftOut};
pub use shapley::MOST_EXACT;

/// Fewest complete ballots from which importance is told.
pub const FEWEST_CASES: usize = 30;

/// Correlation matrices' eigenvalues, and variances left over, below this are taken as zero: answers are whole
/// levels, so true ones are never so small.
const NEGLIGIBLE: f64 = 1e-10;

/// What moves the general question, and how surely.
#[derive(Debug, Clone, PartialEq)]
pub struct Importance {
    /// The criteria that entered, in the questionnaire's order.
    pub criteria: Vec<Weight>,
    /// The factors that have any of them, in order; exact Shapley values of the factors as blocks.
    pub factors: Vec<(String, f64)>,
    /// Shapley values of the criteria themselves, in their order, where they are at most [`MOST_EXACT`].
    pub exact: Option<Vec<f64>>,
    /// R²: the explained share of the general question's variance, 0–1. The weights add up to it, the
    /// factors' values too.
    pub explained: f64,
    /// The same, less what as many criteria without any meaning would explain; may be negative.
    pub adjusted: f64,
    /// Complete ballots it is computed from.
    pub used: usize,
    /// Ballots with an answer to the general question.
    pub ballots: usize,
    /// Criteria that did not enter.
    pub left_out: Vec<(String, LeftOut)>,
    /// Samples drawn anew, and those of them from which nothing could be computed.
    pub replicates: (usize, usize),
    /// Where the numbers that look random began.
    pub seed: u64,
}

/// One criterion's part of the explained variance.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight {
    /// The criterion's id.
    pub id: String,
    /// Johnson's ε: its part of R², 0–1.
    pub weight: f64,
    /// 95 % percentile interval of the weight; none where too few of the replicates had one.
    pub interval: Option<(f64, f64)>,
    /// Its part of what is explained: weight / R², 0–1.
    pub share: f64,
    /// 95 % percentile interval of the share.
    pub share_interval: Option<(f64, f64)>,
    /// Correlation with the general question, −1 to 1: a negative one is no reason to do more of it.
    pub correlation: f64,
    /// How it stands to the average criterion.
    pub standing: Standing,
}

/// What an interval shows beside a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// All of it is above.
    Above,
    /// All of it is below.
    Below,
    /// The data cannot tell.
    NotShown,
}

impl Standing {
    /// Where an interval stands to `line`; without an interval nothing is shown.
    #[must_use]
    pub fn of(interval: Option<(f64, f64)>, line: f64) -> Self {
        match interval {
            Some((low, _)) if low > line => Self::Above,
            Some((_, high)) if high < line => Self::Below,
            Some(_) | None => Self::NotShown,
        }
    }
}

/// Why nothing can be said of importance.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum CannotTell {
    /// The questionnaire has no general question.
    #[error("the questionnaire has no general question")]
    NoGeneralQuestion,
    /// Fewer than two criteria were answered by enough people and in different ways.
    #[error("only {varying} criteria were answered by most and not by all alike; two are needed")]
    TooFewCriteria {
        /// How many were.
        varying: usize,
    },
    /// Too few ballots answered everything that enters.
    #[error("{used} ballots answer the general question and every criterion; {needed} are needed")]
    TooFewRespondents {
        /// Complete ballots.
        used: usize,
        /// [`FEWEST_CASES`], or twice the criteria and two more where that is more.
        needed: usize,
    },
    /// Everybody answered the general question alike, so nothing moves it.
    #[error("everybody answered the general question alike")]
    ConstantGeneral,
    /// The criteria explain no more than chance would.
    #[error("the criteria do not explain the general question better than chance")]
    NothingExplained,
}

impl Importance {
    /// The criterion's weight.
    #[must_use]
    pub fn weight(&self, id: &str) -> Option<&Weight> {
        self.criteria.iter().find(|one| one.id == id)
    }
}
