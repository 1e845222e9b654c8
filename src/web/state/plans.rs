//! Corrective plans on this device: each in both engines, saved with every edit, one with the copies of other tabs.

use crate::platform::{clock, json, random, second, settings};
use crate::state::office::Line;
use crate::state::priorities::Weighed;
pub use crate::state::shared_text::Refused;
use crate::state::shared_text::{self, Shared};
use crate::state::staff::{Reading, Staff};
use crate::state::union;
use core::cell::Cell;
use leptos::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_core::index::{Options, report};
use sipas_core::period::Period;
use sipas_core::plan::{
    ActionPlan, Evidence, Hand, HeadPart, ItemPart, NotComparable, Place, Since, Snapshot,
    comment_share, since,
};
use sipas_core::priority::Line as HeldAgainst;
use sipas_core::selection::Selection;
use sipas_formats::plan_record;
use std::collections::BTreeMap;

/// What the keys of plans begin with.
pub const KEYS: &str = "sipas/plan/";

thread_local! {
    /// This tab's number among those that edit.
    static WRITER: Cell<Option<u32>> = const { Cell::new(None) };
}

/// What the device has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plans {
    /// All plans that can be read, the newest first.
    pub plans: Vec<ActionPlan>,
    /// Texts that cannot be read, kept as they are: key and text.
    pub unreadable: Vec<(String, String)>,
}

fn hand() -> Hand {
    let writer = WRITER.get().unwrap_or_else(|| {
        #[allow(clippy::cast_possible_truncation, reason = "32 of 64 random bits")]
        let drawn = random::bits() as u32;
        WRITER.set(Some(drawn));
        drawn
    });
    Hand {
        writer,
        at: clock::now().unix_secs,
    }
}

fn key(id: &str) -> String {
    [KEYS, id].concat()
}

impl Shared for ActionPlan {
    const KEYS: &'static str = KEYS;

    fn key(&self) -> String {
        key(self.id())
    }

    fn parse(_: &str, text: &str) -> Option<Self> {
        let root = json::parse(text).ok()?;
        plan_record::read_tree(text, &root).ok()
    }

    fn text(&self) -> String {
        plan_record::write(self)
    }

    fn merge(&mut self, other: &Self) {
        Self::merge(self, other);
    }
}

/// Reads both engines and makes them one; what was in one only is in both afterwards.
pub async fn read() -> Plans {
    let found = shared_text::read::<ActionPlan>().await;
    let mut plans: Vec<ActionPlan> = found.readable.into_values().collect();
    plans.sort_by_key(|plan| core::cmp::Reverse(latest_edit(plan)));
    Plans {
        plans,
        unreadable: found.unreadable,
    }
}

/// Seconds since 1970 of a plan's latest edit.
fn latest_edit(plan: &ActionPlan) -> i64 {
    let edits = plan.registers().flat_map(|(_, register)| register.edits());
    edits.map(|edit| edit.at).max().unwrap_or_default()
}

/// Changes a plan and stores it in both engines. `held` is this tab's copy; the one that was stored comes back.
///
/// # Errors
/// [`Refused`]; then `held` has the change and nothing stored is lost.
pub fn change(
    held: &mut ActionPlan,
    change: impl FnOnce(&mut ActionPlan, Hand),
) -> Result<(), Refused> {
    shared_text::change(held, |plan| change(plan, hand()))
}

/// Removes a plan from both engines; its text comes back, to be put back by [`restore`].
pub async fn remove(id: &str) -> Option<String> {
    let key = key(id);
    let text = settings::read(&key);
    settings::remove(&key);
    second::drop_setting(&key).await;
    text
}

/// Puts a removed plan back.
pub async fn restore(text: &str) {
    if let Some(plan) = <ActionPlan as Shared>::parse("", text) {
        let key = key(plan.id());
        settings::write(&key, text);
        second::keep_durably(&key, text).await;
    }
}

/// What became of plans that came from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// New on this device.
    pub new: usize,
    /// One with the copy that was here.
    pub merged: usize,
    /// Not readable, or not stored.
    pub refused: usize,
}

/// Takes over plans' texts: a new plan is kept, one that is here already becomes one with it.
pub fn take<'a>(texts: impl IntoIterator<Item = &'a str>) -> Taken {
    let mut taken = Taken::default();
    for text in texts {
        let plan = <ActionPlan as Shared>::parse("", text);
        let is_here = plan
            .as_ref()
            .is_some_and(|plan| settings::read(&key(plan.id())).is_some());
        match plan.map(|mut plan| change(&mut plan, |_, _| ())) {
            Some(Ok(())) if is_here => taken.merged += 1,
            Some(Ok(())) => taken.new += 1,
            Some(Err(_)) | None => taken.refused += 1,
        }
    }
    taken
}

/// The texts a new plan begins with.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    /// Texts of the plan as a whole.
    pub head: Vec<(HeadPart, String)>,
    /// Texts of the items, by criterion.
    pub items: BTreeMap<String, Vec<(ItemPart, String)>>,
}

