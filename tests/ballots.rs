//! Ballots made for tests: by hand, and at random.

#![allow(dead_code, reason = "each test program uses some of these")]

use proptest::collection::vec;
use proptest::prelude::*;
use sipas_core::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use sipas_core::moment::Moment;
use sipas_core::questionnaire::Questionnaire;

/// The ids of the shipped questionnaires.
pub const SHIPPED: [&str; 4] = ["sipas-desk", "management", "desk-evaluation", "quick"];

/// A questionnaire file given from the tests folder.
pub fn questionnaire(relative: &str) -> Questionnaire {
    let text = crate::files::text(relative);
    sipas_formats::questionnaire::read(&text).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A shipped questionnaire.
pub fn shipped(id: &str) -> Questionnaire {
    questionnaire(&format!("../public/questionnaires/{id}.json"))
}

/// A complete ballot with nothing answered, sent on 21 November 2026 at 08:30 in Vietnam.
pub fn blank(questionnaire: &Questionnaire, id: u64) -> Ballot {
    Ballot {
        id: BallotId(id),
        context: Context {
            device: DeviceId(0x00c0_ffee),
            campaign: "q4-2026".into(),
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version,
            unit: "gia-lai/duc-co".into(),
            field: "ho-tich".into(),
        },
        channel: Channel::Phone,
        ticket: Ticket::None,
        status: Status::Complete,
        submitted_at: Moment {
            unix_secs: 1_795_224_600,
            offset_minutes: 420,
        },
        duration_secs: 95,
        respondent: vec![None; questionnaire.respondent.len()],
        answers: vec![Answer::Blank; questionnaire.criteria_count()],
        reasons: 0,
        comment: String::new(),
    }
}

/// `ballot` with the level of this code (or `na`) at the criterion.
pub fn answered(
    questionnaire: &Questionnaire,
    mut ballot: Ballot,
    criterion: &str,
    code: &str,
) -> Ballot {
    let position = questionnaire
        .criteria()
        .position(|candidate| candidate.id == criterion)
        .unwrap();
    let scale = questionnaire.scale_of(questionnaire.criteria().nth(position).unwrap());
    ballot.answers[position] = match code {
        "na" => Answer::NotApplicable,
        code => Answer::Level(
            scale
                .levels
                .iter()
                .position(|level| level.code == code)
                .unwrap() as u8,
        ),
    };
    ballot
}

/// Texts made of everything that has ever broken a CSV file.
pub fn nasty_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "\"", "\"\"", ",", ";", "\r", "\n", "\r\n", "\t", "\0", "=", "+", "-", "@", "'", " ", "#",
        "\u{feff}", "ế", "Đ", "😀", "\u{202e}", "\u{85}", "\u{2028}", "=1+1", "na", "a",
    ]);
    vec(pieces, 0..10).prop_map(|pieces| pieces.concat())
}

fn code() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "",
        "-",
        "-1",
        "ho-tich",
        "gia-lai/duc-co",
        "gia-lai",
        "0",
        "a/b/c",
    ])
    .prop_map(str::to_owned)
}

/// Any ballot the questionnaire allows.
pub fn any_ballot(questionnaire: &Questionnaire) -> impl Strategy<Value = Ballot> + use<> {
    let template = blank(questionnaire, 0);
    let answers: Vec<_> = questionnaire
        .criteria()
        .map(|criterion| {
            let levels = questionnaire.scale_of(criterion).levels.len() as u8;
            prop_oneof![
                1 => Just(Answer::Blank),
                1 => Just(Answer::NotApplicable),
                6 => (0..levels).prop_map(Answer::Level),
            ]
        })
        .collect();
    let respondent: Vec<_> = questionnaire
        .respondent
        .iter()
        .map(|question| prop::option::of(0..question.choices.len() as u8))
        .collect();
    let reasons = questionnaire
        .reasons
        .as_ref()
        .map_or(0, |reasons| reasons.choices.len());
    let about = (
        code(),
        code(),
        code(),
        any::<u64>(),
        any::<u32>(),
        any::<u32>(),
    );
    // Every second between the years 1 and 9998, at any offset.
    let moment = (-62_135_000_000..253_370_000_000_i64, -1_439..1_440_i16);
    let how = (0..4_usize, any::<bool>(), moment, 0..1_u16 << reasons);
    (about, how, answers, respondent, nasty_text()).prop_map(
        move |(about, how, answers, respondent, comment)| {
            let (campaign, unit, field, id, device, duration_secs) = about;
            let (channel, stopped, (unix_secs, offset_minutes), reasons) = how;
            Ballot {
                id: BallotId(id),
                context: Context {
                    device: DeviceId(device),
                    campaign,
                    unit,
                    field,
                    ..template.context.clone()
                },
                channel: Channel::ALL[channel],
                ticket: match id % 4 {
                    0 => Ticket::Once(id),
                    1 => Ticket::Poster,
                    _ => Ticket::None,
                },
                status: if stopped {
                    Status::Stopped
                } else {
                    Status::Complete
                },
                submitted_at: Moment {
                    unix_secs,
                    offset_minutes,
                },
                duration_secs,
                respondent,
                answers,
                reasons,
                comment,
            }
        },
    )
}
