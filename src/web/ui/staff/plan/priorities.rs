//! The priorities as a list of sentences, a chart and its table twin.

use super::super::naming::{self, names};
use super::super::report::{capital, fill, period as period_name};
use super::super::table::Table;
use super::super::{figures, grouped};
use super::wording::{self, CALLS, limits, line_short, points, signed_points};
use super::{list, text};
use crate::platform::{clock, page as document};
use crate::state::priorities::Weighed;
use crate::state::staff::Staff;
use crate::text::Language;
use crate::ui::charts;
use crate::ui::staff::spoken;
use leptos::prelude::*;
use sipas_core::chart::{Axis, Chart, Mark, Point, Quadrants};
use sipas_core::importance::{CannotTell, Importance};
use sipas_core::index::number_text;
use sipas_core::measures::Measures;
use sipas_core::priority::{Call, Priority, Reason};
use sipas_core::questionnaire::Criterion;
use sipas_core::selection::Day;
use sipas_formats::chart::Caption;
use sipas_formats::criterion_names::CriterionNames;

/// All of it.
pub fn view(staff: Staff, weighed: &Weighed, shelf: RwSignal<Measures>) -> AnyView {
    let text = text();
    let language = spoken();
    view! {
        {calls(staff, weighed, shelf, language)}
        {weighed
            .importance
            .as_ref()
            .err()
            .map(|why| view! { <p class="note" data-cannot>{wording::cannot(*why)}</p> })}
        {chart(weighed, language)}
        <h2>{text.table}</h2>
        <div inner_html=table(staff, weighed, language)></div>
        {naming::notes(&names(staff, weighed.questionnaire), &weighed.now)
            .into_iter()
            .map(|note| view! { <p class="hint" data-reversed>{note}</p> })
            .collect_view()}
        {how(staff, weighed, language)}
        <div class="actions row">
            <button
                type="button"
                class="secondary"
                data-action="print"
                on:click=|_| document::print()
            >
                {text.print}
            </button>
        </div>
    }
    .into_any()
}

/// What people call a criterion, by a way of naming.
fn name(names: &CriterionNames<'_>, id: &str, way: impl Fn(&Criterion) -> String) -> String {
    let found = names.questionnaire.criteria().find(|one| one.id == id);
    found.map_or_else(|| id.to_owned(), way)
}

/// The sentences by call; only what asks for something is open.
fn calls(
    staff: Staff,
    weighed: &Weighed,
    shelf: RwSignal<Measures>,
    language: Language,
) -> AnyView {
    let text = text();
    let said = names(staff, weighed.questionnaire);
    let before = weighed.period.before();
    let weak = weighed.priorities.iter().filter(|one| is_weak(one.call));
    let chosen = RwSignal::new(weak.map(|one| one.id.clone()).collect::<Vec<String>>());
    let pick = move |id: &str, taken: bool| {
        chosen.update(|chosen| {
            chosen.retain(|one| one != id);
            if taken {
                chosen.push(id.to_owned());
            }
        });
    };
    let list = |call: Call| {
        let of = weighed
            .priorities
            .iter()
            .filter(move |one| one.call == call);
        let items: Vec<AnyView> = of
            .map(|one| {
                let name = name(&said, &one.id, |one| said.full(one));
                let sentence = wording::sentence(one, &name, before, language);
                let name = one.call.name();
                let (id, value, picked) = (one.id.clone(), one.id.clone(), one.id.clone());
                let checked = is_weak(call);
                view! {
                    <li data-priority=id data-call=name>
                        <label class="option">
                            <input
                                type="checkbox"
                                name="into-plan"
                                value=value
                                prop:checked=checked
                                on:change=move |event| pick(&picked, event_target_checked(&event))
                            />
                            <span>{sentence}</span>
                        </label>
                    </li>
                }
                .into_any()
            })
            .collect();
        items
    };
    // Without a general question it is never known what matters most.
    let alone = weighed.importance == Err(CannotTell::NoGeneralQuestion);
    let none_first = !alone && list(Call::First).is_empty();
    let groups: Vec<AnyView> = CALLS
        .into_iter()
        .filter_map(|call| {
            let items = list(call);
            if items.is_empty() {
                return None;
            }
            let (heading, mut means) = wording::call(call);
            if alone {
                means = naming::call_alone(call).unwrap_or(means);
            }
            let heading = format!("{heading} ({}): {means}", items.len());
            let open = matches!(call, Call::First | Call::Improve);
            Some(
                view! {
                    <details class="calls" prop:open=open>
                        <summary>{heading}</summary>
                        <ul>{items}</ul>
                    </details>
                }
                .into_any(),
            )
        })
        .collect();
    view! {
        {none_first.then(|| view! { <p class="note">{text.none_first}</p> })}
        {groups}
        {drafting(staff, weighed, chosen, shelf)}
    }
    .into_any()
}

