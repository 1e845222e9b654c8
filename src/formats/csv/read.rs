//! A file in: its ballots, and everything wrong with it.

use super::dialect::Dialect;
use super::encoding;
use super::mend::PlaceMap;
use super::problem::CsvProblem;
use super::reading::Reading;
use core::fmt;
use sipas_core::ballot::Ballot;
use sipas_core::questionnaire::Questionnaire;
use std::collections::BTreeMap;

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
    /// The ballots of the rows without a problem, in the file's order; none where they were taken a
    /// portion at a time.
    pub ballots: Vec<ReadBallot>,
    /// How many rows gave a ballot.
    pub taken: u64,
    /// What is wrong, in the file's order: at most [`MOST_PROBLEMS`].
    pub problems: Vec<CsvProblem>,
    /// How many more problems there are.
    pub more_problems: u64,
    /// True where the file as a whole could not be read: its problems are not about single rows.
    pub unreadable: bool,
    /// Names of columns the questionnaire does not know, in the file's order.
    pub extra_columns: Vec<String>,
}

/// Problems of one file that are told one by one; more help nobody.
pub const MOST_PROBLEMS: usize = 10_000;

/// A file in whatever form it came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AnyFile {
    /// What it holds.
    pub file: BallotFile,
    /// What was recognised and put right.
    pub dialect: Dialect,
    /// Units and fields that are no codes and nobody has said what they are: column and text, and in
    /// how many rows.
    pub strange: BTreeMap<(String, String), u64>,
}

impl AnyFile {
    /// A file that cannot be read as a whole, and why.
    #[must_use]
    pub fn closed(problem: CsvProblem) -> Self {
        Self::from(BallotFile::unreadable(0, vec![problem]))
    }
}

impl From<BallotFile> for AnyFile {
    fn from(file: BallotFile) -> Self {
        Self {
            file,
            ..Self::default()
        }
    }
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
        self.rows - self.taken
    }

    /// A file that is not a ballot file, or one of another questionnaire.
    pub(super) fn unreadable(rows: u64, problems: Vec<CsvProblem>) -> Self {
        let unreadable = true;
        Self {
            rows,
            problems,
            unreadable,
            ..Self::default()
        }
    }
}

/// Reads a ballot file as it was exported.
///
/// `known` finds the questionnaire the rows name; the first row that names a known one decides for
/// the file. Columns may stand in any order. Rows with problems give no ballot; nothing is guessed.
#[must_use]
pub fn read(bytes: &[u8], known: Known<'_, '_>) -> BallotFile {
    let map = PlaceMap::default();
    match encoding::text(bytes) {
        Ok(text) => whole(Reading::strict(text, known, &map)).file,
        Err(problem) => BallotFile::unreadable(0, vec![problem]),
    }
}

/// Reads a ballot file as it comes back from a spreadsheet, and says what it was and what was put right.
///
/// Separators, encodings and the damage spreadsheets do are recognised; `map` is what the person said
/// about units and fields the file calls by other names. What cannot be told for sure is a problem.
#[must_use]
pub fn read_any(bytes: &[u8], known: Known<'_, '_>, map: &PlaceMap) -> AnyFile {
    match encoding::decode(bytes) {
        Ok((text, encoding)) => whole(Reading::lenient(&text, encoding, known, map)),
        Err(problem) => AnyFile::closed(problem),
    }
}

fn whole(reading: Result<Reading<'_, '_>, Box<AnyFile>>) -> AnyFile {
    let mut reading = match reading {
        Ok(reading) => reading,
        Err(file) => return *file,
    };
    let mut ballots = Vec::new();
    while !reading.step(usize::MAX, &mut |ballot| ballots.push(ballot)) {}
    let mut any = reading.finish();
    any.file.ballots = ballots;
    any
}
