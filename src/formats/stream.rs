//! The QR stream: ballots shown by one tablet as codes that change, collected by another one's camera.
//!
//! docs/qr-stream.md describes every byte. A file, most often an [`archive`](crate::archive) of ballots, is
//! packed into a [`parcel`]. A [`Sender`] cuts it into symbols and makes any number of further ones from them
//! (RaptorQ, RFC 6330); each travels as a [`frame`] of its own. A [`Receiver`] has the parcel again from about as
//! many different frames as there are symbols, whichever they are: what the camera misses is never waited for.

pub mod frame;
pub mod parcel;
mod receive;
mod send;
pub mod sent;

pub use receive::{Receiver, Refused, Taken};
pub use send::Sender;

use core::hash::Hasher;
use siphasher::sip::SipHasher24;
use thiserror::Error;

/// The version of the format this program writes.
pub const VERSION: u8 = 1;

/// The longest parcel, in bytes: at eight frames a second about six minutes.
pub const MOST_BYTES: usize = 1 << 20;

/// The longest symbol written, in bytes. With the frame around it a code of version 15, the largest that is read from most
/// pictures of 640×480; docs/qr-stream.md has the sizes that were measured.
pub const SYMBOL_BYTES: usize = 448;

/// The shortest symbol that is read where there is more than one, and the longest.
const SYMBOL_RANGE: core::ops::RangeInclusive<usize> = 64..=1_200;

/// The most symbols of a parcel that are taken: each frame beyond them costs an attempt to solve that many equations.
const MOST_SYMBOLS: usize = 4_096;

/// Why a text is no frame of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum FrameError {
    /// Something else.
    #[error("not a code of a stream")]
    Foreign,
    /// Changed or cut short on its way.
    #[error("the checksum does not match")]
    Damaged,
    /// Written by a newer program.
    #[error("version {0} is newer than this program")]
    Newer(u8),
    /// Written by a program so old that this one no longer reads it.
    #[error("version {0} is no longer read")]
    Older(u8),
    /// Whole, yet without sense: absurd lengths.
    #[error("content makes no sense")]
    Malformed,
}

/// What a parcel is known by: SipHash-2-4 under a key of this use and version.
#[must_use]
pub fn digest(parcel: &[u8]) -> u64 {
    let key = (
        u64::from_le_bytes(*b"sipas-s1"),
        u64::from_le_bytes(*b"qr-strea"),
    );
    let mut hasher = SipHasher24::new_with_keys(key.0, key.1);
    hasher.write(parcel);
    hasher.finish()
}

/// The four digits people compare on both screens: the lowest 16 bits of a digest.
#[must_use]
pub fn short(digest: u64) -> String {
    format!("{:04X}", digest & 0xFFFF)
}

/// How many symbols a parcel of `length` bytes has, and how long they are; nothing where it is empty or too long.
///
/// Equal symbols rather than one short one at the end, so that all codes have one size.
#[must_use]
pub const fn symbols(length: usize) -> Option<(usize, usize)> {
    if length == 0 || length > MOST_BYTES {
        return None;
    }
    let count = length.div_ceil(SYMBOL_BYTES);
    Some((count, length.div_ceil(count)))
}
