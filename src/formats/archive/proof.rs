//! Which ballots a file holds for sure: read back, and equal.

use super::read;
use sipas_core::ballot::{Ballot, BallotId};
use std::collections::BTreeMap;

/// The ballots found in an archive again: these may be removed from the device.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// Those that came back equal, ascending.
    pub proved: Vec<BallotId>,
    /// How many were given but did not come back equal: these must stay.
    pub unproved: usize,
}

/// Looks which of `ballots` are in the archive `bytes` are, unchanged.
#[must_use]
pub fn prove(bytes: &[u8], ballots: &[&Ballot]) -> Proof {
    let wanted: BTreeMap<BallotId, &Ballot> = ballots.iter().map(|one| (one.id, *one)).collect();
    let mut proved = Vec::new();
    if let Ok(opened) = read(bytes) {
        opened.each(&mut |ballot, _| {
            if wanted.get(&ballot.id).is_some_and(|one| *one == ballot) {
                proved.push(ballot.id);
            }
        });
    }
    proved.sort_unstable();
    proved.dedup();
    Proof {
        unproved: wanted.len() - proved.len(),
        proved,
    }
}
