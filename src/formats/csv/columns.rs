//! Which columns a questionnaire's ballot file has, and in which order.

use sipas_core::questionnaire::{ChoiceQuestion, Questionnaire};

/// Columns about the ballot, first in every file.
pub const LEADING: [&str; 11] = [
    "ballot_id",
    "device_id",
    "campaign",
    "questionnaire",
    "version",
    "unit",
    "field",
    "channel",
    "status",
    "submitted_at",
    "duration_secs",
];

/// Columns about the respondent that every file has, whether the questionnaire asks or not.
pub const RESPONDENT: [&str; 5] = ["gender", "age", "education", "occupation", "respondent"];

/// The open comment, last of the columns every file has.
pub const COMMENT: &str = "comment";

/// The chosen reasons: an extension column after the comment.
pub const REASONS: &str = "reasons";

/// The code the survey was opened with: the last extension column.
pub const TICKET: &str = "ticket";

/// The names of all columns, in the order they are written.
///
/// After the comment follow the extension columns: `reasons` where the questionnaire has reasons,
/// then its respondent questions that are not among the usual five, then `ticket` where `ticketed`.
pub fn header(questionnaire: &Questionnaire, ticketed: bool) -> Vec<&str> {
    let mut names: Vec<&str> = LEADING.to_vec();
    names.extend(RESPONDENT);
    names.extend(
        questionnaire
            .criteria()
            .map(|criterion| criterion.id.as_str()),
    );
    names.push(COMMENT);
    if questionnaire.reasons.is_some() {
        names.push(REASONS);
    }
    names.extend(further_questions(questionnaire).map(|question| question.id.as_str()));
    if ticketed {
        names.push(TICKET);
    }
    names
}

/// The respondent questions whose columns stand at the end.
pub fn further_questions(questionnaire: &Questionnaire) -> impl Iterator<Item = &ChoiceQuestion> {
    questionnaire
        .respondent
        .iter()
        .filter(|question| !RESPONDENT.contains(&question.id.as_str()))
}
