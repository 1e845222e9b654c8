//! The workbook: data with real numbers and dates, the same in words, the codebook, and the indices.
//!
//! Every text is written as a text cell of the format "text", so no program runs it as a formula, neither when
//! it opens the file nor after somebody edits the cell. Identities and codes stay texts; levels whose codes are
//! whole numbers, durations and figures are numbers; times are dates by the clock of the device that sent them.
//! The workbook says nothing of when it was written, so the same ballots give the same bytes.

pub mod annex;
mod codebook;
pub mod evaluation;
mod indices;
pub mod sample;
mod style;

use crate::csv::{Export, LeftOut, cells};
use crate::dictionary::{Column, Dictionary, Kind, words};
use crate::spss::whole;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use sipas_core::ballot::{Ballot, Ticket};
use sipas_core::campaign::Place;
use sipas_core::index::Report;
use sipas_core::moment::Moment;
use sipas_core::questionnaire::Questionnaire;
use style::Styles;

/// Ballots one sheet can hold.
pub const MOST_BALLOTS: u32 = 1_048_575;

/// Letters one cell can hold, in UTF-16 units.
const MOST_LETTERS: usize = 32_767;

/// Why there is no workbook.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum XlsxProblem {
    /// More ballots than a sheet has rows.
    #[error("a sheet holds at most {MOST_BALLOTS} ballots; export the ballots as CSV, or by part")]
    TooManyBallots,
    /// The library refused.
    #[error("the workbook could not be written: {0}")]
    Library(String),
}

impl From<XlsxError> for XlsxProblem {
    fn from(error: XlsxError) -> Self {
        Self::Library(error.to_string())
    }
}

/// The words a workbook uses.
#[derive(Debug, Clone, Copy, Default)]
pub struct Naming<'a> {
    /// `vi` or `en`, or another language of the questionnaire.
    pub language: &'a str,
    /// The campaign's choice of (term id, choice code).
    pub terms: &'a [(String, String)],
    /// Names of units.
    pub units: &'a [Place],
    /// Names of fields.
    pub fields: &'a [Place],
}

/// A workbook being filled.
pub struct Book<'a> {
    questionnaire: &'a Questionnaire,
    naming: Naming<'a>,
    dictionary: Dictionary,
    ticketed: bool,
    styles: Styles,
    data: Worksheet,
    labels: Worksheet,
    rows: u32,
    left_out: Vec<LeftOut>,
    shortened: u64,
}

/// The workbook and what could not go into it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The file, how many ballots it holds, and those left out.
    pub export: Export,
    /// Comments cut at the length a cell can hold; whole in the CSV file.
    pub shortened: u64,
}

/// The workbook of `ballots` and their `report`.
///
/// # Errors
/// [`XlsxProblem`] where there are more ballots than rows.
pub fn write(
    questionnaire: &Questionnaire,
    ballots: &[&Ballot],
    report: &Report,
    naming: Naming<'_>,
) -> Result<Written, XlsxProblem> {
    let ticketed = ballots.iter().any(|one| one.ticket != Ticket::None);
    let mut book = Book::begin(questionnaire, naming, ticketed)?;
    for ballot in ballots {
        book.push(ballot)?;
    }
    book.finish(report)
}

impl<'a> Book<'a> {
    /// A workbook without ballots, with the column of tickets where `ticketed`.
    ///
    /// # Errors
    /// [`XlsxProblem::Library`].
    pub fn begin(
        questionnaire: &'a Questionnaire,
        naming: Naming<'a>,
        ticketed: bool,
    ) -> Result<Self, XlsxProblem> {
        let [data, labels, _, _] = words::SHEETS;
        let mut book = Self {
            questionnaire,
            naming,
            dictionary: Dictionary::of(questionnaire, ticketed, naming.terms),
            ticketed,
            styles: Styles::new(),
            data: sheet(data, naming.language)?,
            labels: sheet(labels, naming.language)?,
            rows: 0,
            left_out: Vec::new(),
            shortened: 0,
        };
        book.head()?;
        Ok(book)
    }

    fn head(&mut self) -> Result<(), XlsxProblem> {
        for (position, column) in (0..).zip(&self.dictionary.columns) {
            let style = &self.styles.head;
            self.data
                .write_string_with_format(0, position, column.name.as_str(), style)?
                .set_column_width(position, width(column))?;
            let label = cut(column.label.get(self.naming.language)).0;
            self.labels
                .write_string_with_format(0, position, label, style)?
                .set_column_width(position, width(column).max(16.0))?;
        }
        Ok(())
    }

