//! The course of one survey: which screen comes next, and the ballot it ends in.
//!
//! A [`Draft`] holds what has been answered so far. The screens are computed from the
//! questionnaire and the draft each time ([`Outline::steps`]), so an answer that opens or closes a
//! question takes effect at once, going back included.

use crate::ballot::{Answer, Ballot, BallotId, Channel, Context, DeviceId, Status, Ticket};
use crate::moment::Moment;
use crate::questionnaire::{Condition, Criterion, Factor, Questionnaire, Source};

/// One screen of the survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Which unit served the respondent.
    Unit,
    /// Which field the dossier belongs to.
    Field,
    /// The gate of the factor at this position.
    Gate(usize),
    /// The criterion at this position of the ballot's answers.
    Criterion(usize),
    /// Reasons for a low rating.
    Reasons,
    /// The open comment.
    Comment,
    /// The optional questions about the respondent, all on one screen.
    Respondent,
}

/// What is asked besides the questionnaire itself, given the campaign and the address opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// The campaign has units and none is preset.
    pub unit: bool,
    /// The campaign has fields and none is preset.
    pub field: bool,
}

/// What has been answered so far, before it becomes a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Identity the ballot will have: sending the same draft twice is one ballot.
    pub id: BallotId,
    /// Campaign code.
    pub campaign: String,
    /// Unit path; empty until known.
    pub unit: String,
    /// Field code; empty until known.
    pub field: String,
    /// How it is being collected.
    pub channel: Channel,
    /// When the first question was shown.
    pub started_at: Moment,
    /// The screen being shown.
    pub step: Step,
    /// For each factor the position of its gate's answer.
    pub gates: Vec<Option<u8>>,
    /// For each criterion its answer.
    pub answers: Vec<Answer>,
    /// For each respondent question the position of the choice.
    pub respondent: Vec<Option<u8>>,
    /// Chosen reasons, bit i for choice i.
    pub reasons: u16,
    /// The open comment so far.
    pub comment: String,
}

/// Whether a question is asked, given the answers so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Applies {
    /// No condition, or it holds.
    Yes,
    /// The question it depends on was answered otherwise.
    No,
    /// The question it depends on was left blank.
    Unknown,
}

/// The questionnaire with what this campaign asks around it.
#[derive(Debug, Clone, Copy)]
pub struct Outline<'a> {
    /// What is asked.
    pub questionnaire: &'a Questionnaire,
    /// Unit and field screens.
    pub asked: Asked,
}

impl Draft {
    /// An empty draft standing at the first screen.
    #[must_use]
    pub fn new(
        outline: Outline<'_>,
        id: BallotId,
        campaign: String,
        channel: Channel,
        started_at: Moment,
    ) -> Self {
        let questionnaire = outline.questionnaire;
        let mut draft = Self {
            id,
            campaign,
            unit: String::new(),
            field: String::new(),
            channel,
            started_at,
            step: Step::Comment,
            gates: vec![None; questionnaire.factors.len()],
            answers: vec![Answer::Blank; questionnaire.criteria_count()],
            respondent: vec![None; questionnaire.respondent.len()],
            reasons: 0,
            comment: String::new(),
        };
        if let Some(first) = outline.steps(&draft).first() {
            draft.step = *first;
        }
        draft
    }

    /// True where nothing at all has been answered yet (unit and field do not count).
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.answers.iter().all(|answer| *answer == Answer::Blank)
            && self.gates.iter().all(Option::is_none)
            && self.reasons == 0
            && self.comment.trim().is_empty()
            && self.respondent.iter().all(Option::is_none)
    }

    /// The answer at `position`; blank outside the questionnaire.
    #[must_use]
    pub fn answer(&self, position: usize) -> Answer {
        self.answers.get(position).copied().unwrap_or_default()
    }

    /// Sets the answer at `position`; nothing happens outside the questionnaire.
    pub fn set_answer(&mut self, position: usize, answer: Answer) {
        if let Some(place) = self.answers.get_mut(position) {
            *place = answer;
        }
    }
}

