//! The kiosk's settings as they are stored: lines of text with a checksum.
//!
//! The format is described in docs/stored-records.md. Of two copies the one saved later holds, with the
//! greater number of wrong tries: an older copy put back makes no try undone.

use crate::record::bytes::crc32;
use sipas_core::kiosk::{Hours, IDLE_RANGE, IDLE_SECS};

const HEAD: &str = "sipas-kiosk 1";

/// A secret kept only as its slow, salted hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// Rounds of PBKDF2 with HMAC-SHA-256.
    pub rounds: u32,
    /// Salt, hexadecimal.
    pub salt: String,
    /// 256 bits, hexadecimal.
    pub hash: String,
}

/// What staff have set, and how often a wrong PIN was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KioskSettings {
    /// Grows with each time it is stored.
    pub saved: u64,
    /// Seconds without a touch before a person is asked whether they are still there.
    pub idle_secs: u16,
    /// When the counter is open; nothing: always.
    pub hours: Option<Hours>,
    /// What opens the way out; nothing: a confirmation.
    pub pin: Option<Secret>,
    /// What opens it where the PIN is forgotten.
    pub recovery: Option<Secret>,
    /// Wrong PINs in a row.
    pub wrong_tries: u32,
    /// Language every person begins in, and text size in per cent.
    pub look: Option<(String, u16)>,
}

impl Default for KioskSettings {
    fn default() -> Self {
        Self {
            saved: 0,
            idle_secs: IDLE_SECS,
            hours: None,
            pin: None,
            recovery: None,
            wrong_tries: 0,
            look: None,
        }
    }
}

/// Why stored settings cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KioskError {
    /// The checksum or a line is wrong.
    #[error("the stored settings are damaged")]
    Damaged,
    /// Written by a newer version of the program.
    #[error("the stored settings are of a newer version")]
    Newer,
}

impl KioskSettings {
    /// The later of two copies, with the greater number of tries where both were saved equally late.
    #[must_use]
    pub fn later(self, other: Self) -> Self {
        let rank = |one: &Self| (one.saved, one.wrong_tries);
        if rank(&self) >= rank(&other) {
            self
        } else {
            other
        }
    }

    /// The text it is stored as.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::from(HEAD);
        let mut line = |name: &str, value: &str| {
            out.push('\n');
            out.push_str(name);
            out.push('=');
            out.push_str(value);
        };
        line("saved", &self.saved.to_string());
        line("idle", &self.idle_secs.to_string());
        if let Some(Hours { days, from, until }) = self.hours {
            line("hours", &format!("{days} {from} {until}"));
        }
        for (name, secret) in [("pin", &self.pin), ("recovery", &self.recovery)] {
            if let Some(Secret { rounds, salt, hash }) = secret {
                line(name, &format!("{rounds} {salt} {hash}"));
            }
        }
        line("tries", &self.wrong_tries.to_string());
        if let Some((language, size)) = &self.look {
            line("look", &format!("{language} {size}"));
        }
        let sum = crc32(0, out.as_bytes());
        out.push_str(&format!("\ncheck={sum:08x}"));
        out
    }

    /// Reads [`KioskSettings::write`]; lines this version does not know are passed over.
    ///
    /// # Errors
    /// [`KioskError`].
    pub fn read(text: &str) -> Result<Self, KioskError> {
        let version = text.lines().next().unwrap_or_default();
        if version != HEAD {
            let number = version.strip_prefix("sipas-kiosk ");
            let number: Option<u32> = number.and_then(|number| number.parse().ok());
            return Err(match number {
                Some(2..) => KioskError::Newer,
                _ => KioskError::Damaged,
            });
        }
        let (content, sum) = text.rsplit_once("\ncheck=").ok_or(KioskError::Damaged)?;
        if sum != format!("{:08x}", crc32(0, content.as_bytes())) {
            return Err(KioskError::Damaged);
        }
        body(content).ok_or(KioskError::Damaged)
    }
}

fn body(content: &str) -> Option<KioskSettings> {
    let mut settings = KioskSettings::default();
    for line in content.split('\n').skip(1) {
        let (name, value) = line.split_once('=')?;
        let words: Vec<&str> = value.split(' ').collect();
        match (name, words.as_slice()) {
            ("saved", [saved]) => settings.saved = saved.parse().ok()?,
            ("idle", [secs]) => {
                let secs: u16 = secs.parse().ok()?;
                settings.idle_secs = secs.clamp(*IDLE_RANGE.start(), *IDLE_RANGE.end());
            }
            ("hours", [days, from, until]) => {
                let hours = Hours::new(days.parse().ok()?, from.parse().ok()?, until.parse().ok()?);
                settings.hours = Some(hours?);
            }
            ("pin", [rounds, salt, hash]) => settings.pin = Some(secret(rounds, salt, hash)?),
            ("recovery", [rounds, salt, hash]) => {
                settings.recovery = Some(secret(rounds, salt, hash)?);
            }
            ("tries", [tries]) => settings.wrong_tries = tries.parse().ok()?,
            ("look", [language, size]) => {
                settings.look = Some(((*language).to_owned(), size.parse().ok()?));
            }
            ("saved" | "idle" | "hours" | "pin" | "recovery" | "tries" | "look", _) => return None,
            _ => {}
        }
    }
    Some(settings)
}

fn secret(rounds: &str, salt: &str, hash: &str) -> Option<Secret> {
    let is_hex = |text: &str, digits: core::ops::RangeInclusive<usize>| {
        digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let sound = is_hex(salt, 16..=128) && is_hex(hash, 64..=64);
    sound.then_some(Secret {
        rounds: rounds.parse().ok()?,
        salt: salt.to_owned(),
        hash: hash.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full() -> KioskSettings {
        let secret = |letter: &str| Secret {
            rounds: 600_000,
            salt: letter.repeat(32),
            hash: letter.repeat(64),
        };
        KioskSettings {
            saved: 7,
            idle_secs: 45,
            hours: Hours::new(0b001_1111, 450, 1_020),
            pin: Some(secret("a")),
            recovery: Some(secret("b")),
            wrong_tries: 3,
            look: Some(("vi".to_owned(), 125)),
        }
    }

    #[test]
    fn what_was_stored_comes_back() {
        for settings in [full(), KioskSettings::default()] {
            assert_eq!(KioskSettings::read(&settings.write()), Ok(settings));
        }
    }

    #[test]
    fn a_text_with_any_bit_changed_or_cut_short_is_refused() {
        let text = full().write();
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let changed = String::from_utf8_lossy(&bytes);
                assert!(
                    KioskSettings::read(&changed).is_err(),
                    "byte {at} bit {bit}"
                );
            }
            assert!(KioskSettings::read(&text[..at]).is_err(), "cut at {at}");
        }
        assert_eq!(
            KioskSettings::read("sipas-kiosk 2\n"),
            Err(KioskError::Newer)
        );
        assert_eq!(KioskSettings::read(""), Err(KioskError::Damaged));
    }

    #[test]
    fn an_older_copy_makes_no_try_undone() {
        let later = full();
        let mut older = full();
        older.wrong_tries = 0;
        older.saved = 6;
        assert_eq!(older.clone().later(later.clone()), later);
        assert_eq!(later.clone().later(older.clone()), later);
        older.saved = 7;
        assert_eq!(older.later(later.clone()).wrong_tries, 3);
    }
}
