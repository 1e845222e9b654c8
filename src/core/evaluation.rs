//! The evaluation of one quarter (desk evaluation): indicators from ballots and from the office, in two columns.
//!
//! Which indicator comes from where, what earns which points and where classes begin stands in the questionnaire. The
//! office assesses itself; a higher level may verify it. A ballot's indicator is the mean over the quarter's
//! ballots in both columns, unless the verifying level enters what it found. Every entered value names its source. A
//! missing indicator is said and never counts as zero.

use crate::index::{Points, Report, class_of};
use crate::period::{Period, Step};
use crate::questionnaire::{Criterion, Questionnaire, Source};

/// The two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// What the office says of itself ("tự đánh giá").
    Assessed,
    /// What the level above found ("thẩm định").
    Verified,
}

impl Column {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::Assessed, Self::Verified];

    /// The name used in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assessed => "assessed",
            Self::Verified => "verified",
        }
    }
}

/// A value an office entered; with an empty level it was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Code of a level of the criterion's scale.
    pub level: String,
    /// Where it comes from: a report, a register, an inspection.
    pub source: String,
    /// When it was entered, in seconds since 1970.
    pub at: i64,
}

/// What was entered for one indicator.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entered {
    /// The criterion's id.
    pub criterion: String,
    /// The office's own value; ignored where ballots give it.
    pub assessed: Option<Entry>,
    /// The verifying level's value.
    pub verified: Option<Entry>,
}

/// What is entered for one quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarter {
    /// Which quarter.
    pub period: Period,
    /// Path of the unit; empty: all.
    pub unit: String,
    /// The values, at most one for each indicator.
    pub entered: Vec<Entered>,
}

impl Quarter {
    /// Enters a value, in place of what stood there.
    pub fn enter(&mut self, criterion: &str, column: Column, entry: Entry) {
        let place = self
            .entered
            .iter()
            .position(|one| one.criterion == criterion);
        let place = place.unwrap_or_else(|| {
            self.entered.push(Entered {
                criterion: criterion.to_owned(),
                ..Entered::default()
            });
            self.entered.len() - 1
        });
        if let Some(own) = self.entered.get_mut(place) {
            *own.entry_mut(column) = Some(entry);
        }
    }

    /// Enters what somebody chose or wrote `now` (seconds since 1970): a level's code (empty: the value is taken back) and its
    /// source.
    ///
    /// The entry is at least a second later than the one it takes the place of, so that it stands in every copy, even where it was
    /// made within the same second or the clock was put back.
    pub fn put(&mut self, criterion: &str, column: Column, level: &str, source: &str, now: i64) {
        let before = self.entry(criterion, column).map(|entry| entry.at);
        let entry = Entry {
            level: level.to_owned(),
            source: source.to_owned(),
            at: before.map_or(now, |before| now.max(before.saturating_add(1))),
        };
        self.enter(criterion, column, entry);
    }

    /// What was entered for an indicator in a column.
    #[must_use]
    pub fn entry(&self, criterion: &str, column: Column) -> Option<&Entry> {
        let mut entered = self.entered.iter();
        entered
            .find(|one| one.criterion == criterion)?
            .entry(column)
    }

    /// Takes over what another copy of the same quarter has: of each value the one entered later. In any order, any
    /// number of times, the result holds the same values.
    pub fn merge(&mut self, other: &Self) {
        for one in &other.entered {
            let own = self
                .entered
                .iter()
                .find(|own| own.criterion == one.criterion);
            let own = own.cloned().unwrap_or_default();
            for column in Column::ALL {
                let key = |entry: &Entry| (entry.at, entry.level.clone(), entry.source.clone());
                let (mine, theirs) = (own.entry(column), one.entry(column));
                if let Some(theirs) = theirs
                    && mine.is_none_or(|mine| key(mine) < key(theirs))
                {
                    self.enter(&one.criterion, column, theirs.clone());
                }
            }
        }
    }
}

