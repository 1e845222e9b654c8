//! Removing and restoring: both only write marks; records leave when groups are compacted.

use super::marks::{self, Mark};
use super::write::{AddError, Entry};
use super::{Ledger, MARK_KEYS};
use crate::record::head::{MARKS, VERSION};
use crate::store::Store;
use sipas_core::ballot::BallotId;

/// Marks in one record: as long as a few ballots, so that damage stays small.
const BATCH: usize = 64;

impl<S: Store> Ledger<S> {
    /// Marks ballots as removed at `at_secs` (Unix time); they are no longer counted or visited.
    ///
    /// The marks must be in the second engine too before [`Ledger::compact`] lets the records go.
    ///
    /// # Errors
    /// [`AddError`]; some marks may be written by then, and it can be tried again.
    pub fn remove(&mut self, ids: &[BallotId], at_secs: i64) -> Result<(), AddError> {
        self.decide(ids, true, at_secs)
    }

    /// Takes removal back.
    ///
    /// Records no longer here have to be [added](Ledger::add) from the second engine afterwards.
    ///
    /// # Errors
    /// As [`Ledger::remove`].
    pub fn restore(&mut self, ids: &[BallotId], at_secs: i64) -> Result<(), AddError> {
        self.decide(ids, false, at_secs)
    }

    fn decide(&mut self, ids: &[BallotId], removed: bool, at_secs: i64) -> Result<(), AddError> {
        let marks: Vec<Mark> = ids
            .iter()
            .filter_map(|id| self.marks.next(*id, removed, at_secs))
            .collect();
        self.take_marks(&marks)
    }

    /// Stores marks, for instance those the second engine has and this one lacks.
    ///
    /// # Errors
    /// As [`Ledger::remove`].
    pub fn take_marks(&mut self, marks: &[Mark]) -> Result<(), AddError> {
        let mut news: Vec<Mark> = marks
            .iter()
            .copied()
            .filter(|mark| self.marks.is_behind(mark))
            .collect();
        // Not sorted: sorting would cost the citizen's download more than these marks ever take.
        while let Some(first) = news.first().copied() {
            let shared = |mark: &Mark| (mark.counter, mark.removed, mark.at_secs);
            let mut batch = Vec::new();
            news.retain(|mark| {
                let taken = batch.len() < BATCH && shared(mark) == shared(&first);
                if taken {
                    batch.push(*mark);
                }
                !taken
            });
            let head = [VERSION, MARKS];
            self.append(&Entry {
                keys: MARK_KEYS,
                context: &head,
                head: &head,
                record: &|_| Some(marks::write_batch(&batch)),
            })?;
            for mark in batch {
                self.marks.merge(mark);
            }
        }
        Ok(())
    }
}
