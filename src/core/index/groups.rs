//! Counting by unit, field, channel and month at once.

use super::formula::Formula;
use super::interval::Quantiles;
use super::report::{Group, Report};
use super::tally::Tally;
use crate::ballot::Ballot;
use crate::questionnaire::Questionnaire;
use std::collections::BTreeMap;

/// What the ballots of a group share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// The unit's path as recorded.
    Unit,
    /// The field.
    Field,
    /// The channel.
    Channel,
    /// Year and month of sending by the collecting clock: the first seven characters of
    /// `submitted_at` as written.
    Month,
}

impl Grouping {
    /// All groupings.
    pub const ALL: [Self; 4] = [Self::Unit, Self::Field, Self::Channel, Self::Month];

    /// The name used in files, addresses and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Field => "field",
            Self::Channel => "channel",
            Self::Month => "month",
        }
    }

    /// The grouping with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|grouping| grouping.name() == name)
    }

    /// What the ballot's group is called; empty where the ballot does not say.
    #[must_use]
    pub fn key(self, ballot: &Ballot) -> String {
        match self {
            Self::Unit => ballot.context.unit.clone(),
            Self::Field => ballot.context.field.clone(),
            Self::Channel => ballot.channel.code().to_owned(),
            Self::Month => {
                let civil = ballot.submitted_at.civil();
                format!("{:04}-{:02}", civil.year, civil.month)
            }
        }
    }

    /// The groups the ballot is in: its own, and with `rollup` for units those of all ancestors too.
    #[must_use]
    pub fn keys(self, ballot: &Ballot, rollup: bool) -> Vec<String> {
        let key = self.key(ballot);
        let mut keys = Vec::new();
        if rollup && self == Self::Unit {
            let ends = key.match_indices('/').map(|(end, _)| end);
            keys.extend(ends.map(|end| key.get(..end).unwrap_or_default().to_owned()));
        }
        keys.push(key);
        keys
    }
}

/// Tallies under way: of all ballots, and of each group.
#[derive(Debug, Clone, PartialEq)]
pub struct Counting {
    empty: Tally,
    whole: Tally,
    groups: Vec<(Grouping, BTreeMap<String, Tally>)>,
    rollup: bool,
}

impl Counting {
    /// Nothing counted yet.
    ///
    /// `by` lists the groupings in the order of the report; naming one twice lists it once. With
    /// `rollup` a unit's ballots count for each of its ancestors too: those of `gia-lai/duc-co`
    /// also for `gia-lai`.
    #[must_use]
    pub fn new(questionnaire: &Questionnaire, by: &[Grouping], rollup: bool) -> Self {
        let empty = Tally::new(questionnaire);
        let mut groups: Vec<(Grouping, BTreeMap<String, Tally>)> = Vec::new();
        for grouping in by {
            if groups.iter().all(|(known, _)| known != grouping) {
                groups.push((*grouping, BTreeMap::new()));
            }
        }
        Self {
            whole: empty.clone(),
            empty,
            groups,
            rollup,
        }
    }

    /// Counts one ballot.
    pub fn add(&mut self, ballot: &Ballot) {
        self.whole.add(ballot);
        let empty = &self.empty;
        for (grouping, tallies) in &mut self.groups {
            for key in grouping.keys(ballot, self.rollup) {
                tally(tallies, key, empty).add(ballot);
            }
        }
    }

    /// The tally of all ballots so far.
    #[must_use]
    pub const fn whole(&self) -> &Tally {
        &self.whole
    }

    /// The figures so far; groups in the order asked for, then by key.
    #[must_use]
    pub fn report(&self, questionnaire: &Questionnaire, formula: Formula) -> Report {
        let mut report = Report::of(questionnaire, &self.whole, formula);
        let mut quantiles = Quantiles::default();
        let sample = self.whole.respondents;
        for (by, tallies) in &self.groups {
            report
                .groups
                .extend(tallies.iter().map(|(key, tally)| Group {
                    by: *by,
                    key: key.clone(),
                    report: Report::within(questionnaire, tally, formula, sample, &mut quantiles),
                }));
        }
        report
    }
}

fn tally<'a>(
    tallies: &'a mut BTreeMap<String, Tally>,
    key: String,
    empty: &Tally,
) -> &'a mut Tally {
    tallies.entry(key).or_insert_with(|| empty.clone())
}
