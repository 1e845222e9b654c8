//! Routes: what the fragment of the address asks for.

use crate::platform::address;
use sipas_core::ballot::is_code;

/// A page of the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// `/`: the front door.
    Front,
    /// `/survey`: the start screen of the citizen's survey.
    Start,
    /// `/survey/begin`: the survey itself.
    Survey(Preset),
    /// A survey on the counter's tablet or an interviewer's; it has no address, so Back and a reload
    /// never lead to it.
    Shared,
    /// `/staff` and the pages below it, `/kiosk` and `/display`: as written; the staff's part reads it.
    Staff(String),
    /// Anything else, as it was written.
    Lost(String),
}

/// What an address presets for a survey.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preset {
    /// `unit=`: the unit, not asked then.
    pub unit: Option<String>,
    /// `field=`: the field, not asked then.
    pub field: Option<String>,
}

impl Route {
    /// Reads a fragment (without `#`).
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let (path, query) = fragment.split_once('?').unwrap_or((fragment, ""));
        let survey = |route: fn(Preset) -> Self| {
            Preset::parse(query).map_or_else(|| Self::Lost(fragment.to_owned()), route)
        };
        match path.trim_end_matches('/') {
            "" => Self::Front,
            "/survey" => survey(|_| Self::Start),
            "/survey/begin" => survey(Self::Survey),
            path if path == "/kiosk"
                || path == "/display"
                || path == "/staff"
                || path.starts_with("/staff/") =>
            {
                Self::Staff(fragment.to_owned())
            }
            _ => Self::Lost(fragment.to_owned()),
        }
    }
}

impl Preset {
    /// Reads what stands behind `?`; nothing where a unit or field is no code at all.
    fn parse(query: &str) -> Option<Self> {
        let mut preset = Self::default();
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let place = match key {
                "unit" => &mut preset.unit,
                "field" => &mut preset.field,
                _ => continue,
            };
            *place = Some(address::decode(value)).filter(|code| is_code(code));
            place.as_ref()?;
        }
        Some(preset)
    }
}