    /// Adds a ballot; one that does not fit the questionnaire is counted as left out.
    ///
    /// # Errors
    /// [`XlsxProblem::TooManyBallots`].
    pub fn push(&mut self, ballot: &Ballot) -> Result<(), XlsxProblem> {
        let cells = match cells(self.questionnaire, ballot, self.ticketed) {
            Ok(cells) => cells,
            Err(reason) => {
                let id = ballot.id;
                self.left_out.push(LeftOut { id, reason });
                return Ok(());
            }
        };
        if self.rows >= MOST_BALLOTS {
            return Err(XlsxProblem::TooManyBallots);
        }
        self.rows += 1;
        let row = self.rows;
        let columns = self.dictionary.columns.iter().zip(&cells);
        for (position, (column, cell)) in (0..).zip(columns).filter(|(_, (_, c))| !c.is_empty()) {
            let (text, is_cut) = cut(cell);
            self.shortened += u64::from(is_cut);
            let number = match column.kind {
                Kind::Whole | Kind::Answer => whole(cell),
                _ => None,
            };
            let day = serial(ballot.submitted_at).filter(|_| column.kind == Kind::Moment);
            match (day, number) {
                (Some(day), _) => {
                    let style = &self.styles.moment;
                    self.data
                        .write_number_with_format(row, position, day, style)?;
                    self.labels
                        .write_number_with_format(row, position, day, style)?;
                    continue;
                }
                (None, Some(number)) => {
                    let style = &self.styles.whole;
                    self.data
                        .write_number_with_format(row, position, number, style)?;
                }
                (None, None) => {
                    let style = &self.styles.text;
                    self.data
                        .write_string_with_format(row, position, text, style)?;
                }
            }
            match number.filter(|_| column.kind == Kind::Whole) {
                Some(number) => {
                    let style = &self.styles.whole;
                    self.labels
                        .write_number_with_format(row, position, number, style)?;
                }
                None => {
                    let said = said(column, text, self.naming);
                    let style = &self.styles.text;
                    self.labels
                        .write_string_with_format(row, position, cut(&said).0, style)?;
                }
            }
        }
        Ok(())
    }

    /// The whole file, with the figures of `report` and its groups.
    ///
    /// # Errors
    /// [`XlsxProblem::Library`].
    pub fn finish(mut self, report: &Report) -> Result<Written, XlsxProblem> {
        let last = last(self.dictionary.columns.len());
        for sheet in [&mut self.data, &mut self.labels] {
            sheet
                .autofilter(0, 0, self.rows, last)?
                .set_freeze_panes(1, 1)?;
        }
        let [_, _, codebook, indices] = words::SHEETS;
        let language = self.naming.language;
        let mut codes = sheet(codebook, language)?;
        codebook::fill(&mut codes, &self.styles, &self.dictionary, language)?;
        let mut figures = sheet(indices, language)?;
        indices::fill(
            &mut figures,
            &self.styles,
            &self.naming,
            self.questionnaire,
            report,
        )?;
        let mut book = Workbook::new();
        book.set_properties(&properties(self.dictionary.title.get(language))?);
        for sheet in [self.data, self.labels, codes, figures] {
            book.push_worksheet(sheet);
        }
        Ok(Written {
            export: Export {
                bytes: book.save_to_buffer()?,
                rows: u64::from(self.rows),
                left_out: self.left_out,
            },
            shortened: self.shortened,
        })
    }
}

/// A title and a fixed day of creation: a clock in the file would make it another file each time.
fn properties(title: &str) -> Result<DocProperties, XlsxProblem> {
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    Ok(DocProperties::new()
        .set_title(cut(title).0)
        .set_author("SIPAS")
        .set_creation_datetime(&made))
}

fn sheet(name: words::Word, language: &str) -> Result<Worksheet, XlsxProblem> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name.get(language))?;
    Ok(sheet)
}

/// What a cell says in words; what has no words stays as it is.
fn said(column: &Column, cell: &str, naming: Naming<'_>) -> String {
    let language = naming.language;
    let place = |places: &[Place]| {
        let found = places.iter().find(|place| place.code == cell);
        found.map(|place| place.label.get(language).to_owned())
    };
    let words = match (column.kind, column.name.as_str()) {
        (Kind::Code, "unit") => place(naming.units),
        (Kind::Code, "field") => place(naming.fields),
        (Kind::Choices, _) => {
            let word = |code| column.says(code, language).unwrap_or(code);
            let all: Vec<&str> = cell.split(' ').map(word).collect();
            Some(all.join("; "))
        }
        _ => column.says(cell, language).map(str::to_owned),
    };
    words.unwrap_or_else(|| cell.to_owned())
}

/// The beginning of a text that fits into a cell, and whether anything is missing.
fn cut(text: &str) -> (&str, bool) {
    let mut units = 0;
    let end = text.char_indices().find_map(|(position, letter)| {
        units += letter.len_utf16();
        (units > MOST_LETTERS).then_some(position)
    });
    match end.and_then(|end| text.get(..end)) {
        Some(beginning) => (beginning, true),
        None => (text, false),
    }
}

/// The moment by its own clock in the days Excel counts from 30 December 1899.
///
/// None before 1 March 1900, where Excel's count is wrong by a day, and after the year 9999.
fn serial(moment: Moment) -> Option<f64> {
    let local = moment
        .unix_secs
        .checked_add(i64::from(moment.offset_minutes) * 60)?;
    let seconds = local.checked_add(25_569 * 86_400)?;
    let known = 61 * 86_400..2_958_466 * 86_400;
    // Whole seconds below 2^53, so the quotient is the nearest number to the true one.
    known
        .contains(&seconds)
        .then_some(seconds as f64 / 86_400.0)
}

const fn last(columns: usize) -> u16 {
    // At most a hundred or so columns.
    columns.saturating_sub(1) as u16
}

fn width(column: &Column) -> f64 {
    match column.kind {
        Kind::Id(digits) => f64::from(digits) + 3.0,
        Kind::Moment => 20.0,
        Kind::Text => 50.0,
        Kind::Choices => 30.0,
        Kind::Code | Kind::Questionnaire | Kind::Ticket => 18.0,
        Kind::Whole | Kind::Choice | Kind::Answer => 13.0,
    }
}
