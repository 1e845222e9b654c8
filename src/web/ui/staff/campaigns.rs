//! The campaigns of this device: use, edit, copy, hand on, take over, drop.

use super::campaign::address;
use super::grouped;
use crate::platform::{clock, files};
use crate::state::app::App;
use crate::state::campaigns::{self, Kept, Saved};
use crate::state::staff::Staff;
use crate::text::campaigns::{CampaignsText, sentences};
use crate::ui::html::Html;
use crate::ui::qr;
use leptos::prelude::*;
use sipas_core::problem::Problem;
use sipas_core::selection::Day;
use sipas_formats::day::shown_day;

/// This page's sentences in the present language.
pub fn text() -> &'static CampaignsText {
    sentences(App::here().language())
}

/// A campaign that was received and waits for a word.
type Taken = RwSignal<Option<Result<Kept, Vec<Problem>>>>;

/// The list, and the ways to more.
pub fn list() -> AnyView {
    let staff: Staff = expect_context();
    let taken: Taken = RwSignal::new(campaigns::received());
    let codes: RwSignal<Option<Kept>> = RwSignal::new(None);
    let rows = move || {
        let (kept, unreadable) = campaigns::all();
        let current = campaigns::current().map(|one| one.campaign.id);
        let rows: Vec<AnyView> = kept
            .into_iter()
            .map(|one| {
                let is_current = current.as_ref() == Some(&one.campaign.id);
                row(staff, one, is_current, codes)
            })
            .chain([built_in(staff, current.is_none())])
            .collect();
        let bad = unreadable
            .into_iter()
            .map(|(id, problems)| {
                view! {
                    <p class="warning">
                        {text().unreadable} " " {id} " — " {problems.first().map(ToString::to_string)}
                    </p>
                }
                .into_any()
            })
            .collect_view();
        view! {
            <ul class="campaigns">{rows}</ul>
            {bad}
        }
        .into_any()
    };
    view! {
        <h2>{move || text().list}</h2>
        <p class="hint">{move || text().list_what}</p>
        {move || period_note(staff)}
        {rows}
        <div class="actions row">
            <a class="secondary" data-action="new-campaign" href=address("new", "")>
                {move || text().new}
            </a>
            <label class="file secondary">
                <span>{move || text().take_file}</span>
                <input
                    type="file"
                    accept=".json,application/json"
                    data-import="campaign"
                    on:change=move |event| {
                        files::chosen(&event, move |_, bytes| {
                            let found = String::from_utf8_lossy(&bytes);
                            taken.set(Some(campaigns::read(found.trim_start_matches('\u{feff}'))));
                        });
                    }
                />
            </label>
        </div>
        {move || taken.get().map(|found| received(staff, taken, found))}
        {move || codes.get().map(|one| codes_of(&one, codes))}
    }
    .into_any()
}

/// Whether today lies outside the current campaign's period.
fn period_note(staff: Staff) -> Option<AnyView> {
    // Drawn anew with every change of the campaign.
    let _ = staff.setup;
    let plan = campaigns::current()?.plan;
    let today = Day::at(clock::now());
    let note = if plan.until.is_some_and(|until| until < today) {
        text().over
    } else if plan.from.is_some_and(|from| today < from) {
        text().early
    } else {
        return None;
    };
    Some(view! { <p class="warning" data-screen="period">{note}</p> }.into_any())
}

