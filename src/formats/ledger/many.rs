//! Adding many ballots at once, all of them or none.
//!
//! They go into groups of their own under fresh keys, filled before they are written: what fails is
//! taken back by taking those keys away, and no group that stood before is touched.

use super::write::AddError;
use super::{BALLOT_KEYS, Ledger};
use crate::group;
use crate::record::body;
use crate::record::head::Head;
use crate::record::shape::{MOST_QUESTIONS, Shape};
use crate::store::{Store, StoreError};
use sipas_core::ballot::Ballot;

/// The groups one call has written, for taking them back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    keys: Vec<String>,
}

impl Written {
    /// These and those of another call.
    pub fn join(&mut self, other: Self) {
        self.keys.extend(other.keys);
    }
}

impl<S: Store> Ledger<S> {
    /// Stores ballots under fresh keys and reads each group back; neighbours of one context share groups.
    ///
    /// The caller sees to it that none of them is stored already: each gets a record.
    ///
    /// # Errors
    /// [`AddError`]; nothing of this call is stored then.
    pub fn add_many(&mut self, ballots: &[(&Ballot, &Shape)]) -> Result<Written, AddError> {
        let mut written = Written::default();
        let done = self.write_fresh(ballots, &mut written);
        if let Err(error) = done {
            // What could not even be taken away is told by the error as well.
            self.take_back(&written)?;
            return Err(error);
        }
        Ok(written)
    }

    /// Takes away what [`Ledger::add_many`] has written.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be written.
    pub fn take_back(&mut self, written: &Written) -> Result<(), StoreError> {
        for key in &written.keys {
            self.store.remove(key)?;
            self.refresh(key)?;
        }
        // Where the reserve was given up there is room for it again.
        let units = self.reserve_units;
        self.hold_reserve(units)?;
        Ok(())
    }

    fn write_fresh(
        &mut self,
        ballots: &[(&Ballot, &Shape)],
        written: &mut Written,
    ) -> Result<(), AddError> {
        let mut rest = ballots.iter().peekable();
        while let Some((first, shape)) = rest.next() {
            let head = head_of(first, shape)?;
            let context = head.context_bytes();
            let bytes = head.to_bytes();
            let mut value = group::begin(self.packing, &bytes).ok_or(AddError::TooLong)?;
            let mut records = 0;
            let mut next = Some(*first);
            while let Some(ballot) = next.take() {
                let record = body::write(ballot, &head);
                let is_kept = body::read(&record, &head).as_ref() == Some(ballot);
                if !is_kept || !group::append(&mut value, self.packing, &bytes, &record) {
                    return Err(AddError::TooLong);
                }
                records += 1;
                if let Some((ballot, shape)) = rest.peek()
                    && group::has_room(records, value.len(), record.len())
                    && head_of(ballot, shape)?.context_bytes() == context
                {
                    next = rest.next().map(|one| one.0);
                }
            }
            let key = self.fresh_key(BALLOT_KEYS)?;
            written.keys.push(key.clone());
            self.put(&key, &value, None)?;
            self.fill_new(key)?;
        }
        Ok(())
    }
}

fn head_of(ballot: &Ballot, shape: &Shape) -> Result<Head, AddError> {
    if ballot.answers.len().max(ballot.respondent.len()) > MOST_QUESTIONS {
        return Err(AddError::TooLong);
    }
    Ok(Head::of(ballot, shape))
}
