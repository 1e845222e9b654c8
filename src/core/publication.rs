//! What of a report may be published: figures with few respondents behind them are taken out, and with
//! them whatever would give them away.
//!
//! A cell is a figure with its respondents. Factors add up to the whole and criteria to their factor, so a
//! hidden factor takes its criteria along, and where one criterion of a factor is hidden another is
//! too. A table of groups (units, fields, channels, months) adds up to the whole, which is
//! published; one that would ask to hide the whole is left out. What is not published is not in a
//! [`Publication`] at all: what draws it cannot show it by mistake.
//!
//! Levels of a criterion and reasons are answers, not groups of people: their distribution is published
//! where the criterion is; see [`crate::hiding`] for the rule on tables.

use crate::hiding::{Showing, one_way};
use crate::index::{CriterionFigure, FactorFigure, Figure, Grouping, Report};

/// A figure, or why it is not published.
pub type Cell<T> = Result<T, Hidden>;

/// Why a figure is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hidden {
    /// Fewer respondents than are to be published.
    Small,
    /// A small one would follow from it.
    Complement,
}

/// The publishable part of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// Fewest respondents of a published figure.
    pub least: u64,
    /// The whole; where it is hidden so is everything else.
    pub whole: Cell<Whole>,
    /// Each factor in the questionnaire's order.
    pub factors: Vec<Cell<FactorFigure>>,
    /// Each criterion in the questionnaire's order, then the general question.
    pub criteria: Vec<Cell<CriterionFigure>>,
    /// For each reason's code how many ballots chose it.
    pub reasons: Vec<(String, Cell<u64>)>,
    /// One table for each grouping the report has.
    pub tables: Vec<Table>,
}

/// The whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// Ballots counted.
    pub ballots: u64,
    /// Those that ended early.
    pub stopped: Cell<u64>,
    /// The index.
    pub figure: Figure,
}

/// The groups of one grouping.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What each group shares.
    pub by: Grouping,
    /// Key and content of each group, by key.
    pub groups: Vec<(String, Cell<GroupFigure>)>,
}

/// One group's figures.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFigure {
    /// Ballots counted.
    pub ballots: u64,
    /// The index.
    pub figure: Figure,
}

impl Publication {
    /// Takes out of a report what has 1 to `least` − 1 respondents, and what would give it away.
    ///
    /// A figure that nobody answered says nothing about anybody and stays.
    #[must_use]
    pub fn of(report: &Report, least: u64) -> Self {
        let ballots = report.ballots;
        let few = ballots < least || is_small(report.overall.respondents, least);
        let (factors, criteria, by_factors) = tree(report, least);
        if few || by_factors {
            return Self::nothing(report, least);
        }
        let overall = &report.overall;
        Self {
            least,
            whole: Ok(Whole {
                ballots,
                stopped: count(report.stopped, least),
                figure: overall.clone(),
            }),
            factors: cells(&report.factors, &factors),
            criteria: cells(&report.criteria, &criteria),
            reasons: report
                .reasons
                .iter()
                .map(|(code, chosen)| (code.clone(), count(*chosen, least)))
                .collect(),
            tables: tables(report, least),
        }
    }

    /// Everything hidden: too few respondents in all.
    fn nothing(report: &Report, least: u64) -> Self {
        let hidden = Hidden::Small;
        Self {
            least,
            whole: Err(hidden),
            factors: report.factors.iter().map(|_| Err(hidden)).collect(),
            criteria: report.criteria.iter().map(|_| Err(hidden)).collect(),
            reasons: Vec::new(),
            tables: Vec::new(),
        }
    }

    /// How many figures are hidden as (too small, would give one away).
    #[must_use]
    pub fn hidden(&self) -> (usize, usize) {
        let groups = self.tables.iter().flat_map(|table| &table.groups);
        let all = (self.factors.iter().map(|cell| cell.as_ref().err()))
            .chain(self.criteria.iter().map(|cell| cell.as_ref().err()))
            .chain(groups.map(|(_, cell)| cell.as_ref().err()))
            .chain(self.reasons.iter().map(|(_, cell)| cell.as_ref().err()));
        all.flatten()
            .fold((0, 0), |(small, complement), hidden| match hidden {
                Hidden::Small => (small + 1, complement),
                Hidden::Complement => (small, complement + 1),
            })
    }
}

