//! The kiosk's settings being edited, and its PIN being set.

use crate::state::kiosk_lock as lock;
use leptos::prelude::*;
use sipas_core::kiosk::{Hours, IDLE_RANGE, IDLE_SECS, is_pin};
use sipas_formats::kiosk::KioskSettings;

/// What setting the PIN came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PinSaid {
    /// Nothing yet.
    Nothing,
    /// It takes a second or two.
    Working,
    /// Too easy, or no PIN.
    Bad,
    /// Typed differently the second time.
    Differ,
    /// Set; the recovery code, shown until it is written down.
    Code(String),
    /// Not set, in the browser's words.
    Failed(String),
}

/// What saving the settings came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Not tried since the last change.
    Not,
    /// Stored.
    Yes,
    /// The hours make no sense.
    BadHours,
    /// The browser keeps nothing.
    Refused,
}

/// The form; a handle that can be copied anywhere.
#[derive(Debug, Clone, Copy)]
pub struct KioskForm {
    /// The stored settings, once they are read.
    pub stored: RwSignal<Option<KioskSettings>>,
    /// Idle seconds as typed.
    pub idle: RwSignal<String>,
    /// Whether there are opening hours.
    pub has_hours: RwSignal<bool>,
    /// From, as `07:30`.
    pub from: RwSignal<String>,
    /// Until.
    pub until: RwSignal<String>,
    /// Bit 0 is Monday.
    pub days: RwSignal<u8>,
    /// What saving came to.
    pub kept: RwSignal<Kept>,
    /// The PIN as typed.
    pub pin: RwSignal<String>,
    /// Once more.
    pub again: RwSignal<String>,
    /// What setting it came to.
    pub said: RwSignal<PinSaid>,
}

impl KioskForm {
    /// The form, filled as soon as the settings are read.
    #[must_use]
    pub fn start() -> Self {
        let this = Self {
            stored: RwSignal::new(None),
            idle: RwSignal::new(IDLE_SECS.to_string()),
            has_hours: RwSignal::new(false),
            from: RwSignal::new("07:30".to_owned()),
            until: RwSignal::new("17:00".to_owned()),
            days: RwSignal::new(0b001_1111),
            kept: RwSignal::new(Kept::Not),
            pin: RwSignal::new(String::new()),
            again: RwSignal::new(String::new()),
            said: RwSignal::new(PinSaid::Nothing),
        };
        leptos::task::spawn_local(async move {
            let found = lock::load().await;
            this.idle.try_set(found.idle_secs.to_string());
            this.has_hours.try_set(found.hours.is_some());
            if let Some(Hours { days, from, until }) = found.hours {
                this.from.try_set(clock_text(from));
                this.until.try_set(clock_text(until));
                this.days.try_set(days);
            }
            this.stored.try_set(Some(found));
        });
        this
    }

    /// Whether there is a PIN; nothing while it is not known.
    #[must_use]
    pub fn has_pin(self) -> Option<bool> {
        self.stored
            .with(|stored| stored.as_ref().map(|one| one.pin.is_some()))
    }

    /// Turns one weekday on or off; 0 is Monday.
    pub fn set_day(self, day: u8, on: bool) {
        self.days.update(|days| {
            if on {
                *days |= 1 << day;
            } else {
                *days &= !(1 << day);
            }
        });
    }

    /// Stores idle time and hours.
    pub fn save(self) {
        let idle = self
            .idle
            .get_untracked()
            .trim()
            .parse()
            .unwrap_or(IDLE_SECS);
        let idle = idle.clamp(*IDLE_RANGE.start(), *IDLE_RANGE.end());
        self.idle.set(idle.to_string());
        let hours = if self.has_hours.get_untracked() {
            let from = minutes(&self.from.get_untracked());
            let until = minutes(&self.until.get_untracked());
            let hours = from
                .zip(until)
                .and_then(|(from, until)| Hours::new(self.days.get_untracked(), from, until));
            if hours.is_none() {
                self.kept.set(Kept::BadHours);
                return;
            }
            hours
        } else {
            None
        };
        leptos::task::spawn_local(async move {
            let mut found = lock::load().await;
            found.idle_secs = idle;
            found.hours = hours;
            let kept = lock::save(&mut found).await;
            self.stored.try_set(Some(found));
            self.kept
                .try_set(if kept { Kept::Yes } else { Kept::Refused });
        });
    }

    /// Sets the PIN as typed.
    pub fn set_pin(self) {
        let pin = self.pin.get_untracked();
        if !is_pin(&pin) {
            self.said.set(PinSaid::Bad);
            return;
        }
        if pin != self.again.get_untracked() {
            self.said.set(PinSaid::Differ);
            return;
        }
        self.said.set(PinSaid::Working);
        leptos::task::spawn_local(async move {
            let mut found = lock::load().await;
            match lock::set_pin(&mut found, &pin).await {
                Ok(code) => {
                    self.pin.try_set(String::new());
                    self.again.try_set(String::new());
                    self.stored.try_set(Some(found));
                    self.said.try_set(PinSaid::Code(code));
                }
                Err(reason) => {
                    self.said.try_set(PinSaid::Failed(reason));
                }
            }
        });
    }

    /// Takes the PIN away.
    pub fn remove_pin(self) {
        self.said.set(PinSaid::Nothing);
        leptos::task::spawn_local(async move {
            let mut found = lock::load().await;
            found.pin = None;
            found.recovery = None;
            lock::save(&mut found).await;
            self.stored.try_set(Some(found));
        });
    }
}

fn clock_text(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Minutes of the day; midnight at the end of a day is typed `00:00` or `24:00`.
fn minutes(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.get(..2)?.parse().ok()?);
    (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
}
