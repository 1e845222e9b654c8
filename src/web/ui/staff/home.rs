//! Collecting: open the survey on this device, see that these pages work without a network.

use super::{interview, response, text, update_offer};
use crate::state::staff::{Reading, Staff};
use leptos::prelude::*;

/// The staff's first page; `kept` says whether the staff's parts are kept for offline use.
pub fn page(kept: RwSignal<Option<Result<(), String>>>) -> AnyView {
    let staff: Staff = expect_context();
    let offline = move || match kept.get() {
        None => text().offline_working.to_owned(),
        Some(Ok(())) => text().offline_ready.to_owned(),
        Some(Err(detail)) => {
            let mut line = text().offline_failed.to_owned();
            line.push('(');
            line.push_str(&detail);
            line.push(')');
            line
        }
    };
    let set_aside = move || match staff.reading.get() {
        Reading::Read(stored) => stored.set_aside.len(),
        Reading::Not | Reading::Blocked => 0,
    };
    view! {
        <h1 tabindex="-1">{move || text().home_title}</h1>
        <p>{move || text().home_what}</p>
        <div class="actions row">
            <a class="primary" data-action="kiosk" href="#/staff/collect/kiosk">{move || text().open_kiosk}</a>
            <a class="secondary" data-action="survey" href="#/survey">
                {move || text().open_survey}
            </a>
            <a class="secondary" data-action="interviews" href="#/staff/collect/interview">
                {move || interview::text().title}
            </a>
        </div>
        {super::collect::section()}
        {super::paper::card()}
        {update_offer()}
        <p class="hint" role="status" data-screen="offline">{offline}</p>
        <Show when=move || { set_aside() != 0 }>
            <p class="warning">
                {move || set_aside().to_string()} " " {move || text().set_aside} ". "
                <a href="#/staff/data">{move || text().set_aside_save}</a>
            </p>
        </Show>
        {response::section()}
        <p>
            <a href="#/">{move || text().front}</a>
        </p>
    }
    .into_any()
}
