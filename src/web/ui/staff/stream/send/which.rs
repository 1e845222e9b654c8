//! Which ballots are shown as codes, how fast, and how long it takes.

use super::{CALM, Desk};
use crate::state::staff::Reading;
use crate::state::stream::{MOST_BALLOTS, Which};
use crate::ui::staff::stream::text;
use crate::ui::staff::{grouped, spoken};
use leptos::prelude::*;
use sipas_formats::stream::symbols;

/// Bytes a ballot takes on average, for the time told beforehand.
const BYTES: usize = 26;

impl Desk {
    /// How many ballots each choice has.
    fn counts(self) -> [usize; 3] {
        let campaign = &self.staff.setup.campaign.id;
        let sent = self.sent.get().unwrap_or_default();
        self.staff.with_ballots(|ballots| {
            Which::ALL.map(|which| {
                let holds = |one: &&_| which.holds(one, campaign, &sent);
                ballots.iter().filter(holds).count()
            })
        })
    }

    /// The page before anything is shown.
    pub(super) fn choosing(self) -> AnyView {
        let text = text();
        let reading = self.staff.reading.with(|reading| match reading {
            Reading::Not => Some(false),
            Reading::Blocked => Some(true),
            Reading::Read(_) => None,
        });
        match reading {
            Some(true) => return view! { <p class="warning">{text.unreadable}</p> }.into_any(),
            Some(false) => return ().into_any(),
            None if self.sent.with(Option::is_none) => return ().into_any(),
            None => {}
        }
        let counts = self.counts();
        if counts == [0; 3] {
            return view! {
                <p data-screen="stream-nothing">{text.nothing}</p>
            }
            .into_any();
        }
        let language = spoken().code();
        let choices = Which::ALL
            .into_iter()
            .zip(text.choices)
            .zip(counts)
            .map(|((which, name), count)| {
                let label = [name, ": ", &grouped(count as u64, language), text.ballots].concat();
                view! {
                    <label class="option">
                        <input
                            type="radio"
                            name="which"
                            value=which.mark()
                            data-count=count.to_string()
                            prop:checked=move || self.which.get() == which
                            on:change=move |_| self.which.set(which)
                        />
                        <span>{label}</span>
                    </label>
                }
            })
            .collect_view();
        let count = move || {
            let at = Which::ALL.iter().position(|one| *one == self.which.get());
            at.and_then(|at| counts.get(at).copied())
                .unwrap_or_default()
        };
        let press = move |_| {
            self.from.set_value(0);
            self.begin();
        };
        view! {
            <p>{text.send_what}</p>
            <fieldset class="stream-which">
                <legend>{text.which}</legend>
                {choices}
                <p class="hint">{text.unsent_what}</p>
            </fieldset>
            {self.speeds()}
            <p class="hint" hidden=move || self.speed.get() <= CALM>
                {text.flicker}
            </p>
            <p role="status" data-screen="stream-time">
                {move || self.time(count())}
            </p>
            <div class="actions row">
                <button
                    type="button"
                    class="primary"
                    data-action="stream-start"
                    prop:disabled=move || count() == 0
                    on:click=press
                >
                    {text.start}
                </button>
            </div>
        }
        .into_any()
    }

    /// How long so many ballots take, or that there are none.
    fn time(self, count: usize) -> String {
        let (text, language) = (text(), spoken().code());
        if count == 0 {
            return text.nothing_chosen.to_owned();
        }
        let each = count.min(MOST_BALLOTS);
        let mut line = [text.takes, &self.span(1 + each * BYTES)].concat();
        if count > MOST_BALLOTS {
            let most = grouped(MOST_BALLOTS as u64, language);
            line = [&line, ". ", text.in_turns, &most, text.ballots].concat();
        }
        line.push('.');
        line
    }

    /// The time a parcel of so many bytes takes where the camera misses a fifth of the codes.
    fn span(self, bytes: usize) -> String {
        let codes = symbols(bytes).map_or(0, |found| found.0);
        let secs = (codes * 5).div_ceil(4 * self.speed.get() as usize).max(2);
        if secs < 100 {
            [&secs.to_string(), text().units[0]].concat()
        } else {
            [&secs.div_ceil(60).to_string(), text().units[1]].concat()
        }
    }
}
