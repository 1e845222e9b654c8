//! What is known of how respondents came into the file.

use crate::ballot::Ballot;
use std::collections::BTreeMap;

/// The sampling design; the default is independent respondents of equal weight from a population
/// without end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Design {
    /// What was drawn, where whole clusters of respondents are alike; none: respondents.
    pub cluster: Option<Clustering>,
    /// What was drawn separately; none: everything at once.
    pub strata: Option<Stratification>,
    /// Dossiers by unit and field, to which the ballots are weighted up.
    pub dossiers: Option<Dossiers>,
    /// How many there were to draw from.
    pub population: Population,
    /// What a stratum with a single cluster contributes; none: it is an error.
    pub lonely: Option<Lonely>,
}

impl Design {
    /// Whether respondents are independent, equally weighted and from a population without end.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let Self {
            cluster,
            strata,
            dossiers,
            population,
            lonely: _,
        } = self;
        cluster.is_none()
            && strata.is_none()
            && dossiers.is_none()
            && *population == Population::default()
    }
}

/// What respondents who are alike have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clustering {
    /// The unit.
    Unit,
    /// The device, so the counter.
    Device,
}

impl Clustering {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Unit, Self::Device];

    /// The name used on the command line and in results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Device => "device",
        }
    }

    /// The clustering with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    pub(super) fn key(self, ballot: &Ballot) -> String {
        match self {
            Self::Unit => ballot.context.unit.clone(),
            Self::Device => ballot.context.device.to_string(),
        }
    }
}

/// What was sampled separately.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stratification {
    /// Each field.
    Field,
    /// Each unit.
    Unit,
}

impl Stratification {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Field, Self::Unit];

    /// The name used on the command line and in results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Unit => "unit",
        }
    }

    /// The stratification with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }

    pub(super) fn key(self, ballot: &Ballot) -> String {
        match self {
            Self::Field => ballot.context.field.clone(),
            Self::Unit => ballot.context.unit.clone(),
        }
    }
}

/// Finished dossiers by unit and field, the population ballots are weighted up to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossiers(pub BTreeMap<(String, String), u64>);

/// How many respondents, or clusters where those are drawn, there were to draw from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Population {
    /// In all; with strata taken for each stratum without a number of its own, which errs on the
    /// side of wider intervals.
    pub all: Option<u64>,
    /// By stratum.
    pub strata: BTreeMap<String, u64>,
}

/// What a stratum with a single cluster contributes to the variance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lonely {
    /// Its distance from the mean of all, as R's `survey.lonely.psu = "adjust"`: on the wide side.
    Adjust,
    /// Nothing: it was certain to be drawn.
    Certainty,
}

impl Lonely {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Adjust, Self::Certainty];

    /// The name used on the command line and in results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Adjust => "adjust",
            Self::Certainty => "certainty",
        }
    }

    /// The treatment with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Why ballots and design do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
pub enum DesignError {
    /// Strata with one cluster, or respondent where no clusters are drawn.
    #[error(
        "{}: only one {drawn} in the stratum, which shows nothing about how they differ",
        named(strata)
    )]
    LonelyStrata {
        /// Their keys, in order.
        strata: Vec<String>,
        /// "cluster" or "respondent".
        drawn: &'static str,
    },
    /// A cluster with respondents in several strata.
    #[error(
        "cluster {} lies in strata {}: strata must be made of whole clusters",
        quoted(cluster),
        named(strata)
    )]
    SplitCluster {
        /// The cluster's key.
        cluster: String,
        /// The strata's keys, in order.
        strata: Vec<String>,
    },
    /// More in the sample than there are.
    #[error("{place}: {sampled} {drawn}s are more than the population of {population}")]
    BeyondPopulation {
        /// "the sample", or "stratum" and its key.
        place: String,
        /// How many are in the sample.
        sampled: u64,
        /// "cluster" or "respondent".
        drawn: &'static str,
        /// How many there are said to be.
        population: u64,
    },
    /// A population given for a stratum no ballot is in.
    #[error(
        "population given for {}, of which there are no ballots",
        named(strata)
    )]
    UnknownStrata {
        /// Their keys, in order.
        strata: Vec<String>,
    },
    /// Ballots of a unit and field without dossiers.
    #[error(
        "ballots but no dossiers for {}",
        cells.iter().map(|(unit, field)| format!("unit {} field {}", quoted(unit), quoted(field)))
            .collect::<Vec<_>>().join(", ")
    )]
    NoDossiers {
        /// Unit and field, in order.
        cells: Vec<(String, String)>,
    },
}

fn quoted(key: &str) -> String {
    format!("\"{}\"", key.escape_debug())
}

fn named(keys: &[String]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| quoted(key)).collect();
    keys.join(", ")
}
