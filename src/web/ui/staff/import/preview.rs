//! What an import would change, before anything is changed.

use super::{Importing, files, number, text};
use crate::state::import::{self, Found};
use crate::text::import_problems;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::campaign::Place;
use sipas_formats::import::Difference;
use std::rc::Rc;

/// Differences that are listed.
const SHOWN: usize = 100;

/// The preview with its buttons.
pub fn view(importing: Importing, found: &Rc<Found>) -> AnyView {
    let text = text();
    let places = places(importing, found);
    // Few files are shown at once; of forty tablets only those with something to say are opened.
    let open = found.files.len() <= 5 || found.rejected() > 0;
    view! {
        <div class="preview" data-screen="import-preview">
            <h3>{text.preview}</h3>
            <p class="hint">{text.nothing_yet}</p>
            {counts(found)}
            {files::list(&found.files, open)}
            {places}
            {differences(found)}
            {buttons(importing, found)}
        </div>
    }
    .into_any()
}

fn counts(found: &Found) -> AnyView {
    let text = text();
    let plan = &found.plan;
    let losing = plan
        .differences
        .iter()
        .filter(|one| one.is_held && !one.comes_in)
        .count();
    let rows = [
        ("new", text.count_new, plan.new.len() as u64, true),
        ("known", text.count_known, plan.known, true),
        (
            "replacing",
            text.count_replacing,
            plan.replacing.len() as u64,
            false,
        ),
        ("losing", text.count_losing, losing as u64, false),
        (
            "removed",
            text.count_removed,
            plan.removed.len() as u64,
            false,
        ),
        ("copies", text.count_copies, plan.copies, false),
        ("rejected", text.count_rejected, found.rejected(), true),
    ];
    let rows = rows
        .into_iter()
        .filter(|(_, _, count, always)| *always || *count > 0)
        .map(|(mark, name, count, _)| {
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-figure=["import/", mark].concat() data-value=count.to_string()>
                        {number(count)}
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="counts" aria-label=text.preview>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Units and fields to be named once.
fn places(importing: Importing, found: &Found) -> AnyView {
    let text = text();
    if found.strange.is_empty() {
        return ().into_any();
    }
    let campaign = &importing.staff.setup.campaign;
    let language = spoken().code();
    let rows = found
        .strange
        .iter()
        .map(|((column, said), rows)| {
            let (name, choices): (_, &[Place]) = if column == "unit" {
                (text.unit, &campaign.units)
            } else {
                (text.field, &campaign.fields)
            };
            let options = choices
                .iter()
                .map(|place| {
                    let label = place.label.get(language).to_owned();
                    view! { <option value=["=", &place.code].concat()>{label}</option> }
                })
                .collect_view();
            let line = format!("{name}: “{said}” ({} {})", number(*rows), text.rows);
            let (mark, column, said) = (column.clone(), column.clone(), said.clone());
            let value = said.clone();
            let choose = move |event| {
                let chosen = event_target_value(&event);
                if let Some(code) = chosen.strip_prefix('=') {
                    import::say_place(&column, &said, Some(code));
                    importing.look();
                }
            };
            view! {
                <label class="field">
                    <span>{line}</span>
                    <select data-place=mark data-said=value on:change=choose>
                        <option value="">{text.leave}</option>
                        {options}
                        <option value="=">{text.none}</option>
                    </select>
                </label>
            }
        })
        .collect_view();
    view! {
        <section class="places">
            <h4>{text.places}</h4>
            <p class="hint">{text.places_what}</p>
            {rows}
        </section>
    }
    .into_any()
}

fn differences(found: &Found) -> AnyView {
    let text = text();
    let all = &found.plan.differences;
    if all.is_empty() {
        return ().into_any();
    }
    let items = all.iter().take(SHOWN).map(difference).collect_view();
    let more = all.len().saturating_sub(SHOWN);
    let heading = [text.differences, ": ", &number(all.len() as u64)].concat();
    view! {
        <details>
            <summary>{heading}</summary>
            <ul>{items}</ul>
            {(more > 0).then(|| view! { <p>{text.more} {number(more as u64)}</p> })}
        </details>
    }
    .into_any()
}

fn difference(one: &Difference) -> AnyView {
    let text = text();
    let columns: Vec<&str> = one
        .columns
        .iter()
        .map(|column| import_problems::column(column, spoken()))
        .collect();
    let place = if one.place.line > 0 {
        format!("{}, {}{}", one.place.file, text.line, one.place.line)
    } else {
        one.place.file.clone()
    };
    let who = match (one.is_held, one.comes_in) {
        (true, false) => text.difference_held,
        (_, true) | (false, false) => text.difference_in,
    };
    let line = format!(
        "{} ({place}): {}; {}{}",
        one.id,
        who,
        text.differs_in,
        columns.join(", ")
    );
    view! { <li>{line}</li> }.into_any()
}

fn buttons(importing: Importing, found: &Rc<Found>) -> AnyView {
    let text = text();
    let plan = &found.plan;
    let ready = plan.new.len() + plan.replacing.len();
    let removed = plan.removed.len();
    let wrong = found.rejected() > 0;
    let may_replace = found.may_replace;
    let nothing = ready + removed == 0 && !may_replace;
    let check = |mark: &'static str, label: String, is_set: bool, set: fn(Importing, bool)| {
        view! {
            <label class="option">
                <input
                    type="checkbox"
                    data-option=mark
                    prop:checked=is_set
                    on:change=move |event| set(importing, event_target_checked(&event))
                />
                <span>{label}</span>
            </label>
        }
    };
    let removed_label = format!("{} ({})", text.removed_too, number(removed as u64));
    let choice = importing.choice.get_untracked();
    let count = move || {
        let more = importing.choice.with(|choice| choice.removed_too);
        ready + if more { removed } else { 0 }
    };
    let can = move || {
        let texts = importing.choice.with(|choice| choice.everything) && may_replace;
        (count() > 0 || texts) && (!wrong || importing.seen.get())
    };
    let go = Rc::clone(found);
    let press = move |_| importing.store(Rc::clone(&go));
    let label = move || match count() {
        0 => text.restore_only.to_owned(),
        count => [text.import, &number(count as u64), text.import_after].concat(),
    };
    view! {
        <div class="choices">
            {(removed > 0)
                .then(|| check("removed", removed_label, choice.removed_too, |importing, on| {
                    importing.choice.update(|choice| choice.removed_too = on);
                }))}
            {may_replace
                .then(|| {
                    view! {
                        {check("everything", text.everything.to_owned(), choice.everything, |importing, on| {
                            importing.choice.update(|choice| choice.everything = on);
                        })}
                        <p class="hint">{text.everything_hint}</p>
                    }
                })}
            {(wrong && !nothing)
                .then(|| check("seen", text.seen.to_owned(), false, |importing, on| importing.seen.set(on)))}
            {nothing.then(|| view! { <p>{text.nothing_new}</p> })}
        </div>
        <p class="actions row">
            <button
                type="button"
                class="primary"
                data-action="import"
                hidden=nothing
                prop:disabled=move || !can()
                on:click=press
            >
                {label}
            </button>
            <button
                type="button"
                class="secondary"
                data-action="discard"
                on:click=move |_| importing.discard()
            >
                {text.discard}
            </button>
        </p>
    }
    .into_any()
}
