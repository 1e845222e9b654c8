//! Groups of ballots side by side: units ranked, periods in their order, fields, channels, respondents.

use super::overview::{range, target_line, verdict, write_difference, write_verdict};
use super::results::{
    caption, channel_name, chosen_name, file_name, hidden_line, period_name, place_name,
};
use super::table::Table;
use super::{downloads, grouped, spoken, text};
use crate::state::results::{Console, Shown, fragment};
use crate::text::Language;
use crate::text::results::{ResultsText, sentences};
use crate::ui::charts;
use leptos::prelude::*;
use sipas_core::chart::{Chart, Mark, Range, Ranges};
use sipas_core::columns::{Columns, Split};
use sipas_core::compare::{Rank, ranking};
use sipas_core::console::Filter;
use sipas_core::index::{Figure, Report};
use sipas_core::period::{Period, Step};
use sipas_core::publication::{Publication, group_showings};

/// Periods without a ballot are drawn as long as there are not more than this.
const MOST_PERIODS: usize = 400;

/// One group as it is shown.
#[derive(Debug)]
struct Line<'a> {
    key: &'a str,
    name: String,
    report: &'a Report,
    visible: bool,
    rank: Option<Rank>,
}

/// The view.
pub fn view(console: Console, shown: &Shown) -> AnyView {
    let language = spoken();
    let own = sentences(language);
    let only_unnamed = shown.found.groups.iter().all(|(key, _)| key.is_empty());
    let nothing = match shown.split {
        Split::Unit(_) if only_unnamed => Some(own.no_units),
        Split::Respondent(_) if shown.questionnaire.respondent.is_empty() => Some(own.no_questions),
        _ => None,
    };
    if let Some(nothing) = nothing {
        return view! {
            <p class="chosen">{chosen_name(console, shown, language)}</p>
            <p class="notice" data-screen="no-groups">{nothing}</p>
        }
        .into_any();
    }
    let lines = lines(console, shown, language);
    let hidden = lines.iter().filter(|line| !line.visible).count();
    let name = title(shown, own);
    let ranges = Ranges {
        rows: rows(shown, &lines, language),
        target: target_line(shown, language),
    };
    let chart = match shown.split {
        Split::Period(_) => Chart::Timeline(ranges),
        _ => Chart::Ranges(ranges),
    };
    let how = match shown.split {
        Split::Unit(_) if lines.len() < 2 => Some(own.one_unit),
        Split::Unit(_) | Split::Field => Some(own.ranks_how),
        Split::Period(_) => Some(own.difference_how),
        _ => None,
    };
    let table = table(shown, &lines, name, language);
    let caption = caption(console, shown, name, hidden);
    let file = file_name(shown);
    let visible = visible_groups(shown);
    view! {
        <p class="chosen">{chosen_name(console, shown, language)}</p>
        {controls(console, shown, own)}
        {hidden_line(hidden)}
        <h2>{name}</h2>
        {charts::figure(chart, caption, own.ranges_label, file)}
        <p class="hint">{own.marks}</p>
        <div inner_html=table></div>
        {how.map(|line| view! { <p class="hint">{line}</p> })}
        {downloads::row(shown, split_name(shown.split), &visible)}
    }
    .into_any()
}

/// Which groups may be published, in their order.
pub fn visible_groups(shown: &Shown) -> Vec<bool> {
    let least = shown.filter.least;
    let reports: Vec<&Report> = shown.found.groups.iter().map(|(_, one)| one).collect();
    let whole = Publication::of(&shown.found.report, least).whole.is_ok();
    let showings = group_showings(&reports, least).into_iter();
    showings.map(|one| whole && one.is_shown()).collect()
}

/// The name groups of a split have in marks and files.
pub const fn split_name(split: Split) -> &'static str {
    match split {
        Split::Whole => "",
        Split::Unit(_) => "unit",
        Split::Field => "field",
        Split::Channel => "channel",
        Split::Period(step) => step.name(),
        Split::Respondent(_) => "respondent",
        Split::Signs => "signs",
    }
}

