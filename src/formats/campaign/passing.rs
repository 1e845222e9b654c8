//! A campaign on its way to another device as QR codes: its file, packed, in the parts of a hand-over.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | [`MARK`], where a ballot's sheet has its record's version: programs that do not know it call it newer |
//! | … | the file, deflated (RFC 1951) |
//!
//! The parts and their checksums are those of [`hand_over::part`](crate::hand_over::part).

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

/// The first byte, `C`.
pub const MARK: u8 = 0x43;

/// The longest file that is unpacked, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// Deflate's best level.
const LEVEL: u8 = 10;

/// The bytes a campaign's file travels as.
#[must_use]
pub fn pack(file: &str) -> Vec<u8> {
    let mut out = vec![MARK];
    out.extend(compress_to_vec(file.as_bytes(), LEVEL));
    out
}

/// The campaign's file; nothing where the bytes are something else, an error where they should be
/// one and are not.
///
/// # Errors
/// [`NotFile`].
pub fn unpack(bytes: &[u8]) -> Result<Option<String>, NotFile> {
    let Some((&MARK, packed)) = bytes.split_first() else {
        return Ok(None);
    };
    let file = decompress_to_vec_with_limit(packed, MOST_BYTES).map_err(|_| NotFile)?;
    String::from_utf8(file).map(Some).map_err(|_| NotFile)
}

/// Bytes marked as a campaign that are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFile;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hand_over::part::{Collected, read, split};

    #[test]
    fn a_campaign_passes_in_parts_in_any_order() {
        let units: String = (0..120)
            .map(|number| {
                format!(
                    "{{\"code\":\"tinh/xa-{number}\",\"label\":{{\"vi\":\"Xã số {number}\"}}}},"
                )
            })
            .collect();
        let texts = split(&pack(&units)).unwrap();
        assert!((2..=16).contains(&texts.len()), "{}", texts.len());
        let mut collected = Collected::default();
        let mut whole = None;
        for text in texts.iter().rev() {
            whole = collected.take(read(text).unwrap()).unwrap();
        }
        assert_eq!(unpack(&whole.unwrap()), Ok(Some(units)));
    }

    #[test]
    fn what_is_no_campaign_is_told_apart() {
        assert_eq!(unpack(&[]), Ok(None));
        assert_eq!(unpack(&[1, 2, 3]), Ok(None));
        assert_eq!(unpack(&[MARK, 0xff, 0xff]), Err(NotFile));
        let bomb = pack(&"x".repeat(MOST_BYTES + 1));
        assert_eq!(unpack(&bomb), Err(NotFile));
        for end in 0..200 {
            let random: Vec<u8> = (0..end).map(|at: u32| (at * 97 + end * 31) as u8).collect();
            drop(unpack(&[&[MARK], random.as_slice()].concat()));
        }
    }
}
