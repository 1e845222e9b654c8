//! Rows seen through the file's header.

use super::cells;
use super::columns::{self, COMMENT, LEADING, REASONS, RESPONDENT, TICKET};
use super::problem::{CsvProblem, Expected, Found};
use super::read::{Edition, Known};
use super::rows::Row;
use sipas_core::ballot::{Ballot, Context};
use sipas_core::questionnaire::Questionnaire;
use std::collections::BTreeMap;

/// A header whose columns are known to be those of the rows' questionnaire.
pub struct Table<'a> {
    header: &'a Row,
    positions: BTreeMap<&'a str, usize>,
}

impl<'a> Table<'a> {
    /// Checks the header and finds the questionnaire the rows answer; none where there is no row.
    pub fn new<'q>(
        header: &'a Row,
        body: &[Row],
        known: Known<'_, 'q>,
    ) -> Result<Option<(Self, &'q Questionnaire)>, Vec<CsvProblem>> {
        is_header(header).map_err(|problem| vec![problem])?;
        require(
            header,
            LEADING.into_iter().chain(RESPONDENT).chain([COMMENT]),
            |_| false,
        )?;
        let table = Self {
            header,
            positions: header.texts().zip(0..).collect(),
        };
        let Some(first) = body.first() else {
            return Ok(None);
        };
        let Some(questionnaire) = body
            .iter()
            .filter_map(|row| table.edition(row))
            .find_map(|edition| known(&edition.id, edition.version))
        else {
            return Err(vec![table.unknown(first)]);
        };
        let optional = |name: &str| {
            [REASONS, TICKET].contains(&name)
                || columns::further_questions(questionnaire).any(|question| question.id == name)
        };
        require(
            header,
            columns::header(questionnaire, true).into_iter(),
            optional,
        )?;
        Ok(Some((table, questionnaire)))
    }

    pub const fn header(&self) -> &Row {
        self.header
    }

    /// Positions of the columns the questionnaire does not know.
    pub fn extra_columns(&self, questionnaire: &Questionnaire) -> Vec<usize> {
        let wanted = columns::header(questionnaire, true);
        self.header
            .texts()
            .zip(0..)
            .filter(|(name, _)| !wanted.contains(name))
            .map(|(_, position)| position)
            .collect()
    }

    /// The row's ballot, or everything wrong with the row.
    pub fn ballot(
        &self,
        row: &Row,
        questionnaire: &Questionnaire,
    ) -> Result<Ballot, Vec<CsvProblem>> {
        let (expected, found) = (self.header.len(), row.len());
        if expected != found {
            return Err(vec![CsvProblem {
                line: row.line,
                column: String::new(),
                expected: Expected::Cells(expected),
                found: Found::Cells(found),
            }]);
        }
        let wanted = Edition::of(questionnaire);
        // A version that is no number is told below, as the bad cell it is.
        if let Some(edition) = self.edition(row).filter(|edition| *edition != wanted) {
            let expected = Expected::SameQuestionnaire(wanted);
            let found = named(edition);
            return Err(vec![self.problem(row, "questionnaire", expected, found)]);
        }
        let mut cells = Cells {
            table: self,
            row,
            problems: Vec::new(),
        };
        let ballot = cells.ballot(questionnaire);
        ballot.ok_or(cells.problems)
    }

    fn cell<'r>(&self, row: &'r Row, name: &str) -> Option<&'r str> {
        row.cell(*self.positions.get(name)?)
    }

    fn edition(&self, row: &Row) -> Option<Edition> {
        let id = self.cell(row, "questionnaire")?.to_owned();
        let version = cells::whole_number(self.cell(row, "version")?).ok()?;
        Some(Edition { id, version })
    }

    fn unknown(&self, row: &Row) -> CsvProblem {
        let cell = || Found::Cell(self.cell(row, "version").unwrap_or_default().to_owned());
        let found = self.edition(row).map_or_else(cell, named);
        self.problem(row, "questionnaire", Expected::KnownQuestionnaire, found)
    }

    fn problem(&self, row: &Row, column: &str, expected: Expected, found: Found) -> CsvProblem {
        let position = self.positions.get(column);
        CsvProblem {
            line: position.map_or(row.line, |position| row.line_of(*position)),
            column: column.to_owned(),
            expected,
            found,
        }
    }
}

/// The cells of one row on their way to a ballot, and what was wrong so far.
struct Cells<'a> {
    table: &'a Table<'a>,
    row: &'a Row,
    problems: Vec<CsvProblem>,
}