fn title(shown: &Shown, own: &'static ResultsText) -> &'static str {
    let views = sipas_core::console::View::ALL.into_iter().zip(own.views);
    let mut found = views.filter(|(view, _)| *view == shown.filter.view);
    found.next().map_or("", |(_, name)| name)
}

/// The groups in the order they are shown: units and fields by rank, the others as they are.
fn lines<'a>(console: Console, shown: &'a Shown, language: Language) -> Vec<Line<'a>> {
    let groups = &shown.found.groups;
    let visible = visible_groups(shown);
    let ranked = match shown.split {
        Split::Unit(_) | Split::Field => {
            let figures: Vec<(String, &Figure)> = groups
                .iter()
                .map(|(key, report)| (key.clone(), &report.overall))
                .collect();
            ranking(&figures)
        }
        _ => Vec::new(),
    };
    let mut lines: Vec<Line<'a>> = groups
        .iter()
        .zip(visible)
        .map(|((key, report), visible)| Line {
            key,
            name: group_name(console, shown, key, language),
            report,
            visible,
            rank: ranked.iter().find(|rank| rank.key == *key).cloned(),
        })
        .collect();
    let order = |line: &Line<'_>| {
        let place = ranked.iter().position(|rank| rank.key == line.key);
        place.unwrap_or(usize::MAX)
    };
    lines.sort_by_key(order);
    lines
}

/// Whether a period comes right after another.
fn follows(before: &str, key: &str) -> bool {
    let period = Period::from_key(key);
    period.is_some_and(|period| period.before().key() == before)
}

/// A period's name where there is little room: `11/2026`.
fn short_name(period: Period) -> String {
    let year = period.year().to_string();
    match period.step() {
        Step::Year => year,
        Step::Week | Step::Month | Step::Quarter => {
            [&period.number().to_string(), "/", &year].concat()
        }
    }
}

/// The figures as a chart has them; periods without a ballot keep their place.
fn rows(shown: &Shown, lines: &[Line<'_>], language: Language) -> Vec<Range> {
    let row = |line: &Line<'_>, period: Option<Period>| {
        let name = period.map_or_else(|| line.name.clone(), short_name);
        range(shown, name, &line.report.overall, line.visible, language)
    };
    let mut rows: Vec<Range> = Vec::new();
    let mut due: Option<Period> = None;
    for line in lines {
        let here = Period::from_key(line.key).filter(|_| matches!(shown.split, Split::Period(_)));
        while let (Some(missing), Some(here)) = (due, here) {
            if missing >= here || rows.len() >= MOST_PERIODS {
                break;
            }
            rows.push(Range {
                name: short_name(missing),
                value: None,
                written: String::new(),
                limits: None,
                mark: Mark::Full,
            });
            due = Some(missing.after());
        }
        rows.push(row(line, here));
        due = here.map(Period::after);
    }
    rows
}

/// What a group is called.
pub fn group_name(console: Console, shown: &Shown, key: &str, language: Language) -> String {
    let setup = console.staff.setup;
    match shown.split {
        Split::Unit(_) => place_name(&setup.campaign.units, key, language),
        Split::Field => place_name(&setup.campaign.fields, key, language),
        Split::Channel => channel_name(key, language),
        Split::Period(_) => {
            Period::from_key(key).map_or_else(|| key.to_owned(), |one| period_name(one, language))
        }
        Split::Respondent(position) => {
            let question = shown.questionnaire.respondent.get(position);
            let mut choices = question.into_iter().flat_map(|one| &one.choices);
            let found = choices.find(|choice| choice.code == key);
            found.map_or_else(
                || sentences(language).unsaid.to_owned(),
                |choice| setup.say(&choice.label, language.code()),
            )
        }
        Split::Whole | Split::Signs => key.to_owned(),
    }
}

