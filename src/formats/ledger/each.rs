//! Going through the ballots: every one once, and of conflicting copies the one that counts.

use super::Ledger;
use crate::group;
use crate::record::body;
use crate::record::bytes::Reader;
use crate::record::head::Head;
use crate::record::layout::Layout;
use crate::record::shape::Shape;
use crate::store::{Store, StoreError};
use sipas_core::ballot::{Ballot, BallotId};

/// What going through the ballots found besides them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// Ballots visited.
    pub ballots: usize,
    /// Ids under which different ballots are stored.
    pub conflicts: Vec<BallotId>,
    /// Records whose checksum is right but whose content makes no sense; none are ever written so.
    pub unread: usize,
}

impl<S: Store> Ledger<S> {
    /// Visits every ballot that is stored and not removed, once, in no particular order.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read.
    pub fn each(&self, visit: &mut dyn FnMut(&Ballot, &Shape)) -> Result<Account, StoreError> {
        let mut account = Account::default();
        let mut doubles: Vec<(Ballot, Shape)> = Vec::new();
        for (at, slot) in self.slots.iter().enumerate() {
            let Some(value) = self.value_of(at)? else {
                continue;
            };
            let Ok(head) = Head::read(&mut Reader::new(&slot.head)) else {
                continue;
            };
            let mut layout = Layout::new(&head);
            group::read(&value, &mut |found, record| {
                let Some(id) = body::id_of(record).filter(|_| found == slot.head) else {
                    return;
                };
                let places = self.index.get(id);
                if self.marks.is_removed(id) || !places.iter().any(|place| place.1 == at) {
                    return;
                }
                match layout.read(record) {
                    None => account.unread += 1,
                    Some(ballot) if places.len() > 1 => {
                        doubles.push((ballot.clone(), head.shape.clone()));
                    }
                    Some(ballot) => {
                        visit(ballot, &head.shape);
                        account.ballots += 1;
                    }
                }
            });
        }
        doubles.sort_by_key(|double| double.0.id);
        for copies in doubles.chunk_by(|one, next| one.0.id == next.0.id) {
            let Some(first) = copies.first() else {
                continue;
            };
            let mut counts = first;
            for copy in copies {
                if copy.0.counts_over(&counts.0) {
                    counts = copy;
                }
            }
            if copies.iter().any(|copy| copy.0 != first.0) {
                account.conflicts.push(first.0.id);
            }
            visit(&counts.0, &counts.1);
            account.ballots += 1;
        }
        Ok(account)
    }

    /// All ballots that are stored and not removed, by id.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read.
    pub fn ballots(&self) -> Result<Vec<Ballot>, StoreError> {
        let mut ballots = Vec::new();
        self.each(&mut |ballot, _| ballots.push(ballot.clone()))?;
        ballots.sort_by_key(|ballot| ballot.id);
        Ok(ballots)
    }

    /// One ballot with its shape, removed or not, for the second engine; nothing where it is not here.
    ///
    /// # Errors
    /// [`StoreError`] where the store cannot be read.
    pub fn get(&self, id: BallotId) -> Result<Option<(Ballot, Shape)>, StoreError> {
        let mut found: Option<(Ballot, Shape)> = None;
        self.visit_copies(id, &mut |ballot, head| {
            let copy = (ballot, head.shape.clone());
            if found
                .as_ref()
                .is_none_or(|found| copy.0.counts_over(&found.0))
            {
                found = Some(copy);
            }
        })?;
        Ok(found)
    }

    /// All copies stored under one id.
    pub(super) fn copies(&self, id: BallotId) -> Result<Vec<Ballot>, StoreError> {
        let mut copies = Vec::new();
        self.visit_copies(id, &mut |ballot, _| copies.push(ballot))?;
        Ok(copies)
    }

    fn visit_copies(
        &self,
        id: BallotId,
        visit: &mut dyn FnMut(Ballot, &Head),
    ) -> Result<(), StoreError> {
        let mut last = None;
        for (_, at) in self.index.get(id) {
            // Two copies in one group follow each other here and are both visited at the first.
            if last.replace(*at) == Some(*at) {
                continue;
            }
            let Some(value) = self.value_of(*at)? else {
                continue;
            };
            group::read(&value, &mut |head, record| {
                if body::id_of(record) == Some(id)
                    && let Ok(head) = Head::read(&mut Reader::new(head))
                    && let Some(ballot) = body::read(record, &head)
                {
                    visit(ballot, &head);
                }
            });
        }
        Ok(())
    }

    /// What stands under a slot's key; nothing where no record was found there.
    pub(super) fn value_of(&self, at: usize) -> Result<Option<Vec<u16>>, StoreError> {
        match self.slots.get(at) {
            Some(slot) if slot.records > 0 => self.store.get(&slot.key),
            Some(_) | None => Ok(None),
        }
    }
}
