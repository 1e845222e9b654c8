//! The evaluation of one quarter as a table of cells: what the printed sheet, the CSV and the workbook say.
//!
//! Eleven columns: number · indicator · who answers · most points · the office's own points, level, source · the verified
//! points, level, source · difference. Below the indicators stand the totals and their classes, and sentences on what is
//! missing. Nothing missing is written as zero.

use crate::csv::push_row;
use sipas_core::evaluation::{Basis, Column, Evaluation, Gap, Row, Total, Value};
use sipas_core::index::{class_of, number_text};
use sipas_core::questionnaire::{Criterion, Questionnaire, Source, terms};
use sipas_core::wording::{Wording, fill};

/// Columns of the table.
pub const COLUMNS: usize = 11;

/// Decimals of points, and the most where more are needed to tell on which side of a class's threshold they are.
const DECIMALS: core::ops::RangeInclusive<u32> = 2..=9;

/// The words of an evaluation; `{0}`, `{1}` … are gaps.
#[derive(Debug, Clone, Copy)]
pub struct EvaluationWords<'a> {
    /// `vi` or `en`, or another language of the questionnaire.
    pub language: &'a str,
    /// The headings of the columns.
    pub headings: [&'a str; COLUMNS],
    /// Headings of what stands before each row of a file: quarter, unit.
    pub about: [&'a str; 2],
    /// Names of the columns, in the order of `Column::ALL`.
    pub columns: [&'a str; 2],
    /// Who answers: ballots, the office.
    pub sources: [&'a str; 2],
    /// The level of a mean: how many ballots.
    pub mean: &'a str,
    /// The source of a mean.
    pub ballots: &'a str,
    /// Why an indicator has nothing, in the order of [`Gap`].
    pub gaps: [&'a str; 4],
    /// Head of the row of totals.
    pub total: &'a str,
    /// Head of the row of classes.
    pub class: &'a str,
    /// There is no class yet.
    pub no_class: &'a str,
    /// Indicators are missing, and the classes lie between: how many, the lower class, the upper class.
    pub between: &'a str,
    /// Indicators are missing, whatever they earn the class stays: how many, class.
    pub certain: &'a str,
    /// A column's sentence: its name, the sentence.
    pub note: &'a str,
}

/// What a table is about, as people read it.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The quarter.
    pub quarter: &'a str,
    /// The unit.
    pub unit: &'a str,
    /// The campaign's choice of (term id, choice code), for the indicators' wording.
    pub terms: &'a [(String, String)],
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// As people read it.
    pub text: String,
    /// The number it is, where it is one.
    pub number: Option<f64>,
}

/// The table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EvaluationTable {
    /// Quarter and unit: heading and what stands there.
    pub about: [(String, String); 2],
    /// The headings.
    pub headings: Vec<String>,
    /// One row an indicator, in the questionnaire's order.
    pub rows: Vec<Vec<Cell>>,
    /// The row of totals and the row of classes.
    pub ends: [Vec<Cell>; 2],
    /// What is missing, a sentence for each column that lacks something.
    pub notes: Vec<String>,
}

/// The table of a quarter's evaluation.
#[must_use]
pub fn table(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    subject: Subject<'_>,
    words: &EvaluationWords<'_>,
) -> EvaluationTable {
    let say = |wording: &Wording| {
        terms::fill(
            questionnaire,
            wording.get(words.language),
            words.language,
            subject.terms,
        )
    };
    let criterion = |id: &str| questionnaire.criteria().find(|one| one.id == id);
    let [by_ballots, by_office] = words.sources;
    let rows = evaluation.rows.iter().enumerate().map(|(at, row)| {
        let found = criterion(&row.id);
        let mut cells = vec![
            number(at as f64 + 1.0, (at + 1).to_string()),
            text(found.map_or_else(|| row.id.clone(), |one| say(&one.text))),
            text(match row.source {
                Source::Ballot => by_ballots,
                Source::Office => by_office,
            }),
            points(questionnaire, row.maximum, words.language),
        ];
        for column in Column::ALL {
            let said = level(questionnaire, found, row, column, words, &say);
            let own = row.value(column).map(|value| value.points);
            cells.push(own.map_or_else(
                |_| Cell::default(),
                |own| points(questionnaire, own, words.language),
            ));
            cells.push(text(said));
            cells.push(text(source(row.value(column), words)));
        }
        cells.push(difference(row.difference(), words.language));
        cells
    });
    let about = words.about.map(str::to_owned);
    let [quarter, unit] = about;
    EvaluationTable {
        about: [
            (quarter, subject.quarter.to_owned()),
            (unit, subject.unit.to_owned()),
        ],
        headings: words.headings.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        ends: ends(questionnaire, evaluation, words),
        notes: Column::ALL
            .into_iter()
            .zip(words.columns)
            .filter_map(|(column, name)| {
                let said = missing(questionnaire, evaluation.total(column), words)?;
                Some(fill(words.note, &[name, &said]))
            })
            .collect(),
    }
}

fn ends(
    questionnaire: &Questionnaire,
    evaluation: &Evaluation,
    words: &EvaluationWords<'_>,
) -> [Vec<Cell>; 2] {
    let most: f64 = evaluation.rows.iter().map(|row| row.maximum).sum();
    let empty = vec![Cell::default(); COLUMNS];
    let (mut totals, mut classes) = (empty.clone(), empty);
    let mut put = |at: usize, total: Cell, class: Cell| {
        for (row, cell) in [(&mut totals, total), (&mut classes, class)] {
            if let Some(place) = row.get_mut(at) {
                *place = cell;
            }
        }
    };
    put(1, text(words.total), text(words.class));
    let most = points(questionnaire, most, words.language);
    put(3, most, Cell::default());
    for (at, column) in [4, 7].into_iter().zip(Column::ALL) {
        let total = evaluation.total(column);
        let class = class_name(questionnaire, total.points.class.as_deref(), words.language);
        let class = class.unwrap_or_else(|| words.no_class.to_owned());
        let shown = if total.points.maximum > 0.0 {
            points(questionnaire, total.points.total, words.language)
        } else {
            Cell::default()
        };
        put(at, shown, text(class));
    }
    put(
        10,
        difference(evaluation.difference(), words.language),
        Cell::default(),
    );
    [totals, classes]
}

/// What stands beside the points: the level's label, the mean's ballots, or why there is nothing.
fn level(
    questionnaire: &Questionnaire,
    criterion: Option<&Criterion>,
    row: &Row,
    column: Column,
    words: &EvaluationWords<'_>,
    say: &dyn Fn(&Wording) -> String,
) -> String {
    match row.value(column).map(|value| &value.basis) {
        Ok(Basis::Ballots { counted }) => fill(words.mean, &[&counted.to_string()]),
        Ok(Basis::Entered { level, .. }) => {
            let scale = criterion.map(|one| questionnaire.scale_of(one));
            let mut levels = scale.into_iter().flat_map(|scale| &scale.levels);
            let found = levels.find(|one| one.code == *level);
            found.map_or_else(|| level.clone(), |one| say(&one.label))
        }
        Err(gap) => gap_words(*gap, words).to_owned(),
    }
}

/// Why there is nothing, in words.
#[must_use]
pub const fn gap_words<'a>(gap: Gap, words: &EvaluationWords<'a>) -> &'a str {
    let [no_answers, not_entered, no_source, unknown_level] = words.gaps;
    match gap {
        Gap::NoAnswers => no_answers,
        Gap::NotEntered => not_entered,
        Gap::NoSource => no_source,
        Gap::UnknownLevel => unknown_level,
    }
}

