//! How often 95 % intervals of the pooled index contain the truth, on clustered Likert answers.
//!
//! `cargo run --release -p sipas-tests --example coverage [SAMPLES]` draws samples (2 000 unless told)
//! of 30 to 2 000 ballots from a population whose index is known and prints, one line a size, the
//! share of samples whose interval contains it: ours, by unit where units were drawn, beside the naive
//! interval that takes every answer for a person of its own. The last line is `within true` where
//! all of ours lie between 93 and 97 %.

#[path = "../ballots.rs"]
mod ballots;
#[path = "../files.rs"]
mod files;

use sipas_core::ballot::{Answer, Ballot};
use sipas_core::estimate::{Clustering, Design, Sample};
use sipas_core::index::{Options, Rate, report, report_with, wilson};
use sipas_core::questionnaire::Questionnaire;

/// How a sample is drawn.
struct Plan {
    ballots: usize,
    /// Units drawn; none: people drawn one by one.
    units: Option<usize>,
    /// How much units differ and how much people do, beside 1 for single answers.
    unit_spread: f64,
    person_spread: f64,
}

const PLANS: [Plan; 11] = [
    plan(30, None, 0.8),
    plan(60, None, 0.8),
    plan(120, None, 1.0),
    plan(500, None, 1.0),
    plan(2_000, None, 1.0),
    plan(120, Some(12), 0.8),
    plan(200, Some(20), 1.0),
    plan(500, Some(25), 0.8),
    plan(1_000, Some(40), 1.0),
    plan(2_000, Some(50), 1.0),
    plan(2_000, Some(135), 0.8),
];

const fn plan(ballots: usize, units: Option<usize>, person_spread: f64) -> Plan {
    Plan {
        ballots,
        units,
        unit_spread: 0.4,
        person_spread,
    }
}

/// Thresholds between the five levels, and how content people are on average.
const CUTS: [f64; 4] = [-1.6, -0.8, 0.0, 1.0];
const LEVEL: f64 = 1.1;

/// SplitMix64: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Near enough to normal: the sum of twelve uniform numbers.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

fn person(random: &mut Random, plan: &Plan, unit: f64, answers: &mut [Answer]) {
    let own = LEVEL + unit + plan.person_spread * random.normal();
    // Some stop early, some skip, and few have anything to say of feedback.
    let stops = if random.unit() < 0.1 { 8 } else { 23 };
    let feedback = random.unit() < 0.15;
    for (place, answer) in answers.iter_mut().enumerate() {
        let content = own + random.normal() + 0.02 * place as f64;
        *answer = if place >= stops || random.unit() < 0.03 {
            Answer::Blank
        } else if (18..22).contains(&place) && !feedback {
            Answer::NotApplicable
        } else {
            Answer::Level(CUTS.iter().filter(|cut| content > **cut).count() as u8)
        };
    }
}

fn draw(random: &mut Random, plan: &Plan, blank: &Ballot, sample: &mut Vec<Ballot>) {
    sample.clear();
    let units = plan.units.unwrap_or(plan.ballots);
    let of_units: Vec<f64> = (0..units)
        .map(|_| plan.unit_spread * random.normal())
        .collect();
    for number in 0..plan.ballots {
        let unit = number % units;
        let mut ballot = blank.clone();
        ballot.id.0 = number as u64;
        ballot.context.unit = format!("u{unit}");
        person(random, plan, of_units[unit], &mut ballot.answers);
        sample.push(ballot);
    }
}

/// The index of everybody: totals over a million people, each of a unit of its own.
fn truth(plan: &Plan, questionnaire: &Questionnaire, blank: &Ballot) -> f64 {
    let mut random = Random(77);
    let mut rate = Rate::default();
    let mut sample = Vec::new();
    let one_by_one = Plan {
        ballots: 10_000,
        units: None,
        ..*plan
    };
    for _ in 0..100 {
        draw(&mut random, &one_by_one, blank, &mut sample);
        rate += report(questionnaire, &sample, &Options::default())
            .overall
            .rate;
    }
    rate.value().unwrap_or_default()
}

fn main() {
    let asked = std::env::args().nth(1).and_then(|word| word.parse().ok());
    let samples: u32 = asked.unwrap_or(2_000);
    let questionnaire = ballots::shipped("sipas-desk");
    let blank = ballots::blank(&questionnaire, 0);
    let mut within = true;
    println!("ballots units truth ours naive half-width");
    for (number, plan) in (1_u64..).zip(&PLANS) {
        let truth = truth(plan, &questionnaire, &blank);
        let design = Design {
            cluster: plan.units.map(|_| Clustering::Unit),
            ..Design::default()
        };
        let mut random = Random(number * 1_000_003);
        let (mut ours, mut naive, mut width) = (0_u32, 0_u32, 0.0);
        let mut ballots = Vec::new();
        for _ in 0..samples {
            draw(&mut random, plan, &blank, &mut ballots);
            let figure = match plan.units {
                None => report(&questionnaire, &ballots, &Options::default()).overall,
                Some(_) => {
                    let sample = Sample::new(&questionnaire, &ballots, &design).expect("fits");
                    report_with(&questionnaire, &ballots, &Options::default(), &sample).overall
                }
            };
            let contains = |low: f64, high: f64| u32::from(low <= truth && truth <= high);
            if let Ok(interval) = figure.interval {
                ours += contains(interval.low, interval.high);
                width += (interval.high - interval.low) / 2.0;
            }
            if let Ok(interval) = wilson(figure.rate) {
                naive += contains(interval.low, interval.high);
            }
        }
        let share = |count: u32| 100.0 * f64::from(count) / f64::from(samples);
        within &= (93.0..=97.0).contains(&share(ours));
        let units = plan.units.map_or("-".to_owned(), |units| units.to_string());
        println!(
            "{} {units} {:.2} {:.1} {:.1} {:.2}",
            plan.ballots,
            100.0 * truth,
            share(ours),
            share(naive),
            100.0 * width / f64::from(samples)
        );
    }
    println!("within {within}");
}
