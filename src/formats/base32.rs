//! Bytes as letters A–Z and digits 2–7 (RFC 4648, without padding): five bits a letter.
//!
//! QR codes have a mode for capital letters that takes 5.5 bits for each, and no program that passes
//! a link on changes them. Reading is strict: each text comes from exactly one run of bytes.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// Whether a character may stand in such a text.
#[must_use]
pub fn is_letter(letter: char) -> bool {
    u8::try_from(letter).is_ok_and(|letter| LETTERS.contains(&letter))
}

/// The bytes as letters.
#[must_use]
pub fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(5));
    let (mut held, mut count) = (0_u32, 0);
    let mut push = |bits: u32| {
        let letter = LETTERS.get((bits & 31) as usize).copied();
        text.push(char::from(letter.unwrap_or_default()));
    };
    for byte in bytes {
        held = (held << 8 | u32::from(*byte)) & 0xFFFF;
        count += 8;
        while count >= 5 {
            count -= 5;
            push(held >> count);
        }
    }
    if count > 0 {
        push(held << (5 - count));
    }
    text
}

/// The bytes a text was written from; nothing where [`write`] writes no such text.
#[must_use]
pub fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|known| *known == letter)?;
        held = (held << 5 | u32::try_from(value).ok()?) & 0xFFFF;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((held >> count).to_le_bytes()[0]);
        }
    }
    // What is left over are the zeros that filled up the last letter.
    (count < 5 && held & ((1 << count) - 1) == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(write(bytes.as_bytes()), text);
            assert_eq!(read(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn nothing_else_is_read() {
        for text in ["M", "MZ", "MZX", "my", "M Y", "MY=", "M1", "MYMYMY", "ĂĂ"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
