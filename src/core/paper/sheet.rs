//! The cells of a paper ballot: what is printed, which keys fill it, and the ballot it becomes.

use crate::ballot::{Answer, Ballot, BallotId, Channel, DeviceId, Status};
use crate::moment::Moment;
use crate::questionnaire::{Questionnaire, Scale, Source};
use crate::survey::{Asked, Draft, Outline, Step};

/// What stands in one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Mark {
    /// Nothing.
    #[default]
    Blank,
    /// "Không áp dụng / không có ý kiến".
    NotApplicable,
    /// The level or choice at this position, from 0; a ticked reason has 0.
    Option(u8),
}

/// Which question a cell belongs to, by its position in the questionnaire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The gate of a factor.
    Gate(usize),
    /// A criterion, by its position in the ballot's answers.
    Criterion(usize),
    /// One of the reasons, ticked or not.
    Reason(usize),
    /// A question about the respondent.
    Respondent(usize),
}

/// One cell of the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its question.
    pub place: Place,
    /// Number printed beside it, such as `7`; reasons share one and add a letter: `2b`.
    pub number: String,
    /// The key for each option, in their order; also what is printed to be circled.
    pub keys: Vec<char>,
    /// Whether key `0` says that it does not apply.
    pub not_applicable: bool,
    /// Id of its question; a reason's is `reasons.` and its code.
    pub id: String,
}

/// The key for "does not apply".
pub const NOT_APPLICABLE_KEY: char = '0';

/// A questionnaire as it stands on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet<'a> {
    /// What is asked.
    pub questionnaire: &'a Questionnaire,
    /// The cells in the order printed.
    pub cells: Vec<Cell>,
    /// Number of the open comment; nothing where there is none.
    pub comment: Option<String>,
}

impl Cell {
    /// What a key enters; nothing where the cell has no such answer.
    #[must_use]
    pub fn mark(&self, key: char) -> Option<Mark> {
        // A scale of points may have a level 0; it then offers no "does not apply".
        if let Some(position) = self.keys.iter().position(|known| *known == key) {
            return u8::try_from(position).ok().map(Mark::Option);
        }
        (key == NOT_APPLICABLE_KEY && self.not_applicable).then_some(Mark::NotApplicable)
    }

    /// All keys the cell takes for an answer.
    pub fn takes(&self) -> impl Iterator<Item = char> {
        let not_applicable = self.not_applicable.then_some(NOT_APPLICABLE_KEY);
        self.keys.iter().copied().chain(not_applicable)
    }

    /// The key that enters a mark; nothing for a blank.
    #[must_use]
    pub fn key(&self, mark: Mark) -> Option<char> {
        match mark {
            Mark::Blank => None,
            Mark::NotApplicable => Some(NOT_APPLICABLE_KEY),
            Mark::Option(position) => self.keys.get(usize::from(position)).copied(),
        }
    }
}

/// The keys of a scale's levels.
///
/// Their codes where all are single digits, and `0` only where it does not mean "does not apply"; else 1, 2, 3 …
#[must_use]
pub fn level_keys(scale: &Scale, not_applicable: bool) -> Vec<char> {
    let own: Option<Vec<char>> = scale
        .levels
        .iter()
        .map(|level| {
            let mut letters = level.code.chars();
            let digit = letters.next().filter(char::is_ascii_digit)?;
            let taken = digit == NOT_APPLICABLE_KEY && not_applicable;
            (letters.next().is_none() && !taken).then_some(digit)
        })
        .collect();
    own.unwrap_or_else(|| counted(scale.levels.len()))
}

/// 1 … 9, then a, b, c …
fn counted(count: usize) -> Vec<char> {
    ('1'..='9').chain('a'..='z').take(count).collect()
}

impl<'a> Sheet<'a> {
    /// The cells of a questionnaire: factors with their gates, the general question, reasons, respondent.
    ///
    /// What the office answers is not on the ballot.
    #[must_use]
    pub fn of(questionnaire: &'a Questionnaire) -> Self {
        let mut sheet = Self {
            questionnaire,
            cells: Vec::new(),
            comment: None,
        };
        let mut number = 0;
        let mut position = 0;
        for (index, factor) in questionnaire.factors.iter().enumerate() {
            if let Some(gate) = &factor.gate {
                number += 1;
                sheet.cells.push(Cell {
                    place: Place::Gate(index),
                    number: number.to_string(),
                    keys: counted(gate.choices.len()),
                    not_applicable: false,
                    id: gate.id.clone(),
                });
            }
            for criterion in &factor.criteria {
                if criterion.source == Source::Ballot {
                    number += 1;
                    sheet.criterion(position, number);
                }
                position += 1;
            }
        }
        if questionnaire.general.is_some() {
            number += 1;
            sheet.criterion(position, number);
        }
        if let Some(reasons) = &questionnaire.reasons {
            number += 1;
            for (bit, (choice, letter)) in reasons.choices.iter().zip('a'..='z').enumerate() {
                sheet.cells.push(Cell {
                    place: Place::Reason(bit),
                    number: format!("{number}{letter}"),
                    keys: counted(1),
                    not_applicable: false,
                    id: format!("reasons.{}", choice.code),
                });
            }
        }
        for (index, question) in questionnaire.respondent.iter().enumerate() {
            number += 1;
            sheet.cells.push(Cell {
                place: Place::Respondent(index),
                number: number.to_string(),
                keys: counted(question.choices.len()),
                not_applicable: false,
                id: question.id.clone(),
            });
        }
        if questionnaire.comment.is_some() {
            sheet.comment = Some((number + 1).to_string());
        }
        sheet
    }

