//! Packages of other offices: opened, counted again, and looked at as one. Nothing of them is stored here.

use crate::platform::json;
use crate::platform::picked::Picked;
use crate::state::import;
use crate::state::results::Pace;
use crate::state::staff::Staff;
use sipas_core::package::{FileKind, Package, Standing, periods, standings};
use sipas_core::period::Period;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::import::MOST_FILE_BYTES;
use sipas_formats::package::{Found, Opened, PackageError, Together, open};
use sipas_formats::zip::is_zip;

/// A file the person chose.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// The package, or why it is none.
    pub opened: Result<Opened, Closed>,
}

/// Why a file is not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Closed {
    /// The browser could not read it: its words.
    Unreadable(String),
    /// Larger than any package.
    TooLarge,
    /// No package this program can open.
    NoPackage(PackageError),
}

/// All packages of a period as one.
#[derive(Debug, Clone)]
pub struct One {
    /// The period.
    pub period: Period,
    /// The questionnaires the survey positions speak of.
    pub known: Vec<Questionnaire>,
    /// Which files count, one answer for each; nothing for a file that is no package.
    pub standings: Vec<Option<Standing>>,
    /// The figures.
    pub found: Found,
}

/// Opens files; `told` hears how many are done, and says whether to go on.
pub async fn open_all(files: &[Picked], told: impl Fn(usize) -> bool) -> Option<Vec<Chosen>> {
    let mut pace = Pace::start();
    let mut chosen = Vec::new();
    for (done, file) in files.iter().enumerate() {
        let opened = if file.size() > MOST_FILE_BYTES {
            Err(Closed::TooLarge)
        } else {
            match file.bytes().await {
                Ok(bytes) => open(&bytes, json::parse).map_err(Closed::NoPackage),
                Err(reason) => Err(Closed::Unreadable(reason)),
            }
        };
        let name = file.name();
        chosen.push(Chosen { name, opened });
        pace.keep().await;
        if !told(done + 1) {
            return None;
        }
    }
    Some(chosen)
}

/// The periods of the packages, the most frequent first.
#[must_use]
pub fn periods_of(chosen: &[Chosen]) -> Vec<Period> {
    periods(&packages(chosen))
}

fn packages(chosen: &[Chosen]) -> Vec<&Package> {
    let opened = chosen.iter().filter_map(|one| one.opened.as_ref().ok());
    opened.map(|opened| &opened.package).collect()
}

/// Counts the packages of a period together.
pub async fn together(staff: Staff, chosen: &[Chosen], period: Period) -> One {
    let known = import::questionnaires(staff).await;
    let mut answers = standings(&packages(chosen), period).into_iter();
    let mut together = Together::new(&known);
    let mut pace = Pace::start();
    let mut all = Vec::new();
    for one in chosen {
        let Ok(opened) = &one.opened else {
            all.push(None);
            continue;
        };
        let standing = answers.next();
        if standing == Some(Standing::Counts) {
            together.add(&one.name, opened);
            pace.keep().await;
        }
        all.push(standing);
    }
    let found = together.finish();
    One {
        period,
        standings: all,
        found,
        known,
    }
}

/// Files with each package in place of its ballot files; what is no package stays as it is.
pub async fn expanded(files: &[Picked]) -> Vec<Picked> {
    let mut all = Vec::new();
    for file in files {
        let ballots =
            if file.name().to_lowercase().ends_with(".zip") && file.size() <= MOST_FILE_BYTES {
                ballots(file).await
            } else {
                None
            };
        match ballots {
            Some(ballots) => all.extend(ballots),
            None => all.push(file.clone()),
        }
    }
    all
}

/// The ballot files of a package.
async fn ballots(file: &Picked) -> Option<Vec<Picked>> {
    let bytes = file.bytes().await.ok()?;
    let opened = is_zip(&bytes)
        .then(|| open(&bytes, json::parse).ok())
        .flatten()?;
    opened
        .ballots()
        .map(|(path, bytes)| Picked::of(&[&file.name(), " › ", path].concat(), bytes))
        .collect()
}

/// The plans in files: those of packages, and files that are a plan by themselves.
pub async fn plans_in(files: &[Picked]) -> Vec<String> {
    let mut texts = Vec::new();
    for file in files {
        let bytes = if file.size() > MOST_FILE_BYTES {
            Vec::new()
        } else {
            file.bytes().await.unwrap_or_default()
        };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match is_zip(&bytes)
            .then(|| open(&bytes, json::parse).ok())
            .flatten()
        {
            Some(opened) => {
                let listed = opened.package.files.iter();
                let plans = listed.filter(|file| file.kind == FileKind::Plan);
                texts.extend(plans.filter_map(|file| Some(text(opened.files.get(&file.path)?))));
            }
            // What it is, or is not, is found when it is read.
            None => texts.push(text(&bytes)),
        }
    }
    texts
}
