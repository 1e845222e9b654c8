//! Printing paper ballots: a batch with numbers from … to, as it will come out of the printer.

use super::ballot::{Printed, ballots};
use super::{Asked, choice, text};
use crate::platform::page as document;
use crate::state::app::App;
use crate::state::paper::settings;
use crate::state::staff::Staff;
use leptos::prelude::*;
use sipas_core::campaign::Place;

/// The most ballots printed at one time: more would take the browser too long.
const MOST: u32 = 500;

const UNIT: Asked = Asked {
    title: || text().unit,
    none: || text().by_hand,
    places: |campaign| &campaign.units,
};

const FIELD: Asked = Asked {
    title: || text().field,
    none: || text().by_hand,
    places: |campaign| &campaign.fields,
};

/// What is asked before printing.
#[derive(Debug, Clone, Copy)]
struct Batch {
    staff: Staff,
    batch: RwSignal<String>,
    from: RwSignal<String>,
    to: RwSignal<String>,
    unit: RwSignal<String>,
    field: RwSignal<String>,
}

impl Batch {
    /// First and last number; nothing where they make no range.
    fn range(self) -> Option<(u32, u32)> {
        let number = |text: RwSignal<String>| text.with(|text| text.trim().parse::<u32>().ok());
        let (from, to) = (number(self.from)?, number(self.to)?);
        (from >= 1 && to >= from && to - from < MOST).then_some((from, to))
    }

    fn printed(self) -> Printed {
        let language = App::here().language().code();
        let campaign = &self.staff.setup.campaign;
        let name = |places: &[Place], code: &str| {
            let found = places.iter().find(|place| place.code == code);
            found.map(|place| self.staff.setup.say(&place.label, language))
        };
        Printed {
            batch: self.batch.with(|batch| settings::clean_batch(batch)),
            unit: self.unit.with(|code| name(&campaign.units, code)),
            field: self.field.with(|code| name(&campaign.fields, code)),
            language,
        }
    }
}

/// The page.
pub fn page() -> AnyView {
    document::link_style("paper.css");
    let staff: Staff = expect_context();
    let campaign = &staff.setup.campaign;
    let batch = Batch {
        staff,
        batch: RwSignal::new(settings::batch()),
        from: RwSignal::new("1".to_owned()),
        to: RwSignal::new("20".to_owned()),
        unit: RwSignal::new(campaign.unit.clone().unwrap_or_default()),
        field: RwSignal::new(String::new()),
    };
    let said = move || match batch.range() {
        Some((from, to)) => {
            let count = (to - from + 1).to_string();
            [text().ready_before, &count, text().ready_after].concat()
        }
        None => [text().bad_range, " ", &MOST.to_string()].concat(),
    };
    let sheets = move || {
        let (from, to) = batch.range()?;
        let html = ballots(staff.setup, &batch.printed(), from, to);
        Some(view! { <div class="bp-all" inner_html=html></div> }.into_any())
    };
    view! {
        <div class="bp-controls">
            <h1 tabindex="-1">{move || text().print_title}</h1>
            <p>{move || text().print_what}</p>
            <form class="bp-form" on:submit=|event| event.prevent_default()>
                {input(|| text().batch, "batch", "text", batch.batch)}
                {input(|| text().from, "from", "numeric", batch.from)}
                {input(|| text().to, "to", "numeric", batch.to)}
                {choice(staff.setup, &UNIT, "unit", batch.unit)}
                {choice(staff.setup, &FIELD, "field", batch.field)}
            </form>
            <p class="hint">{move || text().batch_hint}</p>
            <div class="actions row">
                <button
                    type="button"
                    class="primary"
                    data-action="print"
                    prop:disabled=move || batch.range().is_none()
                    on:click=move |_| {
                        settings::keep_batch(&batch.batch.get_untracked());
                        document::next_frame(document::print);
                    }
                >
                    {move || text().print}
                </button>
                <a class="secondary" href="#/staff/collect/paper" data-action="paper">
                    {move || text().entry.title}
                </a>
            </div>
            <p role="status" data-screen="range">{said}</p>
            <p class="hint">{move || text().printer_hint}</p>
            <h2>{move || text().preview}</h2>
        </div>
        <div class="bp-preview scroll" tabindex="0" role="region" aria-label=move || text().preview>
            {sheets}
        </div>
    }
    .into_any()
}

fn input(
    title: fn() -> &'static str,
    name: &'static str,
    mode: &'static str,
    value: RwSignal<String>,
) -> AnyView {
    view! {
        <label>
            <span>{title}</span>
            <input
                type="text"
                inputmode=mode
                name=name
                autocomplete="off"
                prop:value=move || value.get()
                on:change=move |event| value.set(event_target_value(&event))
            />
        </label>
    }
    .into_any()
}
