//! The data dictionary: what each column of a questionnaire's ballot file holds and what its codes say.
//!
//! Everything that describes the ballot file to another program is written from this: the codebook, the
//! SPSS syntax, the table schema, the workbook.

pub mod words;

use crate::csv::{COMMENT, LEADING, REASONS, RESPONDENT, TICKET, header};
use sipas_core::ballot::{Channel, Status};
use sipas_core::questionnaire::{Choice, Questionnaire, terms};
use sipas_core::wording::Wording;

/// The columns of one questionnaire version's ballot file, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Dictionary {
    /// The questionnaire's id.
    pub questionnaire: String,
    /// Its version.
    pub version: u32,
    /// Its title.
    pub title: Wording,
    /// Its languages, the first being the one shown where no other is chosen.
    pub languages: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading in the file.
    pub name: String,
    /// What its cells are.
    pub kind: Kind,
    /// What it says, for people.
    pub label: Wording,
    /// The codes it may hold, where they are known; empty cells are always allowed where
    /// [`Kind::may_be_empty`].
    pub values: Vec<Value>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// So many hexadecimal digits, lower case.
    Id(u8),
    /// A code of the campaign's lists: a-z, 0-9, `-`, for units with `/` between parts.
    Code,
    /// The questionnaire's own id.
    Questionnaire,
    /// A whole number from 0.
    Whole,
    /// Date and time with offset, RFC 3339.
    Moment,
    /// One of the values.
    Choice,
    /// One of the values, which are a scale's levels and `na`.
    Answer,
    /// Any of the values, with spaces between.
    Choices,
    /// `poster`, or 16 hexadecimal digits.
    Ticket,
    /// Any text.
    Text,
}

impl Kind {
    /// The kind's name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Id(_) => "id",
            Self::Code => "code",
            Self::Questionnaire => "questionnaire",
            Self::Whole => "whole number",
            Self::Moment => "date and time",
            Self::Choice => "choice",
            Self::Answer => "answer",
            Self::Choices => "choices",
            Self::Ticket => "ticket",
            Self::Text => "text",
        }
    }
}

/// One code a column may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The code.
    pub code: String,
    /// What it says.
    pub label: Wording,
    /// Its points, for levels of a scale.
    pub score: Option<f64>,
    /// Whether it counts as satisfied, for levels of a scale.
    pub satisfied: Option<bool>,
    /// Whether it is in no denominator.
    pub missing: bool,
}

impl Column {
    /// Whether the file may leave the cell empty.
    #[must_use]
    pub fn may_be_empty(&self) -> bool {
        match self.kind {
            Kind::Id(_) | Kind::Questionnaire | Kind::Whole | Kind::Moment => false,
            Kind::Choice => !["channel", "status"].contains(&self.name.as_str()),
            Kind::Code | Kind::Answer | Kind::Choices | Kind::Ticket | Kind::Text => true,
        }
    }

    /// What the code says in `language`; nothing for a code that is not listed.
    #[must_use]
    pub fn says(&self, code: &str, language: &str) -> Option<&str> {
        let found = self.values.iter().find(|value| value.code == code);
        found.map(|value| value.label.get(language))
    }
}

impl Dictionary {
    /// The dictionary of the files written for `questionnaire`, with the column of tickets where
    /// `ticketed`.
    ///
    /// `chosen` holds the campaign's (term id, choice code); what is not chosen there gets the term's
    /// first word.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire, ticketed: bool, chosen: &[(String, String)]) -> Self {
        let filling = Filling {
            questionnaire,
            chosen,
        };
        let columns = header(questionnaire, ticketed).into_iter();
        Self {
            questionnaire: questionnaire.id.clone(),
            version: questionnaire.version,
            title: filling.fill(&questionnaire.title),
            languages: questionnaire.languages.clone(),
            columns: columns.map(|name| filling.column(name)).collect(),
        }
    }

    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// A questionnaire whose texts get the campaign's words.
struct Filling<'a> {
    questionnaire: &'a Questionnaire,
    chosen: &'a [(String, String)],
}

