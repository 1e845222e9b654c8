//! Analysis sets: each ballot once, whatever the order and number of the files, as the command line counts them.

mod ballots;
mod files;

use ballots::{answered, any_ballot, blank, shipped};
use proptest::prelude::*;
use sipas_core::ballot::{Ballot, Ticket};
use sipas_formats::archive::{About, Builder};
use sipas_formats::csv::{self, Expected, Found, Place, PlaceMap, Placed};
use sipas_formats::record::body;
use sipas_formats::record::head::Head;
use sipas_formats::record::layout::Layout;
use sipas_formats::record::shape::Shape;
use sipas_formats::set::{FileKind, Pool, Told, each};

type File = (String, Vec<u8>);

fn table(name: &str, ballots: &[Ballot]) -> File {
    let bytes = csv::write(&shipped("quick"), ballots).bytes;
    (name.to_owned(), bytes)
}

fn archive(name: &str, ballots: &[Ballot]) -> File {
    let mut builder = Builder::new(About::default());
    let shape = Shape::of(&shipped("quick"));
    ballots.iter().for_each(|one| builder.ballot(one, &shape));
    (name.to_owned(), builder.finish())
}

fn pool(files: &[File]) -> (Vec<u8>, Told) {
    let mut pool = Pool::new(vec![shipped("quick")], PlaceMap::default());
    for (name, bytes) in files {
        pool.read(name, bytes, &mut |_, _| {});
    }
    let (bytes, told) = pool.finish();
    assert_eq!(Told::from_bytes(&told.to_bytes()), Some(told.clone()));
    (bytes, told)
}

/// The ballots of a set, by identity.
fn ballots_of(bytes: &[u8], told: &Told) -> Vec<Ballot> {
    let mut all = Vec::new();
    for part in &told.parts {
        let bytes = &bytes[part.at as usize..(part.at + part.length) as usize];
        assert_eq!(
            each(bytes, &mut |ballot| all.push(ballot.clone())),
            Some(part.ballots)
        );
    }
    all.sort_by_key(|one| one.id);
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_set_is_what_the_command_line_merges(
        mut ballots in proptest::collection::vec(any_ballot(&shipped("quick")), 1..40),
        turn in 0_usize..40,
    ) {
        // Few identities, so that copies and conflicts are common.
        for (at, ballot) in ballots.iter_mut().enumerate() {
            ballot.id.0 %= 9;
            if at % 2 == 0 {
                ballot.submitted_at.unix_secs = 1_795_224_600;
            }
        }
        let quick = shipped("quick");
        let written = csv::write(&quick, &ballots);
        prop_assume!(written.left_out.is_empty());
        let half = ballots.len() / 2;
        let files = [
            table("b.csv", &ballots),
            archive("a.sipas", &ballots[..half]),
            table("c.csv", &ballots[half..]),
        ];
        let (bytes, told) = pool(&files);
        let placed = |ballot: &Ballot| Placed { place: Place::default(), ballot: ballot.clone() };
        let merged = csv::merge(ballots.iter().map(placed));
        prop_assert_eq!(&ballots_of(&bytes, &told), &merged.ballots);
        prop_assert_eq!(told.conflicts, merged.conflicts.len() as u64);
        prop_assert_eq!(told.read, told.ballots + told.copies + told.dropped);

        let mut other = files.to_vec();
        other.rotate_left(turn % 3);
        let (turned, retold) = pool(&other);
        prop_assert_eq!(&turned, &bytes);
        prop_assert_eq!(&retold.shown, &told.shown);
        let mut twice = files.to_vec();
        twice.extend(files.clone());
        let (again, _) = pool(&twice);
        prop_assert_eq!(&again, &bytes);
    }

    #[test]
    fn bodies_written_together_are_those_written_one_by_one(ballot in any_ballot(&shipped("sipas-desk"))) {
        let head = Head::of(&ballot, &Shape::of(&shipped("sipas-desk")));
        let mut layout = Layout::new(&head);
        let mut out = Vec::new();
        layout.write(&ballot, &mut out);
        prop_assert_eq!(&out, &body::write(&ballot, &head));
        let first = out.len();
        layout.write(&ballot, &mut out);
        prop_assert_eq!(&out[first..], &body::write(&ballot, &head)[..]);
    }
}

#[test]
fn a_bad_file_is_told_and_the_rest_counts() {
    let quick = shipped("quick");
    let good: Vec<Ballot> = (1..=5)
        .map(|id| answered(&quick, blank(&quick, id), "overall", "4"))
        .collect();
    let mut spoilt = String::from_utf8(csv::write(&quick, &good[..2]).bytes).unwrap();
    spoilt = spoilt.replacen(",4,", ",9,", 1);
    let other = csv::write(&shipped("management"), []).bytes;
    let other = String::from_utf8(other).unwrap();
    let files = [
        table("a.csv", &good[1..]),
        ("b.csv".to_owned(), spoilt.into_bytes()),
        ("c.csv".to_owned(), b"\"never closed\n1,2\n".to_vec()),
        ("d.xlsx".to_owned(), b"PK\x03\x04....".to_vec()),
        (
            "e.sipas".to_owned(),
            b"\x89SIPAS\r\n\x1a\n\x01....".to_vec(),
        ),
        ("f.csv".to_owned(), other.into_bytes()),
        ("g.csv".to_owned(), Vec::new()),
    ];
    let (bytes, told) = pool(&files);
    assert_eq!(ballots_of(&bytes, &told), &good[1..]);
    assert_eq!((told.read, told.ballots, told.copies), (5, 4, 1));
    let [_, spoilt, open, packed, archive, empty, nothing] = &told.files[..] else {
        panic!("{:?}", told.files);
    };
    assert_eq!((spoilt.ballots, spoilt.rejected), (1, 1));
    let problem = &spoilt.problems[0];
    assert_eq!((problem.line, problem.column.as_str()), (2, "overall"));
    assert_eq!(problem.found, Found::Cell("9".to_owned()));
    assert!(matches!(problem.expected, Expected::OneOfOrEmpty(_)));
    for file in [open, packed, archive, nothing] {
        assert!(file.is_closed, "{file:?}");
    }
    assert!(matches!(archive.kind, FileKind::ClosedArchive(_)));
    assert_eq!((empty.ballots, empty.is_closed), (0, false));
}

#[test]
fn what_is_told_names_devices_units_and_versions() {
    let quick = shipped("quick");
    let ballots: Vec<Ballot> = (0..40)
        .map(|id| {
            let mut ballot = blank(&quick, id);
            ballot.context.device.0 = (id % 4) as u32;
            ballot.context.unit = format!("gia-lai/xa-{}", id % 5);
            ballot.ticket = if id == 7 {
                Ticket::Poster
            } else {
                Ticket::None
            };
            ballot
        })
        .collect();
    let (bytes, told) = pool(&[table("a.csv", &ballots)]);
    assert_eq!((told.devices, told.units), (4, 5));
    assert_eq!(told.editions[0].1, 40);
    assert_eq!(ballots_of(&bytes, &told), ballots);
    let (bytes, told) = pool(&[]);
    assert_eq!((bytes.len(), told), (0, Told::default()));
}
