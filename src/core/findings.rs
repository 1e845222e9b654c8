//! Collects problems while a document is walked, keeping track of the place.
//!
//! The place is one growing and shrinking string, so no path is built unless something is wrong.

use crate::problem::{Fault, Problem};

/// The problems found so far and where in the document the walk stands.
#[derive(Debug, Default)]
pub struct Findings {
    path: String,
    problems: Vec<Problem>,
}

impl Findings {
    /// Nothing found, standing at the document's root.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Steps down to `key`; the result brings [`leave`](Self::leave) back here.
    #[must_use]
    pub fn enter(&mut self, key: &str) -> usize {
        let mark = self.path.len();
        if mark > 0 {
            self.path.push('.');
        }
        self.path.push_str(key);
        mark
    }

    /// Steps down to the item at `index` (from 0) of the list under `key`.
    #[must_use]
    pub fn enter_item(&mut self, key: &str, index: usize) -> usize {
        let mark = self.enter(key);
        // The way back is to before the key, so this inner mark is not needed.
        self.enter_index(index);
        mark
    }

    /// Steps down to the item at `index` (from 0) of the list the walk stands at.
    pub fn enter_index(&mut self, index: usize) -> usize {
        let mark = self.path.len();
        self.path.push('[');
        self.path.push_str(&index.to_string());
        self.path.push(']');
        mark
    }

    /// Steps back up to where `mark` was given out.
    pub fn leave(&mut self, mark: usize) {
        self.path.truncate(mark);
    }

    /// Where the walk stands.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A problem with what stands here.
    pub fn add(&mut self, fault: Fault, expected: &str, found: &str) {
        self.problems.push(Problem {
            path: self.path.clone(),
            fault,
            expected: expected.to_owned(),
            found: found.to_owned(),
        });
    }

    /// A problem with what stands under `key`.
    pub fn add_at(&mut self, key: &str, fault: Fault, expected: &str, found: &str) {
        let mark = self.enter(key);
        self.add(fault, expected, found);
        self.leave(mark);
    }

    /// Everything found, in the order of the walk.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

/// A text as problems show it: in quotes, long ones cut after 40 characters.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    match text.char_indices().nth(40) {
        Some((end, _)) => {
            out.push_str(text.get(..end).unwrap_or_default());
            out.push('…');
        }
        None => out.push_str(text),
    }
    out.push('"');
    out
}

/// A number as problems show it, without the weight of exact decimal printing: whole numbers in
/// full, others to three decimals, cut.
#[must_use]
pub fn number(value: f64) -> String {
    if value.is_nan() || value.abs() > 9e15 {
        return "a number without limit".to_owned();
    }
    let mut out = String::new();
    if value < 0.0 {
        out.push('-');
    }
    let thousandths = (value.abs() * 1000.0) as u64;
    out.push_str(&(thousandths / 1000).to_string());
    let mut rest = thousandths % 1000;
    if rest > 0 {
        out.push('.');
    }
    while rest > 0 {
        out.push(char::from(b'0' + (rest / 100) as u8));
        rest = rest % 100 * 10;
    }
    out
}
