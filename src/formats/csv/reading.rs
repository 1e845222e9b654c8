//! A file's rows, a portion at a time, so that a page stays alive and memory does not follow the file.

use super::dialect::{self, Dialect};
use super::encoding::Encoding;
use super::mend::{Mending, PlaceMap};
use super::problem::CsvProblem;
use super::read::{AnyFile, BallotFile, Edition, Known, MOST_PROBLEMS, ReadBallot};
use super::repair::{self, DayOrder};
use super::rows::{Row, Rows};
use super::table::Table;
use sipas_core::questionnaire::Questionnaire;
use std::collections::BTreeMap;

/// A file being read.
#[derive(Debug)]
pub struct Reading<'t, 'q> {
    rows: Rows<'t>,
    bytes: usize,
    row: Row,
    table: Table,
    /// None where no row is there to name one.
    questionnaire: Option<&'q Questionnaire>,
    /// Positions of the columns the questionnaire does not know.
    extra: Vec<usize>,
    mending: Option<Mending<'t>>,
    dialect: Dialect,
    file: BallotFile,
}

impl<'t, 'q> Reading<'t, 'q> {
    /// Begins with a file as it was exported: commas, nothing put right.
    ///
    /// # Errors
    /// What is wrong with the file as a whole.
    pub fn strict(
        text: &'t str,
        known: Known<'_, 'q>,
        map: &'t PlaceMap,
    ) -> Result<Self, Box<AnyFile>> {
        Self::start(
            Rows::new(text, ','),
            text,
            Dialect::default(),
            known,
            map,
            false,
        )
    }

    /// Begins with a file in whatever form it came.
    ///
    /// # Errors
    /// What is wrong with the file as a whole, with what was recognised of it.
    pub fn lenient(
        text: &'t str,
        encoding: Encoding,
        known: Known<'_, 'q>,
        map: &'t PlaceMap,
    ) -> Result<Self, Box<AnyFile>> {
        let (delimiter, has_sep_line, at, line) = dialect::delimiter(text);
        let found = Dialect {
            encoding,
            delimiter,
            has_sep_line,
            ..Dialect::default()
        };
        let rows = Rows::new(text, delimiter).from(at, line);
        Self::start(rows, text, found, known, map, true)
    }

    fn start(
        mut rows: Rows<'t>,
        text: &'t str,
        dialect: Dialect,
        known: Known<'_, 'q>,
        map: &'t PlaceMap,
        lenient: bool,
    ) -> Result<Self, Box<AnyFile>> {
        let fail = |count, problems| {
            Box::new(AnyFile {
                file: BallotFile::unreadable(count, problems),
                dialect,
                ..AnyFile::default()
            })
        };
        let broken = |problem: CsvProblem| fail(0, vec![problem]);
        let mut header = Row::default();
        if !rows.next(&mut header).map_err(broken)? {
            // Only separators or blank lines.
            header = Row::default();
        }
        let mut names: Vec<String> = if lenient {
            dialect::names(&header).map(str::to_owned).collect()
        } else {
            header.texts().map(str::to_owned).collect()
        };
        if lenient {
            // Spreadsheets add columns without a name.
            while names.last().is_some_and(String::is_empty) {
                names.pop();
            }
            header.cut(names.len());
        }
        let table = Table::new(header, names.clone());
        let seen = look(table.as_ref().ok(), rows.clone(), known, lenient).map_err(broken)?;
        let body = seen.rows;
        let mut table = table.map_err(|found| fail(body, found))?;
        let questionnaire = match (seen.questionnaire, seen.unknown) {
            (None, Some(first)) => return Err(fail(body, vec![table.unknown(&first)])),
            (questionnaire, _) => questionnaire,
        };
        let mut dialect = dialect;
        let mending = lenient.then(|| {
            dialect.day_order = seen.day_order;
            Mending::new(map, seen.day_order.unwrap_or(DayOrder::Supposed))
        });
        if let Some(questionnaire) = questionnaire {
            table
                .fits(&names, questionnaire)
                .map_err(|found| fail(body, found))?;
        }
        let extra = questionnaire.map_or_else(Vec::new, |questionnaire| {
            table.extra_columns(&names, questionnaire)
        });
        let pick = |position: &usize| names.get(*position).cloned();
        let file = BallotFile {
            edition: questionnaire.map(Edition::of),
            extra_columns: extra.iter().filter_map(pick).collect(),
            ..BallotFile::default()
        };
        Ok(Self {
            rows,
            bytes: text.len(),
            row: Row::default(),
            table,
            questionnaire,
            extra,
            mending,
            dialect,
            file,
        })
    }

