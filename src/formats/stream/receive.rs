//! The receiving side: frames in any order, some often, some never.

use super::frame::Frame;
use super::{FrameError, digest};
use raptorq::{EncodingPacket, ObjectTransmissionInformation, PayloadId, SourceBlockDecoder};
use std::collections::BTreeSet;

/// Where so many more symbols than the parcel has make none, they were not made from one: RaptorQ fails with two more
/// about once in a million.
const MOST_MORE: usize = 12;

/// What came of a frame that belongs here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// A symbol not yet here.
    New,
    /// One that is here, or is no longer needed.
    Again,
    /// The last one that was lacking: the parcel.
    Whole(Vec<u8>),
}

/// Why a frame is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refused {
    /// It is no frame.
    Unreadable(FrameError),
    /// It belongs to the stream of this digest, and another one is being collected.
    OtherStream(u64),
    /// What was collected does not make the parcel it says it is; all of it is let go.
    Broken,
}

/// What a receiver has of one stream.
#[derive(Debug, Clone)]
struct Stream {
    session: u64,
    length: usize,
    symbol: usize,
    count: usize,
    numbers: BTreeSet<u32>,
    decoder: SourceBlockDecoder,
    is_whole: bool,
}

/// Collects the frames of one stream.
#[derive(Debug, Clone, Default)]
pub struct Receiver {
    stream: Option<Stream>,
}

impl Receiver {
    /// Takes a frame; the first one says which stream is collected.
    ///
    /// # Errors
    /// [`Refused`]; what was collected stays, unless it is [`Refused::Broken`].
    pub fn take(&mut self, frame: Frame) -> Result<Taken, Refused> {
        let Frame {
            session,
            length,
            number,
            symbol,
        } = frame;
        let count = length.div_ceil(symbol.len().max(1));
        let stream = match &mut self.stream {
            Some(stream) => stream,
            None => self
                .stream
                .insert(Stream::new(session, length, symbol.len(), count)?),
        };
        if stream.session != session {
            return Err(Refused::OtherStream(session));
        }
        if stream.length != length || stream.symbol != symbol.len() {
            return Err(Refused::Unreadable(FrameError::Malformed));
        }
        if stream.is_whole || !stream.numbers.insert(number) {
            return Ok(Taken::Again);
        }
        let packet = EncodingPacket::new(PayloadId::new(0, number), symbol);
        let Some(mut parcel) = stream.decoder.decode([packet]) else {
            if stream.numbers.len() < stream.count + MOST_MORE {
                return Ok(Taken::New);
            }
            self.stream = None;
            return Err(Refused::Broken);
        };
        parcel.truncate(length);
        if digest(&parcel) != session {
            self.stream = None;
            return Err(Refused::Broken);
        }
        stream.is_whole = true;
        Ok(Taken::Whole(parcel))
    }

    /// The stream being collected; nothing before its first frame.
    #[must_use]
    pub fn session(&self) -> Option<u64> {
        self.stream.as_ref().map(|stream| stream.session)
    }

    /// How many symbols are here, and how many the parcel has; a few more may be needed.
    #[must_use]
    pub fn progress(&self) -> Option<(usize, usize)> {
        let stream = self.stream.as_ref()?;
        Some((stream.numbers.len(), stream.count))
    }
}

impl Stream {
    fn new(session: u64, length: usize, symbol: usize, count: usize) -> Result<Self, Refused> {
        let malformed = Refused::Unreadable(FrameError::Malformed);
        let size = u16::try_from(symbol).map_err(|_| malformed)?;
        let padded = (count * symbol) as u64;
        let config = ObjectTransmissionInformation::new(padded, size, 1, 1, 1);
        Ok(Self {
            session,
            length,
            symbol,
            count,
            numbers: BTreeSet::new(),
            decoder: SourceBlockDecoder::new(0, &config, padded),
            is_whole: false,
        })
    }
}
