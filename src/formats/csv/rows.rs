//! Text becomes rows of cells, one at a time, each row with the line it starts on.
//!
//! Quotes are read strictly: a quote that is never closed would swallow the rest of the file into one
//! comment without a word, so the whole text is walked before any row of it is believed. The same
//! walk then gives the rows; the tests compare its cells with those of the `csv` crate.

use super::guard;
use super::problem::{CsvProblem, Expected, Found};

/// The longest row that is read, in bytes: 1 024 answers and the longest comment fit many times over.
pub const MOST_ROW_BYTES: usize = 1024 * 1024;

/// The most columns: as many questions as a record may have, twice over, and what stands about them.
pub const MOST_COLUMNS: usize = 4_096;

/// One row of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Line the row starts on, from 1.
    pub line: u64,
    /// Whether it has more bytes or cells than are read; its cells are then cut.
    pub is_too_long: bool,
    /// Its cells one after the other, quotes resolved and guards still on.
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<usize>,
    /// Bytes between one cell and the next: a row taken as it stands keeps its separators.
    gap: usize,
}

impl Row {
    /// How many cells it has.
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of the cell at `position`.
    pub fn cell(&self, position: usize) -> Option<&str> {
        self.raw(position).map(guard::unprotect)
    }

    /// The texts of all cells.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|position| self.cell(position))
    }

    /// Leaves only the first so many cells.
    pub fn cut(&mut self, cells: usize) {
        self.ends.truncate(cells);
        self.text
            .truncate(self.ends.last().copied().unwrap_or_default());
    }

    /// Whether no cell has anything in it.
    pub const fn is_empty(&self) -> bool {
        self.text.len() <= self.gap * self.ends.len().saturating_sub(1)
    }

    /// The line the cell at `position` starts on.
    pub fn line_of(&self, position: usize) -> u64 {
        let before = (0..position).filter_map(|position| self.raw(position));
        self.line + before.map(|cell| line_breaks(cell.as_bytes())).sum::<u64>()
    }

    /// The cell at `position` as it stands in the file, its guard still on.
    pub fn raw(&self, position: usize) -> Option<&str> {
        let end = *self.ends.get(position)?;
        let start = match position.checked_sub(1) {
            Some(before) => *self.ends.get(before)? + self.gap,
            None => 0,
        };
        self.text.get(start..end)
    }

    fn begin(&mut self, line: u64) {
        self.line = line;
        self.is_too_long = false;
        self.text.clear();
        self.ends.clear();
        self.gap = 0;
    }

    fn push(&mut self, character: char) {
        if self.text.len() < MOST_ROW_BYTES {
            self.text.push(character);
        } else {
            self.is_too_long = true;
        }
    }

    fn end_cell(&mut self) {
        if self.ends.len() < MOST_COLUMNS {
            self.ends.push(self.text.len());
        } else {
            self.is_too_long = true;
        }
    }
}

/// How many line ends there are: CRLF, LF or a CR alone.
pub fn line_breaks(bytes: &[u8]) -> u64 {
    let mut breaks = 0;
    let mut previous = 0;
    for byte in bytes {
        breaks += u64::from(*byte == b'\r' || (*byte == b'\n' && previous != b'\r'));
        previous = *byte;
    }
    breaks
}

/// The rows of a text that are not blank, the header first.
#[derive(Debug, Clone)]
pub struct Rows<'t> {
    text: &'t str,
    at: usize,
    line: u64,
    delimiter: char,
}

/// Where the walk stands within a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    RowStart,
    CellStart,
    Plain,
    Quoted,
    AfterQuote,
}

impl<'t> Rows<'t> {
    /// The rows of `text`, cells separated by `delimiter`.
    pub const fn new(text: &'t str, delimiter: char) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            delimiter,
        }
    }

    /// The same from a place where a row begins, which is on this line.
    pub const fn from(self, at: usize, line: u64) -> Self {
        Self { at, line, ..self }
    }

    /// How many bytes have been gone through.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Puts the next row in place of `row`; false where there is none.
    ///
    /// # Errors
    /// Quotes that do not go together.
    pub fn next(&mut self, row: &mut Row) -> Result<bool, CsvProblem> {
        if self.next_plain(row) {
            return Ok(true);
        }
        let mut state = State::RowStart;
        let mut quote_line = self.line;
        let mut previous = '\0';
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (at, character) in rest.char_indices() {
            let line_end = matches!(character, '\r' | '\n');
            if state == State::RowStart && !line_end {
                row.begin(self.line);
                state = State::CellStart;
            }
            let line = self.line;
            self.line += u64::from(character == '\r' || (character == '\n' && previous != '\r'));
            previous = character;
            state = match (state, character) {
                (State::Quoted, '"') => State::AfterQuote,
                (State::Quoted, other) => {
                    row.push(other);
                    State::Quoted
                }
                (State::RowStart, _) => State::RowStart,
                (_, '\r' | '\n') => {
                    row.end_cell();
                    // The second half of CRLF is this row's too.
                    let end = at + 1;
                    let both = character == '\r'
                        && rest.get(end..).is_some_and(|rest| rest.starts_with('\n'));
                    self.at += end + usize::from(both);
                    return Ok(true);
                }
                (_, other) if other == self.delimiter => {
                    row.end_cell();
                    State::CellStart
                }
                (State::AfterQuote, '"') => {
                    row.push('"');
                    State::Quoted
                }
                (State::CellStart, '"') => {
                    quote_line = line;
                    State::Quoted
                }
                (State::Plain, '"') => {
                    return Err(problem(line, Expected::QuotedCell, Found::Character('"')));
                }
                (State::AfterQuote, other) => {
                    return Err(problem(line, Expected::EndOfCell, Found::Character(other)));
                }
                (State::CellStart | State::Plain, other) => {
                    row.push(other);
                    State::Plain
                }
            };
        }
        self.at = self.text.len();
        match state {
            State::RowStart => Ok(false),
            State::Quoted => Err(problem(
                quote_line,
                Expected::ClosingQuote,
                Found::EndOfFile,
            )),
            State::CellStart | State::Plain | State::AfterQuote => {
                row.end_cell();
                Ok(true)
            }
        }
    }

    /// The next row where it has no quotes, is not blank, not too long and not the text's last: nearly every
    /// one, and in a fraction of the time. False where [`Rows::next`] has to go through it letter by letter.
    fn next_plain(&mut self, row: &mut Row) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Ok(delimiter) = u8::try_from(self.delimiter) else {
            return false;
        };
        row.begin(self.line);
        let mut found = None;
        for (at, byte) in rest.bytes().take(MOST_ROW_BYTES).enumerate() {
            // Letters and digits stand above all that ends a cell but a few separators.
            if byte > b'"' && byte != delimiter {
                continue;
            }
            let is_end = matches!(byte, b'\r' | b'\n');
            if is_end || byte == delimiter {
                row.ends.push(at);
            }
            if is_end || byte == b'"' {
                found = Some((at, byte));
                break;
            }
        }
        let Some((at, byte @ (b'\r' | b'\n'))) = found else {
            return false;
        };
        if at == 0 || row.ends.len() > MOST_COLUMNS {
            return false;
        }
        row.gap = 1;
        row.text.push_str(rest.get(..at).unwrap_or_default());
        let both = byte == b'\r' && rest.as_bytes().get(at + 1) == Some(&b'\n');
        self.at += at + 1 + usize::from(both);
        self.line += 1;
        true
    }
}