fn source(value: Result<&Value, &Gap>, words: &EvaluationWords<'_>) -> String {
    match value.map(|value| &value.basis) {
        Ok(Basis::Ballots { .. }) => words.ballots.to_owned(),
        Ok(Basis::Entered { source, .. }) => source.trim().to_owned(),
        Err(_) => String::new(),
    }
}

/// How many indicators a total lacks, and between which classes it lies; nothing where it lacks none.
#[must_use]
pub fn missing(
    questionnaire: &Questionnaire,
    total: &Total,
    words: &EvaluationWords<'_>,
) -> Option<String> {
    let count = total.points.unanswered.len();
    if count == 0 {
        return None;
    }
    let name = |code: &Option<String>| {
        class_name(questionnaire, code.as_deref(), words.language)
            .unwrap_or_else(|| words.no_class.to_owned())
    };
    let (lower, upper) = (name(&total.between.0), name(&total.between.1));
    let count = count.to_string();
    Some(if lower == upper {
        fill(words.certain, &[&count, &lower])
    } else {
        fill(words.between, &[&count, &lower, &upper])
    })
}

/// A class's name; nothing where there is no class, or none of this code.
#[must_use]
pub fn class_name(
    questionnaire: &Questionnaire,
    code: Option<&str>,
    language: &str,
) -> Option<String> {
    let code = code?;
    let mut classes = questionnaire.classes.iter();
    let class = classes.find(|class| class.code == code)?;
    Some(class.label.get(language).to_owned())
}

