//! The stored record, versions 1 and 2: one ballot in about 28 bytes that check themselves.
//!
//! Two forms share the same parts. In local storage many ballots stand in a [`group`](crate::group)
//! under one [`head`]; in the second engine each ballot is *sealed* on its own:
//! head, [`body`], CRC-32. docs/stored-records.md describes every byte; a version once written is
//! readable for ever.

pub mod body;
pub mod bytes;
pub mod digits;
pub mod head;
pub mod layout;
pub mod shape;

use bytes::{Reader, Writer};
use head::Head;
use shape::Shape;
use sipas_core::ballot::{Ballot, BallotId};
use thiserror::Error;

/// Why a record could not be read. It is then kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RecordError {
    /// The bytes changed since they were written, or are not all there.
    #[error("checksum does not match")]
    Damaged,
    /// Written by a newer program.
    #[error("version {0} is newer than this program")]
    Newer(u8),
    /// The checksum is right, yet the content makes no sense.
    #[error("content makes no sense")]
    Malformed,
}

/// Start value of a sealed record's checksum.
pub const SEAL_KEY: u32 = 0x5345_414C;

/// Writes one ballot as bytes that can be read without anything else.
///
/// `shape` is that of the ballot's questionnaire; it is widened where the ballot needs it, so every
/// ballot (of at most [`MOST_QUESTIONS`](shape::MOST_QUESTIONS) answers) can be sealed.
#[must_use]
pub fn seal(ballot: &Ballot, shape: &Shape) -> Vec<u8> {
    plain(ballot, shape).finish(SEAL_KEY)
}

/// Head and body of one ballot, without a checksum.
#[must_use]
pub fn plain(ballot: &Ballot, shape: &Shape) -> Writer {
    let head = Head::of(ballot, shape);
    let mut out = Writer {
        bytes: head.to_bytes(),
    };
    out.raw(&body::write(ballot, &head));
    out
}

/// Reads a sealed ballot and the shape it was written with.
///
/// # Errors
/// [`RecordError`]: damaged, newer than this program, or without sense.
pub fn unseal(bytes: &[u8]) -> Result<(Ballot, Shape), RecordError> {
    read_plain(Reader::checked(bytes, SEAL_KEY).ok_or(RecordError::Damaged)?)
}

/// Reads what [`plain`] wrote; whatever checks it must have been looked at before.
///
/// # Errors
/// [`RecordError`]: newer than this program, or without sense.
pub fn read_plain(mut input: Reader<'_>) -> Result<(Ballot, Shape), RecordError> {
    let head = Head::read(&mut input)?;
    let ballot = body::read(input.rest(), &head).ok_or(RecordError::Malformed)?;
    Ok((ballot, head.shape))
}

/// The id in a sealed ballot, checked but without reading the answers.
///
/// # Errors
/// As [`unseal`].
pub fn sealed_id(bytes: &[u8]) -> Result<BallotId, RecordError> {
    let mut input = Reader::checked(bytes, SEAL_KEY).ok_or(RecordError::Damaged)?;
    Head::read(&mut input)?;
    body::id_of(input.rest()).ok_or(RecordError::Malformed)
}
