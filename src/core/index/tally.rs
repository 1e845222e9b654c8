//! Counting answers ballot by ballot.

use super::pool::Pool;
use super::rate::{Missing, Rate};
use crate::ballot::{Answer, Ballot, Status};
use crate::questionnaire::{Questionnaire, Scale};

/// How often each answer stands at one criterion.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// For each level of the criterion's scale, in the scale's order, how many ballots chose it.
    pub levels: Vec<u64>,
    /// What is in no denominator.
    pub missing: Missing,
}

impl Counts {
    /// How many ballots chose a level.
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.levels.iter().sum()
    }

    /// Satisfied answers out of counted answers; each level's flag decides, not its position.
    #[must_use]
    pub fn rate(&self, scale: &Scale) -> Rate {
        let satisfied = self
            .levels
            .iter()
            .zip(&scale.levels)
            .filter(|(_, level)| level.satisfied)
            .map(|(count, _)| count)
            .sum();
        Rate {
            satisfied,
            counted: self.counted(),
        }
    }

    fn add(&mut self, answer: Answer) {
        match answer {
            Answer::Blank => self.missing.blank += 1,
            Answer::NotApplicable => self.missing.not_applicable += 1,
            Answer::Level(position) => {
                if let Some(count) = self.levels.get_mut(usize::from(position)) {
                    *count += 1;
                }
            }
        }
    }
}

/// The counts of all criteria over some ballots of one questionnaire version.
///
/// Which ballots to count (no practice ballots, one questionnaire) is the caller's choice; see
/// [`crate::selection::Selection`]. `stopped` ballots count with what they answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Ballots counted.
    pub ballots: u64,
    /// Those of them that ended early.
    pub stopped: u64,
    /// Ballots left out because their answers do not fit the questionnaire: another number of
    /// answers, or a level the scale does not have.
    pub unfit: u64,
    /// For each criterion, in the order of [`Questionnaire::criteria`], its counts.
    pub criteria: Vec<Counts>,
    /// For each choice of the questionnaire's reasons how many ballots chose it.
    pub reasons: Vec<u64>,
    /// Ballots with any counted answer: the respondents of the design.
    pub respondents: u64,
    /// All factors' answers together, respondent by respondent.
    pub pool: Pool,
    /// The same for each factor.
    pub factors: Vec<Pool>,
    /// For each factor how many criteria it has.
    sizes: Vec<usize>,
    /// For each criterion which levels count as satisfied.
    satisfied: Vec<Vec<bool>>,
}

impl Tally {
    /// A tally of no ballots.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire) -> Self {
        let empty = |scale: &Scale| Counts {
            levels: vec![0; scale.levels.len()],
            missing: Missing::default(),
        };
        let reasons = questionnaire
            .reasons
            .as_ref()
            .map_or(0, |reasons| reasons.choices.len());
        Self {
            ballots: 0,
            stopped: 0,
            unfit: 0,
            criteria: questionnaire
                .criteria()
                .map(|criterion| empty(questionnaire.scale_of(criterion)))
                .collect(),
            reasons: vec![0; reasons],
            respondents: 0,
            pool: Pool::default(),
            factors: vec![Pool::default(); questionnaire.factors.len()],
            sizes: questionnaire
                .factors
                .iter()
                .map(|factor| factor.criteria.len())
                .collect(),
            satisfied: questionnaire
                .criteria()
                .map(|criterion| {
                    let levels = &questionnaire.scale_of(criterion).levels;
                    levels.iter().map(|level| level.satisfied).collect()
                })
                .collect(),
        }
    }

    /// Counts one ballot; one that does not fit is counted as [`Tally::unfit`] and nowhere else.
    pub fn add(&mut self, ballot: &Ballot) {
        if !self.fits(&ballot.answers) {
            self.unfit += 1;
            return;
        }
        self.add_fitting(&ballot.answers, ballot.status, ballot.reasons);
    }

    /// Counts a ballot whose answers are known to fit.
    pub(super) fn add_fitting(&mut self, answers: &[Answer], status: Status, reasons: u16) {
        self.ballots += 1;
        self.stopped += u64::from(status == Status::Stopped);
        for (counts, answer) in self.criteria.iter_mut().zip(answers) {
            counts.add(*answer);
        }
        for (bit, count) in self.reasons.iter_mut().enumerate() {
            *count += u64::from(reasons.checked_shr(bit as u32).unwrap_or(0) & 1);
        }
        self.add_pools(answers);
    }

    fn add_pools(&mut self, answers: &[Answer]) {
        let counted = |answer: &Answer| matches!(answer, Answer::Level(_));
        self.respondents += u64::from(answers.iter().any(counted));
        let mut pairs = answers.iter().zip(&self.satisfied);
        let (mut all_satisfied, mut all_counted) = (0, 0);
        for (size, pool) in self.sizes.iter().zip(&mut self.factors) {
            let (mut satisfied, mut counted) = (0, 0);
            for (answer, levels) in pairs.by_ref().take(*size) {
                if let Answer::Level(level) = answer {
                    counted += 1;
                    let flag = levels.get(usize::from(*level)).copied();
                    satisfied += u64::from(flag.unwrap_or_default());
                }
            }
            pool.add(satisfied, counted);
            all_satisfied += satisfied;
            all_counted += counted;
        }
        self.pool.add(all_satisfied, all_counted);
    }

    /// Adds what another tally of the same questionnaire counted.
    pub fn merge(&mut self, other: &Self) {
        self.ballots += other.ballots;
        self.stopped += other.stopped;
        self.unfit += other.unfit;
        for (mine, theirs) in self.criteria.iter_mut().zip(&other.criteria) {
            mine.missing += theirs.missing;
            add_each(&mut mine.levels, &theirs.levels);
        }
        add_each(&mut self.reasons, &other.reasons);
        self.respondents += other.respondents;
        self.pool += other.pool;
        for (mine, theirs) in self.factors.iter_mut().zip(&other.factors) {
            *mine += *theirs;
        }
    }

    fn fits(&self, answers: &[Answer]) -> bool {
        answers.len() == self.criteria.len()
            && self
                .criteria
                .iter()
                .zip(answers)
                .all(|(counts, answer)| match answer {
                    Answer::Blank | Answer::NotApplicable => true,
                    Answer::Level(position) => usize::from(*position) < counts.levels.len(),
                })
    }
}

fn add_each(mine: &mut [u64], theirs: &[u64]) {
    for (mine, theirs) in mine.iter_mut().zip(theirs) {
        *mine += theirs;
    }
}
