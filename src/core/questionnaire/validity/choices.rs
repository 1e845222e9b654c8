//! Whatever is chosen from named answers, and what follows the rated questions.

use super::codes::Codes;
use super::{Checker, Fault, RESPONDENT_IDS, number};
use crate::questionnaire::{Choice, ChoiceQuestion, Class};

impl<'a> Checker<'a> {
    /// Words that change with the counter.
    pub fn terms(&mut self) {
        let mut seen = Codes::new(&[]);
        for (index, term) in self.definition.terms.iter().enumerate() {
            let mark = self.findings.enter_item("terms", index);
            self.id(&mut seen, &term.id);
            self.choices(&term.choices, 1, 16);
            self.findings.leave(mark);
        }
    }

    /// What comes after the rated questions.
    pub fn endings(&mut self) {
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
            self.question(question, &RESPONDENT_IDS, 60);
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
            if class.at_least < above && class.at_least.is_finite() {
                above = class.at_least;
            } else {
                let mut expected = "less than ".to_owned();
                expected.push_str(&number(above));
                let found = number(class.at_least);
                self.findings
                    .add_at("at_least", Fault::OutOfRange, &expected, &found);
            }
            self.findings.leave(mark);
        }
    }

    /// A question with named answers, at most `most`; `own` as in `namespace_id`.
    pub fn question(&mut self, question: &'a ChoiceQuestion, own: &[&str], most: usize) {
        self.namespace_id(&question.id, own);
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
