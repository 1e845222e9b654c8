//! Overview: the index with its verdict, the factors, the weakest criteria.

use super::naming::names;
use super::results::{self, caption, chosen_name, file_name, hidden_line, target_name};
use super::table::Table;
use super::{criteria, downloads, figures, grouped, response, spoken, text};
use crate::state::results::{Console, Shown, fragment};
use crate::text::Language;
use crate::text::results::{ResultsText, sentences};
use crate::ui::charts;
use crate::ui::html::Html;
use leptos::prelude::*;
use sipas_core::chart::{Chart, Mark, Range, Ranges, limits};
use sipas_core::compare::{Change, Verdict, difference};
use sipas_core::console::{Filter, Span, View};
use sipas_core::index::{Figure, Mean, number_text, points};
use sipas_core::publication::Publication;
use sipas_core::response::Responses;

/// How many of the weakest criteria are named.
const WEAKEST: usize = 3;

/// The view.
pub fn view(console: Console, shown: &Shown) -> AnyView {
    let language = spoken();
    let text = sentences(language);
    let published = Publication::of(&shown.found.report, shown.filter.least);
    let hidden = count_hidden(&published);
    let selection = shown.filter.selection(shown.questionnaire).0;
    let asked = |all: &_| response::by_channel(all, &selection, language);
    let asked = if console.staff.set.with(Option::is_none) {
        console.staff.responses.with(asked)
    } else {
        // Who was asked on this device says nothing of an analysis set.
        asked(&Responses::default())
    };
    let whole = tiles(shown, &published, &asked, language);
    view! {
        <p class="chosen">{chosen_name(console, shown, language)}</p>
        <p class=if published.whole.is_ok() {
            "sentence"
        } else {
            "sentence on-screen"
        }>{sentence(console, shown, &published, language)}</p>
        <div inner_html=whole></div>
        {hidden_line(hidden)}
        {points_of(shown)}
        {factors(console, shown, &published, language)}
        {if shown.questionnaire.factors.is_empty() {
            criteria::section(console, shown)
        } else {
            weakest(console, shown, &published, text, language)
        }}
        {reasons(console, shown, language)}
        {downloads::row(shown, "", &[])}
    }
    .into_any()
}

/// The results in one sentence.
fn sentence(
    console: Console,
    shown: &Shown,
    published: &Publication,
    language: Language,
) -> String {
    let own = sentences(language);
    let text = text();
    let report = &shown.found.report;
    let rate = report.overall.rate;
    let mut line = text.sentence_index.to_owned();
    line.push_str(&match report.overall.percent(language.code()) {
        Ok(percent) => figures::signed(percent, language.code()),
        Err(_) => text.undefined.to_owned(),
    });
    line.push_str(" (");
    line.push_str(&grouped(rate.satisfied, language.code()));
    line.push_str(text.sentence_of);
    line.push_str(&grouped(rate.counted, language.code()));
    line.push_str(text.sentence_answers);
    line.push_str("). ");
    if let Some(verdict) = verdict(shown, &report.overall) {
        let target = target_name(shown.filter.target, language);
        line.push_str(&[own.target_word, " ", &target, ": "].concat());
        line.push_str(verdict_name(verdict, language).0);
        line.push_str(". ");
    }
    let lowest = published_needy(shown, published).into_iter().next();
    if let Some((place, figure)) = lowest.filter(|_| report.criteria.len() > 1)
        && let Some(criterion) = shown.questionnaire.criteria().nth(place)
    {
        line.push_str(text.sentence_lowest);
        line.push_str(&names(console.staff, shown.questionnaire).full(criterion));
        line.push_str(&[" (", &figures::written(figure, language.code()), ")."].concat());
    }
    line
}

