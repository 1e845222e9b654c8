//! The annex of a corrective plan as a workbook: one sheet, A4 landscape, ready to print.

use super::style::Styles;
use super::{XlsxProblem, cut, properties};
use crate::annex::Annex;
use rust_xlsxwriter::{FormatBorder, Workbook, Worksheet};

/// The words of an annex.
#[derive(Debug, Clone, Copy)]
pub struct AnnexWords<'a> {
    /// Name of the sheet, at most 31 letters.
    pub sheet: &'a str,
    /// The plan's title.
    pub title: &'a str,
    /// The eight headings.
    pub headings: [&'a str; 8],
    /// What stands before the sum of costs.
    pub total: &'a str,
}

/// The workbook; the same annex gives the same bytes.
///
/// # Errors
/// [`XlsxProblem::Library`].
pub fn write(annex: &Annex, words: &AnnexWords<'_>) -> Result<Vec<u8>, XlsxProblem> {
    let styles = Styles::new();
    let head = styles.head.clone().set_border(FormatBorder::Thin);
    let cell = styles.wrapped.clone().set_border(FormatBorder::Thin);
    let money = styles
        .number
        .clone()
        .set_num_format("#,##0.##")
        .set_border(FormatBorder::Thin);
    let mut sheet = Worksheet::new();
    sheet
        .set_name(words.sheet)?
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_repeat_rows(0, 0)?
        .set_freeze_panes(1, 0)?;
    let widths = [26.0, 26.0, 34.0, 24.0, 20.0, 20.0, 14.0, 12.0];
    for (column, (heading, width)) in (0..).zip(words.headings.iter().zip(widths)) {
        sheet
            .write_string_with_format(0, column, *heading, &head)?
            .set_column_width(column, width)?;
    }
    let mut last = 0;
    for (row, one) in (1..).zip(&annex.rows) {
        last = row;
        for (column, text) in (0..).zip(&one.cells) {
            match one.cost.filter(|_| column == 7) {
                Some(cost) => {
                    sheet.write_number_with_format(row, column, cost.0 as f64 / 100.0, &money)?;
                }
                None => {
                    sheet.write_string_with_format(row, column, cut(text).0, &cell)?;
                }
            }
        }
    }
    if let Some(total) = annex.total {
        sheet
            .write_string_with_format(last + 1, 0, words.total, &head)?
            .write_number_with_format(last + 1, 7, total.0 as f64 / 100.0, &money)?;
    }
    let mut book = Workbook::new();
    book.set_properties(&properties(words.title)?);
    book.push_worksheet(sheet);
    Ok(book.save_to_buffer()?)
}