    fn criterion(&mut self, position: usize, number: usize) {
        let Some(criterion) = self.questionnaire.criteria().nth(position) else {
            return;
        };
        let scale = self.questionnaire.scale_of(criterion);
        let not_applicable = criterion.not_applicable && scale.not_applicable.is_some();
        self.cells.push(Cell {
            place: Place::Criterion(position),
            number: number.to_string(),
            keys: level_keys(scale, not_applicable),
            not_applicable,
            id: criterion.id.clone(),
        });
    }

    /// The cell of a question.
    #[must_use]
    pub fn cell(&self, place: Place) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.place == place)
    }

    const fn outline(&self) -> Outline<'a> {
        Outline {
            questionnaire: self.questionnaire,
            asked: Asked {
                unit: false,
                field: false,
            },
        }
    }

    /// The marks as an electronic survey would hold them.
    ///
    /// Who answered a factor's questions answered its gate as well: where the gate was left blank but a
    /// criterion behind it was not, the gate gets the answer that leads to them.
    #[must_use]
    pub fn draft(&self, marks: &[Mark]) -> Draft {
        let mut draft = Draft::new(
            self.outline(),
            BallotId(0),
            String::new(),
            Channel::Paper,
            Moment::default(),
        );
        for (cell, mark) in self.cells.iter().zip(marks) {
            let option = match mark {
                Mark::Option(option) => Some(*option),
                Mark::Blank | Mark::NotApplicable => None,
            };
            match cell.place {
                Place::Gate(factor) => {
                    if let Some(place) = draft.gates.get_mut(factor) {
                        *place = option;
                    }
                }
                Place::Criterion(position) => draft.set_answer(
                    position,
                    match mark {
                        Mark::Blank => Answer::Blank,
                        Mark::NotApplicable => Answer::NotApplicable,
                        Mark::Option(level) => Answer::Level(*level),
                    },
                ),
                Place::Reason(bit) => {
                    let mask = u32::try_from(bit)
                        .ok()
                        .and_then(|bit| 1_u16.checked_shl(bit));
                    if option.is_some() {
                        draft.reasons |= mask.unwrap_or(0);
                    }
                }
                Place::Respondent(question) => {
                    if let Some(place) = draft.respondent.get_mut(question) {
                        *place = option;
                    }
                }
            }
        }
        self.infer_gates(&mut draft);
        draft
    }

    fn infer_gates(&self, draft: &mut Draft) {
        let mut first = 0;
        for (index, factor) in self.questionnaire.factors.iter().enumerate() {
            let answers = draft.answers.iter().skip(first).take(factor.criteria.len());
            let answered = answers
                .into_iter()
                .any(|one| matches!(one, Answer::Level(_)));
            first += factor.criteria.len();
            let (Some(gate), Some(condition)) = (&factor.gate, &factor.only_if) else {
                continue;
            };
            let leads = gate
                .choices
                .iter()
                .position(|choice| condition.any_of.contains(&choice.code))
                .and_then(|position| u8::try_from(position).ok());
            if let Some(place) = draft.gates.get_mut(index)
                && place.is_none()
                && answered
                && condition.question == gate.id
            {
                *place = leads;
            }
        }
    }

    /// For each cell whether it is to be filled, given what stands in the others.
    ///
    /// One whose deciding question was left blank is: the paper may hold an answer all the same.
    #[must_use]
    pub fn asked(&self, marks: &[Mark]) -> Vec<bool> {
        let decided = self.draft(marks);
        let steps = self.outline().steps(&decided);
        // Without its own answer, a criterion that does not apply is the one that comes out as such.
        let bare = |position: usize| {
            let mut one = decided.clone();
            one.set_answer(position, Answer::Blank);
            let finished = self.outline().finish(
                &one,
                Status::Complete,
                DeviceId::default(),
                Moment::default(),
            );
            finished.answers.get(position) != Some(&Answer::NotApplicable)
        };
        self.cells
            .iter()
            .map(|cell| match cell.place {
                Place::Gate(factor) => steps.contains(&Step::Gate(factor)),
                Place::Criterion(position) => bare(position),
                Place::Reason(_) => steps.contains(&Step::Reasons),
                Place::Respondent(_) => true,
            })
            .collect()
    }

    /// The ballot a filled paper becomes.
    ///
    /// Its duration is 0: how long the respondent took is not known.
    #[must_use]
    pub fn ballot(&self, filled: &super::register::Filled, of: &Identity) -> Ballot {
        let mut draft = self.draft(&filled.marks);
        draft.id = of.id;
        draft.campaign.clone_from(&of.campaign);
        draft.unit.clone_from(&filled.unit);
        draft.field.clone_from(&filled.field);
        draft.comment.clone_from(&filled.comment);
        let when = filled.when(of.keyed_at);
        draft.started_at = when;
        self.outline()
            .finish(&draft, Status::Complete, of.device, when)
    }
}

/// What a ballot has beside its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Its id.
    pub id: BallotId,
    /// The device it was typed in on.
    pub device: DeviceId,
    /// Campaign code.
    pub campaign: String,
    /// When it was first typed in.
    pub keyed_at: Moment,
}
