//! What a device remembers of a stream the other one has received: which ballots were in it.
//!
//! | bytes | content |
//! |---|---|
//! | signed | when the person said so, Unix seconds |
//! | 8 each | ids of the ballots |
//! | 4 | CRC-32 of all before, keyed by [`SENT_KEY`] |

use crate::record::bytes::{Reader, Writer};
use sipas_core::ballot::BallotId;

/// Start value of the checksum.
pub const SENT_KEY: u32 = 0x5345_4E54;

/// Ballots another device has said to have received.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sent {
    /// When, in Unix seconds.
    pub at_secs: i64,
    /// The ballots.
    pub ids: Vec<BallotId>,
}

/// The bytes to keep.
#[must_use]
pub fn write(sent: &Sent) -> Vec<u8> {
    let mut out = Writer::new();
    out.signed(sent.at_secs);
    for id in &sent.ids {
        out.low_bytes(id.0, 8);
    }
    out.finish(SENT_KEY)
}

/// Reads them; nothing where they are damaged: the ballots then count as not sent.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Sent> {
    let mut input = Reader::checked(bytes, SENT_KEY)?;
    let at_secs = input.signed()?;
    let mut ids = Vec::new();
    while !input.is_empty() {
        ids.push(BallotId(input.low_bytes(8)?));
    }
    Some(Sent { at_secs, ids })
}
