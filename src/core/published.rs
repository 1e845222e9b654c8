//! Which figures may leave the office: small cells and what would give them away are left out.
//!
//! [`crate::hiding`] decides for tables; here are the tables a report and a list of groups consist of.
//! Staff see every figure; files, charts and print show only what is [`Showing::Shown`] here.

use crate::hiding::{Showing, one_way};
use crate::index::{CriterionFigure, Report};

/// What of a report may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The overall index.
    pub overall: Showing,
    /// Each factor, in the report's order.
    pub factors: Vec<Showing>,
    /// Each criterion, in the report's order.
    pub criteria: Vec<Showing>,
}

impl Published {
    /// Looks at a report; `least` is the fewest respondents of a published cell.
    ///
    /// The criteria of a factor add up to the factor's counts and the factors to the overall ones, so
    /// each such sum is a table of its own. The general question is in no sum.
    #[must_use]
    pub fn of(report: &Report, least: u64) -> Self {
        if report.overall.respondents.max(most(&report.criteria)) < least {
            return Self {
                overall: Showing::Small,
                factors: vec![Showing::Small; report.factors.len()],
                criteria: vec![Showing::Small; report.criteria.len()],
            };
        }
        let counts: Vec<u64> = report
            .factors
            .iter()
            .map(|factor| factor.figure.respondents)
            .collect();
        let whole = one_way(&counts, least);
        let mut factors = whole.cells;
        let mut criteria = Vec::with_capacity(report.criteria.len());
        for (factor, showing) in report.factors.iter().zip(&mut factors) {
            let own: Vec<u64> = report
                .criteria
                .iter()
                .filter(|one| one.factor.as_ref() == Some(&factor.id))
                .map(|one| one.figure.rate.counted)
                .collect();
            let table = one_way(&own, least);
            if showing.is_shown() && !table.total.is_shown() {
                *showing = table.total;
            }
            criteria.extend(table.cells);
        }
        let general = report.criteria.iter().filter(|one| one.factor.is_none());
        criteria.extend(general.map(|one| small(one.figure.rate.counted, least)));
        let overall = match report.factors.is_empty() {
            true => small(report.overall.respondents, least),
            false => whole.total,
        };
        Self {
            overall,
            factors,
            criteria,
        }
    }

    /// How many figures are left out.
    #[must_use]
    pub fn hidden(&self) -> usize {
        let cells = self.factors.iter().chain(&self.criteria);
        cells
            .chain(core::iter::once(&self.overall))
            .filter(|one| !one.is_shown())
            .count()
    }
}

/// Which of the groups of a report may be published beside its total, in their order.
#[must_use]
pub fn groups(groups: &[(String, Report)], least: u64) -> Vec<Showing> {
    let respondents: Vec<u64> = groups
        .iter()
        .map(|(_, report)| report.overall.respondents.max(most(&report.criteria)))
        .collect();
    one_way(&respondents, least).cells
}

fn most(criteria: &[CriterionFigure]) -> u64 {
    let counted = criteria.iter().map(|one| one.figure.rate.counted);
    counted.max().unwrap_or(0)
}

fn small(respondents: u64, least: u64) -> Showing {
    if (1..least).contains(&respondents) {
        Showing::Small
    } else {
        Showing::Shown
    }
}
