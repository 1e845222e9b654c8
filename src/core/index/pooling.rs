//! Counting ballots of two versions of a questionnaire together, where that is honest.

use crate::ballot::{Answer, Ballot};
use crate::questionnaire::{Choice, Criterion, Factor, Questionnaire, Scale};

/// What keeps the ballots of two versions apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Difference {
    /// Not versions of one questionnaire.
    #[error("they are different questionnaires: {from} and {into}")]
    Questionnaire {
        /// Id of the one.
        from: String,
        /// Id of the other.
        into: String,
    },
    /// A criterion only one version has.
    #[error("only version {version} has criterion {criterion}")]
    Criterion {
        /// The criterion's id.
        criterion: String,
        /// The version that has it.
        version: u32,
    },
    /// A criterion that belongs to another factor.
    #[error("criterion {criterion} is in another factor")]
    Factor {
        /// The criterion's id.
        criterion: String,
    },
    /// A criterion whose scale has other levels, scores or satisfied flags.
    #[error("criterion {criterion} has another scale")]
    Scale {
        /// The criterion's id.
        criterion: String,
    },
}

/// How to read one version's ballots as another's.
///
/// Exists only where both versions have the same criteria in the same factors on scales with the
/// same level codes, scores and satisfied flags; wording, order and everything else may differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recast {
    /// For each answer of the result, where it stands in the source and its levels' new positions.
    answers: Vec<(usize, Vec<u8>)>,
    /// For each reason of the source its bit in the result.
    reasons: Vec<u16>,
}

impl Recast {
    /// The way from the ballots of `from` to those of `into`.
    ///
    /// # Errors
    /// Everything that differs, in the order of `into`.
    pub fn new(from: &Questionnaire, into: &Questionnaire) -> Result<Self, Vec<Difference>> {
        if from.id != into.id {
            let (from, into) = (from.id.clone(), into.id.clone());
            return Err(vec![Difference::Questionnaire { from, into }]);
        }
        let mut differences = Vec::new();
        let mut answers = Vec::new();
        let old = placed(from);
        for (criterion, factor) in placed(into) {
            let id = || criterion.id.clone();
            let Some((position, (twin, twin_factor))) = old
                .iter()
                .enumerate()
                .find(|(_, (candidate, _))| candidate.id == criterion.id)
            else {
                differences.push(Difference::Criterion {
                    criterion: id(),
                    version: into.version,
                });
                continue;
            };
            if factor.map(|factor| &factor.id) != twin_factor.map(|factor| &factor.id) {
                differences.push(Difference::Factor { criterion: id() });
            }
            match levels(from.scale_of(twin), into.scale_of(criterion)) {
                Some(levels) => answers.push((position, levels)),
                None => differences.push(Difference::Scale { criterion: id() }),
            }
        }
        for (criterion, _) in old {
            if into
                .criteria()
                .all(|candidate| candidate.id != criterion.id)
            {
                let (criterion, version) = (criterion.id.clone(), from.version);
                differences.push(Difference::Criterion { criterion, version });
            }
        }
        if !differences.is_empty() {
            return Err(differences);
        }
        let target = choices(into);
        let bit = |code: &str| {
            let position = target.iter().position(|choice| choice.code == code);
            position
                .and_then(|position| 1_u16.checked_shl(position as u32))
                .unwrap_or(0)
        };
        let reasons = choices(from)
            .iter()
            .map(|choice| bit(&choice.code))
            .collect();
        Ok(Self { answers, reasons })
    }

    /// The ballot as the index of the other version counts it.
    ///
    /// Answers and reasons are moved to their new places (a reason the other version lacks is
    /// dropped), respondent answers are left out; everything else stays. Meant for counting, not for
    /// storing. A ballot that does not fit its own version keeps that fault: it comes out with
    /// too few answers.
    #[must_use]
    pub fn apply(&self, ballot: &Ballot) -> Ballot {
        let answer = |(position, levels): &(usize, Vec<u8>)| match ballot.answers.get(*position)? {
            Answer::Level(level) => levels.get(usize::from(*level)).copied().map(Answer::Level),
            other => Some(*other),
        };
        let fits = ballot.answers.len() == self.answers.len();
        let reasons = self
            .reasons
            .iter()
            .enumerate()
            .fold(0, |all, (bit, target)| {
                let chosen = ballot.reasons.checked_shr(bit as u32).unwrap_or(0) & 1 == 1;
                if chosen { all | target } else { all }
            });
        Ballot {
            context: ballot.context.clone(),
            respondent: Vec::new(),
            answers: if fits {
                self.answers.iter().filter_map(answer).collect()
            } else {
                Vec::new()
            },
            reasons,
            comment: ballot.comment.clone(),
            ..*ballot
        }
    }
}

fn placed(questionnaire: &Questionnaire) -> Vec<(&Criterion, Option<&Factor>)> {
    let in_factors = questionnaire.factors.iter().flat_map(|factor| {
        factor
            .criteria
            .iter()
            .map(move |criterion| (criterion, Some(factor)))
    });
    in_factors
        .chain(
            questionnaire
                .general
                .iter()
                .map(|criterion| (criterion, None)),
        )
        .collect()
}

/// For each level of `from` its position in `into`; none where the scales do not agree.
fn levels(from: &Scale, into: &Scale) -> Option<Vec<u8>> {
    if from.levels.len() != into.levels.len() {
        return None;
    }
    let position = |level: &crate::questionnaire::Level| {
        into.levels
            .iter()
            .position(|other| {
                other.code == level.code
                    && other.score == level.score
                    && other.satisfied == level.satisfied
            })
            .and_then(|position| u8::try_from(position).ok())
    };
    from.levels.iter().map(position).collect()
}

fn choices(questionnaire: &Questionnaire) -> &[Choice] {
    questionnaire
        .reasons
        .as_ref()
        .map_or(&[], |reasons| &reasons.choices)
}