impl Entered {
    /// What was entered in a column.
    #[must_use]
    pub const fn entry(&self, column: Column) -> Option<&Entry> {
        match column {
            Column::Assessed => self.assessed.as_ref(),
            Column::Verified => self.verified.as_ref(),
        }
    }

    const fn entry_mut(&mut self, column: Column) -> &mut Option<Entry> {
        match column {
            Column::Assessed => &mut self.assessed,
            Column::Verified => &mut self.verified,
        }
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The mean over so many ballots' answers.
    Ballots {
        /// Counted answers.
        counted: u64,
    },
    /// Somebody entered it, from this source.
    Entered {
        /// Code of the level.
        level: String,
        /// The source as entered.
        source: String,
    },
}

/// Why an indicator has no points in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// No ballot of the quarter answers it.
    NoAnswers,
    /// Nobody entered it.
    NotEntered,
    /// It was entered without a source.
    NoSource,
    /// What was entered is no level of its scale.
    UnknownLevel,
}

/// One indicator in one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Points, in the scale's own.
    pub points: f64,
    /// Where they come from.
    pub basis: Basis,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The criterion's id.
    pub id: String,
    /// Who answers it.
    pub source: Source,
    /// The most points it can earn.
    pub maximum: f64,
    /// The office's own column.
    pub assessed: Result<Value, Gap>,
    /// The verifying level's column.
    pub verified: Result<Value, Gap>,
}

impl Row {
    /// What stands in a column.
    ///
    /// # Errors
    /// The reason nothing does.
    pub const fn value(&self, column: Column) -> Result<&Value, &Gap> {
        match column {
            Column::Assessed => self.assessed.as_ref(),
            Column::Verified => self.verified.as_ref(),
        }
    }

    /// Points the verified column has more than the office's own; none where one of them has nothing.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        let (own, verified) = (self.assessed.as_ref().ok()?, self.verified.as_ref().ok()?);
        Some(verified.points - own.points)
    }
}

/// A column's total.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// Points over the indicators that have some; class only where none is missing.
    pub points: Points,
    /// Code of the class if every missing indicator earned its fewest points, and if it earned its most: the same where the
    /// missing ones cannot change it.
    pub between: (Option<String>, Option<String>),
}

/// A quarter's evaluation.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// The indicators, in the questionnaire's order.
    pub rows: Vec<Row>,
    /// Total of the office's own column.
    pub assessed: Total,
    /// Total of the verifying level's column.
    pub verified: Total,
}

impl Evaluation {
    /// A column's total.
    #[must_use]
    pub const fn total(&self, column: Column) -> &Total {
        match column {
            Column::Assessed => &self.assessed,
            Column::Verified => &self.verified,
        }
    }

    /// Points the verified total has more than the office's own; none where one of them is not whole, for they would then be
    /// totals of different indicators.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        let is_whole = |total: &Total| total.points.unanswered.is_empty();
        (is_whole(&self.assessed) && is_whole(&self.verified))
            .then_some(self.verified.points.total - self.assessed.points.total)
    }
}

/// The evaluation of a quarter from the `report` of its ballots and what was `entered`.
#[must_use]
pub fn evaluate(questionnaire: &Questionnaire, report: &Report, entered: &[Entered]) -> Evaluation {
    let criteria = questionnaire
        .factors
        .iter()
        .flat_map(|factor| &factor.criteria);
    let rows: Vec<Row> = criteria
        .map(|criterion| row(questionnaire, report, criterion, entered))
        .collect();
    let total = |column| total(questionnaire, &rows, column);
    Evaluation {
        assessed: total(Column::Assessed),
        verified: total(Column::Verified),
        rows,
    }
}

