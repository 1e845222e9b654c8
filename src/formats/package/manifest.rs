//! `package.json`: what a package says of itself, format `sipas-package/1`.

use crate::decimal;
use crate::document::{all_problems, check_format};
use crate::json::{Json, push_text, text};
use crate::moment;
use crate::shape::Kind::{List, Number, Object, Text, Whole};
use crate::shape::{Fields, Reader, Shape};
use sipas_core::ballot::DeviceId;
use sipas_core::campaign::plan::target;
use sipas_core::compare::{Comparator, Target};
use sipas_core::decimal::Hundredths;
use sipas_core::findings::quoted;
use sipas_core::package::{
    ColumnStatus, EvaluationStatus, File, FileKind, Package, PlanStatus, ScoreStatus, Survey,
};
use sipas_core::period::Period;
use sipas_core::problem::{Fault, Problem};

/// The format's name; the file says `sipas-package/1`.
pub const FORMAT: &str = "sipas-package";

/// The keys of the file.
pub const DOCUMENT: &Shape = &[
    ("format", Text, true),
    ("period", Text, true),
    ("unit", Text, true),
    ("name", Text, true),
    ("office", Text, true),
    ("campaign", Text, true),
    ("device", Text, true),
    ("written_at", Text, true),
    ("surveys", List, true),
    ("plans", List, true),
    ("evaluation", Object, false),
    ("scores", Object, false),
    ("files", List, true),
];

/// The keys of a survey.
pub const SURVEY: &Shape = &[
    ("questionnaire", Text, true),
    ("version", Whole, true),
    ("ballots", Whole, true),
    ("satisfied", Whole, true),
    ("counted", Whole, true),
    ("above", Number, false),
    ("at-least", Number, false),
];

/// The keys of a plan.
pub const PLAN: &Shape = &[
    ("title", Text, true),
    ("items", Whole, true),
    ("done", Whole, true),
    ("doing", Whole, true),
    ("late", Whole, true),
];

/// The keys of an evaluation.
pub const EVALUATION: &Shape = &[("assessed", Object, true), ("verified", Object, true)];

/// The keys of a column; points are texts such as `"14.50"`.
pub const COLUMN: &Shape = &[
    ("points", Text, true),
    ("missing", Whole, true),
    ("class", Text, false),
];

/// The keys of a scorecard's latest year.
pub const SCORES: &Shape = &[
    ("year", Whole, true),
    ("score", Text, false),
    ("maximum", Text, false),
    ("survey_score", Text, false),
    ("survey_maximum", Text, false),
];

/// The keys of a file.
pub const FILE: &Shape = &[
    ("path", Text, true),
    ("kind", Text, true),
    ("bytes", Whole, true),
    ("crc32", Text, true),
];

/// The file; reading it gives the same back.
#[must_use]
pub fn write(package: &Package) -> String {
    let mut out = String::from("{\"format\":\"sipas-package/1\",\n\"period\":");
    push_text(&mut out, &package.period.key());
    let device = package.device.to_string();
    let written_at = moment::write(package.written_at).unwrap_or_default();
    for (key, text) in [
        ("unit", &package.unit),
        ("name", &package.name),
        ("office", &package.office),
        ("campaign", &package.campaign),
        ("device", &device),
        ("written_at", &written_at),
    ] {
        out.push_str(&format!(",\n\"{key}\":"));
        push_text(&mut out, text);
    }
    push_list(&mut out, "surveys", &package.surveys, push_survey);
    push_list(&mut out, "plans", &package.plans, push_plan);
    if let Some(status) = &package.evaluation {
        out.push_str(",\n\"evaluation\":{\"assessed\":");
        push_column(&mut out, &status.assessed);
        out.push_str(",\"verified\":");
        push_column(&mut out, &status.verified);
        out.push('}');
    }
    if let Some(status) = &package.scores {
        out.push_str(&format!(",\n\"scores\":{{\"year\":{}", status.year));
        let pairs = [
            (["score", "maximum"], status.total),
            (["survey_score", "survey_maximum"], status.survey),
        ];
        for ([score, maximum], pair) in pairs {
            if let Some((reached, possible)) = pair {
                let (reached, possible) = (plain(reached), plain(possible));
                out.push_str(&format!(
                    ",\"{score}\":\"{reached}\",\"{maximum}\":\"{possible}\""
                ));
            }
        }
        out.push('}');
    }
    push_list(&mut out, "files", &package.files, push_file);
    out.push_str("}\n");
    out
}

