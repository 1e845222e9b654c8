//! Today's people asked, begun and ended, by channel, with the rates; the export of all counts.

use crate::platform::{clock, files};
use crate::state::app::App;
use crate::state::ledger;
use crate::state::response;
use crate::text::Language;
use crate::text::response::{ResponseText, sentences};
use leptos::prelude::*;
use sipas_core::ballot::Channel;
use sipas_core::index::percent_text;
use sipas_core::response::{Counts, Event, NoRate, Proportion, Responses, hour_of, rates};
use sipas_core::selection::Selection;

fn text() -> &'static ResponseText {
    sentences(App::here().language())
}

/// The section; empty until the counts are read.
pub fn section() -> AnyView {
    let found: RwSignal<Option<Responses>> = RwSignal::new(None);
    leptos::task::spawn_local(async move {
        let all = response::all().await;
        found.try_set(Some(all));
    });
    view! {
        <section data-section="response">
            <h2>{move || text().title}</h2>
            {move || found.get().map(|all| table(&all))}
        </section>
    }
    .into_any()
}

/// The response rate of each channel a selection has, in words; nothing where nobody was counted.
///
/// The channels count "asked" differently, so their rates stand side by side and are not pooled.
pub fn by_channel(all: &Responses, selection: &Selection, language: Language) -> Vec<String> {
    let text = sentences(language);
    Channel::ALL
        .into_iter()
        .zip(text.channels)
        .filter(|(channel, _)| selection.channel.is_none_or(|wanted| wanted == *channel))
        .filter_map(|(channel, name)| {
            let own = Selection {
                channel: Some(channel),
                // Who does not answer has no gender or age.
                respondent: Vec::new(),
                ..selection.clone()
            };
            let rate = match rates(all, &own).response {
                Ok(rate) => {
                    let percent = percent_text(rate.part, rate.whole, 2, language.code()).ok()?;
                    format!("{percent} % ({} / {})", rate.part, rate.whole)
                }
                Err(NoRate::Incomplete) => text.incomplete.to_owned(),
                Err(NoRate::NotCounted | NoRate::ByStatus | NoRate::Channels) => return None,
            };
            Some([name, " ", &rate].concat())
        })
        .collect()
}

fn table(all: &Responses) -> AnyView {
    let text = text();
    let (today, _) = hour_of(clock::now());
    let of = |channel| Selection {
        channel: Some(channel),
        from: Some(today),
        until: Some(today),
        ..Selection::default()
    };
    let found: Vec<_> = Channel::ALL
        .into_iter()
        .zip(text.channels)
        .map(|(channel, name)| (channel, name, rates(all, &of(channel))))
        .filter(|(_, _, rates)| rates.counts != Counts::default())
        .collect();
    let export = (!all.is_empty()).then(|| {
        let file = sipas_formats::response::csv(all);
        view! {
            <p>
                <button
                    type="button"
                    class="secondary"
                    data-export="response"
                    on:click=move |_| drop(files::offer(&file_name(), "text/csv;charset=utf-8", &file))
                >
                    {text.export}
                </button>
            </p>
        }
    });
    if found.is_empty() {
        return view! {
            <p class="hint">{text.empty}</p>
            {export}
        }
        .into_any();
    }
    let heads = text
        .events
        .map(|name| view! { <th scope="col">{name}</th> });
    let rows = found
        .into_iter()
        .map(|(channel, name, rates)| {
            let cells = Event::ALL.map(|event| {
                let count = rates.counts.of(event);
                let mark = ["response", channel.code(), event.code()].join("/");
                view! {
                    <td data-figure=mark data-value=count.to_string()>
                        {count.to_string()}
                    </td>
                }
            });
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {cells}
                    {rate(rates.response, channel, "rate")}
                    {rate(rates.completion, channel, "completion")}
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=text.title>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{text.channel}</th>
                        {heads}
                        <th scope="col">{text.response}</th>
                        <th scope="col">{text.completion}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="hint">{text.what}</p>
        {export}
    }
    .into_any()
}

fn rate(rate: Result<Proportion, NoRate>, channel: Channel, name: &str) -> AnyView {
    let mark = ["response", channel.code(), name].join("/");
    let text = text();
    match rate {
        Ok(found) => {
            let language = App::here().language().code();
            let percent = percent_text(found.part, found.whole, 2, language).unwrap_or_default();
            view! {
                <td data-figure=mark data-value=found.value().to_string()>
                    {percent}
                    " %"
                    <small>{format!("{} / {}", found.part, found.whole)}</small>
                </td>
            }
            .into_any()
        }
        Err(reason) => {
            let why = match reason {
                NoRate::Incomplete => text.incomplete,
                NoRate::NotCounted | NoRate::ByStatus | NoRate::Channels => text.not_counted,
            };
            view! { <td data-figure=mark data-value="">{why}</td> }.into_any()
        }
    }
}

/// `sipas_response_<device>_<day>.csv`.
fn file_name() -> String {
    let now = clock::now().civil();
    format!(
        "sipas_response_{}_{:04}-{:02}-{:02}.csv",
        ledger::device(),
        now.year,
        now.month,
        now.day
    )
}