impl Filling<'_> {
    fn fill(&self, wording: &Wording) -> Wording {
        let filled = wording.entries().iter().map(|(language, text)| {
            let text = terms::fill(self.questionnaire, text, language, self.chosen);
            (language.clone(), text)
        });
        Wording::new(filled.collect())
    }

    fn column(&self, name: &str) -> Column {
        let (kind, label, values) = self.described(name);
        let fixed = || words::column(name).map(words::Word::wording);
        Column {
            name: name.to_owned(),
            kind,
            label: label.or_else(fixed).unwrap_or_default(),
            values,
        }
    }

    fn described(&self, name: &str) -> (Kind, Option<Wording>, Vec<Value>) {
        let questions = self.questionnaire.respondent.iter();
        let question = questions.into_iter().find(|question| question.id == name);
        if let Some(question) = question {
            let label = self.fill(&question.text);
            return (Kind::Choice, Some(label), self.choices(&question.choices));
        }
        if LEADING.contains(&name) {
            return leading(name);
        }
        if RESPONDENT.contains(&name) {
            return (Kind::Choice, None, Vec::new());
        }
        match name {
            COMMENT => {
                let asked = self.questionnaire.comment.as_ref();
                let label = asked.map(|comment| self.fill(&comment.text));
                (Kind::Text, label, Vec::new())
            }
            REASONS => {
                let asked = self.questionnaire.reasons.as_ref();
                let label = asked.map(|reasons| self.fill(&reasons.text));
                let values = asked.map(|reasons| self.choices(&reasons.choices));
                (Kind::Choices, label, values.unwrap_or_default())
            }
            TICKET => (Kind::Ticket, None, named(&["poster"])),
            criterion => self.criterion(criterion),
        }
    }

    fn criterion(&self, id: &str) -> (Kind, Option<Wording>, Vec<Value>) {
        let mut all = self.questionnaire.criteria();
        let Some(criterion) = all.find(|criterion| criterion.id == id) else {
            return (Kind::Text, None, Vec::new());
        };
        let scale = self.questionnaire.scale_of(criterion);
        let mut values: Vec<Value> = scale
            .levels
            .iter()
            .map(|level| Value {
                code: level.code.clone(),
                label: self.fill(&level.label),
                score: Some(level.score),
                satisfied: Some(level.satisfied),
                missing: false,
            })
            .collect();
        let own = scale.not_applicable.as_ref();
        values.push(Value {
            code: "na".to_owned(),
            label: own.map_or_else(|| words::NOT_APPLICABLE.wording(), |own| self.fill(own)),
            score: None,
            satisfied: None,
            missing: true,
        });
        (Kind::Answer, Some(self.fill(&criterion.text)), values)
    }

    fn choices(&self, choices: &[Choice]) -> Vec<Value> {
        let values = choices
            .iter()
            .map(|choice| plain(&choice.code, self.fill(&choice.label)));
        values.collect()
    }
}

fn leading(name: &str) -> (Kind, Option<Wording>, Vec<Value>) {
    let kind = match name {
        "ballot_id" => Kind::Id(16),
        "device_id" => Kind::Id(8),
        "questionnaire" => Kind::Questionnaire,
        "version" | "duration_secs" => Kind::Whole,
        "submitted_at" => Kind::Moment,
        "channel" => return (Kind::Choice, None, named(&Channel::ALL.map(Channel::code))),
        "status" => {
            let codes = [Status::Complete, Status::Stopped].map(Status::code);
            return (Kind::Choice, None, named(&codes));
        }
        _ => Kind::Code,
    };
    (kind, None, Vec::new())
}

fn named(codes: &[&str]) -> Vec<Value> {
    let label = |code: &str| words::value(code).map(words::Word::wording);
    let values = codes
        .iter()
        .map(|code| plain(code, label(code).unwrap_or_default()));
    values.collect()
}

fn plain(code: &str, label: Wording) -> Value {
    Value {
        code: code.to_owned(),
        label,
        score: None,
        satisfied: None,
        missing: false,
    }
}
