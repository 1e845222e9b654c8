//! A quarter's package: what is packed comes back, whoever packs it again; what was changed is told and not counted.

mod ballots;
mod files;
#[path = "packages/together.rs"]
mod together;

use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, ZipWriter};
use ballots::{answered, blank, shipped};
use sipas_core::ballot::DeviceId;
use sipas_core::compare::{Comparator, Target};
use sipas_core::decimal::Hundredths;
use sipas_core::index::{Options, report};
use sipas_core::moment::Moment;
use sipas_core::package::{
    ColumnStatus, EvaluationStatus, FileKind, Package, PlanStatus, ScoreStatus, Standing, Survey,
    periods, standings,
};
use sipas_core::period::Period;
use sipas_core::plan::{ActionPlan, Evidence, Hand, ItemPart, Place, Status};
use sipas_core::scorecard::{Area, Mark, Scorecard};
use sipas_core::selection::Day;
use sipas_formats::csv;
use sipas_formats::json::text::parse;
use sipas_formats::package::{self, Content, MANIFEST, Opened, PackageError, Refused, open, pack};
use sipas_formats::zip::{MOST_UNPACKED, ZipProblem, unzip, zip};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};

fn about(unit: &str, device: u32, period: &str, minutes: i64) -> Package {
    Package {
        period: Period::from_key(period).unwrap(),
        unit: unit.to_owned(),
        name: "Xã Đức Cơ".to_owned(),
        office: "UBND xã \"Đức Cơ\"\n<thử>".to_owned(),
        campaign: "q3-2026".to_owned(),
        device: DeviceId(device),
        written_at: Moment {
            unix_secs: 1_790_000_000 + minutes * 60,
            offset_minutes: 420,
        },
        surveys: Vec::new(),
        plans: Vec::new(),
        evaluation: None,
        scores: None,
        files: Vec::new(),
    }
}

/// Three ballots to one question: two satisfied of three.
fn ballot_file() -> Vec<u8> {
    let quick = shipped("quick");
    let ballots: Vec<_> = ["5", "4", "2"]
        .iter()
        .zip(1..)
        .map(|(code, id)| answered(&quick, blank(&quick, id), "overall", code))
        .collect();
    csv::write(&quick, &ballots).bytes
}

fn full() -> (Package, Vec<Content>) {
    let mut package = about("gia-lai/duc-co", 0x00c0_ffee, "2026-Q3", 0);
    package.surveys = vec![Survey {
        questionnaire: "quick".to_owned(),
        version: 1,
        ballots: 3,
        satisfied: 2,
        counted: 3,
        target: Some(Target {
            comparator: Comparator::Above,
            share: 0.8,
        }),
    }];
    package.plans = vec![PlanStatus {
        title: "Khắc phục".to_owned(),
        items: 3,
        done: 1,
        doing: 1,
        late: 1,
    }];
    package.evaluation = Some(EvaluationStatus {
        assessed: ColumnStatus {
            points: Hundredths(1_467),
            missing: 0,
            class: Some("good".to_owned()),
        },
        verified: ColumnStatus {
            points: Hundredths(0),
            missing: 9,
            class: None,
        },
    });
    package.scores = Some(ScoreStatus {
        year: 2025,
        total: Some((Hundredths(8_112), Hundredths(10_000))),
        survey: Some((Hundredths(912), Hundredths(1_000))),
    });
    let contents = vec![
        (
            "bao-cao.html".to_owned(),
            FileKind::Report,
            b"<!doctype html>".to_vec(),
        ),
        (
            "phieu/quick.csv".to_owned(),
            FileKind::Ballots,
            ballot_file(),
        ),
    ];
    (package, contents)
}

fn opened(bytes: &[u8]) -> Opened {
    open(bytes, parse).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_package_comes_back_as_it_was_packed() {
    let (package, contents) = full();
    let bytes = pack(package.clone(), &contents);
    assert_eq!(bytes, pack(package.clone(), &contents), "the same bytes");
    let back = opened(&bytes);
    assert_eq!(back.refused, []);
    let listed: Vec<(&str, FileKind)> = back
        .package
        .files
        .iter()
        .map(|file| (file.path.as_str(), file.kind))
        .collect();
    assert_eq!(
        listed,
        [
            ("bao-cao.html", FileKind::Report),
            ("phieu/quick.csv", FileKind::Ballots)
        ]
    );
    let said = Package {
        files: Vec::new(),
        ..back.package.clone()
    };
    assert_eq!(said, package);
    let files: BTreeMap<String, Vec<u8>> = contents
        .into_iter()
        .map(|(path, _, bytes)| (path, bytes))
        .collect();
    assert_eq!(back.files, files);
    assert_eq!(back.ballots().count(), 1);
}

#[test]
fn a_survey_says_whether_a_count_of_its_ballots_gives_the_same() {
    let quick = shipped("quick");
    let file = csv::read(&ballot_file(), &|_, _| Some(&quick));
    let ballots: Vec<_> = file.ballots.iter().map(|read| &read.ballot).collect();
    let counted = report(&quick, ballots.iter().copied(), &Options::default());
    let mut survey = full().0.surveys.remove(0);
    assert!(survey.agrees(&counted));
    survey.satisfied += 1;
    assert!(!survey.agrees(&counted));
}

#[test]
fn other_programs_open_it_and_may_pack_it_again_in_a_folder() {
    let (package, contents) = full();
    let bytes = pack(package, &contents);
    let own = opened(&bytes);
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        let options = SimpleFileOptions::default().compression_method(method);
        let mut again = ZipWriter::new(Cursor::new(Vec::new()));
        again.add_directory("xa duc co/", options).unwrap();
        for (path, content) in unzip(&bytes, MOST_UNPACKED).unwrap() {
            again
                .start_file(format!("xa duc co/{path}"), options)
                .unwrap();
            again.write_all(&content.unwrap()).unwrap();
        }
        let again = again.finish().unwrap().into_inner();
        assert_eq!(opened(&again), own, "{method}");
    }
}

