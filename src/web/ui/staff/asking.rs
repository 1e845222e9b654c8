//! What a page is about: questionnaire, period and unit, chosen in the page and kept in its address.

use super::report::{capital, period as period_name, text, unit_name};
use super::text as staff_text;
use crate::platform::address;
use crate::state::app::App;
use crate::state::pages::StaffPage;
use crate::state::reporting::{self, Asked, STEPS};
use crate::state::route::Route;
use crate::state::staff::{Staff, distinct};
use leptos::prelude::*;
use sipas_core::period::Period;

/// Value of the option that stands for all units; no code contains a star.
const ALL: &str = "*";

/// What the address of `page` asks for, and the staff's pages look at that questionnaire.
pub fn follow(staff: Staff, page: StaffPage) -> Memo<Asked> {
    let app = App::here();
    let asked = Memo::new(move |before: Option<&Asked>| {
        app.read(|state| match &state.route {
            Route::Staff(fragment) if StaffPage::of(fragment) == Some(page) => {
                Asked::parse(fragment)
            }
            _ => before.cloned().unwrap_or_default(),
        })
    });
    Effect::new(move |_| {
        let wanted = asked.with(|asked| asked.questionnaire.clone());
        let now = staff.questionnaire.with_untracked(|one| one.id.clone());
        if let Some(wanted) = wanted.filter(|wanted| *wanted != now) {
            staff.look_at(wanted);
        }
    });
    asked
}

/// Questionnaire, period and unit to choose from.
pub fn selects(staff: Staff, asked: Memo<Asked>, page: StaffPage) -> AnyView {
    let change = move |change: &dyn Fn(&mut Asked)| {
        let mut next = asked.get_untracked();
        change(&mut next);
        address::go(&next.fragment(page.fragment()));
    };
    let questionnaires = move || {
        let current = staff.questionnaire.with(|one| one.id.clone());
        let language = App::here().language().code();
        let ids = staff.questionnaires();
        let options = ids.into_iter().map(|id| {
            let chosen = id == current;
            let title = staff.title(&id, language);
            view! { <option value=id prop:selected=chosen>{title}</option> }.into_any()
        });
        options.collect_view()
    };
    view! {
        {choice(
            "questionnaire",
            || staff_text().filter_questionnaire,
            questionnaires,
            move |id| change(&|asked| asked.questionnaire = Some(id.clone())),
        )}
        {choice(
            "period",
            || text().period,
            move || periods(staff, asked.get().period),
            move |key| change(&|asked| asked.period = Period::from_key(&key)),
        )}
        {unit_choice(staff, asked, page)}
    }
    .into_any()
}

/// One thing to choose: its mark, its label, the options, and what to do with the value of the chosen one.
pub fn choice<T: IntoAny + Send + 'static>(
    mark: &'static str,
    label: fn() -> &'static str,
    options: impl Fn() -> T + Send + 'static,
    chosen: impl Fn(String) + 'static,
) -> AnyView {
    view! {
        <label>
            <span>{label}</span>
            <select data-filter=mark on:change=move |event| chosen(event_target_value(&event))>
                {move || options().into_any()}
            </select>
        </label>
    }
    .into_any()
}

/// The unit to choose.
pub fn unit_choice(staff: Staff, asked: Memo<Asked>, page: StaffPage) -> AnyView {
    let units = move || {
        let current = asked.with(|asked| asked.unit.clone());
        let mut units = units_of(staff);
        units.extend(current.clone().filter(|unit| !units.contains(unit)));
        let options = units.into_iter().map(|unit| {
            let chosen = current.as_ref() == Some(&unit);
            let name = unit_name(staff, &unit);
            view! { <option value=unit prop:selected=chosen>{name}</option> }.into_any()
        });
        let all = current.is_none();
        view! {
            <option value=ALL prop:selected=all>{staff_text().filter_all}</option>
            {options.collect_view()}
        }
    };
    choice(
        "unit",
        || staff_text().filter_unit,
        units,
        move |unit| {
            let mut next = asked.get_untracked();
            next.unit = Some(unit).filter(|unit| unit != ALL);
            address::go(&next.fragment(page.fragment()));
        },
    )
}

/// The units that have ballots, and all above them.
fn units_of(staff: Staff) -> Vec<String> {
    let units = staff.with_ballots(|ballots| distinct(ballots, |one| &one.context.unit));
    let ends = |unit: &String| {
        let inner = unit.match_indices('/').map(|(end, _)| end);
        inner.chain([unit.len()]).collect::<Vec<_>>()
    };
    let mut all: Vec<String> = units
        .iter()
        .flat_map(|unit| ends(unit).into_iter().filter_map(|end| unit.get(..end)))
        .map(str::to_owned)
        .collect();
    all.sort();
    all.dedup();
    all
}

/// The periods that have ballots, and the chosen one.
fn periods(staff: Staff, chosen: Option<Period>) -> AnyView {
    let text = text();
    let id = staff.questionnaire.with(|one| one.id.clone());
    let default = staff.with_ballots(|ballots| {
        let quarters = reporting::periods(ballots, &id, STEPS[1]);
        quarters.first().copied()
    });
    let chosen = chosen.or(default);
    let groups = STEPS.into_iter().zip(text.steps).map(|(step, title)| {
        let mut found = staff.with_ballots(|ballots| reporting::periods(ballots, &id, step));
        let missing = chosen.filter(|one| one.step() == step && !found.contains(one));
        found.extend(missing);
        let options = found.into_iter().map(|period| {
            let selected = chosen == Some(period);
            let name = capital(&period_name(text, period));
            view! { <option value=period.key() prop:selected=selected>{name}</option> }.into_any()
        });
        view! { <optgroup label=title>{options.collect_view()}</optgroup> }.into_any()
    });
    groups.collect_view().into_any()
}