/// What a plan is made of unless somebody chooses otherwise.
const fn is_weak(call: Call) -> bool {
    matches!(call, Call::First | Call::Improve)
}

/// The button that makes a plan of the chosen criteria.
fn drafting(
    staff: Staff,
    weighed: &Weighed,
    chosen: RwSignal<Vec<String>>,
    shelf: RwSignal<Measures>,
) -> AnyView {
    let weighed = StoredValue::new(weighed.clone());
    let failed = RwSignal::new(false);
    let count = move || chosen.with(Vec::len).to_string();
    view! {
        <div class="actions row no-print">
            <button
                type="button"
                class="primary"
                data-action="draft-plan"
                disabled=move || chosen.with(Vec::is_empty)
                on:click=move |_| {
                    let criteria = chosen.get_untracked();
                    let made = shelf.with_untracked(|shelf| {
                        weighed.with_value(|weighed| list::make(staff, weighed, &criteria, shelf))
                    });
                    failed.set(!made);
                }
            >
                {move || fill(list::text().draft, &[&count()])}
            </button>
            <p role="alert" class="problems">
                {move || failed.get().then_some(list::text().not_saved)}
            </p>
        </div>
        <p class="hint no-print">{list::text().choose}</p>
    }
    .into_any()
}

/// The criteria that have an importance, numbered in the order of their urgency.
fn numbered(weighed: &Weighed) -> impl Iterator<Item = (usize, &Priority)> {
    weighed
        .priorities
        .iter()
        .enumerate()
        .map(|(at, one)| (at + 1, one))
}

fn mark(one: &Priority) -> Mark {
    match one.call {
        Call::First | Call::Improve | Call::Later => Mark::Square,
        Call::CannotTell => Mark::Ring,
        Call::KeepUp | Call::Met | Call::Enough => Mark::Full,
    }
}

fn chart(weighed: &Weighed, language: Language) -> AnyView {
    let Ok(importance) = &weighed.importance else {
        return ().into_any();
    };
    let text = text();
    let mut points: Vec<Point> = numbered(weighed)
        .filter(|(_, one)| is_published(one))
        .filter_map(|(number, one)| {
            let weight = importance.weight(&one.id)?;
            Some(Point {
                name: number.to_string(),
                across: (
                    one.rate,
                    one.limits.map(|(low, high)| (low.max(0.0), high.min(1.0))),
                ),
                up: (weight.share, weight.share_interval),
                mark: mark(one),
            })
        })
        .collect();
    // The most urgent lie on top.
    points.reverse();
    let Some(held) = weighed.line else {
        return ().into_any();
    };
    let [across, up] = text.axes;
    let average = 1.0 / importance.criteria.len().max(1) as f64;
    let chart = Chart::Quadrants(Quadrants {
        points,
        across: Axis {
            title: across.to_owned(),
            line: (held.share(), line_short(held, language)),
        },
        up: Axis {
            title: up.to_owned(),
            line: (average, text.average.to_owned()),
        },
        corners: text.corners.map(str::to_owned),
    });
    let period = capital(&period_name(super::super::report::text(), weighed.period));
    let ballots = grouped(weighed.now.ballots, language.code());
    let caption = Caption {
        title: text.chart.to_owned(),
        notes: vec![
            fill(text.about, &[&period, &ballots]),
            text.marks.to_owned(),
        ],
    };
    let day = Day::at(clock::now()).to_string();
    let file = ["sipas_", &weighed.questionnaire.id, "_priorities_", &day].concat();
    view! {
        <h2>{text.chart}</h2>
        {charts::figure(chart, caption, text.chart_label, file)}
        <p class="hint">{text.marks}</p>
    }
    .into_any()
}

