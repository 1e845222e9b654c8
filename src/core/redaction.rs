//! Parts of a comment that must not be published: telephone and identity numbers, addresses of mail
//! and pages, and whatever a person strikes out.
//!
//! A comment is looked at word by word (between white space). [`Words::of`] finds the words that hold what
//! identifies somebody; a person's [`Strikes`] add words to them or give some back. What is struck
//! out is replaced in the published text, never in the stored ballot.

use std::collections::BTreeMap;

/// What stands for words that were struck out.
pub const STRUCK: &str = "[…]";

/// Why a word is struck out without anybody having asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// A telephone number: 9–11 digits that begin with 0 or +84.
    Phone,
    /// Another number of 6 or more digits: identity card, dossier, account.
    Number,
    /// An address of electronic mail.
    Mail,
    /// An address of a page.
    Page,
}

/// A comment's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Each word with the white space before it and what was found in it.
    pub words: Vec<Word>,
    /// White space after the last word.
    pub rest: String,
}

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// White space before it.
    pub before: String,
    /// The word.
    pub text: String,
    /// What it holds, or is a part of.
    pub found: Option<Found>,
}

/// A person's decisions about one comment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Strikes {
    /// The whole comment is kept back.
    pub whole: bool,
    /// Words by position: struck out, or given back.
    pub words: BTreeMap<usize, bool>,
}

impl Strikes {
    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.whole && self.words.is_empty()
    }
}

impl Words {
    /// The words of a comment.
    #[must_use]
    pub fn of(comment: &str) -> Self {
        let mut words = Vec::new();
        let mut before = String::new();
        let mut text = String::new();
        for letter in comment.chars() {
            if letter.is_whitespace() {
                if !text.is_empty() {
                    words.push(Word {
                        before: core::mem::take(&mut before),
                        text: core::mem::take(&mut text),
                        found: None,
                    });
                }
                before.push(letter);
            } else {
                text.push(letter);
            }
        }
        if !text.is_empty() {
            words.push(Word {
                before: core::mem::take(&mut before),
                text,
                found: None,
            });
        }
        let mut all = Self {
            words,
            rest: before,
        };
        all.find();
        all
    }

    fn find(&mut self) {
        for word in &mut self.words {
            word.found = address(&word.text);
        }
        // Numbers are often written in groups: a run of words that are only digits and their
        // separators is one number.
        let mut start = 0;
        while start < self.words.len() {
            let run = self.words.iter().skip(start);
            let length = run.take_while(|word| is_part_of_number(&word.text)).count();
            for end in (1..=length).rev() {
                let part = self.words.get_mut(start..start + end).unwrap_or_default();
                let digits: String = part.iter().map(|word| word.text.as_str()).collect();
                if let Some(found) = number(&digits) {
                    part.iter_mut().for_each(|word| word.found = Some(found));
                    start += end - 1;
                    break;
                }
            }
            start += 1;
        }
        for word in self.words.iter_mut().filter(|word| word.found.is_none()) {
            word.found = inner_number(&word.text);
        }
    }

    /// Whether the word at this position is struck out.
    #[must_use]
    pub fn is_struck(&self, position: usize, strikes: &Strikes) -> bool {
        let found = self.words.get(position).and_then(|word| word.found);
        let decided = strikes.words.get(&position).copied();
        strikes.whole || decided.unwrap_or(found.is_some())
    }

    /// How many words are struck out.
    #[must_use]
    pub fn struck(&self, strikes: &Strikes) -> usize {
        (0..self.words.len())
            .filter(|position| self.is_struck(*position, strikes))
            .count()
    }

    /// The text to publish; nothing where the whole comment is kept back or nothing is left of it.
    #[must_use]
    pub fn published(&self, strikes: &Strikes) -> Option<String> {
        if strikes.whole {
            return None;
        }
        let mut out = String::new();
        let mut was_struck = false;
        let mut left = false;
        for (position, word) in self.words.iter().enumerate() {
            let is_struck = self.is_struck(position, strikes);
            // A run of words becomes one mark, so that its length says nothing.
            if !(is_struck && was_struck) {
                out.push_str(&word.before);
                out.push_str(if is_struck { STRUCK } else { &word.text });
            }
            left |= !is_struck;
            was_struck = is_struck;
        }
        out.push_str(&self.rest);
        left.then(|| out.trim().to_owned())
    }
}

