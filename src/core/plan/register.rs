//! A text that may be edited in several places at once.

use std::collections::BTreeMap;

/// For each writer the number of the last edit seen.
pub(super) type Seen = BTreeMap<u32, u32>;

/// One edit of one text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// Seconds since 1970 by the writer's clock; decides only which of two unseen edits is shown.
    pub at: i64,
    /// Who wrote it.
    pub writer: u32,
    /// The writer's how many-th edit of the plan it is, from 1.
    pub number: u32,
    /// What was written.
    pub text: String,
}

/// A text: its edit, and those made elsewhere by writers who had not seen it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Register {
    /// Ascending, so the last one is shown.
    edits: Vec<Edit>,
}

impl Register {
    pub(super) fn of(edit: Edit) -> Self {
        Self { edits: vec![edit] }
    }

    /// The text shown: the latest edit's.
    #[must_use]
    pub fn text(&self) -> &str {
        self.edits.last().map_or("", |edit| &edit.text)
    }

    /// All edits, the one shown last.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Other texts that stand beside the one shown, the latest first.
    pub fn set_aside(&self) -> impl Iterator<Item = &Edit> {
        let shown = self.text();
        let others = self.edits.iter().rev().skip(1);
        others.filter(move |edit| edit.text != shown)
    }

    /// Puts in an edit that stood beside the others.
    pub(super) fn put(&mut self, edit: Edit) {
        if let Err(place) = self.edits.binary_search(&edit) {
            self.edits.insert(place, edit);
        }
    }

    /// The edits of two copies: those both have, and those the other side has never seen. What the other side saw and no
    /// longer has, it has replaced.
    pub(super) fn merged(one: (&Self, &Seen), two: (&Self, &Seen)) -> Self {
        let mut merged = Self::default();
        for ((own, _), (other, seen)) in [(one, two), (two, one)] {
            for edit in &own.edits {
                let unseen = seen
                    .get(&edit.writer)
                    .is_none_or(|last| *last < edit.number);
                // The same number with another text: a tab that was copied with its number. Both are kept.
                let mut theirs = other.edits.iter();
                let known =
                    theirs.any(|one| (one.writer, one.number) == (edit.writer, edit.number));
                if unseen || known {
                    merged.put(edit.clone());
                }
            }
        }
        merged
    }
}
