//! The evaluation of a quarter: two columns, classes at their edges, missing indicators, history.

use crate::ballots::{answered, blank, shipped};
use sipas_core::ballot::Ballot;
use sipas_core::evaluation::{
    Basis, Column, Entered, Entry, Evaluation, Gap, Quarter, evaluate, history,
};
use sipas_core::index::{Options, report};
use sipas_core::period::{Period, Step};
use sipas_core::questionnaire::{Questionnaire, Source};
use sipas_core::selection::Day;
use sipas_formats::evaluation_record;

pub const OFFICE: [&str; 5] = ["desk_2", "desk_5", "desk_6", "desk_8", "desk_9"];
const BALLOT: [&str; 4] = ["desk_1", "desk_3", "desk_4", "desk_7"];

pub fn asked() -> Questionnaire {
    shipped("desk-evaluation")
}

/// Ballots that give each of their indicators this level.
pub fn ballots(codes: [&str; 4], count: u64) -> Vec<Ballot> {
    let asked = asked();
    let one = |id| {
        let empty = blank(&asked, id);
        let all = BALLOT.iter().zip(codes);
        all.fold(empty, |ballot, (id, code)| {
            answered(&asked, ballot, id, code)
        })
    };
    (0..count).map(one).collect()
}

pub fn entry(level: &str, source: &str) -> Option<Entry> {
    Some(Entry {
        level: level.to_owned(),
        source: source.to_owned(),
        at: 1,
    })
}

pub fn entered(id: &str, assessed: Option<Entry>, verified: Option<Entry>) -> Entered {
    Entered {
        criterion: id.to_owned(),
        assessed,
        verified,
    }
}

pub fn evaluated(ballots: &[Ballot], entered: &[Entered]) -> Evaluation {
    let report = report(&asked(), ballots, &Options::default());
    evaluate(&asked(), &report, entered)
}

/// All nine indicators with a total of so many points.
fn with_total(total: u32) -> Evaluation {
    let codes: Vec<String> = (0..9)
        .map(|place| total.saturating_sub(2 * place).min(2).to_string())
        .collect();
    let [a, b, c, d, rest @ ..] = codes.as_slice() else {
        unreachable!()
    };
    let office: Vec<Entered> = OFFICE
        .iter()
        .zip(rest)
        .map(|(id, code)| entered(id, entry(code, "sổ theo dõi"), entry(code, "kiểm tra")))
        .collect();
    evaluated(&ballots([a, b, c, d], 3), &office)
}

#[test]
fn classes_begin_exactly_at_their_totals() {
    for (total, class) in [
        (18, "excellent"),
        (15, "excellent"),
        (14, "good"),
        (12, "good"),
        (11, "fair"),
        (9, "fair"),
        (8, "average"),
        (6, "average"),
        (5, "weak"),
        (0, "weak"),
    ] {
        let found = with_total(total);
        for points in [&found.assessed.points, &found.verified.points] {
            assert_eq!((points.total, points.maximum), (f64::from(total), 18.0));
            assert_eq!(points.class.as_deref(), Some(class), "{total}");
        }
    }
}

#[test]
fn a_total_of_thirds_reaches_its_class() {
    // Three ballots: 2, 2, 1 twice and 2, 1, 1 once make 5/3 + 5/3 + 5/3 + 2 = 7; with 8 entered exactly 15.
    let asked = asked();
    let rows = [
        ["2", "2", "2", "2"],
        ["2", "2", "2", "2"],
        ["1", "1", "1", "2"],
    ];
    let mut all = Vec::new();
    for (id, codes) in (0..).zip(rows) {
        let mut ballot = ballots(codes, 1).remove(0);
        ballot.id.0 = id;
        all.push(ballot);
    }
    assert_eq!(asked.classes[0].at_least, 15.0);
    let codes = ["2", "2", "2", "2", "0"];
    let office: Vec<Entered> = OFFICE
        .iter()
        .zip(codes)
        .map(|(id, code)| entered(id, entry(code, "sổ"), None))
        .collect();
    let found = evaluated(&all, &office);
    assert_eq!(found.assessed.points.class.as_deref(), Some("excellent"));
    assert!((found.assessed.points.total - 15.0).abs() < 1e-9);
}

