//! Comments as they may be published: month, unit and field where enough people stand behind them, and
//! the text without what was struck out.
//!
//! The form of the file is that of ballot files. There is no identity, device, day or hour in it.

use crate::csv::push_row;

/// One comment to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Year and month, `2026-11`.
    pub month: String,
    /// The unit's code; empty where unknown or where it would point at somebody.
    pub unit: String,
    /// The field's code; likewise.
    pub field: String,
    /// The text.
    pub text: String,
}

/// The file; rows stand in the order of their contents, so that it tells nothing of their order in time.
#[must_use]
pub fn write(mut rows: Vec<Row>) -> String {
    let key = |row: &Row| {
        let Row {
            month,
            unit,
            field,
            text,
        } = row.clone();
        [month, unit, field, text]
    };
    rows.sort_by_cached_key(key);
    let mut out = String::from('\u{feff}');
    push_row(&mut out, &["month", "unit", "field", "comment"]);
    for row in &rows {
        push_row(&mut out, &key(row));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_in_an_order_of_their_own() {
        let row = |month: &str, text: &str| Row {
            month: month.to_owned(),
            unit: String::new(),
            field: String::new(),
            text: text.to_owned(),
        };
        let text = write(vec![
            row("2026-11", "b, c"),
            row("2026-11", "=a"),
            row("2026-10", "z"),
        ]);
        assert_eq!(
            text,
            "\u{feff}month,unit,field,comment\r\n2026-10,,,z\r\n2026-11,,,'=a\r\n2026-11,,,\"b, c\"\r\n"
        );
    }
}
