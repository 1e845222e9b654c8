//! How many ballots each unit and field needs, how many there are, and what is missing, in words and numbers.

use super::super::super::report::fill;
use super::{name_of, number, part_name, text, unit_name};
use crate::state::campaigns::Kept;
use crate::state::sample::Progress;
use crate::state::staff::Staff;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::campaign::plan::USUAL_MARGIN;
use sipas_core::quota::{Outside, Quota, UnitQuota};
use sipas_formats::day::shown_day;
use sipas_formats::plan_lines::per_cent;

/// Groups of ballots outside of the plan that are named.
const MOST_OUTSIDE: usize = 8;

/// The totals and a card for each unit; what to do first where there is no plan.
pub fn view(staff: Staff, kept: StoredValue<Kept>, progress: &Progress) -> AnyView {
    kept.with_value(|kept| {
        if kept.plan.dossiers.is_empty() {
            let name = staff.setup.say(&kept.campaign.name, spoken().code());
            return view! {
                <p class="empty" data-sample="none">
                    {fill(text().no_dossiers, &[&name])}
                </p>
            }
            .into_any();
        }
        let only = progress.units.len() == 1;
        let units: Vec<AnyView> = progress
            .units
            .iter()
            .map(|one| unit(kept, progress, one, only))
            .collect();
        view! {
            {totals(progress)}
            <p class="hint">{counted(staff, kept)} " " {formula(kept)}</p>
            {short_wholes(kept)}
            <ul class="sample-units">{units}</ul>
            {outside(kept, &progress.outside)}
        }
        .into_any()
    })
}

fn totals(progress: &Progress) -> AnyView {
    let sum = |of: fn(&UnitQuota) -> u32| {
        progress
            .units
            .iter()
            .map(|one| u64::from(of(one)))
            .sum::<u64>()
    };
    let values = [
        ("sample/planned", sum(|one| one.planned)),
        ("sample/done", sum(|one| one.done)),
        ("sample/needed", sum(|one| one.missing)),
    ];
    let tiles = values
        .into_iter()
        .zip(text().totals)
        .map(|((figure, value), title)| {
            view! {
                <div class="tile">
                    <span>{title}</span>
                    <strong data-figure=figure data-value=value.to_string()>
                        {number(value)}
                    </strong>
                </div>
            }
            .into_any()
        })
        .collect_view();
    view! { <div class="tiles">{tiles}</div> }.into_any()
}

/// Which ballots are counted.
fn counted(staff: Staff, kept: &Kept) -> String {
    let words = text();
    let [both, from, until, any] = words.days;
    let days = match (kept.plan.from, kept.plan.until) {
        (Some(first), Some(last)) => fill(both, &[&shown_day(first), &shown_day(last)]),
        (Some(first), None) => fill(from, &[&shown_day(first)]),
        (None, Some(last)) => fill(until, &[&shown_day(last)]),
        (None, None) => any.to_owned(),
    };
    let title = staff.title(&kept.campaign.questionnaire, spoken().code());
    fill(words.counted, &[&title, &days])
}

fn formula(kept: &Kept) -> String {
    let share = f64::from(kept.plan.margin.unwrap_or(USUAL_MARGIN)) / 1000.0;
    let mark = |text: String| {
        if spoken().code() == "en" {
            text.replace(',', ".")
        } else {
            text.replace('.', ",")
        }
    };
    fill(
        text().formula,
        &[&mark(per_cent(share)), &mark(share.to_string())],
    )
}

/// Wholes that are smaller than their parts.
fn short_wholes(kept: &Kept) -> Option<AnyView> {
    let lines: Vec<AnyView> = kept
        .plan
        .short_wholes()
        .into_iter()
        .map(|(unit, given, parts)| {
            let name = if unit.is_empty() {
                text().all_units.to_owned()
            } else {
                unit_name(kept, &unit)
            };
            let line = fill(text().short_whole, &[&name, &number(given), &number(parts)]);
            view! { <p class="warning" data-sample="short">{line}</p> }.into_any()
        })
        .collect();
    (!lines.is_empty()).then(|| lines.into_any())
}

