//! The sheet that says what columns and codes mean.

use super::style::Styles;
use super::{XlsxProblem, cut, last};
use crate::dictionary::{Column, Dictionary, Value, words};
use rust_xlsxwriter::Worksheet;

/// One row a code, one row a column without codes.
pub fn fill(
    sheet: &mut Worksheet,
    styles: &Styles,
    dictionary: &Dictionary,
    language: &str,
) -> Result<(), XlsxProblem> {
    let widths = [20.0, 50.0, 14.0, 16.0, 36.0, 8.0, 10.0, 12.0];
    for (position, (heading, width)) in (0..).zip(words::CODEBOOK.iter().zip(widths)) {
        sheet
            .write_string_with_format(0, position, heading.get(language), &styles.head)?
            .set_column_width(position, width)?;
    }
    let mut row = 0;
    for column in &dictionary.columns {
        if column.values.is_empty() {
            row += 1;
            push(sheet, styles, row, column, None, language)?;
        }
        for value in &column.values {
            row += 1;
            push(sheet, styles, row, column, Some(value), language)?;
        }
    }
    sheet
        .autofilter(0, 0, row, last(words::CODEBOOK.len()))?
        .set_freeze_panes(1, 1)?;
    Ok(())
}

fn push(
    sheet: &mut Worksheet,
    styles: &Styles,
    row: u32,
    column: &Column,
    value: Option<&Value>,
    language: &str,
) -> Result<(), XlsxProblem> {
    let flag = |flag| if flag { words::YES } else { words::NO }.get(language);
    let (text, wrapped) = (&styles.text, &styles.wrapped);
    let label = cut(column.label.get(language)).0;
    sheet
        .write_string_with_format(row, 0, column.name.as_str(), text)?
        .write_string_with_format(row, 1, label, wrapped)?
        .write_string_with_format(row, 2, column.kind.name(), text)?;
    let Some(value) = value else {
        return Ok(());
    };
    let says = cut(value.label.get(language)).0;
    sheet
        .write_string_with_format(row, 3, value.code.as_str(), text)?
        .write_string_with_format(row, 4, says, wrapped)?;
    if let Some(score) = value.score {
        sheet.write_number(row, 5, score)?;
    }
    if let Some(satisfied) = value.satisfied {
        sheet.write_string_with_format(row, 6, flag(satisfied), text)?;
    }
    sheet.write_string_with_format(row, 7, flag(value.missing), text)?;
    Ok(())
}
