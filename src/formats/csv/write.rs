//! Ballots out to a file.

use super::cells::POSTER;
use super::columns::{self, RESPONDENT};
use super::guard;
use crate::moment;
use sipas_core::ballot::{Answer, Ballot, BallotId, Ticket, is_code};
use sipas_core::questionnaire::{ChoiceQuestion, Questionnaire};

/// A file ready to be saved, and what could not go into it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// The whole file: UTF-8 with byte order mark, commas, CRLF.
    pub bytes: Vec<u8>,
    /// How many ballots it holds.
    pub rows: u64,
    /// Ballots that cannot be written under this questionnaire; the person must be told.
    pub left_out: Vec<LeftOut>,
}

/// A ballot that is not in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its identity.
    pub id: BallotId,
    /// Why not.
    pub reason: Unwritable,
}

/// Why a ballot cannot be written under a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unwritable {
    /// It answers another questionnaire or version.
    #[error("it answers {questionnaire} version {version}")]
    OtherQuestionnaire {
        /// The questionnaire it names.
        questionnaire: String,
        /// The version it names.
        version: u32,
    },
    /// It has another number of answers than the questionnaire has criteria.
    #[error("it has {found} answers where the questionnaire has {expected} criteria")]
    AnswerCount {
        /// Criteria of the questionnaire.
        expected: usize,
        /// Answers on the ballot.
        found: usize,
    },
    /// An answer, respondent answer or reason names a choice that does not exist.
    #[error("{column} names a choice the questionnaire does not have")]
    NoSuchChoice {
        /// The column it would stand in.
        column: String,
    },
    /// A campaign, unit or field that is not a code.
    #[error("{column} is not a code: {found:?}")]
    NotACode {
        /// The column it would stand in.
        column: String,
        /// What stands on the ballot.
        found: String,
    },
    /// A time before the year 0 or after 9999.
    #[error("its time cannot be written as a date")]
    Moment,
}

/// Writes the ballots in the order given, under the columns of `questionnaire`.
///
/// Every ballot in the file reads back equal. Those that answer another questionnaire or version,
/// or do not fit it, are left out and listed.
#[must_use]
pub fn write<'a>(
    questionnaire: &Questionnaire,
    ballots: impl IntoIterator<Item = &'a Ballot>,
) -> Export {
    let ballots: Vec<&Ballot> = ballots.into_iter().collect();
    let ticketed = ballots.iter().any(|one| one.ticket != Ticket::None);
    let mut text = String::from('\u{feff}');
    push_row(&mut text, &columns::header(questionnaire, ticketed));
    let mut export = Export::default();
    for ballot in ballots {
        match row(questionnaire, ballot, ticketed) {
            Ok(row) => {
                text.push_str(&row);
                export.rows += 1;
            }
            Err(reason) => export.left_out.push(LeftOut {
                id: ballot.id,
                reason,
            }),
        }
    }
    export.bytes = text.into_bytes();
    export
}

/// One ballot's row with its line end, with the column of its ticket where `ticketed`.
pub fn row(
    questionnaire: &Questionnaire,
    ballot: &Ballot,
    ticketed: bool,
) -> Result<String, Unwritable> {
    let mut text = String::new();
    push_row(&mut text, &cells(questionnaire, ballot, ticketed)?);
    Ok(text)
}