fn unit(kept: &Kept, progress: &Progress, one: &UnitQuota, only: bool) -> AnyView {
    let words = text();
    let name = part_name(kept, &one.unit);
    let figure = |what: &str| ["sample/", &one.unit, "/", what].concat();
    let (class, said) = match (one.planned, one.missing) {
        (0, _) => ("hint", words.none_needed.to_owned()),
        (_, 0) => ("done", words.enough.to_owned()),
        (_, missing) => ("missing", fill(words.still, &[&number(missing)])),
    };
    let counts = [one.done, one.planned, one.dossiers].map(number);
    let counts = fill(words.done_of, &[&counts[0], &counts[1], &counts[2]]);
    let beyond = one.done.saturating_sub(one.fulfilled());
    let beyond = (beyond > 0 && one.missing > 0).then(|| {
        view! { <p class="hint">{fill(words.beyond, &[&number(beyond)])}</p> }
    });
    let bar = (one.planned > 0).then(|| {
        view! {
            <progress
                max=one.planned.to_string()
                value=one.fulfilled().to_string()
                aria-label=[&name, ": ", &said].concat()
            ></progress>
        }
    });
    let fields: Vec<&Quota> = progress
        .quotas
        .iter()
        .filter(|quota| quota.unit == one.unit)
        .collect();
    let has_fields = fields.iter().any(|quota| !quota.field.is_empty());
    let fields = has_fields.then(|| by_field(kept, &fields, &name, only));
    view! {
        <li class="card" data-unit=one.unit.clone()>
            <h3>{name}</h3>
            <p
                class=class
                data-figure=figure("needed")
                data-value=one.missing.to_string()
            >
                {said}
            </p>
            {bar}
            <p hidden=one.planned == 0 && one.done == 0 data-figure=figure("done") data-value=one.done.to_string()>
                <span data-figure=figure("planned") data-value=one.planned.to_string()>
                    {counts}
                </span>
            </p>
            {beyond}
            {fields}
        </li>
    }
    .into_any()
}

fn by_field(kept: &Kept, quotas: &[&Quota], unit: &str, open: bool) -> AnyView {
    let words = text();
    let short = quotas.iter().filter(|quota| quota.missing() > 0).count();
    let rows = quotas
        .iter()
        .map(|quota| {
            let figure = ["sample/", &quota.unit, "/field/", &quota.field, "/needed"].concat();
            let name = if quota.field.is_empty() {
                words.other_fields.to_owned()
            } else {
                name_of(&kept.campaign.fields, &quota.field)
            };
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{number(quota.dossiers)}</td>
                    <td>{number(quota.planned)}</td>
                    <td>{number(quota.done)}</td>
                    <td data-figure=figure data-value=quota.missing().to_string()>
                        {number(quota.missing())}
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    let heads = words
        .columns
        .into_iter()
        .map(|head| view! { <th scope="col">{head}</th> })
        .collect_view();
    view! {
        <details prop:open=open>
            <summary>{fill(words.by_field, &[&number(short as u64)])}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=unit.to_owned()>
                <table data-table="sample-fields">
                    <thead>
                        <tr>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// Ballots that belong to no part of the plan.
fn outside(kept: &Kept, outside: &[Outside]) -> Option<AnyView> {
    if outside.is_empty() {
        return None;
    }
    let words = text();
    let [no_unit, no_field] = words.not_given;
    let all: u64 = outside.iter().map(|one| u64::from(one.ballots)).sum();
    let mut most: Vec<&Outside> = outside.iter().collect();
    most.sort_by_key(|one| core::cmp::Reverse(one.ballots));
    let lines = most
        .iter()
        .take(MOST_OUTSIDE)
        .map(|one| {
            let unit = Some(unit_name(kept, &one.unit)).filter(|name| !name.is_empty());
            let field = Some(name_of(&kept.campaign.fields, &one.field));
            let field = field.filter(|name| !name.is_empty());
            let line = fill(
                words.outside_line,
                &[
                    unit.as_deref().unwrap_or(no_unit),
                    field.as_deref().unwrap_or(no_field),
                    &number(one.ballots),
                ],
            );
            view! { <li>{line}</li> }.into_any()
        })
        .collect_view();
    let more = outside.len().saturating_sub(MOST_OUTSIDE);
    let more =
        (more > 0).then(|| view! { <li>{fill(words.outside_more, &[&number(more as u64)])}</li> });
    Some(
        view! {
            <div class="warning" data-sample="outside">
                <p data-figure="sample/outside" data-value=all.to_string()>
                    {fill(words.outside, &[&number(all)])}
                </p>
                <ul>{lines} {more}</ul>
            </div>
        }
        .into_any(),
    )
}
