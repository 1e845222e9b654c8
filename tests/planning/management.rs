//! The survey of state management: questions about something bad read the right way round, and never counted together with
//! citizens' ballots.

use crate::ballots::{answered, blank, shipped};
use sipas_core::ballot::Ballot;
use sipas_core::campaign::plan::Plan;
use sipas_core::importance::{CannotTell, Cases};
use sipas_core::index::{Options, Report, report};
use sipas_core::priority::{Basis, Call, priorities};
use sipas_core::selection::Selection;
use sipas_formats::criterion_names::CriterionNames;
use sipas_formats::csv::{self, Expected};

/// A deputy's ballot: `wrongdoing` at the questions about something bad, content with everything else.
fn deputy(id: u64, wrongdoing: &str) -> Ballot {
    let asked = shipped("management");
    let mut ballot = blank(&asked, id);
    for criterion in asked.criteria() {
        let level = if criterion.negative { wrongdoing } else { "4" };
        ballot = answered(&asked, ballot, &criterion.id, level);
    }
    ballot
}

fn figures(ballots: &[Ballot]) -> Report {
    report(&shipped("management"), ballots, &Options::default())
}

fn rate(report: &Report, id: &str) -> f64 {
    report.criterion(id).unwrap().figure.value.unwrap()
}

#[test]
fn denying_something_bad_counts_as_satisfied_and_its_name_says_so() {
    let good = figures(&[deputy(1, "5"), deputy(2, "4")]);
    assert_eq!(good.overall.value, Ok(1.0));
    let bad = figures(&[deputy(1, "1"), deputy(2, "2"), deputy(3, "3")]);
    assert_eq!(bad.overall.value, Ok(0.9));
    for id in ["management_8", "management_12"] {
        assert_eq!((rate(&good, id), rate(&bad, id)), (1.0, 0.0));
    }
    let asked = shipped("management");
    let names = |language| CriterionNames {
        questionnaire: &asked,
        language,
        terms: &[],
    };
    let criterion = asked.criteria().find(|one| one.negative).unwrap();
    assert_eq!(
        names("vi").full(criterion),
        "Tình trạng tiêu cực trong tuyển dụng, bổ nhiệm (câu hỏi ngược, tính tỷ lệ trả lời “Rất ít khi xảy ra” hoặc “Không có”)"
    );
    assert_eq!(
        names("en").full(criterion),
        "Wrongdoing in recruitment and appointment (reversed, the rate of the answers “Very rare” or “None”)"
    );
    let plain = asked.criteria().next().unwrap();
    assert_eq!(names("vi").full(plain), plain.text.get("vi"));
}

#[test]
fn without_a_general_question_the_order_rests_on_the_levels_to_reach() {
    let asked = shipped("management");
    let ballots: Vec<Ballot> = (0..200)
        .map(|id| deputy(id, if id % 2 == 0 { "2" } else { "5" }))
        .collect();
    let why = Cases::of(&asked, &ballots).map(|_| ()).unwrap_err();
    assert_eq!(why, CannotTell::NoGeneralQuestion);
    let now = figures(&ballots);
    let basis = Basis {
        now: &now,
        last: None,
        plan: &Plan::default(),
        importance: Err(why),
    };
    let all = priorities(&basis);
    let first: Vec<(&str, Call)> = all
        .iter()
        .take(2)
        .map(|one| (one.id.as_str(), one.call))
        .collect();
    assert_eq!(
        first,
        [
            ("management_8", Call::Improve),
            ("management_12", Call::Improve)
        ]
    );
    assert!(all[2..].iter().all(|one| one.call == Call::Met));
}

#[test]
fn citizens_ballots_are_never_among_them() {
    let (desk, management) = (shipped("sipas-desk"), shipped("management"));
    let citizen = answered(&desk, blank(&desk, 9), "access_1", "1");
    let only = Selection {
        questionnaire: Some(management.id.clone()),
        ..Selection::default()
    };
    assert!(only.matches(&deputy(1, "5")) && !only.matches(&citizen));
    // Even where nobody has chosen before, what does not fit is counted apart.
    let mixed = figures(&[deputy(1, "5"), citizen.clone()]);
    assert_eq!((mixed.ballots, mixed.unfit), (1, 1));
    assert_eq!(mixed.overall, figures(&[deputy(1, "5")]).overall);
    // A file of both: its first row decides, and the other rows are refused by their line.
    let own = csv::write(&management, [&deputy(1, "5"), &citizen]);
    assert_eq!((own.rows, own.left_out.len()), (1, 1));
    let (id, version) = (&desk.id, desk.version);
    let own = String::from_utf8(own.bytes).unwrap();
    let row = own.lines().nth(1).unwrap();
    let strange = row
        .replacen("0000000000000001", "0000000000000009", 1)
        .replacen(",management,1,", &format!(",{id},{version},"), 1);
    assert_ne!(row, strange);
    let text = format!("{own}{strange}\r\n");
    let known = |id: &str, _| [&desk, &management].into_iter().find(|one| one.id == id);
    let read = csv::read(text.as_bytes(), &known);
    assert_eq!(read.ballots.len(), 1);
    assert_eq!(read.ballots[0].ballot, deputy(1, "5"));
    assert_eq!((read.problems.len(), read.problems[0].line), (1, 3));
    assert!(matches!(
        read.problems[0].expected,
        Expected::SameQuestionnaire(_)
    ));
}
