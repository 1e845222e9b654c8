//! What to improve first: the period's figures, the last period's, and how much each criterion moves the
//! general question, computed in portions that leave the page alive.

use crate::state::campaigns;
use crate::state::reporting::Asked;
use crate::state::results::Pace;
use crate::state::staff::{Reading, Staff};
use leptos::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_core::campaign::plan::{Plan, Scope};
use sipas_core::importance::{Bootstrap, CannotTell, Cases, Importance};
use sipas_core::index::{Options, Report, report};
use sipas_core::period::Period;
use sipas_core::priority::{Basis, Line, Priority, priorities};
use sipas_core::questionnaire::Questionnaire;

/// Where the numbers that look random begin: always here, so the same ballots give the same limits.
const SEED: u64 = 2026;

/// Everything the priorities are made from, and they themselves.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// The questionnaire.
    pub questionnaire: &'static Questionnaire,
    /// The period.
    pub period: Period,
    /// The unit and all below it; all where none.
    pub unit: Option<String>,
    /// The period's figures.
    pub now: Report,
    /// The figures of the period before, where it has ballots.
    pub last: Option<Report>,
    /// What criteria are held against where their factor has no target of its own.
    pub line: Option<Line>,
    /// How much each criterion moves the general question, or why that cannot be told.
    pub importance: Result<Importance, CannotTell>,
    /// The criteria, the most urgent first.
    pub priorities: Vec<Priority>,
}

/// Weighs the criteria; `told` hears how far it is, from 0 to 1, and says whether to go on. Nothing where ballots
/// are still being read, or it was not to go on.
pub async fn weigh(
    staff: Staff,
    asked: &Asked,
    period: Period,
    told: impl Fn(f64) -> bool,
) -> Option<Weighed> {
    let questionnaire = staff.questionnaire.try_get_untracked()?;
    let chosen = |period: Period| {
        let selection = asked.selection(questionnaire, period);
        staff.reading.try_with_untracked(|reading| match reading {
            Reading::Read(stored) => {
                let of_version = |one: &&Ballot| {
                    selection.matches(one) && one.context.version == questionnaire.version
                };
                Some(
                    stored
                        .ballots
                        .iter()
                        .filter(of_version)
                        .cloned()
                        .collect::<Vec<_>>(),
                )
            }
            Reading::Not | Reading::Blocked => None,
        })?
    };
    let ballots = chosen(period)?;
    let mut pace = Pace::start();
    let now = report(questionnaire, &ballots, &Options::default());
    pace.keep().await;
    let before = chosen(period.before())?;
    let last = (!before.is_empty()).then(|| report(questionnaire, &before, &Options::default()));
    pace.keep().await;
    let importance = match Cases::of(questionnaire, &ballots) {
        Err(why) => Err(why),
        Ok(cases) => match Bootstrap::new(&cases, SEED, None) {
            Err(why) => Err(why),
            Ok(mut drawing) => {
                while drawing.step(1) {
                    if pace.keep().await && !told(drawing.progress()) {
                        return None;
                    }
                }
                Ok(drawing.finish())
            }
        },
    };
    let plan = campaigns::current().map_or_else(Plan::default, |one| one.plan);
    let basis = Basis {
        now: &now,
        last: last.as_ref(),
        plan: &plan,
        importance: importance.as_ref().map_err(|why| *why),
    };
    let priorities = priorities(&basis);
    let overall = now.overall.value.ok().map(Line::Overall);
    let line = plan.target(&Scope::Overall).map(Line::Target).or(overall);
    Some(Weighed {
        questionnaire,
        period,
        unit: asked.unit.clone(),
        now,
        last,
        line,
        importance,
        priorities,
    })
}
