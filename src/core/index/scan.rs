//! Figures from columns, a portion of rows at a time, so that a page stays alive meanwhile.
//!
//! A scan of all ballots comes to exactly the figures of [`super::report`] with the same formula,
//! bit for bit: the counts are whole numbers, and what the means need of each respondent is summed up as
//! [`crate::estimate`] does.

use super::formula::Formula;
use super::report::Report;
use super::spreads::Spreads;
use super::tally::Tally;
use crate::columns::{Chosen, Columns, Keys, Split, Taken};
use crate::questionnaire::Questionnaire;
use crate::selection::Selection;

/// Rows looked at count for this much each where a whole report is formed.
const ROWS_PER_REPORT: usize = 400;

/// A scan under way.
#[derive(Debug)]
pub struct Scan<'q> {
    questionnaire: &'q Questionnaire,
    formula: Formula,
    chosen: Chosen,
    keys: Keys,
    empty: Tally,
    tallies: Vec<Tally>,
    others: u64,
    stage: Stage,
    /// What is known of all ballots once they are counted.
    whole: Tally,
    spreads: Option<Spreads>,
    groups: Vec<(String, Report)>,
    report: Option<Report>,
}

/// How far a scan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Counting, up to this row.
    Counting(usize),
    /// Going through the respondents again, up to this row.
    Spreading(usize),
    /// Forming the group at this position.
    Forming(usize),
    /// Nothing left.
    Done,
}

/// What a scan came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The figures of all ballots chosen, without groups.
    pub report: Report,
    /// Those of each group with a ballot in it, by ascending key; none where nothing was told apart.
    pub groups: Vec<(String, Report)>,
    /// Ballots chosen that are of another version, counted nowhere.
    pub others: u64,
}

impl<'q> Scan<'q> {
    /// A scan of the ballots that `selection` chooses from `columns`, told apart by `split`.
    #[must_use]
    pub fn new(
        columns: &Columns,
        questionnaire: &'q Questionnaire,
        selection: &Selection,
        split: Split,
        formula: Formula,
    ) -> Self {
        let empty = Tally::new(questionnaire);
        let keys = columns.keys(split, questionnaire);
        Self {
            questionnaire,
            formula,
            chosen: columns.choose(selection),
            tallies: vec![empty.clone(); keys.names.len()],
            keys,
            whole: empty.clone(),
            empty,
            others: 0,
            stage: Stage::Counting(0),
            spreads: None,
            groups: Vec::new(),
            report: None,
        }
    }

    /// Looks at about `rows` more rows of the same columns; true once there is nothing left.
    pub fn step(&mut self, columns: &Columns, rows: usize) -> bool {
        match self.stage {
            Stage::Counting(from) => self.count(columns, from, rows),
            Stage::Spreading(from) => self.spread(columns, from, rows),
            Stage::Forming(from) => self.form(from, rows),
            Stage::Done => {}
        }
        self.stage == Stage::Done
    }

    fn count(&mut self, columns: &Columns, from: usize, rows: usize) {
        let end = columns.rows().min(from.saturating_add(rows));
        for row in from..end {
            match columns.taken(row, &self.chosen) {
                Taken::No => {}
                Taken::OtherVersion => self.others += 1,
                Taken::Unfit => {
                    let key = columns.key(row, &self.keys);
                    if let Some(tally) = self.tallies.get_mut(key) {
                        tally.unfit += 1;
                    }
                }
                Taken::Counted(ballot) => {
                    let key = columns.key(row, &self.keys);
                    if let Some(tally) = self.tallies.get_mut(key) {
                        tally.add_fitting(ballot.answers, ballot.status, ballot.reasons);
                    }
                }
            }
        }
        if end < columns.rows() {
            self.stage = Stage::Counting(end);
            return;
        }
        self.whole = self.empty.clone();
        for tally in &self.tallies {
            self.whole.merge(tally);
        }
        let means = match self.formula {
            Formula::MeanOfCriteria | Formula::MeanOfFactors => {
                !self.questionnaire.factors.is_empty()
            }
            Formula::Pooled | Formula::General => false,
        };
        self.stage = if means {
            self.spreads = Some(Spreads::new(
                self.questionnaire,
                self.formula,
                &self.whole,
                &self.tallies,
            ));
            Stage::Spreading(0)
        } else {
            Stage::Forming(0)
        };
    }

    fn spread(&mut self, columns: &Columns, from: usize, rows: usize) {
        let end = columns.rows().min(from.saturating_add(rows));
        if let Some(spreads) = &mut self.spreads {
            for row in from..end {
                if let Taken::Counted(ballot) = columns.taken(row, &self.chosen) {
                    spreads.add(columns.key(row, &self.keys), ballot.answers);
                }
            }
        }
        self.stage = if end < columns.rows() {
            Stage::Spreading(end)
        } else {
            Stage::Forming(0)
        };
    }

    fn form(&mut self, from: usize, rows: usize) {
        let end = from + (rows / ROWS_PER_REPORT).max(1);
        let sample = self.whole.respondents;
        for position in from..end {
            if position == 0 {
                let mut report =
                    Report::within(self.questionnaire, &self.whole, self.formula, sample);
                if let Some(spreads) = &self.spreads {
                    spreads.refine(None, sample, &mut report);
                }
                self.report = Some(report);
                continue;
            }
            let key = position - 1;
            let (Some(name), Some(tally)) = (self.keys.names.get(key), self.tallies.get(key))
            else {
                self.stage = Stage::Done;
                return;
            };
            if self.keys.is_whole() || tally.ballots + tally.unfit == 0 {
                continue;
            }
            let mut report = Report::within(self.questionnaire, tally, self.formula, sample);
            if let Some(spreads) = &self.spreads {
                spreads.refine(Some(key), sample, &mut report);
            }
            self.groups.push((name.clone(), report));
        }
        self.stage = Stage::Forming(end);
    }

    /// How much of the work over so many rows is done, as a share.
    #[must_use]
    pub fn share(&self, rows: usize) -> f64 {
        let rows = rows.max(1) as f64;
        match self.stage {
            Stage::Counting(row) => 0.5 * row as f64 / rows,
            Stage::Spreading(row) => 0.5 + 0.4 * row as f64 / rows,
            Stage::Forming(_) => 0.9,
            Stage::Done => 1.0,
        }
    }

    /// What the scan came to; nothing before it is done.
    #[must_use]
    pub fn finish(self) -> Option<Found> {
        let Self {
            report,
            groups,
            others,
            stage,
            ..
        } = self;
        let report = report.filter(|_| stage == Stage::Done)?;
        Some(Found {
            report,
            groups,
            others,
        })
    }
}