/// What becomes of a file, by path and bytes; nothing: it is left out.
type Change<'a> = &'a dyn Fn(&str, &[u8]) -> Option<Vec<u8>>;

#[test]
fn a_file_that_was_changed_lost_or_added_is_named_and_not_used() {
    let (package, contents) = full();
    let bytes = pack(package, &contents);
    let files: Vec<(String, Vec<u8>)> = unzip(&bytes, MOST_UNPACKED)
        .unwrap()
        .into_iter()
        .map(|(path, content)| (path, content.unwrap()))
        .collect();
    let again = |change: Change<'_>, more: Option<&str>| {
        let mut parts: Vec<(&str, Vec<u8>)> = files
            .iter()
            .filter_map(|(path, content)| Some((path.as_str(), change(path, content)?)))
            .collect();
        parts.extend(more.map(|path| (path, b"x".to_vec())));
        let parts: Vec<(&str, &[u8])> = parts
            .iter()
            .map(|(path, content)| (*path, content.as_slice()))
            .collect();
        open(&zip(&parts), parse)
    };
    let same = |_: &str, content: &[u8]| Some(content.to_vec());
    let refused = |found: Result<Opened, PackageError>| found.unwrap().refused;
    let ballots = "phieu/quick.csv".to_owned();

    // One more satisfied answer than was packed.
    let better = |path: &str, content: &[u8]| {
        let text = String::from_utf8_lossy(content);
        let text = if path.ends_with(".csv") {
            text.replace(",2,", ",5,")
        } else {
            text.into_owned()
        };
        Some(text.into_bytes())
    };
    let found = again(&better, None).unwrap();
    assert_eq!(found.refused, [(ballots.clone(), Refused::Changed)]);
    assert_eq!(found.ballots().count(), 0);
    let gone = |path: &str, content: &[u8]| (path != ballots).then(|| content.to_vec());
    assert_eq!(
        refused(again(&gone, None)),
        [(ballots.clone(), Refused::Missing)]
    );
    let added = refused(again(&same, Some("phieu/them.csv")));
    assert_eq!(added, [("phieu/them.csv".to_owned(), Refused::Added)]);
    let headless = |path: &str, content: &[u8]| (path != MANIFEST).then(|| content.to_vec());
    assert_eq!(again(&headless, None), Err(PackageError::NoManifest));
    let newer = |path: &str, content: &[u8]| {
        let text = String::from_utf8_lossy(content).replace("sipas-package/1", "sipas-package/2");
        Some(if path == MANIFEST {
            text.into_bytes()
        } else {
            content.to_vec()
        })
    };
    let Err(PackageError::Manifest(problems)) = again(&newer, None) else {
        panic!("a newer version was read");
    };
    assert_eq!(problems[0].fault.name(), "newer-format");
}

#[test]
fn no_byte_of_it_can_change_without_being_noticed_or_meaning_nothing() {
    let (package, contents) = full();
    let bytes = pack(package, &contents);
    let own = opened(&bytes);
    for at in 0..bytes.len() {
        let mut broken = bytes.clone();
        broken[at] ^= 0x41;
        if let Ok(found) = open(&broken, parse) {
            for (path, content) in &found.files {
                assert_eq!(Some(content), own.files.get(path), "byte {at}: {path}");
            }
            assert_eq!(found.package, own.package, "byte {at}");
        }
    }
    for length in (0..bytes.len()).step_by(7) {
        assert!(open(&bytes[..length], parse).is_err(), "cut at {length}");
    }
}

#[test]
fn what_unpacks_to_more_than_the_limit_is_refused() {
    const MIB: u64 = 1 << 20;
    let zeros = vec![0; 1 << 20];
    let names: Vec<String> = (0..9).map(|number| number.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), zeros.as_slice()))
        .collect();
    let packed = zip(&parts);
    assert!(packed.len() < 20_000, "nine mebibytes in {}", packed.len());
    assert_eq!(unzip(&packed, 8 * MIB), Err(ZipProblem::TooLarge(8 * MIB)));
    assert_eq!(unzip(&packed, 9 * MIB).unwrap().len(), 9);
    let names: Vec<String> = (0..1_001).map(|number| number.to_string()).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(unzip(&zip(&parts), MIB), Err(ZipProblem::TooMany));
    assert_eq!(unzip(b"PK\x03\x04", MIB), Err(ZipProblem::NoList));
}

