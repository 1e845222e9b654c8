//! The ballot file as a Frictionless Table Schema, for programs that check or load tables.
//!
//! Source: "Table Schema", version 1 (specs.frictionlessdata.io). Empty cells are missing values; `na` is a value
//! of its own, because it is in no denominator for another reason. `rdfType`s and keys of our own are not used,
//! except `levels`, which holds what the standard has no place for: each level's score and whether it counts
//! as satisfied.

use crate::dictionary::{Column, Dictionary, Kind, Value};
use crate::json::push_text;

/// The schema with descriptions in `language`, indented, with a line end.
#[must_use]
pub fn write(dictionary: &Dictionary, language: &str) -> String {
    let mut out = String::from("{\n");
    pair(&mut out, 1, "name", &name(dictionary));
    pair(&mut out, 1, "title", dictionary.title.get(language));
    out.push_str("  \"fields\": [\n");
    for (position, column) in dictionary.columns.iter().enumerate() {
        if position > 0 {
            out.push_str(",\n");
        }
        field(&mut out, column, language);
    }
    out.push_str("\n  ],\n  \"missingValues\": [\"\"],\n  \"primaryKey\": [\"ballot_id\"]\n}\n");
    out
}

fn name(dictionary: &Dictionary) -> String {
    format!("{}-{}", dictionary.questionnaire, dictionary.version)
}

fn field(out: &mut String, column: &Column, language: &str) {
    out.push_str("    {\n");
    pair(out, 3, "name", &column.name);
    pair(out, 3, "title", column.label.get(language));
    let (kind, format) = match column.kind {
        Kind::Whole => ("integer", None),
        // `any`: the standard's own default has no offset from UTC.
        Kind::Moment => ("datetime", Some("any")),
        _ => ("string", None),
    };
    pair(out, 3, "type", kind);
    if let Some(format) = format {
        pair(out, 3, "format", format);
    }
    if let Some(said) = said(column, language) {
        pair(out, 3, "description", &said);
    }
    if column.kind == Kind::Answer {
        let levels: Vec<String> = column.values.iter().filter_map(level).collect();
        out.push_str("      \"levels\": [\n        ");
        out.push_str(&levels.join(",\n        "));
        out.push_str("\n      ],\n");
    }
    let rules = rules(column);
    out.push_str("      \"constraints\": {");
    out.push_str(&rules.join(", "));
    out.push_str("}\n    }");
}

/// What each code says.
fn said(column: &Column, language: &str) -> Option<String> {
    let say = |value: &Value| format!("{} = {}", value.code, value.label.get(language));
    let all: Vec<String> = column.values.iter().map(say).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

fn level(value: &Value) -> Option<String> {
    let mut out = String::from("{\"code\": ");
    push_text(&mut out, &value.code);
    let (score, satisfied) = (value.score?, value.satisfied?);
    out.push_str(&format!(", \"score\": {score}, \"satisfied\": {satisfied}"));
    let english = value.label.exact("en");
    for (language, text) in [("vi", value.label.exact("vi")), ("en", english)] {
        if let Some(text) = text {
            out.push_str(&format!(", \"{language}\": "));
            push_text(&mut out, text);
        }
    }
    out.push('}');
    Some(out)
}

fn rules(column: &Column) -> Vec<String> {
    let mut rules = Vec::new();
    if !column.may_be_empty() {
        rules.push("\"required\": true".to_owned());
    }
    if column.name == "ballot_id" {
        rules.push("\"unique\": true".to_owned());
    }
    let pattern = match column.kind {
        Kind::Id(digits) => format!("[0-9a-f]{{{digits}}}"),
        // A code may stand behind an apostrophe where a spreadsheet would take it for a formula.
        Kind::Code => "'?[a-z0-9-]+(/[a-z0-9-]+)*".to_owned(),
        Kind::Questionnaire => "[a-z0-9-]{1,40}".to_owned(),
        Kind::Ticket => "poster|[0-9a-f]{16}".to_owned(),
        Kind::Choices => {
            let codes: Vec<&str> = column
                .values
                .iter()
                .map(|value| value.code.as_str())
                .collect();
            let codes = codes.join("|");
            format!("({codes})( ({codes}))*")
        }
        Kind::Whole => {
            rules.push("\"minimum\": 0".to_owned());
            return rules;
        }
        Kind::Moment | Kind::Text => return rules,
        Kind::Choice | Kind::Answer => {
            let mut codes = Vec::new();
            for value in &column.values {
                let mut code = String::new();
                push_text(&mut code, &value.code);
                codes.push(code);
            }
            if codes.is_empty() {
                // The questionnaire does not ask it: the column is always empty.
                rules.push("\"maxLength\": 0".to_owned());
            } else {
                rules.push(format!("\"enum\": [{}]", codes.join(", ")));
            }
            return rules;
        }
    };
    let mut text = String::new();
    push_text(&mut text, &pattern);
    rules.push(format!("\"pattern\": {text}"));
    rules
}

fn pair(out: &mut String, depth: usize, key: &str, value: &str) {
    (0..depth).for_each(|_| out.push_str("  "));
    push_text(out, key);
    out.push_str(": ");
    push_text(out, value);
    out.push_str(",\n");
}
