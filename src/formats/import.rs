//! What bringing ballots in would change, told before anything is changed.
//!
//! A [`Gathering`] takes the ballots of any number of files, in any order and as often as one likes; its
//! [`Plan`] says of each what it is to this device: new, already known, different under the same id,
//! or removed here. Of different ballots under one id the one that counts is decided as the ledger
//! decides it: [`Ballot::counts_over`].

mod places;

pub use places::{read_places, write_places};

use crate::csv::Place;
use crate::record::seal;
use crate::record::shape::Shape;
use sipas_core::ballot::{Ballot, BallotId};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The largest file that is read, in bytes: some 1.5 million rows. More belongs into the command line.
pub const MOST_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// The ballots of some files.
#[derive(Debug, Clone, Default)]
pub struct Gathering {
    by_id: BTreeMap<BallotId, Vec<Version>>,
    read: u64,
}

/// One of the different ballots under an id.
#[derive(Debug, Clone)]
struct Version {
    ballot: Ballot,
    shape: Rc<Shape>,
    place: Place,
}

/// What this device has.
#[derive(Clone, Copy)]
pub struct Device<'a> {
    /// All ballots that are stored and not removed, ascending by id.
    pub stored: &'a [Ballot],
    /// Whether a ballot was removed here.
    pub is_removed: &'a dyn Fn(BallotId) -> bool,
}

/// A ballot to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The ballot.
    pub ballot: Ballot,
    /// The shape of its questionnaire.
    pub shape: Rc<Shape>,
    /// Where it was read first, by name of file and line.
    pub place: Place,
}

/// Different ballots under one id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The id.
    pub id: BallotId,
    /// Where the one of the files that counts among them stands first.
    pub place: Place,
    /// Where each of the others of the files stands first.
    pub others: Vec<Place>,
    /// What differs, by column; `answers` and `respondent` stand for all of theirs.
    pub columns: Vec<&'static str>,
    /// Whether the device has one of its own.
    pub is_held: bool,
    /// Whether the one of the files counts from then on, not the device's.
    pub comes_in: bool,
}

/// What would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Ballots read in all files together.
    pub read: u64,
    /// Copies of a ballot among the files, beyond the first.
    pub copies: u64,
    /// Ballots the device has, unchanged.
    pub known: u64,
    /// Ballots the device does not have, by id.
    pub new: Vec<Incoming>,
    /// Ballots that count over a different one of the device, by id.
    pub replacing: Vec<Incoming>,
    /// Ballots that were removed on this device, by id; only taken when the person says so.
    pub removed: Vec<Incoming>,
    /// Ids under which different ballots stand, by id.
    pub differences: Vec<Difference>,
}

impl Gathering {
    /// Takes a ballot of a file.
    pub fn add(&mut self, ballot: Ballot, shape: &Rc<Shape>, place: Place) {
        self.read += 1;
        let versions = self.by_id.entry(ballot.id).or_default();
        let version = Version {
            ballot,
            shape: Rc::clone(shape),
            place,
        };
        match versions.iter_mut().find(|one| one.ballot == version.ballot) {
            // The same ballot: its first place, and of different shapes always the same one.
            Some(held) => {
                if version.place < held.place {
                    held.place = version.place;
                }
                if held.shape != version.shape
                    && seal(&version.ballot, &version.shape) < seal(&held.ballot, &held.shape)
                {
                    held.shape = version.shape;
                }
            }
            None => versions.push(version),
        }
    }

    /// How many ballots were taken.
    #[must_use]
    pub const fn read(&self) -> u64 {
        self.read
    }

    /// How many different ids there are.
    #[must_use]
    pub fn ids(&self) -> usize {
        self.by_id.len()
    }

    /// What it would change on a device.
    #[must_use]
    pub fn plan(self, device: Device<'_>) -> Plan {
        let mut plan = Plan {
            read: self.read,
            ..Plan::default()
        };
        let mut distinct = 0;
        for (id, mut versions) in self.by_id {
            distinct += versions.len() as u64;
            if versions.len() > 1 {
                versions.sort_by(|one, other| one.ballot.by_weight(&other.ballot));
            }
            if let Some(best) = versions.pop() {
                plan.place(id, best, versions, device);
            }
        }
        plan.copies = plan.read - distinct;
        plan
    }
}

impl Plan {
    /// Puts the best ballot of an id where it belongs, and tells what is different.
    fn place(&mut self, id: BallotId, best: Version, others: Vec<Version>, device: Device<'_>) {
        let Version {
            ballot,
            shape,
            place,
        } = best;
        let held = device
            .stored
            .binary_search_by_key(&id, |one| one.id)
            .ok()
            .and_then(|at| device.stored.get(at));
        let mut columns: Vec<&'static str> = others
            .iter()
            .flat_map(|other| differing(&ballot, &other.ballot))
            .collect();
        let is_known = held.is_some_and(|held| *held == ballot);
        let mut comes_in = held.is_none();
        if let Some(held) = held.filter(|_| !is_known) {
            columns.extend(differing(&ballot, held));
            comes_in = ballot.counts_over(held);
            let mut others: Vec<Place> = others.into_iter().map(|one| one.place).collect();
            others.sort();
            self.tell(id, &place, others, columns, true, comes_in);
            if comes_in {
                self.replacing.push(Incoming {
                    ballot,
                    shape,
                    place,
                });
            }
            return;
        }
        if !others.is_empty() {
            let mut others: Vec<Place> = others.into_iter().map(|one| one.place).collect();
            others.sort();
            self.tell(id, &place, others, columns, held.is_some(), comes_in);
        }
        if is_known {
            self.known += 1;
            return;
        }
        let incoming = Incoming {
            ballot,
            shape,
            place,
        };
        if (device.is_removed)(id) {
            self.removed.push(incoming);
        } else {
            self.new.push(incoming);
        }
    }

    fn tell(
        &mut self,
        id: BallotId,
        place: &Place,
        others: Vec<Place>,
        mut columns: Vec<&'static str>,
        is_held: bool,
        comes_in: bool,
    ) {
        columns.sort_unstable();
        columns.dedup();
        self.differences.push(Difference {
            id,
            place: place.clone(),
            others,
            columns,
            is_held,
            comes_in,
        });
    }

    /// Whether storing it would change anything without a further word.
    #[must_use]
    pub const fn changes_nothing(&self) -> bool {
        self.new.is_empty() && self.replacing.is_empty()
    }
}

/// The columns in which two ballots differ.
fn differing(one: &Ballot, other: &Ballot) -> Vec<&'static str> {
    let (mine, theirs) = (&one.context, &other.context);
    let edition = (&mine.questionnaire, mine.version) != (&theirs.questionnaire, theirs.version);
    let all = [
        ("device_id", mine.device != theirs.device),
        ("campaign", mine.campaign != theirs.campaign),
        ("questionnaire", edition),
        ("unit", mine.unit != theirs.unit),
        ("field", mine.field != theirs.field),
        ("channel", one.channel != other.channel),
        ("status", one.status != other.status),
        ("submitted_at", one.submitted_at != other.submitted_at),
        ("duration_secs", one.duration_secs != other.duration_secs),
        ("respondent", one.respondent != other.respondent),
        ("answers", one.answers != other.answers),
        ("comment", one.comment != other.comment),
        ("reasons", one.reasons != other.reasons),
        ("ticket", one.ticket != other.ticket),
    ];
    all.into_iter()
        .filter(|(_, differs)| *differs)
        .map(|(column, _)| column)
        .collect()
}
