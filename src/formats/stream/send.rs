//! The sending side: the parcel's own symbols first, then new ones without end.

use super::frame::Frame;
use super::{digest, symbols};
use raptorq::{ObjectTransmissionInformation, SourceBlockEncoder};

/// Numbers of symbols begin again behind this one.
const MOST_NUMBERS: u32 = 1 << 24;

/// A parcel ready to be shown.
#[derive(Debug, Clone)]
pub struct Sender {
    encoder: SourceBlockEncoder,
    padded: Vec<u8>,
    length: usize,
    symbol: usize,
    count: u32,
    session: u64,
}

impl Sender {
    /// Takes a parcel; nothing where it is empty or longer than [`MOST_BYTES`](super::MOST_BYTES).
    #[must_use]
    pub fn new(parcel: &[u8]) -> Option<Self> {
        let (count, symbol) = symbols(parcel.len())?;
        let mut padded = parcel.to_vec();
        padded.resize(count * symbol, 0);
        let config = ObjectTransmissionInformation::new(
            padded.len() as u64,
            u16::try_from(symbol).ok()?,
            1,
            1,
            1,
        );
        Some(Self {
            encoder: SourceBlockEncoder::new(0, &config, &padded),
            padded,
            length: parcel.len(),
            symbol,
            count: u32::try_from(count).ok()?,
            session: digest(parcel),
        })
    }

    /// The parcel's digest.
    #[must_use]
    pub const fn session(&self) -> u64 {
        self.session
    }

    /// How many symbols the parcel has: about so many frames must arrive.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// The text of the frame at a place in the stream, which never ends.
    #[must_use]
    pub fn text(&self, place: u64) -> String {
        let number = u32::try_from(place % u64::from(MOST_NUMBERS)).unwrap_or_default();
        let symbol = match number.checked_sub(self.count) {
            None => {
                let start = number as usize * self.symbol;
                let symbol = self.padded.get(start..start + self.symbol);
                symbol.map(<[u8]>::to_vec)
            }
            Some(repair) => {
                let packets = self.encoder.repair_packets(repair, 1);
                packets.into_iter().next().map(|one| one.split().1)
            }
        };
        let frame = Frame {
            session: self.session,
            length: self.length,
            number,
            symbol: symbol.unwrap_or_default(),
        };
        frame.text()
    }
}