fn problem(line: u64, expected: Expected, found: Found) -> CsvProblem {
    CsvProblem {
        line,
        column: String::new(),
        expected,
        found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: char) -> Result<Vec<Row>, CsvProblem> {
        let mut rows = Rows::new(text, delimiter);
        let mut all = Vec::new();
        let mut row = Row::default();
        while rows.next(&mut row)? {
            all.push(row.clone());
        }
        assert_eq!(rows.at(), text.len());
        Ok(all)
    }

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        let rows = rows(text, ',').unwrap();
        rows.iter()
            .map(|row| (row.line, row.texts().map(str::to_owned).collect()))
            .collect()
    }

    #[test]
    fn lines_are_those_of_a_text_editor() {
        let rows = read("a,b\r\n\r\n1,\"x\r\ny\n\nz\"\r\n2,\"\"\"\"\n3,\r4,c");
        let lines: Vec<u64> = rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 3, 7, 8, 9]);
        assert_eq!(rows[1].1, ["1", "x\r\ny\n\nz"]);
        assert_eq!(rows[2].1, ["2", "\""]);
        assert_eq!(rows[3].1, ["3", ""]);
    }

    #[test]
    fn a_cell_after_line_breaks_has_its_own_line() {
        let row = &rows("\"a\nb\",\"c\r\nd\",e", ',').unwrap()[0];
        assert_eq!([0, 1, 2].map(|position| row.line_of(position)), [1, 2, 3]);
    }

    #[test]
    fn broken_quotes_are_told_with_their_line() {
        for (text, line, expected) in [
            ("a\n1,\"x\ny\n", 2, Expected::ClosingQuote),
            ("a\n\"x\"y\n", 2, Expected::EndOfCell),
            ("a\n\n1,x\"y\n", 3, Expected::QuotedCell),
        ] {
            let problem = rows(text, ',').unwrap_err();
            assert_eq!(
                (problem.line, problem.expected),
                (line, expected),
                "{text:?}"
            );
        }
    }

    #[test]
    fn cells_are_those_of_the_csv_crate() {
        let pieces = [
            "\"", "\"\"", ",", ";", "\r", "\n", "\r\n", "\t", "a", "ế", " ", "'", "=",
        ];
        let mut state = 7_usize;
        let mut compared = 0;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                text.push_str(pieces[(state >> 33) % pieces.len()]);
            }
            for delimiter in [',', ';', '\t'] {
                let Ok(ours) = rows(&text, delimiter) else {
                    continue;
                };
                let ours: Vec<Vec<String>> = ours
                    .iter()
                    .map(|row| {
                        (0..row.len())
                            .map(|at| row.raw(at).unwrap().to_owned())
                            .collect()
                    })
                    .collect();
                let theirs: Vec<Vec<String>> = csv::ReaderBuilder::new()
                    .has_headers(false)
                    .flexible(true)
                    .delimiter(delimiter as u8)
                    .from_reader(text.as_bytes())
                    .records()
                    .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                    .collect();
                assert_eq!(ours, theirs, "{text:?} by {delimiter:?}");
                compared += 1;
            }
        }
        assert!(compared > 5_000);
    }

    #[test]
    fn a_row_without_end_is_cut() {
        let text = format!("a,b\n{}\n1,2\n", "x".repeat(MOST_ROW_BYTES * 2));
        let found = rows(&text, ',').unwrap();
        assert_eq!(
            found.iter().map(|row| row.is_too_long).collect::<Vec<_>>(),
            [false, true, false]
        );
        assert!(rows(&",".repeat(MOST_COLUMNS), ',').unwrap()[0].is_too_long);
    }
}
