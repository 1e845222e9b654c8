//! Estimates from a sample design: how sure a figure is, given how respondents came into the file.
//!
//! 1. A [`Design`] says what is known of the sampling: clusters, strata, dossiers for weights, the
//!    population's size. It is small, comparable, and knows no ballots.
//! 2. A [`Sample`] is the design applied to ballots: each respondent with its cluster, stratum and
//!    weight. What does not fit together is a [`DesignError`] that names the place.
//! 3. A [`Domain`] is some of its respondents. [`Sample::estimate`] forms a mean of ratios of totals
//!    over it (one ratio: a pooled index or a rate; several: mean of criteria or factors), linearised by Taylor's formula;
//!    [`Sample::variance`] adds up what the clusters contribute.
//!
//! Every step is that of R's `survey` 4.1 (`svydesign`, `postStratify`, `subset`, `svyratio`,
//! `degf`), against which tests/reference compares it. Ballots on which nothing was counted are not
//! respondents: they are in no design, and only the missing counts know them.

mod beta;
mod contributions;
mod design;
mod exact;
mod fit;
mod linear;
mod quantile;
mod sample;

pub use design::{Clustering, Design, DesignError, Dossiers, Lonely, Population, Stratification};
pub(crate) use linear::spread_of;
pub use linear::{Estimate, Measure};
pub use quantile::{exact_limits, normal_quantile, t_quantile};
pub use sample::{Domain, Sample};
