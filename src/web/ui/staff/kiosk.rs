//! The counter's tablet for staff: start it, its PIN, how long it waits, when it is open.

use crate::state::app::App;
use crate::state::kiosk_form::{Kept, KioskForm, PinSaid};
use crate::state::kiosk_lock as lock;
use crate::text::kiosk::{KioskText, sentences};
use leptos::prelude::*;

/// The sentences in the present language.
pub fn text() -> &'static KioskText {
    sentences(App::here().language())
}

/// The page.
pub fn page() -> AnyView {
    let form = KioskForm::start();
    view! {
        <h1 tabindex="-1">{move || text().title}</h1>
        <p>{move || text().what}</p>
        {move || form.has_pin().map(|has_pin| begin(form, has_pin))}
        {move || form.has_pin().map(|has_pin| pin(form, has_pin))}
        {settings(form)}
    }
    .into_any()
}

fn begin(form: KioskForm, has_pin: bool) -> AnyView {
    let app = App::here();
    let refused = RwSignal::new(false);
    let start = move |_| {
        leptos::task::spawn_local(async move {
            if !lock::start(app).await {
                refused.try_set(true);
            }
        });
    };
    let writing = move || matches!(form.said.get(), PinSaid::Code(_));
    view! {
        <section data-section="start">
            <p class=if has_pin { "hint" } else { "warning" }>
                {if has_pin { text().start_locked_what } else { text().start_free_what }}
            </p>
            <div class="actions row">
                <button
                    type="button"
                    class=if has_pin { "primary" } else { "secondary" }
                    data-action="start-kiosk"
                    disabled=writing
                    on:click=start
                >
                    {if has_pin { text().start } else { text().start_free }}
                </button>
            </div>
            <Show when=move || refused.get()>
                <p class="warning" role="alert">{move || text().not_kept}</p>
            </Show>
            <p class="hint">{text().pinning}</p>
        </section>
    }
    .into_any()
}

fn pin(form: KioskForm, has_pin: bool) -> AnyView {
    let says = move || match form.said.get() {
        PinSaid::Nothing | PinSaid::Code(_) => String::new(),
        PinSaid::Working => text().pin_working.to_owned(),
        PinSaid::Bad => text().pin_bad.to_owned(),
        PinSaid::Differ => text().pin_differ.to_owned(),
        PinSaid::Failed(reason) => [text().pin_failed, " ", reason.as_str()].concat(),
    };
    let code = move || match form.said.get() {
        PinSaid::Code(code) => Some(recovery(form, code)),
        _ => None,
    };
    view! {
        <section data-section="pin">
            <h2>{text().pin_title}</h2>
            {code}
            <p data-pin=if has_pin { "set" } else { "none" }>
                {if has_pin { text().pin_set } else { text().pin_none }} " " {text().pin_what}
            </p>
            <form
                class="form"
                autocomplete="off"
                on:submit=move |event| {
                    event.prevent_default();
                    form.set_pin();
                }
            >
                {digits(text().pin_new, "pin", form.pin)}
                {digits(text().pin_again, "pin-again", form.again)}
                <p class="hint" id="pin-rules">{text().pin_rules}</p>
                <p class="warning-line" role="alert" data-screen="pin-said">{says}</p>
                <div class="actions row">
                    <button
                        type="submit"
                        class=if has_pin { "secondary" } else { "primary" }
                        data-action="set-pin"
                        disabled=move || form.said.get() == PinSaid::Working
                    >
                        {text().pin_save}
                    </button>
                    {has_pin
                        .then(|| {
                            view! {
                                <button
                                    type="button"
                                    class="quiet"
                                    data-action="remove-pin"
                                    on:click=move |_| form.remove_pin()
                                >
                                    {text().pin_remove}
                                </button>
                            }
                        })}
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// The recovery code, once.
fn recovery(form: KioskForm, code: String) -> AnyView {
    let shown = code.clone();
    view! {
        <div class="card recovery" role="status" data-screen="recovery">
            <h3>{text().code_title}</h3>
            <p class="recovery-code" data-code=code>
                {shown}
            </p>
            <p>{text().code_keep}</p>
            <div class="actions row">
                <button
                    type="button"
                    class="secondary"
                    data-action="print-code"
                    on:click=|_| crate::platform::kiosk::print()
                >
                    {text().code_print}
                </button>
                <button
                    type="button"
                    class="primary"
                    data-action="code-done"
                    on:click=move |_| form.said.set(PinSaid::Nothing)
                >
                    {text().code_done}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn digits(title: &'static str, name: &'static str, value: RwSignal<String>) -> AnyView {
    view! {
        <label>
            <span>{title}</span>
            <input
                type="password"
                name=name
                inputmode="numeric"
                autocomplete="one-time-code"
                maxlength="8"
                aria-describedby="pin-rules"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        </label>
    }
    .into_any()
}

fn settings(form: KioskForm) -> AnyView {
    let says = move || match form.kept.get() {
        Kept::Not => "",
        Kept::Yes => text().saved,
        Kept::BadHours => text().hours_bad,
        Kept::Refused => text().not_kept,
    };
    view! {
        <section data-section="settings">
            <h2>{move || text().settings_title}</h2>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    form.save();
                }
            >
                <label>
                    <span>{move || text().idle}</span>
                    <input
                        type="number"
                        name="idle"
                        min="10"
                        max="300"
                        aria-describedby="idle-what"
                        prop:value=move || form.idle.get()
                        on:input=move |event| form.idle.set(event_target_value(&event))
                    />
                </label>
                <p class="hint" id="idle-what">{move || text().idle_what}</p>
                <label class="option">
                    <input
                        type="checkbox"
                        name="has-hours"
                        prop:checked=move || form.has_hours.get()
                        on:change=move |event| form.has_hours.set(event_target_checked(&event))
                    />
                    <span>{move || text().hours_use}</span>
                </label>
                <p class="hint">{move || text().hours_what}</p>
                <Show when=move || form.has_hours.get()>{hours(form)}</Show>
                <div class="actions row">
                    <button type="submit" class="secondary" data-action="save-kiosk">
                        {move || text().save}
                    </button>
                </div>
                <p
                    role="status"
                    class=move || if form.kept.get() == Kept::Yes { "done" } else { "warning-line" }
                    data-screen="kiosk-saved"
                >
                    {says}
                </p>
            </form>
        </section>
    }
    .into_any()
}

fn hours(form: KioskForm) -> AnyView {
    let time = |title: fn() -> &'static str, name: &'static str, value: RwSignal<String>| {
        view! {
            <label>
                <span>{title}</span>
                <input
                    type="time"
                    name=name
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </label>
        }
    };
    let days = (0..7_u8)
        .map(|day| {
            view! {
                <label class="option">
                    <input
                        type="checkbox"
                        name="day"
                        value=day.to_string()
                        prop:checked=move || form.days.get() & (1 << day) != 0
                        on:change=move |event| form.set_day(day, event_target_checked(&event))
                    />
                    <span>
                        {move || text().weekdays_short.get(usize::from(day)).copied()}
                    </span>
                </label>
            }
        })
        .collect_view();
    view! {
        <div class="pair">
            {time(|| text().hours_from, "from", form.from)}
            {time(|| text().hours_until, "until", form.until)}
        </div>
        <fieldset>
            <legend>{move || text().hours_days}</legend>
            <div class="weekdays">{days}</div>
        </fieldset>
    }
    .into_any()
}
