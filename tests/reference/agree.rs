//! Comparing what we find with what R found.

use crate::read::{DifferenceLine, FigureLine};
use sipas_core::estimate::{Estimate, Sample, t_quantile};
use sipas_core::index::{Figure, Method, NoInterval, Report};

/// The largest relative distance that still is agreement.
const TOLERANCE: f64 = 1e-9;
/// Where R's own rounding leaves a last bit of what is 0.
const ZERO: f64 = 1e-15;

/// Distances seen so far, and everything beyond the tolerance.
#[derive(Default)]
pub struct Agreement {
    design: String,
    designs: u32,
    numbers: u32,
    farthest: f64,
    problems: Vec<String>,
}

impl Agreement {
    pub fn begin(&mut self, design: &str) {
        self.design = design.to_owned();
        self.designs += 1;
    }

    pub fn number(&mut self, what: &str, found: f64, expected: f64) {
        self.numbers += 1;
        if (found - expected).abs() <= ZERO {
            return;
        }
        let distance = (found / expected - 1.0).abs();
        self.farthest = self.farthest.max(distance);
        if distance > TOLERANCE || distance.is_nan() {
            self.problem(what, &format!("{found} expected {expected}"));
        }
    }

    fn problem(&mut self, what: &str, text: &str) {
        self.problems
            .push(format!("{} {what}: {text}", self.design));
    }

    pub fn figure(&mut self, expected: &FigureLine, figure: &Figure) {
        let what = format!("{} {} {}", expected.domain, expected.formula, expected.id);
        let Some(value) = expected.value else {
            if figure.value.is_ok() || figure.interval != Err(NoInterval::NoAnswers) {
                self.problem(&what, &format!("{:?} expected nothing", figure.value));
            }
            return;
        };
        match figure.value {
            Ok(found) => self.number(&format!("{what} value"), found, value),
            Err(why) => self.problem(&what, &format!("no value: {why}")),
        }
        match (figure.interval, expected.limits) {
            (Ok(interval), Some((low, high))) => {
                self.number(
                    &format!("{what} se"),
                    interval.standard_error,
                    expected.se.unwrap(),
                );
                self.number(&format!("{what} low"), interval.low, low);
                self.number(&format!("{what} high"), interval.high, high);
                let method = if expected.degrees.is_some() {
                    Method::Linearised
                } else {
                    Method::Wilson
                };
                if (interval.degrees, interval.method) != (expected.degrees, method) {
                    self.problem(
                        &what,
                        &format!("{interval:?} expected {:?}", expected.degrees),
                    );
                }
            }
            (Err(NoInterval::NoDegrees), None) => {}
            (found, limits) => self.problem(&what, &format!("{found:?} expected {limits:?}")),
        }
    }

    pub fn score(&mut self, expected: &FigureLine, found: Option<&Estimate>, sample: &Sample<'_>) {
        let what = format!("{} mean score", expected.domain);
        match (found, expected.value) {
            (Some(found), Some(value)) => {
                self.number(&format!("{what} value"), found.value, value);
                let se = sample.variance(found).sqrt();
                self.number(&format!("{what} se"), se, expected.se.unwrap());
                assert_eq!(Some(found.degrees), expected.degrees);
            }
            (None, None) => {}
            (found, value) => self.problem(&what, &format!("{found:?} expected {value:?}")),
        }
    }

    pub fn difference(&mut self, expected: &DifferenceLine, found: (f64, f64), degrees: u64) {
        let what = format!("{} − {}", expected.one, expected.other);
        self.number(&format!("{what} value"), found.0, expected.value);
        self.number(&format!("{what} se"), found.1, expected.se);
        assert_eq!(degrees, expected.degrees, "{} {what}", self.design);
        assert!(degrees == 0 || t_quantile(0.975, degrees as f64).is_some());
    }

    pub fn finish(self) -> String {
        assert!(self.problems.is_empty(), "{}", self.problems.join("\n"));
        format!(
            "{} designs, {} numbers, farthest apart relatively {:.1e}",
            self.designs, self.numbers, self.farthest
        )
    }
}

/// The figure a reference line is about, among the reports by formula.
pub fn figure_of<'a>(reports: &'a [Report], expected: &FigureLine) -> &'a Figure {
    let report = reports
        .iter()
        .find(|report| report.formula.name() == expected.formula)
        .unwrap();
    let report = match expected.domain.split_once('=') {
        None => report,
        Some((by, key)) => {
            let group = report
                .groups
                .iter()
                .find(|group| group.by.name() == by && group.key == key);
            &group.unwrap().report
        }
    };
    if let Some(factor) = report.factor(&expected.id) {
        return &factor.figure;
    }
    match expected.id.as_str() {
        "overall" => &report.overall,
        "general" => &report.criterion("overall").unwrap().figure,
        id => &report.criterion(id).unwrap().figure,
    }
}
