//! The index: which share of the counted answers is satisfied.
//!
//! The way from ballots to figures has three steps, and each can be looked at by itself:
//!
//! 1. a [`Tally`] counts, ballot by ballot, how often each level, "không áp dụng" and a blank stand
//!    at each criterion; tallies of parts add up to the tally of the whole;
//! 2. a [`Figure`] is formed from those counts by a [`Formula`]; it keeps its numerator,
//!    denominator, what is missing and what was left out, and is undefined for a reason, never NaN;
//! 3. a [`Report`] lists the figures of all ballots and of each [`Group`], in an order that depends
//!    on nothing but the questionnaire and the keys.
//!
//! Everything up to the last division is whole numbers, so the same ballots give the same bits in
//! any order and on any machine. Where the design is known ([`report_with`]) the figures and their
//! intervals come from [`crate::estimate`] instead, which sums in a way that keeps that promise.

mod figure;
mod figures;
mod formula;
mod groups;
mod interval;
mod mean;
mod percent;
mod points;
mod pool;
mod pooling;
mod rate;
mod refine;
mod report;
mod scan;
mod spreads;
mod tally;

pub use figure::{Figure, Weighted};
pub use formula::Formula;
pub use groups::{Counting, Grouping};
pub use interval::{Interval, Method, NoInterval, TAIL95, Z95, logit_limits, wilson};
pub use mean::Mean;
pub use percent::{number_text, percent, percent_text, percent_value};
pub use points::{Points, class_of, points};
pub use pool::Pool;
pub use pooling::{Difference, Recast};
pub use rate::{Missing, Rate, Undefined};
pub use refine::{ratios, report_with};
pub use report::{CriterionFigure, FactorFigure, Group, Options, Report, report};
pub use scan::{Found, Scan};
pub use tally::{Counts, Tally};
