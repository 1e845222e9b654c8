//! The options that say how respondents came into the files.

use crate::arguments::{named, value};
use lexopt::Parser;
use sipas_core::estimate::{Clustering, Design, Dossiers, Lonely, Population, Stratification};
use std::path::PathBuf;

/// What is known of the sampling.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sampling {
    /// What was drawn, if not respondents.
    pub cluster: Option<Clustering>,
    /// What was drawn from separately.
    pub strata: Option<Stratification>,
    /// How many there were to draw from.
    pub population: Population,
    /// The file of dossiers to weight up to.
    pub weights: Option<PathBuf>,
    /// What to do with a stratum of one cluster.
    pub lonely: Option<Lonely>,
}

impl Sampling {
    /// Whether this is one of the options.
    pub fn has(name: &str) -> bool {
        ["cluster", "strata", "population", "weights", "lonely"].contains(&name)
    }

    /// Reads the option's value.
    pub fn read(&mut self, name: &str, parser: &mut Parser) -> Result<(), String> {
        let option = format!("--{name}");
        match name {
            "cluster" => {
                let names = Clustering::ALL.map(Clustering::name);
                let found = named(parser, &option, Clustering::from_name, &names)?;
                once(&option, &mut self.cluster, found)
            }
            "strata" => {
                let names = Stratification::ALL.map(Stratification::name);
                let found = named(parser, &option, Stratification::from_name, &names)?;
                once(&option, &mut self.strata, found)
            }
            "lonely" => {
                let names = Lonely::ALL.map(Lonely::name);
                let found = named(parser, &option, Lonely::from_name, &names)?;
                once(&option, &mut self.lonely, found)
            }
            "weights" => {
                let file = parser.value().map_err(|error| error.to_string())?;
                once(&option, &mut self.weights, file.into())
            }
            _ => population(&value(parser, &option)?, &mut self.population),
        }
    }

    /// Looks whether the options go together.
    pub fn finish(&self) -> Result<(), String> {
        if !self.population.strata.is_empty() && self.strata.is_none() {
            return Err("--population KEY=N needs --strata".to_owned());
        }
        Ok(())
    }

    /// The design they describe, with the dossiers of the weights file.
    pub fn design(&self, dossiers: Option<Dossiers>) -> Design {
        Design {
            cluster: self.cluster,
            strata: self.strata,
            dossiers,
            population: self.population.clone(),
            lonely: self.lonely,
        }
    }
}

/// An option that may be given once.
fn once<T>(option: &str, place: &mut Option<T>, found: T) -> Result<(), String> {
    match place.replace(found) {
        None => Ok(()),
        Some(_) => Err(format!("{option}: given twice")),
    }
}

/// `N` or `KEY=N`.
fn population(given: &str, into: &mut Population) -> Result<(), String> {
    let (key, count) = match given.rsplit_once('=') {
        Some((key, count)) => (Some(key), count),
        None => (None, given),
    };
    let digits = count.bytes().all(|byte| byte.is_ascii_digit());
    let number: Option<u64> = count.parse().ok().filter(|number| digits && *number > 0);
    let Some(number) = number else {
        return Err(format!(
            "--population: expected a whole number from 1 or KEY=number, found \"{}\"",
            given.escape_debug()
        ));
    };
    match key {
        None => once("--population", &mut into.all, number),
        Some(key) => match into.strata.insert(key.to_owned(), number) {
            None => Ok(()),
            Some(_) => Err(format!("--population: {} given twice", key.escape_debug())),
        },
    }
}
