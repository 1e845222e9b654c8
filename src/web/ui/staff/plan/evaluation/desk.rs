//! What the page on a quarter's evaluation holds, and what can be done with it.

use super::super::super::report::{capital, period as period_name, text as report_text, unit_name};
use super::text;
use crate::platform::{clock, page as document};
use crate::state::evaluations::{self, Counted, Kept};
use crate::state::reporting::Asked;
use crate::state::shared_text::Refused;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::evaluation::{Column, Entry, Evaluation, Quarter};
use sipas_core::period::Period;
use sipas_core::questionnaire::{Questionnaire, terms};
use sipas_core::wording::Wording;
use sipas_formats::evaluation_table::{EvaluationTable, Subject, table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The quarter and the unit the page shows, and the address that led there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What the address asked for.
    pub asked: Asked,
    /// The quarter.
    pub period: Period,
    /// The unit; empty: all.
    pub unit: String,
}

/// A value that was changed: here, to be taken back, or by another window, to be brought back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// The indicator.
    pub criterion: String,
    /// Its column.
    pub column: Column,
    /// What stood there before.
    pub before: Entry,
}

/// What the page holds; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    /// The staff's state.
    pub staff: Staff,
    /// The indicators.
    pub questionnaire: &'static Questionnaire,
    /// What is stored on this device, and what was entered here; none before it is read.
    pub kept: RwSignal<Option<Kept>>,
    /// What is shown; none as long as something is being read, or where the address names no quarter.
    pub shown: Memo<Option<Shown>>,
    /// What the unit's ballots say, by quarter.
    pub counted: Memo<Arc<BTreeMap<Period, Counted>>>,
    /// The evaluation shown.
    pub evaluation: Memo<Option<Arc<Evaluation>>>,
    /// What became of the last entry: the time of day it was saved, or why it is not.
    pub said: RwSignal<Option<Result<String, Refused>>>,
    /// The level changed here last.
    pub undo: RwSignal<Option<Changed>>,
    /// The field to go on at after a step.
    pub here: RwSignal<Option<(String, Column)>>,
    /// What other windows changed since this page was opened.
    pub elsewhere: RwSignal<Vec<Changed>>,
}

impl Desk {
    /// Enters a level or a source and saves it.
    pub fn enter(self, criterion: &str, column: Column, level: Option<&str>, source: Option<&str>) {
        let Some(shown) = self.shown.get_untracked() else {
            return;
        };
        let mut outcome = None;
        self.kept.update(|kept| {
            let Some(kept) = kept else {
                return;
            };
            let quarter = quarter_of(kept, &shown);
            outcome = Some(evaluations::enter(
                quarter, criterion, column, level, source,
            ));
        });
        self.elsewhere.update(|all| {
            all.retain(|one| (one.criterion.as_str(), one.column) != (criterion, column))
        });
        let now = clock::now().civil();
        let time = format!("{:02}:{:02}", now.hour, now.minute);
        self.said.set(outcome.map(|done| done.map(|()| time)));
    }

    /// What stands in a column of an indicator.
    pub fn entry(self, criterion: &str, column: Column) -> Entry {
        let shown = self.shown.get_untracked();
        self.kept
            .with(|kept| {
                let quarter = held(kept.as_ref()?, shown.as_ref()?)?;
                quarter.entry(criterion, column).cloned()
            })
            .unwrap_or_default()
    }

    /// Puts back what stood in a column of an indicator, and goes on at its level.
    pub fn put_back(self, changed: &Changed) {
        let Entry { level, source, .. } = &changed.before;
        self.enter(
            &changed.criterion,
            changed.column,
            Some(level),
            Some(source),
        );
        self.here
            .set(Some((changed.criterion.clone(), changed.column)));
        document::focus_after_paint("[data-here=true]", false);
    }

    /// A wording with the campaign's terms put in.
    pub fn say(self, wording: &Wording, language: &str) -> String {
        let terms = &self.staff.setup.campaign.terms;
        terms::fill(self.questionnaire, wording.get(language), language, terms)
    }

