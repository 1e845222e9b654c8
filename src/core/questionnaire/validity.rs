//! The rules a definition must meet to be a questionnaire.
//!
//! One walk in document order. A mistake is told once, where it was made: an *empty* id, code or
//! reference is a hole its own problem speaks of, so whatever could have referred to it is not
//! doubted as well, and likewise a language code that is not one.

mod asked;
mod choices;
mod codes;
mod scales;
mod texts;

use super::{Criterion, Definition, Factor, Source};
use crate::findings::{Findings, number, quoted};
use crate::problem::{Fault, Problem};
use asked::Asked;
use codes::Codes;

/// Most criteria a questionnaire may have, the general question included.
pub const MOST_CRITERIA: usize = 60;

/// Every rule `definition` breaks, in document order.
pub fn problems(definition: &Definition) -> Vec<Problem> {
    let mut checker = Checker {
        definition,
        findings: Findings::new(),
        ids: Codes::new(&RESERVED_IDS),
        asked: Asked::default(),
        undeclared: Vec::new(),
        languages_sound: true,
    };
    checker.document();
    checker.findings.into_problems()
}

/// Columns of ballot files and marks in the page, which no question may be called.
const RESERVED_IDS: [&str; 17] = [
    "ballot_id",
    "device_id",
    "campaign",
    "questionnaire",
    "version",
    "unit",
    "field",
    "channel",
    "status",
    "submitted_at",
    "duration_secs",
    "comment",
    "reasons",
    "ticket",
    "practice",
    "na",
    "index",
];

/// Columns every ballot file has for questions about the respondent.
const RESPONDENT_IDS: [&str; 5] = ["gender", "age", "education", "occupation", "respondent"];

/// The only id the general question may have.
const GENERAL_ID: &str = "overall";

struct Checker<'a> {
    definition: &'a Definition,
    findings: Findings,
    /// Ids of factors and questions: one namespace.
    ids: Codes<'a>,
    /// The questions asked so far, for conditions.
    asked: Asked<'a>,
    /// Undeclared languages told already.
    undeclared: Vec<&'a str>,
    /// False where a language code is no code: texts in other languages are then not doubted.
    languages_sound: bool,
}

impl<'a> Checker<'a> {
    fn document(&mut self) {
        let definition = self.definition;
        if !codes::is_id(&definition.id, b'-') {
            self.bad_code("id", &definition.id, codes::ID_RULE);
        }
        self.range("version", f64::from(definition.version), 1, u32::MAX);
        self.languages();
        self.text("title", &definition.title, true);
        self.text("introduction", &definition.introduction, false);
        self.range("minutes", f64::from(definition.minutes), 1, 60);
        self.terms();
        self.scales();
        for (index, factor) in definition.factors.iter().enumerate() {
            let mark = self.findings.enter_item("factors", index);
            self.factor(factor);
            self.findings.leave(mark);
        }
        self.criteria_count();
        if let Some(general) = &definition.general {
            let mark = self.findings.enter("general");
            self.criterion(general, true);
            self.findings.leave(mark);
        }
        self.endings();
    }

    fn languages(&mut self) {
        let languages = &self.definition.languages;
        self.count("languages", languages.len(), 1, 8);
        let mut seen = Codes::new(&[]);
        for (index, language) in languages.iter().enumerate() {
            let mark = self.findings.enter_item("languages", index);
            if codes::is_language(language) {
                self.unique(&mut seen, language, "another language");
            } else {
                self.languages_sound = false;
                let found = quoted(language);
                self.findings
                    .add(Fault::BadCode, "a language code such as vi", &found);
            }
            self.findings.leave(mark);
        }
        if languages.is_empty() {
            self.languages_sound = false;
        }
    }

    fn factor(&mut self, factor: &'a Factor) {
        self.namespace_id(&factor.id, &[]);
        self.text("title", &factor.title, true);
        if let Some(gate) = &factor.gate {
            let mark = self.findings.enter("gate");
            self.question(gate, &[], 16);
            self.findings.leave(mark);
            self.asked
                .push(&gate.id, gate.choices.iter().map(|c| c.code.as_str()));
        }
        self.condition(factor.only_if.as_ref());
        self.count("criteria", factor.criteria.len(), 1, MOST_CRITERIA);
        for (index, criterion) in factor.criteria.iter().enumerate() {
            let mark = self.findings.enter_item("criteria", index);
            self.criterion(criterion, false);
            self.findings.leave(mark);
        }
    }

    fn criterion(&mut self, criterion: &'a Criterion, general: bool) {
        if general && criterion.id != GENERAL_ID && !criterion.id.is_empty() {
            let found = quoted(&criterion.id);
            self.findings
                .add_at("id", Fault::BadCode, "\"overall\"", &found);
        } else {
            let own: &[&str] = if general { &[GENERAL_ID] } else { &[] };
            self.namespace_id(&criterion.id, own);
        }
        self.text("text", &criterion.text, true);
        self.text("explanation", &criterion.explanation, false);
        self.scale_reference(criterion);
        self.condition(criterion.only_if.as_ref());
        if criterion.source == Source::Ballot {
            let scales = &self.definition.scales;
            let scale = scales.iter().find(|scale| scale.id == criterion.scale);
            let levels = scale.map_or(&[][..], |scale| scale.levels.as_slice());
            self.asked
                .push(&criterion.id, levels.iter().map(|l| l.code.as_str()));
        } else if general {
            let expected = "\"ballot\" for the general question";
            self.findings
                .add_at("source", Fault::Contradiction, expected, "\"office\"");
        }
    }

    fn criteria_count(&mut self) {
        let definition = self.definition;
        let general = usize::from(definition.general.is_some());
        let factors = definition.factors.iter();
        let total = factors.map(|factor| factor.criteria.len()).sum::<usize>() + general;
        if total > MOST_CRITERIA {
            self.count("factors", total, 1, MOST_CRITERIA);
        } else if definition.factors.is_empty() && definition.general.is_none() {
            let expected = "at least one factor, or a general question";
            self.findings
                .add_at("factors", Fault::OutOfRange, expected, "none");
        }
    }
}
