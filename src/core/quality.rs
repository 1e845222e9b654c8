//! Signs that a ballot or a counter deserves a second look.
//!
//! A sign is no proof: people who are in a hurry and content answer fast and all alike. So nothing is ever
//! removed. [`inspect`] names each sign with its rule, and [`without_flagged`] gives the ballots that
//! have none, so that the index can be shown with and without them side by side.

mod devices;
mod hours;
mod single;

pub use hours::Gap;

use crate::ballot::{Ballot, BallotId, DeviceId};
use crate::questionnaire::Questionnaire;
use std::collections::BTreeSet;

/// The rules' thresholds.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    /// `too-fast`: fewer seconds for each counted answer than this.
    pub secs_per_answer: f64,
    /// `too-fast` and `straight-lined` look only at ballots with at least this many counted answers.
    pub answers_min: usize,
    /// `doubled`: the same answers again from one device within this many seconds.
    pub doubled_secs: i64,
    /// `device-pattern`: looks only at devices with at least this many ballots.
    pub device_ballots_min: usize,
    /// `device-pattern`: one sequence of answers on more than this share of a device's ballots.
    pub device_share: f64,
    /// `missing-hours`: opening hours by the local clock, each the hour it begins.
    pub opening_hours: Vec<u8>,
    /// `missing-hours`: at least this many of them without a ballot.
    pub missing_hours_min: usize,
}

impl Default for Rules {
    /// One second an answer is less than reading a statement aloud takes by far (about 0.3 s a word: C.
    /// Zhang and F. Conrad, "Speeding in web surveys", Survey Research Methods 8 (2014)); the device
    /// rule is that of near duplicates (N. Kuriakose and M. Robbins, "Don't get duped", Statistical
    /// Journal of the IAOS 32 (2016)) for whole ballots. Opening hours are 7:30–11:30 and 13:30–17:00.
    fn default() -> Self {
        Self {
            secs_per_answer: 1.0,
            answers_min: 8,
            doubled_secs: 600,
            device_ballots_min: 10,
            device_share: 0.5,
            opening_hours: vec![8, 9, 10, 14, 15, 16],
            missing_hours_min: 3,
        }
    }
}

/// Which rule a sign comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Answered faster than the statements can be read; never a paper ballot, which is typed in later.
    TooFast,
    /// The same level at every criterion, over more than one factor.
    StraightLined,
    /// The same answers from the same device shortly before.
    Doubled,
    /// The device's ballots repeat one sequence of answers that is not one level throughout.
    DevicePattern,
}

impl Rule {
    /// All rules about ballots.
    pub const ALL: [Self; 4] = [
        Self::TooFast,
        Self::StraightLined,
        Self::Doubled,
        Self::DevicePattern,
    ];

    /// The rule's bit where several are kept in one number.
    #[must_use]
    pub const fn bit(self) -> u8 {
        match self {
            Self::TooFast => 1,
            Self::StraightLined => 2,
            Self::Doubled => 4,
            Self::DevicePattern => 8,
        }
    }

    /// The name used in files and beside figures.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooFast => "too-fast",
            Self::StraightLined => "straight-lined",
            Self::Doubled => "doubled",
            Self::DevicePattern => "device-pattern",
        }
    }
}

/// A ballot and the rule it came up under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flag {
    /// The ballot.
    pub ballot: BallotId,
    /// The device that collected it.
    pub device: DeviceId,
    /// The rule.
    pub rule: Rule,
}

/// Everything that came up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inspection {
    /// Signs on ballots, by ballot and rule.
    pub flags: Vec<Flag>,
    /// Counters that collected nothing for hours on a day their unit was open.
    pub gaps: Vec<Gap>,
}

impl Inspection {
    /// How many ballots came up under the rule.
    #[must_use]
    pub fn count(&self, rule: Rule) -> usize {
        self.flags.iter().filter(|flag| flag.rule == rule).count()
    }
}

/// Looks at ballots of one questionnaire; their order has no effect.
#[must_use]
pub fn inspect(questionnaire: &Questionnaire, ballots: &[&Ballot], rules: &Rules) -> Inspection {
    Inspection {
        flags: flags(questionnaire, ballots, rules),
        gaps: gaps(ballots, rules),
    }
}

/// Signs on ballots, by ballot and rule. Devices are told apart, so those of several lots of whole devices
/// together are those of all.
#[must_use]
pub fn flags(questionnaire: &Questionnaire, ballots: &[&Ballot], rules: &Rules) -> Vec<Flag> {
    let mut flags: Vec<Flag> = Vec::new();
    for ballot in ballots {
        let mut flag = |rule| {
            flags.push(Flag {
                ballot: ballot.id,
                device: ballot.context.device,
                rule,
            });
        };
        if single::too_fast(ballot, rules) {
            flag(Rule::TooFast);
        }
        if single::straight_lined(questionnaire, ballot, rules) {
            flag(Rule::StraightLined);
        }
    }
    flags.extend(devices::doubled(ballots, rules));
    flags.extend(devices::patterns(ballots, rules));
    flags.sort();
    flags
}

/// Counters that collected nothing for hours on a day their unit was open, of lots of whole units.
#[must_use]
pub fn gaps(ballots: &[&Ballot], rules: &Rules) -> Vec<Gap> {
    hours::gaps(ballots, rules)
}

/// The ballots that came up under none of `rules`, for the index beside that of all ballots.
#[must_use]
pub fn without_flagged<'a>(
    ballots: &[&'a Ballot],
    inspection: &Inspection,
    rules: &[Rule],
) -> Vec<&'a Ballot> {
    let flagged: BTreeSet<BallotId> = inspection
        .flags
        .iter()
        .filter(|flag| rules.contains(&flag.rule))
        .map(|flag| flag.ballot)
        .collect();
    let clean = ballots
        .iter()
        .filter(|ballot| !flagged.contains(&ballot.id));
    clean.copied().collect()
}
