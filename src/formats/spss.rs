//! SPSS syntax that reads a ballot file and labels it; PSPP, its free twin, runs it too.
//!
//! Every column is read as text first, because `na` and an empty cell must stay apart: criteria whose codes are
//! whole numbers then become numbers with `na` as -8, declared missing; an empty cell is system-missing. Texts
//! are in single quotes with quotes inside doubled, cut where SPSS would refuse them (255 bytes for a variable's
//! label, 120 for a value's), and hold no line break, so nothing in a label can end a command.
//!
//! SPSS takes a line break inside a cell for the end of the row, quotes or not, so its data file ([`data`]) has
//! one line a ballot.

use crate::dictionary::{Column, Dictionary, Kind};
use crate::utf16::rewrite;

/// The number `na` becomes.
pub const NOT_APPLICABLE: i32 = -8;

/// The longest variable and value labels, in bytes.
const LABEL: usize = 255;
const VALUE: usize = 120;

/// Words SPSS keeps for itself.
const RESERVED: [&str; 14] = [
    "all", "and", "by", "comment", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
];

/// The syntax for the file called `data`, with labels in `language`; LF line ends, UTF-8 without byte order
/// mark, which `* Encoding` says in SPSS's own way.
#[must_use]
pub fn write(dictionary: &Dictionary, data: &str, language: &str) -> String {
    let variables = variables(dictionary);
    let mut out = String::from("* Encoding: UTF-8.\n");
    line(
        &mut out,
        &["* ", &comment(dictionary.title.get(language)), "."],
    );
    out.push_str("* Put the data file (one line a ballot) beside this one, or write its whole path below.\n\n");
    line(&mut out, &["GET DATA /TYPE=TXT /FILE=", &quoted(data, 400)]);
    out.push_str(
        "  /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELCASE=LINE /FIRSTCASE=2\n  /DELIMITERS=',' /QUALIFIER='\"'\n  /VARIABLES=\n",
    );
    for one in &variables {
        let format = match one.column.kind {
            Kind::Whole => "F10.0".to_owned(),
            _ => format!("A{}", width(one.column)),
        };
        line(&mut out, &["    ", &one.read, " ", &format]);
    }
    out.push_str("  .\n\n");
    numbers(&mut out, &variables);
    moments(&mut out, &variables);
    labels(&mut out, &variables, language);
    values(&mut out, &variables, language);
    measures(&mut out, &variables);
    out.push_str("EXECUTE.\n");
    out
}

/// The ballot file `text` with one line a ballot: line breaks in comments become spaces.
///
/// # Errors
/// The line of what cannot be split into cells; files written here never have one.
pub fn data(text: &str) -> Result<String, u64> {
    let mut out = String::from('\u{feff}');
    let flat = |cell: &str| cell.replace("\r\n", " ").replace(['\r', '\n'], " ");
    rewrite(text, ',', flat, |row| out.push_str(row))?;
    Ok(out)
}

/// A column and its names in SPSS.
struct Variable<'a> {
    column: &'a Column,
    /// What it is read as.
    read: String,
    /// What it is called in the end.
    name: String,
    /// Whether it becomes a number.
    number: bool,
}

fn variables(dictionary: &Dictionary) -> Vec<Variable<'_>> {
    let taken = |name: &str| dictionary.column(name).is_some();
    let variable = |column| {
        let number = is_number(column);
        let mut name = column.name.clone();
        if RESERVED.contains(&name.as_str()) {
            name.insert_str(0, "v_");
            while taken(&name) {
                name.insert(0, 'v');
            }
        }
        let mut read = name.clone();
        if number {
            read.insert_str(0, "read_");
            while taken(&read) {
                read.insert(0, 'r');
            }
        }
        Variable {
            column,
            read,
            name,
            number,
        }
    };
    dictionary.columns.iter().map(variable).collect()
}

/// Whether all levels of a criterion are whole numbers, written as numbers are.
fn is_number(column: &Column) -> bool {
    column.kind == Kind::Answer
        && column
            .values
            .iter()
            .all(|value| value.missing || whole(&value.code).is_some())
}

/// The number a code is, where it is written as that number is.
pub(crate) fn whole(code: &str) -> Option<u32> {
    let number: u32 = code.parse().ok()?;
    (number.to_string() == code).then_some(number)
}

/// The widest cell in bytes.
fn width(column: &Column) -> usize {
    let longest = column.values.iter().map(|value| value.code.len());
    match column.kind {
        Kind::Id(digits) => usize::from(digits),
        Kind::Moment => 25,
        // A comment of 2000 letters, each of up to three bytes in Vietnamese.
        Kind::Text => 6000,
        // A code, with its guard.
        Kind::Code => 121,
        Kind::Questionnaire => 41,
        Kind::Ticket => 16,
        Kind::Choices => longest.map(|length| length + 1).sum::<usize>().max(1),
        Kind::Answer | Kind::Choice => longest.max().unwrap_or(1).max(2),
        Kind::Whole => 10,
    }
}

