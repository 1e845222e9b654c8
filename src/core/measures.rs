//! The library of measures suggested for weak criteria: data, and each office's own to change.

use crate::findings::{Findings, quoted};
use crate::problem::{Fault, Problem};
use crate::wording::Wording;

/// A library for one questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measures {
    /// Id of the questionnaire whose factors and criteria it names.
    pub questionnaire: String,
    /// Its measures, in the order suggested.
    pub measures: Vec<Measure>,
}

/// One measure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measure {
    /// Its id: a-z, 0-9, `-`.
    pub id: String,
    /// The factor it helps.
    pub factor: String,
    /// The criteria it helps most; empty: all of the factor.
    pub criteria: Vec<String>,
    /// The task ("nhiệm vụ").
    pub task: Wording,
    /// What is done ("hoạt động, giải pháp").
    pub action: Wording,
    /// What comes of it ("kết quả, sản phẩm"); may be empty.
    pub product: Wording,
}

impl Measures {
    /// The measures for a criterion: those that name it first, then those of its whole factor.
    #[must_use]
    pub fn suggested(&self, factor: &str, criterion: &str) -> Vec<&Measure> {
        let of_factor = || self.measures.iter().filter(|one| one.factor == factor);
        let own = |one: &&Measure| one.criteria.iter().any(|id| id == criterion);
        of_factor()
            .filter(own)
            .chain(of_factor().filter(|one| one.criteria.is_empty()))
            .collect()
    }

    /// Every rule the library breaks, in document order.
    #[must_use]
    pub fn problems(&self) -> Vec<Problem> {
        let mut findings = Findings::new();
        id(&mut findings, "questionnaire", &self.questionnaire);
        for (index, one) in self.measures.iter().enumerate() {
            let mark = findings.enter_item("measures", index);
            let mut earlier = self.measures.iter().take(index);
            if earlier.any(|other| other.id == one.id && !one.id.is_empty()) {
                findings.add_at("id", Fault::Duplicate, "another id", &quoted(&one.id));
            } else {
                id(&mut findings, "id", &one.id);
            }
            id(&mut findings, "factor", &one.factor);
            for (place, criterion) in one.criteria.iter().enumerate() {
                let item = findings.enter_item("criteria", place);
                if !is_id(criterion) {
                    findings.add(Fault::BadCode, EXPECTED, &quoted(criterion));
                }
                findings.leave(item);
            }
            for (key, wording) in [("task", &one.task), ("action", &one.action)] {
                if wording.is_empty() {
                    findings.add_at(
                        key,
                        Fault::NoText,
                        "a text in at least one language",
                        "none",
                    );
                }
            }
            findings.leave(mark);
        }
        findings.into_problems()
    }
}

const EXPECTED: &str = "a-z 0-9 - _";

fn is_id(text: &str) -> bool {
    let of_id =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
    (1..=60).contains(&text.len()) && text.bytes().all(of_id)
}

fn id(findings: &mut Findings, key: &str, text: &str) {
    if !is_id(text) {
        findings.add_at(key, Fault::BadCode, EXPECTED, &quoted(text));
    }
}
