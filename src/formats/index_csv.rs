//! The index report as CSV: one figure a row, for spreadsheets and other programs.
//!
//! The form of the file is that of ballot files: UTF-8 with byte order mark, commas, CRLF, RFC 4180
//! quotes. Rates are shares from 0 to 1 with a decimal point, at full precision; undefined ones are
//! empty with the reason in `why`.

use crate::csv::push_row;
use sipas_core::index::{Figure, Report};
use sipas_core::publication::Publication;

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
    let mut out = begun();
    push_report(&mut out, "", "", report, None);
    for group in &report.groups {
        push_report(&mut out, group.by.name(), &group.key, &group.report, None);
    }
    out
}

/// The report and its groups as they may leave the office: a figure that is hidden keeps its row, which
/// says so in `why` and has no number.
///
/// `groups` are told apart by what `by` names; `visible` says for each whether it may be seen, and
/// `least` is the fewest respondents of a published cell.
#[must_use]
pub fn write_published(
    report: &Report,
    by: &str,
    groups: &[(String, Report)],
    visible: &[bool],
    least: u64,
) -> String {
    let mut out = begun();
    let all = Visible::of(report, least);
    push_report(&mut out, "", "", report, Some(&all));
    for ((key, report), visible) in groups.iter().zip(visible) {
        let published = if *visible && all.whole {
            Visible::of(report, least)
        } else {
            Visible::default()
        };
        push_report(&mut out, by, key, report, Some(&published));
    }
    out
}

/// Which figures of a report may be seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Visible {
    whole: bool,
    factors: Vec<bool>,
    criteria: Vec<bool>,
}

impl Visible {
    fn of(report: &Report, least: u64) -> Self {
        let publication = Publication::of(report, least);
        Self {
            whole: publication.whole.is_ok(),
            factors: publication.factors.iter().map(Result::is_ok).collect(),
            criteria: publication.criteria.iter().map(Result::is_ok).collect(),
        }
    }
}

fn begun() -> String {
    let mut out = String::from('\u{feff}');
    push_row(&mut out, &COLUMNS);
    out
}

fn push_report(
    out: &mut String,
    by: &str,
    key: &str,
    report: &Report,
    published: Option<&Visible>,
) {
    let shown = |of: fn(&Visible) -> &[bool], place: usize| {
        published.is_none_or(|all| of(all).get(place).copied().unwrap_or_default())
    };
    // The number of ballots belongs to the overall figure: with it hidden, it is hidden throughout.
    let whole = published.is_none_or(|all| all.whole);
    let mut push = |kind: &str, id: &str, figure: &Figure, mean: Option<f64>, visible: bool| {
        let ballots = whole.then(|| report.ballots.to_string());
        let head = [
            by.to_owned(),
            key.to_owned(),
            ballots.unwrap_or_default(),
            kind.to_owned(),
            id.to_owned(),
            figure.formula.name().to_owned(),
        ];
        let rest = if visible {
            numbers(figure, mean)
        } else {
            let mut rest: [String; 15] = Default::default();
            if let Some(why) = rest.get_mut(WHY) {
                "hidden: too few respondents, or they would follow from it".clone_into(why);
            }
            rest
        };
        let cells: Vec<String> = head.into_iter().chain(rest).collect();
        push_row(out, &cells);
    };
    push("overall", "", &report.overall, None, whole);
    for (place, factor) in report.factors.iter().enumerate() {
        let mean = factor.mean.and_then(|mean| mean.value()).ok();
        let visible = shown(|all| &all.factors, place);
        push("factor", &factor.id, &factor.figure, mean, visible);
    }
    for (place, criterion) in report.criteria.iter().enumerate() {
        push(
            "criterion",
            &criterion.id,
            &criterion.figure,
            criterion.mean.value().ok(),
            shown(|all| &all.criteria, place),
        );
    }
}

/// Where `why` stands among the columns after `formula`.
const WHY: usize = 10;

/// The columns after `formula`.
fn numbers(figure: &Figure, mean: Option<f64>) -> [String; 15] {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let interval = figure.interval.ok();
    let beside = figure.beside();
    let why = figure
        .value
        .map_err(|why| why.to_string())
        .and_then(|_| figure.interval.map_err(|why| why.to_string()));
    [
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
    ]
}