fn table(shown: &Shown, lines: &[Line<'_>], title: &str, language: Language) -> String {
    let text = text();
    let own = sentences(language);
    let is_ranked = lines.len() > 1 && lines.iter().any(|line| line.rank.is_some());
    let by_time = matches!(shown.split, Split::Period(_));
    let first = match shown.split {
        Split::Unit(_) => text.filter_unit,
        Split::Field => text.filter_field,
        Split::Channel => own.channel,
        Split::Period(_) => own.period,
        Split::Respondent(_) | Split::Whole | Split::Signs => own.group,
    };
    let mut heads = vec![first];
    if is_ranked {
        heads.extend([own.rank, own.ranks]);
    }
    heads.extend([text.rate, own.interval, own.verdict]);
    if by_time {
        heads.push(own.difference);
    }
    heads.extend([own.respondents, text.ballots]);
    let mut table = Table::new(title, &heads, language);
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let compared = pairs.filter(|(one, next)| follows(one.key, next.key));
    let comparisons = u32::try_from(compared.count()).unwrap_or(u32::MAX);
    let split = split_name(shown.split);
    let mut before: Option<&Line<'_>> = None;
    for line in lines {
        let mark = |kind: &str| [kind, "/", split, "/", line.key].concat();
        let overall = &line.report.overall;
        table.row(&line.name, line.visible);
        if is_ranked {
            match &line.rank {
                Some(rank) => {
                    table.count(&mark("rank"), rank.place as u64);
                    table.cell(|html| {
                        html.raw("<span class=figure data-figure=\"");
                        html.text(&mark("ranks")).raw("\" data-low=");
                        html.number(rank.best).raw(" data-high=");
                        html.number(rank.worst).raw(">");
                        html.number(rank.best);
                        if rank.worst != rank.best {
                            html.raw(" – ").number(rank.worst);
                        }
                        html.raw("</span>");
                    });
                }
                None => {
                    table.text("–").text("–");
                }
            }
        }
        table
            .figure(&mark("index"), &line.name, overall)
            .cell(|html| write_verdict(html, verdict(shown, overall), language));
        if by_time {
            let name = mark("difference");
            let last = before.filter(|before| follows(before.key, line.key));
            // A difference from what is hidden would give it away.
            let visible = last.is_none_or(|last| last.visible);
            table.cell_if(visible, |html| match last {
                Some(last) => {
                    let then = &last.report.overall;
                    write_difference(html, &name, overall, then, comparisons, language);
                }
                None => {
                    html.raw("–");
                }
            });
            before = Some(line);
        }
        table
            .text(&grouped(overall.respondents, language.code()))
            .count(&mark("count"), line.report.ballots)
            .end(&mark("index"), overall);
    }
    table.finish()
}

/// What only this view lets one choose.
fn controls(console: Console, shown: &Shown, own: &'static ResultsText) -> AnyView {
    let filter = &shown.filter;
    let link = |to: Filter, label: String, chosen: bool| {
        let address = ["#", &fragment(&to)].concat();
        view! {
            <a href=address aria-current=chosen.then_some("true")>
                {label}
            </a>
        }
        .into_any()
    };
    let (label, links): (&str, Vec<AnyView>) = match shown.split {
        Split::Period(_) => {
            let all = Step::ALL.into_iter().zip(own.steps);
            let links = all.map(|(step, name)| {
                let to = Filter {
                    step,
                    ..filter.clone()
                };
                link(to, name.to_owned(), step == filter.step)
            });
            (own.step, links.collect())
        }
        Split::Unit(_) => {
            let units = console.with_columns(Columns::units).unwrap_or_default();
            let parts = |unit: &String| unit.split('/').count();
            let deepest = units.iter().map(parts).max().unwrap_or(1);
            let depths = core::iter::once(None).chain((1..deepest).map(Some));
            let links: Vec<AnyView> = depths
                .map(|depth| {
                    let name = depth.map_or_else(
                        || own.depth_recorded.to_owned(),
                        |depth: usize| [own.depth_number, &depth.to_string()].concat(),
                    );
                    let to = Filter {
                        depth,
                        ..filter.clone()
                    };
                    link(to, name, depth == filter.depth)
                })
                .collect();
            (own.depth, if deepest > 1 { links } else { Vec::new() })
        }
        Split::Respondent(position) => {
            let questions = shown.questionnaire.respondent.iter().enumerate();
            let links = questions.map(|(place, question)| {
                let to = Filter {
                    question: Some(question.id.clone()),
                    ..filter.clone()
                };
                let language = spoken().code();
                let name = console.staff.setup.say(&question.text, language);
                link(to, name, place == position)
            });
            (own.question, links.collect())
        }
        Split::Whole | Split::Field | Split::Channel | Split::Signs => ("", Vec::new()),
    };
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <nav class="periods" aria-label=label>
            <span>{label} ":"</span>
            {links}
        </nav>
    }
    .into_any()
}
