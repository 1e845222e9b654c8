//! Keys of the second engine: one sealed record under each, none ever overwritten.
//!
//! A ballot stands under its id. Where something else stands there already (an unreadable record, or
//! a different ballot of the same id) it goes under a key of its own that begins with the id as well.

use super::marks::Mark;
use crate::record::bytes::crc32;
use sipas_core::ballot::BallotId;

/// The key a ballot stands under.
#[must_use]
pub fn key(id: BallotId) -> String {
    id.to_string()
}

/// The key a removal mark stands under: there is one for each decision about a ballot.
#[must_use]
pub fn mark_key(mark: &Mark) -> String {
    let decision = u64::from(mark.counter) << 1 | u64::from(mark.removed);
    with(key(mark.id), decision)
}

/// The key for `sealed` where something else stands under `key`.
#[must_use]
pub fn other_key(key: &str, sealed: &[u8]) -> String {
    with(key.to_owned(), u64::from(crc32(0, sealed)))
}

/// The id a key begins with; nothing where it is none of ours.
#[must_use]
pub fn id_of(key: &str) -> Option<BallotId> {
    let digits = key.get(..16)?;
    let ours = digits
        .bytes()
        .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let id = u64::from_str_radix(digits, 16).ok().filter(|_| ours)?;
    Some(BallotId(id))
}

fn with(mut key: String, number: u64) -> String {
    key.push('.');
    key.push_str(&BallotId(number).to_string());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_says_its_ballot() {
        for id in [0, 1, u64::MAX, 0x0123_4567_89AB_CDEF].map(BallotId) {
            let mark = Mark {
                id,
                counter: 3,
                removed: true,
                at_secs: 0,
            };
            for key in [key(id), mark_key(&mark), other_key(&key(id), b"other")] {
                assert_eq!(id_of(&key), Some(id), "{key}");
                assert!(!key.contains('\n'));
            }
        }
    }

    #[test]
    fn foreign_keys_are_no_ballots() {
        for key in [
            "",
            "sipas/draft/0",
            "00000000000000",
            "+000000000000000",
            "00000000000000AB",
        ] {
            assert_eq!(id_of(key), None, "{key}");
        }
    }

    #[test]
    fn different_records_and_decisions_have_different_keys() {
        let held = key(BallotId(7));
        assert_ne!(other_key(&held, b"one"), other_key(&held, b"two"));
        assert_ne!(other_key(&held, b"one"), held);
        let mark = |counter, removed| Mark {
            id: BallotId(7),
            counter,
            removed,
            at_secs: 5,
        };
        let keys = [mark(1, true), mark(2, false), mark(1, false), mark(2, true)];
        let mut keys: Vec<String> = keys.iter().map(mark_key).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 4);
    }
}
