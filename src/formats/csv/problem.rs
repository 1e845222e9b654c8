//! What is wrong with a ballot file, and where.

use crate::moment::MomentError;
use core::fmt;

/// One thing wrong with a file.
///
/// `expected` and `found` are data, not sentences: `Display` puts them into English, the interface
/// into the reader's language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}{}: expected {expected}, found {found}", in_column(.column))]
pub struct CsvProblem {
    /// Line of the file as a text editor counts, from 1; line breaks inside quotes count.
    pub line: u64,
    /// Name of the column; empty where the problem is not about one column.
    pub column: String,
    /// What should stand there.
    pub expected: Expected,
    /// What stands there.
    pub found: Found,
}

/// What the format asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// UTF-8 text with commas between the cells.
    CommaText,
    /// A first row with the columns' names, `ballot_id` among them.
    Header,
    /// A column of this name.
    Column,
    /// One column of this name only.
    ColumnOnce,
    /// A quote that ends the cell begun on this line.
    ClosingQuote,
    /// A comma or the end of the line after a cell in quotes.
    EndOfCell,
    /// Quotes only in cells that are in quotes, each written twice.
    QuotedCell,
    /// As many cells as the header has.
    Cells(usize),
    /// This many digits of 0-9 and a-f.
    HexDigits(u8),
    /// A code, or an empty cell.
    Code,
    /// The number of a one-time ticket, `poster`, or an empty cell.
    Ticket,
    /// A questionnaire and version this program knows.
    KnownQuestionnaire,
    /// The questionnaire and version of the file's other rows.
    SameQuestionnaire(super::Edition),
    /// A whole number from 0 to 4294967295.
    WholeNumber,
    /// A date and time with offset.
    Moment(MomentError),
    /// One of these codes.
    OneOf(Vec<String>),
    /// One of these codes, or an empty cell.
    OneOfOrEmpty(Vec<String>),
    /// Any of these codes, separated by single spaces.
    AnyOf(Vec<String>),
    /// An empty cell: the questionnaire does not ask this.
    Empty,
    /// A unit and field that no row before has.
    NewCell,
    /// At most so many columns.
    ColumnsAtMost(usize),
    /// A row of at most so many bytes.
    RowOfBytes(usize),
    /// An id a spreadsheet has not turned into a number.
    WholeId(u8),
    /// A date whose day and month can be told apart.
    PlainDate,
}

/// What a file has instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// This cell.
    Cell(String),
    /// This character.
    Character(char),
    /// This many cells.
    Cells(usize),
    /// This many columns of the name.
    Columns(usize),
    /// A questionnaire and version.
    Questionnaire(super::Edition),
    /// No column of the name.
    NoColumn,
    /// Nothing at all: an empty file.
    EmptyFile,
    /// The end of the file.
    EndOfFile,
    /// Semicolons between the cells.
    Semicolons,
    /// Tabs between the cells.
    Tabs,
    /// A `sep=` line, which only some spreadsheets understand.
    SepLine,
    /// UTF-16 text.
    Utf16,
    /// UTF-16 text with half characters in it.
    BrokenUtf16,
    /// More than is read.
    TooMuch,
    /// A byte that is not UTF-8 text, as in files of older encodings.
    NotUtf8(u8),
    /// A workbook or another packed file.
    Packed,
}

/// Letters of a cell that are kept for a message; fewer are shown.
const KEPT: usize = 60;

fn in_column(column: &str) -> String {
    if column.is_empty() {
        String::new()
    } else {
        format!(", column {}", shown(column))
    }
}

