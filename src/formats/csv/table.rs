//! Rows seen through the file's header.

use super::cells;
use super::columns::{self, COMMENT, LEADING, REASONS, RESPONDENT, TICKET};
use super::mend::{Damage, Mending};
use super::problem::{CsvProblem, Expected, Found};
use super::read::Edition;
use super::repair;
use super::rows::{MOST_COLUMNS, MOST_ROW_BYTES, Row};
use sipas_core::ballot::{Answer, Ballot, Context};
use sipas_core::questionnaire::{Questionnaire, Scale};
use std::collections::BTreeMap;

/// A header whose columns are known to be those of the rows' questionnaire.
#[derive(Debug)]
pub struct Table {
    header: Row,
    positions: BTreeMap<String, usize>,
    /// Where the columns of the questionnaire stand, in the order [`Cells::ballot`] takes them.
    taken: Vec<Option<usize>>,
    /// For each criterion what a cell of one letter means: 0 nothing, else the level's position + 1.
    levels: Vec<[u8; 256]>,
    /// The questionnaire, and where rows name it and its version.
    wanted: Option<(Edition, [Option<usize>; 2])>,
}

impl Table {
    /// A header with the columns every ballot file has; `names` are what it calls its columns.
    pub fn new(header: Row, names: Vec<String>) -> Result<Self, Vec<CsvProblem>> {
        is_header(&header, &names).map_err(|problem| vec![problem])?;
        let table = Self {
            positions: names.iter().cloned().zip(0..).collect(),
            header,
            taken: Vec::new(),
            levels: Vec::new(),
            wanted: None,
        };
        let always = LEADING.into_iter().chain(RESPONDENT).chain([COMMENT]);
        table.require(&names, always, |_| false)?;
        Ok(table)
    }

    /// Whether all columns of the questionnaire are there; its rows can be read from then on.
    pub fn fits(
        &mut self,
        names: &[String],
        questionnaire: &Questionnaire,
    ) -> Result<(), Vec<CsvProblem>> {
        let optional = |name: &str| {
            [REASONS, TICKET].contains(&name)
                || columns::further_questions(questionnaire).any(|question| question.id == name)
        };
        let wanted = columns::header(questionnaire, true).into_iter();
        self.require(names, wanted, optional)?;
        let at = |name: &str| self.positions.get(name).copied();
        self.taken = order(questionnaire).map(at).collect();
        let scales = questionnaire
            .criteria()
            .map(|criterion| letters(questionnaire.scale_of(criterion)));
        self.levels = scales.collect();
        self.wanted = Some((
            Edition::of(questionnaire),
            [at("questionnaire"), at("version")],
        ));
        Ok(())
    }

