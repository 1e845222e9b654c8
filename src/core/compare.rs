//! Comparing figures: with a target, with each other, and in a ranking.
//!
//! Every conclusion is read off an interval that is shown with it, so the two cannot disagree. Where
//! several comparisons stand side by side, each interval is widened for their number by Bonferroni's
//! rule, so that with 95 % confidence *all* of them are right: it holds for any dependence
//! between the figures, and unlike Holm's steps it has intervals that say the same as its verdicts.
//!
//! Source: O. J. Dunn, "Multiple comparisons among means", JASA 56 (1961).

mod difference;
mod ranking;
mod target;

pub use difference::{Change, Difference, Known, difference, difference_of, difference_within};
pub use ranking::{Rank, ranking};
pub use target::{Comparator, Target, Verdict};
