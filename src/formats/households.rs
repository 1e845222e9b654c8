//! The list of households as it is stored: lines of text with a checksum, described in
//! docs/stored-records.md.

use crate::record::bytes::crc32;
use sipas_core::ballot::BallotId;
use sipas_core::households::{Household, Households, Visit};

const HEAD: &str = "sipas-households 1";

/// The text it is stored as.
#[must_use]
pub fn write(list: &Households) -> String {
    let mut out = String::from(HEAD);
    if let Some((first, last)) = list.range {
        out.push_str(&format!("\nrange={} {first} {last}", list.set));
    }
    for (number, one) in list.iter() {
        let Household {
            changes,
            visit,
            ballot,
        } = one;
        out.push_str(&format!("\nvisit={number} {changes} {}", visit.code()));
        if let Some(id) = ballot {
            out.push_str(&format!(" {id}"));
        }
    }
    let sum = crc32(0, out.as_bytes());
    out.push_str(&format!("\ncheck={sum:08x}"));
    out
}

/// Reads [`write`]; nothing where anything is wrong with it. Lines it does not know are passed over.
#[must_use]
pub fn read(text: &str) -> Option<Households> {
    let (content, sum) = text.rsplit_once("\ncheck=")?;
    if sum != format!("{:08x}", crc32(0, content.as_bytes())) {
        return None;
    }
    let mut lines = content.split('\n');
    let mut list = Households::default();
    if lines.next()? != HEAD {
        return None;
    }
    for line in lines {
        let (name, value) = line.split_once('=')?;
        let words: Vec<&str> = value.split(' ').collect();
        match (name, words.as_slice()) {
            ("range", [set, first, last]) => {
                list.set_range(first.parse().ok()?, last.parse().ok()?)
                    .then_some(())?;
                list.set = set.parse().ok()?;
            }
            ("visit", [number, changes, visit, id @ ..]) => {
                let ballot = match id {
                    [] => None,
                    [id] => Some(BallotId(u64::from_str_radix(id, 16).ok()?)),
                    _ => return None,
                };
                let household = Household {
                    changes: changes.parse().ok()?,
                    visit: Visit::from_code(visit)?,
                    ballot,
                };
                list.join(number.parse().ok()?, household);
            }
            ("range" | "visit", _) => return None,
            _ => {}
        }
    }
    Some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_stored_comes_back_and_nothing_damaged_does() {
        let mut list = Households::default();
        assert_eq!(read(&write(&list)), Some(list.clone()));
        assert!(list.set_range(3, 200));
        list.change(3, Visit::Done, None);
        list.change(4, Visit::Begun, Some(BallotId(0xAB)));
        list.change(4, Visit::Begun, Some(BallotId(0xAB)));
        let text = write(&list);
        assert_eq!(read(&text), Some(list));
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                assert_eq!(read(&String::from_utf8_lossy(&bytes)), None, "{at} {bit}");
            }
            assert_eq!(read(&text[..at]), None, "cut at {at}");
        }
    }
}
