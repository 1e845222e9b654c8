//! Bars of the report, as vector drawings that stay sharp on paper and can be told apart in grey.

use leptos::prelude::*;
use sipas_core::chart::Bar;
use sipas_core::index::Figure;

/// Width of a rate's bar, in the drawing's own units.
const RATE_WIDTH: f64 = 300.0;

/// Width of a distribution's bar; it stands in a narrow column, so its numbers are larger.
const SHARES_WIDTH: f64 = 160.0;

/// Shares narrower than this have no number inside.
const LEAST_LABELLED: f64 = 0.11;

/// A named rate in a figure of bars.
pub struct Row {
    /// What it is the rate of.
    pub name: String,
    /// The rate as people read it.
    pub shown: String,
    /// The rate; nothing where it is hidden or has no value.
    pub figure: Option<Figure>,
}

/// Bars from 0 to 100 %, each with its interval; `label` says what the figure shows.
pub fn rates(rows: &[Row], label: &str) -> AnyView {
    let lines = rows
        .iter()
        .map(|row| {
            view! {
                <div class="bar">
                    <span class="bar-name">{row.name.clone()}</span>
                    {row.figure.as_ref().map(rate)}
                    <span class="bar-value">{row.shown.clone()}</span>
                </div>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <div class="bars" role="img" aria-label=label.to_owned()>
            {lines}
        </div>
    }
    .into_any()
}

fn rate(figure: &Figure) -> AnyView {
    let value = figure.value.unwrap_or_default();
    let beside = figure.beside();
    let limits = beside.or_else(|| figure.interval.ok());
    let whisker = limits.map(|limits| {
        let at = |share: f64| units(share.clamp(0.0, 1.0), RATE_WIDTH);
        let (low, high) = (at(limits.low), at(limits.high));
        view! {
            <path class="whisker" d=format!("M{low} 11H{high}M{low} 6V16M{high} 6V16") />
        }
    });
    view! {
        <svg viewBox="-2 0 304 22" aria-hidden="true" focusable="false">
            <rect class="track" x="0" y="2" width="300" height="18" />
            <rect class="rate" x="0" y="2" width=units(value, RATE_WIDTH) height="18" />
            {whisker}
        </svg>
    }
    .into_any()
}

/// A criterion's levels from worst to best as parts of one bar.
pub fn shares(bar: &Bar) -> AnyView {
    let parts = bar
        .parts
        .iter()
        .map(|part| {
            let width = part.to - part.from;
            let middle = units((part.from + part.to) / 2.0, SHARES_WIDTH);
            let label = (width >= LEAST_LABELLED).then(|| {
                let percent = (width * 100.0).round().to_string();
                view! {
                    <text class="share" data-tone=part.tone.to_string() x=middle y="16">
                        {percent}
                    </text>
                }
            });
            view! {
                {tone(part.tone, [part.from, part.to], 22)}
                {label}
            }
            .into_any()
        })
        .collect_view();
    view! {
        <svg class="shares" viewBox="0 0 160 22" aria-hidden="true" focusable="false">
            {parts}
        </svg>
    }
    .into_any()
}

/// One level's colour in a legend.
pub fn swatch(level: u8) -> AnyView {
    view! {
        <svg class="key" viewBox="0 0 30 22" aria-hidden="true" focusable="false">
            {tone(level, [0.0, 0.1875], 22)}
        </svg>
    }
    .into_any()
}

/// A stretch in a level's colour; the two worst are striped, so that both ends can be told apart in
/// grey.
fn tone(tone: u8, [from, to]: [f64; 2], height: u32) -> AnyView {
    let stripes = (tone <= 2).then(|| {
        let line = format!(
            "M{} {}H{}",
            units(from, SHARES_WIDTH),
            height / 2,
            units(to, SHARES_WIDTH)
        );
        view! { <path class="stripes" d=line /> }
    });
    view! {
        <rect
            class="part"
            data-tone=tone.to_string()
            x=units(from, SHARES_WIDTH)
            y="1"
            width=units(to - from, SHARES_WIDTH)
            height=(height - 2).to_string()
        />
        {stripes}
    }
    .into_any()
}

/// A share of a bar's width in the drawing's units, to a hundredth.
fn units(share: f64, width: f64) -> String {
    let hundredths = (share * width * 100.0).round();
    (hundredths / 100.0).to_string()
}
