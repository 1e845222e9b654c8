//! Parts: a sheet cut into pieces small enough for a QR code, put together in any order.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | version |
//! | 1 | number of the part from 0 in the high half, number of the last one in the low half |
//! | 0 or 4 | what names the set, where there are several |
//! | … | the piece |
//! | 4 | CRC-32 of all before, keyed by [`PART_KEY`], lowest byte first |
//!
//! Every version ends in such a checksum, so a code that is whole can say of which version it is.

use super::{BEFORE, HandOverError, VERSION};
use crate::base32;
use crate::record::bytes::{Reader, Writer, crc32};

/// Start value of a part's checksum.
pub const PART_KEY: u32 = 0x4841_4E44;

/// The most bytes of a sheet in one QR code: about version 15, which a 640×480 camera still reads tilted.
pub const PIECE_BYTES: usize = 400;

/// The most parts of a sheet.
pub const MOST_PARTS: usize = 16;

/// One part, read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its number, from 0.
    pub number: usize,
    /// How many there are.
    pub count: usize,
    /// What names the set; 0 where there is only one.
    pub set: u32,
    /// Its piece of the sheet.
    pub piece: Vec<u8>,
}

/// The sheet as letters, one text for each QR code; nothing where it is too long for that.
#[must_use]
pub fn split(sheet: &[u8]) -> Option<Vec<String>> {
    let count = sheet.len().div_ceil(PIECE_BYTES).max(1);
    if count > MOST_PARTS {
        return None;
    }
    let set = crc32(PART_KEY, sheet);
    let pieces = sheet.chunks(sheet.len().div_ceil(count).max(1));
    let texts = (0..).zip(pieces);
    Some(
        texts
            .map(|(at, piece)| write(at, count, set, piece))
            .collect(),
    )
}

/// The sheet as letters in one piece, however long: for a link that is sent or copied.
#[must_use]
pub fn whole(sheet: &[u8]) -> String {
    write(0, 1, 0, sheet)
}

fn write(number: usize, count: usize, set: u32, piece: &[u8]) -> String {
    let mut out = Writer::new();
    out.u8(VERSION);
    out.low_bytes((number << 4 | (count - 1)) as u64, 1);
    if count > 1 {
        out.low_bytes(u64::from(set), 4);
    }
    out.raw(piece);
    base32::write(&out.finish(PART_KEY))
}

/// The link of a part: the app's address without fragment, then the letters.
#[must_use]
pub fn link(base: &str, letters: &str) -> String {
    [base, BEFORE, letters].concat()
}

/// The letters in a link, or in a message someone sent with the link in it; nothing where there are none.
///
/// Programs that pass messages on break long lines, so where the first run of letters does not
/// check, those behind white space are taken too.
#[must_use]
pub fn letters(text: &str) -> Option<String> {
    let key = BEFORE.trim_start_matches('#');
    let (_, behind) = text.split_once(key)?;
    let first: String = behind
        .chars()
        .take_while(|one| base32::is_letter(*one))
        .collect();
    if read(&first).is_ok() {
        return Some(first);
    }
    let mut joined = behind.chars().filter(|one| !one.is_whitespace());
    let joined: String = joined
        .by_ref()
        .take_while(|one| base32::is_letter(*one))
        .collect();
    Some(if read(&joined).is_ok() { joined } else { first })
}

/// Reads the letters of one part.
///
/// # Errors
/// [`HandOverError`]: damaged first, then of another version, then without sense.
pub fn read(letters: &str) -> Result<Part, HandOverError> {
    let bytes = base32::read(letters).ok_or(HandOverError::Damaged)?;
    let mut input = Reader::checked(&bytes, PART_KEY).ok_or(HandOverError::Damaged)?;
    match input.u8() {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(HandOverError::Newer(version)),
        Some(version) => return Err(HandOverError::Older(version)),
        None => return Err(HandOverError::Malformed),
    }
    read_first(input).ok_or(HandOverError::Malformed)
}

fn read_first(mut input: Reader<'_>) -> Option<Part> {
    let place = input.u8()?;
    let (number, last) = (usize::from(place >> 4), usize::from(place & 15));
    let set = if last > 0 { input.low_bytes(4)? } else { 0 };
    let piece = input.rest().to_vec();
    let part = Part {
        number,
        count: last + 1,
        set: u32::try_from(set).ok()?,
        piece,
    };
    (number <= last && !part.piece.is_empty()).then_some(part)
}

/// Parts of one sheet as they come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Collected {
    set: u32,
    pieces: Vec<Option<Vec<u8>>>,
}

impl Collected {
    /// Takes a part; one of another sheet begins anew. The sheet's bytes once all are here.
    ///
    /// # Errors
    /// [`HandOverError::Damaged`] where the pieces do not make the sheet their set is named by.
    pub fn take(&mut self, part: Part) -> Result<Option<Vec<u8>>, HandOverError> {
        if part.count == 1 {
            return Ok(Some(part.piece));
        }
        if self.set != part.set || self.pieces.len() != part.count {
            self.set = part.set;
            self.pieces = vec![None; part.count];
        }
        if let Some(place) = self.pieces.get_mut(part.number) {
            *place = Some(part.piece);
        }
        let Some(pieces) = self.pieces.iter().cloned().collect::<Option<Vec<_>>>() else {
            return Ok(None);
        };
        let sheet = pieces.concat();
        *self = Self::default();
        if crc32(PART_KEY, &sheet) == part.set {
            Ok(Some(sheet))
        } else {
            Err(HandOverError::Damaged)
        }
    }

    /// How many parts are here, of how many; nothing while none is.
    #[must_use]
    pub fn progress(&self) -> Option<(usize, usize)> {
        let here = self.pieces.iter().flatten().count();
        (here > 0).then_some((here, self.pieces.len()))
    }
}
