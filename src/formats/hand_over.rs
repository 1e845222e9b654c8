//! The hand-over: a phone's ballot as QR codes or a link that the counter's tablet takes in.
//!
//! docs/hand-over.md describes every byte. A *sheet* is the ballot's record (head and body of
//! [`record`](crate::record)) and a keyed check. It travels in one or more [`part`]s, each a link of
//! its own that ends in letters of [`base32`](crate::base32). [`taking`] says whether a counter takes
//! a sheet; [`tickets`] are what a counter remembers of the codes it has shown.

pub mod part;
pub mod taking;
pub mod tickets;

use crate::record::bytes::Reader;
use crate::record::shape::Shape;
use crate::record::{RecordError, plain, read_plain};
use core::hash::Hasher;
use sipas_core::ballot::{Ballot, Ticket};
use siphasher::sip::SipHasher24;
use thiserror::Error;

/// The version of the format this program writes.
pub const VERSION: u8 = 1;

/// What stands before a sheet's letters in a link, behind the app's address.
pub const BEFORE: &str = "#/staff/collect?b=";

/// Second half of the check's key: this use and version of it.
const CHECK: u64 = u64::from_le_bytes(*b"sipas-q1");

/// Second half of the key a ticket's number is made with.
const NUMBER: u64 = u64::from_le_bytes(*b"sipas-n1");

/// Why a code is not a sheet or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum HandOverError {
    /// Changed or cut short on its way; or never one of ours.
    #[error("the checksum does not match")]
    Damaged,
    /// Written by a newer program.
    #[error("version {0} is newer than this program")]
    Newer(u8),
    /// Written by a program so old that this one no longer reads it.
    #[error("version {0} is no longer read")]
    Older(u8),
    /// Whole, yet without sense.
    #[error("content makes no sense")]
    Malformed,
}

/// A ballot as it was handed over, its check not yet looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The ballot; its ticket is the number, not the secret.
    pub ballot: Ballot,
    /// The shape it was written with.
    pub shape: Shape,
    content: Vec<u8>,
    check: u64,
}

/// The number a one-time ticket is known by: it does not give the ticket away.
#[must_use]
pub fn number_of(ticket: u64) -> u64 {
    let mut hasher = SipHasher24::new_with_keys(ticket, NUMBER);
    hasher.write(&NUMBER.to_le_bytes());
    hasher.finish()
}

fn check_of(ticket: u64, content: &[u8]) -> u64 {
    let mut hasher = SipHasher24::new_with_keys(ticket, CHECK);
    hasher.write(content);
    hasher.finish()
}

/// A ballot as the bytes of a sheet; `ballot` is the phone's, with its ticket in it.
#[must_use]
pub fn write(ballot: &Ballot, shape: &Shape) -> Vec<u8> {
    let mut sent = ballot.clone();
    let ticket = match ballot.ticket {
        Ticket::Once(ticket) => {
            sent.ticket = Ticket::Once(number_of(ticket));
            ticket
        }
        Ticket::None | Ticket::Poster => 0,
    };
    let mut out = plain(&sent, shape);
    let check = check_of(ticket, &out.bytes);
    out.low_bytes(check, 8);
    out.bytes
}

/// Reads the bytes of a sheet.
///
/// # Errors
/// [`HandOverError::Malformed`], or [`HandOverError::Newer`] where the record in it is newer.
pub fn read(bytes: &[u8]) -> Result<Sheet, HandOverError> {
    let (content, check) = bytes.split_last_chunk().ok_or(HandOverError::Malformed)?;
    let (ballot, shape) = read_plain(Reader::new(content)).map_err(|error| match error {
        RecordError::Newer(version) => HandOverError::Newer(version),
        RecordError::Damaged | RecordError::Malformed => HandOverError::Malformed,
    })?;
    // One ballot has one sheet: bytes that say the same in another way are nobody's.
    if plain(&ballot, &shape).bytes != content {
        return Err(HandOverError::Malformed);
    }
    Ok(Sheet {
        ballot,
        shape,
        content: content.to_vec(),
        check: u64::from_le_bytes(*check),
    })
}

impl Sheet {
    /// Whether it was written by someone who knew this ticket; 0 stands for that of every poster.
    #[must_use]
    pub fn is_proved_by(&self, ticket: u64) -> bool {
        check_of(ticket, &self.content) == self.check
    }
}