#[test]
fn every_wrong_key_of_the_manifest_is_told() {
    let (package, _) = full();
    let text = package::write(&package);
    assert_eq!(package::read(&text).unwrap(), package);
    for (from, to, expected) in [
        (
            "2026-Q3",
            "2026-Q9",
            r#"period: out-of-range: expected a period such as 2026-Q4, found "2026-Q9""#,
        ),
        (
            "00c0ffee",
            "c0ffee",
            r#"device: out-of-range: expected 8 hex digits, found "c0ffee""#,
        ),
        (
            "\"ballots\":3",
            "\"ballots\":-3",
            "surveys[0].ballots: wrong-type: expected a whole number, found -3",
        ),
        (
            "\"above\":0.8",
            "\"above\":80",
            "surveys[0].above: out-of-range: expected 0 to 1, found 80",
        ),
        (
            "14.67",
            "vierzehn",
            r#"evaluation.assessed.points: out-of-range: expected a number of two decimals, such as "14.50", found "vierzehn""#,
        ),
    ] {
        let broken = text.replace(from, to);
        assert_ne!(broken, text, "{from}");
        let problems = package::read(&broken).unwrap_err();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(told, [expected], "{from}");
    }
}

#[test]
fn of_two_packages_of_one_device_the_later_counts_and_two_devices_count_together() {
    let all = [
        about("a", 1, "2026-Q3", 5),
        about("a", 1, "2026-Q3", 9),
        about("a", 2, "2026-Q3", 1),
        about("b", 1, "2026-Q3", 0),
        about("b", 1, "2026-Q2", 30),
    ];
    let all: Vec<&Package> = all.iter().collect();
    let third = Period::from_key("2026-Q3").unwrap();
    let before = Period::from_key("2026-Q2").unwrap();
    assert_eq!(periods(&all), [third, before]);
    assert_eq!(
        standings(&all, third),
        [
            Standing::Replaced(1),
            Standing::Counts,
            Standing::Counts,
            Standing::Counts,
            Standing::OtherPeriod
        ]
    );
    // Made in one second, the one given later counts, and only that.
    let twice = [about("a", 1, "2026-Q3", 5), about("a", 1, "2026-Q3", 5)];
    let twice: Vec<&Package> = twice.iter().collect();
    assert_eq!(
        standings(&twice, third),
        [Standing::Replaced(1), Standing::Counts]
    );
}

#[test]
fn a_plans_status_counts_what_is_done_begun_and_late() {
    let mut plan = ActionPlan::new("00000000000000aa");
    let hand = |at| Hand { writer: 1, at };
    for (id, status, due) in [
        (1, Status::Done, "2026-01-31"),
        (2, Status::Doing, "2026-01-31"),
        (3, Status::NotBegun, "2026-12-31"),
    ] {
        plan.add(hand(1), id, Evidence::default());
        plan.write(hand(2), Place::Item(id, ItemPart::Status), status.name());
        plan.write(hand(3), Place::Item(id, ItemPart::Due), due);
    }
    let today = Day::parse("2026-11-21").unwrap();
    let status = PlanStatus::of(&plan, "Kế hoạch", today);
    assert_eq!(
        status,
        PlanStatus {
            title: "Kế hoạch".to_owned(),
            items: 3,
            done: 1,
            doing: 1,
            late: 1
        }
    );
}

#[test]
fn a_scorecards_status_is_its_latest_year_and_has_no_total_where_the_table_forbids_one() {
    let mark = |score: i64, maximum: i64| Mark {
        score: Some(Hundredths(score)),
        maximum: Hundredths(maximum),
    };
    let area = |name: &str, survey, marks: [Mark; 2]| Area {
        name: name.to_owned(),
        marks: marks.to_vec(),
        printed_change: None,
        survey,
    };
    let mut card = Scorecard {
        years: vec![2025, 2024],
        areas: vec![
            area("A", false, [mark(7_000, 9_000), mark(6_500, 9_000)]),
            area("B", true, [mark(912, 1_000), mark(900, 1_000)]),
        ],
        printed_total: None,
    };
    assert_eq!(
        ScoreStatus::of(&card),
        Some(ScoreStatus {
            year: 2025,
            total: Some((Hundredths(7_912), Hundredths(10_000))),
            survey: Some((Hundredths(912), Hundredths(1_000))),
        })
    );
    card.areas[0].marks[0] = mark(9_500, 9_000);
    assert_eq!(ScoreStatus::of(&card).unwrap().total, None);
    assert_eq!(ScoreStatus::of(&Scorecard::default()), None);
}