    /// An indicator's number, from 1.
    pub fn number(self, criterion: &str) -> usize {
        let mut all = self
            .questionnaire
            .factors
            .iter()
            .flat_map(|factor| &factor.criteria);
        all.position(|one| one.id == criterion)
            .map_or(0, |at| at + 1)
    }

    /// The table of what is shown.
    pub fn table(self) -> Option<EvaluationTable> {
        let shown = self.shown.get()?;
        let evaluation = self.evaluation.get()?;
        let subject = Subject {
            quarter: &capital(&period_name(report_text(), shown.period)),
            unit: &unit_words(self.staff, &shown.unit),
            terms: &self.staff.setup.campaign.terms,
        };
        Some(table(
            self.questionnaire,
            &evaluation,
            subject,
            &text().words,
        ))
    }

    /// Reads what is stored; what was entered here and not stored stays, and what another window changed is told.
    pub fn read(self) {
        leptos::task::spawn_local(async move {
            let mut found = evaluations::read().await;
            let shown = self.shown.try_get_untracked().flatten();
            let before = self.kept.try_get_untracked().flatten().unwrap_or_default();
            for own in &before.quarters {
                let same = |one: &&mut Quarter| one.period == own.period && one.unit == own.unit;
                match found.quarters.iter_mut().find(same) {
                    Some(one) => one.merge(own),
                    None => found.quarters.push(own.clone()),
                }
            }
            if let Some(shown) = shown
                && let (Some(before), Some(after)) = (held(&before, &shown), held(&found, &shown))
            {
                let changed = lost(before, after);
                self.elsewhere.try_update(|all| {
                    for one in changed {
                        let same = |other: &Changed| {
                            (&other.criterion, other.column) == (&one.criterion, one.column)
                        };
                        // Of what is typed letter by letter, what stood there at first.
                        if !all.iter().any(same) {
                            all.push(one);
                        }
                    }
                });
            }
            self.kept.try_set(Some(found));
        });
    }
}

/// The quarter something is entered for.
fn quarter_of<'a>(kept: &'a mut Kept, shown: &Shown) -> &'a mut Quarter {
    let same = |one: &Quarter| one.period == shown.period && one.unit == shown.unit;
    let at = kept
        .quarters
        .iter()
        .position(same)
        .unwrap_or(kept.quarters.len());
    if at == kept.quarters.len() {
        kept.quarters
            .push(evaluations::empty(shown.period, shown.unit.clone()));
    }
    #[allow(
        clippy::indexing_slicing,
        reason = "it was found, or has just been put there"
    )]
    &mut kept.quarters[at]
}

/// What was entered for a quarter.
pub fn held<'a>(kept: &'a Kept, shown: &Shown) -> Option<&'a Quarter> {
    let mut quarters = kept.quarters.iter();
    quarters.find(|one| one.period == shown.period && one.unit == shown.unit)
}

/// The values that stood in one copy and stand there no more.
fn lost(before: &Quarter, after: &Quarter) -> Vec<Changed> {
    let values = before.entered.iter().flat_map(|one| {
        Column::ALL
            .into_iter()
            .filter_map(move |column| Some((one, column, one.entry(column)?)))
    });
    values
        .filter(|(_, _, entry)| !entry.level.is_empty() || !entry.source.is_empty())
        .filter(|(one, column, entry)| {
            after.entry(&one.criterion, *column).is_some_and(|now| {
                // A source written beside the same level takes nothing away.
                now.level != entry.level || !now.source.starts_with(&entry.source)
            })
        })
        .map(|(one, column, entry)| Changed {
            criterion: one.criterion.clone(),
            column,
            before: entry.clone(),
        })
        .collect()
}

/// What people call a unit.
pub fn unit_words(staff: Staff, unit: &str) -> String {
    if unit.is_empty() {
        capital(report_text().all_units)
    } else {
        unit_name(staff, unit)
    }
}
