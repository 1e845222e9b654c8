//! The campaign (đợt khảo sát): which questionnaire is asked, where, and about which fields.

pub mod plan;

use crate::ballot::is_code;
use crate::findings::{Findings, quoted};
use crate::problem::{Fault, Problem};
use crate::wording::Wording;

/// One round of the survey as set up by staff.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Campaign {
    /// Code written to ballots: a-z, 0-9, `-`.
    pub id: String,
    /// What staff and citizens read; one language or several.
    pub name: Wording,
    /// Which questionnaire is asked.
    pub questionnaire: String,
    /// Units a respondent may choose among; empty: the ballot's unit stays empty.
    pub units: Vec<Place>,
    /// Fields (lĩnh vực) a respondent may choose among; empty: not asked.
    pub fields: Vec<Place>,
    /// For each of the questionnaire's terms by id, the chosen code; absent: the first choice.
    pub terms: Vec<(String, String)>,
    /// Unit of this device's counter: every ballot gets it and it is not asked.
    pub unit: Option<String>,
    /// Name of the counter, for staff.
    pub counter: String,
}

/// A unit or field: its code and its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Code written to ballots: a-z, 0-9, `-`, and `/` between the parts of a unit's path.
    pub code: String,
    /// What people read.
    pub label: Wording,
}

impl Campaign {
    /// Every rule the campaign breaks, in document order.
    ///
    /// Its questionnaire is not at hand here: terms that one does not have are ignored when texts
    /// are filled in.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut findings = Findings::new();
        code(&mut findings, "id", &self.id, false);
        text(&mut findings, "name", &self.name);
        code(&mut findings, "questionnaire", &self.questionnaire, false);
        places(&mut findings, "units", &self.units, true);
        places(&mut findings, "fields", &self.fields, false);
        if let Some(unit) = &self.unit {
            code(&mut findings, "unit", unit, true);
        }
        findings.into_problems()
    }
}

fn places(findings: &mut Findings, key: &str, places: &[Place], path: bool) {
    for (index, place) in places.iter().enumerate() {
        let mark = findings.enter_item(key, index);
        let mut earlier = places.iter().take(index);
        if !place.code.is_empty() && earlier.any(|other| other.code == place.code) {
            let found = quoted(&place.code);
            findings.add_at("code", Fault::Duplicate, "another code", &found);
        } else {
            code(findings, "code", &place.code, path);
        }
        text(findings, "label", &place.label);
        findings.leave(mark);
    }
}

/// A code; that of a unit may be a `path`.
fn code(findings: &mut Findings, key: &str, code: &str, path: bool) {
    if !is_code(code) || (!path && code.contains('/')) {
        let expected = if path {
            "a-z 0-9 - with / between parts"
        } else {
            "a-z 0-9 -"
        };
        findings.add_at(key, Fault::BadCode, expected, &quoted(code));
    }
}

/// A text in at least one language, empty in none.
fn text(findings: &mut Findings, key: &str, wording: &Wording) {
    let mark = findings.enter(key);
    if wording.entries().is_empty() {
        findings.add(Fault::NoText, "a text in at least one language", "none");
    }
    for (language, text) in wording.entries() {
        if text.trim().is_empty() {
            findings.add_at(language, Fault::NoText, "a text", "an empty one");
        }
    }
    findings.leave(mark);
}
