//! Merging small groups into full ones, and letting removed ballots go.
//!
//! New groups are written and read back before old ones are taken away; a crash between leaves copies,
//! which unite by id. Groups with anything set aside are left alone.

use super::write::AddError;
use super::{BALLOT_KEYS, Ledger};
use crate::group;
use crate::record::body;
use crate::record::bytes::Reader;
use crate::record::head::Head;
use crate::store::{Store, StoreError};
use sipas_core::ballot::{Ballot, BallotId};

/// What compacting did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compaction {
    /// Groups taken away.
    pub merged: usize,
    /// Groups written in their place.
    pub written: usize,
    /// Removed ballots let go.
    pub dropped: usize,
}

/// Groups of one context about to be merged.
struct Merger {
    context: Vec<u8>,
    head: Head,
    /// Slot and value of each.
    old: Vec<(usize, Vec<u16>)>,
    ballots: Vec<Ballot>,
    dropped: usize,
}

impl<S: Store> Ledger<S> {
    /// Merges groups that are not full, and drops ballots that are removed and in `held`.
    ///
    /// `held` are the ids the second engine has safely, ascending. Call it only while no other tab
    /// can write (an exclusive lock that writers share): a group another tab adds to between reading
    /// and taking away would lose that ballot here.
    ///
    /// # Errors
    /// [`AddError`]; nothing is lost, and it can be tried again.
    pub fn compact(&mut self, held: &[BallotId]) -> Result<Compaction, AddError> {
        let mut done = Compaction::default();
        for merger in self.mergers(held)? {
            if merger.old.len() > 1 || merger.dropped > 0 {
                self.merge(&merger, &mut done)?;
            }
        }
        Ok(done)
    }

    /// All that could be merged, by context.
    fn mergers(&self, held: &[BallotId]) -> Result<Vec<Merger>, StoreError> {
        let goes = |id: BallotId| self.marks.is_removed(id) && held.binary_search(&id).is_ok();
        let mut with_dropped: Vec<bool> = vec![false; self.slots.len()];
        for (id, at) in self.index.iter() {
            if let Some(flag) = with_dropped.get_mut(*at).filter(|_| goes(*id)) {
                *flag = true;
            }
        }
        let mut mergers: Vec<Merger> = Vec::new();
        for ((at, slot), dropped) in self.slots.iter().enumerate().zip(with_dropped) {
            let Some(value) = self.value_of(at)?.filter(|_| slot.whole) else {
                continue;
            };
            let Ok(head) = Head::read(&mut Reader::new(&slot.head)) else {
                continue;
            };
            let spare = group::MOST_UNITS / group::MOST_RECORDS;
            if !dropped && !group::has_room(slot.records, value.len(), spare) {
                continue;
            }
            let mut ballots = Some(Vec::new());
            let reading = group::read(&value, &mut |_, record| match (
                body::read(record, &head),
                &mut ballots,
            ) {
                (Some(ballot), Some(ballots)) => ballots.push(ballot),
                (None, _) => ballots = None,
                (Some(_), None) => {}
            });
            let as_known = reading
                .is_some_and(|reading| reading.damaged.is_empty() && reading.head == slot.head);
            let Some(ballots) = ballots.filter(|_| as_known) else {
                continue;
            };
            let context = head.context_bytes();
            let known = mergers
                .iter_mut()
                .position(|merger| merger.context == context);
            if known.is_none() {
                let (old, ballots) = (Vec::new(), Vec::new());
                mergers.push(Merger {
                    context,
                    head,
                    old,
                    ballots,
                    dropped: 0,
                });
            }
            let place = known.unwrap_or(mergers.len() - 1);
            let Some(merger) = mergers.get_mut(place) else {
                continue;
            };
            merger.old.push((at, value));
            for ballot in ballots {
                if goes(ballot.id) {
                    merger.dropped += 1;
                } else {
                    merger.ballots.push(ballot);
                }
            }
        }
        for merger in &mut mergers {
            // Copies of one ballot become neighbours; different ones under one id are both kept.
            merger
                .ballots
                .sort_by_key(|ballot| (ballot.submitted_at.unix_secs, ballot.id));
            merger.ballots.dedup();
        }
        Ok(mergers)
    }

    fn merge(&mut self, merger: &Merger, done: &mut Compaction) -> Result<(), AddError> {
        let mut written = Vec::new();
        // The reserve is for surveys, not for tidying up.
        let reserve_units = core::mem::take(&mut self.reserve_units);
        let outcome = self.write_groups(merger, &mut written);
        self.reserve_units = reserve_units;
        if let Err(error) = outcome {
            // They hold copies only; the old groups are all still there.
            for key in &written {
                self.store.remove(key)?;
            }
            return Err(error);
        }
        done.written += written.len();
        for key in written {
            self.fill_new(key)?;
        }
        for (at, value) in &merger.old {
            let Some(key) = self.slots.get(*at).map(|slot| slot.key.clone()) else {
                continue;
            };
            if self.store.get(&key)?.as_ref() == Some(value) {
                self.store.remove(&key)?;
                done.merged += 1;
            }
            self.fill_again(*at)?;
        }
        done.dropped += merger.dropped;
        Ok(())
    }

    fn write_groups(&mut self, merger: &Merger, written: &mut Vec<String>) -> Result<(), AddError> {
        let mut rest = merger.ballots.as_slice();
        while let Some(first) = rest.first() {
            let head = Head {
                base_secs: first.submitted_at.unix_secs,
                ..merger.head.clone()
            };
            let bytes = head.to_bytes();
            let mut value = group::begin(self.packing, &bytes).ok_or(AddError::TooLong)?;
            let mut records = 0;
            while let Some((ballot, others)) = rest.split_first() {
                let before = value.len();
                let record = body::write(ballot, &head);
                if !group::append(&mut value, self.packing, &bytes, &record) {
                    return Err(AddError::TooLong);
                }
                if !group::has_room(records, before, value.len() - before) {
                    value.truncate(before);
                    break;
                }
                records += 1;
                rest = others;
            }
            let key = self.fresh_key(BALLOT_KEYS)?;
            written.push(key.clone());
            self.put(&key, &value, None)?;
        }
        Ok(())
    }
}