/// Criteria that have a value, by their position, the lowest first.
pub fn needy(shown: &Shown) -> Vec<(usize, &Figure)> {
    let criteria = shown.found.report.criteria.iter().enumerate();
    let mut known: Vec<(usize, &Figure, f64)> = criteria
        .filter_map(|(place, one)| Some((place, &one.figure, one.figure.value.ok()?)))
        .collect();
    known.sort_by(|one, other| one.2.total_cmp(&other.2).then(one.0.cmp(&other.0)));
    known
        .into_iter()
        .map(|(place, figure, _)| (place, figure))
        .collect()
}

/// The same without those that are not published.
fn published_needy<'a>(shown: &'a Shown, published: &Publication) -> Vec<(usize, &'a Figure)> {
    let mut known = needy(shown);
    known.retain(|(place, _)| published.criteria.get(*place).is_some_and(Result::is_ok));
    known
}

/// What the figure's interval says about the target; nothing for a figure without a value.
pub fn verdict(shown: &Shown, figure: &Figure) -> Option<Verdict> {
    shown.filter.target.verdict(figure, 1).ok()
}

/// How many figures of a report are not published.
pub fn count_hidden(published: &Publication) -> usize {
    let (small, complement) = published.hidden();
    small + complement + usize::from(published.whole.is_err())
}

/// A verdict in words, and what it means.
pub fn verdict_name(verdict: Verdict, language: Language) -> (&'static str, &'static str) {
    let text = sentences(language);
    let [met, not, open] = text.verdicts;
    let [how_met, how_not, how_open] = text.verdict_how;
    match verdict {
        Verdict::Met => (met, how_met),
        Verdict::NotMet => (not, how_not),
        Verdict::NotEnoughEvidence => (open, how_open),
    }
}

/// Writes a verdict with its sign, told apart without colour.
pub fn write_verdict(html: &mut Html, verdict: Option<Verdict>, language: Language) {
    let Some(verdict) = verdict else {
        html.raw("–");
        return;
    };
    let sign = match verdict {
        Verdict::Met => "✓ ",
        Verdict::NotMet => "✕ ",
        Verdict::NotEnoughEvidence => "? ",
    };
    html.raw("<span class=verdict data-verdict=")
        .raw(verdict.name());
    html.raw("><span aria-hidden=true>")
        .raw(sign)
        .raw("</span>");
    html.text(verdict_name(verdict, language).0).raw("</span>");
}

fn tiles(shown: &Shown, published: &Publication, asked: &[String], language: Language) -> String {
    let text = text();
    let own = sentences(language);
    let report = &shown.found.report;
    let overall = &report.overall;
    let mut html = Html::default();
    html.raw(if published.whole.is_ok() {
        "<div class=tiles>"
    } else {
        "<div class=tiles data-hidden-block>"
    });
    html.raw("<div class=tile><span>").text(text.overall);
    html.raw("</span><strong>");
    figures::mark(&mut html, "index/overall", overall, language);
    figures::how_button(&mut html, "index/overall", text.overall, language);
    html.raw("</strong><span>").text(own.interval).raw(": ");
    html.text(&figures::interval(overall, language.code()));
    html.raw("</span><span>");
    html.text(&figures::fraction(overall.rate, language.code()));
    html.raw("</span></div><div class=tile><span>")
        .text(own.target_word);
    html.raw(" ")
        .text(&target_name(shown.filter.target, language));
    html.raw("</span><strong>");
    let verdict = verdict(shown, overall);
    write_verdict(&mut html, verdict, language);
    html.raw("</strong><span>");
    if let Some(verdict) = verdict {
        html.text(verdict_name(verdict, language).1);
    }
    html.raw("</span></div>");
    versus(&mut html, shown, language);
    html.raw("<div class=tile><span>").text(text.ballots);
    html.raw("</span><strong>");
    figures::count(&mut html, "count/ballots", report.ballots, language);
    html.raw("</strong><span>");
    figures::count(&mut html, "count/stopped", report.stopped, language);
    html.raw(" ").text(text.stopped);
    html.raw("</span></div><div class=tile><span>")
        .text(own.response);
    if asked.is_empty() {
        html.raw("</span><strong>").text(own.response_unknown);
        html.raw("</strong><span>").text(own.response_why);
        html.raw("</span>");
    } else {
        html.raw("</span>");
        for line in asked {
            html.raw("<strong class=rate>").text(line).raw("</strong>");
        }
    }
    html.raw("</div></div>");
    figures::how(&mut html, "index/overall");
    html.finish()
}

