//! Printing, and the table as files for other programs.

use super::super::super::report::fill;
use super::desk::{Desk, unit_words};
use super::text;
use crate::platform::{clock, files, page as document};
use crate::state::exports::{self, Sheet};
use leptos::prelude::*;
use sipas_formats::evaluation_table::EvaluationTable;
use sipas_formats::file_name::file_name;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Csv,
    Xlsx,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// The buttons.
pub fn view(desk: Desk) -> AnyView {
    let failed: RwSignal<Option<String>> = RwSignal::new(None);
    let buttons: Vec<AnyView> = Kind::ALL
        .into_iter()
        .enumerate()
        .map(|(at, kind)| {
            view! {
                <button
                    type="button"
                    class="secondary"
                    data-export=["evaluation-", kind.ending()].concat()
                    on:click=move |_| {
                        // Everything that needs the page's language is done here: later there may be no page.
                        let made = untrack(|| desk.table().map(|table| (table, name(desk, kind))));
                        let words = untrack(text);
                        leptos::task::spawn_local(async move {
                            if let Some((table, name)) = made {
                                let done = save(table, &name, kind, words.sheet_name, words.title).await;
                                failed.try_set(done.err());
                            }
                        });
                    }
                >
                    {move || text().files.get(at).copied()}
                </button>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="actions row no-print">
            <button
                type="button"
                class="primary"
                data-action="print"
                on:click=|_| document::print()
            >
                {move || text().print}
            </button>
            {buttons}
        </div>
        <p role="alert" class="problems no-print">
            {move || failed.get().map(|why| fill(text().file_failed, &[&why]))}
        </p>
        <p class="hint no-print office-link">
            {move || text().office_hint}
            " "
            <a href="#/staff/results/report">{move || text().office_link}</a>
        </p>
    }
    .into_any()
}

fn name(desk: Desk, kind: Kind) -> String {
    let shown = desk.shown.get();
    let quarter = shown
        .as_ref()
        .map(|shown| shown.period.key())
        .unwrap_or_default();
    let unit = shown
        .map(|shown| unit_words(desk.staff, &shown.unit))
        .unwrap_or_default();
    let about = [desk.questionnaire.id.as_str(), " ", &quarter].concat();
    file_name(&about, &unit, clock::now(), kind.ending())
}

async fn save(
    table: EvaluationTable,
    name: &str,
    kind: Kind,
    sheet: &'static str,
    title: &'static str,
) -> Result<(), String> {
    let bytes = match kind {
        Kind::Csv => table.csv().into_bytes(),
        Kind::Xlsx => {
            exports::sheet(Sheet::Evaluation {
                table,
                sheet,
                title,
            })
            .await?
        }
    };
    files::offer(name, exports::media_type(kind.ending()), &bytes)
}