impl<'a> Outline<'a> {
    /// The screens of this survey in order, given the answers so far.
    #[must_use]
    pub fn steps(&self, draft: &Draft) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.asked.unit {
            steps.push(Step::Unit);
        }
        if self.asked.field {
            steps.push(Step::Field);
        }
        let mut position = 0;
        for (index, factor) in self.questionnaire.factors.iter().enumerate() {
            if factor.gate.is_some() && self.gate_applies(draft, factor) {
                steps.push(Step::Gate(index));
            }
            for criterion in &factor.criteria {
                if criterion.source == Source::Ballot
                    && self.applies(draft, factor.only_if.as_ref()) == Applies::Yes
                    && self.applies(draft, criterion.only_if.as_ref()) == Applies::Yes
                {
                    steps.push(Step::Criterion(position));
                }
                position += 1;
            }
        }
        if let Some(general) = &self.questionnaire.general
            && self.applies(draft, general.only_if.as_ref()) == Applies::Yes
        {
            steps.push(Step::Criterion(position));
        }
        if let Some(reasons) = &self.questionnaire.reasons
            && self.applies(draft, Some(&reasons.only_if)) == Applies::Yes
        {
            steps.push(Step::Reasons);
        }
        if self.questionnaire.comment.is_some() {
            steps.push(Step::Comment);
        }
        if !self.questionnaire.respondent.is_empty() {
            steps.push(Step::Respondent);
        }
        steps
    }

    /// The screen after the draft's current one; nothing where it is the last.
    #[must_use]
    pub fn next(&self, draft: &Draft) -> Option<Step> {
        // A step that has just closed is not in the list: the next one is the first that comes
        // after it in the order of asking.
        let place = self.place(draft.step);
        self.steps(draft)
            .into_iter()
            .find(|step| self.place(*step) > place)
    }

    /// The screen before the draft's current one; nothing where it is the first.
    #[must_use]
    pub fn back(&self, draft: &Draft) -> Option<Step> {
        let place = self.place(draft.step);
        self.steps(draft)
            .into_iter()
            .rev()
            .find(|step| self.place(*step) < place)
    }

    /// How far along: (screens up to and including the current one, all screens).
    #[must_use]
    pub fn progress(&self, draft: &Draft) -> (usize, usize) {
        let steps = self.steps(draft);
        let place = self.place(draft.step);
        let done = steps
            .iter()
            .filter(|step| self.place(**step) <= place)
            .count();
        (done, steps.len())
    }

    /// The criterion at a position of the ballot's answers.
    #[must_use]
    pub fn criterion(&self, position: usize) -> Option<&'a Criterion> {
        self.questionnaire.criteria().nth(position)
    }

    /// The factor a criterion position belongs to; nothing for the general question.
    #[must_use]
    pub fn factor_of(&self, position: usize) -> Option<&'a Factor> {
        let mut first = 0;
        for factor in &self.questionnaire.factors {
            first += factor.criteria.len();
            if position < first {
                return Some(factor);
            }
        }
        None
    }

    /// The ballot this draft becomes when it is sent at `now`.
    ///
    /// Criteria that were not asked because of an earlier answer are "không áp dụng"; those whose
    /// deciding question was left blank are blank. A clock that went back gives a duration of 0.
    #[must_use]
    pub fn finish(&self, draft: &Draft, status: Status, device: DeviceId, now: Moment) -> Ballot {
        let questionnaire = self.questionnaire;
        let mut answers = draft.answers.clone();
        let factor_criteria = questionnaire
            .factors
            .iter()
            .flat_map(|factor| factor.criteria.iter().map(move |one| (Some(factor), one)));
        let general = questionnaire.general.iter().map(|one| (None, one));
        for (answer, (factor, criterion)) in answers.iter_mut().zip(factor_criteria.chain(general))
        {
            let of_factor = self.applies(draft, factor.and_then(|one| one.only_if.as_ref()));
            let own = self.applies(draft, criterion.only_if.as_ref());
            if criterion.source == Source::Office {
                *answer = Answer::Blank;
            } else if of_factor == Applies::No || own == Applies::No {
                *answer = Answer::NotApplicable;
            } else if of_factor == Applies::Unknown || own == Applies::Unknown {
                *answer = Answer::Blank;
            }
        }
        let wants_reasons = questionnaire
            .reasons
            .as_ref()
            .is_some_and(|reasons| self.applies(draft, Some(&reasons.only_if)) == Applies::Yes);
        let lasted = now.unix_secs.saturating_sub(draft.started_at.unix_secs);
        Ballot {
            id: draft.id,
            context: Context {
                device,
                campaign: draft.campaign.clone(),
                questionnaire: questionnaire.id.clone(),
                version: questionnaire.version,
                unit: draft.unit.clone(),
                field: draft.field.clone(),
            },
            channel: draft.channel,
            ticket: Ticket::None,
            status,
            submitted_at: now,
            duration_secs: u32::try_from(lasted.max(0)).unwrap_or(u32::MAX),
            respondent: draft.respondent.clone(),
            answers,
            reasons: if wants_reasons { draft.reasons } else { 0 },
            comment: draft.comment.trim().to_owned(),
        }
    }

    /// A gate is asked unless its factor depends on some other question that says no.
    fn gate_applies(&self, draft: &Draft, factor: &Factor) -> bool {
        let names_own_gate = factor
            .only_if
            .as_ref()
            .zip(factor.gate.as_ref())
            .is_some_and(|(condition, gate)| condition.question == gate.id);
        names_own_gate || self.applies(draft, factor.only_if.as_ref()) == Applies::Yes
    }

    fn applies(&self, draft: &Draft, condition: Option<&Condition>) -> Applies {
        let Some(condition) = condition else {
            return Applies::Yes;
        };
        let code = self.answered(draft, &condition.question);
        match code {
            None => Applies::Unknown,
            Some(code) if condition.any_of.contains(&code) => Applies::Yes,
            Some(_) => Applies::No,
        }
    }

    /// The code a gate or criterion was answered with; `na` counts as an answer.
    fn answered(&self, draft: &Draft, question: &str) -> Option<String> {
        for (factor, chosen) in self.questionnaire.factors.iter().zip(&draft.gates) {
            if let Some(gate) = factor.gate.as_ref().filter(|gate| gate.id == question) {
                let choice = gate.choices.get(usize::from((*chosen)?))?;
                return Some(choice.code.clone());
            }
        }
        let position = self
            .questionnaire
            .criteria()
            .position(|criterion| criterion.id == question)?;
        match draft.answer(position) {
            Answer::Blank => None,
            Answer::NotApplicable => Some("na".to_owned()),
            Answer::Level(level) => {
                let scale = self.questionnaire.scale_of(self.criterion(position)?);
                Some(scale.levels.get(usize::from(level))?.code.clone())
            }
        }
    }

    /// Where a step stands in the order of asking, asked or not.
    fn place(&self, step: Step) -> (usize, usize, usize) {
        let factors = &self.questionnaire.factors;
        match step {
            Step::Unit => (0, 0, 0),
            Step::Field => (1, 0, 0),
            Step::Gate(factor) => {
                let first: usize = factors
                    .iter()
                    .take(factor)
                    .map(|one| one.criteria.len())
                    .sum();
                (2, first, 0)
            }
            Step::Criterion(position) => (2, position, 1),
            Step::Reasons => (3, 0, 0),
            Step::Comment => (4, 0, 0),
            Step::Respondent => (5, 0, 0),
        }
    }
}

#[cfg(test)]
mod tests;
