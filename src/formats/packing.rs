//! Bytes in UTF-16 code units: local storage keeps texts, so bytes must become units and back.
//!
//! * [`Packing::Sixteen`]: two bytes a unit, first byte high; an odd last byte is followed by a
//!   zero byte. Units may then be anything, lone surrogates and controls included, so it is used
//!   only where the browser has [proved](prove) that all 65 536 units come back.
//! * [`Packing::Fifteen`]: fifteen bits a unit, first bit highest, the last unit filled up with
//!   zeros, as U+3400 … U+B3FF: no surrogates, controls or noncharacters, so any store of texts keeps it.
//!
//! A value's first unit says its packing: `6` or `5`. Lengths stand in one unit of the range of
//! [`Packing::Fifteen`], whatever the packing.

use crate::store::Store;

/// How many bits of bytes go into a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Sixteen: every unit is used.
    Sixteen,
    /// Fifteen: only units any store of texts keeps.
    Fifteen,
}

/// First unit of the range [`Packing::Fifteen`] and lengths use.
pub const BASE: u16 = 0x3400;

/// The most bytes a length unit can tell.
pub const MOST_BYTES: usize = 0x7FFF;

impl Packing {
    /// Both packings.
    pub const ALL: [Self; 2] = [Self::Sixteen, Self::Fifteen];

    /// The unit a value of this packing begins with.
    #[must_use]
    pub const fn mark(self) -> u16 {
        match self {
            Self::Sixteen => 0x36,
            Self::Fifteen => 0x35,
        }
    }

    /// The packing with this mark.
    #[must_use]
    pub fn from_mark(mark: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|packing| packing.mark() == mark)
    }

    const fn bits(self) -> usize {
        match self {
            Self::Sixteen => 16,
            Self::Fifteen => 15,
        }
    }

    /// How many units so many bytes take, without their length.
    #[must_use]
    pub const fn units(self, bytes: usize) -> usize {
        (bytes * 8).div_ceil(self.bits())
    }

    /// Appends `bytes` to `out`.
    pub fn pack(self, bytes: &[u8], out: &mut Vec<u16>) {
        let bits = self.bits();
        let (mut held, mut count) = (0_u32, 0);
        let mut bytes = bytes.iter();
        loop {
            while count < bits {
                match bytes.next() {
                    Some(byte) => held = (held << 8) | u32::from(*byte),
                    None if count == 0 => return,
                    None => {
                        out.push(self.unit(held << (bits - count)));
                        return;
                    }
                }
                count += 8;
            }
            count -= bits;
            out.push(self.unit(held >> count));
            held &= (1 << count) - 1;
        }
    }

    fn unit(self, bits: u32) -> u16 {
        let bits = u16::try_from(bits & 0xFFFF).unwrap_or_default();
        match self {
            Self::Sixteen => bits,
            Self::Fifteen => BASE + (bits & 0x7FFF),
        }
    }

    /// Puts the `count` bytes packed in `units` into `out`, replacing what was there.
    ///
    /// Returns false where the units are too few or too many, outside the packing's range, or end in
    /// bits that are not zero: so that every unit counts and none can change unseen.
    pub fn unpack(self, units: &[u16], count: usize, out: &mut Vec<u8>) -> bool {
        out.clear();
        if count > units.len() * 2 || self.units(count) != units.len() {
            return false;
        }
        let bits = self.bits();
        let (mut held, mut have) = (0_u32, 0);
        for unit in units {
            let value = match self {
                Self::Sixteen => *unit,
                Self::Fifteen => unit.wrapping_sub(BASE),
            };
            if u32::from(value) >> bits != 0 {
                return false;
            }
            held = (held << bits) | u32::from(value);
            have += bits;
            while have >= 8 && out.len() < count {
                have -= 8;
                out.push((held >> have).to_le_bytes()[0]);
                held &= (1 << have) - 1;
            }
        }
        out.len() == count && held == 0
    }

    /// Appends a frame to `out`: a length unit, then the packed bytes.
    ///
    /// Returns false, and appends nothing, above [`MOST_BYTES`].
    #[must_use]
    pub fn pack_frame(self, bytes: &[u8], out: &mut Vec<u16>) -> bool {
        match u16::try_from(bytes.len()) {
            Ok(count) if bytes.len() <= MOST_BYTES => {
                out.push(BASE + count);
                self.pack(bytes, out);
                true
            }
            _ => false,
        }
    }

    /// Reads the frame that begins at `at` into `out`; gives where the next one begins.
    pub fn unpack_frame(self, units: &[u16], at: usize, out: &mut Vec<u8>) -> Option<usize> {
        let count = usize::from(units.get(at)?.checked_sub(BASE)?);
        if count > MOST_BYTES {
            return None;
        }
        let end = at + 1 + self.units(count);
        self.unpack(units.get(at + 1..end)?, count, out)
            .then_some(end)
    }
}

