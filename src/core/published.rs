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
    /// each such sum is a table of its own. The criteria of a hidden factor are hidden with it, as their
    /// sum is its figure. The general question is in no sum.
    #[must_use]
    pub fn of(report: &Report, least: u64) -> Self {
        if people(report) < least {
            return Self::nothing(report);
        }
        let respondents = report.factors.iter().map(|one| one.figure.respondents);
        let respondents: Vec<u64> = respondents.collect();
        // Factors that only their criteria ask to hide.
        let mut forced = vec![false; respondents.len()];
        loop {
            // A forced factor is looked at as a small one: it is hidden and asks for company.
            let pairs = respondents.iter().zip(&forced);
            let seen: Vec<u64> = pairs
                .map(|(count, forced)| (*count).min(if *forced { 1 } else { u64::MAX }))
                .collect();
            let whole = one_way(&seen, least);
            if !report.factors.is_empty() && !whole.total.is_shown() {
                return Self::nothing(report);
            }
            let before = forced.clone();
            let mut criteria = Vec::with_capacity(report.criteria.len());
            for ((factor, showing), forced) in
                report.factors.iter().zip(&whole.cells).zip(&mut forced)
            {
                let (cells, total) = within(report, &factor.id, least);
                *forced |= showing.is_shown() && !total.is_shown();
                let hide = |cell: Showing| match cell {
                    Showing::Shown if !showing.is_shown() => Showing::Complement,
                    other => other,
                };
                criteria.extend(cells.into_iter().map(hide));
            }
            if before != forced {
                continue;
            }
            let general = report.criteria.iter().filter(|one| one.factor.is_none());
            criteria.extend(general.map(|one| small(one.figure.rate.counted, least)));
            let factors = whole.cells.into_iter().zip(&respondents);
            return Self {
                overall: small(report.overall.respondents, least),
                factors: factors
                    .map(|(showing, count)| match (showing, small(*count, least)) {
                        (Showing::Small, Showing::Shown) => Showing::Complement,
                        (showing, _) => showing,
                    })
                    .collect(),
                criteria,
            };
        }
    }

    /// Everything is hidden.
    fn nothing(report: &Report) -> Self {
        Self {
            overall: Showing::Small,
            factors: vec![Showing::Small; report.factors.len()],
            criteria: vec![Showing::Small; report.criteria.len()],
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
    beside_total(groups.iter().map(|(_, report)| report), least)
}

/// Which of some groups' reports may be published beside the total of all, in their order.
#[must_use]
pub fn beside_total<'a>(reports: impl IntoIterator<Item = &'a Report>, least: u64) -> Vec<Showing> {
    let respondents: Vec<u64> = reports.into_iter().map(people).collect();
    let table = one_way(&respondents, least);
    let hide = |cell: Showing| match cell {
        // The total is published all the same.
        Showing::Shown if !table.total.is_shown() => Showing::Complement,
        other => other,
    };
    table.cells.into_iter().map(hide).collect()
}

/// A factor's criteria as a table with their sum.
fn within(report: &Report, factor: &str, least: u64) -> (Vec<Showing>, Showing) {
    let own = report
        .criteria
        .iter()
        .filter(|one| one.factor.as_deref() == Some(factor));
    let counts: Vec<u64> = own.map(|one| one.figure.rate.counted).collect();
    let table = one_way(&counts, least);
    let answered = counts.iter().any(|count| *count > 0);
    (
        table.cells,
        if answered {
            table.total
        } else {
            Showing::Shown
        },
    )
}

/// How many people gave a counted answer to anything.
fn people(report: &Report) -> u64 {
    report.overall.respondents.max(most(&report.criteria))
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
