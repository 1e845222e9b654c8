//! The questionnaire: what is asked, on which scale, and what counts as satisfied.
//!
//! Nothing is inferred from positions: every level carries its label, its score and its
//! `satisfied` flag. A [`Questionnaire`] can only be made by checking a [`Definition`], so one that
//! exists is valid.

use crate::problem::Problem;
use crate::wording::Wording;

/// The content of a questionnaire, checked or not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Definition {
    /// Short name used in files and addresses: a-z, 0-9 and `-`.
    pub id: String,
    /// Grows by one whenever what is asked changes; stored answers name it. From 1.
    pub version: u32,
    /// BCP 47 codes, the first being the one shown where no other is chosen.
    pub languages: Vec<String>,
    /// The questionnaire's name.
    pub title: Wording,
    /// What the survey is, for the start screen; may be empty.
    pub introduction: Wording,
    /// About how long it takes, in minutes.
    pub minutes: u32,
    /// Words that change with the counter, such as who is rated in factor 3.
    pub terms: Vec<Term>,
    /// The scales criteria are answered on.
    pub scales: Vec<Scale>,
    /// The factors in the order they are asked; may be empty where there is a general question.
    pub factors: Vec<Factor>,
    /// The general question (`overall`): in no factor and not in the pooled index.
    pub general: Option<Criterion>,
    /// Reasons to choose from after a low rating.
    pub reasons: Option<Reasons>,
    /// The open comment.
    pub comment: Option<Comment>,
    /// Optional questions about the respondent, in the order asked.
    pub respondent: Vec<ChoiceQuestion>,
    /// Classes by total of points, best first (desk evaluation).
    pub classes: Vec<Class>,
}

/// A word in the questionnaire's texts, written `{id}` there (`{Id}` where it begins a sentence),
/// that a campaign chooses among.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Name used between braces: a-z, 0-9, `_`.
    pub id: String,
    /// What it may stand for; the first is the default.
    pub choices: Vec<Choice>,
}

/// One of several named answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Code written to files: a-z, 0-9, `-`, `_`.
    pub code: String,
    /// What people read.
    pub label: Wording,
}

/// A named list of levels.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Name criteria refer to.
    pub id: String,
    /// Levels in the order shown.
    pub levels: Vec<Level>,
    /// Label of "không áp dụng / không có ý kiến" where the scale offers it.
    pub not_applicable: Option<Wording>,
}

/// One answer of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Code written to files: 1–8 characters of a-z, 0-9; never `na`.
    pub code: String,
    /// What people read.
    pub label: Wording,
    /// Score used for means, in the scale's own points.
    pub score: f64,
    /// Whether this answer counts as satisfied.
    pub satisfied: bool,
    /// Which face is drawn: 1 (very unhappy) … 5 (very happy); none for scales without faces.
    pub face: Option<u8>,
}

/// A group of criteria with an index of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    /// Stable id: a-z, 0-9, `_`.
    pub id: String,
    /// The factor's name.
    pub title: Wording,
    /// A question asked on entering the factor, not rated and not in any index.
    pub gate: Option<ChoiceQuestion>,
    /// Asked only if this holds; may name the factor's own gate.
    pub only_if: Option<Condition>,
    /// Its criteria, in the order asked.
    pub criteria: Vec<Criterion>,
}

/// One rated statement or question.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Stable id: a-z, 0-9, `_`.
    pub id: String,
    /// The statement, one idea in plain words.
    pub text: Wording,
    /// More words for who asks what it means; may be empty.
    pub explanation: Wording,
    /// The scale's id.
    pub scale: String,
    /// True where the statement speaks of something bad; its scale's `satisfied` levels are then
    /// those that deny it.
    pub negative: bool,
    /// False where "Bỏ qua" is not offered.
    pub optional: bool,
    /// True where "không áp dụng" is offered (the scale must have its label).
    pub not_applicable: bool,
    /// Asked only if this holds.
    pub only_if: Option<Condition>,
    /// Who answers it.
    pub source: Source,
}

/// Where a criterion's answer comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The respondent, on the ballot.
    Ballot,
    /// The office, once for a period; never shown to respondents.
    Office,
}

/// Holds when the earlier question `question` was answered with one of `any_of`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Id of a gate or of a criterion asked earlier.
    pub question: String,
    /// Choice or level codes that make it true.
    pub any_of: Vec<String>,
}

/// A question with named answers, one to be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceQuestion {
    /// Stable id: a-z, 0-9, `_`.
    pub id: String,
    /// The question.
    pub text: Wording,
    /// The answers, in the order shown.
    pub choices: Vec<Choice>,
}

/// Reasons offered after a low rating; any number may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    /// The question.
    pub text: Wording,
    /// When it is asked.
    pub only_if: Condition,
    /// At most 16.
    pub choices: Vec<Choice>,
}

/// The open comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The question.
    pub text: Wording,
    /// What should not be written there (names, numbers).
    pub privacy_hint: Wording,
    /// Longest comment kept, in characters.
    pub max_chars: u32,
}

/// A class given by the total of points.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    /// Code written to files.
    pub code: String,
    /// What people read.
    pub label: Wording,
    /// Lowest total that still belongs to it (reaching it exactly belongs to it).
    pub at_least: f64,
}

/// A definition that passed every check.
#[derive(Debug, Clone, PartialEq)]
pub struct Questionnaire {
    definition: Definition,
}

impl Questionnaire {
    /// Whether it is about a visit to an office: it has a general question about it, or points for it. One with neither, such
    /// as `management`, rates an office from outside.
    #[must_use]
    pub fn is_of_visit(&self) -> bool {
        self.general.is_some() || !self.classes.is_empty()
    }

    /// Checks a definition; all its problems come back at once, each with its path.
    ///
    /// # Errors
    /// Every [`Problem`] found, in document order.
    pub fn new(definition: Definition) -> Result<Self, Vec<Problem>> {
        let problems = validity::problems(&definition);
        if problems.is_empty() {
            Ok(Self { definition })
        } else {
            Err(problems)
        }
    }

    /// A definition that is known to have passed every check, as a stamped file's is.
    #[must_use]
    pub const fn checked_before(definition: Definition) -> Self {
        Self { definition }
    }

    /// All criteria in the order of the ballot's answers: the factors', then the general question.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.definition
            .factors
            .iter()
            .flat_map(|factor| factor.criteria.iter())
            .chain(self.definition.general.iter())
    }

    /// How many answers a ballot of this questionnaire has.
    #[must_use]
    pub fn criteria_count(&self) -> usize {
        self.criteria().count()
    }

    /// The scale a criterion is answered on.
    ///
    /// Checked questionnaires always have it; an empty scale stands for "never happens".
    #[must_use]
    pub fn scale_of(&self, criterion: &Criterion) -> &Scale {
        static EMPTY: Scale = Scale {
            id: String::new(),
            levels: Vec::new(),
            not_applicable: None,
        };
        self.definition
            .scales
            .iter()
            .find(|scale| scale.id == criterion.scale)
            .unwrap_or(&EMPTY)
    }
}

impl core::ops::Deref for Questionnaire {
    type Target = Definition;

    fn deref(&self) -> &Definition {
        &self.definition
    }
}

pub mod terms;
mod validity;

pub use validity::MOST_CRITERIA;
