//! Fitting a design to ballots: clusters in strata, weights, and what does not fit.

use super::design::{Design, DesignError};
use super::sample::{Bin, Cell, Sample, Stratum};
use crate::ballot::Ballot;
use std::collections::{BTreeMap, BTreeSet};

impl Sample<'_> {
    /// Clusters, strata and how much of each is in the sample.
    pub(super) fn group(&mut self, design: &Design) -> Result<(), DesignError> {
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
    pub(super) fn weigh(&mut self, design: &Design) -> Result<(), DesignError> {
        let Some(dossiers) = &design.dossiers else {
            return Ok(());
        };
        let key = |ballot: &&Ballot| (ballot.context.unit.clone(), ballot.context.field.clone());
        let (cell, keys) = numbered(self.ballots.iter().map(key));
        let mut members: Vec<Vec<u32>> = vec![Vec::new(); keys.len()];
        for (row, cell) in (0..).zip(&cell) {
            if let Some(members) = members.get_mut(*cell as usize) {
                members.push(row);
            }
        }
        let mut missing = Vec::new();
        for (key, members) in keys.iter().zip(members) {
            match dossiers.0.get(key) {
                Some(dossiers) if *dossiers > 0 => self.cells.push(Cell {
                    weight: *dossiers as f64 / members.len() as f64,
                    members,
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

    pub(super) fn sort_into_bins(&mut self, design: &Design) {
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
