//! The stored form of a half-done survey: lines of text by id, with a checksum.
//!
//! Answers are written under their ids and codes, not their positions, so a draft outlives a new
//! version of the questionnaire: what still exists there is kept. The format is described in
//! docs/stored-records.md.

use crate::record::bytes::crc32;
use sipas_core::ballot::{Answer, BallotId, Channel};
use sipas_core::moment::Moment;
use sipas_core::questionnaire::{ChoiceQuestion, Questionnaire};
use sipas_core::survey::{Draft, Outline, Step};

const HEAD: &str = "sipas-draft 1";

/// Why a stored draft cannot be continued; it is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// The checksum or a line is wrong.
    #[error("the stored draft is damaged")]
    Damaged,
    /// Written by a newer version of the program.
    #[error("the stored draft is of a newer version")]
    Newer,
    /// It answers another questionnaire.
    #[error("the stored draft answers the questionnaire {0:?}")]
    OtherQuestionnaire(String),
}

/// The text a draft is stored as.
///
/// `saved` grows with every time the draft is stored, in milliseconds of the device's clock: of two
/// copies the one with the greater number is the later ([`saved`]).
#[must_use]
pub fn write(questionnaire: &Questionnaire, draft: &Draft, saved: u64) -> String {
    let mut out = String::from(HEAD);
    let mut line = |key: &[&str], value: &str| {
        out.push('\n');
        key.iter().for_each(|part| out.push_str(part));
        out.push('=');
        for letter in value.chars() {
            match letter {
                '\n' => out.push_str("\\n"),
                '\\' => out.push_str("\\\\"),
                other => out.push(other),
            }
        }
    };
    line(&["questionnaire"], &questionnaire.id);
    line(&["id"], &hex(draft.id.0));
    line(&["campaign"], &draft.campaign);
    line(&["unit"], &draft.unit);
    line(&["field"], &draft.field);
    line(&["channel"], draft.channel.code());
    line(&["started"], &draft.started_at.unix_secs.to_string());
    line(&["offset"], &draft.started_at.offset_minutes.to_string());
    for (factor, chosen) in questionnaire.factors.iter().zip(&draft.gates) {
        if let Some((gate, code)) = factor.gate.as_ref().zip(*chosen).and_then(code_of) {
            line(&["gate.", &gate.id], code);
        }
    }
    for (criterion, answer) in questionnaire.criteria().zip(&draft.answers) {
        let levels = &questionnaire.scale_of(criterion).levels;
        let code = match answer {
            Answer::Blank => None,
            Answer::NotApplicable => Some("na"),
            Answer::Level(level) => levels.get(usize::from(*level)).map(|one| one.code.as_str()),
        };
        if let Some(code) = code {
            line(&["answer.", &criterion.id], code);
        }
    }
    for (question, chosen) in questionnaire.respondent.iter().zip(&draft.respondent) {
        if let Some((_, code)) = chosen.and_then(|chosen| code_of((question, chosen))) {
            line(&["respondent.", &question.id], code);
        }
    }
    for (choice, bit) in reasons(questionnaire) {
        if draft.reasons & bit != 0 {
            line(&["reason"], choice);
        }
    }
    line(&["comment"], &draft.comment);
    line(&["step"], &step_name(questionnaire, draft.step));
    line(&["saved"], &saved.to_string());
    let check = crc32(0, out.as_bytes());
    out.push_str("\ncheck=");
    out.push_str(&hex(u64::from(check)));
    out
}

/// When a stored draft was stored, 0 where it does not say; nothing where it is damaged.
#[must_use]
pub fn saved(text: &str) -> Option<u64> {
    let mut lines = body(text)?.rsplit('\n');
    let found = lines.find_map(|line| line.strip_prefix("saved="));
    Some(found.and_then(|digits| digits.parse().ok()).unwrap_or(0))
}

/// What the checksum at the end covers, where it is right.
fn body(text: &str) -> Option<&str> {
    // By the line break: searching for a longer text costs the download a kilobyte.
    let (body, last) = text.rsplit_once('\n')?;
    let check = last.strip_prefix("check=")?;
    let right = unhex(check) == Some(u64::from(crc32(0, body.as_bytes())));
    (right && body.starts_with("sipas-draft ")).then_some(body)
}

/// Reads a stored draft for `outline`; what the questionnaire no longer has is left out.
///
/// # Errors
/// [`DraftError`]; the text is then to be kept as it is.
pub fn read(outline: Outline<'_>, text: &str) -> Result<Draft, DraftError> {
    let mut lines = body(text).ok_or(DraftError::Damaged)?.split('\n');
    if lines.next() != Some(HEAD) {
        return Err(DraftError::Newer);
    }
    let questionnaire = outline.questionnaire;
    let start = Moment::default();
    let mut draft = Draft::new(outline, BallotId(0), String::new(), Channel::Phone, start);
    for line in lines {
        let (key, value) = line.split_once('=').ok_or(DraftError::Damaged)?;
        take(questionnaire, &mut draft, key, value)?;
    }
    if !outline.steps(&draft).contains(&draft.step)
        && let Some(step) = outline.next(&draft).or_else(|| outline.back(&draft))
    {
        draft.step = step;
    }
    Ok(draft)
}

