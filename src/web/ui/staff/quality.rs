//! Quality: ballots that came up under a rule, with the index beside that without them; hours without ballots.

use super::overview::{write_difference, write_verdict};
use super::results::{chosen_name, hidden_line, place_name};
use super::table::Table;
use super::{downloads, figures, grouped, groups, overview, spoken, text};
use crate::state::results::{Console, Shown};
use crate::text::Language;
use crate::text::comments::sentences;
use crate::text::results;
use leptos::prelude::*;
use sipas_core::index::{Report, percent_text};
use sipas_core::quality::{Gap, Rule};
use sipas_core::selection::is_within;
use sipas_formats::day::shown_day;

/// Days listed at most.
const MOST_GAPS: usize = 50;

/// The view.
pub fn view(console: Console, shown: &Shown) -> AnyView {
    let language = spoken();
    let own = sentences(language);
    let visible = groups::visible_groups(shown);
    let hidden = visible.iter().filter(|one| !**one).count();
    view! {
        <p class="chosen">{chosen_name(console, shown, language)}</p>
        <p>{own.quality_what}</p>
        {hidden_line(hidden)}
        <div inner_html=counts(console, shown, language)></div>
        <h2>{own.both}</h2>
        <div inner_html=both(shown, &visible, language)></div>
        <h2>{own.gaps}</h2>
        <p class="hint">{own.gaps_how}</p>
        {gaps(console, shown, language)}
        {downloads::row(shown, "signs", &visible)}
    }
    .into_any()
}

/// How many of the chosen ballots came up under each rule.
fn counts(console: Console, shown: &Shown, language: Language) -> String {
    let own = sentences(language);
    let mut found = [0_u64; Rule::ALL.len()];
    let (mut any, mut all) = (0, 0);
    console.with_columns(|columns| {
        for row in columns.chosen(&shown.selection) {
            let signs = columns.signs(row);
            all += 1;
            any += u64::from(signs != 0);
            for (rule, count) in Rule::ALL.iter().zip(&mut found) {
                *count += u64::from(signs & rule.bit() != 0);
            }
        }
    });
    let heads = [own.rule, text().ballots, own.share];
    let mut table = Table::new(own.rule, &heads, language);
    let share = |count: u64| {
        let percent = percent_text(count, all, 2, language.code());
        percent.map_or_else(
            |_| "–".to_owned(),
            |one| figures::signed(one, language.code()),
        )
    };
    let named = own.rules.iter().zip(own.rules_how);
    for ((rule, count), (name, how)) in Rule::ALL.iter().zip(found).zip(named) {
        let mark = ["count/sign/", rule.name()].concat();
        let title = [name, ": ", how].concat();
        table
            .row(&title, true)
            .count(&mark, count)
            .text(&share(count))
            .end_plain();
    }
    table
        .row(own.any_sign, true)
        .count("count/sign", any)
        .text(&share(any))
        .end_plain();
    table.finish()
}

/// The index of all ballots, of those without a sign, and of those with one.
fn both(shown: &Shown, visible: &[bool], language: Language) -> String {
    let own = sentences(language);
    let words = results::sentences(language);
    let report = &shown.found.report;
    let heads = [
        words.group,
        text().rate,
        words.interval,
        words.verdict,
        words.respondents,
        text().ballots,
    ];
    let mut table = Table::new(own.both, &heads, language);
    let mut line = |name: &str, key: &str, report: &Report, visible: bool| {
        let overall = &report.overall;
        let mark = |kind: &str| [kind, key].concat();
        table
            .row(name, visible)
            .figure(&mark("index/"), name, overall)
            .cell(|html| write_verdict(html, overview::verdict(shown, overall), language))
            .text(&grouped(overall.respondents, language.code()))
            .count(&mark("count/"), report.ballots)
            .end(&mark("index/"));
    };
    line(own.all, "all", report, true);
    let find = |key: &str| {
        let place = shown.found.groups.iter().position(|(one, _)| one == key)?;
        let (_, report) = shown.found.groups.get(place)?;
        Some((report, visible.get(place).copied()?))
    };
    for (key, name) in [("clean", own.clean), ("flagged", own.flagged)] {
        if let Some((report, visible)) = find(key) {
            line(name, key, report, visible);
        }
    }
    let mut html = table.finish();
    if let (Some((clean, _)), Some((flagged, _))) = (find("clean"), find("flagged")) {
        let mut out = crate::ui::html::Html::default();
        out.raw(if visible.iter().all(|one| *one) {
            "<p>"
        } else {
            "<p class=on-screen>"
        });
        out.text(own.flagged).raw(" − ").text(own.clean).raw(": ");
        let (one, other) = (&flagged.overall, &clean.overall);
        write_difference(&mut out, "difference/signs", one, other, 1, language);
        out.raw("</p>");
        html.push_str(&out.finish());
    } else if find("flagged").is_none() {
        let mut out = crate::ui::html::Html::default();
        out.raw("<p>").text(own.no_signs).raw("</p>");
        html.push_str(&out.finish());
    }
    html
}

/// Counters without ballots for hours, under the filter's unit and days.
fn gaps(console: Console, shown: &Shown, language: Language) -> AnyView {
    let own = sentences(language);
    let signs = console.signs.get_untracked();
    let selection = &shown.selection;
    let is_chosen = |gap: &&Gap| {
        let unit = selection.unit.as_ref();
        unit.is_none_or(|root| is_within(&gap.unit, root))
            && selection.from.is_none_or(|from| from <= gap.day)
            && selection.until.is_none_or(|until| gap.day <= until)
    };
    let all: Vec<&Gap> = signs
        .iter()
        .flat_map(|signs| &signs.gaps)
        .filter(is_chosen)
        .collect();
    if all.is_empty() {
        return view! { <p>{own.no_gaps}</p> }.into_any();
    }
    let heads = [
        text().filter_unit,
        own.device,
        own.day,
        own.hours,
        text().ballots,
    ];
    let mut table = Table::new(own.gaps, &heads, language);
    let units = &console.staff.setup.campaign.units;
    for gap in all.iter().take(MOST_GAPS) {
        let hours: Vec<String> = gap.hours.iter().map(|hour| format!("{hour}:00")).collect();
        table
            .row(&place_name(units, &gap.unit, language), true)
            .text(&gap.device.to_string())
            .text(&shown_day(gap.day))
            .text(&hours.join(", "))
            .text(&grouped(gap.ballots, language.code()))
            .end_plain();
    }
    let rest = all.len().saturating_sub(MOST_GAPS);
    let more = (rest > 0).then(|| {
        let line = [&grouped(rest as u64, language.code()), " ", own.more_gaps].concat();
        view! { <p class="hint">{line}</p> }
    });
    view! {
        <div inner_html=table.finish()></div>
        {more}
    }
    .into_any()
}
