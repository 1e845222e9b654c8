//! A file in: its ballots, and everything wrong with it.

use super::problem::CsvProblem;
use super::rows::Row;
use super::table::Table;
use super::{encoding, rows};
use core::fmt;
use sipas_core::ballot::Ballot;
use sipas_core::questionnaire::Questionnaire;

/// Finds a questionnaire by id and version; none where this program does not know it.
pub type Known<'a, 'q> = &'a dyn Fn(&str, u32) -> Option<&'q Questionnaire>;

/// One version of a questionnaire, by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edition {
    /// Questionnaire id.
    pub id: String,
    /// Its version.
    pub version: u32,
}

impl Edition {
    /// The questionnaire's own.
    #[must_use]
    pub fn of(questionnaire: &Questionnaire) -> Self {
        Self {
            id: questionnaire.id.clone(),
            version: questionnaire.version,
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} version {}", self.id, self.version)
    }
}

/// What one file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BallotFile {
    /// The questionnaire version all its ballots answer; none where no row names a known one.
    pub edition: Option<Edition>,
    /// Rows below the header, readable or not; 0 where the file as a whole could not be read.
    pub rows: u64,
    /// The ballots of the rows without a problem, in the file's order.
    pub ballots: Vec<ReadBallot>,
    /// Everything wrong, in the file's order.
    pub problems: Vec<CsvProblem>,
    /// True where the file as a whole could not be read: its problems are not about single rows.
    pub unreadable: bool,
    /// Names of columns the questionnaire does not know, in the file's order.
    pub extra_columns: Vec<String>,
}

/// A ballot and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadBallot {
    /// The line its row starts on, from 1.
    pub line: u64,
    /// The ballot.
    pub ballot: Ballot,
    /// For each of the file's extra columns the row's cell.
    pub extra: Vec<String>,
}

impl BallotFile {
    /// Rows that were not taken because something is wrong with them.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.rows - self.ballots.len() as u64
    }

    fn unreadable(rows: usize, problems: Vec<CsvProblem>) -> Self {
        let (rows, unreadable) = (rows as u64, true);
        Self {
            rows,
            problems,
            unreadable,
            ..Self::default()
        }
    }
}

/// Reads a ballot file.
///
/// `known` finds the questionnaire the rows name; the first row that names a known one decides for
/// the file. Columns may stand in any order. Rows with problems give no ballot; nothing is guessed.
#[must_use]
pub fn read(bytes: &[u8], known: Known<'_, '_>) -> BallotFile {
    let mut body = match encoding::text(bytes).and_then(rows::rows) {
        Ok(rows) => rows,
        Err(problem) => return BallotFile::unreadable(0, vec![problem]),
    };
    let header = if body.is_empty() {
        Row::default()
    } else {
        body.remove(0)
    };
    match Table::new(&header, &body, known) {
        Ok(Some((table, questionnaire))) => rows_of(&table, &body, questionnaire),
        Ok(None) => BallotFile::default(),
        Err(problems) => BallotFile::unreadable(body.len(), problems),
    }
}

fn rows_of(table: &Table<'_>, body: &[Row], questionnaire: &Questionnaire) -> BallotFile {
    let extra = table.extra_columns(questionnaire);
    let pick = |row: &Row| {
        let cells = extra.iter().filter_map(|position| row.cell(*position));
        cells.map(str::to_owned).collect()
    };
    let mut file = BallotFile {
        edition: Some(Edition::of(questionnaire)),
        rows: body.len() as u64,
        extra_columns: pick(table.header()),
        ..BallotFile::default()
    };
    for row in body {
        match table.ballot(row, questionnaire) {
            Ok(ballot) => file.ballots.push(ReadBallot {
                line: row.line,
                ballot,
                extra: pick(row),
            }),
            Err(problems) => file.problems.extend(problems),
        }
    }
    file
}