fn address(word: &str) -> Option<Found> {
    let lower = word.to_lowercase();
    if let Some((name, host)) = lower.split_once('@')
        && name.ends_with(char::is_alphanumeric)
        && host.starts_with(char::is_alphanumeric)
    {
        return Some(Found::Mail);
    }
    let is_page = ["http://", "https://", "www.", "facebook.com", "zalo.me"]
        .into_iter()
        .any(|start| lower.contains(start));
    is_page.then_some(Found::Page)
}

const SEPARATORS: [char; 9] = ['.', '-', '(', ')', '+', ',', ';', ':', '–'];

fn is_part_of_number(word: &str) -> bool {
    let all = |letter: char| letter.is_ascii_digit() || SEPARATORS.contains(&letter);
    word.chars().any(|letter| letter.is_ascii_digit()) && word.chars().all(all)
}

/// What a text of digits and separators is.
fn number(text: &str) -> Option<Found> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let is_phone = (9..=11).contains(&digits.len()) && digits.starts_with('0')
        || (10..=12).contains(&digits.len())
            && digits.starts_with("84")
            && text.trim_start_matches('(').starts_with('+');
    if is_phone {
        return Some(Found::Phone);
    }
    // Sums of money end in thousands: 1.500.000; dates are short.
    let is_sum = digits.ends_with("000") && text.contains(['.', ',']);
    let is_date = digits.len() == 8 && text.matches(['/', '-', '.']).count() == 2;
    (digits.len() >= 6 && !is_sum && !is_date).then_some(Found::Number)
}

/// A number inside a word, as in `tel:0912345678`.
fn inner_number(word: &str) -> Option<Found> {
    let is_part = |letter: char| letter.is_ascii_digit() || SEPARATORS.contains(&letter);
    word.split(|letter| !is_part(letter))
        .filter(|part| !part.is_empty())
        .find_map(|part| number(part.trim_matches([':', ';', ',', '.', '-'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(text: &str) -> Option<String> {
        Words::of(text).published(&Strikes::default())
    }

    #[test]
    fn numbers_that_identify_somebody_are_struck_out() {
        for (text, kept) in [
            ("call 0912345678 now", "call […] now"),
            ("call 0912 345 678 now", "call […] now"),
            ("call 0912.345.678.", "call […]"),
            ("call (+84) 912 345 678", "call […]"),
            ("card 064190001234", "card […]"),
            ("card 231 234 567", "card […]"),
            ("my tel:0912345678", "my […]"),
            ("mail a.b@example.vn please", "mail […] please"),
            ("see https://example.vn/x", "see […]"),
        ] {
            assert_eq!(
                published(text).unwrap_or_default(),
                kept.replace("[…]", STRUCK).trim(),
                "{text}"
            );
        }
    }

    #[test]
    fn everyday_numbers_stay() {
        for text in [
            "waited 45 minutes at counter 3",
            "on 21/11/2026 at 8:30",
            "on 21.11.2026",
            "paid 1.500.000 twice",
            "from 8 to 11, then 14 to 16",
            "email @ the desk",
        ] {
            assert_eq!(published(text).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_person_decides_over_the_rules() {
        let words = Words::of("Mr Nam, 0912345678, is kind");
        let mut strikes = Strikes::default();
        strikes.words.insert(1, true);
        strikes.words.insert(2, false);
        let text = words.published(&strikes);
        assert_eq!(text.as_deref(), Some("Mr […] 0912345678, is kind"));
        strikes.whole = true;
        assert_eq!(words.published(&strikes), None);
    }

    #[test]
    fn a_run_of_struck_words_is_one_mark_and_nothing_left_is_nothing() {
        let words = Words::of(" a b\nc ");
        let strike = |all: &[usize]| Strikes {
            whole: false,
            words: all.iter().map(|one| (*one, true)).collect(),
        };
        assert_eq!(words.published(&strike(&[0, 1])).as_deref(), Some("[…]\nc"));
        assert_eq!(words.published(&strike(&[0, 1, 2])), None);
        assert_eq!(published(""), None);
    }
}
