//! What an item of a plan answers to: the figures as they stood.

use crate::ballot::{Answer, Ballot};
use crate::compare::Target;
use crate::index::{CriterionFigure, Rate, TAIL95};
use crate::priority::{Basis, Line, Priority};
use crate::questionnaire::Questionnaire;
use crate::selection::Day;

/// The figures an item was made from; an item written freely has none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    /// The criterion's id; empty for an item written freely.
    pub criterion: String,
    /// Its factor's id.
    pub factor: String,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Its version.
    pub version: u32,
    /// First and last day of the ballots, where they were chosen by day.
    pub days: (Option<Day>, Option<Day>),
    /// Path of the unit; empty: all.
    pub unit: String,
    /// The figure.
    pub figure: Option<Snapshot>,
    /// What it was held against.
    pub target: Option<Target>,
    /// The last period's rate, 0–1.
    pub last: Option<f64>,
    /// Ballots dissatisfied with it that say something in words, and all dissatisfied with it.
    pub comments: Option<(u64, u64)>,
}

/// A figure as it stood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Snapshot {
    /// Satisfied and counted answers.
    pub rate: Rate,
    /// The value as a share; for weighted ballots not their quotient.
    pub value: f64,
    /// 95 % limits to conclude from, as shares; none where there is no interval.
    pub limits: Option<(f64, f64)>,
}

impl Snapshot {
    /// Of a criterion that has a value.
    #[must_use]
    pub fn of(criterion: &CriterionFigure) -> Option<Self> {
        Some(Self {
            rate: criterion.figure.rate,
            value: criterion.figure.value.ok()?,
            limits: criterion.figure.limits(TAIL95).ok(),
        })
    }
}

impl Evidence {
    /// That of a criterion among the priorities made from `basis`; days, unit and comments are the caller's to add.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, basis: &Basis<'_>, priority: &Priority) -> Self {
        let figure = basis.now.criterion(&priority.id).and_then(Snapshot::of);
        let last = basis.last.and_then(|last| last.criterion(&priority.id));
        Self {
            criterion: priority.id.clone(),
            factor: priority.factor.clone(),
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version,
            figure,
            target: match priority.line {
                Line::Target(target) => Some(target),
                Line::Overall(_) => None,
            },
            last: last.and_then(|last| last.figure.value.ok()),
            ..Self::default()
        }
    }

    /// An order among different pieces of evidence, so that two copies choose the same one.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        let key = |one: &Self| format!("{one:?}");
        self != other && key(self) < key(other)
    }
}

/// Of the ballots dissatisfied with a criterion: those that say something in words, and all of them.
#[must_use]
pub fn comment_share<'a>(
    questionnaire: &Questionnaire,
    criterion: &str,
    ballots: impl IntoIterator<Item = &'a Ballot>,
) -> (u64, u64) {
    let mut criteria = questionnaire.criteria();
    let Some(place) = criteria.position(|one| one.id == criterion) else {
        return (0, 0);
    };
    let levels: Vec<bool> = questionnaire
        .criteria()
        .nth(place)
        .map(|one| questionnaire.scale_of(one))
        .map(|scale| scale.levels.iter().map(|level| level.satisfied).collect())
        .unwrap_or_default();
    let mut share = (0, 0);
    for ballot in ballots {
        let dissatisfied = match ballot.answers.get(place) {
            Some(Answer::Level(level)) => levels.get(usize::from(*level)) == Some(&false),
            Some(Answer::Blank | Answer::NotApplicable) | None => false,
        };
        share.1 += u64::from(dissatisfied);
        share.0 += u64::from(dissatisfied && !ballot.comment.trim().is_empty());
    }
    share
}