fn push_list<T>(out: &mut String, key: &str, items: &[T], push: fn(&mut String, &T)) {
    out.push_str(&format!(",\n\"{key}\":["));
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        push(out, item);
    }
    out.push(']');
}

fn push_survey(out: &mut String, survey: &Survey) {
    out.push_str("{\"questionnaire\":");
    push_text(out, &survey.questionnaire);
    out.push_str(&format!(
        ",\"version\":{},\"ballots\":{},\"satisfied\":{},\"counted\":{}",
        survey.version, survey.ballots, survey.satisfied, survey.counted
    ));
    if let Some(target) = survey.target {
        let key = match target.comparator {
            Comparator::Above => "above",
            Comparator::AtLeast => "at-least",
        };
        out.push_str(&format!(",\"{key}\":{}", target.share));
    }
    out.push('}');
}

fn push_plan(out: &mut String, plan: &PlanStatus) {
    out.push_str("{\"title\":");
    push_text(out, &plan.title);
    out.push_str(&format!(
        ",\"items\":{},\"done\":{},\"doing\":{},\"late\":{}}}",
        plan.items, plan.done, plan.doing, plan.late
    ));
}

fn push_column(out: &mut String, column: &ColumnStatus) {
    out.push_str(&format!(
        "{{\"points\":\"{}\",\"missing\":{}",
        plain(column.points),
        column.missing
    ));
    if let Some(class) = &column.class {
        out.push_str(",\"class\":");
        push_text(out, class);
    }
    out.push('}');
}

fn push_file(out: &mut String, file: &File) {
    out.push_str("{\"path\":");
    push_text(out, &file.path);
    out.push_str(&format!(
        ",\"kind\":\"{}\",\"bytes\":{},\"crc32\":\"{:08x}\"}}",
        file.kind.name(),
        file.bytes,
        file.crc
    ));
}

/// With a point, and the minus sign every program knows.
fn plain(number: Hundredths) -> String {
    number.text("en").replace('−', "-")
}

/// Reads the file (native programs).
///
/// # Errors
/// Everything that is wrong with it, in document order.
pub fn read(file: &str) -> Result<Package, Vec<Problem>> {
    let root = text::parse(file).map_err(|problem| vec![problem])?;
    read_tree(&root)
}

/// Reads it from a JSON tree.
///
/// # Errors
/// Everything that is wrong with it, in document order. Of a newer or another format only that.
pub fn read_tree(root: &Json) -> Result<Package, Vec<Problem>> {
    check_format(root, FORMAT).map_err(|problem| vec![problem])?;
    let mut reader = Reader::<true>::new();
    let fields = reader.object(root, DOCUMENT);
    let period = parsed(
        &mut reader,
        fields,
        "period",
        "a period such as 2026-Q4",
        Period::from_key,
    );
    let device = parsed(&mut reader, fields, "device", "8 hex digits", |text| {
        Some(DeviceId(hex(text)?))
    });
    let written_at = parsed(
        &mut reader,
        fields,
        "written_at",
        "a moment such as 2026-10-02T08:30:00+07:00",
        |text| moment::read(text).ok(),
    );
    let surveys = reader.list(fields, "surveys", &survey);
    let plans = reader.list(fields, "plans", &plan);
    let evaluation = reader.part(fields, "evaluation", &evaluation);
    let scores = reader.part(fields, "scores", &scores);
    let files = reader.list(fields, "files", &file);
    let problems = all_problems(root, reader, Vec::new());
    let (Some(period), Some(device), Some(written_at), true) =
        (period, device, written_at, problems.is_empty())
    else {
        return Err(problems);
    };
    Ok(Package {
        period,
        unit: fields.text("unit"),
        name: fields.text("name"),
        office: fields.text("office"),
        campaign: fields.text("campaign"),
        device,
        written_at,
        surveys,
        plans,
        evaluation,
        scores,
        files,
    })
}

