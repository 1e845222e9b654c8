//! Drawing from a list of dossier numbers: the list is read and told, then how many, the seed, and the sample.

use super::super::super::report::fill;
use super::{listed, number, part_name, sheet, text};
use crate::platform::{files, page as document, paste};
use crate::state::campaigns::Kept;
use crate::state::sample::{self as state, Desk, Drawn, Progress, Source};
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::campaign::plan::{USUAL_MARGIN, sample_size};
use sipas_core::quota::UnitQuota;
use sipas_formats::dossier_list::DossierList;
use sipas_formats::sample_list::SampleList;
use std::sync::Arc;

/// Pasted texts of so many bytes are read without standing in the field; it would hold the page up.
const LONG: usize = 100_000;

/// What the section holds; a handle that can be copied anywhere.
#[derive(Clone, Copy)]
pub struct Draw {
    /// The staff's state.
    pub staff: Staff,
    /// The campaign.
    pub kept: StoredValue<Kept>,
    /// How far its sample is.
    progress: Memo<Progress>,
    /// Everything that stands on the desk.
    pub desk: RwSignal<Desk>,
    /// The share of a list that is read, while it is.
    pub reading: RwSignal<Option<f64>>,
    /// Why there is no list: no number in it, or a file of this name that is no text.
    pub refused: RwSignal<Option<Option<String>>>,
    /// Whether a draw was asked for, so that what is wrong is said.
    asked: RwSignal<bool>,
}

/// The section.
pub fn section(staff: Staff, kept: StoredValue<Kept>, progress: Memo<Progress>) -> AnyView {
    let draw = Draw {
        staff,
        kept,
        progress,
        desk: RwSignal::new(kept.with_value(state::desk)),
        reading: RwSignal::new(None),
        refused: RwSignal::new(None),
        asked: RwSignal::new(false),
    };
    on_cleanup(move || {
        if let Some(desk) = draw.desk.try_get_untracked() {
            state::leave(desk);
        }
    });
    let list = Memo::new(move |_| draw.desk.with(|desk| desk.list.clone()));
    let drawn = Memo::new(move |_| draw.desk.with(|desk| desk.drawn.clone()));
    view! {
        <section class="draw">
            <div class="no-print">
                <h2>{move || text().draw_title}</h2>
                <p class="note">{move || text().privacy}</p>
                {form(draw)}
                <div role="status" data-screen="sample-list">
                    {move || listed::said(draw)} {move || list.get().map(|list| listed::told(draw, &list))}
                </div>
                {move || {
                    list.get()
                        .filter(|list| list.unclear.is_empty())
                        .map(|list| choices(draw, &list))
                }}
            </div>
            {move || drawn.get().map(|drawn| sheet::view(draw, drawn))}
        </section>
    }
    .into_any()
}

impl Draw {
    /// Changes what stands on the desk.
    pub fn change(self, change: impl FnOnce(&mut Desk)) {
        self.desk.update(change);
    }

    /// Whether the sample was printed or saved.
    pub fn is_taken(self) -> bool {
        self.desk.with(|desk| desk.taken)
    }

    /// Reads a list that was typed, or comes from a file.
    fn read(self, typed: String, source: Source) {
        if self.reading.get_untracked().is_some() {
            return;
        }
        self.refused.set(None);
        self.reading.set(Some(0.0));
        self.asked.set(false);
        self.change(|desk| {
            desk.list = None;
            desk.drawn = None;
        });
        leptos::task::spawn_local(async move {
            let told = move |share| self.reading.try_set(Some(share)).is_none();
            let Some(list) = state::read(&typed, told).await else {
                return;
            };
            self.reading.try_set(None);
            if list.dossiers.is_empty() && list.unclear.is_empty() {
                self.refused.try_set(Some(None));
                return;
            }
            self.desk.try_update(|desk| {
                desk.source = source;
                desk.list = Some(Arc::new(list));
                desk.taken = false;
            });
            self.preset();
        });
    }

    /// Writes down how many are still needed in the unit, or what the formula says of the list.
    fn preset(self) {
        let count = self.desk.with_untracked(|desk| {
            let listed = desk.list.as_ref().map_or(0, |list| count_of(list));
            let needed = self.needed(desk.unit.as_deref());
            let count = needed.filter(|needed| *needed > 0);
            count.unwrap_or_else(|| self.by_formula(listed)).min(listed)
        });
        self.change(|desk| desk.count = count.to_string());
    }

