//! Two readings compared: every difference is found, and agreement is what the textbook says.

use super::{YESTERDAY, entry, filled, questionnaire, verdict};
use sipas_core::paper::agreement::{Agreement, Choice, Difference, decide, differences, summary};
use sipas_core::paper::register::{Outcome, Record, standings};
use sipas_core::paper::sheet::{Mark, Sheet};
use sipas_core::selection::Day;

#[test]
fn every_difference_is_found_and_decided_by_its_own() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let first = filled(&sheet, "54321");
    let mut second = filled(&sheet, "5432.");
    second.marks[2] = Mark::NotApplicable;
    second.unit = "gia-lai/ia-dok".to_owned();
    second.field = "thue".to_owned();
    second.day = Some(Day {
        day: 19,
        ..YESTERDAY
    });
    second.comment = "Tốt".to_owned();
    let found = differences(&sheet, &first, &second);
    assert_eq!(found.len(), 6);
    assert_eq!(
        found[0],
        Difference::Cell(2, Mark::Option(2), Mark::NotApplicable)
    );
    use Choice::{First, Second};
    assert_eq!(decide(&first, &found, &[First; 6]), first);
    assert_eq!(decide(&first, &found, &[Second; 6]), second);
    let mixed = [
        Choice::Mark(Mark::Option(0)),
        Second,
        First,
        Second,
        First,
        Second,
    ];
    let decided = decide(&first, &found, &mixed);
    assert_eq!(decided.marks[2], Mark::Option(0));
    assert_eq!(decided.marks[4], Mark::Blank);
    assert_eq!(
        (decided.unit.as_str(), decided.field.as_str()),
        ("gia-lai/duc-co", "thue")
    );
    assert_eq!(
        (decided.day, decided.comment.as_str()),
        (Some(YESTERDAY), "Tốt")
    );
    let spaced = |text: &str| sipas_core::paper::register::Filled {
        comment: text.to_owned(),
        ..first.clone()
    };
    assert!(differences(&sheet, &spaced("rất  tốt \n"), &spaced(" rất tốt")).is_empty());
}

/// Cohen's own layout: 20 and 15 alike of 50, 5 and 10 otherwise gives 0.7 observed, 0.5 by chance, kappa 0.4.
#[test]
fn kappa_is_the_textbooks() {
    let quick = questionnaire("quick");
    let sheet = Sheet::of(&quick);
    let mut agreement = Agreement::default();
    for (count, one, other) in [
        (20, '5', '5'),
        (5, '5', '4'),
        (10, '4', '5'),
        (15, '4', '4'),
    ] {
        for _ in 0..count {
            agreement.add(
                &sheet,
                &filled(&sheet, &one.to_string()),
                &filled(&sheet, &other.to_string()),
            );
        }
    }
    assert_eq!((agreement.cells, agreement.alike), (50, 35));
    assert_eq!((agreement.papers, agreement.papers_alike), (50, 35));
    assert!((agreement.kappa().expect("there is one") - 0.4).abs() < 1e-12);
    assert!((agreement.rate().expect("there is one") - 0.7).abs() < 1e-12);
}

#[test]
fn agreement_is_undefined_where_there_is_nothing_to_tell() {
    let quick = questionnaire("quick");
    let sheet = Sheet::of(&quick);
    let mut agreement = Agreement::default();
    assert_eq!((agreement.rate(), agreement.kappa()), (None, None));
    agreement.add(&sheet, &filled(&sheet, "5"), &filled(&sheet, "5"));
    assert_eq!((agreement.rate(), agreement.kappa()), (Some(1.0), None));
}

#[test]
fn cells_nobody_read_are_left_out() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let no = filled(&sheet, &format!("{}2....5", "5".repeat(18)));
    let mut agreement = Agreement::default();
    agreement.add(&sheet, &no, &no);
    // 29 cells less the four behind the gate.
    assert_eq!(agreement.cells, 25);
}

#[test]
fn each_persons_speed_and_mistakes_are_counted() {
    let desk = questionnaire("sipas-desk");
    let sheet = Sheet::of(&desk);
    let typed = |keys: &str| filled(&sheet, &format!("{keys}{}1....5", "4".repeat(16)));
    let (one, other) = (typed("51"), typed("53"));
    let records = [
        Record::Entry(entry(1, 1, "LAN", 0, &one)),
        Record::Entry(entry(2, 1, "MAI", 60, &other)),
        verdict(3, 1, Outcome::Resolved, &[1, 2], &one),
        Record::Entry(entry(4, 2, "LAN", 90, &one)),
    ];
    let all = standings(&records);
    let (agreement, people) = summary(&sheet, all.values());
    assert_eq!(
        (agreement.papers, agreement.cells - agreement.alike),
        (1, 1)
    );
    let lan = &people["LAN"];
    assert_eq!(
        (lan.entries, lan.keys, lan.secs, lan.cells, lan.mistakes),
        (2, 60, 24, 29, 0)
    );
    assert_eq!(people["MAI"].mistakes, 1);
    assert_eq!(lan.papers_an_hour(), Some(300.0));
    assert_eq!(lan.keys_a_minute(), Some(150.0));
    let quick = questionnaire("quick");
    let (agreement, people) = summary(&Sheet::of(&quick), all.values());
    assert!(agreement.papers == 0 && people.is_empty());
}
