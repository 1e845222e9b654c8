//! Figures as they stand on a page: the text people read, the exact value beside it, and in words how
//! it was computed.

use super::grouped;
use crate::text::Language;
use crate::text::explaining::sentences;
use crate::text::results;
use crate::ui::html::Html;
use leptos::prelude::*;
use sipas_core::index::{
    Figure, Formula, Method, NoInterval, Rate, Undefined, number_text, percent_value,
};

/// `83,87 %`, or `83.87%` in English.
pub fn signed(mut percent: String, language: &str) -> String {
    percent.push_str(if language == "en" { "%" } else { " %" });
    percent
}

/// A share as a percentage with its sign.
pub fn share(share: f64, language: &str) -> String {
    signed(percent_value(share, language), language)
}

/// A figure as it is written; a dash where it has no value.
pub fn written(figure: &Figure, language: &str) -> String {
    let percent = figure.percent(language);
    percent.map_or_else(|_| "–".to_owned(), |percent| signed(percent, language))
}

/// `67,37 – 92,91 %`, cut to 0–100; a dash where there is no interval.
///
/// A figure of exactly 0 or 1 shows the exact interval instead of a linearised one of no width.
pub fn interval(figure: &Figure, language: &str) -> String {
    sipas_core::chart::limits(figure).map_or_else(
        || "–".to_owned(),
        |(low, high)| {
            let mut text = percent_value(low, language);
            text.push_str(" – ");
            text.push_str(&share(high, language));
            text
        },
    )
}

/// A figure with its mark for tests.
pub fn rate(name: String, figure: &Figure, language: &'static str, none: &'static str) -> AnyView {
    let percent = figure.percent(language);
    let shown = percent.map_or_else(|_| none.to_owned(), |percent| signed(percent, language));
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

/// `26 / 31` in the language's way of writing numbers.
pub fn fraction(of: Rate, language: &str) -> String {
    let mut text = grouped(of.satisfied, language);
    text.push_str(" / ");
    text.push_str(&grouped(of.counted, language));
    text
}

/// A mean score with two decimals.
pub fn score(value: Result<f64, Undefined>, language: &str) -> String {
    value.map_or_else(|_| "–".to_owned(), |value| number_text(value, 2, language))
}

/// Writes a figure with its marks: `data-figure`, `data-value`, `data-low`, `data-high`.
pub fn mark(html: &mut Html, name: &str, figure: &Figure, language: Language) {
    html.raw("<span class=figure data-figure=\"").text(name);
    html.raw("\" data-value=\"");
    if let Ok(value) = figure.value {
        html.text(&value.to_string());
    }
    html.raw("\"");
    if let Ok(known) = figure.interval {
        html.raw(" data-low=\"").text(&known.low.to_string());
        html.raw("\" data-high=\"").text(&known.high.to_string());
        html.raw("\"");
    }
    html.raw(">")
        .text(&written(figure, language.code()))
        .raw("</span>");
}

/// Writes a count with its marks.
pub fn count(html: &mut Html, name: &str, count: u64, language: Language) {
    html.raw("<span class=figure data-figure=\"").text(name);
    html.raw("\" data-value=\"").text(&count.to_string());
    html.raw("\">");
    html.text(&grouped(count, language.code()));
    html.raw("</span>");
}

/// Writes the button that opens the explanation with this figure's name.
pub fn how_button(html: &mut Html, name: &str, of: &str, language: Language) {
    html.raw("<button type=button class=how-button data-action=explain aria-expanded=false aria-controls=\"how-");
    html.text(name).raw("\" aria-label=\"");
    html.text(sentences(language).how).raw(": ").text(of);
    html.raw("\"><span aria-hidden=true>i</span></button>");
}

/// Writes the explanation of a figure, closed at first.
pub fn how(html: &mut Html, name: &str, figure: &Figure, language: Language) {
    html.raw("<p class=how id=\"how-").text(name);
    html.raw("\">");
    html.text(&explained(figure, language)).raw("</p>");
}

/// In words how a figure was computed.
pub fn explained(figure: &Figure, language: Language) -> String {
    let text = sentences(language);
    let code = language.code();
    match figure.value {
        Ok(_) => {}
        Err(Undefined::NoGeneralQuestion) => return text.no_general.to_owned(),
        Err(_) => return text.nothing.to_owned(),
    }
    let number = |count: u64| grouped(count, code);
    let mut out = String::new();
    let mut say = |parts: &[&str]| parts.iter().for_each(|part| out.push_str(part));
    match figure.formula {
        Formula::MeanOfCriteria => say(&[
            text.mean_of,
            &number(figure.averaged.into()),
            text.of_criteria,
        ]),
        Formula::MeanOfFactors => say(&[
            text.mean_of,
            &number(figure.averaged.into()),
            text.of_factors,
        ]),
        Formula::Pooled | Formula::General => {}
    }
    say(&[
        &number(figure.rate.satisfied),
        text.satisfied_of,
        &number(figure.rate.counted),
        text.counted_by,
        &number(figure.respondents),
        text.people,
        text.missing,
        &number(figure.missing.blank),
        text.blank,
        &number(figure.missing.not_applicable),
        text.not_applicable,
    ]);
    if !figure.left_out.is_empty() {
        say(&[" ", &number(figure.left_out.len() as u64), text.left_out]);
    }
    say(&[text.formula, formula_name(figure.formula, language), "."]);
    if let Some(exact) = figure.beside() {
        let (low, high) = (percent_value(exact.low, code), share(exact.high, code));
        say(&[text.interval, &low, " – ", &high, text.exact]);
        return out;
    }
    match figure.interval {
        Ok(known) => {
            say(&[text.interval, &interval(figure, code)]);
            match known.method {
                Method::Wilson => say(&[text.wilson]),
                Method::ClopperPearson => say(&[text.exact]),
                Method::Linearised => say(&[
                    text.linearised,
                    &percent_value(known.standard_error, code),
                    text.points,
                    &number(known.degrees.unwrap_or(0)),
                    text.degrees,
                ]),
            }
        }
        Err(NoInterval::NoAnswers | NoInterval::TotalsOnly | NoInterval::NoDegrees) => {
            say(&[text.alone]);
        }
    }
    out
}

/// What a formula is called.
pub fn formula_name(formula: Formula, language: Language) -> &'static str {
    let place = Formula::ALL.iter().position(|one| *one == formula);
    let names = &results::sentences(language).formulas;
    names
        .get(place.unwrap_or_default())
        .copied()
        .unwrap_or_default()
}
