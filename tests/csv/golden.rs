//! The bytes of the published format. A difference here breaks other offices' programs.

use crate::ballots::{answered, blank, shipped};
use crate::files::difference;
use sipas_core::ballot::{Answer, Ballot, Channel, Status};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv;

/// Ballots that between them use every column and every kind of cell.
fn ballots(questionnaire: &Questionnaire) -> Vec<Ballot> {
    let plain = blank(questionnaire, 1);
    let mut full = blank(questionnaire, 0xffff_ffff_ffff_fffe);
    for (position, answer) in full.answers.iter_mut().enumerate() {
        *answer = Answer::Level((position % 3) as u8);
    }
    full.respondent = vec![Some(1); questionnaire.respondent.len()];
    full.reasons = if questionnaire.reasons.is_some() {
        0b100_101
    } else {
        0
    };
    full.comment = "Cán bộ nói: \"chờ chút\",\r\nrồi đi mất 😀".into();
    full.submitted_at.offset_minutes = -210;
    let mut stopped = blank(questionnaire, 0x0123_4567_89ab_cdef);
    stopped.answers[0] = Answer::NotApplicable;
    stopped.status = Status::Stopped;
    stopped.channel = Channel::Paper;
    stopped.context.unit = String::new();
    stopped.context.field = "-1".into();
    stopped.comment = "=HYPERLINK(\"http://x\")".into();
    let mut quoted = blank(questionnaire, 2);
    quoted.comment = "'=1".into();
    vec![plain, full, stopped, quoted]
}

fn agrees(id: &str) {
    let questionnaire = shipped(id);
    let ballots = ballots(&questionnaire);
    let export = csv::write(&questionnaire, &ballots);
    assert_eq!((export.rows, export.left_out.len()), (4, 0));
    let text = String::from_utf8(export.bytes).unwrap();
    if let Some(difference) = difference(&format!("golden/csv/{id}.csv"), &text) {
        panic!("{difference}");
    }
    let file = csv::read(text.as_bytes(), &|_, _| Some(&questionnaire));
    assert_eq!(file.problems, []);
    let read: Vec<Ballot> = file.ballots.into_iter().map(|row| row.ballot).collect();
    assert_eq!(read, ballots);
}

#[test]
fn sipas_desk_has_its_published_bytes() {
    agrees("sipas-desk");
}

#[test]
fn management_has_its_published_bytes() {
    agrees("management");
}

#[test]
fn desk_evaluation_has_its_published_bytes() {
    agrees("desk-evaluation");
}

#[test]
fn quick_has_its_published_bytes() {
    agrees("quick");
}

#[test]
fn the_header_is_that_of_the_contract() {
    let questionnaire = shipped("sipas-desk");
    let bytes = csv::write(&questionnaire, []).bytes;
    let criteria: Vec<String> = [
        ("access", 4),
        ("dossier", 5),
        ("officials", 6),
        ("results", 3),
        ("feedback", 4),
    ]
    .into_iter()
    .flat_map(|(factor, count)| (1..=count).map(move |number| format!("{factor}_{number}")))
    .collect();
    let expected = format!(
        "\u{feff}ballot_id,device_id,campaign,questionnaire,version,unit,field,channel,status,\
         submitted_at,duration_secs,gender,age,education,occupation,respondent,{},overall,comment\r\n",
        criteria.join(",")
    );
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
}

#[test]
fn ballots_that_do_not_fit_are_listed_and_the_rest_is_written() {
    use csv::Unwritable::{AnswerCount, Moment, NoSuchChoice, NotACode, OtherQuestionnaire};
    let questionnaire = shipped("quick");
    let bad = |change: fn(&mut Ballot)| {
        let mut ballot = blank(&questionnaire, 9);
        change(&mut ballot);
        ballot
    };
    let ballots = [
        answered(&questionnaire, blank(&questionnaire, 1), "overall", "5"),
        bad(|ballot| ballot.context.version = 7),
        bad(|ballot| ballot.answers.clear()),
        bad(|ballot| ballot.answers[0] = Answer::Level(5)),
        bad(|ballot| ballot.reasons = 1 << 6),
        bad(|ballot| ballot.respondent.push(None)),
        bad(|ballot| ballot.context.field = "Hộ tịch".into()),
        bad(|ballot| ballot.submitted_at.unix_secs = i64::MAX),
    ];
    let export = csv::write(&questionnaire, &ballots);
    let reasons: Vec<_> = export
        .left_out
        .into_iter()
        .map(|left| left.reason)
        .collect();
    let choice = |column: &str| NoSuchChoice {
        column: column.into(),
    };
    assert_eq!(
        reasons,
        [
            OtherQuestionnaire {
                questionnaire: "quick".into(),
                version: 7
            },
            AnswerCount {
                expected: 1,
                found: 0
            },
            choice("overall"),
            choice("reasons"),
            choice("respondent questions"),
            NotACode {
                column: "field".into(),
                found: "Hộ tịch".into()
            },
            Moment,
        ]
    );
    assert_eq!(export.rows, 1);
}
