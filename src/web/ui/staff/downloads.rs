//! What leaves the page: the table as a file, and print.

use super::spoken;
use crate::platform::{files, page};
use crate::state::results::Shown;
use crate::text::results::sentences;
use leptos::prelude::*;
use sipas_formats::index_csv;

/// The buttons. Groups are told apart by what `by` names; `visible` says which may be seen.
pub fn row(shown: &Shown, by: &'static str, visible: &[bool]) -> AnyView {
    let text = sentences(spoken());
    let failed = RwSignal::new(false);
    let file = super::results::file_name(shown);
    let kept = StoredValue::new((shown.clone(), visible.to_vec()));
    let csv = move |_| {
        let written = kept.with_value(|(shown, visible)| {
            let found = &shown.found;
            let groups = if by.is_empty() {
                &[][..]
            } else {
                &found.groups
            };
            let least = shown.filter.least;
            index_csv::write_published(&found.report, by, groups, visible, least)
        });
        let name = [&file, ".csv"].concat();
        let done = files::offer(&name, "text/csv;charset=utf-8", written.as_bytes());
        failed.set(done.is_err());
    };
    view! {
        <div class="downloads">
            <button type="button" class="secondary" data-export="indices" on:click=csv>
                {text.csv}
            </button>
            <button
                type="button"
                class="secondary"
                data-action="print"
                on:click=|_| page::print()
            >
                {text.print}
            </button>
        </div>
        <p role="alert" class="problems">
            {move || failed.get().then_some(text.download_failed)}
        </p>
    }
    .into_any()
}
