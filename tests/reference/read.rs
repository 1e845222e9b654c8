//! The reference file: data sets, designs and what R found; its form is told in survey.R.

use crate::ballots::{blank, questionnaire};
use crate::files;
use sipas_core::ballot::{Answer, Ballot, DeviceId};
use sipas_core::estimate::{Clustering, Design, Dossiers, Lonely, Population, Stratification};
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Reference {
    pub data: BTreeMap<String, Vec<Ballot>>,
    pub designs: Vec<Case>,
    /// Degrees of freedom (0: normal), probability, quantile.
    pub quantiles: Vec<(f64, f64, f64)>,
    /// Successes, trials, limits.
    pub exact: Vec<(u64, u64, f64, f64)>,
    /// Clustering, criterion, limits.
    pub logit: Vec<(String, String, f64, f64)>,
}

pub struct Case {
    pub name: String,
    pub data: String,
    pub design: Design,
    pub steps: Vec<Step>,
}

#[derive(Debug, PartialEq)]
pub enum Step {
    Refused(String),
    Figure(FigureLine),
    Difference(DifferenceLine),
}

/// None where R has no value; `degrees` none for Wilson's interval.
#[derive(Debug, PartialEq)]
pub struct FigureLine {
    pub domain: String,
    pub formula: String,
    pub id: String,
    pub value: Option<f64>,
    pub se: Option<f64>,
    pub limits: Option<(f64, f64)>,
    pub degrees: Option<u64>,
}

#[derive(Debug, PartialEq)]
pub struct DifferenceLine {
    pub one: String,
    pub other: String,
    pub value: f64,
    pub se: f64,
    pub degrees: u64,
}

impl Reference {
    /// The stored file, or the one named by `SIPAS_REFERENCE`.
    pub fn load() -> Self {
        let text = match std::env::var_os("SIPAS_REFERENCE") {
            Some(path) => std::fs::read_to_string(path).unwrap(),
            None => files::text("reference/survey.txt"),
        };
        let asked = questionnaire("reference/questionnaire.json");
        let template = blank(&asked, 0);
        let mut reference = Self::default();
        let mut set = String::new();
        for line in text.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words[..] {
                ["data", name] => {
                    set = name.to_owned();
                    reference.data.insert(set.clone(), Vec::new());
                }
                ["design", name, ref rest @ ..] => reference.designs.push(case(name, rest)),
                ["refused", kind] => reference.push(Step::Refused(kind.to_owned())),
                ["figure", domain, formula, id, value, se, low, high, degrees] => {
                    reference.push(Step::Figure(FigureLine {
                        domain: domain.to_owned(),
                        formula: formula.to_owned(),
                        id: id.to_owned(),
                        value: number(value),
                        se: number(se),
                        limits: number(low).zip(number(high)),
                        degrees: degrees.parse().ok(),
                    }));
                }
                ["difference", one, other, value, se, degrees] => {
                    reference.push(Step::Difference(DifferenceLine {
                        one: one.to_owned(),
                        other: other.to_owned(),
                        value: number(value).unwrap(),
                        se: number(se).unwrap(),
                        degrees: degrees.parse().unwrap(),
                    }));
                }
                ["quantile", _, degrees, p, value] => {
                    let [degrees, p, value] = [degrees, p, value].map(|word| number(word).unwrap());
                    reference.quantiles.push((degrees, p, value));
                }
                ["exact", successes, trials, low, high] => {
                    let [low, high] = [low, high].map(|word| number(word).unwrap());
                    let (successes, trials) = (successes.parse().unwrap(), trials.parse().unwrap());
                    reference.exact.push((successes, trials, low, high));
                }
                ["logit", cluster, id, low, high] => {
                    let cluster = cluster.trim_start_matches("cluster=").to_owned();
                    let [low, high] = [low, high].map(|word| number(word).unwrap());
                    reference.logit.push((cluster, id.to_owned(), low, high));
                }
                [unit, field, device, answers] => {
                    let ballots = reference.data.get_mut(&set).unwrap();
                    let mut ballot = template.clone();
                    ballot.id.0 = ballots.len() as u64;
                    ballot.context.unit = key(unit);
                    ballot.context.field = field.to_owned();
                    ballot.context.device = DeviceId(device.parse().unwrap());
                    ballot.answers = answers.chars().map(answer).collect();
                    ballots.push(ballot);
                }
                _ => panic!("not understood: {line}"),
            }
        }
        reference
    }

    fn push(&mut self, step: Step) {
        self.designs.last_mut().unwrap().steps.push(step);
    }
}

fn number(word: &str) -> Option<f64> {
    (word != "-").then(|| word.parse().unwrap())
}

fn key(word: &str) -> String {
    if word == "." {
        String::new()
    } else {
        word.to_owned()
    }
}

fn answer(code: char) -> Answer {
    match code {
        '-' => Answer::Blank,
        'n' => Answer::NotApplicable,
        digit => Answer::Level(digit.to_digit(10).unwrap() as u8 - 1),
    }
}

fn case(name: &str, words: &[&str]) -> Case {
    let mut case = Case {
        name: name.to_owned(),
        data: String::new(),
        design: Design::default(),
        steps: Vec::new(),
    };
    let design = &mut case.design;
    for word in words {
        let (what, value) = word.split_once('=').unwrap();
        match (what, value) {
            ("data", data) => case.data = data.to_owned(),
            (_, "-") => {}
            ("cluster", name) => design.cluster = Some(Clustering::from_name(name).unwrap()),
            ("strata", name) => design.strata = Some(Stratification::from_name(name).unwrap()),
            ("lonely", name) => design.lonely = Some(Lonely::from_name(name).unwrap()),
            ("population", all) if !all.contains(':') => {
                design.population.all = Some(all.parse().unwrap());
            }
            ("population", strata) => {
                let pair = |word: &str| {
                    let (stratum, count) = word.split_once(':').unwrap();
                    (key(stratum), count.parse().unwrap())
                };
                design.population = Population {
                    all: None,
                    strata: strata.split(',').map(pair).collect(),
                };
            }
            ("dossiers", cells) => {
                let cell = |word: &str| {
                    let parts: Vec<&str> = word.split(':').collect();
                    (
                        (key(parts[0]), parts[1].to_owned()),
                        parts[2].parse().unwrap(),
                    )
                };
                design.dossiers = Some(Dossiers(cells.split(',').map(cell).collect()));
            }
            _ => panic!("not understood: {word}"),
        }
    }
    case
}
