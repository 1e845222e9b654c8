//! The campaign and the questionnaires: checked, stamped, listed.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use serde_json::{Value, json};
use sipas_core::measures::Measures;
use sipas_core::problem::Problem;
use sipas_formats::{campaign, measures, questionnaire, stamp};

use super::gather::{below, sorted_files};
use super::shrink;
use super::site::{Audience, Site};
use crate::progress::note;
use crate::project::Project;

/// What a citizen answers where no campaign was set.
const FIRST: [&str; 2] = ["campaign.json", "questionnaires/sipas-desk.json"];

/// The data files the app starts with, as paths below `public/` and inside the build.
pub fn first(project: &Project) -> Vec<&'static str> {
    let mut there = FIRST.to_vec();
    there.retain(|path| {
        let is_there = project.path("public").join(path).is_file();
        if !is_there {
            note(&format!(
                "public/{path} is missing: the app has nothing to ask by default"
            ));
        }
        is_there
    });
    there
}

/// The campaign and each questionnaire twice: inside the build, so that a running survey never meets
/// another version of its questions; and at a lasting address, for people and other programs.
///
/// A file with problems stops the build with all of them; one without gets the stamp that lets the
/// app read it without checking it again.
pub fn add(project: &Project, site: &mut Site, folder: &str) -> Result<()> {
    let public = project.path("public");
    let mut list = Vec::new();
    for path in sorted_files(&public.join("questionnaires"))? {
        let name = below(&public, &path)?;
        if !name.ends_with(".json") {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let checked = questionnaire::read(&text).or_else(|problems| refuse(&name, &problems))?;
        let texts = |wording: &sipas_core::wording::Wording| -> Value {
            let entries = wording.entries().iter();
            Value::Object(
                entries
                    .map(|(code, text)| (code.clone(), json!(text)))
                    .collect(),
            )
        };
        list.push(json!({
            "id": checked.id,
            "version": checked.version,
            "title": texts(&checked.title),
        }));
        put(site, folder, &name, &text);
        library(&public, site, folder, &checked.id)?;
    }
    let index = Value::Array(list).to_string();
    site.add(
        format!("{folder}questionnaires/index.json"),
        index,
        Audience::Staff,
    );
    let path = public.join("campaign.json");
    if path.is_file() {
        let text = fs::read_to_string(&path)?;
        campaign::read(&text).or_else(|problems| refuse("campaign.json", &problems))?;
        put(site, folder, "campaign.json", &text);
    }
    Ok(())
}

/// The library of measures for a questionnaire; an empty one where none is shipped, so that the app need not ask in vain.
fn library(public: &Path, site: &mut Site, folder: &str, id: &str) -> Result<()> {
    let name = format!("measures/{id}.json");
    let path = public.join(&name);
    let text = if path.is_file() {
        let text = fs::read_to_string(&path)?;
        measures::read(&text).or_else(|problems| refuse(&name, &problems))?;
        shrink::minify_json(&text)
    } else {
        measures::write(&Measures {
            questionnaire: id.to_owned(),
            measures: Vec::new(),
        })
    };
    site.add(format!("{folder}{name}"), text, Audience::Staff);
    Ok(())
}

fn put(site: &mut Site, folder: &str, name: &str, text: &str) {
    let small = stamp::put(&shrink::minify_json(text));
    let audience = if FIRST.contains(&name) {
        Audience::FirstVisit
    } else {
        Audience::Citizen
    };
    site.add(format!("{folder}{name}"), small.clone(), audience);
    site.add(name.to_owned(), small, Audience::Public);
}

fn refuse<T>(name: &str, problems: &[Problem]) -> Result<T> {
    let lines: Vec<String> = problems.iter().map(|one| format!("  {one}")).collect();
    bail!(
        "{} has problems:\n{}",
        Path::new("public").join(name).display(),
        lines.join("\n")
    )
}
