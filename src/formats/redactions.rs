//! What a person struck out of comments before publishing them, as kept on the device.
//!
//! ```text
//! sipas-redactions/1
//! 0123456789abcdef +3 -5
//! 00000000000000aa !
//! ```
//!
//! One line a ballot: its id, then `+` and the position (from 0) of a word struck out, `-` and that of
//! a word given back, `!` where the whole comment is kept back. Lines that cannot be read are kept and
//! written again as they are.

use sipas_core::ballot::BallotId;
use sipas_core::redaction::Strikes;
use std::collections::BTreeMap;

/// The first line.
const FORMAT: &str = "sipas-redactions/1";

/// Decisions by ballot, and what could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Redactions {
    /// Decisions by ballot; those about nothing are not written.
    pub strikes: BTreeMap<BallotId, Strikes>,
    /// Lines of another form, kept as they are.
    pub unread: Vec<String>,
}

impl Redactions {
    /// The decisions about a ballot.
    #[must_use]
    pub fn of(&self, id: BallotId) -> Strikes {
        self.strikes.get(&id).cloned().unwrap_or_default()
    }
}

/// Reads a stored text; nothing in it is lost.
#[must_use]
pub fn read(text: &str) -> Redactions {
    let mut redactions = Redactions::default();
    for line in text.lines().filter(|line| *line != FORMAT) {
        match parse(line) {
            Some((id, strikes)) if !redactions.strikes.contains_key(&id) => {
                redactions.strikes.insert(id, strikes);
            }
            _ if line.trim().is_empty() => {}
            _ => redactions.unread.push(line.to_owned()),
        }
    }
    redactions
}

fn parse(line: &str) -> Option<(BallotId, Strikes)> {
    let mut parts = line.split(' ');
    let id = parts.next().filter(|id| id.len() == 16)?;
    let id = BallotId(u64::from_str_radix(id, 16).ok()?);
    let mut strikes = Strikes::default();
    for part in parts {
        if part == "!" {
            strikes.whole = true;
            continue;
        }
        let struck = match part.get(..1)? {
            "+" => true,
            "-" => false,
            _ => return None,
        };
        strikes.words.insert(part.get(1..)?.parse().ok()?, struck);
    }
    Some((id, strikes))
}

/// The text to store.
#[must_use]
pub fn write(redactions: &Redactions) -> String {
    let mut out = String::from(FORMAT);
    out.push('\n');
    for (id, strikes) in &redactions.strikes {
        if strikes.is_empty() {
            continue;
        }
        out.push_str(&id.to_string());
        if strikes.whole {
            out.push_str(" !");
        }
        for (position, struck) in &strikes.words {
            out.push_str(if *struck { " +" } else { " -" });
            out.push_str(&position.to_string());
        }
        out.push('\n');
    }
    for line in &redactions.unread {
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_come_back() {
        let text = "sipas-redactions/1\n00000000000000aa !\n0123456789abcdef +3 -5\n";
        let found = read(text);
        assert_eq!(found.unread, [""; 0]);
        assert!(found.of(BallotId(0xaa)).whole);
        let words = found.of(BallotId(0x0123_4567_89ab_cdef)).words;
        assert_eq!(words, BTreeMap::from([(3, true), (5, false)]));
        assert_eq!(write(&found), text);
    }

    #[test]
    fn what_cannot_be_read_is_kept() {
        let text = "sipas-redactions/1\n00000000000000aa !\nzz +1\n00000000000000aa +1\n00000000000000ab ?4\n";
        let found = read(text);
        assert_eq!(found.unread.len(), 3);
        assert_eq!(write(&found), text);
    }

    #[test]
    fn what_was_taken_back_is_not_written() {
        let mut found = read("00000000000000aa !\n");
        found.strikes.insert(BallotId(0xaa), Strikes::default());
        assert_eq!(write(&found), "sipas-redactions/1\n");
    }
}
