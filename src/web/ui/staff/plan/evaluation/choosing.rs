//! Which quarter and unit the page is about: by its address, else what there is.

use super::super::super::report::{capital, period as period_name, text as report_text};
use super::desk::{Desk, unit_words};
use super::text;
use crate::platform::{address, clock};
use crate::state::evaluations::{Counted, Kept};
use crate::state::pages::StaffPage;
use crate::state::reporting::Asked;
use crate::state::staff::{Staff, distinct};
use crate::ui::staff::asking::choice;
use crate::ui::staff::text as staff_text;
use leptos::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_core::period::{Period, Step};
use sipas_core::selection::Day;
use std::collections::BTreeMap;

/// Quarters before the present one that can always be chosen.
const EARLIER: usize = 4;

/// The unit asked for; where none is, the campaign's only one.
pub fn unit_of(staff: Staff, asked: &Asked) -> String {
    asked
        .unit
        .clone()
        .unwrap_or_else(|| match staff.setup.campaign.units.as_slice() {
            [only] => only.code.clone(),
            _ => String::new(),
        })
}

/// The quarter asked for; where none is, the latest with ballots or values, else the present one.
pub fn quarter_asked(
    asked: &Asked,
    counted: &BTreeMap<Period, Counted>,
    kept: &Kept,
    unit: &str,
) -> Option<Period> {
    if asked.bad_period {
        return None;
    }
    if let Some(period) = asked.period {
        return Some(period).filter(|period| period.step() == Step::Quarter);
    }
    let entered = kept.quarters.iter().filter(|one| one.unit == unit);
    let known = entered.map(|one| one.period).chain(counted.keys().copied());
    known
        .max()
        .or_else(|| Period::of(Step::Quarter, Day::at(clock::now())))
}

/// Quarter and unit to choose from.
pub fn selects(desk: Desk, asked: Memo<Asked>) -> AnyView {
    let change = move |change: &dyn Fn(&mut Asked)| {
        let mut next = asked.get_untracked();
        next.bad_period = false;
        change(&mut next);
        address::go(&next.fragment(StaffPage::Evaluation.fragment()));
    };
    let quarters = move || {
        let chosen = desk.shown.get().map(|shown| shown.period);
        let names = report_text();
        // Without it the first one would stand there as if it were chosen, and could not be.
        let none = chosen
            .is_none()
            .then(|| view! { <option value="" prop:selected=true>{text().choose}</option> });
        let options = quarters(desk, chosen).into_iter().map(|period| {
            let selected = chosen == Some(period);
            let name = capital(&period_name(names, period));
            view! { <option value=period.key() prop:selected=selected>{name}</option> }.into_any()
        });
        view! {
            {none}
            {options.collect_view()}
        }
    };
    let units = move || {
        let chosen = asked.with(|asked| unit_of(desk.staff, asked));
        let options = units(desk, &chosen).into_iter().map(|unit| {
            let selected = chosen == unit;
            let name = unit_words(desk.staff, &unit);
            view! { <option value=unit prop:selected=selected>{name}</option> }.into_any()
        });
        options.collect_view()
    };
    view! {
        {choice(
            "period",
            || text().quarter,
            quarters,
            move |key| change(&|asked| asked.period = Period::from_key(&key)),
        )}
        {choice(
            "unit",
            || staff_text().filter_unit,
            units,
            move |unit| {
                let period = desk.shown.get_untracked().map(|shown| shown.period);
                change(
                    &|asked| {
                        asked.unit = Some(unit.clone());
                        asked.period = asked.period.or(period);
                    },
                );
            },
        )}
    }
    .into_any()
}

/// The latest first: those with ballots or values, the present one and some before it, and the chosen one.
fn quarters(desk: Desk, chosen: Option<Period>) -> Vec<Period> {
    let now = Period::of(Step::Quarter, Day::at(clock::now()));
    let recent = core::iter::successors(now, |one| Some(one.before())).take(EARLIER + 1);
    let kept = desk.kept.get().unwrap_or_default();
    let entered = kept.quarters.iter().map(|one| one.period);
    let with_ballots = desk.counted.get();
    let mut all: Vec<Period> = recent
        .chain(entered)
        .chain(with_ballots.keys().copied())
        .chain(chosen)
        .collect();
    all.sort_unstable();
    all.dedup();
    all.reverse();
    all
}

/// All units together (empty), those of the campaign, with ballots or values, and the chosen one.
fn units(desk: Desk, chosen: &str) -> Vec<String> {
    let campaign = desk.staff.setup.campaign.units.iter();
    let mut all: Vec<String> = campaign.map(|unit| unit.code.clone()).collect();
    let own = |ballots: &[Ballot]| distinct(ballots, |one| &one.context.unit);
    all.extend(desk.staff.with_ballots(own));
    let kept = desk.kept.get().unwrap_or_default();
    all.extend(kept.quarters.iter().map(|one| one.unit.clone()));
    all.push(chosen.to_owned());
    all.push(String::new());
    all.sort();
    all.dedup();
    all
}
