//! The code one citizen scans: large, with a one-time ticket, a fresh one for the next person.

use super::{Choice, back, length, picture, styled, text};
use crate::state::tickets;
use leptos::prelude::*;

/// The page.
pub fn page() -> AnyView {
    styled();
    let choice = Choice::start();
    let ticket: RwSignal<Option<u64>> = RwSignal::new(None);
    let nth = RwSignal::new(1_u32);
    leptos::task::spawn_local(async move {
        // Those issued before must be known before one is added to them.
        tickets::recover().await;
        ticket.try_set(Some(tickets::issue()));
    });
    let code = move || {
        let known = ticket.get()?;
        let shown = choice.shown(Some(known));
        let words = choice.words();
        Some(view! {
            {picture(&shown)}
            <p class="words">{words}</p>
            {length(&shown.link)}
        })
    };
    view! {
        {back()}
        <h1 tabindex="-1">{move || text().code}</h1>
        <p>{move || text().code_what}</p>
        {choice.selects()}
        <p role="status" class="nth">
            {move || text().nth}
            <strong>{move || nth.get()}</strong>
        </p>
        <div class="actions row">
            <button
                type="button"
                class="primary"
                data-action="next-citizen"
                on:click=move |_| {
                    ticket.set(Some(tickets::issue()));
                    nth.update(|nth| *nth += 1);
                }
            >
                {move || text().next_citizen}
            </button>
            <a class="secondary" href="#/staff/collect/scan">
                {move || text().scan}
            </a>
        </div>
        {code}
    }
    .into_any()
}
