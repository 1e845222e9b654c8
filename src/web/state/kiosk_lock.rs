//! The lock of the counter's tablet: its settings, whether it is on, and what opens it.
//!
//! While it is on, public/boot.js leads every other address back to the kiosk. docs/kiosk.md says what
//! that holds against and what it does not.

use crate::platform::{address, kiosk, page, second, settings};
use crate::state::app::App;
use sipas_core::kiosk::{plain_code, recovery_code, wait_secs};
use sipas_formats::kiosk::{KioskSettings, Secret};

/// There while the kiosk is on; public/boot.js and public/second.js know it too.
const ON_KEY: &str = "sipas/kiosk";

/// The settings.
const SETTINGS_KEY: &str = "sipas/kiosk-set";

/// One try at a time on this device.
const TRY_LOCK: &str = "sipas/kiosk-try";

/// What a hash must cost on this device, in milliseconds.
const COST_MS: f64 = 400.0;

/// Rounds that are tried out to find out what one costs.
const SAMPLE_ROUNDS: u32 = 200_000;

/// Never fewer rounds (OWASP, Password Storage Cheat Sheet 2023, for PBKDF2 with HMAC-SHA-256).
const FEWEST_ROUNDS: u32 = 600_000;

/// Never more, so that a slow moment while it was set locks nobody out for long.
const MOST_ROUNDS: u32 = 20_000_000;

/// What a try came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    /// The way is open.
    Open,
    /// Wrong.
    Wrong,
    /// Too early, or another window has tried meanwhile: the wait begins anew.
    Early,
    /// It could not be checked, in the browser's words.
    Failed(String),
}

/// Whether the kiosk is on.
#[must_use]
pub fn is_on() -> bool {
    settings::read(ON_KEY).is_some()
}

/// The settings as local storage has them now.
#[must_use]
pub fn glance() -> KioskSettings {
    let text = settings::read(SETTINGS_KEY).unwrap_or_default();
    KioskSettings::read(&text).unwrap_or_default()
}

/// The settings; both engines have them afterwards.
pub async fn load() -> KioskSettings {
    let first = settings::read(SETTINGS_KEY);
    let second = second::texts(SETTINGS_KEY).await.unwrap_or_default();
    let texts = first.iter().chain(second.iter().map(|(_, text)| text));
    let sound = texts.filter_map(|text| KioskSettings::read(text).ok());
    let Some(found) = sound.reduce(KioskSettings::later) else {
        return KioskSettings::default();
    };
    let text = found.write();
    let is_same = |other: Option<&String>| other == Some(&text);
    if !is_same(first.as_ref()) || !is_same(second.first().map(|(_, text)| text)) {
        second::keep_setting(SETTINGS_KEY, &text);
    }
    found
}

/// Stores changed settings in both engines; false where the browser keeps nothing.
pub async fn save(settings: &mut KioskSettings) -> bool {
    settings.saved = settings.saved.max(glance().saved) + 1;
    let text = settings.write();
    let kept = settings::write(SETTINGS_KEY, &text);
    second::keep_durably(SETTINGS_KEY, &text).await;
    kept
}

/// Sets the PIN; the recovery code that goes with it comes back, to be shown once.
///
/// # Errors
/// What the browser said; pages without https cannot do it.
pub async fn set_pin(settings: &mut KioskSettings, pin: &str) -> Result<String, String> {
    kiosk::load().await?;
    let bits = kiosk::random_hex("8").ok_or("crypto")?;
    let bits = u64::from_str_radix(&bits, 16).map_err(|error| error.to_string())?;
    let code = recovery_code(bits);
    let rounds = rounds().await?;
    settings.pin = Some(secret(rounds, pin).await?);
    settings.recovery = Some(secret(rounds, &plain_code(&code)).await?);
    settings.wrong_tries = 0;
    if save(settings).await {
        Ok(code)
    } else {
        Err("localStorage".to_owned())
    }
}

/// How many rounds cost [`COST_MS`] here.
async fn rounds() -> Result<u32, String> {
    let salt = "00".repeat(16);
    // The first one also pays for what is only paid once.
    drop(kiosk::hash(1_000, &salt, "0").await?);
    let before = kiosk::steady_ms();
    drop(kiosk::hash(SAMPLE_ROUNDS, &salt, "0").await?);
    let took = kiosk::steady_ms() - before;
    let wanted = f64::from(SAMPLE_ROUNDS) * COST_MS / took.max(1.0);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a positive number; the cast saturates and the range is cut"
    )]
    let wanted = wanted as u32;
    Ok(wanted.clamp(FEWEST_ROUNDS, MOST_ROUNDS))
}

