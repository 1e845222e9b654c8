//! What criteria and surveys are called on the staff's pages, in the words of the questionnaire looked at.

use super::report::fill;
use super::spoken;
use crate::state::setup::Setup;
use crate::state::staff::Staff;
use crate::text::Language;
use crate::text::naming::{NamingText, sentences};
use sipas_core::index::Report;
use sipas_core::priority::Call;
use sipas_core::questionnaire::{Criterion, Questionnaire};
use sipas_formats::criterion_names::CriterionNames;

/// The sentences in the present language.
pub fn text() -> &'static NamingText {
    sentences(spoken())
}

/// The words of a questionnaire in the present language.
pub fn names(staff: Staff, questionnaire: &Questionnaire) -> CriterionNames<'_> {
    CriterionNames {
        questionnaire,
        language: spoken().code(),
        terms: &staff.setup.campaign.terms,
    }
}

/// A criterion's name in a chart, which cuts long ones: the mark stands in front.
pub fn in_chart(names: &CriterionNames<'_>, criterion: &Criterion) -> String {
    let name = names.say(&criterion.text);
    if criterion.negative {
        [text().chart_mark, &name].concat()
    } else {
        name
    }
}

/// What the rates of questions about something bad count, a sentence for each scale of theirs; only questions with an
/// answer.
pub fn notes(names: &CriterionNames<'_>, report: &Report) -> Vec<String> {
    let answered = |one: &&Criterion| {
        report
            .criterion(&one.id)
            .is_some_and(|figure| figure.figure.value.is_ok())
    };
    notes_of(names, names.questionnaire.criteria().filter(answered))
}

/// The same for these criteria.
pub fn notes_of<'a>(
    names: &CriterionNames<'_>,
    criteria: impl Iterator<Item = &'a Criterion>,
) -> Vec<String> {
    let mut scales: Vec<&str> = Vec::new();
    let mut notes = Vec::new();
    for criterion in criteria.filter(|one| one.negative) {
        if !scales.contains(&criterion.scale.as_str()) {
            scales.push(&criterion.scale);
            notes.push(fill(text().note, &[&names.counted(criterion)]));
        }
    }
    notes
}

/// The sentence that asks to take part in a survey of a visit, or the questionnaire's own name.
pub fn heading(setup: &Setup, of_visit: &'static str, language: Language) -> String {
    if setup.questionnaire.is_of_visit() {
        of_visit.to_owned()
    } else {
        setup.say(&setup.questionnaire.title, language.code())
    }
}

/// The questionnaire's name inside a sentence.
pub fn inside(names: &CriterionNames<'_>) -> String {
    let title = names.say(&names.questionnaire.title);
    if names.language == "en" {
        return title;
    }
    let mut letters = title.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// What a call means where it is never known what matters most; nothing for calls that are then not made.
pub fn call_alone(call: Call) -> Option<&'static str> {
    let [low, not_shown, not_low] = text().call_means;
    match call {
        Call::Improve => Some(low),
        Call::CannotTell => Some(not_shown),
        Call::Met => Some(not_low),
        Call::First | Call::Later | Call::KeepUp | Call::Enough => None,
    }
}
