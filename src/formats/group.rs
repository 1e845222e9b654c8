//! A group: many records under one key, each framed and checked on its own.
//!
//! | units | content |
//! |---|---|
//! | 1 | mark of the [`Packing`] |
//! | frame | the head, ending in a CRC-32 keyed by [`HEAD_KEY`] |
//! | frame | the same head again, so that no one damaged unit takes the others with it |
//! | frames | records, each ending in a CRC-32 keyed by the head's CRC: a record checks under no other head |
//!
//! Reading never fails as a whole where one head is readable: a stretch that does not check is
//! reported and reading goes on at the next frame that does.

use crate::packing::{MOST_BYTES, Packing};
use crate::record::bytes::{Reader, crc32};
use core::ops::Range;

/// Start value of a head's checksum.
pub const HEAD_KEY: u32 = 0x4845_4144;

/// The most records a group is given.
pub const MOST_RECORDS: usize = 128;

/// The most units a group of several records is given; one long record may exceed it alone.
pub const MOST_UNITS: usize = 4_096;

/// A longer value is not one of our groups: the largest holds one record of 32 767 bytes.
const LONGEST: usize = 40_000;

/// What was found in a value, apart from its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The packing it was written with.
    pub packing: Packing,
    /// The head's bytes, without checksum.
    pub head: Vec<u8>,
    /// What keys the records' checksums.
    pub key: u32,
    /// How many records check.
    pub records: usize,
    /// Stretches of units that do not check.
    pub damaged: Vec<Range<usize>>,
}

/// A fresh group without records; nothing where the head is too long.
#[must_use]
pub fn begin(packing: Packing, head: &[u8]) -> Option<Vec<u16>> {
    let mut bytes = head.to_vec();
    bytes.extend(crc32(HEAD_KEY, head).to_le_bytes());
    let mut units = vec![packing.mark()];
    let written = packing.pack_frame(&bytes, &mut units) && packing.pack_frame(&bytes, &mut units);
    written.then_some(units)
}

/// Appends a record to a group under `head`; false, and nothing appended, where it is too long.
#[must_use]
pub fn append(units: &mut Vec<u16>, packing: Packing, head: &[u8], record: &[u8]) -> bool {
    let mut bytes = record.to_vec();
    bytes.extend(crc32(crc32(HEAD_KEY, head), record).to_le_bytes());
    bytes.len() <= MOST_BYTES && packing.pack_frame(&bytes, units)
}

/// Whether one more record of so many units still belongs into the group.
#[must_use]
pub const fn has_room(records: usize, units: usize, more: usize) -> bool {
    records < MOST_RECORDS && (records == 0 || units + more <= MOST_UNITS)
}

/// Reads a group: `visit` gets the head and each record that checks, in order.
///
/// Returns nothing where no head can be read: the value is then not a group, or wholly damaged.
pub fn read(units: &[u16], visit: &mut dyn FnMut(&[u8], &[u8])) -> Option<Reading> {
    if units.len() > LONGEST {
        return None;
    }
    let marked = units.first().and_then(|mark| Packing::from_mark(*mark));
    let (packing, first) = marked
        .into_iter()
        .chain(Packing::ALL)
        .find_map(|packing| Some((packing, find(packing, units, 1, HEAD_KEY)?)))?;
    let Found {
        at: start,
        end: mut at,
        content: head,
    } = first;
    let mut reading = Reading {
        packing,
        key: crc32(HEAD_KEY, &head),
        head,
        records: 0,
        damaged: Vec::new(),
    };
    if marked != Some(packing) {
        reading.damaged.push(0..1);
    }
    if start > 1 {
        reading.damaged.push(1..start);
    }
    // The second copy. A damaged first one leaves only the second, found above.
    let mut buffer = Vec::new();
    if start == 1 {
        match check(packing, units, at, HEAD_KEY, &mut buffer) {
            Some(end) if buffer == reading.head => at = end,
            Some(_) | None => {
                let end = find_record(packing, units, at, reading.key, &mut buffer);
                reading.damaged.push(at..end);
                at = end;
            }
        }
    }
    while at < units.len() {
        if let Some(end) = check(packing, units, at, reading.key, &mut buffer) {
            visit(&reading.head, &buffer);
            reading.records += 1;
            at = end;
        } else {
            let next = find_record(packing, units, at + 1, reading.key, &mut buffer);
            reading.damaged.push(at..next);
            at = next;
        }
    }
    Some(reading)
}

struct Found {
    at: usize,
    end: usize,
    content: Vec<u8>,
}

/// The first frame from `from` on that checks under `key`.
fn find(packing: Packing, units: &[u16], from: usize, key: u32) -> Option<Found> {
    let mut content = Vec::new();
    (from..units.len()).find_map(|at| {
        let end = check(packing, units, at, key, &mut content)?;
        Some(Found {
            at,
            end,
            content: core::mem::take(&mut content),
        })
    })
}

/// Where the first frame from `from` on begins that checks under `key`; the end where there is none.
fn find_record(
    packing: Packing,
    units: &[u16],
    from: usize,
    key: u32,
    buffer: &mut Vec<u8>,
) -> usize {
    (from..units.len())
        .find(|at| check(packing, units, *at, key, buffer).is_some())
        .unwrap_or(units.len())
}

/// Reads the frame at `at` into `buffer` without its checksum; gives its end where it checks.
fn check(
    packing: Packing,
    units: &[u16],
    at: usize,
    key: u32,
    buffer: &mut Vec<u8>,
) -> Option<usize> {
    let end = packing.unpack_frame(units, at, buffer)?;
    let content = Reader::checked(buffer, key)?.rest().len();
    buffer.truncate(content);
    Some(end)
}