fn row(staff: Staff, one: Kept, is_current: bool, codes: RwSignal<Option<Kept>>) -> AnyView {
    let app = App::here();
    let language = app.language().code();
    let text = text();
    let Kept { campaign, plan } = &one;
    let mut facts = vec![staff.title(&campaign.questionnaire, language)];
    match (plan.from, plan.until) {
        (Some(from), Some(until)) => {
            facts.push([&shown_day(from), "–", &shown_day(until)].concat())
        }
        (Some(day), None) | (None, Some(day)) => facts.push(shown_day(day)),
        (None, None) => {}
    }
    let count = staff.with_ballots(|ballots| {
        let own = |ballot: &&sipas_core::ballot::Ballot| ballot.context.campaign == campaign.id;
        ballots.iter().filter(own).count()
    });
    let count_text = grouped(count as u64, language);
    facts.push(match plan.sample("") {
        Some(planned) => {
            let planned = grouped(u64::from(planned), language);
            format!("{count_text} {} {planned}", text.of_planned)
        }
        None => [&count_text, " ", text.ballots].concat(),
    });
    let id = campaign.id.clone();
    let name = campaign.name.get(language).to_owned();
    let (chosen, saved, shown, dropped) = (one.clone(), one.clone(), one.clone(), id.clone());
    let file = [&id, ".sipas-campaign.json"].concat();
    view! {
        <li class="card" data-campaign=id.clone()>
            <p>
                <strong>{name}</strong>
                {is_current.then(|| view! { <span class="badge">{text.current}</span> })}
            </p>
            <p class="hint">{facts.join(" · ")}</p>
            <div class="actions row">
                <button
                    type="button"
                    class="secondary"
                    data-action="use"
                    prop:disabled=is_current
                    on:click=move |_| {
                        campaigns::choose(app, Some(&chosen));
                    }
                >
                    {text.use_it}
                </button>
                <a class="quiet" data-action="edit" href=address("edit", &id)>
                    {text.edit}
                </a>
                <a class="quiet" data-action="copy" href=address("copy", &id)>
                    {text.copy}
                </a>
                <button
                    type="button"
                    class="quiet"
                    data-export="campaign"
                    on:click=move |_| {
                        let bytes = campaigns::write(&saved).into_bytes();
                        drop(files::offer(&file, "application/json", &bytes));
                    }
                >
                    {text.download}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-action="codes"
                    on:click=move |_| codes.set(Some(shown.clone()))
                >
                    {text.codes}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-action="forget"
                    prop:disabled=is_current
                    on:click=move |_| {
                        campaigns::forget(app, &dropped);
                    }
                >
                    {text.forget}
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// The campaign the app comes with.
fn built_in(staff: Staff, is_current: bool) -> AnyView {
    let app = App::here();
    let text = text();
    let name = is_current.then(|| {
        let language = app.language().code();
        staff.setup.campaign.name.get(language).to_owned()
    });
    view! {
        <li class="card" data-campaign="">
            <p>
                <strong>{name.unwrap_or_else(|| text.built_in.to_owned())}</strong>
                {is_current.then(|| view! { <span class="badge">{text.current}</span> })}
            </p>
            {is_current.then(|| view! { <p class="hint">{text.built_in}</p> })}
            {(!is_current)
                .then(|| {
                    view! {
                        <div class="actions row">
                            <button
                                type="button"
                                class="secondary"
                                data-action="restore"
                                on:click=move |_| {
                                    campaigns::choose(app, None);
                                }
                            >
                                {super::text().restore}
                            </button>
                        </div>
                    }
                })}
        </li>
    }
    .into_any()
}

/// The codes another device scans to take a campaign over, one at a time.
fn codes_of(one: &Kept, shown: RwSignal<Option<Kept>>) -> AnyView {
    let text = text();
    let close = view! {
        <button
            type="button"
            class="secondary"
            data-action="close-codes"
            on:click=move |_| shown.set(None)
        >
            {text.close}
        </button>
    }
    .into_any();
    let Some(codes) = campaigns::codes(one) else {
        return view! {
            <section class="card" role="alert" data-screen="campaign-codes">
                <p>{text.too_long_for_codes}</p>
                {close}
            </section>
        }
        .into_any();
    };
    let count = codes.len();
    let at = RwSignal::new(0_usize);
    let code = move || {
        let mut html = Html::default();
        if let Some(code) = codes.get(at.get()) {
            qr::write(
                &mut html,
                code,
                &format!("{} {}/{count}", text.codes, at.get() + 1),
            );
        }
        html.finish()
    };
    let step = move |name: &'static str, label: &'static str, by: usize| {
        view! {
            <button
                type="button"
                class="secondary"
                data-action=name
                on:click=move |_| at.update(|at| *at = (*at + by) % count)
            >
                {label}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="card" role="status" data-screen="campaign-codes">
            <h3>{one.campaign.name.get("vi").to_owned()}</h3>
            <p>{text.codes_what}</p>
            <div class="campaign-code" data-count=count.to_string() inner_html=code></div>
            <div class="actions row">
                {(count > 1).then(|| step("code-before", text.code_before, count - 1))}
                {(count > 1).then(|| step("code-next", text.code_next, 1))} {close}
            </div>
        </section>
    }
    .into_any()
}

/// A received campaign: what it is, how it differs from what is here, and the two ways on.
fn received(staff: Staff, taken: Taken, found: Result<Kept, Vec<Problem>>) -> AnyView {
    let app = App::here();
    let text = text();
    let language = app.language().code();
    let one = match found {
        Ok(one) => one,
        Err(problems) => {
            let lines = problems
                .iter()
                .map(|problem| view! { <li>{problem.to_string()}</li> }.into_any())
                .collect_view();
            return view! {
                <div class="warning" role="alert" data-screen="campaign-refused">
                    <p>{text.taken_bad}</p>
                    <ul>{lines}</ul>
                </div>
            }
            .into_any();
        }
    };
    let (kept, _) = campaigns::all();
    let here = kept
        .into_iter()
        .find(|other| other.campaign.id == one.campaign.id);
    let differs = here.as_ref().map(|here| differences(here, &one));
    let note = match &differs {
        None => None,
        Some(parts) if parts.is_empty() => Some(text.taken_same.to_owned()),
        Some(parts) => Some(format!(
            "{} {}. {}",
            text.taken_other,
            parts.join(", "),
            text.taken_ballots
        )),
    };
    let facts = format!(
        "{} · {} {} · {} {}",
        staff.title(&one.campaign.questionnaire, language),
        one.campaign.units.len(),
        text.units,
        one.campaign.fields.len(),
        text.fields
    );
    let name = one.campaign.name.get(language).to_owned();
    view! {
        <section class="card" role="status" data-screen="campaign-received">
            <h3>{text.taken_title}": " {name}</h3>
            <p class="hint">{facts}</p>
            <p>{note}</p>
            <div class="actions row">
                <button
                    type="button"
                    class="primary"
                    data-action="take"
                    on:click=move |_| {
                        campaigns::keep(app, &one, true, Saved::Yes);
                        taken.set(None);
                    }
                >
                    {text.take}
                </button>
                <button
                    type="button"
                    class="secondary"
                    data-action="leave"
                    on:click=move |_| taken.set(None)
                >
                    {text.leave}
                </button>
            </div>
        </section>
    }
    .into_any()
}

/// In which parts two campaigns differ, as staff know them.
fn differences(here: &Kept, other: &Kept) -> Vec<&'static str> {
    let (words, own) = (super::text(), text());
    let (a, b) = (&here.campaign, &other.campaign);
    let parts = [
        (a.name != b.name, words.campaign_name),
        (
            a.questionnaire != b.questionnaire,
            words.campaign_questionnaire,
        ),
        (
            a.units != b.units || here.plan.groups != other.plan.groups,
            own.units,
        ),
        (a.fields != b.fields, own.fields),
        (a.terms != b.terms, words.campaign_terms),
        (a.unit != b.unit, words.campaign_unit),
        (a.counter != b.counter, words.campaign_counter),
        (here.plan != other.plan, own.plan),
    ];
    let differing = parts.into_iter().filter(|(differs, _)| *differs);
    differing.map(|(_, name)| name).collect()
}