impl Cells<'_> {
    fn ballot(&mut self, questionnaire: &Questionnaire) -> Option<Ballot> {
        let id = self.take("ballot_id", cells::ballot_id);
        let device = self.take("device_id", cells::device_id);
        let campaign = self.take("campaign", cells::code);
        let version = self.take("version", cells::whole_number);
        let unit = self.take("unit", cells::code);
        let field = self.take("field", cells::code);
        let channel = self.take("channel", cells::channel);
        let status = self.take("status", cells::status);
        let submitted_at = self.take("submitted_at", cells::submitted_at);
        let duration_secs = self.take("duration_secs", cells::whole_number);
        let respondent = self.respondent(questionnaire);
        let answers: Vec<_> = questionnaire
            .criteria()
            .map(|criterion| {
                let scale = questionnaire.scale_of(criterion);
                self.take(&criterion.id, |cell| cells::answer(cell, scale))
            })
            .collect();
        let comment = self.take(COMMENT, |cell| Ok(cell.to_owned()));
        let reasons = questionnaire.reasons.as_ref();
        let reasons = reasons.filter(|_| self.table.positions.contains_key(REASONS));
        let reasons = reasons.map_or(Some(0), |reasons| {
            self.take(REASONS, |cell| cells::reasons(cell, &reasons.choices))
        });
        let ticket = self.take(TICKET, cells::ticket);
        Some(Ballot {
            id: id?,
            context: Context {
                device: device?,
                campaign: campaign?,
                questionnaire: questionnaire.id.clone(),
                version: version?,
                unit: unit?,
                field: field?,
            },
            channel: channel?,
            ticket: ticket?,
            status: status?,
            submitted_at: submitted_at?,
            duration_secs: duration_secs?,
            respondent: respondent?,
            answers: answers.into_iter().collect::<Option<_>>()?,
            reasons: reasons?,
            comment: comment?,
        })
    }

    fn respondent(&mut self, questionnaire: &Questionnaire) -> Option<Vec<Option<u8>>> {
        let asked = |name: &str| {
            questionnaire
                .respondent
                .iter()
                .any(|question| question.id == name)
        };
        let mut sound = true;
        for name in RESPONDENT.into_iter().filter(|name| !asked(name)) {
            sound &= self.take(name, cells::not_asked).is_some();
        }
        let answers: Vec<_> = questionnaire
            .respondent
            .iter()
            .map(|question| {
                if self.table.positions.contains_key(question.id.as_str()) {
                    self.take(&question.id, |cell| cells::choice(cell, &question.choices))
                } else {
                    Some(None)
                }
            })
            .collect();
        answers.into_iter().collect::<Option<_>>().filter(|_| sound)
    }

    /// The column's value; none where it is wrong, which is then among the problems.
    fn take<T>(
        &mut self,
        column: &str,
        value: impl FnOnce(&str) -> Result<T, Expected>,
    ) -> Option<T> {
        let cell = self.table.cell(self.row, column).unwrap_or_default();
        value(cell)
            .map_err(|expected| {
                let found = Found::Cell(cell.to_owned());
                let problem = self.table.problem(self.row, column, expected, found);
                self.problems.push(problem);
            })
            .ok()
    }
}

/// A questionnaire as found in a row.
fn named(edition: Edition) -> Found {
    if edition.id.is_empty() {
        Found::Cell(edition.id)
    } else {
        Found::Questionnaire(edition)
    }
}

/// Whether the first row names columns separated by commas.
fn is_header(row: &Row) -> Result<(), CsvProblem> {
    if row.texts().any(|cell| cell == "ballot_id") {
        return Ok(());
    }
    let text: String = row.texts().collect();
    let (expected, found) = if text.starts_with("sep=") {
        (Expected::Header, Found::SepLine)
    } else if text.contains("ballot_id;") || text.contains(";ballot_id") {
        (Expected::CommaText, Found::Semicolons)
    } else if text.contains("ballot_id\t") || text.contains("\tballot_id") {
        (Expected::CommaText, Found::Tabs)
    } else {
        let first = row.cell(0).unwrap_or_default().to_owned();
        (Expected::Header, Found::Cell(first))
    };
    Err(CsvProblem {
        line: row.line,
        column: String::new(),
        expected,
        found,
    })
}

/// Whether each of these columns is there once; the optional ones may be absent.
fn require<'n>(
    header: &Row,
    names: impl Iterator<Item = &'n str>,
    optional: impl Fn(&str) -> bool,
) -> Result<(), Vec<CsvProblem>> {
    let problem = |name: &str| {
        let times = header.texts().filter(|cell| *cell == name).count();
        let (expected, found) = match times {
            1 => return None,
            0 if optional(name) => return None,
            0 => (Expected::Column, Found::NoColumn),
            more => (Expected::ColumnOnce, Found::Columns(more)),
        };
        Some(CsvProblem {
            line: header.line,
            column: name.to_owned(),
            expected,
            found,
        })
    };
    let problems: Vec<CsvProblem> = names.filter_map(problem).collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}