/// Points as people read them: two decimals, or as many more as are needed for the number shown to earn the class the
/// points earn (14,996 is not "15,00").
#[must_use]
pub fn points_text(questionnaire: &Questionnaire, points: f64, language: &str) -> String {
    let class = |points| class_of(questionnaire, points).map(|class| class.code.as_str());
    let tells = |decimals: &u32| {
        let shown = number_text(points, *decimals, "en").parse();
        shown.is_ok_and(|shown: f64| class(shown) == class(points))
    };
    let decimals = DECIMALS.into_iter().find(tells);
    number_text(points, decimals.unwrap_or(*DECIMALS.start()), language)
}

/// A difference with its sign: `+1,00`, `−0,33`, `0,00`.
#[must_use]
pub fn signed(difference: f64, language: &str) -> String {
    let shown = number_text(difference, *DECIMALS.start(), language);
    let is_above = difference > 0.0 && shown != number_text(0.0, *DECIMALS.start(), language);
    if is_above {
        ["+", &shown].concat()
    } else {
        shown
    }
}

fn text(text: impl Into<String>) -> Cell {
    Cell {
        text: text.into(),
        number: None,
    }
}

const fn number(number: f64, text: String) -> Cell {
    Cell {
        text,
        number: Some(number),
    }
}

fn points(questionnaire: &Questionnaire, points: f64, language: &str) -> Cell {
    number(points, points_text(questionnaire, points, language))
}

fn difference(difference: Option<f64>, language: &str) -> Cell {
    difference.map_or_else(Cell::default, |one| number(one, signed(one, language)))
}

impl EvaluationTable {
    /// The indicators, the totals and the classes.
    pub fn all_rows(&self) -> impl Iterator<Item = &Vec<Cell>> {
        self.rows.iter().chain(&self.ends)
    }

    /// The whole evaluation as lines of cells: what it is about, headings, rows, sentences.
    #[must_use]
    pub fn lines(&self) -> Vec<Vec<String>> {
        let about = self
            .about
            .iter()
            .map(|(name, what)| vec![name.clone(), what.clone()]);
        let rows = self
            .all_rows()
            .map(|row| row.iter().map(|cell| cell.text.clone()).collect());
        let notes = self.notes.iter().map(|note| vec![note.clone()]);
        about
            .chain([self.headings.clone()])
            .chain(rows)
            .chain(notes)
            .collect()
    }

    /// The table as CSV in the form of the ballot file (UTF-8 with BOM, comma, CRLF); each row says the quarter and the unit, so
    /// that files of many can stand under each other. Sentences on what is missing are in its cells already.
    #[must_use]
    pub fn csv(&self) -> String {
        let mut out = String::from('\u{feff}');
        let [quarter, unit] = &self.about;
        let mut push = |about: [&String; 2], cells: &[&str]| {
            let about = about.into_iter().map(String::as_str);
            let row: Vec<&str> = about.chain(cells.iter().copied()).collect();
            push_row(&mut out, &row);
        };
        let headings: Vec<&str> = self.headings.iter().map(String::as_str).collect();
        push([&quarter.0, &unit.0], &headings);
        for row in self.all_rows() {
            // A plus sign would be taken for a formula.
            let shown = |cell: &Cell| cell.number.is_some() && cell.text.starts_with('+');
            let cells: Vec<&str> = row
                .iter()
                .map(|cell| {
                    let text = cell.text.as_str();
                    if shown(cell) {
                        text.trim_start_matches('+')
                    } else {
                        text
                    }
                })
                .collect();
            push([&quarter.1, &unit.1], &cells);
        }
        out
    }
}
