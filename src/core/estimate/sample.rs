//! A design applied to ballots: each respondent with its cluster, stratum and weight.

use super::design::{Design, DesignError, Lonely};
use crate::ballot::{Answer, Ballot};
use crate::questionnaire::Questionnaire;
use std::collections::{BTreeMap, BTreeSet};

/// The respondents of a design.
///
/// Clusters, strata and cells are numbered in the order of their keys, so nothing depends on the
/// order of the ballots but the numbers of the rows.
#[derive(Debug, Clone)]
pub struct Sample<'a> {
    /// For each row the ballot.
    ballots: Vec<&'a Ballot>,
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
    unsampled: Vec<(String, String)>,
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
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub rows: f64,
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

    /// Clusters, strata and how much of each is in the sample.
    fn group(&mut self, design: &Design) -> Result<(), DesignError> {
        let stratum_key = |ballot: &Ballot| {
            design
                .strata
                .map_or_else(String::new, |strata| strata.key(ballot))
        };
        let (of_row, names) = numbered(self.ballots.iter().map(|ballot| stratum_key(ballot)));
        let drawn = if let Some(clustering) = design.cluster {
            let keys = self.ballots.iter().map(|ballot| clustering.key(ballot));
            let (clusters, keys) = numbered(keys);
            let mut within: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); keys.len()];
            for (cluster, stratum) in clusters.iter().zip(&of_row) {
                if let Some(within) = within.get_mut(*cluster as usize) {
                    within.insert(*stratum);
                }
            }
            for (strata, cluster) in within.iter().zip(&keys) {
                if strata.len() > 1 {
                    let name = |stratum: &u32| names.get(*stratum as usize).cloned();
                    return Err(DesignError::SplitCluster {
                        cluster: cluster.clone(),
                        strata: strata.iter().filter_map(name).collect(),
                    });
                }
            }
            self.cluster = clusters;
            self.stratum_of = within.into_iter().flatten().collect();
            "cluster"
        } else {
            self.cluster = (0..self.ballots.len() as u32).collect();
            self.stratum_of = of_row;
            "respondent"
        };
        let mut counts = vec![0_u64; names.len()];
        for stratum in &self.stratum_of {
            if let Some(count) = counts.get_mut(*stratum as usize) {
                *count += 1;
            }
        }
        let known: BTreeSet<&String> = names.iter().collect();
        let given = design.population.strata.keys();
        let unknown: Vec<String> = given.filter(|key| !known.contains(key)).cloned().collect();
        if !unknown.is_empty() {
            return Err(DesignError::UnknownStrata { strata: unknown });
        }
        for (name, count) in names.iter().zip(&counts) {
            let own = design.population.strata.get(name).copied();
            let unsampled = match own.or(design.population.all) {
                Some(population) if population < *count => {
                    return Err(DesignError::BeyondPopulation {
                        place: design.strata.map_or_else(
                            || "the sample".to_owned(),
                            |_| format!("stratum \"{}\"", name.escape_debug()),
                        ),
                        sampled: *count,
                        drawn,
                        population,
                    });
                }
                Some(population) => (population - count) as f64 / population as f64,
                None => 1.0,
            };
            self.strata.push(Stratum {
                drawn: *count,
                unsampled,
            });
        }
        // With one stratum the only cluster is no mistake of the design: figures say what they lack.
        let lonely = names
            .iter()
            .zip(&self.strata)
            .filter(|(_, stratum)| stratum.drawn == 1 && !stratum.is_complete());
        let lonely: Vec<String> = lonely.map(|(name, _)| name.clone()).collect();
        if !lonely.is_empty() && self.lonely.is_none() && design.strata.is_some() {
            return Err(DesignError::LonelyStrata {
                strata: lonely,
                drawn,
            });
        }
        Ok(())
    }

    /// Post-stratification: the ballots of a unit and field stand for its dossiers.
    fn weigh(&mut self, design: &Design) -> Result<(), DesignError> {
        let Some(dossiers) = &design.dossiers else {
            return Ok(());
        };
        let key = |ballot: &&Ballot| (ballot.context.unit.clone(), ballot.context.field.clone());
        let (cell, keys) = numbered(self.ballots.iter().map(key));
        let mut rows = vec![0_u64; keys.len()];
        for cell in &cell {
            if let Some(rows) = rows.get_mut(*cell as usize) {
                *rows += 1;
            }
        }
        let mut missing = Vec::new();
        for (key, rows) in keys.iter().zip(rows) {
            match dossiers.0.get(key) {
                Some(dossiers) if *dossiers > 0 => self.cells.push(Cell {
                    rows: rows as f64,
                    weight: *dossiers as f64 / rows as f64,
                }),
                Some(_) | None => missing.push(key.clone()),
            }
        }
        if !missing.is_empty() {
            return Err(DesignError::NoDossiers { cells: missing });
        }
        self.cell = cell;
        let sampled: BTreeSet<&(String, String)> = keys.iter().collect();
        let listed = dossiers.0.iter().filter(|(_, count)| **count > 0);
        self.unsampled = listed
            .filter(|(key, _)| !sampled.contains(key))
            .map(|(key, _)| key.clone())
            .collect();
        Ok(())
    }

    fn sort_into_bins(&mut self, design: &Design) {
        if design.cluster.is_none() {
            return;
        }
        let cell = |row: usize| self.cell.get(row).copied().unwrap_or(0);
        let pairs = self.cluster.iter().enumerate();
        let (bin, keys) = numbered(pairs.map(|(row, cluster)| (*cluster, cell(row))));
        let mut bins: Vec<Bin> = keys
            .into_iter()
            .map(|(cluster, cell)| Bin {
                cluster,
                cell,
                rows: 0.0,
            })
            .collect();
        for number in &bin {
            if let Some(bin) = bins.get_mut(*number as usize) {
                bin.rows += 1.0;
            }
        }
        self.bin = bin;
        self.bins = bins;
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

/// For each key its number in the order of the keys, and the keys.
fn numbered<K: Ord + Clone>(keys: impl Iterator<Item = K>) -> (Vec<u32>, Vec<K>) {
    let mut seen: BTreeMap<K, u32> = BTreeMap::new();
    let first: Vec<u32> = keys
        .map(|key| {
            let next = seen.len() as u32;
            *seen.entry(key).or_insert(next)
        })
        .collect();
    let mut place = vec![0_u32; seen.len()];
    for (rank, number) in (0_u32..).zip(seen.values()) {
        if let Some(place) = place.get_mut(*number as usize) {
            *place = rank;
        }
    }
    let numbers = first
        .iter()
        .map(|number| place.get(*number as usize).copied().unwrap_or(0))
        .collect();
    (numbers, seen.into_keys().collect())
}
