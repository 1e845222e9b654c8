//! A drawn sample as a workbook: the list, ready to print and tick, and a sheet that says how it was drawn.

use super::style::Styles;
use super::{XlsxProblem, cut, properties};
use crate::sample_list::{Headings, SampleList};
use rust_xlsxwriter::{FormatBorder, Workbook, Worksheet};

/// The words of the workbook.
#[derive(Debug, Clone)]
pub struct SampleWords {
    /// Names of the two sheets, at most 31 letters.
    pub sheets: [&'static str; 2],
    /// The document's title.
    pub title: String,
    /// Headings of the list.
    pub headings: Headings,
    /// How it was drawn: what, and its value in words.
    pub drawing: Vec<(String, String)>,
}

/// Letters a line of a value holds, and the height of one in points: not every program makes room for wrapped texts.
const LINE: usize = 80;
const ROW_POINTS: f64 = 16.0;

fn lines(text: &str) -> f64 {
    (1 + text.chars().count() / (LINE - 8)) as f64
}

/// The workbook; the same sample gives the same bytes. Dossier numbers are texts, whatever they look like.
///
/// # Errors
/// [`XlsxProblem::Library`].
pub fn write(sample: &SampleList, words: &SampleWords) -> Result<Vec<u8>, XlsxProblem> {
    let styles = Styles::new();
    let head = styles.head.clone().set_border(FormatBorder::Thin);
    let cell = styles.wrapped.clone().set_border(FormatBorder::Thin);
    let number = styles.whole.clone().set_border(FormatBorder::Thin);
    let [list, how] = words.sheets;
    let mut sheet = Worksheet::new();
    sheet
        .set_name(list)?
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?
        .set_freeze_panes(1, 0)?;
    let widths = [6.0, 8.0, 30.0, 26.0, 26.0, 12.0];
    for (column, (heading, width)) in (0..).zip(words.headings.iter().zip(widths)) {
        sheet
            .write_string_with_format(0, column, *heading, &head)?
            .set_column_width(column, width)?;
    }
    for (row, one) in (1..).zip(&sample.drawn) {
        sheet
            .write_number_with_format(row, 0, f64::from(row), &number)?
            .write_number_with_format(row, 1, one.line as f64, &number)?;
        for (column, text) in (2..).zip([&one.number, &one.unit, &one.field]) {
            sheet.write_string_with_format(row, column, cut(text).0, &cell)?;
        }
        sheet.write_blank(row, 5, &cell)?;
    }
    let mut drawing = Worksheet::new();
    drawing
        .set_name(how)?
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_column_width(0, 34.0)?
        .set_column_width(1, LINE as f64)?;
    for (row, (what, value)) in (0..).zip(&words.drawing) {
        drawing
            .write_string_with_format(row, 0, what.as_str(), &head)?
            .write_string_with_format(row, 1, value.as_str(), &cell)?
            .set_row_height(row, ROW_POINTS * lines(value))?;
    }
    let mut book = Workbook::new();
    book.set_properties(&properties(&words.title)?);
    book.push_worksheet(sheet);
    book.push_worksheet(drawing);
    Ok(book.save_to_buffer()?)
}
