//! A poster to print: the same code without a ticket, in Vietnamese and English.

use super::{Choice, back, length, picture, styled, text};
use crate::platform::scanner;
use crate::state::staff::Staff;
use crate::text::Language;
use crate::text::collect::{POSTER, PosterText};
use crate::ui::staff::naming;
use leptos::prelude::*;

/// Paper sizes.
const PAPER: [&str; 2] = ["A4", "A5"];

/// The page.
pub fn page() -> AnyView {
    styled();
    let choice = Choice::start();
    let paper = RwSignal::new(PAPER[0]);
    let sizes = PAPER
        .into_iter()
        .map(|size| {
            view! {
                <label class="option">
                    <input
                        type="radio"
                        name="paper"
                        value=size
                        prop:checked=move || paper.get() == size
                        on:change=move |_| paper.set(size)
                    />
                    <span>{size}</span>
                </label>
            }
            .into_any()
        })
        .collect_view();
    let campaign = &choice.staff.setup.campaign;
    let place = if campaign.counter.is_empty() {
        campaign.name.get("vi").to_owned()
    } else {
        campaign.counter.clone()
    };
    let shown = move || choice.shown(None);
    view! {
        {back()}
        <h1 tabindex="-1" class="screen-only">
            {move || text().poster}
        </h1>
        <p class="screen-only">{move || text().poster_what}</p>
        {choice.selects()}
        <fieldset class="paper-size screen-only">
            <legend>{move || text().paper}</legend>
            {sizes}
        </fieldset>
        <div class="actions row">
            <button
                type="button"
                class="primary"
                data-action="print"
                on:click=move |_| scanner::print()
            >
                {move || text().print}
            </button>
        </div>
        <article class="poster" data-paper=move || paper.get()>
            <p class="poster-place"><span lang="vi">{place}</span> {move || {
                let words = choice.words();
                (!words.is_empty()).then(|| format!(" · {words}"))
            }}</p>
            {POSTER.first().map(|one| head(choice.staff, one, Language::Vi))}
            {POSTER.last().map(|one| head(choice.staff, one, Language::En))}
            {move || picture(&shown())}
            <div class="poster-steps">
                {POSTER.first().map(|one| steps(one, "vi"))}
                {POSTER.last().map(|one| steps(one, "en"))}
            </div>
        </article>
        {move || length(&shown().link)}
    }
    .into_any()
}

fn head(staff: Staff, poster: &'static PosterText, language: Language) -> AnyView {
    let title = naming::heading(staff.setup, poster.title, language);
    view! {
        <p class="poster-title" lang=language.code()>
            {title}
        </p>
    }
    .into_any()
}

fn steps(poster: &'static PosterText, language: &'static str) -> AnyView {
    let steps = poster.steps.iter().map(|step| view! { <li>{*step}</li> });
    view! {
        <div lang=language>
            <ol>{steps.collect_view()}</ol>
            <p>{poster.voluntary}</p>
        </div>
    }
    .into_any()
}