async fn secret(rounds: u32, secret: &str) -> Result<Secret, String> {
    let salt = kiosk::random_hex("16").ok_or("crypto")?;
    let hash = kiosk::hash(rounds, &salt, secret).await?;
    Ok(Secret { rounds, salt, hash })
}

async fn fits(secret: &Secret, typed: &str) -> Result<bool, String> {
    let found = kiosk::hash(secret.rounds, &secret.salt, typed).await?;
    // Every letter is looked at, so the time says nothing about where they differ.
    let pairs = found.bytes().zip(secret.hash.bytes());
    let differ = pairs.fold(0, |differ, (one, other)| differ | (one ^ other));
    Ok(differ == 0 && found.len() == secret.hash.len())
}

/// Turns the kiosk on and opens it with an empty page, so that nothing of the staff's stays behind it.
pub async fn start(app: App) -> bool {
    let mut found = load().await;
    found.look = Some(look(app));
    let kept = save(&mut found).await;
    if kept {
        turn_on().await;
    }
    address::go("/kiosk");
    page::reload();
    kept
}

/// Language and text size as they are.
#[must_use]
pub fn look(app: App) -> (String, u16) {
    app.peek(|state| (state.language.code().to_owned(), state.text_size))
}

/// Every other address leads to the kiosk from now on, in all windows.
pub async fn turn_on() {
    second::keep_durably(ON_KEY, "1").await;
}

/// The other addresses are free again.
pub fn turn_off() {
    second::drop_draft(ON_KEY);
}

/// Somebody at the way out: what this window knows of earlier tries, and since when it waits.
///
/// The wait runs by a clock nobody can set, and anew in each window and after each reload; so neither
/// reloading nor a second window nor another time of day makes it shorter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Door {
    tries: u32,
    since_ms: f64,
}

impl Door {
    /// Somebody comes to it now.
    #[must_use]
    pub fn approach() -> Self {
        Self {
            tries: glance().wrong_tries,
            since_ms: kiosk::steady_ms(),
        }
    }

    /// Seconds until the next try.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number; the cast saturates"
    )]
    pub fn wait_left(&self) -> u32 {
        let waited = (kiosk::steady_ms() - self.since_ms) / 1_000.0;
        (f64::from(wait_secs(self.tries)) - waited).ceil().max(0.0) as u32
    }

    /// Tries a PIN. The try is counted and on the disk before it is judged.
    pub async fn try_pin(&mut self, typed: &str) -> Tried {
        let locked = second::lock(TRY_LOCK, false, true).await;
        let tried = self.try_alone(typed).await;
        if locked == Some(true) {
            second::unlock(TRY_LOCK);
        }
        tried
    }

    async fn try_alone(&mut self, typed: &str) -> Tried {
        let mut found = load().await;
        let Some(pin) = found.pin.clone() else {
            turn_off();
            return Tried::Open;
        };
        if found.wrong_tries != self.tries {
            self.tries = found.wrong_tries;
            self.since_ms = kiosk::steady_ms();
        }
        if self.wait_left() > 0 {
            return Tried::Early;
        }
        found.wrong_tries += 1;
        save(&mut found).await;
        self.tries = found.wrong_tries;
        let judged = fits(&pin, typed).await;
        self.since_ms = kiosk::steady_ms();
        match judged {
            Ok(true) => {
                found.wrong_tries = 0;
                save(&mut found).await;
                turn_off();
                Tried::Open
            }
            Ok(false) => Tried::Wrong,
            Err(reason) => Tried::Failed(reason),
        }
    }

    /// Tries the recovery code, which need not wait: it has 50 bits. It takes the PIN away with it.
    pub async fn try_code(&mut self, typed: &str) -> Tried {
        let mut found = load().await;
        let Some(recovery) = found.recovery.clone() else {
            return Tried::Wrong;
        };
        match fits(&recovery, &plain_code(typed)).await {
            Ok(true) => {
                found.pin = None;
                found.recovery = None;
                found.wrong_tries = 0;
                save(&mut found).await;
                turn_off();
                Tried::Open
            }
            Ok(false) => Tried::Wrong,
            Err(reason) => Tried::Failed(reason),
        }
    }
}
