//! The store's twin in memory: with a quota, and with failures to order.

use super::{Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// What happens to one write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteFault {
    /// Refused with this error; nothing changes.
    Refuse(StoreError),
    /// Said to be done, but nothing changes.
    Ignore,
    /// Said to be done, but only so many units arrive.
    Truncate(usize),
}

/// A store that lives in memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    values: RefCell<BTreeMap<String, Vec<u16>>>,
    used: Cell<usize>,
    quota: Cell<Option<usize>>,
    unavailable: Cell<bool>,
    fault: RefCell<Option<(usize, WriteFault)>>,
    dead_after: Cell<Option<usize>>,
    writes: Cell<usize>,
}

impl MemoryStore {
    /// An empty store without a quota.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on keys and values together may have at most so many units.
    pub fn set_quota(&self, units: usize) {
        self.quota.set(Some(units));
    }

    /// From now on everything fails as in a browser that blocks storage, or works again.
    pub fn set_unavailable(&self, unavailable: bool) {
        self.unavailable.set(unavailable);
    }

    /// The write (or removal) after `skip` more ones goes wrong, once.
    pub fn fail_write(&self, skip: usize, fault: WriteFault) {
        *self.fault.borrow_mut() = Some((skip, fault));
    }

    /// After `count` more writes or removals none is done any more, as if the program had been
    /// killed; `None` brings it back to life.
    pub fn die_after(&self, count: Option<usize>) {
        self.dead_after.set(count);
    }

    /// Writes and removals asked for so far.
    #[must_use]
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    /// All that is stored, by key.
    #[must_use]
    pub fn snapshot(&self) -> BTreeMap<String, Vec<u16>> {
        self.values.borrow().clone()
    }

    /// Puts the store back to what it was.
    pub fn restore(&self, snapshot: BTreeMap<String, Vec<u16>>) {
        let units = |(key, value): (&String, &Vec<u16>)| key.encode_utf16().count() + value.len();
        self.used.set(snapshot.iter().map(units).sum());
        *self.values.borrow_mut() = snapshot;
    }

    fn available(&self) -> Result<(), StoreError> {
        if self.unavailable.get() {
            Err(StoreError::Unavailable)
        } else {
            Ok(())
        }
    }

    /// What the next write shall suffer.
    fn next_fault(&self) -> Option<WriteFault> {
        self.writes.set(self.writes.get() + 1);
        match self.dead_after.get() {
            Some(0) => return Some(WriteFault::Refuse(StoreError::Other("killed".to_owned()))),
            Some(left) => self.dead_after.set(Some(left - 1)),
            None => {}
        }
        let mut order = self.fault.borrow_mut();
        match order.take() {
            Some((0, fault)) => Some(fault),
            Some((skip, fault)) => {
                *order = Some((skip - 1, fault));
                None
            }
            None => None,
        }
    }
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.available()?;
        Ok(self.values.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<Vec<u16>>, StoreError> {
        self.available()?;
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, units: &[u16]) -> Result<(), StoreError> {
        self.available()?;
        let units = match self.next_fault() {
            Some(WriteFault::Refuse(error)) => return Err(error),
            Some(WriteFault::Ignore) => return Ok(()),
            Some(WriteFault::Truncate(count)) => units.get(..count).unwrap_or(units),
            None => units,
        };
        let mut values = self.values.borrow_mut();
        let key_units = key.encode_utf16().count();
        let before = values.get(key).map_or(0, |value| key_units + value.len());
        let used = self.used.get() - before + key_units + units.len();
        if self.quota.get().is_some_and(|quota| used > quota) {
            return Err(StoreError::Full);
        }
        self.used.set(used);
        values.insert(key.to_owned(), units.to_vec());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.available()?;
        match self.next_fault() {
            Some(WriteFault::Refuse(error)) => return Err(error),
            Some(WriteFault::Ignore | WriteFault::Truncate(_)) => return Ok(()),
            None => {}
        }
        if let Some(value) = self.values.borrow_mut().remove(key) {
            self.used
                .set(self.used.get() - key.encode_utf16().count() - value.len());
        }
        Ok(())
    }

    fn used_units(&self) -> Result<usize, StoreError> {
        self.available()?;
        Ok(self.used.get())
    }
}
