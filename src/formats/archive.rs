//! The archive: one file with everything a device keeps, that checks itself part by part.
//!
//! | bytes | content |
//! |---|---|
//! | 10 | [`OPENING`]: a byte that is no text, the name, and line ends a text transfer would change |
//! | 1 | version of the format: 1 |
//! | frames | the table of contents, then the parts it lists ([`frame`]) |
//!
//! The same things always make the same bytes, in whatever order they were given. Every part has its
//! own checksum and stands in the contents with its name and number of items, so damage costs the parts
//! it touches and each of them is named; all others are read. Nothing is compressed: a file can never
//! grow while it is read. docs/archive.md describes every byte; a version once written is readable for
//! ever.

pub mod frame;
mod part;
mod proof;
mod read;
mod write;

pub use part::{Kind, Name};
pub use proof::{Proof, prove};
pub use read::{Opened, Reason, Refused, each_ballot, read};
pub use write::Builder;

use sipas_core::ballot::DeviceId;
use sipas_core::moment::Moment;
use thiserror::Error;

/// How every archive begins.
pub const OPENING: [u8; 10] = *b"\x89SIPAS\r\n\x1a\n";

/// The version written.
pub const VERSION: u8 = 1;

/// Where and when an archive was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// The device.
    pub device: DeviceId,
    /// When, by its clock.
    pub written_at: Moment,
    /// The campaign that was current there; empty where it was the built-in one.
    pub campaign: String,
}

/// Stored bytes the device could not read, as they are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// The key they stand under.
    pub key: String,
    /// Where in the value they begin, in units.
    pub at: u64,
    /// Why they could not be read.
    pub reason: String,
    /// The bytes; units of text as two bytes each, the low one first.
    pub bytes: Vec<u8>,
}

/// Why a file is no archive this program can open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ArchiveError {
    /// It does not begin as one.
    #[error("not an archive")]
    NotAnArchive,
    /// Its line ends were changed on the way, as by a transfer of text.
    #[error("the file was changed on the way, as if it were text")]
    SentAsText,
    /// Written by a newer program.
    #[error("version {0} is newer than this program")]
    Newer(u8),
    /// Not one of its parts can be read.
    #[error("no part of the archive can be read")]
    NothingReadable,
}

/// Whether a file says it is an archive, readable or not.
#[must_use]
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89SIPAS") || frame::is_at(bytes, OPENING.len() + 1)
}
