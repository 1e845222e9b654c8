//! The union of two engines: what has to be written where so that both hold every ballot.
//!
//! Pure functions over ids and marks; the caller moves the records.

use super::marks::{Mark, Marks};
use sipas_core::ballot::BallotId;

/// What each engine lacks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Missing {
    /// Ballots the first engine (local storage) lacks and that are not removed.
    pub first: Vec<BallotId>,
    /// Ballots the second engine lacks; removed ones too, since that is where they stay restorable.
    pub second: Vec<BallotId>,
    /// Marks the first engine lacks.
    pub first_marks: Vec<Mark>,
    /// Marks the second engine lacks.
    pub second_marks: Vec<Mark>,
}

/// Compares two engines.
///
/// `first` and `second` are the ids each engine has a readable record of, ascending. A record set
/// aside as unreadable is no such id, so the other engine's copy comes back under a new key.
#[must_use]
pub fn missing(
    first: &[BallotId],
    first_marks: &Marks,
    second: &[BallotId],
    second_marks: &Marks,
) -> Missing {
    let removed = |id: BallotId| match second_marks.get(id) {
        Some(mark) if first_marks.is_behind(&mark) => mark.removed,
        Some(_) | None => first_marks.is_removed(id),
    };
    Missing {
        first: lacking(first, second).filter(|id| !removed(*id)).collect(),
        second: lacking(second, first).collect(),
        first_marks: behind(first_marks, second_marks),
        second_marks: behind(second_marks, first_marks),
    }
}

/// The ids `other` has and `own` (ascending) has not.
fn lacking<'a>(own: &'a [BallotId], other: &'a [BallotId]) -> impl Iterator<Item = BallotId> + 'a {
    other
        .iter()
        .copied()
        .filter(|id| own.binary_search(id).is_err())
}

/// The marks of `other` that hold over those of `own`.
fn behind(own: &Marks, other: &Marks) -> Vec<Mark> {
    other.iter().filter(|mark| own.is_behind(mark)).collect()
}
