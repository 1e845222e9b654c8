//! The way out of the kiosk: five presses on the product's name, then the PIN.
//!
//! The name is an ordinary button, so five presses of Enter or of a screen reader's click do the same as
//! five touches.

use super::text;
use crate::platform::{clock, kiosk as screen, page};
use crate::state::app::App;
use crate::state::kiosk::Kiosk;
use crate::state::kiosk_lock::{Door, Tried};
use leptos::prelude::*;

/// Presses that open it.
const PRESSES: u32 = 5;

/// In this time, in milliseconds.
const PRESSES_MS: f64 = 6_000.0;

/// Closed again after so long without a touch, in milliseconds.
const PATIENCE_MS: f64 = 30_000.0;

/// How often the seconds left are looked at, in milliseconds.
const TICK_MS: i32 = 500;

/// The most digits a PIN has.
const DIGITS: usize = 8;

/// What the way out says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Nothing,
    Checking,
    Wrong,
    WrongCode,
    Failed(String),
}

/// The product's name.
pub fn button(kiosk: Kiosk) -> AnyView {
    let presses: StoredValue<Vec<f64>> = StoredValue::new(Vec::new());
    let press = move |_| {
        let now = screen::steady_ms();
        let count = presses
            .try_update_value(|times| {
                times.retain(|time| now - time < PRESSES_MS);
                times.push(now);
                times.len()
            })
            .unwrap_or_default();
        if count >= PRESSES as usize {
            presses.set_value(Vec::new());
            kiosk.leaving.set(true);
        }
    };
    view! {
        <button
            type="button"
            class="kiosk-name"
            data-action="leave-kiosk"
            aria-label=move || text().exit_button
            on:click=press
        >
            {move || App::here().text().name}
        </button>
    }
    .into_any()
}

/// The dialog, while somebody wants out.
pub fn dialog(kiosk: Kiosk) -> impl IntoView {
    move || kiosk.leaving.get().then(|| open(kiosk))
}

fn open(kiosk: Kiosk) -> AnyView {
    page::next_frame(|| screen::open_dialog("kiosk-exit"));
    let locked = kiosk.settings.with_untracked(|one| one.pin.is_some());
    let close = move || kiosk.leaving.set(false);
    view! {
        <dialog
            id="kiosk-exit"
            class="kiosk-dialog"
            aria-labelledby="kiosk-exit-title"
            data-screen="kiosk-exit"
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                close();
            }
        >
            <h1 id="kiosk-exit-title" tabindex="-1">
                {move || text().exit_title}
            </h1>
            {if locked { keypad(kiosk) } else { free(kiosk) }}
            <div class="actions">
                <button
                    type="button"
                    class="secondary"
                    data-action="stay-in-kiosk"
                    on:click=move |_| close()
                >
                    {move || text().exit_no}
                </button>
            </div>
        </dialog>
    }
    .into_any()
}

/// Without a PIN: only a confirmation.
fn free(kiosk: Kiosk) -> AnyView {
    view! {
        <p>{move || text().exit_free}</p>
        <div class="actions">
            <button
                type="button"
                class="primary"
                data-action="exit-kiosk"
                on:click=move |_| {
                    crate::state::kiosk_lock::turn_off();
                    kiosk.leave();
                }
            >
                {move || text().exit_yes}
            </button>
        </div>
    }
    .into_any()
}

/// Closes what nobody touches, and tells the seconds left.
fn watch(kiosk: Kiosk, door: RwSignal<Door>, left: RwSignal<u32>) {
    if !kiosk.leaving.try_get_untracked().unwrap_or_default() {
        return;
    }
    if screen::idle_ms() > PATIENCE_MS {
        kiosk.leaving.set(false);
        return;
    }
    let Some(now) = door.try_with_untracked(Door::wait_left) else {
        return;
    };
    if left.try_get_untracked() != Some(now) {
        left.try_set(now);
    }
    clock::after(TICK_MS, move || watch(kiosk, door, left));
}

