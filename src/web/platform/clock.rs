//! The device's clock and timers.

use sipas_core::moment::Moment;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The present moment by the device's clock, with its offset from UTC.
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    reason = "JavaScript times fit i64 and offsets fit i16 by specification"
)]
pub fn now() -> Moment {
    let date = js_sys::Date::new_0();
    Moment {
        unix_secs: (date.get_time() / 1_000.0) as i64,
        offset_minutes: -(date.get_timezone_offset() as i16),
    }
}

/// Milliseconds of the device's clock, for telling short spans apart.
#[must_use]
pub fn millis() -> f64 {
    js_sys::Date::now()
}

/// Waits `delay_ms` milliseconds.
pub async fn pause(delay_ms: i32) {
    let wait = js_sys::Promise::new(&mut |done, _| {
        after(delay_ms, move || {
            drop(done.call0(&wasm_bindgen::JsValue::UNDEFINED));
        });
    });
    drop(wasm_bindgen_futures::JsFuture::from(wait).await);
}

/// Runs `action` once after `delay_ms` milliseconds; the returned timer can be cancelled.
pub fn after(delay_ms: i32, action: impl FnOnce() + 'static) -> Timer {
    let callback = Closure::once_into_js(action);
    let id = web_sys::window().and_then(|window| {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                callback.unchecked_ref(),
                delay_ms,
            )
            .ok()
    });
    Timer { id }
}

/// Gives the page time for other things.
pub async fn breathe() {
    pause(0).await;
}

/// A pending timer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    id: Option<i32>,
}

impl Timer {
    /// Drops the timer's action if it has not run.
    pub fn cancel(self) {
        if let (Some(window), Some(id)) = (web_sys::window(), self.id) {
            window.clear_timeout_with_handle(id);
        }
    }
}
