//! Figures as they stand on a page: the text people read and the exact value beside it.

use leptos::prelude::*;
use sipas_core::index::{Figure, Missing, Rate, percent_value};

/// A figure with its mark for tests and its explanation as a title.
pub fn rate(name: String, figure: &Figure, language: &'static str, none: &'static str) -> AnyView {
    let percent = figure.percent(language).ok();
    let shown = percent.map_or_else(
        || none.to_owned(),
        |mut text| {
            text.push_str(if language == "en" { "%" } else { " %" });
            text
        },
    );
    let value = figure
        .value
        .map(|value| value.to_string())
        .unwrap_or_default();
    let interval = figure.interval.ok();
    view! {
        <span
            class="figure"
            data-figure=name
            data-value=value
            data-low=interval.map(|one| one.low.to_string())
            data-high=interval.map(|one| one.high.to_string())
        >
            {shown}
        </span>
    }
    .into_any()
}

/// "67,37 – 92,91 %", cut to 0–100; a dash where there is no interval.
///
/// A figure of exactly 0 or 1 shows the exact interval instead of a linearised one of no width.
pub fn interval(figure: &Figure, language: &str) -> String {
    let beside = figure.beside();
    let Some(interval) = beside.as_ref().or(figure.interval.as_ref().ok()) else {
        return "–".to_owned();
    };
    let limit = |share: f64| percent_value(share.clamp(0.0, 1.0), language);
    let mut text = limit(interval.low);
    text.push_str(" – ");
    text.push_str(&limit(interval.high));
    text.push_str(if language == "en" { "%" } else { " %" });
    text
}

/// "26 / 31" in the language's way of writing numbers.
pub fn fraction(of: Rate, language: &str) -> String {
    let mut text = super::grouped(of.satisfied, language);
    text.push_str(" / ");
    text.push_str(&super::grouped(of.counted, language));
    text
}

/// Blank and not-applicable counts as a cell each.
pub fn missing(of: Missing, language: &str) -> (String, String) {
    (
        super::grouped(of.blank, language),
        super::grouped(of.not_applicable, language),
    )
}
