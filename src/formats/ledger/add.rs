//! Adding a ballot.

use super::write::{AddError, Entry};
use super::{BALLOT_KEYS, Ledger};
use crate::record::body;
use crate::record::bytes::Reader;
use crate::record::head::Head;
use crate::record::shape::{MOST_QUESTIONS, Shape};
use crate::store::Store;
use sipas_core::ballot::Ballot;

/// What adding came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored now.
    Added,
    /// The very same ballot was stored before.
    AlreadyThere,
    /// Stored beside a different ballot of the same id;
    /// [`Ballot::counts_over`] says which counts.
    Conflict,
    /// Marked as removed, so nothing was written; [`Ledger::restore`] it first.
    Removed,
}

/// The proof that a ballot is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// What adding came to.
    pub outcome: Outcome,
    /// False where the reserve had to be given up: no new survey may start.
    pub reserve_held: bool,
}

impl<S: Store> Ledger<S> {
    /// Stores a ballot; says yes only after it was read back.
    ///
    /// `shape` is that of its questionnaire. Adding the same ballot again changes nothing, so after
    /// an error it may simply be tried again.
    ///
    /// # Errors
    /// [`AddError`]; all ballots stored before are still there.
    pub fn add(&mut self, ballot: &Ballot, shape: &Shape) -> Result<Receipt, AddError> {
        let outcome = if self.marks.is_removed(ballot.id) {
            Outcome::Removed
        } else {
            let copies = self.copies(ballot.id)?;
            if copies.iter().any(|copy| copy == ballot) {
                Outcome::AlreadyThere
            } else {
                self.append_ballot(ballot, shape)?;
                if copies.is_empty() {
                    Outcome::Added
                } else {
                    Outcome::Conflict
                }
            }
        };
        Ok(Receipt {
            outcome,
            reserve_held: self.reserve_held,
        })
    }

    fn append_ballot(&mut self, ballot: &Ballot, shape: &Shape) -> Result<(), AddError> {
        if ballot.answers.len().max(ballot.respondent.len()) > MOST_QUESTIONS {
            return Err(AddError::TooLong);
        }
        let head = Head::of(ballot, shape);
        let known = self.slots.len();
        let at = self.append(&Entry {
            keys: BALLOT_KEYS,
            context: &head.context_bytes(),
            head: &head.to_bytes(),
            record: &|head| {
                let head = Head::read(&mut Reader::new(head)).ok()?;
                let record = body::write(ballot, &head);
                // Reading it back from the store then only has to find the same units.
                (body::read(&record, &head).as_ref() == Some(ballot)).then_some(record)
            },
        })?;
        if at < known {
            self.index.insert(ballot.id, at);
        }
        Ok(())
    }
}
