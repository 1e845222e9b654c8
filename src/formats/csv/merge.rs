//! Ballots from several files, or from a file and the store, become one set.

use sipas_core::ballot::{Ballot, BallotId};
use std::collections::BTreeMap;

/// Where a ballot was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// Name of the file, as the person knows it.
    pub file: String,
    /// The line its row starts on, from 1; 0 where it has none.
    pub line: u64,
}

/// A ballot and where it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Where.
    pub place: Place,
    /// The ballot.
    pub ballot: Ballot,
}

/// Each ballot once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// The ballots, by identity.
    pub ballots: Vec<Ballot>,
    /// Copies of a ballot beyond the first.
    pub duplicates: u64,
    /// Identities under which different ballots stood, by identity.
    pub conflicts: Vec<Conflict>,
}

/// Different ballots under one identity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// The identity.
    pub id: BallotId,
    /// Where the ballot that counts stands first.
    pub kept: Place,
    /// Where each of the others stands first.
    pub dropped: Vec<Place>,
}

/// Brings ballots together, whatever their order.
///
/// Equal ballots are one. Of different ballots under one identity one counts: [`Ballot::counts_over`].
#[must_use]
pub fn merge(ballots: impl IntoIterator<Item = Placed>) -> Merged {
    let mut by_id: BTreeMap<BallotId, Vec<Placed>> = BTreeMap::new();
    for placed in ballots {
        let versions = by_id.entry(placed.ballot.id).or_default();
        versions.push(placed);
    }
    let mut merged = Merged::default();
    for (id, copies) in by_id {
        let copies_read = copies.len();
        let mut versions = distinct(copies);
        merged.duplicates += (copies_read - versions.len()) as u64;
        if versions.len() > 1 {
            versions.sort_by(|one, other| one.ballot.by_weight(&other.ballot));
        }
        let Some(kept) = versions.pop() else { continue };
        if !versions.is_empty() {
            let mut dropped: Vec<Place> = versions.into_iter().map(|placed| placed.place).collect();
            dropped.sort();
            merged.conflicts.push(Conflict {
                id,
                kept: kept.place,
                dropped,
            });
        }
        merged.ballots.push(kept.ballot);
    }
    merged
}

/// Each different ballot once, at the first of its places.
fn distinct(copies: Vec<Placed>) -> Vec<Placed> {
    let mut versions: Vec<Placed> = Vec::new();
    for placed in copies {
        match versions
            .iter_mut()
            .find(|version| version.ballot == placed.ballot)
        {
            Some(version) => {
                if placed.place < version.place {
                    version.place = placed.place;
                }
            }
            None => versions.push(placed),
        }
    }
    versions
}
