//! The filter bar of the results: everything in it stands in the address.

use super::{filter_more, results, spoken, text};
use crate::platform::clock;
use crate::state::results::{Console, fragment};
use crate::text::results::{ResultsText, sentences};
use leptos::prelude::*;
use sipas_core::ballot::Channel;
use sipas_core::campaign::Place;
use sipas_core::columns::Columns;
use sipas_core::console::{Filter, Span};
use sipas_core::period::{Period, Step};
use sipas_core::selection::Day;
use sipas_formats::console_address::Reason;
use sipas_formats::day::{shown_day, typed_day};

/// Value of the option that stands for "no filter"; no code contains a star.
pub const ALL: &str = "*";

/// The bar.
pub fn bar() -> AnyView {
    let console: Console = expect_context();
    let setup = console.staff.setup;
    let units = move || {
        let mut values = recorded(console, Columns::units);
        // Every ancestor of a unit can be chosen too: it takes in all below it.
        let ends = |unit: &String| -> Vec<String> {
            unit.match_indices('/')
                .filter_map(|(end, _)| unit.get(..end).map(str::to_owned))
                .collect()
        };
        let parents: Vec<String> = values.iter().flat_map(ends).collect();
        values.extend(parents);
        with_chosen(values, console.filter.with(|one| one.unit.clone()))
    };
    let fields = move || {
        let values = recorded(console, Columns::fields);
        with_chosen(values, console.filter.with(|one| one.field.clone()))
    };
    view! {
        <form class="filter" on:submit=|event| event.prevent_default()>
            {questionnaire(console)}
            {choice(
                "unit",
                || text().filter_unit,
                move || labelled(units(), &setup.campaign.units),
                move || console.filter.with(|one| one.unit.clone()),
                move |value| console.change(|one| one.unit = value),
            )}
            {choice(
                "field",
                || text().filter_field,
                move || labelled(fields(), &setup.campaign.fields),
                move || console.filter.with(|one| one.field.clone()),
                move |value| console.change(|one| one.field = value),
            )}
            {choice(
                "channel",
                || own().channel,
                channels,
                move || console.filter.with(|one| one.channel.map(|one| one.code().to_owned())),
                move |value| {
                    console.change(|one| one.channel = value.and_then(|code| Channel::from_code(&code)));
                },
            )}
            {day(console, "from", || text().filter_from, |days| days.0, |days, day| days.0 = day)}
            {day(console, "to", || text().filter_to, |days| days.1, |days, day| days.1 = day)}
            <div class="filter-row">
                {move || periods(console)}
                <button
                    type="button"
                    class="quiet"
                    data-action="clear-filter"
                    on:click=move |_| console.go(&console.filter.with_untracked(Filter::cleared))
                >
                    {move || text().filter_clear}
                </button>
            </div>
            {filter_more::more(console)}
        </form>
        {move || problems(console)}
    }
    .into_any()
}

/// The bar's own sentences.
pub fn own() -> &'static ResultsText {
    sentences(spoken())
}

/// Values there are ballots of; looked at again with new ballots.
fn recorded(console: Console, of: fn(&Columns) -> Vec<String>) -> Vec<String> {
    console.columns.track();
    console.with_columns(of).unwrap_or_default()
}

/// What the address asks for is offered even where no ballot has it.
fn with_chosen(mut values: Vec<String>, chosen: Option<String>) -> Vec<String> {
    values.extend(chosen);
    values.sort();
    values.dedup();
    values
}

fn labelled(codes: Vec<String>, places: &[Place]) -> Vec<(String, String)> {
    let language = spoken();
    let label = |code: String| {
        let label = results::place_name(places, &code, language);
        (code, label)
    };
    codes.into_iter().map(label).collect()
}

fn channels() -> Vec<(String, String)> {
    let names = own().channels;
    let all = Channel::ALL.iter().zip(names);
    all.map(|(channel, name)| (channel.code().to_owned(), name.to_owned()))
        .collect()
}

