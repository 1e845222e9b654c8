//! The stored form of the register of papers: lines of text with a checksum, one text a record.
//!
//! Described in docs/paper.md. A record is written once and never changed.

mod file;

pub use file::file;

use crate::record::bytes::crc32;
use sipas_core::ballot::is_code;
use sipas_core::moment::Moment;
use sipas_core::paper::register::{Entry, Filled, Outcome, Paper, Record, Verdict};
use sipas_core::paper::sheet::Mark;
use sipas_core::selection::Day;

const HEAD: &str = "sipas-paper 1";

/// The most cells a paper may have; more are no record of ours.
const MOST_CELLS: usize = 1_024;

/// Why a stored record cannot be read. It is then kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The checksum is wrong or a line is missing.
    #[error("the stored paper record is damaged")]
    Damaged,
    /// Written by a newer version of the program.
    #[error("the stored paper record is of a newer version")]
    Newer,
    /// The checksum is right, yet a line makes no sense: its key and what was found.
    #[error("{key} of the stored paper record makes no sense: {found:?}")]
    Malformed {
        /// The line's key.
        key: String,
        /// What stands there.
        found: String,
    },
}

/// The text a record is stored as.
#[must_use]
pub fn write(record: &Record) -> String {
    let mut out = String::from(HEAD);
    let mut line = |key: &str, value: &str| {
        out.push('\n');
        out.push_str(key);
        out.push('=');
        for letter in value.chars() {
            match letter {
                '\n' => out.push_str("\\n"),
                '\\' => out.push_str("\\\\"),
                other => out.push(other),
            }
        }
    };
    let (by, at, filled) = match record {
        Record::Entry(entry) => {
            line("entry", &hex(entry.id));
            line("secs", &entry.secs.to_string());
            line("keys", &entry.keys.to_string());
            (&entry.by, entry.at, &entry.filled)
        }
        Record::Verdict(verdict) => {
            line("verdict", &hex(verdict.id));
            line("outcome", verdict.outcome.code());
            line("keyed", &moment(verdict.keyed_at));
            let entries: Vec<String> = verdict.entries.iter().map(|id| hex(*id)).collect();
            line("entries", &entries.join(" "));
            (&verdict.by, verdict.at, &verdict.filled)
        }
    };
    let paper = record.paper();
    line("campaign", &paper.campaign);
    line("questionnaire", &paper.questionnaire);
    line("version", &paper.version.to_string());
    line("batch", &paper.batch);
    line("number", &paper.number.to_string());
    line("by", by);
    line("at", &moment(at));
    line("unit", &filled.unit);
    line("field", &filled.field);
    line(
        "day",
        &filled.day.map(|day| day.to_string()).unwrap_or_default(),
    );
    line(
        "marks",
        &filled
            .marks
            .iter()
            .map(|one| letter_of(*one))
            .collect::<String>(),
    );
    line("comment", &filled.comment);
    let check = crc32(0, out.as_bytes());
    out.push_str("\ncheck=");
    out.push_str(&hex(u64::from(check)));
    out
}

/// Reads what [`write`] wrote; lines this program does not know are passed over.
///
/// # Errors
/// [`PaperError`]; the text is then to be kept as it is.
pub fn read(text: &str) -> Result<Record, PaperError> {
    let (body, last) = text.rsplit_once('\n').ok_or(PaperError::Damaged)?;
    let check = last.strip_prefix("check=").and_then(unhex);
    if check != Some(u64::from(crc32(0, body.as_bytes()))) {
        return Err(PaperError::Damaged);
    }
    let mut lines = body.split('\n');
    let head = lines.next().unwrap_or_default();
    if head != HEAD {
        let ours = head.starts_with("sipas-paper ");
        return Err(if ours {
            PaperError::Newer
        } else {
            PaperError::Damaged
        });
    }
    let lines: Vec<(&str, String)> = lines
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key, unescape(value)))
        .collect();
    Lines(lines).record()
}

/// The lines of a record whose checksum is right.
struct Lines<'a>(Vec<(&'a str, String)>);

