//! `sipas-cli check`: everything wrong with questionnaire and campaign files.

use crate::{Outcome, Stop, print, say};
use sipas_core::problem::Problem;
use sipas_formats::json::{Json, text};
use sipas_formats::{campaign, measures, questionnaire};
use std::fs;
use std::path::PathBuf;

/// Checks each file and prints its problems, or that there are none.
pub fn run(files: &[PathBuf]) -> Result<Outcome, Stop> {
    let mut outcome = Outcome::Fine;
    let mut lines = String::new();
    for path in files {
        let name = path.display();
        match fs::read_to_string(path) {
            Ok(text) => match check(&text) {
                Ok(what) => lines.push_str(&format!("{name}: {what}: no problem\n")),
                Err(problems) => {
                    for problem in problems {
                        lines.push_str(&format!("{name}: {problem}\n"));
                    }
                    if outcome == Outcome::Fine {
                        outcome = Outcome::Flawed;
                    }
                }
            },
            Err(error) => {
                say(&format!("{name}: cannot be read: {error}"));
                outcome = Outcome::Unusable;
            }
        }
    }
    print(&lines)?;
    Ok(outcome)
}

/// What the document is, where nothing is wrong with it.
fn check(document: &str) -> Result<String, Vec<Problem>> {
    let root = text::parse(document).map_err(|problem| vec![problem])?;
    let format = root
        .get("format")
        .and_then(Json::as_text)
        .unwrap_or_default();
    if format.starts_with(campaign::FORMAT) {
        let campaign = campaign::read_tree(&root)?;
        Ok(format!("campaign {}", campaign.id))
    } else if format.starts_with(measures::FORMAT) {
        let library = measures::read_tree(&root)?;
        let (id, count) = (&library.questionnaire, library.measures.len());
        Ok(format!("measures for {id}: {count}"))
    } else {
        let questionnaire = questionnaire::read_tree(&root)?;
        let (id, version) = (&questionnaire.id, questionnaire.version);
        Ok(format!("questionnaire {id} version {version}"))
    }
}
