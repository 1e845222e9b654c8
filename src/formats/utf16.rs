//! A CSV file for spreadsheets that misread UTF-8: the same cells in UTF-16LE with tabs between them.
//!
//! Excel of any age opens this form with its accents whatever the machine's list separator is, which it does
//! not with commas. Byte order mark, CRLF; a cell with a quote, tab or line break stands in quotes.

/// The cells of a CSV file written by this crate as the bytes of the other form.
///
/// # Errors
/// The line of what cannot be split into cells; files written here never have one.
pub fn from_csv(text: &str) -> Result<Vec<u8>, u64> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut out = vec![0xff, 0xfe];
    let mut row = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut row) {
            Ok(true) => push_row(&mut out, &row),
            Ok(false) => return Ok(out),
            Err(_) => return Err(reader.position().line()),
        }
    }
}

fn push_row(out: &mut Vec<u8>, row: &csv::StringRecord) {
    for (position, cell) in row.iter().enumerate() {
        if position > 0 {
            push(out, "\t");
        }
        if cell.contains(['"', '\t', '\r', '\n']) {
            push(out, "\"");
            push(out, &cell.replace('"', "\"\""));
            push(out, "\"");
        } else {
            push(out, cell);
        }
    }
    push(out, "\r\n");
}

fn push(out: &mut Vec<u8>, text: &str) {
    out.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
}
