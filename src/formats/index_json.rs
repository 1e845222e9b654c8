//! The index report as JSON, as the command line prints it.
//!
//! The keys and their order are a contract (docs/ballot-file.md names what the counts mean). Rates
//! are shares from 0 to 1 in the shortest form that reads back as the same double; what is
//! undefined is null, with a `why` beside it.

mod object;

use crate::json::push_text;
use object::{Object, text, texts};
use sipas_core::estimate::{Design, Sample};
use sipas_core::index::{
    CriterionFigure, FactorFigure, Figure, Formula, Group, Points, Report, Undefined,
};

/// What happened to the rows that were read: `read` = `counted` + `duplicate` + `rejected`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowCounts {
    /// Rows below the headers.
    pub read: u64,
    /// Ballots the figures are about.
    pub counted: u64,
    /// Copies of a ballot that is counted.
    pub duplicate: u64,
    /// Rows with a mistake, and rows that lost a conflict over one identity.
    pub rejected: u64,
}

/// The report as a JSON document with a line end.
///
/// `design` is what the intervals stand on, where another than the plain one was asked for;
/// `points` are those of a questionnaire with classes, else none.
#[must_use]
pub fn write(
    rows: RowCounts,
    report: &Report,
    design: Option<(&Design, &Sample<'_>)>,
    points: Option<&Result<Points, Undefined>>,
) -> String {
    let RowCounts {
        read,
        counted,
        duplicate,
        rejected,
    } = rows;
    let mut out = format!(
        "{{\n  \"ballots\": {{\"read\": {read}, \"counted\": {counted}, \
         \"duplicate\": {duplicate}, \"rejected\": {rejected}}},\n  \"formula\": "
    );
    push_text(&mut out, report.formula.name());
    if let Some((design, sample)) = design {
        out.push_str(",\n  \"design\": ");
        out.push_str(&design_object(design, sample));
    }
    out.push_str(",\n  \"overall\": ");
    out.push_str(&figure(&report.overall));
    push_list(&mut out, "factors", report.factors.iter().map(factor));
    push_list(&mut out, "criteria", report.criteria.iter().map(criterion));
    push_list(&mut out, "groups", report.groups.iter().map(group));
    if let Some(points) = points {
        out.push_str(",\n  \"points\": ");
        out.push_str(&points_object(points));
    }
    out.push_str("\n}\n");
    out
}

/// Said beside a linearised interval that has no width.
const ALL_ALIKE: &str =
    "all answers agree, so the standard error is 0; rely on the exact interval instead";

fn push_list(out: &mut String, key: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.collect();
    out.push_str(",\n  ");
    push_text(out, key);
    out.push_str(": [");
    for (position, item) in items.iter().enumerate() {
        out.push_str(if position == 0 { "\n    " } else { ",\n    " });
        out.push_str(item);
    }
    out.push_str(if items.is_empty() { "]" } else { "\n  ]" });
}

impl Object {
    /// Satisfied and counted answers and their rate.
    fn rate(self, figure: &Figure) -> Self {
        self.whole("satisfied", figure.rate.satisfied)
            .whole("counted", figure.rate.counted)
            .number("rate", figure.value.ok())
    }

    /// Limits, standard error and method; why there are none, where there are none.
    fn interval(self, figure: &Figure) -> Self {
        let interval = figure.interval.ok();
        let method = interval.map_or_else(|| "null".to_owned(), |known| text(known.method.name()));
        let mut object = self
            .number("low", interval.map(|known| known.low))
            .number("high", interval.map(|known| known.high))
            .number("se", interval.map(|known| known.standard_error))
            .raw("method", &method);
        if let Some(degrees) = interval.and_then(|known| known.degrees) {
            object = object.whole("df", degrees);
        }
        object = match (figure.value, figure.interval) {
            (Err(why), _) => object.text("why", &why.to_string()),
            (Ok(_), Err(why)) => object.text("why", &why.to_string()),
            (Ok(_), Ok(_)) => object,
        };
        match figure.beside() {
            Some(beside) => object.text("note", ALL_ALIKE).raw(
                "exact",
                &Self::new()
                    .number("low", Some(beside.low))
                    .number("high", Some(beside.high))
                    .text("method", beside.method.name())
                    .whole("of", figure.drawn)
                    .end(),
            ),
            None => object,
        }
    }

    /// Who answered, and the totals behind a weighted rate.
    fn respondents(self, figure: &Figure) -> Self {
        let object = self.whole("respondents", figure.respondents);
        match figure.weighted {
            Some(weighted) => object
                .number("weighted_satisfied", Some(weighted.satisfied))
                .number("weighted_counted", Some(weighted.counted)),
            None => object,
        }
    }

    /// What is in no denominator and, for a mean, over how many rates it is.
    fn missing(self, figure: &Figure) -> Self {
        let object = self
            .whole("na", figure.missing.not_applicable)
            .whole("blank", figure.missing.blank);
        match figure.formula {
            Formula::Pooled | Formula::General => object,
            Formula::MeanOfCriteria | Formula::MeanOfFactors => object
                .whole("averaged", u64::from(figure.averaged))
                .raw("left_out", &texts(&figure.left_out)),
        }
    }
}

fn figure(figure: &Figure) -> String {
    Object::new()
        .rate(figure)
        .interval(figure)
        .missing(figure)
        .respondents(figure)
        .end()
}

fn factor(factor: &FactorFigure) -> String {
    Object::new()
        .text("id", &factor.id)
        .rate(&factor.figure)
        .interval(&factor.figure)
        .missing(&factor.figure)
        .respondents(&factor.figure)
        .end()
}

fn criterion(criterion: &CriterionFigure) -> String {
    let levels = criterion
        .levels
        .iter()
        .fold(Object::new(), |object, (code, count)| {
            object.whole(code, *count)
        });
    Object::new()
        .text("id", &criterion.id)
        .raw("levels", &levels.end())
        .whole("na", criterion.figure.missing.not_applicable)
        .whole("blank", criterion.figure.missing.blank)
        .rate(&criterion.figure)
        .number("mean", criterion.mean.value().ok())
        .interval(&criterion.figure)
        .respondents(&criterion.figure)
        .end()
}

fn group(group: &Group) -> String {
    let factors: Vec<String> = group.report.factors.iter().map(factor).collect();
    Object::new()
        .text("by", group.by.name())
        .text("key", &group.key)
        .whole("ballots", group.report.ballots)
        .raw("overall", &figure(&group.report.overall))
        .raw("factors", &format!("[{}]", factors.join(", ")))
        .end()
}

/// What the intervals stand on; keys of what was not asked for are null.
fn design_object(design: &Design, sample: &Sample<'_>) -> String {
    let Design {
        cluster,
        strata,
        dossiers: _,
        population,
        lonely,
    } = design;
    let named = |name: Option<&'static str>| name.map_or_else(|| "null".to_owned(), text);
    let whole =
        |count: Option<u64>| count.map_or_else(|| "null".to_owned(), |count| count.to_string());
    let own = population.strata.iter();
    let own = own.fold(Object::new(), |object, (key, count)| {
        object.whole(key, *count)
    });
    let unsampled = sample.unsampled().iter().map(|(unit, field)| {
        let cell = Object::new().text("unit", unit).text("field", field);
        cell.end()
    });
    let unsampled: Vec<String> = unsampled.collect();
    Object::new()
        .raw("cluster", &named(cluster.map(|one| one.name())))
        .raw("strata", &named(strata.map(|one| one.name())))
        .raw(
            "weights",
            if sample.is_weighted() {
                "\"dossiers\""
            } else {
                "null"
            },
        )
        .raw("population", &whole(population.all))
        .raw("population_by_stratum", &own.end())
        .raw("lonely", &named(lonely.map(|one| one.name())))
        .whole("respondents", sample.respondents())
        .whole("sampled", sample.clusters())
        .whole("in_strata", sample.strata())
        .raw("no_ballots", &format!("[{}]", unsampled.join(", ")))
        .end()
}

fn points_object(points: &Result<Points, Undefined>) -> String {
    match points {
        Ok(points) => Object::new()
            .number("total", Some(points.total))
            .number("maximum", Some(points.maximum))
            .raw(
                "class",
                &points
                    .class
                    .as_deref()
                    .map_or_else(|| "null".to_owned(), text),
            )
            .raw("unanswered", &texts(&points.unanswered))
            .end(),
        Err(why) => Object::new()
            .number("total", None)
            .text("why", &why.to_string())
            .end(),
    }
}
