//! The shape of a questionnaire: all that is needed to read a ballot's answers by position.
//!
//! It is stored beside the answers, so a record can be read where its questionnaire is not at hand.

use super::bytes::{Reader, Writer};
use sipas_core::ballot::{Answer, Ballot};
use sipas_core::questionnaire::Questionnaire;

/// The most criteria, and the most respondent questions, a stored shape may have.
pub const MOST_QUESTIONS: usize = 1_024;

/// How many answers each question has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// For each criterion, in the order of the ballot's answers, its number of levels.
    pub levels: Vec<u16>,
    /// For each respondent question its number of choices.
    pub choices: Vec<u16>,
    /// Number of reasons to choose from, at most 16.
    pub reasons: u8,
}

impl Shape {
    /// The shape of a questionnaire.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire) -> Self {
        let count = |len: usize| u16::try_from(len).unwrap_or(u16::MAX);
        Self {
            levels: questionnaire
                .criteria()
                .map(|criterion| count(questionnaire.scale_of(criterion).levels.len()))
                .collect(),
            choices: questionnaire
                .respondent
                .iter()
                .map(|question| count(question.choices.len()))
                .collect(),
            reasons: questionnaire.reasons.as_ref().map_or(0, |reasons| {
                u8::try_from(reasons.choices.len()).unwrap_or(16).min(16)
            }),
        }
    }

    /// This shape, widened where `ballot` has an answer outside it and cut to as many answers as it has.
    ///
    /// So every ballot has a record, also one that does not belong to the questionnaire it names.
    #[must_use]
    pub fn covering(&self, ballot: &Ballot) -> Self {
        let known = |list: &[u16], at: usize| list.get(at).copied().unwrap_or_default();
        Self {
            levels: ballot
                .answers
                .iter()
                .enumerate()
                .map(|(at, answer)| match answer {
                    Answer::Blank | Answer::NotApplicable => known(&self.levels, at),
                    Answer::Level(level) => known(&self.levels, at).max(u16::from(*level) + 1),
                })
                .collect(),
            choices: ballot
                .respondent
                .iter()
                .enumerate()
                .map(|(at, choice)| {
                    let needed = choice.map_or(0, |choice| u16::from(choice) + 1);
                    known(&self.choices, at).max(needed)
                })
                .collect(),
            reasons: self
                .reasons
                .max(u8::try_from(16 - ballot.reasons.leading_zeros()).unwrap_or(16)),
        }
    }

    /// Writes the shape: criteria as runs of equal level counts, then choices, then reasons.
    pub fn write(&self, out: &mut Writer) {
        out.varint(self.levels.len() as u64);
        for run in self.levels.chunk_by(|one, next| one == next) {
            out.varint(u64::from(run.first().copied().unwrap_or_default()));
            out.varint(run.len() as u64);
        }
        out.varint(self.choices.len() as u64);
        for choices in &self.choices {
            out.varint(u64::from(*choices));
        }
        out.u8(self.reasons);
    }

    /// Reads what [`Shape::write`] wrote; nothing where it makes no sense.
    #[must_use]
    pub fn read(input: &mut Reader<'_>) -> Option<Self> {
        let criteria = Self::questions(input)?;
        let mut levels = Vec::new();
        while levels.len() < criteria {
            let count = Self::count(input)?;
            let run = Self::questions(input)?;
            if run == 0 || run > criteria - levels.len() {
                return None;
            }
            levels.resize(levels.len() + run, count);
        }
        let questions = Self::questions(input)?;
        let mut choices = Vec::new();
        for _ in 0..questions {
            choices.push(Self::count(input)?);
        }
        let reasons = input.u8().filter(|reasons| *reasons <= 16)?;
        Some(Self {
            levels,
            choices,
            reasons,
        })
    }

    fn questions(input: &mut Reader<'_>) -> Option<usize> {
        let count = usize::try_from(input.varint()?).ok()?;
        (count <= MOST_QUESTIONS).then_some(count)
    }

    /// Levels or choices: few enough that two more still make a radix the digits can carry.
    fn count(input: &mut Reader<'_>) -> Option<u16> {
        u16::try_from(input.varint()?)
            .ok()
            .filter(|count| *count < u16::MAX - 1)
    }
}