impl Found {
    /// A cell as far as messages show it: a cell may be as long as the file.
    #[must_use]
    pub fn cell(text: &str) -> Self {
        Self::Cell(text.chars().take(KEPT).collect())
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CommaText => out.write_str("UTF-8 text with commas between the cells"),
            Self::Header => out.write_str("a header row with the column ballot_id"),
            Self::Column => out.write_str("this column"),
            Self::ColumnOnce => out.write_str("this column once"),
            Self::ClosingQuote => out.write_str("a quote that ends the cell begun here"),
            Self::EndOfCell => out.write_str("a comma or the end of the line after a quote"),
            Self::QuotedCell => {
                out.write_str("a cell with quotes inside to be in quotes, each written twice")
            }
            Self::Cells(count) => write!(out, "{count} cells"),
            Self::HexDigits(count) => write!(out, "{count} digits of 0-9 a-f"),
            Self::Ticket => out.write_str("16 digits of 0-9 a-f, poster, or an empty cell"),
            Self::Code => out.write_str("a code of a-z 0-9 - and /, or an empty cell"),
            Self::KnownQuestionnaire => out.write_str("a known questionnaire and version"),
            Self::SameQuestionnaire(edition) => write!(out, "{edition} as in the rows before"),
            Self::WholeNumber => out.write_str("a whole number from 0 to 4294967295"),
            Self::Moment(reason) => {
                write!(out, "a time such as 2026-11-21T08:30:00+07:00 ({reason})")
            }
            Self::OneOf(codes) => list(out, codes, " or "),
            Self::OneOfOrEmpty(codes) => {
                list(out, codes, ", ")?;
                out.write_str(" or an empty cell")
            }
            Self::AnyOf(codes) => {
                out.write_str("any of ")?;
                list(out, codes, ", ")?;
                out.write_str(" with single spaces between")
            }
            Self::NewCell => out.write_str("each unit and field once"),
            Self::ColumnsAtMost(count) => write!(out, "at most {count} columns"),
            Self::RowOfBytes(count) => write!(out, "a row of at most {count} bytes"),
            Self::WholeId(count) => write!(
                out,
                "{count} digits of 0-9 a-f that no spreadsheet has turned into a number"
            ),
            Self::PlainDate => out.write_str(
                "a date whose day and month can be told apart, such as 2026-11-21T08:30:00+07:00",
            ),
            Self::Empty => out.write_str("an empty cell (the questionnaire does not ask this)"),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cell(text) if text.is_empty() => out.write_str("an empty cell"),
            Self::Cell(text) => write!(out, "\"{}\"", shown(text)),
            Self::Character(character) => write!(out, "\"{}\"", shown(&character.to_string())),
            Self::Cells(count) => write!(out, "{count}"),
            Self::Columns(count) => write!(out, "it {count} times"),
            Self::Questionnaire(edition) => {
                write!(out, "{} version {}", shown(&edition.id), edition.version)
            }
            Self::NoColumn => out.write_str("no such column"),
            Self::EmptyFile => out.write_str("an empty file"),
            Self::EndOfFile => out.write_str("the end of the file"),
            Self::Semicolons => out.write_str("semicolons between the cells"),
            Self::Tabs => out.write_str("tabs between the cells"),
            Self::SepLine => out.write_str("a sep= line"),
            Self::Utf16 => out.write_str("UTF-16 text"),
            Self::BrokenUtf16 => out.write_str("UTF-16 text with half characters in it"),
            Self::TooMuch => out.write_str("more"),
            Self::NotUtf8(byte) => {
                write!(
                    out,
                    "the byte {byte:#04x}, which is not UTF-8 (an older encoding?)"
                )
            }
            Self::Packed => out.write_str("a workbook or another packed file"),
        }
    }
}

/// Codes with commas between, the last joined by `last`.
fn list(out: &mut fmt::Formatter<'_>, codes: &[String], last: &str) -> fmt::Result {
    for (position, code) in codes.iter().enumerate() {
        if position > 0 {
            out.write_str(if position + 1 == codes.len() {
                last
            } else {
                ", "
            })?;
        }
        out.write_str(code)?;
    }
    Ok(())
}

/// A file's own text as messages show it: one line, at most 40 characters, nothing that a terminal
/// would obey.
fn shown(text: &str) -> String {
    let mut characters = text.chars();
    let mut shown: String = characters
        .by_ref()
        .take(40)
        .flat_map(|character| {
            let plain = (!character.is_control()).then_some(character);
            let escaped = character.is_control().then(|| character.escape_default());
            plain.into_iter().chain(escaped.into_iter().flatten())
        })
        .collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    shown
}