/// The difference from the period before, where a period is chosen.
fn versus(html: &mut Html, shown: &Shown, language: Language) {
    let (Some(before), Span::Period(period)) = (&shown.before, shown.filter.span) else {
        return;
    };
    let own = sentences(language);
    // A difference from what is hidden would give it away.
    let printed = Publication::of(&before.report, shown.filter.least);
    html.raw(if printed.whole.is_ok() {
        "<div class=tile><span>"
    } else {
        "<div class=\"tile on-screen\"><span>"
    });
    html.text(own.versus).raw(" (");
    html.text(&results::period_name(period.before(), language));
    html.raw(")</span><strong>");
    let (now, then) = (&shown.found.report.overall, &before.report.overall);
    write_difference(html, "difference/overall", now, then, 1, language);
    html.raw("</strong><span>");
    html.text(&figures::written(then, language.code()))
        .raw(" → ");
    html.text(&figures::written(now, language.code()));
    html.raw("</span></div>");
}

/// Writes one figure minus another, in percentage points with its interval and what it shows.
pub fn write_difference(
    html: &mut Html,
    name: &str,
    now: &Figure,
    then: &Figure,
    comparisons: u32,
    language: Language,
) {
    let own = sentences(language);
    let Ok(found) = difference(now, then, comparisons) else {
        html.raw("<span class=figure data-figure=\"").text(name);
        html.raw("\" data-value=\"\">")
            .text(own.no_difference)
            .raw("</span>");
        return;
    };
    let points = |share: f64| {
        let mut text = String::new();
        if share > 0.0 {
            text.push('+');
        }
        text.push_str(&number_text(share * 100.0, 2, language.code()));
        text
    };
    html.raw("<span class=figure data-figure=\"").text(name);
    html.raw("\" data-value=\"").text(&found.value.to_string());
    html.raw("\" data-low=\"").text(&found.low.to_string());
    html.raw("\" data-high=\"").text(&found.high.to_string());
    html.raw("\">").text(&points(found.value)).raw(" <small>(");
    html.text(&points(found.low))
        .raw(" … ")
        .text(&points(found.high));
    html.raw(") ").text(own.points).raw("; ");
    let [higher, lower, open] = own.changes;
    html.text(match found.change() {
        Change::Higher => higher,
        Change::Lower => lower,
        Change::NotShown => open,
    });
    html.raw("</small></span>");
}

/// A figure as a row of a chart; hidden ones have a name only.
pub fn range(
    shown: &Shown,
    name: String,
    figure: &Figure,
    visible: bool,
    language: Language,
) -> Range {
    let own = sentences(language);
    Range {
        name,
        value: figure.value.ok().filter(|_| visible),
        written: if visible {
            figures::written(figure, language.code())
        } else {
            own.hidden.to_owned()
        },
        limits: limits(figure).filter(|_| visible),
        mark: Mark::of(verdict(shown, figure)),
    }
}

/// The target as charts draw it.
pub fn target_line(shown: &Shown, language: Language) -> Option<(f64, String)> {
    let target = shown.filter.target;
    let name = target_name(target, language);
    Some((
        target.share,
        [sentences(language).target_word, " ", &name].concat(),
    ))
}

