//! A frame: one symbol of a parcel, as the text of one QR code.
//!
//! The text is [`OPENING`], then the bytes as letters of [`base32`](crate::base32): capital letters and digits alone,
//! which a QR code takes at 5.5 bits each and every reader gives back as they are.
//!
//! | bytes | content |
//! |---|---|
//! | 1 | version |
//! | 8 | digest of the parcel, lowest byte first: the stream it belongs to |
//! | 3 | length of the parcel in bytes, lowest first |
//! | 3 | number of the symbol, lowest byte first |
//! | … | the symbol |
//! | 4 | CRC-32 of all before, keyed by [`FRAME_KEY`], lowest byte first |
//!
//! Every version begins with its number and ends in such a checksum, so a whole frame can say of which it is.

use super::{FrameError, MOST_BYTES, MOST_SYMBOLS, SYMBOL_RANGE, VERSION};
use crate::base32;
use crate::record::bytes::{Reader, Writer};

/// What every frame's text begins with.
pub const OPENING: &str = "SIPAS";

/// Start value of a frame's checksum.
pub const FRAME_KEY: u32 = 0x5354_524D;

/// The longest text that is looked at: the most a QR code can hold.
const MOST_LETTERS: usize = 4_296;

/// One symbol with what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// The parcel's digest.
    pub session: u64,
    /// The parcel's length in bytes.
    pub length: usize,
    /// The symbol's number, below 2²⁴: the first ones are the parcel itself.
    pub number: u32,
    /// The symbol.
    pub symbol: Vec<u8>,
}

impl Frame {
    /// How many symbols the parcel has.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.length.div_ceil(if self.symbol.is_empty() {
            1
        } else {
            self.symbol.len()
        })
    }

    /// The bytes, with their checksum.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.u8(VERSION);
        out.low_bytes(self.session, 8);
        out.low_bytes(self.length as u64, 3);
        out.low_bytes(u64::from(self.number), 3);
        out.raw(&self.symbol);
        out.finish(FRAME_KEY)
    }

    /// Reads the bytes.
    ///
    /// # Errors
    /// [`FrameError`]: damaged first, then of another version, then without sense.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FrameError> {
        let mut input = Reader::checked(bytes, FRAME_KEY).ok_or(FrameError::Damaged)?;
        match input.u8() {
            Some(VERSION) => {}
            Some(version) if version > VERSION => return Err(FrameError::Newer(version)),
            Some(version) => return Err(FrameError::Older(version)),
            None => return Err(FrameError::Malformed),
        }
        Self::first(input).ok_or(FrameError::Malformed)
    }

    fn first(mut input: Reader<'_>) -> Option<Self> {
        let frame = Self {
            session: input.low_bytes(8)?,
            length: usize::try_from(input.low_bytes(3)?).ok()?,
            number: u32::try_from(input.low_bytes(3)?).ok()?,
            symbol: input.rest().to_vec(),
        };
        let size = frame.symbol.len();
        // One symbol is as long as the parcel; several are of a length a program would choose.
        let fits = if frame.count() == 1 {
            size == frame.length
        } else {
            SYMBOL_RANGE.contains(&size) && frame.count() <= MOST_SYMBOLS
        };
        (fits && (1..=MOST_BYTES).contains(&frame.length)).then_some(frame)
    }

    /// The text of its code.
    #[must_use]
    pub fn text(&self) -> String {
        [OPENING, &base32::write(&self.to_bytes())].concat()
    }

    /// Reads the text of a code.
    ///
    /// # Errors
    /// [`FrameError`].
    pub fn read(text: &str) -> Result<Self, FrameError> {
        let letters = text.strip_prefix(OPENING).ok_or(FrameError::Foreign)?;
        if text.len() > MOST_LETTERS || !letters.chars().all(base32::is_letter) {
            return Err(FrameError::Foreign);
        }
        Self::from_bytes(&base32::read(letters).ok_or(FrameError::Damaged)?)
    }
}

/// Frames as bytes to keep: each with its length (2 bytes, lowest first) before it.
#[must_use]
pub fn join(frames: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Writer::new();
    for frame in frames {
        out.low_bytes(frame.len() as u64, 2);
        out.raw(frame);
    }
    out.bytes
}

/// The frames [`join`] put together that are still whole.
#[must_use]
pub fn split(bytes: &[u8]) -> Vec<Frame> {
    let mut input = Reader::new(bytes);
    let mut frames = Vec::new();
    while let Some(one) = next(&mut input) {
        frames.extend(Frame::from_bytes(one));
    }
    frames
}

fn next<'a>(input: &mut Reader<'a>) -> Option<&'a [u8]> {
    let length = usize::try_from(input.low_bytes(2)?).ok()?;
    input.raw(length)
}
