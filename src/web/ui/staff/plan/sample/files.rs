//! The drawn sample printed, as CSV and as a workbook.

use super::super::super::report::fill;
use super::draw::Draw;
use super::{sheet, text};
use crate::platform::{clock, files, page as document};
use crate::state::exports;
use crate::state::sample::{self as state, Drawn};
use leptos::prelude::*;
use sipas_formats::file_name::file_name;
use sipas_formats::xlsx::sample::SampleWords;
use std::sync::Arc;

/// The buttons; printing only where the whole list is on the page.
pub fn buttons(draw: Draw, drawn: Arc<Drawn>, can_print: bool) -> AnyView {
    let failed: RwSignal<Option<String>> = RwSignal::new(None);
    let [print, csv, workbook] = [0, 1, 2].map(|at| move || text().take.get(at).copied());
    let done = move |result: Result<(), String>| {
        if result.is_ok() {
            draw.change(|desk| desk.taken = true);
        }
        failed.try_set(result.err());
    };
    let (for_csv, for_workbook) = (Arc::clone(&drawn), drawn);
    let save_csv = move |_| {
        let words = text();
        let table = for_csv.sample.csv(&words.headings, words.drawing);
        done(files::offer(
            &name(draw, &for_csv, "csv"),
            exports::media_type("csv"),
            table.as_bytes(),
        ));
    };
    let save_workbook = move |_| {
        // Everything that needs the page's language is done here: later there may be no page.
        let words = text();
        let name = name(draw, &for_workbook, "xlsx");
        let sample = for_workbook.sample.clone();
        let words = SampleWords {
            sheets: words.sheets,
            title: words.title.to_owned(),
            headings: words.headings,
            drawing: sheet::terms(draw, &for_workbook),
        };
        leptos::task::spawn_local(async move {
            let kind = exports::media_type("xlsx");
            done(match state::workbook(sample, words).await {
                Ok(made) => files::offer(&name, kind, &made),
                Err(why) => Err(why),
            });
        });
    };
    view! {
        <div class="actions row">
            {can_print
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="primary"
                            data-action="sample-print"
                            on:click=move |_| {
                                document::print();
                                draw.change(|desk| desk.taken = true);
                            }
                        >
                            {print}
                        </button>
                    }
                })}
            <button type="button" class="secondary" data-export="sample-csv" on:click=save_csv>
                {csv}
            </button>
            <button
                type="button"
                class="secondary"
                data-export="sample-xlsx"
                on:click=save_workbook
            >
                {workbook}
            </button>
        </div>
        <p role="alert" class="problems">
            {move || failed.get().map(|why| fill(text().failed, &[&why]))}
        </p>
    }
    .into_any()
}

/// The file's name: what it is, campaign and seed, the unit, the day.
fn name(draw: Draw, drawn: &Drawn, extension: &str) -> String {
    let campaign = draw.kept.with_value(|kept| kept.campaign.id.clone());
    let which = ["mau-", &campaign].concat();
    let unit = drawn.unit.as_deref().unwrap_or_default();
    let seed = drawn.sample.seed.to_string();
    let unit = unit.rsplit('/').next().unwrap_or_default();
    file_name(
        &which,
        &[unit, " ", &seed].concat(),
        clock::now(),
        extension,
    )
}
