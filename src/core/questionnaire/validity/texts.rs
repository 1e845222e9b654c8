//! Texts: every one in every language, and the terms in them.

use super::codes::listed;
use super::{Checker, Fault, quoted};
use crate::questionnaire::terms::{self, Piece};
use crate::wording::Wording;

impl<'a> Checker<'a> {
    /// The text under `key`; one that is not `required` may be absent in all languages.
    pub fn text(&mut self, key: &str, wording: &'a Wording, required: bool) {
        if !required && wording.is_empty() {
            return;
        }
        let mark = self.findings.enter(key);
        let languages = &self.definition.languages;
        let lacking = |language: &&String| {
            let text = wording.exact(language).unwrap_or_default();
            text.trim().is_empty()
        };
        let mut explained = false;
        for (language, text) in wording.entries() {
            if languages.contains(language) {
                self.terms_in(language, text);
            } else if self.languages_sound {
                // A mistyped language stands where a declared one is lacking.
                let mistyped = languages.iter().any(|l| wording.exact(l).is_none());
                if mistyped || !self.undeclared.contains(&language.as_str()) {
                    let names = languages.iter().map(String::as_str);
                    let expected = listed("a language of the questionnaire: ", names);
                    let found = quoted(language);
                    self.findings
                        .add_at(language, Fault::BadReference, &expected, &found);
                }
                self.undeclared.push(language);
                explained = mistyped;
            }
        }
        if !explained {
            for language in languages.iter().filter(lacking) {
                if super::codes::is_language(language) {
                    let found = match wording.exact(language) {
                        Some(_) => "an empty one",
                        None => "none",
                    };
                    self.findings
                        .add_at(language, Fault::NoText, "a text", found);
                }
            }
        }
        self.findings.leave(mark);
    }

    fn terms_in(&mut self, language: &str, text: &str) {
        let known = &self.definition.terms;
        for piece in terms::pieces(text) {
            let (expected, found) = match piece {
                Piece::Plain(_) => continue,
                Piece::Broken(rest) => ("a term between { and }".to_owned(), rest),
                Piece::Term(name) => {
                    // A term whose id could not be read may be the one meant.
                    let unclear = |id: &str| id.is_empty() || terms::names(name, id);
                    if known.iter().any(|term| unclear(&term.id)) {
                        continue;
                    }
                    let ids = known.iter().map(|term| term.id.as_str());
                    let expected = if known.is_empty() {
                        "no braces where there are no terms".to_owned()
                    } else {
                        listed("the id of a term: ", ids)
                    };
                    (expected, name)
                }
            };
            let found = quoted(found);
            self.findings
                .add_at(language, Fault::BadReference, &expected, &found);
        }
    }
}