    /// Ballots the plan still needs in a unit, or in all; nothing where it has no numbers for it.
    fn needed(self, unit: Option<&str>) -> Option<u32> {
        self.progress.with_untracked(|progress| {
            let own = |one: &&UnitQuota| unit.is_none_or(|unit| unit == one.unit);
            let units = progress.units.iter().filter(own);
            units.map(|one| one.missing).reduce(u32::saturating_add)
        })
    }

    /// The unit of a plan that has but one.
    fn only_unit(self) -> Option<String> {
        self.progress
            .with_untracked(|progress| match progress.units.as_slice() {
                [one] => Some(one.unit.clone()),
                _ => None,
            })
    }

    fn by_formula(self, listed: u32) -> u32 {
        let margin = self.kept.with_value(|kept| kept.plan.margin);
        sample_size(listed, margin.unwrap_or(USUAL_MARGIN))
    }

    /// The name of a unit of the plan, or of all.
    pub fn unit_name(self, unit: Option<&str>) -> String {
        let name = |unit| self.kept.with_value(|kept| part_name(kept, unit));
        unit.map_or_else(|| text().all_units.to_owned(), name)
    }

    /// Draws; what is wrong is said beside it.
    fn draw(self) {
        self.asked.set(true);
        let drawn = self.desk.with_untracked(|desk| {
            let list = desk.list.as_ref()?;
            let (wanted, seed) = (count(desk, list)?, seed(&desk.seed)?);
            let spread = desk.spread && list.has_groups();
            Some(Drawn {
                sample: SampleList {
                    drawn: list
                        .draw(wanted, seed, spread)
                        .into_iter()
                        .cloned()
                        .collect(),
                    listed: count_of(list),
                    seed,
                    spread,
                },
                unit: desk.unit.clone().or_else(|| self.only_unit()),
            })
        });
        if let Some(drawn) = drawn {
            self.change(|desk| {
                desk.drawn = Some(Arc::new(drawn));
                desk.taken = false;
            });
            document::focus_after_paint("[data-sample=drawn]", false);
        }
    }
}

fn count_of(list: &DossierList) -> u32 {
    u32::try_from(list.dossiers.len()).unwrap_or(u32::MAX)
}

/// How many to draw, as typed; nothing where it is none or more than there are.
fn count(desk: &Desk, list: &DossierList) -> Option<u32> {
    let typed = sipas_formats::pasted::whole(&desk.count)?;
    (1..=count_of(list)).contains(&typed).then_some(typed)
}

/// A seed as typed, with or without spaces.
fn seed(typed: &str) -> Option<u64> {
    let digits: String = typed.chars().filter(|one| !one.is_whitespace()).collect();
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| plain)
}