impl Lines<'_> {
    fn text(&self, key: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| *known == key);
        found.map(|(_, value)| value.as_str())
    }

    /// The value under `key` as `read` takes it.
    fn get<T>(&self, key: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, PaperError> {
        let value = self.text(key).ok_or(PaperError::Damaged)?;
        read(value).ok_or_else(|| PaperError::Malformed {
            key: key.to_owned(),
            found: value.to_owned(),
        })
    }

    fn record(&self) -> Result<Record, PaperError> {
        let code = |text: &str| (text.is_empty() || is_code(text)).then(|| text.to_owned());
        let paper = Paper {
            campaign: self.get("campaign", code)?,
            questionnaire: self.get("questionnaire", code)?,
            version: self.get("version", |text| text.parse().ok())?,
            batch: self.get("batch", |text| Some(text.to_owned()))?,
            number: self.get("number", |text| text.parse().ok())?,
        };
        let by = self.get("by", |text| Some(text.to_owned()))?;
        let at = self.get("at", read_moment)?;
        let filled = Filled {
            unit: self.get("unit", code)?,
            field: self.get("field", code)?,
            day: self.get("day", |text| match text {
                "" => Some(None),
                text => Day::parse(text).map(Some),
            })?,
            marks: self.get("marks", read_marks)?,
            comment: self.get("comment", |text| Some(text.to_owned()))?,
        };
        if self.text("entry").is_some() {
            return Ok(Record::Entry(Entry {
                id: self.get("entry", unhex)?,
                paper,
                by,
                at,
                secs: self.get("secs", |text| text.parse().ok())?,
                keys: self.get("keys", |text| text.parse().ok())?,
                filled,
            }));
        }
        Ok(Record::Verdict(Verdict {
            id: self.get("verdict", unhex)?,
            paper,
            outcome: self.get("outcome", Outcome::from_code)?,
            by,
            at,
            keyed_at: self.get("keyed", read_moment)?,
            entries: self.get("entries", |text| text.split(' ').map(unhex).collect())?,
            filled,
        }))
    }
}

/// The key a record stands under in both engines.
#[must_use]
pub fn key(record: &Record) -> String {
    [KEYS, &hex(record.id())].concat()
}

/// What all keys of the register begin with.
pub const KEYS: &str = "sipas/paper/";

/// The key for a text where something else stands under its own.
#[must_use]
pub fn other_key(key: &str, text: &str) -> String {
    let check = crc32(0, text.as_bytes());
    [key, ".", &hex(u64::from(check))].concat()
}

/// `.` blank, `-` not applicable, else the position of the option in base 36, from 1.
fn letter_of(mark: Mark) -> char {
    match mark {
        Mark::Blank => '.',
        Mark::NotApplicable => '-',
        Mark::Option(at) => char::from_digit(u32::from(at) + 1, 36).unwrap_or('.'),
    }
}

fn read_marks(text: &str) -> Option<Vec<Mark>> {
    let marks = text.chars().map(|letter| match letter {
        '.' => Some(Mark::Blank),
        '-' => Some(Mark::NotApplicable),
        letter => {
            let option = letter.to_digit(36)?.checked_sub(1)?;
            u8::try_from(option).ok().map(Mark::Option)
        }
    });
    let marks: Option<Vec<Mark>> = marks.collect();
    marks.filter(|marks| marks.len() <= MOST_CELLS)
}

/// Unix seconds and minutes from UTC: `1795224600 420`.
fn moment(moment: Moment) -> String {
    format!("{} {}", moment.unix_secs, moment.offset_minutes)
}

fn read_moment(text: &str) -> Option<Moment> {
    let (secs, offset) = text.split_once(' ')?;
    Some(Moment {
        unix_secs: secs.parse().ok()?,
        offset_minutes: offset.parse().ok()?,
    })
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        out.push(match letter {
            '\\' => match letters.next() {
                Some('n') => '\n',
                other => other.unwrap_or('\\'),
            },
            other => other,
        });
    }
    out
}

fn hex(value: u64) -> String {
    format!("{value:016x}")
}

fn unhex(text: &str) -> Option<u64> {
    let digits = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits.then(|| u64::from_str_radix(text, 16).ok())?
}
