//! Signs on a single ballot.

use super::Rules;
use crate::ballot::{Answer, Ballot, Channel};
use crate::questionnaire::Questionnaire;

/// How many answers name a level.
pub(super) fn counted(ballot: &Ballot) -> usize {
    let levels = ballot.answers.iter();
    levels
        .filter(|answer| matches!(answer, Answer::Level(_)))
        .count()
}

/// Fewer seconds than the rule's for each counted answer.
pub(super) fn too_fast(ballot: &Ballot, rules: &Rules) -> bool {
    let answers = counted(ballot);
    ballot.channel != Channel::Paper
        && answers >= rules.answers_min
        && f64::from(ballot.duration_secs) < rules.secs_per_answer * answers as f64
}

/// One level of one scale throughout the factors' criteria, in at least two factors.
///
/// "Không áp dụng" and blanks are passed over, as is the general question. A questionnaire with negative statements on the same scale
/// makes the sign stronger, not different: the level is the same, the meaning the opposite.
pub(super) fn straight_lined(
    questionnaire: &Questionnaire,
    ballot: &Ballot,
    rules: &Rules,
) -> bool {
    if ballot.answers.len() != questionnaire.criteria_count() {
        return false;
    }
    let factors = questionnaire.factors.iter().enumerate();
    let placed = factors.flat_map(|(number, factor)| {
        let criteria = factor.criteria.iter();
        criteria.map(move |criterion| (number, criterion.scale.as_str()))
    });
    let mut seen: Option<(&str, u8)> = None;
    let mut answers = 0;
    let (mut first, mut several) = (None, false);
    for ((factor, scale), answer) in placed.zip(&ballot.answers) {
        let Answer::Level(level) = answer else {
            continue;
        };
        if *seen.get_or_insert((scale, *level)) != (scale, *level) {
            return false;
        }
        answers += 1;
        several |= *first.get_or_insert(factor) != factor;
    }
    several && answers >= rules.answers_min
}
