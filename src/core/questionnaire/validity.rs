//! The rules a definition must meet to be a questionnaire.
//!
//! One walk in document order. A mistake is told once, where it was made: an *empty* id, code or
//! reference is a hole its own problem speaks of, so whatever could have referred to it is not
//! doubted as well, and likewise a language code that is not one.

mod asked;
mod codes;
mod texts;

use super::{Choice, ChoiceQuestion, Class, Criterion, Definition, Factor, Level, Scale, Source};
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
const RESERVED_IDS: [&str; 16] = [
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

    fn terms(&mut self) {
        let mut seen = Codes::new(&[]);
        for (index, term) in self.definition.terms.iter().enumerate() {
            let mark = self.findings.enter_item("terms", index);
            self.id(&mut seen, &term.id);
            self.choices(&term.choices, 1, 16);
            self.findings.leave(mark);
        }
    }

    fn scales(&mut self) {
        let scales = &self.definition.scales;
        self.count("scales", scales.len(), 1, 60);
        let mut seen = Codes::new(&[]);
        for (index, scale) in scales.iter().enumerate() {
            let mark = self.findings.enter_item("scales", index);
            self.id(&mut seen, &scale.id);
            self.levels(scale);
            if let Some(label) = &scale.not_applicable {
                self.text("not_applicable", label, true);
            }
            self.findings.leave(mark);
        }
    }

    fn levels(&mut self, scale: &'a Scale) {
        let levels = &scale.levels;
        self.count("levels", levels.len(), 2, 9);
        let mut seen = Codes::new(&["na"]);
        for (index, level) in levels.iter().enumerate() {
            let mark = self.findings.enter_item("levels", index);
            self.level(level, &mut seen);
            self.findings.leave(mark);
        }
        let satisfied = levels.iter().filter(|level| level.satisfied).count();
        let found = if satisfied == 0 { "none" } else { "all" };
        if levels.len() > 1 && (satisfied == 0 || satisfied == levels.len()) {
            let expected = "levels that count as satisfied and levels that do not";
            self.findings
                .add_at("levels", Fault::Contradiction, expected, found);
        }
        let same = |pair: &[Level]| matches!(pair, [a, b] if a.score == b.score);
        if levels.len() > 1 && levels.windows(2).all(same) {
            let expected = "at least two different scores";
            self.findings
                .add_at("levels", Fault::Contradiction, expected, "one score");
        }
    }

    fn level(&mut self, level: &'a Level, seen: &mut Codes<'a>) {
        let mark = self.findings.enter("code");
        if !codes::is_level(&level.code) {
            let found = quoted(&level.code);
            self.findings
                .add(Fault::BadCode, "1 to 8 of a-z 0-9", &found);
        } else {
            self.unique(seen, &level.code, "another code");
        }
        self.findings.leave(mark);
        self.text("label", &level.label, true);
        if !level.score.is_finite() {
            let found = number(level.score);
            self.findings
                .add_at("score", Fault::OutOfRange, "a finite number", &found);
        }
        if let Some(face) = level.face {
            self.range("face", f64::from(face), 1, 5);
        }
    }

    fn factor(&mut self, factor: &'a Factor) {
        self.namespace_id(&factor.id, &RESPONDENT_IDS);
        self.text("title", &factor.title, true);
        if let Some(gate) = &factor.gate {
            let mark = self.findings.enter("gate");
            self.question(gate, &RESPONDENT_IDS, 16);
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
            let others: &[&str] = if general { &[] } else { &[GENERAL_ID] };
            self.namespace_id(&criterion.id, others);
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

    fn scale_reference(&mut self, criterion: &Criterion) {
        let scales = &self.definition.scales;
        match scales.iter().find(|scale| scale.id == criterion.scale) {
            Some(scale) if criterion.not_applicable && scale.not_applicable.is_none() => {
                let expected = "a scale with a not_applicable label";
                let found = quoted(&scale.id);
                self.findings
                    .add_at("not_applicable", Fault::Contradiction, expected, &found);
            }
            Some(_) => {}
            None if scales.iter().all(|scale| !scale.id.is_empty()) && !scales.is_empty() => {
                let ids = scales.iter().map(|scale| scale.id.as_str());
                let expected = codes::listed("a scale: ", ids);
                let found = quoted(&criterion.scale);
                self.findings
                    .add_at("scale", Fault::BadReference, &expected, &found);
            }
            None => {}
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

    /// What comes after the rated questions.
    fn endings(&mut self) {
        let definition = self.definition;
        if let Some(reasons) = &definition.reasons {
            let mark = self.findings.enter("reasons");
            self.text("text", &reasons.text, true);
            self.condition(Some(&reasons.only_if));
            self.choices(&reasons.choices, 1, 16);
            self.findings.leave(mark);
        }
        if let Some(comment) = &definition.comment {
            let mark = self.findings.enter("comment");
            self.text("text", &comment.text, true);
            self.text("privacy_hint", &comment.privacy_hint, true);
            self.range("max_chars", f64::from(comment.max_chars), 1, 2000);
            self.findings.leave(mark);
        }
        self.count("respondent", definition.respondent.len(), 0, 16);
        for (index, question) in definition.respondent.iter().enumerate() {
            let mark = self.findings.enter_item("respondent", index);
            self.question(question, &[GENERAL_ID], 60);
            self.findings.leave(mark);
        }
        self.classes(&definition.classes);
    }

    fn classes(&mut self, classes: &'a [Class]) {
        let mut seen = Codes::new(&[]);
        let mut above = f64::INFINITY;
        for (index, class) in classes.iter().enumerate() {
            let mark = self.findings.enter_item("classes", index);
            self.code(&mut seen, &class.code);
            self.text("label", &class.label, true);
            // Also false where it is not a number.
            if !(class.at_least < above && class.at_least.is_finite()) {
                let mut expected = "less than ".to_owned();
                expected.push_str(&number(above));
                let found = number(class.at_least);
                self.findings
                    .add_at("at_least", Fault::OutOfRange, &expected, &found);
            }
            above = class.at_least;
            self.findings.leave(mark);
        }
    }

    fn question(&mut self, question: &'a ChoiceQuestion, others: &[&str], most: usize) {
        self.namespace_id(&question.id, others);
        self.text("text", &question.text, true);
        self.choices(&question.choices, 2, most);
    }

    fn choices(&mut self, choices: &'a [Choice], least: usize, most: usize) {
        self.count("choices", choices.len(), least, most);
        let mut seen = Codes::new(&[]);
        for (index, choice) in choices.iter().enumerate() {
            let mark = self.findings.enter_item("choices", index);
            self.code(&mut seen, &choice.code);
            self.text("label", &choice.label, true);
            self.findings.leave(mark);
        }
    }
}
