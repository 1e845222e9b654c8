//! What a survey is run with: the campaign and its questionnaire, loaded once per page.

use crate::platform::{files, json, settings};
use sipas_core::campaign::Campaign;
use sipas_core::problem::Problem;
use sipas_core::questionnaire::{Questionnaire, terms};
use sipas_core::survey::{Asked, Outline};
use sipas_core::wording::Wording;

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
    pub async fn load() -> Result<Self, SetupError> {
        let campaign = match settings::read(CAMPAIGN_KEY) {
            Some(text) => read_campaign("campaign", &text)?,
            None => {
                let path = "campaign.json";
                read_campaign(path, &fetch(path).await?)?
            }
        };
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

/// Loads and checks one of the shipped questionnaires.
///
/// # Errors
/// [`SetupError`] naming the file.
pub async fn questionnaire(id: &str) -> Result<Questionnaire, SetupError> {
    let mut path = String::from("questionnaires/");
    path.push_str(id);
    path.push_str(".json");
    let text = fetch(&path).await?;
    let checked = json::parse(&text)
        .map_err(|problem| vec![problem])
        .and_then(|tree| sipas_formats::questionnaire::read_tree(&tree));
    checked.map_err(|problems| SetupError::Faulty(path, problems))
}

async fn fetch(path: &str) -> Result<String, SetupError> {
    files::read_own(path)
        .await
        .map_err(|reason| SetupError::Load(path.to_owned(), reason))
}

fn read_campaign(path: &str, text: &str) -> Result<Campaign, SetupError> {
    json::parse(text)
        .map_err(|problem| vec![problem])
        .and_then(|tree| sipas_formats::campaign::read_tree(&tree))
        .map_err(|problems| SetupError::Faulty(path.to_owned(), problems))
}