fn questionnaire(console: Console) -> AnyView {
    let staff = console.staff;
    let ids = Memo::new(move |_| {
        let set = staff.set.get();
        set.map_or_else(|| staff.questionnaires(), |set| set.questionnaires())
    });
    let options = move || {
        let current = staff.questionnaire.with(|one| one.id.clone());
        ids.get()
            .into_iter()
            .map(|id| {
                let chosen = id == current;
                let title = staff.title(&id, spoken().code());
                view! { <option value=id prop:selected=chosen>{title}</option> }.into_any()
            })
            .collect_view()
    };
    let choose = move |id: String| {
        let is_usual = id == staff.setup.questionnaire.id;
        console.change(|one| {
            *one = Filter {
                questionnaire: (!is_usual).then_some(id),
                view: one.view,
                ..Filter::default()
            };
        });
    };
    view! {
        <label>
            <span>{move || text().filter_questionnaire}</span>
            <select
                data-filter="questionnaire"
                on:change=move |event| choose(event_target_value(&event))
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// A list to choose one of, or all.
pub fn choice(
    name: &'static str,
    title: fn() -> &'static str,
    values: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    chosen: impl Fn() -> Option<String> + Send + Sync + 'static,
    choose: impl Fn(Option<String>) + 'static,
) -> AnyView {
    let options = move || {
        let current = chosen();
        let all = current.is_none();
        let rest = values()
            .into_iter()
            .map(|(code, label)| {
                let selected = current.as_ref() == Some(&code);
                view! { <option value=code prop:selected=selected>{label}</option> }.into_any()
            })
            .collect_view();
        view! {
            <option value=ALL prop:selected=all>{text().filter_all}</option>
            {rest}
        }
        .into_any()
    };
    view! {
        <label>
            <span>{title}</span>
            <select
                data-filter=name
                on:change=move |event| {
                    let value = event_target_value(&event);
                    choose((value != ALL).then_some(value));
                }
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}

type Days = (Option<Day>, Option<Day>);

/// A day, typed as people write it.
fn day(
    console: Console,
    name: &'static str,
    title: fn() -> &'static str,
    get: fn(Days) -> Option<Day>,
    put: fn(&mut Days, Option<Day>),
) -> AnyView {
    let shown = move || {
        let days = console.filter.with(|one| one.span.days());
        get(days).map(shown_day).unwrap_or_default()
    };
    let apply = move |day: Option<Day>| {
        let mut days = console.filter.with_untracked(|one| one.span.days());
        if get(days) != day {
            put(&mut days, day);
            console.change(|one| one.span = Span::Days(days.0, days.1));
        }
    };
    let typed = move |typed: &str| typed_day(typed);
    typing(
        name,
        title,
        || own().day_pattern,
        || own().day_wrong,
        shown,
        move |value, finished| {
            if value.trim().is_empty() {
                if finished {
                    apply(None);
                }
                return true;
            }
            match typed(value) {
                Some(day) => {
                    apply(Some(day));
                    true
                }
                None => !finished,
            }
        },
    )
}

/// A line to type a filter's value into; `take` gets it with every key and once more when it is finished,
/// and says whether it could be used.
pub fn typing(
    name: &'static str,
    title: fn() -> &'static str,
    pattern: fn() -> &'static str,
    wrong: fn() -> &'static str,
    shown: impl Fn() -> String + Send + Sync + 'static,
    take: impl Fn(&str, bool) -> bool + Copy + 'static,
) -> AnyView {
    let is_wrong = RwSignal::new(false);
    let id = ["filter-wrong-", name].concat();
    let described = id.clone();
    view! {
        <label>
            <span>{title}</span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                data-filter=name
                placeholder=pattern
                prop:value=shown
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby=move || is_wrong.get().then(|| described.clone())
                on:input=move |event| {
                    if take(&event_target_value(&event), false) {
                        is_wrong.set(false);
                    }
                }
                on:change=move |event| is_wrong.set(!take(&event_target_value(&event), true))
            />
            <small id=id class="problems" role="alert">
                {move || is_wrong.get().then(wrong)}
            </small>
        </label>
    }
    .into_any()
}

/// Shortcuts to periods, as links, and the steps from the one chosen.
fn periods(console: Console) -> AnyView {
    let text = own();
    let filter = console.filter.get();
    let today = Day::at(clock::now());
    let steps = [Step::Month, Step::Quarter, Step::Year];
    let spans = steps
        .map(|step| Period::of(step, today).map(Span::Period))
        .into_iter()
        .chain([Some(Span::Days(None, None))]);
    let link = |span: Span, label: String, chosen: bool| {
        let to = Filter {
            span,
            ..filter.clone()
        };
        let address = ["#", &fragment(&to)].concat();
        view! {
            <a href=address aria-current=chosen.then_some("true")>
                {label}
            </a>
        }
        .into_any()
    };
    let presets: Vec<AnyView> = spans
        .zip(text.presets)
        .filter_map(|(span, label)| {
            let span = span?;
            Some(link(span, label.to_owned(), filter.span == span))
        })
        .collect();
    let around = match filter.span {
        Span::Period(period) => {
            let named = |word: &str, period: Period| {
                [word, ": ", &results::period_name(period, spoken())].concat()
            };
            let (before, after) = (period.before(), period.after());
            vec![
                link(Span::Period(before), named(text.earlier, before), false),
                link(Span::Period(after), named(text.later, after), false),
            ]
        }
        Span::Days(..) => Vec::new(),
    };
    view! {
        <nav class="periods" aria-label=text.periods>
            {presets}
            {around}
        </nav>
    }
    .into_any()
}

/// What of the address is ignored, and days that take nothing.
fn problems(console: Console) -> AnyView {
    let text = own();
    let mut lines: Vec<String> = console.ignored.with(|ignored| {
        let line = |one: &sipas_formats::console_address::Ignored| {
            let [unknown, bad, again] = text.reasons;
            let reason = match one.reason {
                Reason::UnknownKey => unknown,
                Reason::BadValue => bad,
                Reason::Again => again,
            };
            [&one.key, "=", &one.value, ": ", reason].concat()
        };
        ignored.iter().map(line).collect()
    });
    let filter = console.filter.get();
    let (_, unknown) = filter.selection(console.staff.questionnaire.get());
    lines.extend(
        unknown
            .iter()
            .map(|(question, choice)| [question, "=", choice, ": ", text.unknown_group].concat()),
    );
    let crossed = match filter.span.days() {
        (Some(from), Some(until)) => until < from,
        _ => false,
    };
    let listed = (!lines.is_empty()).then(|| {
        let lines: Vec<AnyView> = lines
            .into_iter()
            .map(|line| view! { <li>{line}</li> }.into_any())
            .collect();
        view! {
            <div class="warning" data-screen="ignored">
                <p>{text.ignored}</p>
                <ul>{lines}</ul>
            </div>
        }
    });
    view! {
        {listed}
        {crossed.then(|| view! { <p class="warning">{text.days_crossed}</p> })}
    }
    .into_any()
}
