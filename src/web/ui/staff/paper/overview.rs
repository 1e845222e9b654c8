//! The register at a glance: what waits, what was compared, how far two people agree, how fast they are.

use super::entry::name_of;
use super::text;
use crate::platform::files;
use crate::state::app::App;
use crate::state::paper::desk::Desk;
use crate::state::paper::register::{self, Register};
use crate::state::staff::Staff;
use crate::ui::staff::figures::signed;
use crate::ui::staff::{data, grouped};
use leptos::prelude::*;
use sipas_core::index::{number_text, percent_text};
use sipas_core::paper::agreement::summary;
use sipas_core::paper::register::{Entry, Paper, Standing, standings};
use sipas_formats::paper;

/// Numbers of waiting papers named before the rest is only counted.
const NAMED: usize = 24;

/// The section.
pub fn section(desk: Desk) -> AnyView {
    view! {
        {session(desk)}
        <section class="card" data-paper="register">
            <h2>{move || text().entry.register}</h2>
            {move || match desk.register.get() {
                None => view! { <p>{text().entry.reading}</p> }.into_any(),
                Some(Err(error)) => {
                    view! {
                        <p class="warning">
                            {text().entry.unread}
                            {error.to_string()}
                        </p>
                    }
                        .into_any()
                }
                Some(Ok(register)) => counts(desk, &register),
            }}
        </section>
        <section class="card" data-paper="agreement">
            <h2>{move || text().entry.agreement}</h2>
            {move || agreement(desk)}
        </section>
    }
    .into_any()
}

fn number(count: usize) -> String {
    grouped(count as u64, App::here().language().code())
}

/// A number with one decimal, as the language writes it.
fn decimal(value: f64) -> String {
    number_text(value, 1, App::here().language().code())
}

/// Ballots and speed since the page was opened.
fn session(desk: Desk) -> AnyView {
    let line = move || {
        let entry = &text().entry;
        let session = desk.session.get();
        let minutes = f64::from(session.secs) / 60.0;
        let (papers, keys) = if session.secs == 0 {
            ("–".to_owned(), "–".to_owned())
        } else {
            (
                decimal(f64::from(session.papers) * 60.0 / minutes),
                decimal(f64::from(session.keys) / minutes),
            )
        };
        view! {
            {entry.session}
            ": "
            <strong data-figure="paper/typed" data-value=session.papers.to_string()>
                {number(session.papers as usize)}
            </strong>
            " "
            {entry.typed}
            " · "
            <strong data-figure="paper/an-hour">{papers}</strong>
            " "
            {entry.an_hour}
            " · "
            <strong data-figure="paper/keys-a-minute">{keys}</strong>
            " "
            {entry.keys_minute}
        }
    };
    view! { <p class="paper-session">{line}</p> }.into_any()
}

/// How many papers stand where.
#[derive(Debug, Default)]
struct Counts {
    waiting: Vec<Paper>,
    twice: Vec<[Entry; 2]>,
    settled: usize,
    others: usize,
}

fn count(desk: Desk) -> Counts {
    desk.standings.with(|all| {
        let mut counts = Counts::default();
        for (paper, standing) in all {
            match standing {
                Standing::Settled(..) if desk.is_ours(paper) => counts.settled += 1,
                Standing::Settled(..) => {}
                _ if !desk.is_ours(paper) => counts.others += 1,
                Standing::Waiting(_) => counts.waiting.push(paper.clone()),
                Standing::Twice(pair) => counts.twice.push((**pair).clone()),
            }
        }
        counts
    })
}

