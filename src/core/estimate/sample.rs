//! A design applied to ballots: each respondent with its cluster, stratum and weight.

use super::design::{Design, DesignError, Lonely};
use crate::ballot::{Answer, Ballot};
use crate::questionnaire::Questionnaire;
use std::collections::BTreeMap;

/// The respondents of a design.
///
/// Clusters, strata and cells are numbered in the order of their keys, so nothing depends on the
/// order of the ballots but the numbers of the rows.
#[derive(Debug, Clone)]
pub struct Sample<'a> {
    /// For each row the ballot.
    pub(super) ballots: Vec<&'a Ballot>,
    /// Row by row, for each criterion 0 where nothing is counted, else the level's position + 1.
    pub(super) answers: Vec<u8>,
    /// For each criterion the worth of each such number when satisfied answers are counted.
    pub(super) satisfied: Vec<Vec<f64>>,
    /// The same when scores are added.
    pub(super) scores: Vec<Vec<f64>>,
    /// For each row its cluster, or the row itself.
    pub(super) cluster: Vec<u32>,
    /// For each cluster its stratum.
    pub(super) stratum_of: Vec<u32>,
    pub(super) strata: Vec<Stratum>,
    /// For each row its bin; a bin is what shares cluster and cell. Empty where rows are drawn.
    pub(super) bin: Vec<u32>,
    pub(super) bins: Vec<Bin>,
    /// For each row its cell; empty where rows have equal weight.
    pub(super) cell: Vec<u32>,
    pub(super) cells: Vec<Cell>,
    pub(super) lonely: Option<Lonely>,
    plain: bool,
    /// Units and fields with dossiers but no ballots.
    pub(super) unsampled: Vec<(String, String)>,
}

/// What was drawn from separately.
#[derive(Debug, Clone)]
pub(super) struct Stratum {
    /// Clusters in the sample.
    pub drawn: u64,
    /// Share of the population that is not in the sample; 1 for one without end.
    pub unsampled: f64,
}

/// Respondents of one cluster and cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bin {
    pub cluster: u32,
    pub cell: u32,
    pub rows: f64,
}

/// Respondents weighted alike.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Its rows.
    pub members: Vec<u32>,
    pub weight: f64,
}

/// Some respondents of a sample.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Domain {
    pub(super) rows: Vec<u32>,
}

impl<'a> Sample<'a> {
    /// The respondents among `ballots`, which must all be of `questionnaire`.
    ///
    /// A ballot without a counted answer, or one that does not fit the questionnaire, is none.
    ///
    /// # Errors
    /// The first thing found that does not fit together, see [`DesignError`].
    pub fn new(
        questionnaire: &Questionnaire,
        ballots: impl IntoIterator<Item = &'a Ballot>,
        design: &Design,
    ) -> Result<Self, DesignError> {
        let levels: Vec<_> = questionnaire
            .criteria()
            .map(|criterion| &questionnaire.scale_of(criterion).levels)
            .collect();
        let table = |worth: fn(&crate::questionnaire::Level) -> f64| -> Vec<Vec<f64>> {
            levels
                .iter()
                .map(|levels| {
                    core::iter::once(0.0)
                        .chain(levels.iter().map(worth))
                        .collect()
                })
                .collect()
        };
        let mut sample = Self {
            ballots: Vec::new(),
            answers: Vec::new(),
            satisfied: table(|level| f64::from(u8::from(level.satisfied))),
            scores: table(|level| level.score),
            cluster: Vec::new(),
            stratum_of: Vec::new(),
            strata: Vec::new(),
            bin: Vec::new(),
            bins: Vec::new(),
            cell: Vec::new(),
            cells: Vec::new(),
            lonely: design.lonely,
            plain: design.is_plain(),
            unsampled: Vec::new(),
        };
        let limits: Vec<usize> = levels.iter().map(|levels| levels.len()).collect();
        for ballot in ballots {
            sample.add(ballot, &limits);
        }
        sample.group(design)?;
        sample.weigh(design)?;
        sample.sort_into_bins(design);
        Ok(sample)
    }

    fn add(&mut self, ballot: &'a Ballot, limits: &[usize]) {
        let code = |(answer, limit): (&Answer, &usize)| match answer {
            Answer::Blank | Answer::NotApplicable => Some(0),
            Answer::Level(level) if usize::from(*level) < *limit => level.checked_add(1),
            Answer::Level(_) => None,
        };
        if ballot.answers.len() != limits.len() {
            return;
        }
        let before = self.answers.len();
        self.answers
            .extend(ballot.answers.iter().zip(limits).map_while(code));
        let row = self.answers.get(before..).unwrap_or_default();
        if row.len() == limits.len() && row.iter().any(|code| *code > 0) {
            self.ballots.push(ballot);
        } else {
            self.answers.truncate(before);
        }
    }

    /// All respondents.
    #[must_use]
    pub fn whole(&self) -> Domain {
        self.domain(|_| true)
    }

    /// The respondents whose ballots are chosen; R's `subset`: the design stays the whole one.
    pub fn domain(&self, chosen: impl Fn(&Ballot) -> bool) -> Domain {
        let rows = (0_u32..).zip(&self.ballots);
        Domain {
            rows: rows
                .filter(|(_, ballot)| chosen(ballot))
                .map(|(row, _)| row)
                .collect(),
        }
    }

    /// Respondents by keys; one with several keys is in several domains.
    pub fn domains(&self, keys: impl Fn(&Ballot) -> Vec<String>) -> BTreeMap<String, Domain> {
        let mut domains: BTreeMap<String, Domain> = BTreeMap::new();
        for (row, ballot) in (0_u32..).zip(&self.ballots) {
            for key in keys(ballot) {
                domains.entry(key).or_default().rows.push(row);
            }
        }
        domains
    }

    /// How many respondents there are.
    #[must_use]
    pub fn respondents(&self) -> u64 {
        self.ballots.len() as u64
    }

    /// How many clusters there are; respondents, where those are drawn.
    #[must_use]
    pub fn clusters(&self) -> u64 {
        self.stratum_of.len() as u64
    }

    /// How many strata there are; 1 without stratification, 0 without respondents.
    #[must_use]
    pub fn strata(&self) -> u64 {
        self.strata.len() as u64
    }

    /// Units and fields that have dossiers but no ballots: the figures do not speak for them.
    #[must_use]
    pub fn unsampled(&self) -> &[(String, String)] {
        &self.unsampled
    }

    /// Whether respondents are independent, equally weighted and from a population without end.
    #[must_use]
    pub const fn is_plain(&self) -> bool {
        self.plain
    }

    /// Whether ballots have different weights.
    #[must_use]
    pub fn is_weighted(&self) -> bool {
        !self.cells.is_empty()
    }

    /// Whether everybody there was is in the sample, so that there is nothing to be unsure of.
    #[must_use]
    pub fn is_census(&self) -> bool {
        !self.strata.is_empty() && self.strata.iter().all(Stratum::is_complete)
    }
}

impl Stratum {
    /// R's `survey` takes a stratum for complete below the same share.
    pub(super) fn is_complete(&self) -> bool {
        self.unsampled < 1e-7
    }
}
