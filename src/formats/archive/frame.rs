//! The frame of a part: found again after damage, and checked by itself.
//!
//! | bytes | content |
//! |---|---|
//! | 4 | [`MARK`] |
//! | 1 | kind of the part |
//! | 4 | length of the content in bytes, lowest first |
//! | 4 | CRC-32 of the content, keyed by [`CONTENT_KEY`] |
//! | 4 | CRC-32 of the 13 bytes before, keyed by [`HEADER_KEY`] |
//! | … | the content |

use crate::record::bytes::{Reader, Writer, crc32};

/// How every frame begins.
pub const MARK: [u8; 4] = *b"PART";

/// Start value of a content's checksum.
pub const CONTENT_KEY: u32 = 0x4152_4356;

/// Start value of a header's checksum.
pub const HEADER_KEY: u32 = 0x5041_5254;

/// Bytes before the content.
pub const HEADER_BYTES: usize = 17;

/// The longest content of one part: more than all a browser's local storage can hold under one key.
pub const MOST_CONTENT: usize = 16 * 1024 * 1024;

/// Headers whose content does not check are tried again behind at most so often, so that a file made to
/// be slow is not.
pub const MOST_DAMAGED: usize = 1_024;

/// The most parts that are read: far more than the counters and fields of a province make.
pub const MOST_PARTS: usize = 65_536;

/// A part's content as found in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Framed<'a> {
    /// Its kind, as a number.
    pub kind: u8,
    /// Its content.
    pub content: &'a [u8],
    /// The checksum of its content.
    pub crc: u32,
}

/// What a file's frames come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frames<'a> {
    /// Those that check, in the file's order.
    pub sound: Vec<Framed<'a>>,
    /// Headers that check and whose content does not: kind, length and checksum.
    pub damaged: Vec<(u8, usize, u32)>,
    /// Whether any bytes belong to no frame.
    pub has_gaps: bool,
}

/// Appends a frame and gives the checksum of its content.
pub fn append(out: &mut Vec<u8>, kind: u8, content: &[u8]) -> u32 {
    let crc = crc32(CONTENT_KEY, content);
    let mut header = Writer::new();
    header.raw(&MARK);
    header.u8(kind);
    header.low_bytes(content.len() as u64, 4);
    header.low_bytes(u64::from(crc), 4);
    out.extend(header.finish(HEADER_KEY));
    out.extend_from_slice(content);
    crc
}

/// Whether a frame's header stands at this place.
#[must_use]
pub fn is_at(bytes: &[u8], at: usize) -> bool {
    header(bytes, at).is_some()
}

/// All frames from `at` on; what does not check is stepped over.
#[must_use]
pub fn frames(bytes: &[u8], mut at: usize) -> Frames<'_> {
    let mut frames = Frames::default();
    while at < bytes.len() && frames.sound.len() < MOST_PARTS {
        let Some((kind, length, crc)) = header(bytes, at) else {
            frames.has_gaps = true;
            match next_mark(bytes, at + 1) {
                Some(next) => at = next,
                None => break,
            }
            continue;
        };
        let start = at + HEADER_BYTES;
        let content = bytes.get(start..start.saturating_add(length));
        match content.filter(|content| crc32(CONTENT_KEY, content) == crc) {
            Some(content) => {
                frames.sound.push(Framed { kind, content, crc });
                at = start + length;
            }
            None => {
                frames.damaged.push((kind, length, crc));
                if frames.damaged.len() >= MOST_DAMAGED {
                    frames.has_gaps = true;
                    break;
                }
                // Where the length is right the next frame follows; else it is looked for.
                let next = start.saturating_add(length);
                at = if is_at(bytes, next) { next } else { at + 1 };
                if at < next {
                    match next_mark(bytes, at) {
                        Some(found) => at = found,
                        None => break,
                    }
                }
            }
        }
    }
    frames
}

/// Kind, length and checksum of content, where a header that checks stands here.
fn header(bytes: &[u8], at: usize) -> Option<(u8, usize, u32)> {
    let header = bytes.get(at..at.checked_add(HEADER_BYTES)?)?;
    if !header.starts_with(&MARK) {
        return None;
    }
    let mut input = Reader::checked(header, HEADER_KEY)?;
    input.raw(MARK.len())?;
    let kind = input.u8()?;
    let length = usize::try_from(input.low_bytes(4)?).ok()?;
    let crc = u32::try_from(input.low_bytes(4)?).ok()?;
    (length <= MOST_CONTENT).then_some((kind, length, crc))
}

fn next_mark(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let found = rest.windows(MARK.len()).position(|four| four == MARK)?;
    Some(from + found)
}