/// What a text stands for; told where it is nothing of the kind.
fn parsed<T>(
    reader: &mut Reader<true>,
    fields: Fields<'_, true>,
    key: &'static str,
    expected: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let text = fields.get(key)?.as_text()?;
    let found = parse(text);
    if found.is_none() {
        reader.problem(key, Fault::OutOfRange, expected, &quoted(text));
    }
    found
}

fn hex(text: &str) -> Option<u32> {
    let is_plain = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let is_hex = text.len() == 8 && text.bytes().all(is_plain);
    is_hex.then(|| u32::from_str_radix(text, 16).ok()).flatten()
}

fn survey(reader: &mut Reader<true>, json: &Json) -> Survey {
    let fields = reader.object(json, SURVEY);
    let whole = |key| u64::from(fields.whole(key).unwrap_or_default());
    Survey {
        questionnaire: fields.text("questionnaire"),
        version: fields.whole("version").unwrap_or_default(),
        ballots: whole("ballots"),
        satisfied: whole("satisfied"),
        counted: whole("counted"),
        target: held_against(reader, fields),
    }
}

fn held_against(reader: &mut Reader<true>, fields: Fields<'_, true>) -> Option<Target> {
    let found = match (fields.number("above"), fields.number("at-least")) {
        (Some(share), None) => target(Comparator::Above, share),
        (None, Some(share)) => target(Comparator::AtLeast, share),
        _ => return None,
    };
    if !(0.0..=1.0).contains(&found.share) {
        let key = match found.comparator {
            Comparator::Above => "above",
            Comparator::AtLeast => "at-least",
        };
        reader.problem(key, Fault::OutOfRange, "0 to 1", &found.share.to_string());
    }
    Some(found)
}

fn plan(reader: &mut Reader<true>, json: &Json) -> PlanStatus {
    let fields = reader.object(json, PLAN);
    let whole = |key| fields.whole(key).unwrap_or_default();
    PlanStatus {
        title: fields.text("title"),
        items: whole("items"),
        done: whole("done"),
        doing: whole("doing"),
        late: whole("late"),
    }
}

fn evaluation(reader: &mut Reader<true>, json: &Json) -> EvaluationStatus {
    let fields = reader.object(json, EVALUATION);
    EvaluationStatus {
        assessed: reader.part(fields, "assessed", &column).unwrap_or_default(),
        verified: reader.part(fields, "verified", &column).unwrap_or_default(),
    }
}

fn column(reader: &mut Reader<true>, json: &Json) -> ColumnStatus {
    let fields = reader.object(json, COLUMN);
    ColumnStatus {
        points: points(reader, fields, "points").unwrap_or_default(),
        missing: fields.whole("missing").unwrap_or_default(),
        class: Some(fields.text("class")).filter(|class| !class.is_empty()),
    }
}

fn scores(reader: &mut Reader<true>, json: &Json) -> ScoreStatus {
    let fields = reader.object(json, SCORES);
    let year = fields.whole("year").unwrap_or_default();
    let small = u16::try_from(year).ok();
    if small.is_none() {
        reader.problem("year", Fault::OutOfRange, "a year", &year.to_string());
    }
    let mut pair = |score, maximum| {
        let score = points(reader, fields, score);
        score.zip(points(reader, fields, maximum))
    };
    ScoreStatus {
        year: small.unwrap_or_default(),
        total: pair("score", "maximum"),
        survey: pair("survey_score", "survey_maximum"),
    }
}

fn file(reader: &mut Reader<true>, json: &Json) -> File {
    let fields = reader.object(json, FILE);
    let crc = parsed(reader, fields, "crc32", "8 hex digits", hex);
    File {
        path: fields.text("path"),
        kind: FileKind::of(&fields.text("kind")),
        bytes: u64::from(fields.whole("bytes").unwrap_or_default()),
        crc: crc.unwrap_or_default(),
    }
}

fn points(
    reader: &mut Reader<true>,
    fields: Fields<'_, true>,
    key: &'static str,
) -> Option<Hundredths> {
    let expected = "a number of two decimals, such as \"14.50\"";
    parsed(reader, fields, key, expected, |text| {
        decimal::read(text).map(|number| number.value)
    })
}