    /// Where a column stands.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.positions.get(name).copied()
    }

    /// Positions of the columns the questionnaire does not know.
    pub fn extra_columns(&self, names: &[String], questionnaire: &Questionnaire) -> Vec<usize> {
        let wanted = columns::header(questionnaire, true);
        names
            .iter()
            .zip(0..)
            .filter(|(name, _)| !wanted.contains(&name.as_str()))
            .map(|(_, position)| position)
            .collect()
    }

    /// The row's ballot, or everything wrong with the row; `mending` puts right what it can.
    pub fn ballot(
        &self,
        row: &Row,
        questionnaire: &Questionnaire,
        mending: Option<&mut Mending<'_>>,
    ) -> Result<Ballot, Vec<CsvProblem>> {
        if row.is_too_long {
            return Err(vec![CsvProblem {
                line: row.line,
                column: String::new(),
                expected: Expected::RowOfBytes(MOST_ROW_BYTES),
                found: Found::TooMuch,
            }]);
        }
        let (expected, found) = (self.header.len(), row.len());
        let mut mending = mending;
        if expected != found {
            let may = mending.is_some() && self.is_only_padding(row);
            match mending.as_deref_mut().filter(|_| may) {
                Some(mending) => mending.repairs.widths += 1,
                None => {
                    return Err(vec![CsvProblem {
                        line: row.line,
                        column: String::new(),
                        expected: Expected::Cells(expected),
                        found: Found::Cells(found),
                    }]);
                }
            }
        }
        // A version that is no number is told below, as the bad cell it is.
        if !self.is_wanted(row)
            && let Some(edition) = self.edition(row)
            && let wanted = Edition::of(questionnaire)
            && edition != wanted
        {
            let expected = Expected::SameQuestionnaire(wanted);
            let found = named(edition);
            return Err(vec![self.problem(row, "questionnaire", expected, found)]);
        }
        let mut cells = Cells {
            table: self,
            row,
            problems: Vec::new(),
            mending,
            next: 0,
        };
        let ballot = cells.ballot(questionnaire);
        ballot.ok_or(cells.problems)
    }

    /// Whether the row names the questionnaire as it is exported; others are looked at more closely.
    fn is_wanted(&self, row: &Row) -> bool {
        let Some((edition, [id, version])) = &self.wanted else {
            return false;
        };
        let cell = |at: &Option<usize>| at.and_then(|at| row.cell(at));
        cell(id) == Some(edition.id.as_str())
            && cell(version).map(cells::whole_number) == Some(Ok(edition.version))
    }

    fn cell<'r>(&self, row: &'r Row, name: &str) -> Option<&'r str> {
        row.cell(*self.positions.get(name)?)
    }

    /// Whether a row only has empty cells too many, or lacks cells from the comment on, which
    /// spreadsheets leave away where they are empty.
    fn is_only_padding(&self, row: &Row) -> bool {
        let (wanted, found) = (self.header.len(), row.len());
        let comment = self.position(COMMENT).unwrap_or(wanted);
        let last_answer = self
            .positions
            .iter()
            .filter(|(name, _)| !name.is_empty() && **name != COMMENT)
            .filter(|(name, _)| ![REASONS, TICKET].contains(&name.as_str()))
            .map(|(_, position)| *position)
            .filter(|position| *position < comment)
            .max();
        if found > wanted {
            (wanted..found).all(|at| row.cell(at).is_none_or(|cell| cell.trim().is_empty()))
        } else {
            found >= comment && last_answer.is_none_or(|last| last < found)
        }
    }

    /// The questionnaire and version a row names.
    pub fn edition(&self, row: &Row) -> Option<Edition> {
        let id = self.cell(row, "questionnaire")?.to_owned();
        let cell = self.cell(row, "version")?;
        let version = cells::whole_number(cell)
            .or_else(|wrong| {
                let bare = repair::trimmed(cell).unwrap_or(cell);
                repair::whole(bare).map_or(Err(wrong), cells::whole_number)
            })
            .ok()?;
        Some(Edition { id, version })
    }

    /// What is told where no row names a questionnaire that is known.
    pub fn unknown(&self, row: &Row) -> CsvProblem {
        let cell = || Found::cell(self.cell(row, "version").unwrap_or_default());
        let found = self.edition(row).map_or_else(cell, named);
        self.problem(row, "questionnaire", Expected::KnownQuestionnaire, found)
    }

    /// Whether each of these columns is there once; the optional ones may be absent.
    fn require<'n>(
        &self,
        names: &[String],
        wanted: impl Iterator<Item = &'n str>,
        optional: impl Fn(&str) -> bool,
    ) -> Result<(), Vec<CsvProblem>> {
        let problem = |name: &str| {
            let times = names.iter().filter(|cell| *cell == name).count();
            let (expected, found) = match times {
                1 => return None,
                0 if optional(name) => return None,
                0 => (Expected::Column, Found::NoColumn),
                more => (Expected::ColumnOnce, Found::Columns(more)),
            };
            Some(CsvProblem {
                line: self.header.line,
                column: name.to_owned(),
                expected,
                found,
            })
        };
        let problems: Vec<CsvProblem> = wanted.filter_map(problem).collect();
        if problems.is_empty() {
            Ok(())
        } else {
            Err(problems)
        }
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
struct Cells<'a, 'm> {
    table: &'a Table,
    row: &'a Row,
    problems: Vec<CsvProblem>,
    mending: Option<&'a mut Mending<'m>>,
    /// How many columns were taken.
    next: usize,
}

/// The levels of a scale whose codes are one letter, by that letter: position + 1; the first of equal codes.
fn letters(scale: &Scale) -> [u8; 256] {
    let mut levels = [0; 256];
    for (place, level) in (1..=u8::MAX).zip(&scale.levels) {
        if let [letter] = level.code.as_bytes()
            && let Some(slot) = levels.get_mut(usize::from(*letter))
            && *slot == 0
        {
            *slot = place;
        }
    }
    levels
}

/// The columns of a questionnaire's ballots in the order [`Cells::ballot`] takes them.
fn order(questionnaire: &Questionnaire) -> impl Iterator<Item = &str> {
    let asked = |name: &str| questionnaire.respondent.iter().any(|one| one.id == name);
    LEADING
        .into_iter()
        .filter(|name| *name != "questionnaire")
        .chain(RESPONDENT.into_iter().filter(move |name| !asked(name)))
        .chain(questionnaire.respondent.iter().map(|one| one.id.as_str()))
        .chain(questionnaire.criteria().map(|one| one.id.as_str()))
        .chain([COMMENT])
        .chain(questionnaire.reasons.is_some().then_some(REASONS))
        .chain([TICKET])
}

impl Cells<'_, '_> {
    fn ballot(&mut self, questionnaire: &Questionnaire) -> Option<Ballot> {
        let id = self.take("ballot_id", Damage::Hex(16), cells::ballot_id);
        let device = self.take("device_id", Damage::Hex(8), cells::device_id);
        let campaign = self.take("campaign", Damage::Text, cells::code);
        let version = self.take("version", Damage::Number, cells::whole_number);
        let unit = self.take("unit", Damage::Place, cells::code);
        let field = self.take("field", Damage::Place, cells::code);
        let channel = self.take("channel", Damage::Text, cells::channel);
        let status = self.take("status", Damage::Text, cells::status);
        let submitted_at = self.take("submitted_at", Damage::Moment, cells::submitted_at);
        let duration_secs = self.take("duration_secs", Damage::Number, cells::whole_number);
        let respondent = self.respondent(questionnaire);
        let answers: Vec<_> = questionnaire
            .criteria()
            .enumerate()
            .map(|(at, criterion)| {
                self.plain_answer(at).or_else(|| {
                    let scale = questionnaire.scale_of(criterion);
                    self.take(&criterion.id, Damage::Number, |cell| {
                        cells::answer(cell, scale)
                    })
                })
            })
            .collect();
        let comment = self.take(COMMENT, Damage::None, |cell| Ok(cell.to_owned()));
        let reasons = questionnaire.reasons.as_ref().map_or(Some(0), |reasons| {
            self.take(REASONS, Damage::Text, |cell| {
                cells::reasons(cell, &reasons.choices)
            })
        });
        let ticket = self.take(TICKET, Damage::Hex(16), cells::ticket);
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

    /// The next column's answer where it is blank or a level's code of one letter, as nearly all are; the column is
    /// taken only then.
    fn plain_answer(&mut self, criterion: usize) -> Option<Answer> {
        let at = self.table.taken.get(self.next).copied().flatten()?;
        let answer = match self.row.raw(at)?.as_bytes() {
            [] => Answer::Blank,
            [letter] => {
                let levels = self.table.levels.get(criterion)?;
                let level = levels.get(usize::from(*letter)).copied()?;
                Answer::Level(level.checked_sub(1)?)
            }
            _ => return None,
        };
        self.next += 1;
        Some(answer)
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
            sound &= self.take(name, Damage::Text, cells::not_asked).is_some();
        }
        let answers: Vec<_> = questionnaire
            .respondent
            .iter()
            .map(|question| {
                // A file written before the question was asked has no such column: nothing was said.
                self.take(&question.id, Damage::Number, |cell| {
                    cells::choice(cell, &question.choices)
                })
            })
            .collect();
        answers.into_iter().collect::<Option<_>>().filter(|_| sound)
    }

    /// The column's value; none where it is wrong, which is then among the problems.
    fn take<T>(
        &mut self,
        column: &str,
        damage: Damage,
        value: impl Fn(&str) -> Result<T, Expected>,
    ) -> Option<T> {
        let at = self.table.taken.get(self.next).copied().flatten();
        self.next += 1;
        let cell = at.and_then(|at| self.row.cell(at)).unwrap_or_default();
        let taken = match &mut self.mending {
            Some(mending) => mending.take(column, cell, damage, &value),
            None => value(cell),
        };
        taken
            .map_err(|expected| {
                let found = Found::cell(cell);
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
fn is_header(row: &Row, names: &[String]) -> Result<(), CsvProblem> {
    let wrong = |expected, found| CsvProblem {
        line: row.line,
        column: String::new(),
        expected,
        found,
    };
    if row.is_too_long {
        return Err(wrong(Expected::ColumnsAtMost(MOST_COLUMNS), Found::TooMuch));
    }
    if names.iter().any(|name| name == "ballot_id") {
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
        (
            Expected::Header,
            Found::cell(row.cell(0).unwrap_or_default()),
        )
    };
    Err(wrong(expected, found))
}
