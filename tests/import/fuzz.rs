//! Bytes at random and sound files changed at random: every decoder comes to an end without a panic.

use crate::ballots::{any_ballot, blank, shipped};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use sipas_formats::csv::{self, PlaceMap, decode, read_any};
use sipas_formats::import::read_places;

/// A small generator whose failures come again.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

#[test]
fn changed_files_are_read_or_refused() {
    let quick = shipped("quick");
    let ballots: Vec<_> = (0..6).map(|id| blank(&quick, id << 30)).collect();
    let sound = csv::write(&quick, &ballots).bytes;
    let pieces: [&[u8]; 12] = [
        b"\"",
        b",",
        b";",
        b"\r",
        b"\n",
        b"\t",
        b"\0",
        b"\xff\xfe",
        b"ballot_id",
        b"sep=;\n",
        b"1.5E+15",
        b"05/06/2026 8:30",
    ];
    let mut random = Random(99);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..3_000 {
        let mut bytes = sound.clone();
        for _ in 0..=random.below(5) {
            if bytes.is_empty() {
                break;
            }
            let at = random.below(bytes.len());
            let end = (at + random.below(40)).min(bytes.len());
            match random.below(4) {
                0 => drop(bytes.drain(at..end)),
                1 => drop(bytes.splice(at..at, pieces[random.below(12)].iter().copied())),
                2 => bytes.truncate(at.max(1)),
                _ => bytes[at] = random.below(256) as u8,
            }
        }
        let file = read_any(&bytes, &|_, _| Some(&quick), &PlaceMap::default()).file;
        assert!(file.taken <= file.rows);
        assert_eq!(file.taken, file.ballots.len() as u64);
        // A row gives a ballot or a problem.
        assert!(file.rejected() == 0 || !file.problems.is_empty());
        if file.unreadable {
            refused += 1;
        } else {
            read += 1;
        }
    }
    assert!(read > 300 && refused > 300, "{read} {refused}");
}

#[test]
fn any_bytes_come_to_an_end() {
    let mut runner = TestRunner::new(Config {
        cases: 400,
        failure_persistence: None,
        ..Config::default()
    });
    let quick = shipped("quick");
    runner
        .run(&proptest::collection::vec(any::<u8>(), 0..400), |bytes| {
            drop(decode(&bytes));
            drop(read_any(&bytes, &|_, _| Some(&quick), &PlaceMap::default()));
            drop(sipas_formats::archive::read(&bytes));
            drop(read_places(&String::from_utf8_lossy(&bytes)));
            Ok(())
        })
        .unwrap();
    runner
        .run(&any_ballot(&quick), |ballot| {
            let bytes = csv::write(&quick, [&ballot]).bytes;
            let file = read_any(&bytes, &|_, _| Some(&quick), &PlaceMap::default());
            prop_assert_eq!(&file.file.ballots[0].ballot, &ballot);
            Ok(())
        })
        .unwrap();
}
