//! What a survey is run with: the campaign and its questionnaire, loaded once per page.

use crate::platform::{files, json, settings};
use crate::state::app::App;
use crate::state::{doubt, link};
use sipas_core::campaign::Campaign;
use sipas_core::problem::Problem;
use sipas_core::questionnaire::{Questionnaire, terms};
use sipas_core::survey::{Asked, Outline};
use sipas_core::wording::Wording;
use sipas_formats::json::Json;

/// Where the current campaign is stored on this device.
pub const CAMPAIGN_KEY: &str = "sipas/campaign";

/// A campaign with its questionnaire.
#[derive(Debug)]
pub struct Setup {
    /// The campaign, stored on the device or the built-in one.
    pub campaign: Campaign,
    /// Its questionnaire.
    pub questionnaire: Questionnaire,
}

/// Why there is no setup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SetupError {
    /// A file could not be loaded: its path, and what the browser said.
    Load(String, String),
    /// A file has problems: its path, and all of them.
    Faulty(String, Vec<Problem>),
}

impl Setup {
    /// Loads the current campaign and its questionnaire.
    ///
    /// # Errors
    /// [`SetupError`] naming the file.
    pub async fn load(app: App) -> Result<Self, SetupError> {
        let mut campaign = match settings::read(CAMPAIGN_KEY) {
            Some(text) => campaign("campaign", &text).await?,
            None => built_in().await?,
        };
        link::enter(app, &mut campaign).await?;
        let questionnaire = questionnaire(&campaign.questionnaire).await?;
        Ok(Self {
            campaign,
            questionnaire,
        })
    }

    /// What is asked around the questionnaire, given what the address presets.
    #[must_use]
    pub const fn outline(&self, asked: Asked) -> Outline<'_> {
        Outline {
            questionnaire: &self.questionnaire,
            asked,
        }
    }

    /// A wording in `language` with the campaign's terms put in.
    #[must_use]
    pub fn say(&self, wording: &Wording, language: &str) -> String {
        terms::fill(
            &self.questionnaire,
            wording.get(language),
            language,
            &self.campaign.terms,
        )
    }
}

/// Loads the campaign every build has.
///
/// # Errors
/// [`SetupError`] naming the file.
pub async fn built_in() -> Result<Campaign, SetupError> {
    let path = "campaign.json";
    campaign(path, &fetch(path).await?).await
}

/// Loads one of the shipped questionnaires.
///
/// # Errors
/// [`SetupError`] naming the file.
pub async fn questionnaire(id: &str) -> Result<Questionnaire, SetupError> {
    let path = ["questionnaires/", id, ".json"].concat();
    let text = fetch(&path).await?;
    let tree = parse(&path, &text)?;
    match sipas_formats::questionnaire::read_stamped(&text, &tree) {
        Some(found) => Ok(found),
        None => doubt::questionnaire(path, tree).await,
    }
}

async fn fetch(path: &str) -> Result<String, SetupError> {
    files::read_own(path)
        .await
        .map_err(|reason| SetupError::Load(path.to_owned(), reason))
}

async fn campaign(path: &str, text: &str) -> Result<Campaign, SetupError> {
    let tree = parse(path, text)?;
    match sipas_formats::campaign::read_stamped(text, &tree) {
        Some(found) => Ok(found),
        None => doubt::campaign(path.to_owned(), tree).await,
    }
}

fn parse(path: &str, text: &str) -> Result<Json, SetupError> {
    json::parse(text).map_err(|problem| SetupError::Faulty(path.to_owned(), vec![problem]))
}