/// One ballot's cells under the columns of [`columns::header`], not yet guarded or quoted.
pub fn cells(
    questionnaire: &Questionnaire,
    ballot: &Ballot,
    ticketed: bool,
) -> Result<Vec<String>, Unwritable> {
    let context = &ballot.context;
    if context.questionnaire != questionnaire.id || context.version != questionnaire.version {
        return Err(Unwritable::OtherQuestionnaire {
            questionnaire: context.questionnaire.clone(),
            version: context.version,
        });
    }
    let mut cells = vec![
        ballot.id.to_string(),
        context.device.to_string(),
        code("campaign", &context.campaign)?,
        context.questionnaire.clone(),
        context.version.to_string(),
        code("unit", &context.unit)?,
        code("field", &context.field)?,
        ballot.channel.code().to_owned(),
        ballot.status.code().to_owned(),
        moment::write(ballot.submitted_at).ok_or(Unwritable::Moment)?,
        ballot.duration_secs.to_string(),
    ];
    if ballot.respondent.len() != questionnaire.respondent.len() {
        return Err(no_such_choice("respondent questions"));
    }
    for name in RESPONDENT {
        let question = questionnaire
            .respondent
            .iter()
            .find(|question| question.id == name);
        cells.push(question.map_or(Ok(String::new()), |question| {
            respondent(questionnaire, ballot, question)
        })?);
    }
    answers(questionnaire, ballot, &mut cells)?;
    cells.push(ballot.comment.clone());
    if let Some(column) = reasons(questionnaire, ballot)? {
        cells.push(column);
    }
    for question in columns::further_questions(questionnaire) {
        cells.push(respondent(questionnaire, ballot, question)?);
    }
    if ticketed {
        cells.push(match ballot.ticket {
            Ticket::None => String::new(),
            Ticket::Once(number) => BallotId(number).to_string(),
            Ticket::Poster => POSTER.to_owned(),
        });
    }
    Ok(cells)
}

fn answers(
    questionnaire: &Questionnaire,
    ballot: &Ballot,
    cells: &mut Vec<String>,
) -> Result<(), Unwritable> {
    let (expected, found) = (questionnaire.criteria_count(), ballot.answers.len());
    if expected != found {
        return Err(Unwritable::AnswerCount { expected, found });
    }
    for (criterion, answer) in questionnaire.criteria().zip(&ballot.answers) {
        cells.push(match answer {
            Answer::Blank => String::new(),
            Answer::NotApplicable => "na".to_owned(),
            Answer::Level(position) => questionnaire
                .scale_of(criterion)
                .levels
                .get(usize::from(*position))
                .map(|level| level.code.clone())
                .ok_or_else(|| no_such_choice(&criterion.id))?,
        });
    }
    Ok(())
}

fn respondent(
    questionnaire: &Questionnaire,
    ballot: &Ballot,
    question: &ChoiceQuestion,
) -> Result<String, Unwritable> {
    let position = questionnaire
        .respondent
        .iter()
        .position(|candidate| candidate.id == question.id);
    match position
        .and_then(|position| ballot.respondent.get(position))
        .copied()
        .flatten()
    {
        None => Ok(String::new()),
        Some(choice) => question
            .choices
            .get(usize::from(choice))
            .map(|choice| choice.code.clone())
            .ok_or_else(|| no_such_choice(&question.id)),
    }
}

/// The codes of the chosen reasons; none where the questionnaire has no such column.
fn reasons(questionnaire: &Questionnaire, ballot: &Ballot) -> Result<Option<String>, Unwritable> {
    let choices = questionnaire
        .reasons
        .as_ref()
        .map(|reasons| &reasons.choices);
    let known = choices.map_or(0, Vec::len) as u32;
    if ballot.reasons.checked_shr(known).unwrap_or(0) != 0 {
        return Err(no_such_choice(columns::REASONS));
    }
    Ok(choices.map(|choices| {
        let chosen = choices
            .iter()
            .enumerate()
            .filter(|(bit, _)| ballot.reasons.checked_shr(*bit as u32).unwrap_or(0) & 1 == 1);
        let codes: Vec<&str> = chosen.map(|(_, choice)| choice.code.as_str()).collect();
        codes.join(" ")
    }))
}

fn code(column: &str, text: &str) -> Result<String, Unwritable> {
    if text.is_empty() || is_code(text) {
        Ok(text.to_owned())
    } else {
        Err(Unwritable::NotACode {
            column: column.to_owned(),
            found: text.to_owned(),
        })
    }
}

fn no_such_choice(column: &str) -> Unwritable {
    Unwritable::NoSuchChoice {
        column: column.to_owned(),
    }
}

/// A table for people and other programs, in the form of ballot files: byte order mark, commas, CRLF, RFC 4180 quotes.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let mut text = String::from('\u{feff}');
    rows.iter().for_each(|row| push_row(&mut text, row));
    text
}

/// Appends the cells as one row: RFC 4180 quotes where needed, CRLF at the end.
pub fn push_row<T: AsRef<str>>(text: &mut String, cells: &[T]) {
    for (position, cell) in cells.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        let cell = guard::protect(cell.as_ref());
        if cell.contains(['"', ',', '\r', '\n']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}
