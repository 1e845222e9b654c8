//! The questionnaires the program knows: the shipped ones and those of given folders.

use crate::{Outcome, Stop, say};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::json::{Json, text};
use sipas_formats::questionnaire::{FORMAT, read};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The shipped questionnaires, by file name.
const SHIPPED: [(&str, &str); 4] = [
    (
        "sipas-desk.json",
        include_str!("../../public/questionnaires/sipas-desk.json"),
    ),
    (
        "management.json",
        include_str!("../../public/questionnaires/management.json"),
    ),
    (
        "desk-evaluation.json",
        include_str!("../../public/questionnaires/desk-evaluation.json"),
    ),
    (
        "quick.json",
        include_str!("../../public/questionnaires/quick.json"),
    ),
];

/// Questionnaires by id and version.
#[derive(Debug, Default)]
pub struct Known {
    editions: BTreeMap<(String, u32), Questionnaire>,
}

impl Known {
    /// The shipped questionnaires and all `*.json` files of `folders`.
    pub fn load(folders: &[PathBuf]) -> Result<Self, Stop> {
        let mut known = Self::default();
        for (name, text) in SHIPPED {
            known.add(name, text)?;
        }
        for folder in folders {
            for path in json_files(folder)? {
                let text = fs::read_to_string(&path).map_err(|error| unusable(&path, &error))?;
                let name = path.display().to_string();
                if is_questionnaire(&text) {
                    known.add(&name, &text)?;
                } else {
                    say(&format!("{name}: not a questionnaire file: skipped"));
                }
            }
        }
        Ok(known)
    }

    fn add(&mut self, name: &str, text: &str) -> Result<(), Stop> {
        let questionnaire = read(text).map_err(|problems| {
            let lines: Vec<String> = problems
                .iter()
                .map(|problem| format!("{name}: {problem}"))
                .collect();
            Stop {
                message: lines.join("\n"),
                outcome: Outcome::Unusable,
            }
        })?;
        let key = (questionnaire.id.clone(), questionnaire.version);
        match self.editions.get(&key) {
            Some(other) if *other != questionnaire => Err(Stop {
                message: format!(
                    "{name}: another questionnaire is {} version {} already; a changed \
                     questionnaire needs a new version",
                    key.0, key.1
                ),
                outcome: Outcome::Unusable,
            }),
            Some(_) => Ok(()),
            None => {
                self.editions.insert(key, questionnaire);
                Ok(())
            }
        }
    }

    /// The questionnaire of this id and version.
    pub fn get(&self, id: &str, version: u32) -> Option<&Questionnaire> {
        self.editions.get(&(id.to_owned(), version))
    }

    /// The newest version of a questionnaire.
    pub fn newest(&self, id: &str) -> Option<&Questionnaire> {
        let versions = (id.to_owned(), 0)..=(id.to_owned(), u32::MAX);
        self.editions
            .range(versions)
            .next_back()
            .map(|(_, newest)| newest)
    }

    /// All known ids, in order.
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.editions.keys().map(|(id, _)| id.as_str()).collect();
        ids.dedup();
        ids
    }
}

/// Whether the text says it is a questionnaire, or is not even JSON and should be told so.
fn is_questionnaire(text: &str) -> bool {
    text::parse(text).map_or(true, |root| {
        let format = root.get("format").and_then(Json::as_text);
        format.is_some_and(|format| format.starts_with(FORMAT))
    })
}

/// The folder's `*.json` files in the order of their names.
fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let unreadable = |error: std::io::Error| unusable(folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn unusable(path: &Path, error: &std::io::Error) -> Stop {
    Stop {
        message: format!("{}: cannot be read: {error}", path.display()),
        outcome: Outcome::Unusable,
    }
}
