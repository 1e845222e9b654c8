//! Collecting from citizens' phones: the code to show, the codes to scan, the poster to print.

pub mod code;
pub mod poster;
pub mod scan;
pub(super) mod scan_door;

use crate::platform::page;
use crate::state::app::App;
use crate::state::collect::{self, Shown};
use crate::state::staff::Staff;
use crate::text::collect::{CollectText, sentences};
use crate::ui::html::Html;
use crate::ui::qr;
use leptos::prelude::*;
use sipas_core::campaign::Place;

/// The sentences in the present language.
pub fn text() -> &'static CollectText {
    sentences(App::here().language())
}

/// The section on the collecting page that leads to the others.
pub fn section() -> AnyView {
    let way = |address: &'static str, title: fn() -> &'static str, class: &'static str| {
        view! {
            <a class=class href=address>
                {title}
            </a>
        }
        .into_any()
    };
    view! {
        <section class="card" data-section="phones">
            <h2>{move || text().phones}</h2>
            <p>{move || text().phones_what}</p>
            <div class="actions row">
                {way("#/staff/collect/code", || text().code, "primary")}
                {way("#/staff/collect/scan", || text().scan, "primary")}
                {way("#/staff/collect/poster", || text().poster, "secondary")}
            </div>
        </section>
    }
    .into_any()
}

/// The way back to collecting.
fn back() -> AnyView {
    view! {
        <p class="screen-only">
            <a href="#/staff/collect">"‹ " {move || text().back}</a>
        </p>
    }
    .into_any()
}

/// Loads what these pages are styled with.
fn styled() {
    page::link_style("hand.css");
    page::link_style("collect.css");
}

/// Unit and field a code presets, as the clerk chooses them.
#[derive(Debug, Clone, Copy)]
struct Choice {
    staff: Staff,
    unit: RwSignal<String>,
    field: RwSignal<String>,
    /// Whether phones can ask for the field.
    asks: RwSignal<bool>,
}

impl Choice {
    fn start() -> Self {
        let staff: Staff = expect_context();
        let campaign = &staff.setup.campaign;
        let first = campaign.units.first().map(|unit| unit.code.clone());
        let choice = Self {
            staff,
            unit: RwSignal::new(campaign.unit.clone().or(first).unwrap_or_default()),
            field: RwSignal::new(String::new()),
            asks: RwSignal::new(true),
        };
        leptos::task::spawn_local(async move {
            let known = collect::phones_know_fields(staff.setup).await;
            choice.asks.try_set(known);
        });
        choice
    }

    fn shown(self, ticket: Option<u64>) -> Shown {
        let (unit, field) = (self.unit.get(), self.field.get());
        collect::show(self.staff.setup, &unit, &field, self.asks.get(), ticket)
    }

    /// What is written below the code: unit and field in words.
    fn words(self) -> String {
        let campaign = &self.staff.setup.campaign;
        let named = |places: &'static [Place], code: &str| {
            let place = places.iter().find(|place| place.code == code);
            place.map(|place| self.say(place))
        };
        let unit = named(&campaign.units, &self.unit.get());
        let field = named(&campaign.fields, &self.field.get());
        let words: Vec<String> = [unit, field].into_iter().flatten().collect();
        words.join(" · ")
    }

    fn say(self, place: &Place) -> String {
        let language = App::here().language().code();
        self.staff.setup.say(&place.label, language)
    }

    fn selects(self) -> AnyView {
        let campaign = &self.staff.setup.campaign;
        let unit = (!campaign.units.is_empty()).then(|| {
            select(
                || text().unit,
                "code-unit",
                self.unit,
                move || self.options(&campaign.units, text().no_unit),
            )
        });
        let none = move || {
            if self.asks.get() {
                text().field_asked
            } else {
                text().no_field
            }
        };
        let field = (!campaign.fields.is_empty()).then(|| {
            select(
                || text().field,
                "code-field",
                self.field,
                move || self.options(&campaign.fields, none()),
            )
        });
        let unknown = move || !self.asks.get() && !campaign.fields.is_empty();
        view! {
            {(unit.is_some() || field.is_some())
                .then(|| view! { <div class="filter screen-only">{unit} {field}</div> })}
            <Show when=unknown>
                <p class="hint screen-only">{move || text().fields_unknown}</p>
            </Show>
        }
        .into_any()
    }

    fn options(self, places: &'static [Place], none: &'static str) -> Vec<(String, String)> {
        let mut options = vec![(String::new(), none.to_owned())];
        options.extend(
            places
                .iter()
                .map(|place| (place.code.clone(), self.say(place))),
        );
        options
    }
}

fn select(
    title: fn() -> &'static str,
    name: &'static str,
    value: RwSignal<String>,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
) -> AnyView {
    let options = move || {
        options()
            .into_iter()
            .map(|(code, label)| {
                let chosen = value.with_untracked(|value| *value == code);
                view! {
                    <option value=code selected=chosen>
                        {label}
                    </option>
                }
                .into_any()
            })
            .collect_view()
    };
    view! {
        <label>
            <span>{title}</span>
            <select name=name on:change=move |event| value.set(event_target_value(&event))>
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// A code with the length of its address; or that it is too long.
fn picture(shown: &Shown) -> AnyView {
    let Some(code) = &shown.code else {
        return view! { <p class="warning">{text().too_long}</p> }.into_any();
    };
    let mut html = Html::default();
    qr::write(&mut html, code, text().code_alt);
    view! { <div class="code" data-link=shown.link.clone() inner_html=html.finish()></div> }
        .into_any()
}

/// How long an address is, and the address itself to look at.
fn length(link: &str) -> AnyView {
    view! {
        <div class="screen-only">
            <p class="hint" data-figure="link/length" data-value=link.chars().count().to_string()>
                {text().length}
                {link.chars().count()}
                {text().length_after}
            </p>
            <details>
                <summary>{text().address}</summary>
                <p class="address">{link.to_owned()}</p>
            </details>
        </div>
    }
    .into_any()
}