/// Whether enough people answered for it to be printed.
fn is_published(one: &Priority) -> bool {
    let few = |reason: &Reason| matches!(reason, Reason::FewRespondents { .. });
    !one.reasons.iter().any(few)
}

fn table(staff: Staff, weighed: &Weighed, language: Language) -> String {
    let text = text();
    let code = language.code();
    let said = names(staff, weighed.questionnaire);
    let mut heads = text.heads.as_slice();
    if weighed.importance.is_err() {
        // The two columns of importance.
        heads = heads.get(..heads.len() - 2).unwrap_or(heads);
    }
    let mut table = Table::new(text.table, heads, language);
    for (number, one) in numbered(weighed) {
        let name = name(&said, &one.id, |one| said.short(one));
        table.row(&format!("{number}. {name}"), is_published(one));
        table.text(wording::call(one.call).0);
        let mark = ["priority/", &one.id, "/rate"].concat();
        table.cell(|html| {
            html.raw("<span class=figure data-figure=\"").text(&mark);
            html.raw("\" data-value=\"").text(&one.rate.to_string());
            html.raw("\">")
                .text(&figures::share(one.rate, code))
                .raw("</span>");
        });
        table.text(
            &one.limits
                .map_or_else(|| "–".to_owned(), |found| limits(found, language)),
        );
        table.text(&line_short(one.line, language));
        table.text(&lacking(one, language));
        table.text(&change(one, language));
        if weighed.importance.is_err() {
            table.end_plain();
            continue;
        }
        let weight = importance(weighed).and_then(|found| found.weight(&one.id));
        match weight {
            Some(weight) => {
                let mark = ["priority/", &one.id, "/importance"].concat();
                table.cell(|html| {
                    html.raw("<span class=figure data-figure=\"").text(&mark);
                    html.raw("\" data-value=\"").text(&weight.share.to_string());
                    html.raw("\">")
                        .text(&figures::share(weight.share, code))
                        .raw("</span>");
                });
                let interval = weight.share_interval;
                table.text(
                    &interval.map_or_else(|| "–".to_owned(), |found| limits(found, language)),
                );
            }
            None => {
                table.text("–").text("–");
            }
        }
        table.end_plain();
    }
    table.finish()
}

fn importance(weighed: &Weighed) -> Option<&Importance> {
    weighed.importance.as_ref().ok()
}

/// How far below what it is held against; 0 where it is not.
fn lacking(one: &Priority, language: Language) -> String {
    points(one.gap.max(0.0), language)
}

fn change(one: &Priority, language: Language) -> String {
    let found = one.reasons.iter().find_map(|reason| match reason {
        Reason::Fell(change) | Reason::Rose(change) | Reason::ChangeNotShown(change) => {
            Some(change)
        }
        _ => None,
    });
    found.map_or_else(
        || "–".to_owned(),
        |change| {
            let value = signed_points(change.value, language);
            let low = signed_points(change.low, language);
            let high = signed_points(change.high, language);
            format!("{value} ({low} … {high})")
        },
    )
}

fn how(staff: Staff, weighed: &Weighed, language: Language) -> AnyView {
    let text = text();
    let code = language.code();
    let said = names(staff, weighed.questionnaire);
    let importance = importance(weighed).map(|found| {
        let (replicates, _) = found.replicates;
        let parts = [
            number_text(found.explained, 2, code),
            number_text(found.adjusted, 2, code),
            grouped(found.used as u64, code),
            grouped(found.ballots as u64, code),
            replicates.to_string(),
            found.seed.to_string(),
        ];
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let factors: Vec<String> = found
            .factors
            .iter()
            .map(|(id, value)| {
                let of = weighed
                    .questionnaire
                    .factors
                    .iter()
                    .find(|one| one.id == *id);
                let name = of.map_or_else(|| id.clone(), |one| said.say(&one.title));
                let share = value / found.explained;
                [name.as_str(), " ", &figures::share(share, code)].concat()
            })
            .collect();
        let factors = [text.factors, &factors.join("; "), "."].concat();
        view! {
            <p>{fill(text.how_importance, &parts)}</p>
            <p>{factors}</p>
        }
    });
    view! {
        <details class="explain">
            <summary>{text.how}</summary>
            <p>{text.how_calls}</p>
            {importance}
        </details>
    }
    .into_any()
}
