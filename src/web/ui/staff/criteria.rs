//! Criteria: their levels on both sides of one line, and the table with the same figures.

use super::naming::{self, names};
use super::overview::{count_hidden, needy};
use super::results::{caption, chosen_name, file_name, hidden_line};
use super::table::Table;
use super::{downloads, figures, grouped, spoken, text};
use crate::state::results::{Console, Shown};
use crate::text::Language;
use crate::text::results::sentences;
use crate::ui::charts;
use crate::ui::html::Html;
use leptos::prelude::*;
use sipas_core::chart::{Chart, bar, tone};
use sipas_core::index::{CriterionFigure, percent_text};
use sipas_core::publication::Publication;
use sipas_core::questionnaire::{Criterion, Scale};
use sipas_formats::criterion_names::CriterionNames;

/// The view.
pub fn view(console: Console, shown: &Shown) -> AnyView {
    let language = spoken();
    let published = Publication::of(&shown.found.report, shown.filter.least);
    view! {
        <p class="chosen">{chosen_name(console, shown, language)}</p>
        {hidden_line(count_hidden(&published))}
        {section(console, shown)}
        {downloads::row(shown, "", &[])}
    }
    .into_any()
}

/// A criterion with its figures and whether they may be published.
type Line<'a> = (&'static Criterion, &'a CriterionFigure, bool);

/// The chart, and one table for each scale the criteria are answered on.
pub fn section(console: Console, shown: &Shown) -> AnyView {
    let language = spoken();
    let text = text();
    let own = sentences(language);
    let report = &shown.found.report;
    let published = Publication::of(report, shown.filter.least);
    let lines: Vec<Line<'_>> = ordered(shown)
        .into_iter()
        .filter_map(|place| {
            let criterion = shown.questionnaire.criteria().nth(place)?;
            let visible = published.criteria.get(place)?.is_ok();
            Some((criterion, report.criteria.get(place)?, visible))
        })
        .collect();
    let said = names(console.staff, shown.questionnaire);
    let reversed = naming::notes(&said, report);
    let alone = lines.len() == 1;
    let bars = lines
        .iter()
        .filter(|(_, _, visible)| *visible)
        .filter_map(|(criterion, figure, _)| {
            let levels = &shown.questionnaire.scale_of(criterion).levels;
            let name = naming::in_chart(&said, criterion);
            let name = if alone { String::new() } else { name };
            Some((name, bar(levels, figure)?))
        })
        .collect();
    let tables: Vec<AnyView> = shown
        .questionnaire
        .scales
        .iter()
        .filter_map(|scale| {
            let own: Vec<Line<'_>> = lines
                .iter()
                .filter(|(criterion, _, _)| criterion.scale == scale.id)
                .copied()
                .collect();
            let table = (!own.is_empty()).then(|| table(&said, scale, &own, language))?;
            Some(view! { <div inner_html=table></div> }.into_any())
        })
        .collect();
    let mut caption = caption(console, shown, text.distribution, count_hidden(&published));
    caption.notes.extend(reversed.iter().cloned());
    let file = file_name(shown);
    view! {
        <h2>{text.criteria_title}</h2>
        <p class="hint">{(!alone).then_some(own.by_need)} " " {own.sides}</p>
        {reversed.into_iter().map(|note| view! { <p class="hint" data-reversed>{note}</p> }).collect_view()}
        {charts::figure(Chart::Levels(bars), caption, text.chart_label, file)}
        {tables}
    }
    .into_any()
}

/// Positions of all criteria: those with the lowest rate first, those without one last.
fn ordered(shown: &Shown) -> Vec<usize> {
    let mut places: Vec<usize> = needy(shown).into_iter().map(|(place, _)| place).collect();
    let all = 0..shown.found.report.criteria.len();
    let rest: Vec<usize> = all.filter(|place| !places.contains(place)).collect();
    places.extend(rest);
    places
}

/// The criteria answered on one scale, with a column for each of its levels.
fn table(
    said: &CriterionNames<'_>,
    scale: &'static Scale,
    lines: &[Line<'_>],
    language: Language,
) -> String {
    let text = text();
    let own = sentences(language);
    let mut heads = Html::default();
    let mut columns = 0;
    let mut head = |heads: &mut Html, name: &str| {
        heads.raw("<th scope=col>").text(name).raw("</th>");
        columns += 1;
    };
    for name in [text.criterion, text.rate, own.interval] {
        head(&mut heads, name);
    }
    for level in &scale.levels {
        heads.raw("<th scope=col><span class=swatch data-tone=");
        heads.number(usize::from(tone(&scale.levels, level)));
        heads.raw("></span>");
        heads.text(&said.say(&level.label));
        heads.raw("</th>");
    }
    for name in [text.counted, text.blank, text.not_applicable, text.mean] {
        head(&mut heads, name);
    }
    let columns = columns + scale.levels.len();
    let heads = heads.finish();
    // Tables of several scales are told apart by their levels.
    let mut title = text.criteria_title.to_owned();
    if let (Some(first), Some(last)) = (scale.levels.first(), scale.levels.last()) {
        let (first, last) = (said.say(&first.label), said.say(&last.label));
        title.push_str(&[": ", &first, " – ", &last].concat());
    }
    let mut table = Table::with_heads(&title, columns, &heads, language);
    for (criterion, figure, visible) in lines {
        let name = said.short(criterion);
        let mark = ["index/criterion/", &criterion.id].concat();
        let counted = figure.figure.rate.counted;
        let missing = figure.figure.missing;
        table
            .row(&name, *visible)
            .figure(&mark, &name, &figure.figure);
        for (code, count) in &figure.levels {
            let mark = ["count/level/", &criterion.id, "/", code].concat();
            table.cell(|html| {
                html.raw("<span class=figure data-figure=\"").text(&mark);
                html.raw("\" data-value=\"").text(&count.to_string());
                html.raw("\">").text(&grouped(*count, language.code()));
                let share = percent_text(*count, counted, 1, language.code());
                html.raw("<small class=narrow>")
                    .text(&share.unwrap_or_default());
                html.raw("</small></span>");
            });
        }
        table
            .text(&grouped(counted, language.code()))
            .text(&grouped(missing.blank, language.code()))
            .text(&grouped(missing.not_applicable, language.code()))
            .text(&figures::score(figure.mean.value(), language.code()))
            .end(&mark);
    }
    table.finish()
}
