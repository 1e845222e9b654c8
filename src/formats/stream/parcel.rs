//! A parcel: a file packed for its way through the air.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | 0 as it is, 1 deflated (RFC 1951) |
//! | … | the file |

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use thiserror::Error;

/// The longest file that is unpacked, in bytes.
pub const MOST_FILE_BYTES: usize = 16 << 20;

/// Deflate's level: the higher ones take longer and gain nothing on packed ballots.
const LEVEL: u8 = 9;

/// Bytes that are no parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a parcel this program can open")]
pub struct NotAParcel;

/// The parcel of a file; whichever way is shorter.
#[must_use]
pub fn pack(file: &[u8]) -> Vec<u8> {
    let packed = compress_to_vec(file, LEVEL);
    let (how, content) = if packed.len() < file.len() {
        (1, packed.as_slice())
    } else {
        (0, file)
    };
    [&[how], content].concat()
}

/// The file in a parcel.
///
/// # Errors
/// [`NotAParcel`]; also where the file would be longer than [`MOST_FILE_BYTES`].
pub fn unpack(parcel: &[u8]) -> Result<Vec<u8>, NotAParcel> {
    match parcel.split_first() {
        Some((0, file)) => Ok(file.to_vec()),
        Some((1, packed)) => {
            decompress_to_vec_with_limit(packed, MOST_FILE_BYTES).map_err(|_| NotAParcel)
        }
        Some(_) | None => Err(NotAParcel),
    }
}