/// A value of its own: mark, length, packed bytes. Nothing above [`MOST_BYTES`].
#[must_use]
pub fn wrap(packing: Packing, bytes: &[u8]) -> Option<Vec<u16>> {
    let mut units = vec![packing.mark()];
    packing.pack_frame(bytes, &mut units).then_some(units)
}

/// The bytes in a value written by [`wrap`], in whichever packing; nothing where it is none.
///
/// The bytes should carry a checksum: a changed unit can unpack to other bytes.
#[must_use]
pub fn unwrap(units: &[u16]) -> Option<Vec<u8>> {
    let packing = Packing::from_mark(*units.first()?)?;
    let mut bytes = Vec::new();
    let end = packing.unpack_frame(units, 1, &mut bytes)?;
    (end == units.len()).then_some(bytes)
}

/// The key the proof is kept under.
pub const PROOF_KEY: &str = "sipas/proof";

/// Which packing this store bears.
///
/// The first time all 65 536 units are written and read back; then a sample with the delicate ones
/// stays under [`PROOF_KEY`], so that every later start costs one small read and also finds a
/// store that changes units only on their way to the disk and back: its sample comes back changed,
/// stays as it is, and sixteen bits are not used again. A store that is full or fails gets fifteen.
pub fn prove(store: &impl Store) -> Packing {
    match proved(store) {
        Some(true) => Packing::Sixteen,
        Some(false) | None => Packing::Fifteen,
    }
}

fn proved(store: &impl Store) -> Option<bool> {
    let sample = sample();
    if let Some(found) = store.get(PROOF_KEY).ok()? {
        return Some(found == sample);
    }
    let every: Vec<u16> = (0..=u16::MAX).collect();
    let back = store
        .set(PROOF_KEY, &every)
        .and_then(|()| store.get(PROOF_KEY));
    let same = back.is_ok_and(|back| back == Some(every));
    // Whatever came back, the long text must not stay.
    store.remove(PROOF_KEY).ok()?;
    if same {
        store.set(PROOF_KEY, &sample).ok()?;
    }
    Some(same)
}

/// Units at the edges of what texts may hold: controls, surrogates alone and in the wrong order,
/// noncharacters, byte order marks, letters that normalisation would join.
fn sample() -> Vec<u16> {
    let mut units: Vec<u16> = (0..0x20).collect();
    units.extend([
        0x7F, 0x80, 0x85, 0x9F, 0xAD, 0xD7FF, 0xD800, 0x41, 0xDBFF, 0xDBFF, 0xDC00,
    ]);
    units.extend([
        0xDFFF, 0xDFFF, 0xD800, 0xE000, 0xFDD0, 0xFEFF, 0xFFFE, 0xFFFF, 0xFFFD,
    ]);
    units.extend([
        0x2028, 0x2029, 0x65, 0x302, 0x301, 0x212B, 0xDFFF, 0, 0xD800,
    ]);
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_goes_there_and_back_in_both_packings() {
        for packing in Packing::ALL {
            for count in 0..200 {
                let bytes: Vec<u8> = (0..count).map(|at| (at * 151 + 200) as u8).collect();
                let units = wrap(packing, &bytes).unwrap();
                assert_eq!(units.len(), 2 + packing.units(count));
                assert_eq!(unwrap(&units).as_deref(), Some(&bytes[..]));
            }
        }
    }

    #[test]
    fn fifteen_bits_use_only_units_every_text_store_keeps() {
        let mut units = Vec::new();
        Packing::Fifteen.pack(
            &[0, 1, 255, 254, 127, 128, 3, 99, 255, 255, 255, 255],
            &mut units,
        );
        assert!(
            units.iter().all(|unit| (0x3400..=0xB3FF).contains(unit)),
            "{units:x?}"
        );
    }

    #[test]
    fn no_bits_are_spare() {
        for packing in Packing::ALL {
            for count in 1..40 {
                let units = wrap(packing, &vec![0; count]).unwrap();
                for at in 2..units.len() {
                    for bit in 0..16 {
                        let mut changed = units.clone();
                        changed[at] ^= 1 << bit;
                        assert_ne!(
                            unwrap(&changed),
                            Some(vec![0; count]),
                            "unit {at} bit {bit}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn more_than_a_length_unit_can_tell_is_refused() {
        for packing in Packing::ALL {
            assert!(wrap(packing, &vec![1; MOST_BYTES]).is_some());
            assert_eq!(wrap(packing, &vec![1; MOST_BYTES + 1]), None);
        }
    }
}
