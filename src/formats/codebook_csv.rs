//! The codebook as CSV: one row a code, one row a column without codes.
//!
//! The form of the file is that of ballot files. Labels stand in one column per language of the
//! questionnaire; a score has a decimal point.

use crate::csv::push_row;
use crate::dictionary::{Dictionary, Value};
use sipas_core::wording::Wording;

/// The file. Columns: `column`, `kind`, `label_<language>`…, `code`, `says_<language>`…, `score`,
/// `satisfied` (1 or 0), `missing` (1 where the code is in no denominator).
#[must_use]
pub fn write(dictionary: &Dictionary) -> String {
    let languages = &dictionary.languages;
    let mut out = String::from('\u{feff}');
    let mut head = vec!["column".to_owned(), "kind".to_owned()];
    head.extend(languages.iter().map(|language| format!("label_{language}")));
    head.push("code".to_owned());
    head.extend(languages.iter().map(|language| format!("says_{language}")));
    head.extend(["score", "satisfied", "missing"].map(str::to_owned));
    push_row(&mut out, &head);
    for column in &dictionary.columns {
        let mut push = |value: Option<&Value>| {
            let mut cells = vec![column.name.clone(), column.kind.name().to_owned()];
            cells.extend(texts(Some(&column.label), languages));
            cells.push(value.map_or_else(String::new, |value| value.code.clone()));
            cells.extend(texts(value.map(|value| &value.label), languages));
            cells.extend(numbers(value));
            push_row(&mut out, &cells);
        };
        if column.values.is_empty() {
            push(None);
        }
        column.values.iter().for_each(|value| push(Some(value)));
    }
    out
}

fn texts(wording: Option<&Wording>, languages: &[String]) -> Vec<String> {
    let text = |language: &String| {
        wording
            .map_or("", |wording| wording.get(language))
            .to_owned()
    };
    languages.iter().map(text).collect()
}

fn numbers(value: Option<&Value>) -> [String; 3] {
    let Some(value) = value else {
        return Default::default();
    };
    let flag = |flag: bool| if flag { "1" } else { "0" }.to_owned();
    [
        value
            .score
            .map_or_else(String::new, |score| score.to_string()),
        value.satisfied.map_or_else(String::new, flag),
        flag(value.missing),
    ]
}
