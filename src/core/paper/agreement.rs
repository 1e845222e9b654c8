//! Two people's readings of a paper compared, and how far they agree over many.

use super::register::{Filled, Standing};
use super::sheet::{Mark, Sheet};
use crate::selection::Day;
use std::collections::BTreeMap;

/// One thing the two read differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The cell at this position.
    Cell(usize, Mark, Mark),
    /// The unit.
    Unit(String, String),
    /// The field.
    Field(String, String),
    /// The day on the paper.
    Day(Option<Day>, Option<Day>),
    /// The comment.
    Comment(String, String),
}

/// Everything two readings differ in: cells in their order, then unit, field, day, comment.
///
/// Comments that differ only in their spaces are the same.
#[must_use]
pub fn differences(sheet: &Sheet<'_>, first: &Filled, second: &Filled) -> Vec<Difference> {
    let mark = |filled: &Filled, at: usize| filled.marks.get(at).copied().unwrap_or_default();
    let mut found: Vec<Difference> = (0..sheet.cells.len())
        .map(|at| (at, mark(first, at), mark(second, at)))
        .filter(|(_, one, other)| one != other)
        .map(|(at, one, other)| Difference::Cell(at, one, other))
        .collect();
    if first.unit != second.unit {
        found.push(Difference::Unit(first.unit.clone(), second.unit.clone()));
    }
    if first.field != second.field {
        found.push(Difference::Field(first.field.clone(), second.field.clone()));
    }
    if first.day != second.day {
        found.push(Difference::Day(first.day, second.day));
    }
    if !first
        .comment
        .split_whitespace()
        .eq(second.comment.split_whitespace())
    {
        found.push(Difference::Comment(
            first.comment.clone(),
            second.comment.clone(),
        ));
    }
    found
}

/// The first reading with each difference as decided: `chosen` holds what counts, in the differences' order.
///
/// What is not chosen stays as first read.
#[must_use]
pub fn decide(first: &Filled, differences: &[Difference], chosen: &[Choice]) -> Filled {
    let mut filled = first.clone();
    for (difference, choice) in differences.iter().zip(chosen) {
        match (difference, choice) {
            (_, Choice::First | Choice::Open) => {}
            (Difference::Cell(at, _, second), Choice::Second) => set(&mut filled, *at, *second),
            (Difference::Cell(at, _, _), Choice::Mark(mark)) => set(&mut filled, *at, *mark),
            (Difference::Unit(_, second), Choice::Second) => filled.unit.clone_from(second),
            (Difference::Field(_, second), Choice::Second) => filled.field.clone_from(second),
            (Difference::Day(_, second), Choice::Second) => filled.day = *second,
            (Difference::Comment(_, second), Choice::Second) => filled.comment.clone_from(second),
            (_, Choice::Mark(_)) => {}
        }
    }
    filled
}

fn set(filled: &mut Filled, at: usize, mark: Mark) {
    if let Some(place) = filled.marks.get_mut(at) {
        *place = mark;
    }
}

/// What counts where two readings differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Choice {
    /// Not decided yet.
    #[default]
    Open,
    /// What the first person read.
    First,
    /// What the second person read.
    Second,
    /// Something else, looked up on the paper; for cells only.
    Mark(Mark),
}

/// How far two readers of the same papers agree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Agreement {
    /// Papers read twice.
    pub papers: u64,
    /// Papers without any difference in their cells.
    pub papers_alike: u64,
    /// Cells to be filled by either reading.
    pub cells: u64,
    /// Cells read alike.
    pub alike: u64,
    /// How often each mark was read: by the first person, by the second.
    marks: BTreeMap<Mark, (u64, u64)>,
}

impl Agreement {
    /// Adds one paper. Cells that do not apply by both readings are left out: nobody read them.
    pub fn add(&mut self, sheet: &Sheet<'_>, first: &Filled, second: &Filled) {
        let asked = (sheet.asked(&first.marks), sheet.asked(&second.marks));
        let mut alike = true;
        for (((one, other), first_asked), second_asked) in first
            .marks
            .iter()
            .zip(&second.marks)
            .zip(asked.0)
            .zip(asked.1)
        {
            if !(first_asked || second_asked) {
                continue;
            }
            self.cells += 1;
            self.alike += u64::from(one == other);
            alike &= one == other;
            self.marks.entry(*one).or_default().0 += 1;
            self.marks.entry(*other).or_default().1 += 1;
        }
        self.papers += 1;
        self.papers_alike += u64::from(alike);
    }

    /// Share of cells read alike, 0–1; nothing where there are none.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        (self.cells > 0).then(|| self.alike as f64 / self.cells as f64)
    }

    /// Cohen's kappa over all cells: agreement beyond that of chance.
    ///
    /// Nothing where there are no cells, or both read one and the same mark throughout: then chance alone would
    /// agree as well. Source: J. Cohen, "A coefficient of agreement for nominal scales" (1960).
    #[must_use]
    pub fn kappa(&self) -> Option<f64> {
        let cells = self.cells as f64;
        let observed = self.rate()?;
        let by_chance: f64 = self
            .marks
            .values()
            .map(|(first, second)| (*first as f64 / cells) * (*second as f64 / cells))
            .sum();
        (by_chance < 1.0).then(|| (observed - by_chance) / (1.0 - by_chance))
    }
}

/// What one person typed in, over all papers that are here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Person {
    /// Papers typed in, first and second entries.
    pub entries: u64,
    /// Keys pressed.
    pub keys: u64,
    /// Time at them, in seconds.
    pub secs: u64,
    /// Cells of papers typed in twice and decided.
    pub cells: u64,
    /// Of these, cells where what the person typed is not what counts.
    pub mistakes: u64,
}

impl Person {
    /// Papers an hour; nothing before there was any time.
    #[must_use]
    pub fn papers_an_hour(&self) -> Option<f64> {
        (self.secs > 0).then(|| self.entries as f64 * 3_600.0 / self.secs as f64)
    }

    /// Keys a minute; nothing before there was any time.
    #[must_use]
    pub fn keys_a_minute(&self) -> Option<f64> {
        (self.secs > 0).then(|| self.keys as f64 * 60.0 / self.secs as f64)
    }
}

/// Agreement over all papers typed in twice and what each person did, by name.
///
/// Papers of another questionnaire or version than the sheet's are left out.
#[must_use]
pub fn summary<'a>(
    sheet: &Sheet<'_>,
    standings: impl IntoIterator<Item = &'a Standing>,
) -> (Agreement, BTreeMap<String, Person>) {
    let mut agreement = Agreement::default();
    let mut people: BTreeMap<String, Person> = BTreeMap::new();
    for standing in standings {
        let entries = standing.entries();
        let fits = |one: &&super::register::Entry| {
            one.paper.questionnaire == sheet.questionnaire.id
                && one.paper.version == sheet.questionnaire.version
        };
        for entry in entries.iter().filter(fits) {
            let person = people.entry(entry.by.clone()).or_default();
            person.entries += 1;
            person.keys += u64::from(entry.keys);
            person.secs += u64::from(entry.secs);
            if let Standing::Settled(verdict, _) = standing
                && entries.len() == 2
            {
                let asked = sheet.asked(&verdict.filled.marks);
                let marks = verdict.filled.marks.iter().zip(&entry.filled.marks);
                for ((right, typed), asked) in marks.zip(asked) {
                    person.cells += u64::from(asked || right != typed);
                    person.mistakes += u64::from(right != typed);
                }
            }
        }
        if let [first, second] = entries
            && fits(&first)
        {
            agreement.add(sheet, &first.filled, &second.filled);
        }
    }
    (agreement, people)
}
