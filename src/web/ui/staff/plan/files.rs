//! The plan as files for other programs: a document, its annex as a workbook and as a table.

use super::super::report::{fill, place_date};
use super::editor::Editor;
use super::item;
use super::list::text;
use crate::platform::{clock, files};
use crate::state::exports;
use crate::text::report;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::plan::{ActionPlan, HeadPart, Item, Place};
use sipas_core::selection::Day;
use sipas_formats::annex::Annex;
use sipas_formats::day::shown_day;
use sipas_formats::file_name::file_name;
use sipas_formats::plan_docx::{self, PlanWords};

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Docx,
    Xlsx,
    Csv,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Docx, Self::Xlsx, Self::Csv];

    const fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
        }
    }
}

/// A button for each.
pub fn buttons(editor: Editor) -> AnyView {
    let failed: RwSignal<Option<String>> = RwSignal::new(None);
    let buttons: Vec<AnyView> = Kind::ALL
        .into_iter()
        .enumerate()
        .map(|(at, kind)| {
            view! {
                <button
                    type="button"
                    class="secondary"
                    data-export=["plan-", kind.ending()].concat()
                    on:click=move |_| {
                        let plan = editor.plan.get_untracked();
                        leptos::task::spawn_local(async move {
                            if let Some(plan) = plan {
                                failed.try_set(save(&plan, kind).await.err());
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
        <div class="actions row no-print">{buttons}</div>
        <p role="alert" class="problems no-print">
            {move || failed.get().map(|why| fill(text().file_failed, &[&why]))}
        </p>
    }
    .into_any()
}

async fn save(plan: &ActionPlan, kind: Kind) -> Result<(), String> {
    let words = text();
    let title = plan.text(Place::Head(HeadPart::Title));
    let bytes = match kind {
        Kind::Docx => plan_docx::write(plan, &document_words(), &item_words),
        Kind::Csv => Annex::of(plan).csv(&words.headings).into_bytes(),
        Kind::Xlsx => {
            let annex = Annex::of(plan);
            exports::annex(
                annex,
                title.to_owned(),
                words.sheet,
                words.headings,
                words.total,
            )
            .await?
        }
    };
    let name = file_name(
        title,
        plan.id().get(..8).unwrap_or_default(),
        clock::now(),
        kind.ending(),
    );
    files::offer(&name, kind.media_type(), &bytes)
}

fn document_words() -> PlanWords<'static> {
    let words = text();
    let office = report::sentences(spoken());
    let [purpose, items, carrying, next] = words.sections;
    let [_, aim, task, actions, product, lead, with, due, cost, ..] = words.item_parts;
    PlanWords {
        country: office.nation,
        motto: office.motto,
        number: office.number,
        kind: words.kind,
        purpose,
        items,
        carrying,
        parts: [aim, task, actions, product, lead, with, due, cost],
        million: words.million,
        next,
        recipients: office.recipients,
        annex: words.annex,
        headings: words.headings,
        total: words.total,
        signed: |place, day| {
            let office = report::sentences(spoken());
            let place = if place.is_empty() {
                office.place_blank
            } else {
                place
            };
            place_date(place, day.unwrap_or_else(|| Day::at(clock::now())))
        },
        days: |from, until| {
            let days: Vec<String> = [from, until].into_iter().flatten().map(shown_day).collect();
            fill(text().next, &[&days.join(" – ")])
        },
    }
}

fn item_words(item: &Item) -> (String, String) {
    let said = item
        .evidence
        .figure
        .map(|_| item::lines(&item.evidence).join(" "));
    (item::name(item), said.unwrap_or_default())
}
