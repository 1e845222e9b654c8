//! Things sorted by ballot id, quick to add to at any size.
//!
//! Ids are random, so 256 sorted lists by the id's first byte stay short: at 100 000 ballots adding
//! one moves some 200 entries. A tree or a hash map would do it too, for more of the citizen's download.

use sipas_core::ballot::BallotId;

/// A sorted list of values by id; several values may stand under one id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ById<T> {
    shelves: Vec<Vec<(BallotId, T)>>,
}

impl<T> Default for ById<T> {
    fn default() -> Self {
        Self {
            shelves: (0..256).map(|_| Vec::new()).collect(),
        }
    }
}

impl<T> ById<T> {
    const fn shelf(id: BallotId) -> usize {
        (id.0 >> 56) as usize
    }

    /// All values under `id`, in the order they were added.
    #[must_use]
    pub fn get(&self, id: BallotId) -> &[(BallotId, T)] {
        let shelf = self
            .shelves
            .get(Self::shelf(id))
            .map_or(&[][..], Vec::as_slice);
        let start = shelf.partition_point(|entry| entry.0 < id);
        let from = shelf.get(start..).unwrap_or_default();
        from.split_at_checked(from.iter().take_while(|entry| entry.0 == id).count())
            .map_or(&[], |(same, _)| same)
    }

    /// Adds a value behind those already under `id`.
    pub fn insert(&mut self, id: BallotId, value: T) {
        if let Some(shelf) = self.shelves.get_mut(Self::shelf(id)) {
            let at = shelf.partition_point(|entry| entry.0 <= id);
            shelf.insert(at, (id, value));
        }
    }

    /// Makes `value` the only one under `id`.
    pub fn replace(&mut self, id: BallotId, value: T) {
        if let Some(shelf) = self.shelves.get_mut(Self::shelf(id)) {
            let at = shelf.partition_point(|entry| entry.0 < id);
            match shelf.get_mut(at) {
                Some(entry) if entry.0 == id => entry.1 = value,
                Some(_) | None => shelf.insert(at, (id, value)),
            }
        }
    }

    /// Keeps only the entries for which `keep` is true.
    pub fn retain(&mut self, keep: impl Fn(&(BallotId, T)) -> bool) {
        for shelf in &mut self.shelves {
            shelf.retain(&keep);
        }
    }

    /// All entries, by id.
    pub fn iter(&self) -> impl Iterator<Item = &(BallotId, T)> {
        self.shelves.iter().flatten()
    }
}
