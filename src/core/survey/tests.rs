//! The course of a survey, told in screens and answers.

use super::*;
use crate::questionnaire::{Choice, ChoiceQuestion, Comment, Definition, Level, Reasons, Scale};
use crate::wording::Wording;

fn wording(text: &str) -> Wording {
    Wording::new(vec![("vi".to_owned(), text.to_owned())])
}

fn choices(codes: &[&str]) -> Vec<Choice> {
    codes
        .iter()
        .map(|code| Choice {
            code: (*code).to_owned(),
            label: wording(code),
        })
        .collect()
}

fn criterion(id: &str) -> Criterion {
    Criterion {
        id: id.to_owned(),
        text: wording(id),
        explanation: Wording::default(),
        scale: "five".to_owned(),
        negative: false,
        optional: true,
        not_applicable: false,
        only_if: None,
        source: Source::Ballot,
    }
}

fn when(question: &str, any_of: &[&str]) -> Condition {
    Condition {
        question: question.to_owned(),
        any_of: any_of.iter().map(|code| (*code).to_owned()).collect(),
    }
}

/// Two plain criteria; a gated factor of two; a general question; reasons after a low rating.
fn questionnaire() -> Questionnaire {
    let level = |code: u8| Level {
        code: code.to_string(),
        label: wording("level"),
        score: f64::from(code),
        satisfied: code > 3,
        face: Some(code),
    };
    let factor = |id: &str, gate: Option<ChoiceQuestion>, only_if, criteria| Factor {
        id: id.to_owned(),
        title: wording(id),
        gate,
        only_if,
        criteria,
    };
    let gate = ChoiceQuestion {
        id: "gave_feedback".to_owned(),
        text: wording("gate"),
        choices: choices(&["yes", "no"]),
    };
    Questionnaire::new(Definition {
        id: "trial".to_owned(),
        version: 1,
        languages: vec!["vi".to_owned()],
        title: wording("trial"),
        introduction: Wording::default(),
        minutes: 1,
        terms: Vec::new(),
        scales: vec![Scale {
            id: "five".to_owned(),
            levels: (1..=5).map(level).collect(),
            not_applicable: None,
        }],
        factors: vec![
            factor(
                "access",
                None,
                None,
                vec![criterion("access_1"), criterion("access_2")],
            ),
            factor(
                "feedback",
                Some(gate),
                Some(when("gave_feedback", &["yes"])),
                vec![criterion("feedback_1"), criterion("feedback_2")],
            ),
        ],
        general: Some(criterion("overall")),
        reasons: Some(Reasons {
            text: wording("why"),
            only_if: when("overall", &["1", "2", "3"]),
            choices: choices(&["access", "feedback"]),
        }),
        comment: Some(Comment {
            text: wording("comment"),
            privacy_hint: wording("no names"),
            max_chars: 500,
        }),
        respondent: vec![ChoiceQuestion {
            id: "gender".to_owned(),
            text: wording("gender"),
            choices: choices(&["male", "female"]),
        }],
        classes: Vec::new(),
    })
    .expect("the trial questionnaire is valid")
}

const START: Moment = Moment {
    unix_secs: 1_000_000,
    offset_minutes: 420,
};

fn draft(outline: Outline<'_>) -> Draft {
    Draft::new(
        outline,
        BallotId(7),
        "round".to_owned(),
        Channel::Phone,
        START,
    )
}

#[test]
fn a_survey_begins_with_what_is_not_preset() {
    let questionnaire = questionnaire();
    let outline = Outline {
        questionnaire: &questionnaire,
        asked: Asked {
            unit: true,
            field: true,
        },
    };
    let draft = draft(outline);
    assert_eq!(draft.step, Step::Unit);
    assert_eq!(outline.next(&draft), Some(Step::Field));
    let preset = Outline {
        asked: Asked::default(),
        ..outline
    };
    assert_eq!(super::tests::draft(preset).step, Step::Criterion(0));
}