/// A number of ballots that may be published as it is.
///
/// # Errors
/// [`Hidden::Small`] for 1 to `least` − 1.
pub const fn count(ballots: u64, least: u64) -> Cell<u64> {
    if is_small(ballots, least) {
        Err(Hidden::Small)
    } else {
        Ok(ballots)
    }
}

const fn is_small(respondents: u64, least: u64) -> bool {
    respondents > 0 && respondents < least
}

/// What becomes of factors and criteria, and whether the whole would have to go with them.
fn tree(report: &Report, least: u64) -> (Vec<Showing>, Vec<Showing>, bool) {
    let respondents: Vec<u64> = (report.factors.iter())
        .map(|factor| factor.figure.respondents)
        .collect();
    let mut forced = vec![false; respondents.len()];
    loop {
        // A forced factor is looked at as a small one: it is hidden and asks for company.
        let seen: Vec<u64> = (respondents.iter().zip(&forced))
            .map(|(count, forced)| if *forced { (*count).min(1) } else { *count })
            .collect();
        let top = one_way(&seen, least);
        let mut factors = top.cells;
        let mut again = false;
        let mut criteria = vec![Showing::Shown; report.criteria.len()];
        for (at, factor) in report.factors.iter().enumerate() {
            let own: Vec<usize> = (report.criteria.iter().enumerate())
                .filter(|(_, criterion)| criterion.factor.as_ref() == Some(&factor.id))
                .map(|(position, _)| position)
                .collect();
            let counted = |position: &usize| {
                let criterion = report.criteria.get(*position);
                criterion.map_or(0, |criterion| criterion.figure.rate.counted)
            };
            let counts: Vec<u64> = own.iter().map(counted).collect();
            let hidden = factors.get(at).is_some_and(|one| !one.is_shown());
            let inner = one_way(&counts, least);
            if !hidden && !inner.total.is_shown() && counts.iter().any(|count| *count > 0) {
                if let Some(forced) = forced.get_mut(at) {
                    *forced = true;
                    again = true;
                }
                continue;
            }
            for ((position, showing), count) in own.iter().zip(inner.cells).zip(&counts) {
                let Some(place) = criteria.get_mut(*position) else {
                    continue;
                };
                *place = match showing {
                    Showing::Shown if hidden && *count > 0 => Showing::Complement,
                    other => other,
                };
            }
        }
        if again {
            continue;
        }
        for (criterion, showing) in report.criteria.iter().zip(&mut criteria) {
            if criterion.factor.is_none() && is_small(criterion.figure.rate.counted, least) {
                *showing = Showing::Small;
            }
        }
        for ((showing, count), forced) in factors.iter_mut().zip(&respondents).zip(&forced) {
            if *forced && !is_small(*count, least) {
                *showing = Showing::Complement;
            }
        }
        let whole = !factors.is_empty() && !top.total.is_shown();
        return (factors, criteria, whole);
    }
}

fn tables(report: &Report, least: u64) -> Vec<Table> {
    let mut found: Vec<Grouping> = report.groups.iter().map(|group| group.by).collect();
    found.dedup();
    let of = |by: Grouping| {
        let groups: Vec<_> = (report.groups.iter())
            .filter(|group| group.by == by)
            .collect();
        let counts: Vec<u64> = groups
            .iter()
            .map(|group| match group.report.overall.respondents {
                // Ballots without a counted answer are people all the same.
                0 => group.report.ballots,
                respondents => respondents.min(group.report.ballots),
            })
            .collect();
        let table = one_way(&counts, least);
        let whole = table.total.is_shown();
        let cells = groups.iter().zip(&table.cells).map(|(group, showing)| {
            let figures = GroupFigure {
                ballots: group.report.ballots,
                figure: group.report.overall.clone(),
            };
            let showing = match showing {
                Showing::Shown if !whole => Showing::Complement,
                other => *other,
            };
            (group.key.clone(), cell(figures, showing))
        });
        Table {
            by,
            groups: cells.collect(),
        }
    };
    found.into_iter().map(of).collect()
}

fn cells<T: Clone>(values: &[T], showing: &[Showing]) -> Vec<Cell<T>> {
    let pairs = values.iter().zip(showing);
    pairs
        .map(|(value, showing)| cell(value.clone(), *showing))
        .collect()
}

fn cell<T>(value: T, showing: Showing) -> Cell<T> {
    match showing {
        Showing::Shown => Ok(value),
        Showing::Small => Err(Hidden::Small),
        Showing::Complement => Err(Hidden::Complement),
    }
}
