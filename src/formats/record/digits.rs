//! Mixed radix: many small choices as one number, so that a choice among seven costs 2.81 bits and not three.
//!
//! The number is kept as bytes, lowest first. Digits are pushed last first and popped first first.

/// A number made of digits with a radix each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Digits {
    bytes: Vec<u8>,
}

impl Digits {
    /// The number these bytes spell, lowest first.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self {
            bytes: bytes.to_vec(),
        }
    }

    /// The bytes of the number, lowest first, without zeros at the high end.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Puts a digit (below `radix`, which is at most 65 536) before those pushed so far.
    pub fn push(&mut self, radix: u32, digit: u32) {
        let mut carry = digit;
        for byte in &mut self.bytes {
            carry += u32::from(*byte) * radix;
            *byte = carry.to_le_bytes()[0];
            carry >>= 8;
        }
        while carry > 0 {
            self.bytes.push(carry.to_le_bytes()[0]);
            carry >>= 8;
        }
    }

    /// Takes the first digit out; a `radix` of 0 gives 0.
    pub fn pop(&mut self, radix: u32) -> u32 {
        let mut remainder = 0_u32;
        for byte in self.bytes.iter_mut().rev() {
            let value = (remainder << 8) | u32::from(*byte);
            *byte = value.checked_div(radix).unwrap_or_default().to_le_bytes()[0];
            remainder = value.checked_rem(radix).unwrap_or_default();
        }
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        remainder
    }

    /// True where no digit other than 0 is left.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.bytes.iter().all(|byte| *byte == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_come_back_in_order() {
        let digits = [
            (7, 6),
            (2, 1),
            (65_536, 65_535),
            (3, 0),
            (257, 256),
            (1, 0),
            (6, 5),
        ];
        let mut number = Digits::default();
        for (radix, digit) in digits.iter().rev() {
            number.push(*radix, *digit);
        }
        let mut again = Digits::from_bytes(number.bytes());
        for (radix, digit) in digits {
            assert_eq!(again.pop(radix), digit);
        }
        assert!(again.is_zero());
    }

    #[test]
    fn small_numbers_agree_with_plain_arithmetic() {
        let mut number = Digits::default();
        let mut plain = 0_u128;
        for (radix, digit) in [(7, 3), (7, 6), (5, 0), (16, 15), (3, 2), (65_536, 40_000)] {
            number.push(radix, digit);
            plain = plain * u128::from(radix) + u128::from(digit);
        }
        let mut spelled = [0; 16];
        spelled[..number.bytes().len()].copy_from_slice(number.bytes());
        assert_eq!(u128::from_le_bytes(spelled), plain);
    }
}
