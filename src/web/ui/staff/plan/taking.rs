//! Plans of other devices: from packages, or files of their own.

use super::super::report::fill;
use super::package::text;
use crate::platform::page;
use crate::platform::picked::picked;
use crate::state::packages;
use crate::state::plans::{self, Taken};
use leptos::prelude::*;

/// The button, and what came of it; `read` looks at the device's plans again.
pub fn view(read: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    page::link_style("import.css");
    let taken: RwSignal<Option<Taken>> = RwSignal::new(None);
    view! {
        <div class="import">
            <label class="file secondary">
                <span>{move || text().take_plans}</span>
                <input
                    type="file"
                    multiple
                    accept=".zip,.json,application/zip,application/json"
                    data-import="plans"
                    on:change=move |event| {
                        let files = picked(&event);
                        leptos::task::spawn_local(async move {
                            let texts = packages::plans_in(&files).await;
                            let found = plans::take(texts.iter().map(String::as_str));
                            taken.try_set(Some(found));
                            read();
                        });
                    }
                />
            </label>
            <p class="hint">{move || text().take_plans_hint}</p>
            <div role="status" data-screen="plans-taken">
                {move || taken.get().map(said)}
            </div>
        </div>
    }
    .into_any()
}

fn said(taken: Taken) -> AnyView {
    let words = text();
    let Taken {
        new,
        merged,
        refused,
    } = taken;
    let line = if new + merged + refused == 0 {
        words.taken_none.to_owned()
    } else {
        fill(words.taken, &[&new.to_string(), &merged.to_string()])
    };
    let done = if new + merged > 0 { "done" } else { "" };
    let refused = (refused > 0).then(|| {
        let line = fill(words.taken_refused, &[&refused.to_string()]);
        view! { <p class="warning">{line}</p> }
    });
    view! {
        <p class=done>{line}</p>
        {refused}
    }
    .into_any()
}
