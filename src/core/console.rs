//! What a person looks at in the results: which ballots, which view, against which target.

use crate::ballot::Channel;
use crate::columns::Split;
use crate::compare::{Comparator, Target};
use crate::hiding::LEAST_RESPONDENTS;
use crate::index::Formula;
use crate::period::{Period, Step};
use crate::questionnaire::Questionnaire;
use crate::selection::{Day, Selection};

/// One of the console's views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum View {
    /// The index, its verdict, the factors.
    #[default]
    Overview,
    /// Each criterion's answers.
    Criteria,
    /// Units ranked.
    Units,
    /// Period by period.
    Time,
    /// Fields side by side.
    Fields,
    /// Channels side by side.
    Channels,
    /// Groups of respondents side by side.
    Respondents,
    /// What people wrote.
    Comments,
    /// Signs of bad data.
    Quality,
}

impl View {
    /// All views, in the order of their tabs.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Criteria,
        Self::Units,
        Self::Time,
        Self::Fields,
        Self::Channels,
        Self::Respondents,
        Self::Comments,
        Self::Quality,
    ];

    /// The name used in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Criteria => "criteria",
            Self::Units => "units",
            Self::Time => "time",
            Self::Fields => "fields",
            Self::Channels => "channels",
            Self::Respondents => "respondents",
            Self::Comments => "comments",
            Self::Quality => "quality",
        }
    }

    /// The view with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// Which days are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// From one day to another, both included; open where a day is not given.
    Days(Option<Day>, Option<Day>),
    /// A week, month, quarter or year.
    Period(Period),
}

impl Span {
    /// The first and the last day taken.
    #[must_use]
    pub fn days(self) -> (Option<Day>, Option<Day>) {
        match self {
            Self::Days(from, until) => (from, until),
            Self::Period(period) => (Some(period.first()), Some(period.last())),
        }
    }
}

/// Everything that decides what the console shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Filter {
    /// Questionnaire id; none: the campaign's.
    pub questionnaire: Option<String>,
    /// Unit path with everything below it; the empty text takes ballots without a unit.
    pub unit: Option<String>,
    /// Field code; the empty text takes ballots without a field.
    pub field: Option<String>,
    /// How it was collected.
    pub channel: Option<Channel>,
    /// Which days.
    pub span: Span,
    /// Groups of respondents: question id and choice code.
    pub respondent: Vec<(String, String)>,
    /// How indices are formed.
    pub formula: Formula,
    /// What the index is held against.
    pub target: Target,
    /// Fewest respondents of a published cell.
    pub least: u64,
    /// The view.
    pub view: View,
    /// How long the periods of the time view are.
    pub step: Step,
    /// How many parts of a unit's path are ranked in the unit view; none: units as recorded.
    pub depth: Option<usize>,
    /// Which respondent question the view of groups tells apart; none: the first.
    pub question: Option<String>,
    /// Words to look for in comments.
    pub search: String,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            questionnaire: None,
            unit: None,
            field: None,
            channel: None,
            span: Span::Days(None, None),
            respondent: Vec::new(),
            formula: Formula::Pooled,
            target: Target {
                comparator: Comparator::AtLeast,
                share: 0.9,
            },
            least: LEAST_RESPONDENTS,
            view: View::Overview,
            step: Step::Month,
            depth: None,
            question: None,
            search: String::new(),
        }
    }
}

impl Filter {
    /// The ballots of `questionnaire` it chooses; groups of respondents that one does not know are
    /// left out and come back by question and choice.
    #[must_use]
    pub fn selection(&self, questionnaire: &Questionnaire) -> (Selection, Vec<(String, String)>) {
        let mut unknown = Vec::new();
        let mut respondent = Vec::new();
        for (question, choice) in &self.respondent {
            match place_of(questionnaire, question, choice) {
                Some(place) => respondent.push(place),
                None => unknown.push((question.clone(), choice.clone())),
            }
        }
        let (from, until) = self.span.days();
        let selection = Selection {
            questionnaire: Some(questionnaire.id.clone()),
            unit: self.unit.clone(),
            field: self.field.clone(),
            channel: self.channel,
            from,
            until,
            respondent,
            ..Selection::default()
        };
        (selection, unknown)
    }

    /// What the view tells ballots apart by.
    #[must_use]
    pub fn split(&self, questionnaire: &Questionnaire) -> Split {
        match self.view {
            View::Overview | View::Criteria | View::Comments => Split::Whole,
            View::Units => Split::Unit(self.depth),
            View::Time => Split::Period(self.step),
            View::Fields => Split::Field,
            View::Channels => Split::Channel,
            View::Respondents => Split::Respondent(self.asked(questionnaire).unwrap_or(0)),
            View::Quality => Split::Signs,
        }
    }

    /// The position of the respondent question told apart; nothing where there is none.
    #[must_use]
    pub fn asked(&self, questionnaire: &Questionnaire) -> Option<usize> {
        let wanted = |id: &String| {
            questionnaire
                .respondent
                .iter()
                .position(|one| one.id == *id)
        };
        let first = (!questionnaire.respondent.is_empty()).then_some(0);
        self.question.as_ref().and_then(wanted).or(first)
    }

    /// The same with no ballots left out; view, target and formula stay.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self {
            unit: None,
            field: None,
            channel: None,
            span: Span::Days(None, None),
            respondent: Vec::new(),
            search: String::new(),
            ..self.clone()
        }
    }

    /// Whether it leaves no ballots of the questionnaire out.
    #[must_use]
    pub fn takes_all(&self) -> bool {
        *self == self.cleared()
    }
}

fn place_of(questionnaire: &Questionnaire, question: &str, choice: &str) -> Option<(usize, u8)> {
    let asked = &questionnaire.respondent;
    let position = asked.iter().position(|one| one.id == question)?;
    let choices = &asked.get(position)?.choices;
    let place = choices.iter().position(|one| one.code == choice)?;
    Some((position, u8::try_from(place).ok()?))
}
