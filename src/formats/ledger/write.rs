//! Writing into groups: write, read back, compare; with a reserve for what is already under way.

use super::{Ledger, RESERVE_KEY, Slot};
use crate::group;
use crate::store::{Store, StoreError};
use thiserror::Error;

/// Why something could not be stored. Everything stored before is still there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddError {
    /// No room, not even with the reserve.
    #[error("no room left in the store")]
    Full,
    /// There is no store.
    #[error("the store cannot be used")]
    Unavailable,
    /// The store failed, in the browser's words.
    #[error("the store failed: {0}")]
    Failed(String),
    /// The store said it was written, but something else came back.
    #[error("what was written did not come back")]
    NotKept,
    /// More than a record can hold: 32 763 bytes, nearly all of them the comment, or 1 024 answers.
    #[error("too long for a record")]
    TooLong,
}

impl From<StoreError> for AddError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::Unavailable => Self::Unavailable,
            StoreError::Other(text) => Self::Failed(text),
        }
    }
}

/// One record to be put into a group.
pub(super) struct Entry<'a> {
    /// What the group's key begins with.
    pub keys: &'static str,
    /// What the group's head must begin with.
    pub context: &'a [u8],
    /// The head of a group begun for it.
    pub head: &'a [u8],
    /// The record under the head of the group it goes into; nothing where it cannot be written.
    pub record: &'a dyn Fn(&[u8]) -> Option<Vec<u8>>,
}

impl<S: Store> Ledger<S> {
    /// Sees to it that the reserve has this many units; true where it has.
    ///
    /// Call it before a survey is started, and start none where it is false. 0 gives it up.
    ///
    /// # Errors
    /// [`StoreError`] other than [`StoreError::Full`].
    pub fn hold_reserve(&mut self, units: usize) -> Result<bool, StoreError> {
        self.reserve_units = units;
        self.look_at_reserve()?;
        if !self.reserve_held {
            let done = if units == 0 {
                self.store.remove(RESERVE_KEY)
            } else {
                self.store.set(RESERVE_KEY, &vec![u16::from(b'.'); units])
            };
            match done {
                Err(StoreError::Full) => {}
                done => {
                    done?;
                    self.look_at_reserve()?;
                }
            }
        }
        Ok(self.reserve_held)
    }

    /// Finds out whether the reserve is whole; another tab may have used it.
    pub(super) fn look_at_reserve(&mut self) -> Result<(), StoreError> {
        let held = self.store.get(RESERVE_KEY)?.map_or(0, |value| value.len());
        self.reserve_held = held == self.reserve_units;
        Ok(())
    }

    /// Whether the reserve was whole when last written or used.
    #[must_use]
    pub const fn reserve_held(&self) -> bool {
        self.reserve_held
    }

    /// Puts a record into an open group of this writer, or into a new one; gives the group's slot.
    pub(super) fn append(&mut self, entry: &Entry<'_>) -> Result<usize, AddError> {
        for at in self.open.clone() {
            let fits = self.slots.get(at).is_some_and(|slot| {
                slot.key.starts_with(entry.keys) && slot.head.starts_with(entry.context)
            });
            if fits && self.append_to(at, entry)? {
                return Ok(at);
            }
        }
        let mut value = group::begin(self.packing, entry.head).ok_or(AddError::TooLong)?;
        let record = (entry.record)(entry.head).ok_or(AddError::TooLong)?;
        if !group::append(&mut value, self.packing, entry.head, &record) {
            return Err(AddError::TooLong);
        }
        let key = self.fresh_key(entry.keys)?;
        let stored = self.put(&key, &value, None);
        if matches!(stored, Ok(()) | Err(AddError::NotKept)) {
            // What came of a write that went wrong must be known too.
            self.fill_new(key)?;
        }
        stored.map(|()| self.slots.len() - 1)
    }

    /// Adds to one group; false where it is no longer one to add to.
    fn append_to(&mut self, at: usize, entry: &Entry<'_>) -> Result<bool, AddError> {
        let Some(Slot {
            key, head, records, ..
        }) = self.slots.get(at)
        else {
            return Ok(false);
        };
        let (key, head, known) = (key.clone(), head.clone(), *records);
        let before = self.store.get(&key)?.unwrap_or_default();
        let reading = group::read(&before, &mut |_, _| {});
        // Another hand, a rollback or damage: look again, and leave it alone from now on.
        let as_known = reading.is_some_and(|reading| {
            reading.damaged.is_empty()
                && reading.packing == self.packing
                && reading.head == head
                && reading.records == known
        });
        if !as_known {
            self.fill_again(at)?;
            self.open.retain(|open| *open != at);
            return Ok(false);
        }
        let record = (entry.record)(&head).ok_or(AddError::TooLong)?;
        let mut after = before.clone();
        if !group::append(&mut after, self.packing, &head, &record) {
            return Err(AddError::TooLong);
        }
        if !group::has_room(known, before.len(), after.len() - before.len()) {
            self.open.retain(|open| *open != at);
            return Ok(false);
        }
        match self.put(&key, &after, Some(&before)) {
            Ok(()) => {
                if let Some(slot) = self.slots.get_mut(at) {
                    slot.records += 1;
                }
                Ok(true)
            }
            Err(AddError::NotKept) => {
                self.fill_again(at)?;
                self.open.retain(|open| *open != at);
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    /// A key of this writer that nothing stands under.
    pub(super) fn fresh_key(&mut self, keys: &str) -> Result<String, StoreError> {
        loop {
            let key = format!("{keys}{}{:x}", self.writer, self.next);
            self.next = self.next.wrapping_add(1);
            if self.store.get(&key)?.is_none() {
                return Ok(key);
            }
        }
    }

    /// Writes a value and reads it back; gives up the reserve where there is no other room.
    ///
    /// `before` is what stands there and is put back if the store swallowed it.
    pub(super) fn put(
        &mut self,
        key: &str,
        value: &[u16],
        before: Option<&[u16]>,
    ) -> Result<(), AddError> {
        let mut stored = self.store.set(key, value);
        if stored == Err(StoreError::Full) && self.reserve_units > 0 {
            self.store.remove(RESERVE_KEY)?;
            stored = self.store.set(key, value);
            // Whether it is whole again is told by `reserve_held`; the ballot matters more.
            self.reserve_held = self.hold_reserve(self.reserve_units).unwrap_or(false);
        }
        stored?;
        let back = self.store.get(key)?;
        if back.as_deref() == Some(value) {
            return Ok(());
        }
        if let Some(before) = before
            && back.as_deref() != Some(before)
        {
            self.store.set(key, before)?;
        }
        Err(AddError::NotKept)
    }
}
