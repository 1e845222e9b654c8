//! Scales, their levels, and the criteria's references to them.

use super::codes::{self, Codes};
use super::{Checker, Fault, number, quoted};
use crate::questionnaire::{Criterion, Level, Scale};

impl<'a> Checker<'a> {
    /// The scales that criteria are answered on.
    pub fn scales(&mut self) {
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

    /// The criterion's scale exists and has what the criterion offers.
    pub fn scale_reference(&mut self, criterion: &Criterion) {
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
}
