//! The index report as CSV: one figure a row, for spreadsheets and other programs.
//!
//! The form of the file is that of ballot files: UTF-8 with byte order mark, commas, CRLF, RFC 4180
//! quotes. Rates are shares from 0 to 1 with a decimal point, at full precision; undefined ones are
//! empty with the reason in `why`.

use crate::csv::push_row;
use sipas_core::index::{Figure, Report};

/// The columns, in order. `by` and `key` name the group and are empty for all ballots; `figure` is
/// `overall`, `factor` or `criterion`; `exact_low` and `exact_high` are filled where all answers agree and
/// the linearised interval has no width.
pub const COLUMNS: [&str; 21] = [
    "by",
    "key",
    "ballots",
    "figure",
    "id",
    "formula",
    "satisfied",
    "counted",
    "rate",
    "low",
    "high",
    "se",
    "method",
    "na",
    "blank",
    "mean",
    "why",
    "df",
    "respondents",
    "exact_low",
    "exact_high",
];

/// The report as a file: all ballots first, then the groups.
#[must_use]
pub fn write(report: &Report) -> String {
    let mut out = String::from('\u{feff}');
    push_row(&mut out, &COLUMNS);
    push_report(&mut out, "", "", report);
    for group in &report.groups {
        push_report(&mut out, group.by.name(), &group.key, &group.report);
    }
    out
}

fn push_report(out: &mut String, by: &str, key: &str, report: &Report) {
    let mut push = |kind: &str, id: &str, figure: &Figure, mean: Option<f64>| {
        let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let interval = figure.interval.ok();
        let beside = figure.beside();
        let why = figure
            .value
            .map_err(|why| why.to_string())
            .and_then(|_| figure.interval.map_err(|why| why.to_string()));
        let cells = [
            by.to_owned(),
            key.to_owned(),
            report.ballots.to_string(),
            kind.to_owned(),
            id.to_owned(),
            figure.formula.name().to_owned(),
            figure.rate.satisfied.to_string(),
            figure.rate.counted.to_string(),
            number(figure.value.ok()),
            number(interval.map(|known| known.low)),
            number(interval.map(|known| known.high)),
            number(interval.map(|known| known.standard_error)),
            interval.map_or_else(String::new, |known| known.method.name().to_owned()),
            figure.missing.not_applicable.to_string(),
            figure.missing.blank.to_string(),
            number(mean),
            why.err().unwrap_or_default(),
            interval
                .and_then(|known| known.degrees)
                .map_or_else(String::new, |degrees| degrees.to_string()),
            figure.respondents.to_string(),
            number(beside.map(|known| known.low)),
            number(beside.map(|known| known.high)),
        ];
        push_row(out, &cells);
    };
    push("overall", "", &report.overall, None);
    for factor in &report.factors {
        let mean = factor.mean.and_then(|mean| mean.value()).ok();
        push("factor", &factor.id, &factor.figure, mean);
    }
    for criterion in &report.criteria {
        push(
            "criterion",
            &criterion.id,
            &criterion.figure,
            criterion.mean.value().ok(),
        );
    }
}