fn numbers(out: &mut String, variables: &[Variable<'_>]) {
    let numbers: Vec<&Variable<'_>> = variables.iter().filter(|one| one.number).collect();
    if numbers.is_empty() {
        return;
    }
    let missing = NOT_APPLICABLE.to_string();
    for one in &numbers {
        line(
            out,
            &[
                "RECODE ",
                &one.read,
                " ('na'=",
                &missing,
                ") (CONVERT) INTO ",
                &one.name,
                ".",
            ],
        );
    }
    let made: Vec<&str> = numbers.iter().map(|one| one.name.as_str()).collect();
    let read: Vec<&str> = numbers.iter().map(|one| one.read.as_str()).collect();
    let (made, read) = (made.join("\n  "), read.join("\n  "));
    line(out, &["FORMATS ", &made, " (F2.0)."]);
    line(out, &["MISSING VALUES ", &made, " (", &missing, ")."]);
    line(out, &["EXECUTE.\nDELETE VARIABLES ", &read, ".\n"]);
}

/// A date SPSS can count with beside the one that keeps the offset.
fn moments(out: &mut String, variables: &[Variable<'_>]) {
    for one in variables
        .iter()
        .filter(|one| one.column.kind == Kind::Moment)
    {
        let part = |from: u8, length: u8| {
            format!("NUMBER(SUBSTR({},{from},{length}),F{length})", one.name)
        };
        let made = format!("{}_local", one.name);
        line(
            out,
            &[
                "COMPUTE ",
                &made,
                " = DATE.DMY(",
                &part(9, 2),
                ", ",
                &part(6, 2),
                ", ",
                &part(1, 4),
                ")\n  + TIME.HMS(",
                &part(12, 2),
                ", ",
                &part(15, 2),
                ", ",
                &part(18, 2),
                ").",
            ],
        );
        line(out, &["FORMATS ", &made, " (DATETIME20).\n"]);
    }
}

fn labels(out: &mut String, variables: &[Variable<'_>], language: &str) {
    let label = |one: &Variable<'_>| {
        let label = quoted(one.column.label.get(language), LABEL);
        format!("{} {label}", one.name)
    };
    let all: Vec<String> = variables.iter().map(label).collect();
    out.push_str("VARIABLE LABELS\n  ");
    out.push_str(&all.join("\n  /"));
    out.push_str(".\n\n");
}

fn values(out: &mut String, variables: &[Variable<'_>], language: &str) {
    let missing = NOT_APPLICABLE.to_string();
    let single =
        |one: &&Variable<'_>| !one.column.values.is_empty() && one.column.kind != Kind::Choices;
    for one in variables.iter().filter(single) {
        line(out, &["VALUE LABELS ", &one.name]);
        for value in &one.column.values {
            let code = match (one.number, value.missing) {
                (true, true) => missing.clone(),
                (true, false) => value.code.clone(),
                (false, _) => quoted(&value.code, VALUE),
            };
            let label = quoted(value.label.get(language), VALUE);
            line(out, &["  ", &code, " ", &label]);
        }
        out.push_str("  .\n");
        if !one.number && one.column.kind == Kind::Answer {
            line(out, &["MISSING VALUES ", &one.name, " ('na')."]);
        }
    }
    out.push('\n');
}

/// Levels are an order, codes are names, seconds a scale.
fn measures(out: &mut String, variables: &[Variable<'_>]) {
    for one in variables {
        let measure = match one.column.kind {
            Kind::Answer => "ORDINAL",
            Kind::Whole if one.column.name == "duration_secs" => "SCALE",
            _ => "NOMINAL",
        };
        line(out, &["VARIABLE LEVEL ", &one.name, " (", measure, ")."]);
    }
}

/// A text in single quotes of at most `most` bytes of contents.
fn quoted(text: &str, most: usize) -> String {
    let mut out = String::from('\'');
    let mut length = 0;
    for letter in text.chars() {
        length += letter.len_utf8();
        if length > most {
            break;
        }
        match letter {
            '\'' => out.push_str("''"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('\'');
    out
}

/// A text that may stand in a comment, which a full stop at the end of a line would close.
fn comment(text: &str) -> String {
    let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
    let text: String = text.chars().map(plain).collect();
    text.trim_end_matches(['.', ' ']).to_owned()
}

fn line(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
    out.push('\n');
}
