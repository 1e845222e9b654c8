//! The plan as files for other programs: a document, its annex as a workbook and as a table.

use super::super::report::{fill, place_date};
use super::editor::Editor;
use super::item;
use super::list::text;
use crate::platform::{clock, files};
use crate::state::exports::{self, Sheet};
use crate::state::staff::Staff;
use crate::text::plan_editing::EditingText;
use crate::text::report;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::plan::{ActionPlan, HeadPart, Item, Place};
use sipas_core::questionnaire::Questionnaire;
use sipas_core::selection::Day;
use sipas_formats::annex::Annex;
use sipas_formats::day::shown_day;
use sipas_formats::file_name::file_name;
use sipas_formats::plan_docx::{self, PlanWords};
use sipas_formats::plan_record;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Docx,
    Xlsx,
    Csv,
    Json,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Docx, Self::Xlsx, Self::Csv, Self::Json];

    const fn ending(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
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
                        let made = editor.plan.with_untracked(|plan| plan.as_ref().map(|plan| make(editor.staff, &[editor.staff.questionnaire.get_untracked()], plan, kind)));
                        leptos::task::spawn_local(async move {
                            if let Some(made) = made {
                                failed.try_set(save(made, kind).await.err());
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

/// A file, or what a workbook is still to be made of by a part of the program that is loaded for it.
struct Made {
    name: String,
    bytes: Vec<u8>,
    annex: Option<(Annex, String, &'static EditingText)>,
}

/// Everything that needs the page's language is done here: later there may be no page.
fn make(staff: Staff, known: &[&Questionnaire], plan: &ActionPlan, kind: Kind) -> Made {
    let words = text();
    let title = plan.text(Place::Head(HeadPart::Title));
    let id = plan.id().get(..8).unwrap_or_default();
    let (bytes, annex) = match kind {
        Kind::Docx => (
            plan_docx::write(plan, &document_words(), &|item| {
                item_words(staff, known, item)
            }),
            None,
        ),
        Kind::Json => (plan_record::write(plan).into_bytes(), None),
        Kind::Csv => (Annex::of(plan).csv(&words.headings).into_bytes(), None),
        Kind::Xlsx => (Vec::new(), Some((Annex::of(plan), title.to_owned(), words))),
    };
    Made {
        name: file_name(title, id, clock::now(), kind.ending()),
        bytes,
        annex,
    }
}

/// The plan's document and its annex as a table, for a package.
pub fn for_package(staff: Staff, known: &[&Questionnaire], plan: &ActionPlan) -> [Vec<u8>; 2] {
    [Kind::Docx, Kind::Csv].map(|kind| make(staff, known, plan, kind).bytes)
}

async fn save(made: Made, kind: Kind) -> Result<(), String> {
    let bytes = match made.annex {
        None => made.bytes,
        Some((annex, title, words)) => {
            exports::sheet(Sheet::Annex {
                annex,
                title,
                sheet: words.sheet,
                headings: words.headings,
                total: words.total,
            })
            .await?
        }
    };
    files::offer(&made.name, exports::media_type(kind.ending()), &bytes)
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

fn item_words(staff: Staff, known: &[&Questionnaire], item: &Item) -> (String, String) {
    let said = item
        .evidence
        .figure
        .map(|_| item::lines(staff, known, &item.evidence).join(" "));
    (item::name(item), said.unwrap_or_default())
}