/// Digits, or the recovery code.
fn keypad(kiosk: Kiosk) -> AnyView {
    let door = RwSignal::new(Door::approach());
    let left = RwSignal::new(door.with_untracked(Door::wait_left));
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(Said::Nothing);
    let by_code = RwSignal::new(false);
    watch(kiosk, door, left);
    let judge = move |tried: Tried| {
        typed.try_set(String::new());
        match tried {
            Tried::Open => {
                said.try_set(Said::Nothing);
                kiosk.leave();
            }
            Tried::Wrong if by_code.try_get_untracked() == Some(true) => {
                said.try_set(Said::WrongCode);
            }
            Tried::Wrong => {
                said.try_set(Said::Wrong);
            }
            Tried::Early => {
                said.try_set(Said::Nothing);
            }
            Tried::Failed(reason) => {
                said.try_set(Said::Failed(reason));
            }
        }
        if let Some(now) = door.try_with_untracked(Door::wait_left) {
            left.try_set(now);
        }
    };
    let send = move || {
        let Some(mut now) = door.try_get_untracked() else {
            return;
        };
        let text = typed.get_untracked();
        if said.get_untracked() == Said::Checking || text.is_empty() {
            return;
        }
        said.set(Said::Checking);
        leptos::task::spawn_local(async move {
            let tried = if by_code.get_untracked() {
                now.try_code(&text).await
            } else {
                now.try_pin(&text).await
            };
            door.try_set(now);
            judge(tried);
        });
    };
    let add = move |digit: char| {
        typed.update(|text| {
            if text.len() < DIGITS {
                text.push(digit);
            }
        });
    };
    let blocked = move || !by_code.get() && left.get() > 0;
    let busy = move || said.get() == Said::Checking;
    view! {
        <form
            class="kiosk-pin"
            autocomplete="off"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <label>
                <span>{move || if by_code.get() { text().code } else { text().pin }}</span>
                <input
                    name="kiosk-secret"
                    type=move || if by_code.get() { "text" } else { "password" }
                    inputmode=move || if by_code.get() { "text" } else { "numeric" }
                    autocomplete="off"
                    spellcheck="false"
                    maxlength=move || if by_code.get() { "16" } else { "8" }
                    prop:value=move || typed.get()
                    disabled=blocked
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            <p class="reminder" role="alert" data-said=move || left.get().to_string()>
                {move || message(&said.get(), left.get(), by_code.get())}
            </p>
            <Show when=move || !by_code.get()>
                <div class="kiosk-keys">
                    {"123456789".chars().map(|digit| key(digit, add, blocked)).collect_view()}
                    <button
                        type="button"
                        class="secondary"
                        data-key="erase"
                        aria-label=move || text().erase
                        on:click=move |_| {
                            typed
                                .update(|text| {
                                    text.pop();
                                })
                        }
                    >
                        "⌫"
                    </button>
                    {key('0', add, blocked)}
                </div>
            </Show>
            <Show when=move || by_code.get()>
                <p class="hint">{move || text().code_what}</p>
            </Show>
            <div class="actions">
                <button
                    type="submit"
                    class="primary"
                    data-action="exit-kiosk"
                    disabled=move || blocked() || busy()
                >
                    {move || text().exit_yes}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-action="forgotten"
                    on:click=move |_| {
                        typed.set(String::new());
                        said.set(Said::Nothing);
                        by_code.update(|by_code| *by_code = !*by_code);
                    }
                >
                    {move || if by_code.get() { text().code_back } else { text().forgotten }}
                </button>
            </div>
        </form>
    }
    .into_any()
}

fn key(
    digit: char,
    add: impl Fn(char) + Copy + Send + Sync + 'static,
    blocked: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="secondary"
            data-key=digit.to_string()
            disabled=blocked
            on:click=move |_| add(digit)
        >
            {digit.to_string()}
        </button>
    }
    .into_any()
}

fn message(said: &Said, left: u32, by_code: bool) -> String {
    let text = text();
    let mut line = match said {
        Said::Nothing => String::new(),
        Said::Checking => return text.checking.to_owned(),
        Said::Wrong => text.wrong.to_owned(),
        Said::WrongCode => text.wrong_code.to_owned(),
        Said::Failed(reason) => format!("{} ({reason})", text.failed),
    };
    if left > 0 && !by_code {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(text.wait_before);
        line.push_str(&left.to_string());
        line.push_str(text.wait_after);
    }
    line
}