fn row(
    questionnaire: &Questionnaire,
    report: &Report,
    criterion: &Criterion,
    entered: &[Entered],
) -> Row {
    let levels = &questionnaire.scale_of(criterion).levels;
    let scores = levels.iter().map(|level| level.score);
    let own = entered.iter().find(|one| one.criterion == criterion.id);
    let of = |entry: Option<&Entry>| {
        let entry = entry.filter(|entry| !entry.level.is_empty());
        let entry = entry.ok_or(Gap::NotEntered)?;
        let mut levels = levels.iter();
        let level = levels.find(|level| level.code == entry.level);
        let points = level.ok_or(Gap::UnknownLevel)?.score;
        if entry.source.trim().is_empty() {
            return Err(Gap::NoSource);
        }
        let basis = Basis::Entered {
            level: entry.level.clone(),
            source: entry.source.clone(),
        };
        Ok(Value { points, basis })
    };
    let verified = own.and_then(|own| own.verified.as_ref());
    let (assessed, verified) = match criterion.source {
        Source::Office => (of(own.and_then(|own| own.assessed.as_ref())), of(verified)),
        Source::Ballot => {
            let answered = report.criterion(&criterion.id).map(|one| one.mean);
            let counted = answered.map_or(0, |mean| mean.counted);
            let ballots = match answered.and_then(|mean| mean.value().ok()) {
                Some(points) => Ok(Value {
                    points,
                    basis: Basis::Ballots { counted },
                }),
                None => Err(Gap::NoAnswers),
            };
            let verified = verified.filter(|entry| !entry.level.is_empty());
            let verified = verified.map_or_else(|| ballots.clone(), |entry| of(Some(entry)));
            (ballots, verified)
        }
    };
    Row {
        id: criterion.id.clone(),
        source: criterion.source,
        maximum: scores.reduce(f64::max).unwrap_or_default(),
        assessed,
        verified,
    }
}

fn total(questionnaire: &Questionnaire, rows: &[Row], column: Column) -> Total {
    let mut points = Points {
        total: 0.0,
        maximum: 0.0,
        unanswered: Vec::new(),
        class: None,
    };
    let mut possible = 0.0;
    for row in rows {
        match row.value(column) {
            Ok(value) => {
                points.total += value.points;
                points.maximum += row.maximum;
            }
            Err(_) => {
                points.unanswered.push(row.id.clone());
                possible += row.maximum;
            }
        }
    }
    // The fewest points of every scale are 0 or more in a scale of points.
    let class = |total| class_of(questionnaire, total).map(|class| class.code.clone());
    let between = (class(points.total), class(points.total + possible));
    if points.unanswered.is_empty() {
        points.class.clone_from(&between.0);
    }
    Total { points, between }
}

/// One quarter in the row of quarters.
#[derive(Debug, Clone, PartialEq)]
pub struct Past {
    /// Which quarter.
    pub period: Period,
    /// Its total; the verified one where it is whole, else the office's own.
    pub total: Total,
    /// Which column it is.
    pub column: Column,
    /// Points more than in the quarter right before, where both are whole and of one column.
    pub change: Option<f64>,
}

/// The quarters in order, each with its change; other spans are left out, of one quarter given twice the last counts.
#[must_use]
pub fn history(quarters: &[(Period, Evaluation)]) -> Vec<Past> {
    let mut known: Vec<Past> = Vec::new();
    for (period, evaluation) in quarters {
        if period.step() != Step::Quarter {
            continue;
        }
        let whole = evaluation.verified.points.unanswered.is_empty();
        let (total, column) = if whole {
            (&evaluation.verified, Column::Verified)
        } else {
            (&evaluation.assessed, Column::Assessed)
        };
        known.retain(|one| one.period != *period);
        known.push(Past {
            period: *period,
            total: total.clone(),
            column,
            change: None,
        });
    }
    known.sort_by_key(|one| one.period.first());
    let before: Vec<Past> = known.clone();
    for (one, last) in known.iter_mut().skip(1).zip(&before) {
        let adjoining = one.period.before() == last.period;
        let whole = |one: &Past| one.total.points.unanswered.is_empty();
        if adjoining && whole(one) && whole(last) && one.column == last.column {
            one.change = Some(one.total.points.total - last.total.points.total);
        }
    }
    known
}
