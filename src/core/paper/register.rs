//! The register of papers: what was typed in, by whom, and what was decided about it.
//!
//! Records are only ever added, so copies of the register are united like sets. Where each paper
//! stands ([`standings`]) follows from its records alone, whatever their order.

use super::sheet::Mark;
use crate::ballot::BallotId;
use crate::moment::{Civil, Moment};
use crate::selection::Day;
use std::collections::{BTreeMap, BTreeSet};

/// Which paper: its printed number within a batch of a campaign's questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Paper {
    /// Campaign code.
    pub campaign: String,
    /// Questionnaire id.
    pub questionnaire: String,
    /// Its version.
    pub version: u32,
    /// Letters and digits printed before the number; may be empty.
    pub batch: String,
    /// The number printed on it.
    pub number: u32,
}

/// What was on a paper, as one person read it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// Unit path; empty where unknown.
    pub unit: String,
    /// Field code; empty where unknown.
    pub field: String,
    /// The day written on the paper.
    pub day: Option<Day>,
    /// For each cell of the sheet what stands in it.
    pub marks: Vec<Mark>,
    /// The comment.
    pub comment: String,
}

/// A paper typed in once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Random; the id of the ballot where this is the paper's first entry.
    pub id: u64,
    /// Which paper.
    pub paper: Paper,
    /// Short name of the person.
    pub by: String,
    /// When it was saved.
    pub at: Moment,
    /// From its number to saving, in seconds.
    pub secs: u32,
    /// Keys pressed for its cells.
    pub keys: u32,
    /// What was typed.
    pub filled: Filled,
}

/// How a paper or an entry ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Two people typed the same.
    Agreed,
    /// They did not, and each difference was decided.
    Resolved,
    /// One entry was taken for enough.
    Single,
    /// The entries named were taken back: typed under a wrong number, or to be typed again.
    Withdrawn,
}

impl Outcome {
    /// All outcomes.
    pub const ALL: [Self; 4] = [Self::Agreed, Self::Resolved, Self::Single, Self::Withdrawn];

    /// The name written to files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Resolved => "resolved",
            Self::Single => "single",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The outcome with this name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What was decided about a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Random.
    pub id: u64,
    /// Which paper.
    pub paper: Paper,
    /// How it ended.
    pub outcome: Outcome,
    /// Short name of the person who decided.
    pub by: String,
    /// When.
    pub at: Moment,
    /// When the paper was first typed in.
    pub keyed_at: Moment,
    /// The entries it rests on, the first one first.
    pub entries: Vec<u64>,
    /// What counts.
    pub filled: Filled,
}

/// One record of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A paper typed in.
    Entry(Entry),
    /// A decision.
    Verdict(Verdict),
}

impl Record {
    /// The record's own number.
    #[must_use]
    pub const fn id(&self) -> u64 {
        match self {
            Self::Entry(entry) => entry.id,
            Self::Verdict(verdict) => verdict.id,
        }
    }

    /// The paper it is about.
    #[must_use]
    pub const fn paper(&self) -> &Paper {
        match self {
            Self::Entry(entry) => &entry.paper,
            Self::Verdict(verdict) => &verdict.paper,
        }
    }
}

impl Verdict {
    /// The ballot this decision makes: that of the paper's first entry.
    #[must_use]
    pub fn ballot(&self) -> Option<BallotId> {
        let first = self.entries.first().copied();
        first
            .map(BallotId)
            .filter(|_| self.outcome != Outcome::Withdrawn)
    }
}

impl Filled {
    /// When the ballot was given: the day on the paper, at noon; where that is the day it was typed in, or
    /// none is written, the moment of typing.
    #[must_use]
    pub fn when(&self, keyed_at: Moment) -> Moment {
        let Some(day) = self.day.filter(|day| *day != Day::at(keyed_at)) else {
            return keyed_at;
        };
        let noon = Civil {
            year: day.year,
            month: day.month,
            day: day.day,
            hour: 12,
            minute: 0,
            second: 0,
        };
        Moment::from_civil(noon, keyed_at.offset_minutes).unwrap_or(keyed_at)
    }
}

/// Where a paper stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Typed in once.
    Waiting(Box<Entry>),
    /// Typed in twice, not yet compared.
    Twice(Box<[Entry; 2]>),
    /// Decided; the entries it rests on as far as they are here, the first one first.
    Settled(Box<Verdict>, Vec<Entry>),
}

impl Standing {
    /// The entries that are here, the first one first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        match self {
            Self::Waiting(first) => core::slice::from_ref(first),
            Self::Twice(pair) => pair.as_slice(),
            Self::Settled(_, entries) => entries,
        }
    }
}

/// Where each paper stands; one whose entries were all taken back is not there.
///
/// The second entry is the first one by another person than the first entry's. Of several decisions about one
/// paper the earliest counts, at the same second the one with the smaller number.
#[must_use]
pub fn standings(records: &[Record]) -> BTreeMap<Paper, Standing> {
    let mut withdrawn = BTreeSet::new();
    let mut verdicts: BTreeMap<&Paper, &Verdict> = BTreeMap::new();
    let mut entries: BTreeMap<&Paper, Vec<&Entry>> = BTreeMap::new();
    for record in records {
        match record {
            Record::Verdict(verdict) if verdict.outcome == Outcome::Withdrawn => {
                withdrawn.extend(verdict.entries.iter().copied());
            }
            Record::Verdict(verdict) => {
                let order = |one: &Verdict| (one.at.unix_secs, one.id);
                let place = verdicts.entry(&verdict.paper).or_insert(verdict);
                if order(verdict) < order(place) {
                    *place = verdict;
                }
            }
            Record::Entry(entry) => entries.entry(&entry.paper).or_default().push(entry),
        }
    }
    let mut found = BTreeMap::new();
    for (paper, mut all) in entries {
        all.sort_by_key(|one| (one.at.unix_secs, one.id));
        all.dedup_by_key(|one| one.id);
        if let Some(verdict) = verdicts.remove(paper) {
            let by_id = |id: &u64| all.iter().find(|one| one.id == *id);
            let own = verdict.entries.iter().filter_map(by_id);
            let own = own.map(|one| (*one).clone()).collect();
            found.insert(
                paper.clone(),
                Standing::Settled(Box::new(verdict.clone()), own),
            );
            continue;
        }
        let mut valid = all.iter().filter(|one| !withdrawn.contains(&one.id));
        if let Some(first) = valid.next() {
            let second = valid.find(|one| one.by != first.by);
            let standing = match second {
                Some(second) => Standing::Twice(Box::new([(*first).clone(), (*second).clone()])),
                None => Standing::Waiting(Box::new((*first).clone())),
            };
            found.insert(paper.clone(), standing);
        }
    }
    for (paper, verdict) in verdicts {
        found.insert(
            paper.clone(),
            Standing::Settled(Box::new(verdict.clone()), Vec::new()),
        );
    }
    found
}
