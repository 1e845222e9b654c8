//! Text becomes rows of cells, each row with the line it starts on.
//!
//! The `csv` crate splits the cells. It reads leniently: a quote that is never closed swallows the
//! rest of the file into one comment without a word. So the quotes are checked first, and that walk
//! also tells the line of every row as a text editor counts.

use super::guard;
use super::problem::{CsvProblem, Expected, Found};

/// One row of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Line the row starts on, from 1.
    pub line: u64,
    /// Its cells, quotes resolved and guards still on.
    cells: csv::StringRecord,
}

impl Row {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The text of the cell at `position`.
    pub fn cell(&self, position: usize) -> Option<&str> {
        self.cells.get(position).map(guard::unprotect)
    }

    /// The texts of all cells.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(guard::unprotect)
    }

    /// The line the cell at `position` starts on.
    pub fn line_of(&self, position: usize) -> u64 {
        let before = self.cells.iter().take(position);
        self.line + before.map(|cell| line_breaks(cell.as_bytes())).sum::<u64>()
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

/// All rows that are not blank, the header first.
pub fn rows(text: &str) -> Result<Vec<Row>, CsvProblem> {
    let lines = starting_lines(text)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (record, line) in reader.records().zip(lines) {
        // The text is UTF-8 and in memory, so reading it cannot fail; if it did, it ends here.
        let record = record.map_err(|_| problem(line, Expected::CommaText, Found::EndOfFile))?;
        rows.push(Row {
            line,
            cells: record,
        });
    }
    Ok(rows)
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

/// The line each row that is not blank starts on.
fn starting_lines(text: &str) -> Result<Vec<u64>, CsvProblem> {
    let mut lines = Vec::new();
    let mut state = State::RowStart;
    let mut line = 1;
    let mut quote_line = 1;
    let mut previous = '\0';
    for character in text.chars() {
        let line_end = matches!(character, '\r' | '\n');
        if state == State::RowStart && !line_end {
            lines.push(line);
            state = State::CellStart;
        }
        state = match (state, character) {
            (State::Quoted, '"') => State::AfterQuote,
            (State::Quoted, _) => State::Quoted,
            (_, '\r' | '\n') => State::RowStart,
            (_, ',') => State::CellStart,
            (State::AfterQuote, '"') => State::Quoted,
            (State::RowStart | State::CellStart, '"') => {
                quote_line = line;
                State::Quoted
            }
            (State::Plain, '"') => {
                return Err(problem(line, Expected::QuotedCell, Found::Character('"')));
            }
            (State::AfterQuote, other) => {
                return Err(problem(line, Expected::EndOfCell, Found::Character(other)));
            }
            (State::RowStart | State::CellStart | State::Plain, _) => State::Plain,
        };
        line += u64::from(character == '\r' || (character == '\n' && previous != '\r'));
        previous = character;
    }
    if state == State::Quoted {
        return Err(problem(
            quote_line,
            Expected::ClosingQuote,
            Found::EndOfFile,
        ));
    }
    Ok(lines)
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

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        let rows = rows(text).unwrap();
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
        let row = &rows("\"a\nb\",\"c\r\nd\",e").unwrap()[0];
        assert_eq!([0, 1, 2].map(|position| row.line_of(position)), [1, 2, 3]);
    }

    #[test]
    fn broken_quotes_are_told_with_their_line() {
        for (text, line, expected) in [
            ("a\n1,\"x\ny\n", 2, Expected::ClosingQuote),
            ("a\n\"x\"y\n", 2, Expected::EndOfCell),
            ("a\n\n1,x\"y\n", 3, Expected::QuotedCell),
        ] {
            let problem = rows(text).unwrap_err();
            assert_eq!(
                (problem.line, problem.expected),
                (line, expected),
                "{text:?}"
            );
        }
    }
}