fn counts(desk: Desk, register: &Register) -> AnyView {
    let entry = &text().entry;
    let Counts {
        waiting,
        twice,
        settled,
        others,
    } = count(desk);
    let line = |mark: &'static str, count: usize, words: &'static str| {
        view! {
            <li>
                <strong data-figure=mark data-value=count.to_string()>
                    {number(count)}
                </strong>
                " "
                {words}
            </li>
        }
        .into_any()
    };
    let names: Vec<String> = waiting.iter().take(NAMED).map(name_of).collect();
    let more = waiting.len().saturating_sub(NAMED);
    let pairs: Vec<AnyView> = twice
        .iter()
        .map(|pair| {
            let name = pair
                .first()
                .map(|one| name_of(&one.paper))
                .unwrap_or_default();
            let pair = pair.clone();
            view! {
                <button
                    type="button"
                    class="secondary"
                    data-action="paper-compare"
                    on:click=move |_| desk.compare_now(pair.clone())
                >
                    {entry.compare}
                    " "
                    {name}
                </button>
            }
            .into_any()
        })
        .collect();
    let unreadable = register.unreadable.clone();
    let is_empty = register.records.is_empty();
    view! {
        <ul class="paper-counts">
            {line("paper/waiting", waiting.len(), entry.waiting)}
            {line("paper/twice", twice.len(), entry.twice)}
            {line("paper/settled", settled, entry.settled)}
            {(others > 0).then(|| line("paper/others", others, entry.other_version))}
            {(!unreadable.is_empty())
                .then(|| line("paper/unreadable", unreadable.len(), entry.unreadable))}
        </ul>
        {(!names.is_empty())
            .then(|| {
                let more = if more > 0 { format!(" … +{more}") } else { String::new() };
                view! {
                    <p data-paper="waiting">{entry.waiting_numbers} " " {names.join(", ")} {more}</p>
                }
            })}
        <div class="actions row">
            {pairs} {close(desk, waiting.len())}
            <button
                type="button"
                class="secondary"
                data-export="paper"
                prop:disabled=is_empty
                on:click=move |_| export(desk)
            >
                {entry.export}
            </button>
            {(!unreadable.is_empty())
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="secondary"
                            data-export="paper-unreadable"
                            on:click=move |_| {
                                let text = unreadable.join("\n\n");
                                drop(
                                    files::offer(
                                        "sipas_paper_unreadable.txt",
                                        "text/plain",
                                        text.as_bytes(),
                                    ),
                                );
                            }
                        >
                            {entry.unreadable_save}
                        </button>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Closing what waits, asked twice.
fn close(desk: Desk, waiting: usize) -> AnyView {
    let asked = RwSignal::new(false);
    let view = move || {
        let entry = &text().entry;
        if let Some((done, all)) = desk.closing.get() {
            return view! { <p role="status">{format!("{done}/{all}")}</p> }.into_any();
        }
        if waiting == 0 {
            return ().into_any();
        }
        if !asked.get() {
            return view! {
                <button
                    type="button"
                    class="secondary"
                    data-action="paper-settle"
                    on:click=move |_| asked.set(true)
                >
                    {entry.settle}
                </button>
            }
            .into_any();
        }
        view! {
            <div class="card" role="group" aria-labelledby="paper-settle">
                <p id="paper-settle">{number(waiting)} " " {entry.settle_what}</p>
                <div class="actions row">
                    <button
                        type="button"
                        class="secondary"
                        data-action="paper-settle-no"
                        on:click=move |_| asked.set(false)
                    >
                        {entry.settle_no}
                    </button>
                    <button
                        type="button"
                        class="primary"
                        data-action="paper-settle-yes"
                        on:click=move |_| desk.close_waiting()
                    >
                        {entry.settle_yes}
                    </button>
                </div>
            </div>
        }
        .into_any()
    };
    view! { {view} }.into_any()
}

fn export(desk: Desk) {
    let bytes = desk
        .standings
        .with_untracked(|all| desk.with_sheet(|sheet| paper::file(sheet, all)));
    let name = data::file_name(desk.staff, "paper-register");
    drop(files::offer(&name, "text/csv;charset=utf-8", &bytes));
}

/// Agreement and each person's figures.
fn agreement(desk: Desk) -> AnyView {
    let entry = &text().entry;
    let language = App::here().language().code();
    let (agreement, people) = desk.standings.with(|all| {
        let ours = all.iter().filter(|(paper, _)| desk.is_ours(paper));
        desk.with_sheet(|sheet| summary(sheet, ours.map(|(_, standing)| standing)))
    });
    let told = match agreement.rate() {
        None => view! { <p>{entry.no_agreement}</p> }.into_any(),
        Some(rate) => {
            let kappa = agreement.kappa().map_or_else(
                || entry.kappa_none.to_owned(),
                |kappa| number_text(kappa, 3, language),
            );
            view! {
                <p>
                    <strong data-figure="paper/twice-typed" data-value=agreement.papers.to_string()>
                        {number(agreement.papers as usize)}
                    </strong>
                    " "
                    {entry.papers_twice}
                    " · "
                    <strong data-figure="paper/agreement" data-value=rate.to_string()>
                        {percent_text(agreement.alike, agreement.cells, 2, language)
                            .map(|percent| signed(percent, language))}
                    </strong>
                    " "
                    {entry.cells_alike}
                    {format!(" ({}/{})", agreement.alike, agreement.cells)}
                    " · "
                    {entry.kappa}
                    ": "
                    <strong data-figure="paper/kappa">{kappa}</strong>
                </p>
            }
            .into_any()
        }
    };
    let rows: Vec<AnyView> = people
        .into_iter()
        .map(|(name, person)| {
            let speed = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), decimal);
            let mark = name.clone();
            view! {
                <tr data-person=mark>
                    <th scope="row">{name}</th>
                    <td>{number(person.entries as usize)}</td>
                    <td>{speed(person.papers_an_hour())}</td>
                    <td>{speed(person.keys_a_minute())}</td>
                    <td>{format!("{}/{}", person.mistakes, person.cells)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        {told}
        {(!rows.is_empty())
            .then(|| {
                view! {
                    <div class="scroll" tabindex="0" role="region" aria-label=entry.agreement>
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{entry.person}</th>
                                    <th scope="col">{entry.entries}</th>
                                    <th scope="col">{entry.an_hour}</th>
                                    <th scope="col">{entry.keys_minute}</th>
                                    <th scope="col">{entry.mistakes}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                }
            })}
    }
    .into_any()
}

/// For the results: how many papers of this campaign are typed in but not counted yet.
pub fn not_counted(staff: Staff) -> AnyView {
    let waiting = RwSignal::new(0);
    leptos::task::spawn_local(async move {
        let Ok(register) = register::read().await else {
            return;
        };
        let all = standings(&register.records);
        let open = all.iter().filter(|(paper, standing)| {
            paper.campaign == staff.setup.campaign.id && !matches!(standing, Standing::Settled(..))
        });
        waiting.try_set(open.count());
    });
    let line = move || {
        let count = waiting.get();
        (count > 0).then(|| {
            view! {
                <p class="warning" data-paper="not-counted">
                    <strong data-figure="paper/not-counted" data-value=count.to_string()>
                        {number(count)}
                    </strong>
                    " "
                    {text().entry.not_counted}
                    " "
                    <a href="#/staff/collect/paper">{text().entry.title}</a>
                </p>
            }
            .into_any()
        })
    };
    view! { {line} }.into_any()
}
