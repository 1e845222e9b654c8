//! Bytes in and bytes out: varints, texts and a checksum, small enough for the citizen's download.
//!
//! A [`Reader`] never panics: whatever does not fit is [`None`], and a caller stops there.

/// Continues a CRC-32 (IEEE 802.3, reflected) over more bytes.
///
/// `crc` is the result so far, 0 at the beginning; the start value keys the checksum, so bytes
/// written under one start value do not check under another.
///
/// A table of sixteen entries: the usual 256 would cost the citizen another kilobyte.
#[must_use]
pub fn crc32(crc: u32, bytes: &[u8]) -> u32 {
    const fn nibble(value: u32) -> u32 {
        let mut crc = value;
        let mut bit = 0;
        while bit < 4 {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            };
            bit += 1;
        }
        crc
    }
    const fn table() -> [u32; 16] {
        let mut table = [0; 16];
        let mut value = 0;
        let mut rest: &mut [u32] = &mut table;
        while let [first, tail @ ..] = rest {
            *first = nibble(value);
            value += 1;
            rest = tail;
        }
        table
    }
    static TABLE: [u32; 16] = table();
    let step = |crc: u32| (crc >> 4) ^ TABLE.get((crc & 15) as usize).copied().unwrap_or_default();
    !bytes
        .iter()
        .fold(!crc, |crc, byte| step(step(crc ^ u32::from(*byte))))
}

/// Maps small negative and positive numbers to small ones: 0, −1, 1, −2 … become 0, 1, 2, 3 …
#[must_use]
pub const fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

/// The inverse of [`zigzag`].
#[must_use]
pub const fn unzigzag(value: u64) -> i64 {
    (value >> 1).cast_signed() ^ -((value & 1).cast_signed())
}

/// Bytes being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Writer {
    /// What has been written so far.
    pub bytes: Vec<u8>,
}

impl Writer {
    /// A writer with nothing in it.
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: Vec::new() }
    }

    /// One byte.
    pub fn u8(&mut self, value: u8) {
        self.bytes.push(value);
    }

    /// The `count` lowest bytes of `value` (at most 8), lowest first.
    pub fn low_bytes(&mut self, value: u64, count: usize) {
        self.bytes.extend(value.to_le_bytes().iter().take(count));
    }

    /// A number in groups of seven bits, lowest first: one byte below 128, at most ten.
    pub fn varint(&mut self, mut value: u64) {
        while value > 127 {
            self.bytes.push(value.to_le_bytes()[0] | 128);
            value >>= 7;
        }
        self.bytes.push(value.to_le_bytes()[0]);
    }

    /// A number that may be negative.
    pub fn signed(&mut self, value: i64) {
        self.varint(zigzag(value));
    }

    /// Bytes as they are; the reader must know how many.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// A text: its length in bytes, then its UTF-8.
    pub fn text(&mut self, text: &str) {
        self.varint(text.len() as u64);
        self.raw(text.as_bytes());
    }

    /// Ends with a CRC-32 over everything written, keyed by `key`; read with [`Reader::checked`].
    #[must_use]
    pub fn finish(mut self, key: u32) -> Vec<u8> {
        let crc = crc32(key, &self.bytes);
        self.low_bytes(u64::from(crc), 4);
        self.bytes
    }
}

/// Bytes being read; every step is nothing where they end too early or make no sense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Reads `bytes` from their beginning.
    #[must_use]
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Reads what [`Writer::finish`] ended with the same `key`; nothing where the checksum differs.
    #[must_use]
    pub fn checked(bytes: &'a [u8], key: u32) -> Option<Self> {
        let (content, crc) = bytes.split_last_chunk::<4>()?;
        (crc32(key, content) == u32::from_le_bytes(*crc)).then_some(Self { rest: content })
    }

    /// One byte.
    pub fn u8(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// A number of `count` bytes (at most 8), lowest first.
    pub fn low_bytes(&mut self, count: usize) -> Option<u64> {
        let mut value = [0; 8];
        for place in value.get_mut(..count)? {
            *place = self.u8()?;
        }
        Some(u64::from_le_bytes(value))
    }

    /// A number as [`Writer::varint`] writes it; nothing where it has more than 64 bits.
    pub fn varint(&mut self) -> Option<u64> {
        let (mut value, mut shift) = (0_u64, 0_u32);
        loop {
            let byte = self.u8()?;
            let bits = u64::from(byte & 127);
            if shift > 63 || (bits << shift) >> shift != bits {
                return None;
            }
            value |= bits << shift;
            if byte < 128 {
                return Some(value);
            }
            shift += 7;
        }
    }

    /// A number that may be negative.
    pub fn signed(&mut self) -> Option<i64> {
        self.varint().map(unzigzag)
    }

    /// The next `count` bytes.
    pub fn raw(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    /// A text as [`Writer::text`] writes it; nothing where it is not UTF-8.
    pub fn text(&mut self) -> Option<&'a str> {
        let count = usize::try_from(self.varint()?).ok()?;
        core::str::from_utf8(self.raw(count)?).ok()
    }

    /// Everything not read yet.
    #[must_use]
    pub const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// True where nothing is left.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_published_one() {
        // Check value of CRC-32/ISO-HDLC in Greg Cook's catalogue.
        assert_eq!(crc32(0, b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(crc32(0, b"1234"), b"56789"), 0xCBF4_3926);
    }

    #[test]
    fn numbers_at_every_edge_go_there_and_back() {
        let mut writer = Writer::new();
        let edges: Vec<u64> = (0..64)
            .flat_map(|bit| [(1_u64 << bit) - 1, 1 << bit, (1 << bit) + 1])
            .chain([u64::MAX])
            .collect();
        for value in &edges {
            writer.varint(*value);
            writer.signed(value.cast_signed());
            writer.low_bytes(*value, 8);
        }
        let mut reader = Reader::new(&writer.bytes);
        for value in &edges {
            assert_eq!(reader.varint(), Some(*value));
            assert_eq!(reader.signed(), Some(value.cast_signed()));
            assert_eq!(reader.low_bytes(8), Some(*value));
        }
        assert!(reader.is_empty());
        assert_eq!(reader.u8(), None);
    }

    #[test]
    fn what_does_not_fit_is_nothing() {
        assert_eq!(Reader::new(&[255; 10]).varint(), None, "more than 64 bits");
        assert_eq!(Reader::new(&[128; 30]).varint(), None, "never ends");
        assert_eq!(
            Reader::new(&[5, b'a']).text(),
            None,
            "text longer than the bytes"
        );
        assert_eq!(Reader::new(&[1, 0xFF]).text(), None, "not UTF-8");
        assert_eq!(
            Reader::new(&[0; 9]).low_bytes(9),
            None,
            "more than eight bytes"
        );
        assert_eq!(Reader::checked(&[0; 3], 0), None, "shorter than a checksum");
    }

    #[test]
    fn a_checked_text_reads_only_whole_and_under_its_key() {
        let mut writer = Writer::new();
        writer.text("Rất \"hài lòng\"\r\n");
        let bytes = writer.finish(7);
        let text = Reader::checked(&bytes, 7).and_then(|mut reader| reader.text());
        assert_eq!(text, Some("Rất \"hài lòng\"\r\n"));
        assert_eq!(Reader::checked(&bytes, 8), None);
        for at in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[at / 8] ^= 1 << (at % 8);
            assert_eq!(Reader::checked(&damaged, 7), None);
        }
    }
}