/// Makes and stores a plan for these criteria; its id comes back.
///
/// # Errors
/// [`Refused`].
pub fn draft(
    staff: Staff,
    weighed: &Weighed,
    criteria: &[String],
    opening: &Opening,
) -> Result<String, Refused> {
    let id = format!("{:016x}", random::bits());
    let mut plan = ActionPlan::new(&id);
    let office = [
        (HeadPart::Superior, Line::Parent),
        (HeadPart::Office, Line::Agency),
        (HeadPart::Place, Line::Place),
        (HeadPart::SignedAs, Line::Title),
        (HeadPart::Signer, Line::Signer),
        (HeadPart::Recipients, Line::Recipients),
    ];
    change(&mut plan, |plan, hand| {
        for (part, line) in office {
            plan.write(hand, Place::Head(part), &line.read());
        }
        for (part, text) in &opening.head {
            plan.write(hand, Place::Head(*part), text);
        }
        for criterion in criteria {
            let item = random::bits();
            if plan.add(hand, item, evidence(staff, weighed, criterion)) {
                for (part, text) in opening.items.get(criterion).into_iter().flatten() {
                    plan.write(hand, Place::Item(item, *part), text);
                }
            }
        }
    })?;
    Ok(id)
}

/// A criterion's figures as they stand.
fn evidence(staff: Staff, weighed: &Weighed, criterion: &str) -> Evidence {
    let figure = weighed.now.criterion(criterion);
    let priority = weighed.priorities.iter().find(|one| one.id == criterion);
    let target = priority.and_then(|one| match one.line {
        HeldAgainst::Target(target) => Some(target),
        HeldAgainst::Overall(_) => None,
    });
    let last = weighed
        .last
        .as_ref()
        .and_then(|last| last.criterion(criterion));
    let selection = Selection {
        questionnaire: Some(weighed.questionnaire.id.clone()),
        unit: weighed.unit.clone(),
        from: Some(weighed.period.first()),
        until: Some(weighed.period.last()),
        ..Selection::default()
    };
    let comments = with_ballots(staff, |ballots| {
        let own = ballots.iter().filter(|one| selection.matches(one));
        comment_share(weighed.questionnaire, criterion, own)
    });
    Evidence {
        criterion: criterion.to_owned(),
        factor: priority.map(|one| one.factor.clone()).unwrap_or_default(),
        questionnaire: weighed.questionnaire.id.clone(),
        version: weighed.questionnaire.version,
        days: (Some(weighed.period.first()), Some(weighed.period.last())),
        unit: weighed.unit.clone().unwrap_or_default(),
        figure: figure.and_then(Snapshot::of),
        target,
        last: last.and_then(|one| one.figure.value.ok()),
        comments,
    }
}

fn with_ballots<T>(staff: Staff, look: impl FnOnce(&[Ballot]) -> T) -> Option<T> {
    staff.reading.try_with_untracked(|reading| match reading {
        Reading::Read(stored) => Some(look(&stored.ballots)),
        Reading::Not | Reading::Blocked => None,
    })?
}

/// What has changed since an item was planned: by the ballots of the latest later quarter (or, where the evidence is of a
/// year or month, the latest later one of those).
///
/// # Errors
/// Why it cannot be compared.
pub fn changed(staff: Staff, evidence: &Evidence) -> Result<(Period, Since), NotComparable> {
    let (Some(from), Some(until)) = evidence.days else {
        return Err(NotComparable::NoneThen);
    };
    let step = crate::state::reporting::STEPS
        .into_iter()
        .find(|step| {
            Period::of(*step, from).is_some_and(|one| one.first() == from && one.last() == until)
        })
        .ok_or(NotComparable::NoneThen)?;
    let questionnaire = staff
        .questionnaire
        .try_get()
        .filter(|one| one.id == evidence.questionnaire)
        .ok_or(NotComparable::OtherQuestionnaire)?;
    let found = with_ballots(staff, |ballots| {
        let latest = crate::state::reporting::periods(ballots, &questionnaire.id, step)
            .into_iter()
            .find(|period| period.first() > until)?;
        let selection = Selection {
            questionnaire: Some(questionnaire.id.clone()),
            unit: Some(evidence.unit.clone()).filter(|unit| !unit.is_empty()),
            from: Some(latest.first()),
            until: Some(latest.last()),
            ..Selection::default()
        };
        let own = ballots
            .iter()
            .filter(|one| selection.matches(one) && one.context.version == questionnaire.version);
        Some((latest, report(questionnaire, own, &Options::default())))
    });
    let (period, figures) = found.flatten().ok_or(NotComparable::NoneNow)?;
    let now = figures
        .criterion(&evidence.criterion)
        .ok_or(NotComparable::OtherQuestionnaire)?;
    let asked = (questionnaire.id.as_str(), questionnaire.version);
    since(evidence, asked, now).map(|found| (period, found))
}

/// Hears when another tab has changed a plan.
pub fn on_change(listener: impl Fn() + 'static) {
    union::on_texts(listener);
}
