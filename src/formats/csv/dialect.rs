//! Recognising what a spreadsheet made of a ballot file.

use super::encoding::Encoding;
use super::repair::DayOrder;
use super::rows::{Row, Rows};
use core::fmt;

/// Separators that are looked for, the usual one first.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// How a file was written, as far as it matters for reading it, and what had to be put right.
///
/// Everything here is told to the person before anything of the file is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// How its characters stand in its bytes.
    pub encoding: Encoding,
    /// What stands between the cells.
    pub delimiter: char,
    /// Whether it begins with a `sep=` line.
    pub has_sep_line: bool,
    /// The order of day and month in dates a spreadsheet has turned; nothing where it turned none.
    pub day_order: Option<DayOrder>,
    /// What was put right.
    pub repairs: Repairs,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            encoding: Encoding::default(),
            delimiter: ',',
            has_sep_line: false,
            day_order: None,
            repairs: Repairs::default(),
        }
    }
}

impl Dialect {
    /// Whether the file is as it was exported.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// Whether anything was supposed that the file does not say.
    #[must_use]
    pub fn has_guesses(&self) -> bool {
        self.day_order == Some(DayOrder::Supposed) || self.repairs.offsets > 0
    }
}

impl fmt::Display for Dialect {
    /// What differs from an exported file and what was put right; nothing where it is as it was exported.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        match self.encoding {
            Encoding::Utf8Marked | Encoding::Utf8 => {}
            Encoding::Utf16Le | Encoding::Utf16Be => parts.push("UTF-16".to_owned()),
        }
        match self.delimiter {
            ',' => {}
            ';' => parts.push("semicolons".to_owned()),
            '\t' => parts.push("tabs".to_owned()),
            other => parts.push(format!("{other:?} between the cells")),
        }
        match self.day_order {
            None => {}
            Some(DayOrder::DayFirst) => parts.push("dates day first".to_owned()),
            Some(DayOrder::MonthFirst) => parts.push("dates month first".to_owned()),
            Some(DayOrder::Supposed) => parts.push("dates supposed day first".to_owned()),
            Some(DayOrder::Mixed) => parts.push("dates of both orders".to_owned()),
        }
        let repairs = &self.repairs;
        for (count, what) in [
            (repairs.zeros, "ids given back their zeros"),
            (repairs.dates, "dates read in a spreadsheet's form"),
            (repairs.offsets, "times supposed to be Vietnam's"),
            (repairs.decimals, "numbers without their decimal part"),
            (repairs.spaces, "cells without the space around them"),
            (repairs.widths, "rows of another width"),
            (repairs.empty_rows, "empty rows passed over"),
            (repairs.mapped, "places replaced"),
        ] {
            if count > 0 {
                parts.push(format!("{count} {what}"));
            }
        }
        out.write_str(&parts.join(", "))
    }
}

/// How many cells (of rows, where it says so) had to be put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Repairs {
    /// Ids whose zeros in front were lost.
    pub zeros: u64,
    /// Dates turned into another form.
    pub dates: u64,
    /// Of these, times without an offset: Vietnam's was supposed.
    pub offsets: u64,
    /// Numbers and codes given a decimal part, such as `5.0`.
    pub decimals: u64,
    /// Cells with space or an apostrophe around them.
    pub spaces: u64,
    /// Rows with empty cells too many, or without the empty ones at their end.
    pub widths: u64,
    /// Rows with nothing in them but separators.
    pub empty_rows: u64,
    /// Units and fields replaced by the person's choice.
    pub mapped: u64,
}

/// Finds the separator and where the header begins: position in the text and line.
pub fn delimiter(text: &str) -> (char, bool, usize, u64) {
    let mut at = 0;
    let mut line = 1;
    let first = text.lines().next().unwrap_or_default();
    let sep = first
        .trim_matches('"')
        .strip_prefix("sep=")
        .filter(|rest| rest.chars().count() == 1);
    if let Some(sep) = sep.and_then(|rest| rest.chars().next()) {
        at = text.find('\n').map_or(text.len(), |end| end + 1);
        line = 2;
        return (sep, true, at, line);
    }
    for delimiter in DELIMITERS {
        let mut header = Row::default();
        let mut rows = Rows::new(text, delimiter);
        if rows.next(&mut header) == Ok(true) && names(&header).any(|name| name == "ballot_id") {
            return (delimiter, false, at, line);
        }
    }
    (',', false, at, line)
}

/// The columns' names as a header says them, without space around.
pub fn names(header: &Row) -> impl Iterator<Item = &str> {
    header.texts().map(|name| {
        name.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}')
    })
}
