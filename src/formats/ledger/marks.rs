//! Removal marks: which ballots were archived and taken away, so that no old copy brings them back.
//!
//! For each id the mark with the highest counter holds; restoring writes a counter-mark one higher.
//! Taking the greater of two marks is commutative, associative and idempotent, so engines that saw
//! marks in any order, twice, or from before a rollback come to the same end.

use super::by_id::ById;
use crate::record::bytes::{Reader, Writer};
use crate::record::head::{self, MARKS, VERSION};
use crate::record::{RecordError, SEAL_KEY};
use sipas_core::ballot::BallotId;

/// What was last decided about one ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// The ballot.
    pub id: BallotId,
    /// How often something was decided about it; the highest holds. From 1.
    pub counter: u32,
    /// True: removed. False: restored.
    pub removed: bool,
    /// When, by the device's clock, in seconds since 1970; says how long it stays restorable.
    pub at_secs: i64,
}

impl Mark {
    /// Greater holds: counter, then restored over removed (what is shown is not lost), then the later.
    const fn rank(&self) -> (u32, bool, i64) {
        (self.counter, !self.removed, self.at_secs)
    }
}

/// The marks of all ballots that ever had one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    by_id: ById<Mark>,
}

impl Marks {
    /// The mark that holds for a ballot; nothing where there never was one.
    #[must_use]
    pub fn get(&self, id: BallotId) -> Option<Mark> {
        self.by_id.get(id).first().map(|entry| entry.1)
    }

    /// Whether the ballot is removed.
    #[must_use]
    pub fn is_removed(&self, id: BallotId) -> bool {
        self.get(id).is_some_and(|mark| mark.removed)
    }

    /// Whether `mark` would hold over the one known here, if any.
    #[must_use]
    pub fn is_behind(&self, mark: &Mark) -> bool {
        self.get(mark.id)
            .is_none_or(|held| held.rank() < mark.rank())
    }

    /// Takes a mark in, unless the one known here holds over it.
    pub fn merge(&mut self, mark: Mark) {
        if self.is_behind(&mark) {
            self.by_id.replace(mark.id, mark);
        }
    }

    /// All marks that hold, by id.
    pub fn iter(&self) -> impl Iterator<Item = Mark> + '_ {
        self.by_id.iter().map(|entry| entry.1)
    }

    /// The mark that removes (or restores) a ballot now; nothing where it is so already.
    #[must_use]
    pub fn next(&self, id: BallotId, removed: bool, at_secs: i64) -> Option<Mark> {
        let held = self.get(id);
        if held.is_some_and(|mark| mark.removed) == removed {
            return None;
        }
        let counter = held.map_or(1, |mark| mark.counter.saturating_add(1));
        Some(Mark {
            id,
            counter,
            removed,
            at_secs,
        })
    }
}

/// Writes marks that share counter, decision and time as one record of a group of marks.
#[must_use]
pub fn write_batch(marks: &[Mark]) -> Vec<u8> {
    let mut out = Writer::new();
    if let Some(first) = marks.first() {
        out.varint(u64::from(first.counter));
        out.u8(u8::from(first.removed));
        out.signed(first.at_secs);
        for mark in marks {
            out.low_bytes(mark.id.0, 8);
        }
    }
    out.bytes
}

/// Reads what [`write_batch`] wrote; nothing where it makes no sense.
#[must_use]
pub fn read_batch(bytes: &[u8]) -> Option<Vec<Mark>> {
    let mut input = Reader::new(bytes);
    let counter = u32::try_from(input.varint()?).ok()?;
    let removed = input.u8()? != 0;
    let at_secs = input.signed()?;
    let mut marks = Vec::new();
    while !input.is_empty() {
        marks.push(Mark {
            id: BallotId(input.low_bytes(8)?),
            counter,
            removed,
            at_secs,
        });
    }
    Some(marks)
}

/// Writes one mark as bytes that stand alone, for the second engine.
#[must_use]
pub fn seal_mark(mark: &Mark) -> Vec<u8> {
    let mut out = Writer {
        bytes: vec![VERSION, MARKS],
    };
    out.raw(&write_batch(&[*mark]));
    out.finish(SEAL_KEY)
}

/// Reads a sealed mark.
///
/// # Errors
/// [`RecordError`]: damaged, newer than this program, or without sense.
pub fn unseal_mark(bytes: &[u8]) -> Result<Mark, RecordError> {
    let mut input = Reader::checked(bytes, SEAL_KEY).ok_or(RecordError::Damaged)?;
    if head::kind(&mut input)?.1 != MARKS {
        return Err(RecordError::Malformed);
    }
    match read_batch(input.rest()).as_deref() {
        Some([mark]) => Ok(*mark),
        Some(_) | None => Err(RecordError::Malformed),
    }
}