/// Puts one line into the draft.
fn take(
    questionnaire: &Questionnaire,
    draft: &mut Draft,
    key: &str,
    value: &str,
) -> Result<(), DraftError> {
    let (kind, id) = key.split_once('.').unwrap_or((key, ""));
    match kind {
        "questionnaire" if value != questionnaire.id => {
            return Err(DraftError::OtherQuestionnaire(value.to_owned()));
        }
        "id" => draft.id = BallotId(unhex(value).ok_or(DraftError::Damaged)?),
        "campaign" => value.clone_into(&mut draft.campaign),
        "unit" => value.clone_into(&mut draft.unit),
        "field" => value.clone_into(&mut draft.field),
        "channel" => draft.channel = Channel::from_code(value).ok_or(DraftError::Damaged)?,
        "started" => {
            draft.started_at.unix_secs = value.parse().map_err(|_| DraftError::Damaged)?;
        }
        "offset" => {
            draft.started_at.offset_minutes = value.parse().map_err(|_| DraftError::Damaged)?;
        }
        "gate" => {
            for (factor, place) in questionnaire.factors.iter().zip(&mut draft.gates) {
                if let Some(gate) = factor.gate.as_ref().filter(|gate| gate.id == id) {
                    *place = choice_at(gate, value);
                }
            }
        }
        "answer" => {
            for (criterion, place) in questionnaire.criteria().zip(&mut draft.answers) {
                if criterion.id == id {
                    let levels = &questionnaire.scale_of(criterion).levels;
                    *place = match levels.iter().position(|level| level.code == value) {
                        Some(level) => Answer::Level(u8::try_from(level).unwrap_or(u8::MAX)),
                        None if value == "na" => Answer::NotApplicable,
                        None => Answer::Blank,
                    };
                }
            }
        }
        "respondent" => {
            for (question, place) in questionnaire.respondent.iter().zip(&mut draft.respondent) {
                if question.id == id {
                    *place = choice_at(question, value);
                }
            }
        }
        "reason" => {
            draft.reasons |= reasons(questionnaire)
                .find(|(code, _)| *code == value)
                .map_or(0, |(_, bit)| bit);
        }
        "comment" => draft.comment = unescape(value),
        "step" => {
            if let Some(step) = step_named(questionnaire, value) {
                draft.step = step;
            }
        }
        _ => {}
    }
    Ok(())
}

fn step_name(questionnaire: &Questionnaire, step: Step) -> String {
    let (kind, id) = match step {
        Step::Unit => ("unit", None),
        Step::Field => ("field", None),
        Step::Gate(factor) => (
            "gate.",
            questionnaire.factors.get(factor).map(|one| &one.id),
        ),
        Step::Criterion(position) => (
            "answer.",
            questionnaire.criteria().nth(position).map(|one| &one.id),
        ),
        Step::Reasons => ("reasons", None),
        Step::Comment => ("comment", None),
        Step::Respondent => ("respondent", None),
    };
    let mut name = kind.to_owned();
    name.push_str(id.map_or("", String::as_str));
    name
}

fn step_named(questionnaire: &Questionnaire, name: &str) -> Option<Step> {
    let (kind, id) = name.split_once('.').unwrap_or((name, ""));
    match kind {
        "unit" => Some(Step::Unit),
        "field" => Some(Step::Field),
        "gate" => {
            let factor = questionnaire.factors.iter().position(|one| one.id == id);
            factor.map(Step::Gate)
        }
        "answer" => {
            let position = questionnaire.criteria().position(|one| one.id == id);
            position.map(Step::Criterion)
        }
        "reasons" => Some(Step::Reasons),
        "comment" => Some(Step::Comment),
        "respondent" => Some(Step::Respondent),
        _ => None,
    }
}

fn code_of((question, chosen): (&ChoiceQuestion, u8)) -> Option<(&ChoiceQuestion, &str)> {
    let choice = question.choices.get(usize::from(chosen))?;
    Some((question, choice.code.as_str()))
}

fn choice_at(question: &ChoiceQuestion, code: &str) -> Option<u8> {
    let position = question
        .choices
        .iter()
        .position(|choice| choice.code == code)?;
    u8::try_from(position).ok()
}

fn reasons(questionnaire: &Questionnaire) -> impl Iterator<Item = (&str, u16)> {
    let choices = questionnaire
        .reasons
        .iter()
        .flat_map(|reasons| &reasons.choices);
    choices
        .zip(0_u16..16)
        .map(|(choice, bit)| (choice.code.as_str(), 1 << bit))
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.push(match letters.next() {
                Some('n') => '\n',
                other => other.unwrap_or('\\'),
            }),
            other => out.push(other),
        }
    }
    out
}

fn hex(value: u64) -> String {
    let digits = (0..16_u32).rev().map(|place| (value >> (place * 4)) & 15);
    digits
        .filter_map(|digit| {
            u32::try_from(digit)
                .ok()
                .and_then(|one| char::from_digit(one, 16))
        })
        .collect()
}

fn unhex(text: &str) -> Option<u64> {
    (text.len() == 16).then_some(())?;
    text.chars().try_fold(0_u64, |value, letter| {
        Some(value << 4 | u64::from(letter.to_digit(16)?))
    })
}
