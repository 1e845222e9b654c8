//! ZIP files held in memory: writing one of a few parts, and reading what may come from anywhere.

use crate::record::bytes::{Writer, crc32};
use ::zip::ZipArchive;
use ::zip::result::ZipError;
use miniz_oxide::deflate::compress_to_vec;
use std::io::{Cursor, Read};
use thiserror::Error;

/// The most files read of one ZIP file.
pub const MOST_FILES: usize = 1_000;

/// The most bytes all files of a package come to when unpacked.
pub const MOST_UNPACKED: u64 = 512 * 1024 * 1024;

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

/// CRC-32 as ZIP computes it.
#[must_use]
pub fn checksum(content: &[u8]) -> u32 {
    crc32(0, content)
}

/// Whether a file begins as ZIP files with something in them do.
#[must_use]
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Why a ZIP file, or a file in it, cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ZipProblem {
    /// Its list of files is not there, or makes no sense: it was cut, or is something else.
    #[error("the list of its files cannot be read")]
    NoList,
    /// More than [`MOST_FILES`] files.
    #[error("it holds more than {MOST_FILES} files")]
    TooMany,
    /// Unpacked it would be more bytes than this.
    #[error("unpacked it is larger than {} MiB", .0 >> 20)]
    TooLarge(u64),
    /// Locked with a password.
    #[error("it is locked with a password")]
    Locked,
    /// Compressed in a way this program does not know, or damaged.
    #[error("its bytes cannot be unpacked, or were changed on the way")]
    Damaged,
}

/// A file of a ZIP file: its path, and its bytes or why there are none.
pub type Unzipped = (String, Result<Vec<u8>, ZipProblem>);

/// The files, in the order of the list; folders are left out. Memory follows what is unpacked, up to `most` bytes
/// altogether (see [`MOST_UNPACKED`]), not what the file claims.
///
/// # Errors
/// [`ZipProblem`] where nothing of it is to be read.
pub fn unzip(bytes: &[u8], most: u64) -> Result<Vec<Unzipped>, ZipProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ZipProblem::NoList)?;
    if archive.len() > MOST_FILES {
        return Err(ZipProblem::TooMany);
    }
    let mut room = most;
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let name = archive.name_for_index(index).and_then(Result::ok);
        let name = name.map(|name| name.replace('\\', "/")).unwrap_or_default();
        if name.ends_with('/') {
            continue;
        }
        let mut content = Vec::new();
        let read = match archive.by_index(index) {
            Ok(file) => file.take(room + 1).read_to_end(&mut content),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                files.push((name, Err(ZipProblem::Locked)));
                continue;
            }
            Err(_) => {
                files.push((name, Err(ZipProblem::Damaged)));
                continue;
            }
        };
        let length = content.len() as u64;
        if length > room {
            return Err(ZipProblem::TooLarge(most));
        }
        room -= length;
        let content = read.map(|_| content).map_err(|_| ZipProblem::Damaged);
        files.push((name, content));
    }
    Ok(files)
}
