//! A CSV file for spreadsheets that misread UTF-8: the same cells in UTF-16LE with tabs between them.
//!
//! Excel of any age opens this form with its accents whatever the machine's list separator is, which it does
//! not with commas. Byte order mark, CRLF; a cell with a quote, tab or line break stands in quotes.

use crate::csv::{Row, Rows};

/// The cells of a CSV file written by this crate as the bytes of the other form.
///
/// # Errors
/// The line of what cannot be split into cells; files written here never have one.
pub fn from_csv(text: &str) -> Result<Vec<u8>, u64> {
    let mut out = vec![0xff, 0xfe];
    rewrite(text, '\t', str::to_owned, |row| {
        out.extend(row.encode_utf16().flat_map(u16::to_le_bytes));
    })?;
    Ok(out)
}

/// Gives each row of a CSV file with another separator and changed cells, CRLF at its end, quotes where they
/// are needed.
///
/// # Errors
/// The line of what cannot be split into cells.
pub(crate) fn rewrite(
    text: &str,
    separator: char,
    change: impl Fn(&str) -> String,
    mut each: impl FnMut(&str),
) -> Result<(), u64> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Rows::new(text, ',');
    let mut row = Row::default();
    while rows.next(&mut row).map_err(|_| row.line)? {
        if row.is_too_long {
            return Err(row.line);
        }
        let mut out = String::new();
        for position in 0..row.len() {
            if position > 0 {
                out.push(separator);
            }
            let cell = change(row.raw(position).unwrap_or_default());
            if cell.contains(['"', separator, '\r', '\n']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(&cell);
            }
        }
        out.push_str("\r\n");
        each(&out);
    }
    Ok(())
}
