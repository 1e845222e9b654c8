//! Conditions: what was asked before, and whether an answer can make a difference.

use super::codes::{Codes, listed};
use super::{Checker, Fault, quoted};
use crate::questionnaire::Condition;

/// The questions asked so far, each with its answers' codes.
#[derive(Default)]
pub struct Asked<'a> {
    questions: Vec<(&'a str, Vec<&'a str>)>,
}

impl<'a> Asked<'a> {
    /// Notes a question as asked.
    pub fn push(&mut self, id: &'a str, codes: impl Iterator<Item = &'a str>) {
        self.questions.push((id, codes.collect()));
    }
}

impl<'a> Checker<'a> {
    /// The condition under `only_if`, if there is one.
    pub fn condition(&mut self, condition: Option<&'a Condition>) {
        let Some(condition) = condition else {
            return;
        };
        let mark = self.findings.enter("only_if");
        let asked = core::mem::take(&mut self.asked);
        let mut questions = asked.questions.iter();
        match questions.find(|(id, _)| *id == condition.question) {
            Some((_, codes)) => self.any_of(&condition.any_of, codes),
            // A question whose id could not be read may be the one meant.
            None if asked.questions.iter().any(|(id, _)| id.is_empty()) => {}
            None => {
                let expected = "the id of a gate or criterion the respondent was asked earlier";
                let found = quoted(&condition.question);
                self.findings
                    .add_at("question", Fault::BadReference, expected, &found);
            }
        }
        self.asked = asked;
        self.findings.leave(mark);
    }

    fn any_of(&mut self, any_of: &'a [String], codes: &[&str]) {
        let mut seen = Codes::new(&[]);
        for (index, code) in any_of.iter().enumerate() {
            let mark = self.findings.enter_item("any_of", index);
            if codes.contains(&code.as_str()) {
                self.unique(&mut seen, code, "another code");
            } else if !codes.is_empty() && !codes.contains(&"") {
                let expected = listed("an answer's code: ", codes.iter().copied());
                let found = quoted(code);
                self.findings.add(Fault::BadReference, &expected, &found);
            }
            self.findings.leave(mark);
        }
        let all = !codes.is_empty() && codes.iter().all(|code| any_of.iter().any(|c| c == code));
        if any_of.is_empty() || all {
            let expected = "some of the answers, not none and not all";
            let found = if all { "all" } else { "none" };
            self.findings
                .add_at("any_of", Fault::Contradiction, expected, found);
        }
    }
}