#[test]
fn feedback_is_asked_only_of_those_who_gave_some() {
    let questionnaire = questionnaire();
    let outline = Outline {
        questionnaire: &questionnaire,
        asked: Asked::default(),
    };
    let mut draft = draft(outline);
    draft.step = Step::Gate(1);
    draft.gates[1] = Some(1);
    assert_eq!(
        outline.next(&draft),
        Some(Step::Criterion(4)),
        "no: on to the general question"
    );
    draft.gates[1] = Some(0);
    assert_eq!(
        outline.next(&draft),
        Some(Step::Criterion(2)),
        "yes: the feedback criteria"
    );
    draft.gates[1] = None;
    assert_eq!(
        outline.next(&draft),
        Some(Step::Criterion(4)),
        "skipped: not asked"
    );
}

#[test]
fn not_asked_is_not_applicable_and_undecided_is_blank() {
    let questionnaire = questionnaire();
    let outline = Outline {
        questionnaire: &questionnaire,
        asked: Asked::default(),
    };
    let mut draft = draft(outline);
    // Answered yes, rated the channel, then went back and said no: the ratings do not count.
    draft.gates[1] = Some(1);
    draft.set_answer(2, Answer::Level(4));
    let sent = outline.finish(&draft, Status::Complete, DeviceId(1), START);
    assert_eq!(
        sent.answers[2..4],
        [Answer::NotApplicable, Answer::NotApplicable]
    );
    draft.gates[1] = None;
    let sent = outline.finish(&draft, Status::Complete, DeviceId(1), START);
    assert_eq!(sent.answers[2..4], [Answer::Blank, Answer::Blank]);
    draft.gates[1] = Some(0);
    let sent = outline.finish(&draft, Status::Stopped, DeviceId(1), START);
    assert_eq!(sent.answers[2..4], [Answer::Level(4), Answer::Blank]);
    assert_eq!(sent.status, Status::Stopped);
}

#[test]
fn reasons_follow_a_low_rating_and_vanish_with_it() {
    let questionnaire = questionnaire();
    let outline = Outline {
        questionnaire: &questionnaire,
        asked: Asked::default(),
    };
    let mut draft = draft(outline);
    draft.step = Step::Criterion(4);
    draft.set_answer(4, Answer::Level(2));
    assert_eq!(outline.next(&draft), Some(Step::Reasons));
    draft.reasons = 0b10;
    assert_eq!(
        outline
            .finish(&draft, Status::Complete, DeviceId(1), START)
            .reasons,
        0b10
    );
    draft.set_answer(4, Answer::Level(3));
    assert_eq!(outline.next(&draft), Some(Step::Comment));
    assert_eq!(
        outline
            .finish(&draft, Status::Complete, DeviceId(1), START)
            .reasons,
        0
    );
}

#[test]
fn back_retraces_the_screens_and_stops_at_the_first() {
    let questionnaire = questionnaire();
    let outline = Outline {
        questionnaire: &questionnaire,
        asked: Asked::default(),
    };
    let mut draft = draft(outline);
    let mut forward = vec![draft.step];
    while let Some(step) = outline.next(&draft) {
        draft.step = step;
        forward.push(step);
    }
    assert_eq!(draft.step, Step::Respondent);
    let mut backward = vec![draft.step];
    while let Some(step) = outline.back(&draft) {
        draft.step = step;
        backward.push(step);
    }
    backward.reverse();
    assert_eq!(forward, backward);
    assert_eq!(outline.progress(&draft), (1, forward.len()));
}

#[test]
fn closing_the_screen_one_stands_on_still_leads_forward_and_back() {
    let questionnaire = questionnaire();
    let outline = Outline {
        questionnaire: &questionnaire,
        asked: Asked::default(),
    };
    let mut draft = draft(outline);
    draft.step = Step::Criterion(3);
    draft.gates[1] = Some(1);
    assert_eq!(outline.next(&draft), Some(Step::Criterion(4)));
    assert_eq!(outline.back(&draft), Some(Step::Gate(1)));
}

#[test]
fn a_clock_that_went_back_gives_no_negative_duration() {
    let questionnaire = questionnaire();
    let outline = Outline {
        questionnaire: &questionnaire,
        asked: Asked::default(),
    };
    let earlier = Moment {
        unix_secs: START.unix_secs - 5_000,
        ..START
    };
    let sent = outline.finish(&draft(outline), Status::Complete, DeviceId(1), earlier);
    assert_eq!(sent.duration_secs, 0);
    assert_eq!(sent.submitted_at, earlier);
}
