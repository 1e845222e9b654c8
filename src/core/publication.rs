//! What of a report may be published: figures with few respondents behind them are taken out, and with
//! them whatever would give them away.
//!
//! [`crate::published`] decides; what is not published is not in a [`Publication`] at all, so that what
//! draws it cannot show it by mistake.
//!
//! The levels of a criterion are answers, not groups of people: where the criterion is published so is its
//! distribution, which its rate and mean would give away anyway. See [`crate::hiding`] for the rule on
//! tables.

use crate::hiding::Showing;
use crate::index::{CriterionFigure, FactorFigure, Figure, Grouping, Report};
use crate::published::{Published, beside_total};

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
        let published = Published::of(report, least);
        if report.ballots < least || !published.overall.is_shown() {
            return Self::nothing(report, least);
        }
        Self {
            least,
            whole: Ok(Whole {
                ballots: report.ballots,
                stopped: count(report.stopped, least),
                figure: report.overall.clone(),
            }),
            factors: cells(&report.factors, &published.factors),
            criteria: cells(&report.criteria, &published.criteria),
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

fn tables(report: &Report, least: u64) -> Vec<Table> {
    let mut found: Vec<Grouping> = report.groups.iter().map(|group| group.by).collect();
    found.dedup();
    let of = |by: Grouping| {
        let groups: Vec<_> = (report.groups.iter())
            .filter(|group| group.by == by)
            .collect();
        let reports: Vec<&Report> = groups.iter().map(|group| &group.report).collect();
        let cells = groups
            .iter()
            .zip(group_showings(&reports, least))
            .map(|(group, showing)| {
                let figures = GroupFigure {
                    ballots: group.report.ballots,
                    figure: group.report.overall.clone(),
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

/// Which groups of a table beside its published total may be seen, in their order.
#[must_use]
pub fn group_showings(groups: &[&Report], least: u64) -> Vec<Showing> {
    let showings = beside_total(groups.iter().copied(), least);
    groups
        .iter()
        .zip(showings)
        // Ballots without a counted answer are people all the same.
        .map(|(group, showing)| match count(group.ballots, least) {
            Err(_) => Showing::Small,
            Ok(_) => showing,
        })
        .collect()
}