fn form(draw: Draw) -> AnyView {
    let text_of_desk = draw.desk.with_untracked(|desk| desk.text.clone());
    let typed = RwSignal::new(text_of_desk);
    let busy = move || draw.reading.get().is_some();
    view! {
        <form
            class="form"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                let text = typed.get_untracked();
                draw.change(|desk| desk.text.clone_from(&text));
                draw.read(text, Source::Field);
            }
        >
            <label for="sample-list">{move || text().list}</label>
            <p class="hint" id="sample-list-hint">
                {move || text().list_hint}
            </p>
            <textarea
                id="sample-list"
                name="sample-list"
                rows="8"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="sample-list-hint"
                prop:value=move || typed.get()
                on:paste=move |event| {
                    if let Some(text) = paste::long(&event, LONG) {
                        typed.set(String::new());
                        draw.change(|desk| desk.text.clear());
                        draw.read(text, Source::Paste);
                    }
                }
                on:input=move |event| typed.set(event_target_value(&event))
            ></textarea>
            <div class="actions row">
                <button
                    type="submit"
                    class="primary"
                    data-action="sample-read"
                    prop:disabled=busy
                >
                    {move || text().read}
                </button>
                <label class="file secondary">
                    <span>{move || text().open}</span>
                    <input
                        type="file"
                        accept=".csv,.txt,.tsv,text/csv,text/plain"
                        data-import="dossiers"
                        prop:disabled=busy
                        on:change=move |event| {
                            files::chosen(
                                &event,
                                move |name, content| match state::decoded(&content) {
                                    Some(text) => draw.read(text, Source::File(name)),
                                    None => draw.refused.set(Some(Some(name))),
                                },
                            );
                        }
                    />
                </label>
                <button
                    type="button"
                    class="secondary"
                    data-action="sample-forget"
                    prop:disabled=busy
                    on:click=move |_| {
                        typed.set(String::new());
                        draw.refused.set(None);
                        draw.change(|desk| {
                            desk.text.clear();
                            desk.list = None;
                            desk.drawn = None;
                        });
                        document::focus_now("#sample-list");
                    }
                >
                    {move || text().forget}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// How many, for which unit, and the seed.
fn choices(draw: Draw, list: &Arc<DossierList>) -> AnyView {
    let listed = count_of(list);
    let has_groups = list.has_groups();
    let of = move |get: fn(&Desk) -> String| move || draw.desk.with(get);
    let wrong_count = {
        let list = Arc::clone(list);
        move || {
            let wrong = draw.asked.get() && draw.desk.with(|desk| count(desk, &list).is_none());
            wrong.then(|| {
                let line = fill(text().bad_count, &[&number(listed)]);
                view! { <p class="warning">{line}</p> }
            })
        }
    };
    let wrong_seed = move || {
        let wrong = draw.asked.get() && draw.desk.with(|desk| seed(&desk.seed).is_none());
        wrong.then(|| view! { <p class="warning">{text().bad_seed}</p> })
    };
    let plan = move || {
        draw.progress.track();
        let unit = draw.desk.with(|desk| desk.unit.clone());
        let needed = draw.needed(unit.as_deref())?;
        let name = draw.unit_name(unit.as_deref());
        Some(fill(text().count_plan, &[&number(needed), &name]))
    };
    let by_list = move || {
        let needed = draw.by_formula(listed);
        fill(text().count_list, &[&number(listed), &number(needed)])
    };
    view! {
        <form
            class="form sample-choices"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                draw.draw();
            }
        >
            {move || unit_choice(draw)}
            <div class="pair">
                <label>
                    <span>{move || text().count}</span>
                    <input
                        type="text"
                        inputmode="numeric"
                        name="sample-count"
                        aria-describedby="sample-count-hint"
                        prop:value=of(|desk| desk.count.clone())
                        on:input=move |event| {
                            draw.change(|desk| desk.count = event_target_value(&event));
                        }
                    />
                </label>
                <label>
                    <span>{move || text().seed}</span>
                    <input
                        type="text"
                        inputmode="numeric"
                        name="sample-seed"
                        aria-describedby="sample-seed-hint"
                        prop:value=of(|desk| desk.seed.clone())
                        on:input=move |event| {
                            draw.change(|desk| desk.seed = event_target_value(&event));
                        }
                    />
                </label>
            </div>
            <p class="hint" id="sample-count-hint">
                {plan}
                " "
                {by_list}
            </p>
            <p class="hint" id="sample-seed-hint">
                {move || text().seed_hint}
            </p>
            {has_groups
                .then(|| {
                    view! {
                        <label class="option">
                            <input
                                type="checkbox"
                                name="sample-spread"
                                prop:checked=move || draw.desk.with(|desk| desk.spread)
                                on:change=move |event| {
                                    draw.change(|desk| desk.spread = event_target_checked(&event));
                                }
                            />
                            <span>{move || text().spread}</span>
                        </label>
                    }
                })}
            <div role="alert">{wrong_count} {wrong_seed}</div>
            <p class="actions row">
                <button type="submit" class="primary" data-action="sample-draw">
                    {move || text().draw}
                </button>
            </p>
        </form>
    }
    .into_any()
}

/// The units of the plan, where there are several.
fn unit_choice(draw: Draw) -> Option<AnyView> {
    let units: Vec<String> = draw
        .progress
        .with(|progress| progress.units.iter().map(|one| one.unit.clone()).collect());
    if units.len() < 2 {
        return None;
    }
    let chosen = draw.desk.with_untracked(|desk| desk.unit.clone());
    let option = |value: String, unit: Option<&String>| {
        let selected = unit == chosen.as_ref();
        let name = draw.unit_name(unit.map(String::as_str));
        view! {
            <option value=value prop:selected=selected>
                {name}
            </option>
        }
        .into_any()
    };
    let mut options = vec![option(String::new(), None)];
    for (place, unit) in units.iter().enumerate() {
        options.push(option(place.to_string(), Some(unit)));
    }
    Some(
        view! {
            <label>
                <span>{text().unit}</span>
                <select
                    name="sample-unit"
                    on:change=move |event| {
                        let place = event_target_value(&event).parse().ok();
                        let unit = place.and_then(|place: usize| units.get(place).cloned());
                        draw.change(|desk| desk.unit = unit);
                        draw.preset();
                    }
                >
                    {options}
                </select>
            </label>
        }
        .into_any(),
    )
}
