//! The ledger: a set of ballots by id over a [`Store`] that only grows, and never loses one unseen.
//!
//! Ballots stand in [groups](crate::group), one key each. Every tab is a *writer* with its own
//! number and adds only to groups of its own, so no two tabs rewrite the same key. A ballot counts as
//! stored when it was written *and read back*. What cannot be read is set aside where it is: such a
//! group is never added to, rewritten or removed.
//!
//! The same set in another engine (each ballot [sealed](crate::record::seal) under its id) is united
//! with this one by [`union::missing`].

mod add;
pub mod aside;
mod by_id;
mod compact;
mod each;
mod many;
pub mod marks;
mod removal;
pub mod second;
pub mod union;
mod write;

pub use add::{Outcome, Receipt};
pub use compact::Compaction;
pub use each::Account;
pub use many::Written;
pub use write::AddError;

use crate::group;
use crate::packing::Packing;
use crate::record::RecordError;
use crate::record::body;
use crate::record::bytes::Reader;
use crate::record::head::{self, BALLOTS, Head, MARKS};
use crate::store::{Store, StoreError};
use aside::{Reason, SetAside};
use by_id::ById;
use marks::Marks;
use sipas_core::ballot::BallotId;

/// Every key of groups of ballots begins so; writer and number follow.
pub const BALLOT_KEYS: &str = "sipas/g/";

/// Every key of groups of removal marks begins so.
pub const MARK_KEYS: &str = "sipas/m/";

/// Room kept for a survey already under way.
pub const RESERVE_KEY: &str = "sipas/reserve";

/// What browsers grant local storage of one origin, in units.
pub const QUOTA_UNITS: usize = 5 * 1024 * 1024;

/// The ballots of a store.
#[derive(Debug)]
pub struct Ledger<S> {
    store: S,
    packing: Packing,
    /// What this writer's keys have after their prefix, before the group's number.
    writer: String,
    /// Number of the next group of this writer.
    next: u32,
    slots: Vec<Slot>,
    /// Slots this writer may add to.
    open: Vec<usize>,
    /// Where each ballot stands.
    index: ById<usize>,
    marks: Marks,
    aside: Vec<SetAside>,
    reserve_units: usize,
    reserve_held: bool,
}

/// One key known to hold a group.
#[derive(Debug)]
struct Slot {
    key: String,
    head: Vec<u8>,
    records: usize,
    /// Everything in it was read.
    whole: bool,
}

impl<S: Store> Ledger<S> {
    /// Reads all groups of `store`.
    ///
    /// `packing` is what [`prove`](crate::packing::prove) found; groups in the other are read all the
    /// same. `writer` must differ from that of every other tab that is open: a random number, or a
    /// small one leased by a lock; a writer goes on with the groups it left unfilled.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read at all; damaged content is no error.
    pub fn open(store: S, packing: Packing, writer: u32) -> Result<Self, StoreError> {
        let mut ledger = Self {
            store,
            packing,
            writer: format!("{writer:x}-"),
            next: 0,
            slots: Vec::new(),
            open: Vec::new(),
            index: ById::default(),
            marks: Marks::default(),
            aside: Vec::new(),
            reserve_units: 0,
            reserve_held: false,
        };
        for key in ledger.store.keys()? {
            if is_group(&key) {
                ledger.fill_new(key)?;
            }
        }
        Ok(ledger)
    }

    /// Reads one key again, after another tab has changed it; keys that are not ours change nothing.
    ///
    /// # Errors
    /// [`StoreError`] where it cannot be read.
    pub fn refresh(&mut self, key: &str) -> Result<(), StoreError> {
        if key == RESERVE_KEY {
            return self.look_at_reserve();
        }
        match self.slots.iter().position(|slot| slot.key == key) {
            Some(at) => self.fill_again(at),
            None if is_group(key) => self.fill_new(key.to_owned()),
            None => Ok(()),
        }
    }

    /// How many ballots are stored and not removed; copies count once.
    #[must_use]
    pub fn count(&self) -> usize {
        self.ids().filter(|id| !self.marks.is_removed(*id)).count()
    }

    /// Whether this ballot is stored; also where it is marked as removed but still there.
    #[must_use]
    pub fn contains(&self, id: BallotId) -> bool {
        !self.index.get(id).is_empty()
    }