fn factors(
    console: Console,
    shown: &Shown,
    published: &Publication,
    language: Language,
) -> AnyView {
    let text = text();
    let own = sentences(language);
    let report = &shown.found.report;
    if report.factors.is_empty() {
        return ().into_any();
    }
    let heads = [
        text.factor,
        text.rate,
        own.interval,
        own.verdict,
        text.satisfied,
        text.counted,
        text.blank,
        text.not_applicable,
        text.mean,
    ];
    let mut table = Table::new(text.factors_title, &heads, language);
    let mut rows = Vec::new();
    let all = shown.questionnaire.factors.iter().zip(&report.factors);
    for ((factor, figure), cell) in all.zip(&published.factors) {
        let name = names(console.staff, shown.questionnaire).say(&factor.title);
        let mark = ["index/factor/", &factor.id].concat();
        let mean = figure.mean.and_then(Mean::value);
        let missing = figure.figure.missing;
        let of = &figure.figure;
        table
            .row(&name, cell.is_ok())
            .figure(&mark, &name, of)
            .cell(|html| write_verdict(html, verdict(shown, of), language))
            .text(&grouped(of.rate.satisfied, language.code()))
            .text(&grouped(of.rate.counted, language.code()))
            .text(&grouped(missing.blank, language.code()))
            .text(&grouped(missing.not_applicable, language.code()))
            .text(&figures::score(mean, language.code()))
            .end(&mark);
        rows.push(range(shown, name, of, cell.is_ok(), language));
    }
    let chart = Chart::Ranges(Ranges {
        rows,
        target: target_line(shown, language),
    });
    let caption = caption(console, shown, text.factors_title, count_hidden(published));
    let file = file_name(shown);
    view! {
        <h2>{text.factors_title}</h2>
        {charts::figure(chart, caption, own.ranges_label, file)}
        <p class="hint">{own.marks}</p>
        <div inner_html=table.finish()></div>
    }
    .into_any()
}

/// The criteria that need attention first.
fn weakest(
    console: Console,
    shown: &Shown,
    published: &Publication,
    own: &'static ResultsText,
    language: Language,
) -> AnyView {
    let lines: Vec<AnyView> = published_needy(shown, published)
        .into_iter()
        .take(WEAKEST)
        .filter_map(|(place, figure)| {
            let criterion = shown.questionnaire.criteria().nth(place)?;
            let name = names(console.staff, shown.questionnaire).full(criterion);
            let percent = figures::written(figure, language.code());
            let line = [&name, ": ", &percent].concat();
            Some(view! { <li>{line}</li> }.into_any())
        })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    let to = Filter {
        view: View::Criteria,
        ..shown.filter.clone()
    };
    let address = ["#", &fragment(&to)].concat();
    view! {
        <h2>{own.weakest}</h2>
        <ol class="weakest">{lines}</ol>
        <p>
            <a href=address class="onward">
                {own.all_criteria}
            </a>
        </p>
    }
    .into_any()
}

/// The points citizens gave, for a questionnaire with classes.
fn points_of(shown: &Shown) -> AnyView {
    if shown.questionnaire.classes.is_empty() {
        return ().into_any();
    }
    let language = spoken().code();
    let Ok(found) = points(shown.questionnaire, &shown.found.report) else {
        return ().into_any();
    };
    let mut line = text().points_title.to_owned();
    line.push_str(": ");
    line.push_str(&number_text(found.total, 2, language));
    line.push_str(" / ");
    line.push_str(&number_text(found.maximum, 0, language));
    view! { <p data-figure="points/total" data-value=found.total.to_string()>{line}</p> }.into_any()
}

fn reasons(console: Console, shown: &Shown, language: Language) -> AnyView {
    let Some(reasons) = shown.questionnaire.reasons.as_ref() else {
        return ().into_any();
    };
    let text = text();
    let heads = [text.reasons_title, text.ballots];
    let mut table = Table::new(text.reasons_title, &heads, language);
    let least = shown.filter.least;
    let all = reasons.choices.iter().zip(&shown.found.report.reasons);
    for (choice, (code, count)) in all {
        let name = names(console.staff, shown.questionnaire).say(&choice.label);
        let mark = ["count/reason/", code].concat();
        table
            .row(&name, sipas_core::publication::count(*count, least).is_ok())
            .count(&mark, *count)
            .end_plain();
    }
    view! {
        <h2>{text.reasons_title}</h2>
        <div inner_html=table.finish()></div>
    }
    .into_any()
}