#[test]
fn missing_indicators_are_said_and_never_zero() {
    let office = [
        entered(
            "desk_2",
            entry("2", "báo cáo quý"),
            entry("1", "kiểm tra thực tế"),
        ),
        entered("desk_5", entry("2", " "), None),
        entered("desk_6", entry("3", "sổ"), None),
        entered("desk_8", entry("2", "sổ"), None),
        entered("desk_7", entry("0", "tự chấm"), entry("1", "phỏng vấn lại")),
    ];
    let found = evaluated(&ballots(["2", "2", "2", "2"], 4), &office);
    let row = |id: &str| found.rows.iter().find(|row| row.id == id).unwrap();
    assert_eq!(row("desk_5").assessed, Err(Gap::NoSource));
    assert_eq!(row("desk_6").assessed, Err(Gap::UnknownLevel));
    assert_eq!(row("desk_9").assessed, Err(Gap::NotEntered));
    assert_eq!(row("desk_1").source, Source::Ballot);
    let value = row("desk_1").verified.as_ref().unwrap();
    assert_eq!(
        (value.points, &value.basis),
        (2.0, &Basis::Ballots { counted: 4 })
    );
    // What the office says of a ballot's indicator is not asked; what the level above found counts.
    assert_eq!(row("desk_7").assessed.as_ref().unwrap().points, 2.0);
    assert_eq!(row("desk_7").verified.as_ref().unwrap().points, 1.0);
    assert_eq!(row("desk_2").value(Column::Verified).unwrap().points, 1.0);
    let own = &found.assessed;
    assert_eq!(own.points.unanswered, ["desk_5", "desk_6", "desk_9"]);
    assert_eq!((own.points.total, own.points.maximum), (12.0, 12.0));
    assert_eq!(own.points.class, None);
    let between = (own.between.0.as_deref(), own.between.1.as_deref());
    assert_eq!(between, (Some("good"), Some("excellent")));
    let none = evaluated(&[], &[]);
    assert_eq!(none.rows[0].assessed, Err(Gap::NoAnswers));
    assert_eq!(none.assessed.points.unanswered.len(), 9);
    assert_eq!(none.assessed.between.0.as_deref(), Some("weak"));
}

#[test]
fn history_compares_adjoining_quarters_of_one_column_only() {
    let quarter = |month| {
        let day = Day {
            year: 2026,
            month,
            day: 15,
        };
        Period::of(Step::Quarter, day).unwrap()
    };
    let own = |total: u32| {
        let mut evaluation = with_total(total);
        evaluation
            .verified
            .points
            .unanswered
            .push("desk_2".to_owned());
        evaluation
    };
    let list = [
        (quarter(8), with_total(14)),
        (quarter(2), with_total(12)),
        (quarter(5), with_total(15)),
        (quarter(11), own(16)),
        (quarter(2), with_total(11)),
        (
            Period::of(Step::Year, quarter(2).first()).unwrap(),
            with_total(1),
        ),
    ];
    let found: Vec<(f64, Option<f64>)> = history(&list)
        .iter()
        .map(|one| (one.total.points.total, one.change))
        .collect();
    let expected = [
        (11.0, None),
        (15.0, Some(4.0)),
        (14.0, Some(-1.0)),
        (16.0, None),
    ];
    assert_eq!(found, expected);
    let gap = history(&[(quarter(2), with_total(11)), (quarter(8), with_total(12))]);
    assert_eq!(gap[1].change, None);
}

fn quarter() -> Quarter {
    Quarter {
        period: Period::from_key("2026-Q4").unwrap(),
        unit: "gia-lai/duc-co".to_owned(),
        entered: Vec::new(),
    }
}