    /// The ids of all ballots stored, removed ones that are still there included, ascending.
    pub fn ids(&self) -> impl Iterator<Item = BallotId> + '_ {
        let mut last = None;
        self.index
            .iter()
            .map(|entry| entry.0)
            .filter(move |id| last.replace(*id) != Some(*id))
    }

    /// The removal marks known here.
    #[must_use]
    pub const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// What could not be read, and why.
    #[must_use]
    pub fn set_aside(&self) -> &[SetAside] {
        &self.aside
    }

    /// The store underneath.
    #[must_use]
    pub const fn store(&self) -> &S {
        &self.store
    }

    /// Units the browser's quota still has, by its usual size; only a write proves it.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read.
    pub fn room_units(&self) -> Result<usize, StoreError> {
        Ok(QUOTA_UNITS.saturating_sub(self.store.used_units()?))
    }

    fn fill_new(&mut self, key: String) -> Result<(), StoreError> {
        self.slots.push(Slot {
            key,
            head: Vec::new(),
            records: 0,
            whole: false,
        });
        self.fill(self.slots.len() - 1)
    }

    fn fill_again(&mut self, at: usize) -> Result<(), StoreError> {
        self.index.retain(|entry| entry.1 != at);
        if let Some(slot) = self.slots.get(at) {
            self.aside.retain(|item| item.key != slot.key);
        }
        self.open.retain(|open| *open != at);
        self.fill(at)
    }

    /// Reads a slot that nothing is known of.
    fn fill(&mut self, at: usize) -> Result<(), StoreError> {
        let Some(slot) = self.slots.get_mut(at) else {
            return Ok(());
        };
        (slot.records, slot.whole) = (0, false);
        let Some(value) = self.store.get(&slot.key)? else {
            return Ok(());
        };
        let mut sense = None;
        let mut batches_read = true;
        let reading = group::read(&value, &mut |head, record| match *sense
            .get_or_insert_with(|| meaning(head))
        {
            Ok(MARKS) => match marks::read_batch(record) {
                Some(batch) => batch.into_iter().for_each(|mark| self.marks.merge(mark)),
                None => batches_read = false,
            },
            Ok(_) => {
                if let Some(id) = body::id_of(record) {
                    self.index.insert(id, at);
                }
            }
            Err(_) => {}
        });
        let mut set_aside = |at: usize, units: &[u16], reason| {
            self.aside.push(SetAside {
                key: slot.key.clone(),
                at,
                units: units.to_vec(),
                reason,
            });
        };
        let Some(reading) = reading else {
            set_aside(0, &value, Reason::Unreadable);
            return Ok(());
        };
        match sense.unwrap_or_else(|| meaning(&reading.head)) {
            Ok(_) if batches_read => {
                for stretch in reading.damaged {
                    let units = value.get(stretch.clone()).unwrap_or_default();
                    set_aside(stretch.start, units, Reason::Damaged);
                }
            }
            Err(RecordError::Newer(version)) => set_aside(0, &value, Reason::Newer(version)),
            Ok(_) | Err(_) => set_aside(0, &value, Reason::Malformed),
        }
        slot.records = reading.records;
        slot.head = reading.head;
        slot.whole = self.aside.last().is_none_or(|item| item.key != slot.key);
        let room = group::has_room(slot.records, value.len(), 0);
        if slot.whole && room && reading.packing == self.packing && is_of(&slot.key, &self.writer) {
            self.open.push(at);
        }
        Ok(())
    }
}

/// The kind a head says, where the whole head makes sense.
fn meaning(bytes: &[u8]) -> Result<u8, RecordError> {
    match head::kind(&mut Reader::new(bytes))?.1 {
        BALLOTS => Head::read(&mut Reader::new(bytes)).map(|_| BALLOTS),
        MARKS => Ok(MARKS),
        _ => Err(RecordError::Malformed),
    }
}

fn is_group(key: &str) -> bool {
    key.starts_with(BALLOT_KEYS) || key.starts_with(MARK_KEYS)
}

/// Whether a group's key is one of this writer's.
fn is_of(key: &str, writer: &str) -> bool {
    [BALLOT_KEYS, MARK_KEYS].iter().any(|prefix| {
        key.strip_prefix(prefix)
            .is_some_and(|rest| rest.starts_with(writer))
    })
}
