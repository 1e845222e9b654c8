//! The households an interviewer is to visit: by number only, each with how the last visit went.

use crate::ballot::BallotId;
use std::collections::BTreeMap;

/// The most households one list has.
pub const MOST: u32 = 2_000;

/// How a household stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Visit {
    /// Not visited yet.
    #[default]
    Open,
    /// A survey was begun and not ended.
    Begun,
    /// Somebody answered.
    Done,
    /// Nobody was at home.
    NotHome,
    /// They would not answer.
    Refused,
    /// Another time was agreed.
    Revisit,
}

impl Visit {
    /// All, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Begun,
        Self::Done,
        Self::NotHome,
        Self::Refused,
        Self::Revisit,
    ];

    /// The name written to storage.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Begun => "begun",
            Self::Done => "done",
            Self::NotHome => "not-home",
            Self::Refused => "refused",
            Self::Revisit => "revisit",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|visit| visit.code() == code)
    }

    /// Whether somebody still has to go there.
    #[must_use]
    pub const fn is_to_do(self) -> bool {
        match self {
            Self::Open | Self::Begun | Self::NotHome | Self::Revisit => true,
            Self::Done | Self::Refused => false,
        }
    }
}

/// What is known of one household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Household {
    /// How often it was changed; of two copies the greater holds.
    pub changes: u32,
    /// How it stands.
    pub visit: Visit,
    /// The survey begun there.
    pub ballot: Option<BallotId>,
}

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Households {
    /// First and last number; nothing where there is no list yet.
    pub range: Option<(u32, u32)>,
    /// How often the range was set.
    pub set: u32,
    known: BTreeMap<u32, Household>,
}

impl Households {
    /// Sets the numbers; what is known of households outside them stays known.
    ///
    /// False where they make no list: the last before the first, or more than [`MOST`].
    pub const fn set_range(&mut self, first: u32, last: u32) -> bool {
        if first == 0 || last < first || last - first >= MOST {
            return false;
        }
        self.range = Some((first, last));
        self.set = self.set.saturating_add(1);
        true
    }

    /// The numbers on the list.
    pub fn numbers(&self) -> impl Iterator<Item = u32> + use<> {
        self.range
            .into_iter()
            .flat_map(|(first, last)| first..=last)
    }

    /// What is known of a household.
    #[must_use]
    pub fn get(&self, number: u32) -> Household {
        self.known.get(&number).copied().unwrap_or_default()
    }

    /// All that were ever changed.
    pub fn iter(&self) -> impl Iterator<Item = (u32, Household)> + '_ {
        self.known.iter().map(|(number, one)| (*number, *one))
    }

    /// Changes one.
    pub fn change(&mut self, number: u32, visit: Visit, ballot: Option<BallotId>) {
        let one = self.known.entry(number).or_default();
        *one = Household {
            changes: one.changes.saturating_add(1),
            visit,
            ballot,
        };
    }

    /// Takes in what another copy knows of one.
    pub fn join(&mut self, number: u32, other: Household) {
        let one = self.known.entry(number).or_default();
        *one = (*one).max(other);
    }

    /// Makes two copies one: of each household, and of the range, what was changed more often.
    pub fn merge(&mut self, other: &Self) {
        if (other.set, other.range) > (self.set, self.range) {
            self.range = other.range;
            self.set = other.set;
        }
        for (number, household) in other.iter() {
            self.join(number, household);
        }
    }

    /// How many of the list stand so.
    #[must_use]
    pub fn count(&self, visit: Visit) -> usize {
        self.numbers()
            .filter(|number| self.get(*number).visit == visit)
            .count()
    }

    /// The next household to visit after `number`, beginning anew at the end: first those never visited.
    #[must_use]
    pub fn next(&self, number: u32) -> Option<u32> {
        let after = self.numbers().filter(|one| *one > number);
        let all: Vec<u32> = after
            .chain(self.numbers().filter(|one| *one <= number))
            .collect();
        let of = |wanted: &dyn Fn(Visit) -> bool| {
            let found = all.iter().find(|one| wanted(self.get(**one).visit));
            found.copied()
        };
        of(&|visit| visit == Visit::Open).or_else(|| of(&Visit::is_to_do))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_one_is_the_next_not_visited_then_the_next_to_visit_again() {
        let mut list = Households::default();
        assert!(list.set_range(1, 4));
        assert_eq!(list.next(0), Some(1));
        list.change(1, Visit::NotHome, None);
        list.change(2, Visit::Done, None);
        assert_eq!(list.next(1), Some(3));
        list.change(3, Visit::Refused, None);
        list.change(4, Visit::Done, None);
        assert_eq!(list.next(4), Some(1));
        list.change(1, Visit::Done, None);
        assert_eq!(list.next(1), None);
        assert_eq!(list.count(Visit::Done), 3);
    }

    #[test]
    fn two_copies_come_to_the_same_end_in_any_order() {
        let mut one = Households::default();
        assert!(one.set_range(1, 10));
        let mut other = one.clone();
        one.change(1, Visit::NotHome, None);
        one.change(1, Visit::Done, None);
        other.change(1, Visit::Refused, None);
        other.change(2, Visit::Revisit, None);
        assert!(other.set_range(1, 20));
        let mut both = one.clone();
        both.merge(&other);
        let mut back = other.clone();
        back.merge(&one);
        assert_eq!(both, back);
        assert_eq!(both.get(1).visit, Visit::Done);
        assert_eq!(both.range, Some((1, 20)));
        let again = both.clone();
        both.merge(&other);
        assert_eq!(both, again);
    }

    #[test]
    fn ranges_without_sense_are_refused() {
        let mut list = Households::default();
        for (first, last) in [(0, 5), (5, 4), (1, MOST + 1)] {
            assert!(!list.set_range(first, last));
        }
        assert!(list.set_range(1, MOST));
    }
}
