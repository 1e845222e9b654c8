//! A quarter's evaluation as a workbook: one sheet, A4 landscape, ready to print; points are numbers.

use super::style::Styles;
use super::{XlsxProblem, cut, properties};
use crate::evaluation_table::EvaluationTable;
use rust_xlsxwriter::{FormatBorder, Workbook, Worksheet};

/// Widths of the columns in letters.
const WIDTHS: [f64; crate::evaluation_table::COLUMNS] =
    [5.0, 34.0, 13.0, 9.0, 9.0, 24.0, 24.0, 9.0, 24.0, 24.0, 10.0];

/// The workbook; the same table gives the same bytes. `sheet`: its name, at most 31 letters.
///
/// # Errors
/// [`XlsxProblem::Library`].
pub fn write(table: &EvaluationTable, sheet: &str, title: &str) -> Result<Vec<u8>, XlsxProblem> {
    let styles = Styles::new();
    let head = styles.head.clone().set_border(FormatBorder::Thin);
    let cell = styles.wrapped.clone().set_border(FormatBorder::Thin);
    let number = |pattern: &str| {
        let plain = styles.number.clone().set_num_format(pattern);
        plain.set_border(FormatBorder::Thin)
    };
    let (order, signed) = (number("0"), number("+0.00;-0.00;0.00"));
    // As many decimals as people read: 14.996 is not shown as 15.00.
    let points = |text: &str| {
        let decimals = text.rsplit([',', '.']).next().map_or(2, str::len);
        number(&["0.", &"0".repeat(decimals.max(1))].concat())
    };
    let bold = styles.text.clone().set_bold();
    let mut page = Worksheet::new();
    page.set_name(sheet)?
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.write_string_with_format(0, 0, cut(title).0, &bold)?;
    let mut row = 1;
    for (name, what) in &table.about {
        let line = [name.as_str(), ": ", what].concat();
        page.write_string_with_format(row, 0, cut(&line).0, &styles.text)?;
        row += 1;
    }
    row += 1;
    for (column, heading) in (0..).zip(&table.headings) {
        page.write_string_with_format(row, column, heading, &head)?;
    }
    let headings = table.headings.iter().map(String::as_str);
    page.set_repeat_rows(row, row)?
        .set_row_height(row, height(headings))?;
    row += 1;
    let last = table.headings.len().saturating_sub(1);
    for cells in table.all_rows() {
        for (column, (at, one)) in (0..).zip(cells.iter().enumerate()) {
            match one.number {
                Some(value) if at == 0 => {
                    page.write_number_with_format(row, column, value, &order)?;
                }
                Some(value) if at == last => {
                    page.write_number_with_format(row, column, value, &signed)?;
                }
                Some(value) => {
                    page.write_number_with_format(row, column, value, &points(&one.text))?;
                }
                None => {
                    page.write_string_with_format(row, column, cut(&one.text).0, &cell)?;
                }
            }
        }
        let texts = cells.iter().map(|one| one.text.as_str());
        page.set_row_height(row, height(texts))?;
        row += 1;
    }
    row += 1;
    for note in &table.notes {
        page.write_string_with_format(row, 0, cut(note).0, &styles.text)?;
        row += 1;
    }
    let mut book = Workbook::new();
    book.set_properties(&properties(title)?);
    book.push_worksheet(page);
    Ok(book.save_to_buffer()?)
}

/// How high a row is in points, so that its longest cell is read whole; not every program sees to it by itself.
fn height<'a>(texts: impl Iterator<Item = &'a str>) -> f64 {
    let lines = texts.zip(WIDTHS).map(|(text, width)| {
        let lines = text.lines();
        // A line breaks between words, so it rarely is full.
        lines
            .map(|line| (line.chars().count() as f64 * 1.15 / width).ceil().max(1.0))
            .sum::<f64>()
    });
    // A row can be at most so high.
    (lines.fold(1.0, f64::max) * 16.0).min(400.0)
}
