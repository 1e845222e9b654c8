//! Evaluations of quarters (desk evaluation) on this device: what the office entered, in both engines, and what its ballots say.

use crate::platform::{clock, json};
use crate::state::questionnaires;
use crate::state::setup::SetupError;
use crate::state::shared_text::{self, Refused, Shared};
use crate::state::staff::{Reading, Staff};
use crate::state::union;
use leptos::prelude::WithUntracked;
use sipas_core::ballot::Ballot;
use sipas_core::evaluation::{Column, Evaluation, Quarter, evaluate};
use sipas_core::index::{Options, Report, report};
use sipas_core::period::{Period, Step};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::{Day, is_within};
use sipas_formats::evaluation_record;
use std::collections::BTreeMap;

/// What the keys begin with; the quarter and the unit follow.
pub const KEYS: &str = "sipas/office/evaluation/";

/// The questionnaire the indicators stand in.
pub const QUESTIONNAIRE: &str = "desk-evaluation";

/// What the device has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kept {
    /// The quarters something was entered for, by quarter and unit.
    pub quarters: Vec<Quarter>,
    /// Texts that cannot be read, kept as they are: key and text.
    pub unreadable: Vec<(String, String)>,
}

impl Shared for Quarter {
    const KEYS: &'static str = KEYS;

    fn key(&self) -> String {
        key(self.period, &self.unit)
    }

    fn parse(key: &str, text: &str) -> Option<Self> {
        let root = json::parse(text).ok()?;
        let quarters = evaluation_record::read_tree(&root).ok()?;
        let [one] = quarters.as_slice() else {
            return None;
        };
        if one.key() != key {
            return None;
        }
        // Two values of one indicator become the later one.
        let mut quarter = empty(one.period, one.unit.clone());
        quarter.merge(one);
        Some(quarter)
    }

    fn text(&self) -> String {
        evaluation_record::write(core::slice::from_ref(self))
    }

    fn merge(&mut self, other: &Self) {
        Self::merge(self, other);
    }
}

/// The key of a quarter and unit (empty: all units).
fn key(period: Period, unit: &str) -> String {
    [KEYS, &period.key(), "/", unit].concat()
}

/// A quarter nothing was entered for.
#[must_use]
pub const fn empty(period: Period, unit: String) -> Quarter {
    Quarter {
        period,
        unit,
        entered: Vec::new(),
    }
}

/// The questionnaire the indicators stand in, loaded once.
///
/// # Errors
/// [`SetupError`] naming the file.
pub async fn questionnaire() -> Result<&'static Questionnaire, SetupError> {
    questionnaires::loaded(QUESTIONNAIRE).await
}

/// Reads both engines and makes them one.
pub async fn read() -> Kept {
    let found = shared_text::read::<Quarter>().await;
    Kept {
        quarters: found.readable.into_values().collect(),
        unreadable: found.unreadable,
    }
}

/// Enters a value (an empty level takes it back) and stores the quarter in both engines. `held` is this tab's copy; the one
/// that was stored comes back.
///
/// # Errors
/// [`Refused`]; then `held` has the value and nothing stored is lost.
pub fn enter(
    held: &mut Quarter,
    criterion: &str,
    column: Column,
    level: Option<&str>,
    source: Option<&str>,
) -> Result<(), Refused> {
    let now = clock::now().unix_secs;
    shared_text::change(held, |quarter| {
        // What was not changed here stays as another tab may have left it.
        let before = quarter
            .entry(criterion, column)
            .cloned()
            .unwrap_or_default();
        let level = level.unwrap_or(&before.level);
        let source = source.unwrap_or(&before.source);
        if level != before.level || source != before.source {
            quarter.put(criterion, column, level, source, now);
        }
    })
}

/// Hears when another tab has changed one.
pub fn on_change(listener: impl Fn() + 'static) {
    union::on_texts(listener);
}

/// What the ballots of a quarter say.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// Their figures.
    pub report: Report,
    /// Ballots of another version of the questionnaire, which are not among them.
    pub others: u64,
}

/// The quarters that have ballots of a unit (empty: all) to this questionnaire, and what they say; nothing as long as ballots
/// are being read.
#[must_use]
pub fn counted(
    staff: Staff,
    questionnaire: &Questionnaire,
    unit: &str,
) -> Option<BTreeMap<Period, Counted>> {
    staff.reading.try_with_untracked(|reading| match reading {
        Reading::Read(stored) => Some(count(&stored.ballots, questionnaire, unit)),
        Reading::Not | Reading::Blocked => None,
    })?
}

fn count(
    ballots: &[Ballot],
    questionnaire: &Questionnaire,
    unit: &str,
) -> BTreeMap<Period, Counted> {
    let mut by_quarter: BTreeMap<Period, (Vec<&Ballot>, u64)> = BTreeMap::new();
    for ballot in ballots {
        let context = &ballot.context;
        let is_own = context.questionnaire == questionnaire.id
            && (unit.is_empty() || is_within(&context.unit, unit));
        let quarter = Period::of(Step::Quarter, Day::of(ballot)).filter(|_| is_own);
        if let Some(quarter) = quarter {
            let (own, others) = by_quarter.entry(quarter).or_default();
            if context.version == questionnaire.version {
                own.push(ballot);
            } else {
                *others += 1;
            }
        }
    }
    let figures = |(own, others): (Vec<&Ballot>, u64)| Counted {
        report: report(questionnaire, own, &Options::default()),
        others,
    };
    let all = by_quarter.into_iter();
    all.map(|(quarter, taken)| (quarter, figures(taken)))
        .collect()
}

/// The evaluation of one quarter from its ballots and what was entered.
#[must_use]
pub fn evaluated(
    questionnaire: &Questionnaire,
    counted: Option<&Counted>,
    entered: Option<&Quarter>,
) -> Evaluation {
    let none;
    let figures = match counted {
        Some(counted) => &counted.report,
        None => {
            none = report(
                questionnaire,
                core::iter::empty::<&Ballot>(),
                &Options::default(),
            );
            &none
        }
    };
    let entered = entered.map_or(&[][..], |quarter| &quarter.entered);
    evaluate(questionnaire, figures, entered)
}

/// The evaluations of all quarters that have ballots or in which a value stands, in their order.
#[must_use]
pub fn all(
    questionnaire: &Questionnaire,
    counted: &BTreeMap<Period, Counted>,
    quarters: &[Quarter],
    unit: &str,
) -> Vec<(Period, Evaluation)> {
    let own = |period: Period| {
        let mut quarters = quarters.iter();
        quarters.find(|one| one.period == period && one.unit == unit)
    };
    let has_value = |quarter: &&Quarter| {
        let mut values = quarter
            .entered
            .iter()
            .flat_map(|one| Column::ALL.map(|column| one.entry(column)));
        quarter.unit == unit && values.any(|one| one.is_some_and(|one| !one.level.is_empty()))
    };
    let mut periods: Vec<Period> = quarters
        .iter()
        .filter(has_value)
        .map(|quarter| quarter.period)
        .chain(counted.keys().copied())
        .collect();
    periods.sort_unstable();
    periods.dedup();
    periods
        .into_iter()
        .map(|period| {
            let evaluation = evaluated(questionnaire, counted.get(&period), own(period));
            (period, evaluation)
        })
        .collect()
}
