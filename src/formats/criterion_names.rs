//! What a criterion is called where its rate stands.
//!
//! A rate is the share of the answers that count as satisfied. Of a criterion that speaks of something bad those are the
//! answers that deny it, so its name says which: else a high rate would read as much of the bad thing.

use crate::dictionary::words;
use sipas_core::questionnaire::{Criterion, Questionnaire, terms};
use sipas_core::wording::Wording;

/// Texts of a questionnaire in one language, with the words a campaign chose.
#[derive(Debug, Clone, Copy)]
pub struct CriterionNames<'a> {
    /// The questionnaire.
    pub questionnaire: &'a Questionnaire,
    /// BCP 47 code.
    pub language: &'a str,
    /// The campaign's (term id, choice code).
    pub terms: &'a [(String, String)],
}

impl CriterionNames<'_> {
    /// A wording as people read it.
    #[must_use]
    pub fn say(&self, wording: &Wording) -> String {
        let text = wording.get(self.language);
        terms::fill(self.questionnaire, text, self.language, self.terms)
    }

    /// The criterion's words; marked where they speak of something bad: `… (câu hỏi ngược)`.
    #[must_use]
    pub fn short(&self, criterion: &Criterion) -> String {
        let name = self.say(&criterion.text);
        if criterion.negative {
            bracketed(&name, words::REVERSED.get(self.language), "")
        } else {
            name
        }
    }

    /// The same with the answers its rate counts: `… (câu hỏi ngược, tính tỷ lệ trả lời “Không có”)`.
    #[must_use]
    pub fn full(&self, criterion: &Criterion) -> String {
        let name = self.say(&criterion.text);
        if criterion.negative {
            let counts = words::REVERSED_COUNTS.get(self.language);
            bracketed(&name, counts, &self.counted(criterion))
        } else {
            name
        }
    }

    /// The answers that count as satisfied: `“Rất ít khi xảy ra” hoặc “Không có”`.
    #[must_use]
    pub fn counted(&self, criterion: &Criterion) -> String {
        let levels = self.questionnaire.scale_of(criterion).levels.iter();
        let labels: Vec<String> = levels
            .filter(|level| level.satisfied)
            .map(|level| ["“", &self.say(&level.label), "”"].concat())
            .collect();
        match labels.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                let or = words::OR.get(self.language);
                [&rest.join(", "), or, last].concat()
            }
            _ => labels.concat(),
        }
    }
}

fn bracketed(name: &str, mark: &str, more: &str) -> String {
    [name, " (", mark, more, ")"].concat()
}