fn at(at: i64, level: &str) -> Entry {
    Entry {
        level: level.to_owned(),
        source: "sổ \"một cửa\"".to_owned(),
        at,
    }
}

#[test]
fn of_two_copies_each_value_entered_later_stays() {
    let (mut one, mut two) = (quarter(), quarter());
    one.enter("desk_2", Column::Assessed, at(5, "1"));
    one.enter("desk_5", Column::Verified, at(5, "2"));
    two.enter("desk_2", Column::Assessed, at(9, ""));
    two.enter("desk_2", Column::Verified, at(2, "0"));
    let before = one.clone();
    one.merge(&two);
    two.merge(&before);
    for found in [&one, &two] {
        let of = |id: &str| {
            found
                .entered
                .iter()
                .find(|one| one.criterion == id)
                .unwrap()
        };
        assert_eq!(of("desk_2").assessed, Some(at(9, "")));
        assert_eq!(of("desk_2").verified, Some(at(2, "0")));
        assert_eq!(of("desk_5").verified, Some(at(5, "2")));
    }
    // A value taken back is missing, not zero.
    let found = evaluated(&[], &one.entered);
    assert_eq!(found.rows[1].assessed, Err(Gap::NotEntered));
    let again = one.clone();
    one.merge(&two);
    assert_eq!(one, again);
}

#[test]
fn what_was_entered_and_scored_reads_as_written() {
    let mut one = quarter();
    one.enter("desk_2", Column::Assessed, at(1_795_224_600, "1"));
    one.enter("desk_7", Column::Verified, at(-5, ""));
    let mut other = quarter();
    other.period = Period::from_key("2026-Q3").unwrap();
    let list = vec![one, other];
    let text = evaluation_record::write(&list);
    assert_eq!(evaluation_record::read(&text), Ok(list));
    crate::files::assert_held(&[("golden/plans/evaluations-v1.json", text)]);
    for (text, path) in [
        (
            r#"{"format":"sipas-evaluations/1","quarters":[{"quarter":"2026-11","entered":[]}]}"#,
            "quarters[0].quarter",
        ),
        (
            r#"{"format":"sipas-evaluations/1","quarters":[{"quarter":"2026-Q4","entered":[{"criterion":"desk_1","assessed":{"level":"1"}}]}]}"#,
            "quarters[0].entered[0].assessed.source",
        ),
        (r#"{"format":"sipas-evaluations/2"}"#, "format"),
    ] {
        assert_eq!(evaluation_record::read(text).unwrap_err()[0].path, path);
    }
}

#[test]
fn an_edit_stands_over_what_its_writer_saw_whatever_the_clock_says() {
    let mut one = quarter();
    one.put("desk_2", Column::Assessed, "2", "sổ theo dõi quý", 100);
    let earlier = one.clone();
    // Within the same second, and after the clock was put back.
    one.put("desk_2", Column::Assessed, "0", "sổ", 100);
    one.put("desk_2", Column::Assessed, "0", "a", 5);
    let expected = one.clone();
    one.merge(&earlier);
    assert_eq!(one, expected);
    let entry = one.entry("desk_2", Column::Assessed).unwrap();
    assert_eq!(
        (entry.level.as_str(), entry.source.as_str(), entry.at),
        ("0", "a", 102)
    );
    assert_eq!(one.entry("desk_2", Column::Verified), None);
}

#[test]
fn columns_are_compared_only_where_both_have_something() {
    let all: Vec<Entered> = OFFICE
        .iter()
        .map(|id| entered(id, entry("2", "sổ"), entry("1", "kiểm tra")))
        .collect();
    let found = evaluated(&ballots(["2", "2", "2", "2"], 2), &all);
    assert_eq!(found.rows[0].difference(), Some(0.0));
    assert_eq!(found.rows[1].difference(), Some(-1.0));
    assert_eq!(found.difference(), Some(-5.0));
    let found = evaluated(&[], &all);
    assert_eq!(
        (found.rows[0].difference(), found.difference()),
        (None, None)
    );
}
