//! Where the typing of a paper ballot stands, and what the page says about it.

use super::settings::Mode;
use crate::state::ledger::SaveError;
use sipas_core::paper::agreement::{Choice, Difference};
use sipas_core::paper::register::{Entry, Paper};

/// What the page waits for.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// A ballot's number.
    Number,
    /// A decision about that number.
    Ask(Ask),
    /// Cells.
    Cells,
    /// The comment.
    Comment,
    /// Saving: Enter once more.
    Ready,
    /// The engines.
    Saving,
    /// Another attempt to save.
    Failed(SaveError),
    /// Differences to be decided.
    Compare(Box<Comparison>),
}

/// Why a number cannot simply be typed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// The same person typed it before.
    Again(Box<Entry>),
    /// Another person made its first entry.
    Other(Box<Entry>),
    /// The second entry would be by the same person.
    SamePerson,
    /// A second entry without a first.
    NoFirst,
    /// Both entries are there.
    Twice(Box<[Entry; 2]>),
    /// Decided and counted.
    Settled,
}

/// Two entries of a paper side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The entries.
    pub pair: [Entry; 2],
    /// What they differ in.
    pub differences: Vec<Difference>,
    /// What counts for each.
    pub chosen: Vec<Choice>,
    /// The difference under the cursor; their number where all are done.
    pub at: usize,
    /// The next key is what stands on the paper.
    pub typing: bool,
}

/// What the page says about the last thing done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Not a number.
    BadNumber,
    /// A day to come.
    BadDay,
    /// Nobody chosen.
    ChoosePerson,
    /// This cell takes only these keys.
    Refused(String),
    /// Safely saved; true where it counts by now.
    Saved(Paper, bool),
    /// Taken back.
    Undone(Paper),
    /// So many were closed.
    Closed(usize),
    /// Reopened half-typed.
    Found(Paper),
}

/// What this page has seen since it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Session {
    /// Ballots typed.
    pub papers: u32,
    /// Keys pressed for them.
    pub keys: u32,
    /// Time at them, in seconds.
    pub secs: u32,
}

/// The ballot being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Begun {
    /// Which one.
    pub paper: Paper,
    /// Its entry's number.
    pub id: u64,
    /// How.
    pub mode: Mode,
    /// When its number was typed, in milliseconds; moved back by the time spent before a reload.
    pub started_ms: f64,
    /// The entry this one replaces.
    pub replaces: Option<Entry>,
}
