//! The sample plan of the current campaign, and a list of dossiers to draw from: it is held while the program runs and
//! stored nowhere.

use crate::platform::random;
use crate::state::app::App;
use crate::state::campaigns::{self, Kept, Saved};
use crate::state::results::Pace;
use crate::state::staff::Staff;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use sipas_core::campaign::plan::{Cell, Plan, USUAL_MARGIN};
use sipas_core::quota::{Outside, Quota, UnitQuota, by_unit, quotas};
use sipas_core::selection::Selection;
use sipas_formats::csv;
use sipas_formats::dossier_list::{DossierList, Reading};
use sipas_formats::sample_list::SampleList;
use sipas_formats::xlsx::sample::{self, SampleWords};
use std::cell::RefCell;
use std::sync::Arc;

/// Lines read between two looks at the clock.
const PORTION: usize = 500;

/// Seeds are made below this: nine digits are typed and read out without a mistake.
const SEEDS: u64 = 1_000_000_000;

/// The current campaign with its plan; the built-in one where staff have set up none.
#[must_use]
pub fn campaign(staff: Staff) -> Kept {
    campaigns::current().unwrap_or_else(|| Kept {
        campaign: staff.setup.campaign.clone(),
        plan: Plan::default(),
    })
}

/// How far a campaign's sample is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Each unit.
    pub units: Vec<UnitQuota>,
    /// Each unit's fields.
    pub quotas: Vec<Quota>,
    /// Ballots that have no place in the plan.
    pub outside: Vec<Outside>,
}

/// The quotas of a campaign, with this device's ballots of its questionnaire and period.
#[must_use]
pub fn progress(staff: Staff, kept: &Kept) -> Progress {
    let selection = Selection {
        questionnaire: Some(kept.campaign.questionnaire.clone()),
        from: kept.plan.from,
        until: kept.plan.until,
        ..Selection::default()
    };
    let margin = kept.plan.margin.unwrap_or(USUAL_MARGIN);
    let (quotas, outside) = staff.with_ballots(|ballots| {
        let own = ballots.iter().filter(|one| selection.matches(one));
        quotas(&kept.plan.cells(), margin, own)
    });
    Progress {
        units: by_unit(&quotas),
        quotas,
        outside,
    }
}

/// Puts dossiers and margin (in thousandths) into the current campaign's plan as it is stored by now; false where the browser
/// refused, and then nothing has changed.
pub fn keep(app: App, staff: Staff, dossiers: Vec<Cell>, margin: u32) -> bool {
    let mut kept = campaign(staff);
    kept.plan.dossiers = dossiers;
    kept.plan.margin = Some(margin).filter(|margin| *margin != USUAL_MARGIN);
    kept.plan.problems().is_empty() && campaigns::keep(app, &kept, true, Saved::Yes)
}

/// A drawn sample, with the unit it was drawn for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The sample.
    pub sample: SampleList,
    /// Path of the unit; nothing where it is for all.
    pub unit: Option<String>,
}

/// Where a list comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Source {
    /// The field.
    #[default]
    Field,
    /// A paste too long for the field.
    Paste,
    /// A file of this name.
    File(String),
}

/// What stands on the desk: in memory only, so that another page can be looked at meanwhile.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The list as it was typed.
    pub text: String,
    /// Where the list comes from.
    pub source: Source,
    /// The list as it was read.
    pub list: Option<Arc<DossierList>>,
    /// Path of the unit it is for; nothing: all.
    pub unit: Option<String>,
    /// How many to draw, as typed.
    pub count: String,
    /// The seed as typed.
    pub seed: String,
    /// Whether to spread over units and fields.
    pub spread: bool,
    /// What was drawn.
    pub drawn: Option<Arc<Drawn>>,
    /// Whether it was printed or saved.
    pub taken: bool,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// What stands on the desk, or a new one for this counter's unit with a seed of its own.
#[must_use]
pub fn desk(kept: &Kept) -> Desk {
    DESK.take().unwrap_or_else(|| Desk {
        unit: kept.campaign.unit.clone(),
        seed: (random::bits() % SEEDS).to_string(),
        spread: true,
        ..Desk::default()
    })
}

/// Leaves it on the desk until the page is closed.
pub fn leave(desk: Desk) {
    DESK.set(Some(desk));
}

/// Reads a list a portion at a time; nothing where `told` of the share done says that nobody wants it any more.
pub async fn read(text: &str, told: impl Fn(f64) -> bool) -> Option<DossierList> {
    let mut pace = Pace::start();
    let mut reading = Reading::default();
    let mut done = 0;
    for (at, line) in text.lines().enumerate() {
        reading.line(line);
        done += line.len() + 1;
        if at % PORTION == 0 && pace.keep().await && !told(done as f64 / text.len() as f64) {
            return None;
        }
    }
    Some(reading.finish())
}

/// The text of a file's bytes; nothing where they are none.
#[must_use]
pub fn decoded(bytes: &[u8]) -> Option<String> {
    csv::decode(bytes).ok().map(|(text, _)| text.into_owned())
}

/// A sample as a workbook, by the part of the program that writes workbooks.
///
/// # Errors
/// Why it could not be made.
pub async fn workbook(sample: SampleList, words: SampleWords) -> Result<Vec<u8>, String> {
    match sample_part(sample, words).await {
        Ok(made) => made,
        Err(_) => Err("staff_xlsx".to_owned()),
    }
}

#[wasm_split(staff_xlsx, wasm_split_path = leptos::wasm_split, fallible)]
fn sample_part(
    sample: SampleList,
    words: SampleWords,
) -> Result<Result<Vec<u8>, String>, SplitLoaderError> {
    Ok(sample::write(&sample, &words).map_err(|problem| problem.to_string()))
}
