//! The scores importance is computed from: one row for each complete ballot.

use super::{CannotTell, FEWEST_CASES};
use crate::ballot::{Answer, Ballot};
use crate::questionnaire::Questionnaire;

/// Complete ballots as rows of scores, the general question's first.
#[derive(Debug, Clone, PartialEq)]
pub struct Cases {
    /// The criteria that entered, in the questionnaire's order.
    pub(super) ids: Vec<String>,
    /// For each factor that has any of them its id and their positions.
    pub(super) factors: Vec<(String, Vec<usize>)>,
    /// Rows of the general question's score and the criteria's, in ascending order, so that the order of the
    /// ballots changes nothing.
    pub(super) rows: Vec<Vec<f64>>,
    pub(super) ballots: usize,
    pub(super) left_out: Vec<(String, LeftOut)>,
}

/// Why a criterion did not enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOut {
    /// Fewer than half of those who answered the general question answered it.
    RarelyAnswered {
        /// How many did.
        answered: usize,
        /// Of how many.
        of: usize,
    },
    /// Everybody whose ballot is complete answered it alike.
    Constant,
}

impl Cases {
    /// The complete ballots among `ballots`, which must all be of `questionnaire`; answers that do not fit it count as
    /// none.
    ///
    /// "Không áp dụng" and blanks have no score, and negative items' scores are their levels' own.
    ///
    /// # Errors
    /// The reason importance cannot be told from them.
    pub fn of<'a>(
        questionnaire: &Questionnaire,
        ballots: impl IntoIterator<Item = &'a Ballot>,
    ) -> Result<Self, CannotTell> {
        if questionnaire.general.is_none() {
            return Err(CannotTell::NoGeneralQuestion);
        }
        let scales: Vec<Vec<f64>> = questionnaire
            .criteria()
            .map(|criterion| {
                let levels = &questionnaire.scale_of(criterion).levels;
                levels.iter().map(|level| level.score).collect()
            })
            .collect();
        let mut rows: Vec<Vec<Option<f64>>> = Vec::new();
        for ballot in ballots {
            let scores = scales.iter().zip(&ballot.answers);
            let mut scores: Vec<Option<f64>> = scores
                .map(|(scale, answer)| match answer {
                    Answer::Level(level) => scale.get(usize::from(*level)).copied(),
                    Answer::Blank | Answer::NotApplicable => None,
                })
                .collect();
            // The general question stands last on a ballot and first in a row.
            scores.rotate_right(1);
            if scores.len() == scales.len() && scores.first().is_some_and(Option::is_some) {
                rows.push(scores);
            }
        }
        let names = questionnaire.factors.iter().flat_map(|factor| {
            let criteria = factor.criteria.iter();
            criteria.map(|criterion| (factor.id.clone(), criterion.id.clone()))
        });
        Self::of_scores(&names.collect::<Vec<_>>(), &rows)
    }

    /// The same from rows of scores: the general question's, then those of the criteria, whose (factor id,
    /// criterion id) are `names`.
    ///
    /// # Errors
    /// The reason importance cannot be told from them.
    pub fn of_scores(
        names: &[(String, String)],
        rows: &[Vec<Option<f64>>],
    ) -> Result<Self, CannotTell> {
        let of = rows.len();
        let mut left_out = Vec::new();
        let mut entering = Vec::new();
        for (position, (_, id)) in names.iter().enumerate() {
            let has = |row: &&Vec<Option<f64>>| row.get(position + 1).is_some_and(Option::is_some);
            let answered = rows.iter().filter(has).count();
            if answered * 2 < of {
                left_out.push((id.clone(), LeftOut::RarelyAnswered { answered, of }));
            } else {
                entering.push(position);
            }
        }
        let complete = |row: &Vec<Option<f64>>| -> Option<Vec<f64>> {
            let general = row.first().copied().flatten()?;
            let others = entering
                .iter()
                .map(|place| row.get(place + 1).copied().flatten());
            core::iter::once(Some(general)).chain(others).collect()
        };
        let mut complete: Vec<Vec<f64>> = rows.iter().filter_map(complete).collect();
        let needed = |width: usize| FEWEST_CASES.max(2 * width + 2);
        let used = complete.len();
        if used < needed(0) {
            let needed = needed(entering.len());
            return Err(CannotTell::TooFewRespondents { used, needed });
        }
        if is_constant(&complete, 0) {
            return Err(CannotTell::ConstantGeneral);
        }
        let varies: Vec<bool> = (0..=entering.len())
            .map(|column| !is_constant(&complete, column))
            .collect();
        for row in &mut complete {
            let mut keep = varies.iter();
            row.retain(|_| keep.next().copied().unwrap_or_default());
        }
        let mut kept: Vec<&(String, String)> = Vec::new();
        for (position, varies) in entering.iter().zip(varies.iter().skip(1)) {
            match (names.get(*position), varies) {
                (Some(name), true) => kept.push(name),
                (Some((_, id)), false) => left_out.push((id.clone(), LeftOut::Constant)),
                (None, _) => {}
            }
        }
        let order = |id: &str| names.iter().position(|(_, other)| other == id);
        left_out.sort_by_key(|(id, _)| order(id));
        let varying = kept.len();
        if varying < 2 {
            return Err(CannotTell::TooFewCriteria { varying });
        }
        if used < needed(varying) {
            let needed = needed(varying);
            return Err(CannotTell::TooFewRespondents { used, needed });
        }
        let mut factors: Vec<(String, Vec<usize>)> = Vec::new();
        for (place, (factor, _)) in kept.iter().enumerate() {
            match factors.iter_mut().find(|(id, _)| id == factor) {
                Some((_, places)) => places.push(place),
                None => factors.push((factor.clone(), vec![place])),
            }
        }
        complete.sort_by(|one, other| {
            let mut pairs = one.iter().zip(other).map(|(a, b)| a.total_cmp(b));
            pairs
                .find(|order| order.is_ne())
                .unwrap_or(core::cmp::Ordering::Equal)
        });
        Ok(Self {
            ids: kept.into_iter().map(|(_, id)| id.clone()).collect(),
            factors,
            rows: complete,
            ballots: of,
            left_out,
        })
    }

    /// Complete ballots.
    #[must_use]
    pub fn used(&self) -> usize {
        self.rows.len()
    }
}

fn is_constant(rows: &[Vec<f64>], column: usize) -> bool {
    let mut values = rows.iter().filter_map(|row| row.get(column));
    let first = values.next();
    values.all(|value| Some(value) == first)
}