    /// The questionnaire the file's ballots answer; none where it has no row.
    #[must_use]
    pub const fn questionnaire(&self) -> Option<&'q Questionnaire> {
        self.questionnaire
    }

    /// Reads at most so many rows more; true once there is nothing left.
    pub fn step(&mut self, rows: usize, take: &mut dyn FnMut(ReadBallot)) -> bool {
        let Some(questionnaire) = self.questionnaire else {
            return true;
        };
        for _ in 0..rows {
            // The whole text was checked before, so its rows can be read.
            if !matches!(self.rows.next(&mut self.row), Ok(true)) {
                return true;
            }
            if let Some(mending) = &mut self.mending
                && self.row.is_empty()
            {
                mending.repairs.empty_rows += 1;
                continue;
            }
            self.file.rows += 1;
            let found = self
                .table
                .ballot(&self.row, questionnaire, self.mending.as_mut());
            match found {
                Ok(ballot) => {
                    self.file.taken += 1;
                    let cells = self.extra.iter().map(|position| self.row.cell(*position));
                    take(ReadBallot {
                        line: self.row.line,
                        ballot,
                        extra: cells
                            .map(|cell| cell.unwrap_or_default().to_owned())
                            .collect(),
                    });
                }
                Err(problems) => self.note(problems),
            }
        }
        false
    }

    fn note(&mut self, problems: Vec<CsvProblem>) {
        for problem in problems {
            if self.file.problems.len() < MOST_PROBLEMS {
                self.file.problems.push(problem);
            } else {
                self.file.more_problems += 1;
            }
        }
    }

    /// How much of the file is read, as a share.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.rows.at() as f64 / self.bytes.max(1) as f64
    }

    /// What the file came to, without its ballots.
    #[must_use]
    pub fn finish(self) -> AnyFile {
        let mut any = AnyFile {
            file: self.file,
            dialect: self.dialect,
            strange: BTreeMap::new(),
        };
        if let Some(mending) = self.mending {
            any.dialect.repairs = mending.repairs;
            any.strange = mending.strange;
        }
        if any.dialect.repairs.dates == 0 {
            any.dialect.day_order = None;
        }
        any
    }
}

/// What the rows are like, before any of them is believed.
#[derive(Debug, Default)]
struct Seen<'q> {
    /// How many there are.
    rows: u64,
    /// The questionnaire of the first row that names a known one; none where there is no row.
    questionnaire: Option<&'q Questionnaire>,
    /// The first row that names none, until one does.
    unknown: Option<Row>,
    /// The order of day and month in the dates; nothing where they are as they were exported.
    day_order: Option<DayOrder>,
}

/// Goes through all rows once; fails at the first place where quotes do not go together.
fn look<'q>(
    table: Option<&Table>,
    mut rows: Rows<'_>,
    known: Known<'_, 'q>,
    lenient: bool,
) -> Result<Seen<'q>, CsvProblem> {
    let mut seen = Seen::default();
    let mut row = Row::default();
    let dates = table
        .filter(|_| lenient)
        .and_then(|table| table.position("submitted_at"));
    let (mut turned, mut day_first, mut month_first) = (false, false, false);
    while rows.next(&mut row)? {
        seen.rows += 1;
        if let Some(table) = table.filter(|_| seen.questionnaire.is_none()) {
            let edition = table.edition(&row);
            seen.questionnaire = edition.and_then(|edition| known(&edition.id, edition.version));
            if seen.unknown.is_none() && !row.is_empty() {
                seen.unknown = Some(row.clone());
            }
        }
        let Some(cell) = dates.map(|position| row.cell(position).unwrap_or_default()) else {
            continue;
        };
        if crate::moment::read(cell).is_ok() {
            continue;
        }
        let bare = repair::trimmed(cell).unwrap_or(cell);
        if let Some((first, second)) = repair::evidence(bare) {
            turned = true;
            day_first |= first;
            month_first |= second;
        } else {
            turned |= repair::moment(bare, DayOrder::Mixed).is_some();
        }
    }
    seen.day_order = turned.then_some(match (day_first, month_first) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        (false, false) => DayOrder::Supposed,
        (true, true) => DayOrder::Mixed,
    });
    Ok(seen)
}
