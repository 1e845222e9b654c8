//! A ZIP file of a few parts held in memory.

use crate::record::bytes::{Writer, crc32};
use miniz_oxide::deflate::compress_to_vec;

/// First of January 1980, the earliest day the format knows.
const NO_DAY: u64 = 0x21;

/// The file of these parts, compressed, in this order, without any time.
///
/// The format's limits (65 535 parts, 4 GB) are far beyond a document.
#[must_use]
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = Writer::new();
    let mut directory = Writer::new();
    for (name, content) in parts {
        let packed = compress_to_vec(content, 6);
        let at = file.bytes.len() as u64;
        let mut common = Writer::new();
        // Version 2.0, names in UTF-8, deflated.
        common.low_bytes(20, 2);
        common.low_bytes(0x0800, 2);
        common.low_bytes(8, 2);
        common.low_bytes(0, 2);
        common.low_bytes(NO_DAY, 2);
        common.low_bytes(u64::from(crc32(0, content)), 4);
        common.low_bytes(packed.len() as u64, 4);
        common.low_bytes(content.len() as u64, 4);
        common.low_bytes(name.len() as u64, 2);
        common.low_bytes(0, 2);
        file.raw(b"PK\x03\x04");
        file.raw(&common.bytes);
        file.raw(name.as_bytes());
        file.raw(&packed);
        directory.raw(b"PK\x01\x02");
        directory.low_bytes(20, 2);
        directory.raw(&common.bytes);
        directory.raw(&[0; 10]);
        directory.low_bytes(at, 4);
        directory.raw(name.as_bytes());
    }
    let at = file.bytes.len() as u64;
    file.raw(&directory.bytes);
    file.raw(b"PK\x05\x06\0\0\0\0");
    file.low_bytes(parts.len() as u64, 2);
    file.low_bytes(parts.len() as u64, 2);
    file.low_bytes(directory.bytes.len() as u64, 4);
    file.low_bytes(at, 4);
    file.low_bytes(0, 2);
    file.bytes
}
