//! The files a command line names: tables, archives and packages, and those of whole folders, row by row.

use crate::questionnaires::Known;
use crate::{Outcome, Stop};
use sipas_core::ballot::Ballot;
use sipas_formats::archive;
use sipas_formats::csv::{self, AnyFile, Edition, PlaceMap, Reading};
use sipas_formats::json;
use sipas_formats::ledger::marks::Marks;
use sipas_formats::package::{self, PackageError};
use sipas_formats::zip;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What a file came to besides its ballots.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// The questionnaire versions its ballots answer.
    pub editions: BTreeSet<Edition>,
    /// Rows or ballots in it.
    pub rows: u64,
    /// Of these, those that gave no ballot.
    pub rejected: u64,
    /// What was recognised of a table that is not as it was exported; empty for one that is.
    pub recognised: String,
    /// Whether anything was supposed that the file does not say.
    pub has_guesses: bool,
    /// Columns that are not used.
    pub extra_columns: Vec<String>,
    /// What is wrong with single rows or parts.
    pub problems: Vec<String>,
    /// Why it cannot be read at all.
    pub unreadable: Option<String>,
}

/// The files to read: those named, and the `*.csv`, `*.sipas` and `*.zip` files of the folders named, by name.
///
/// # Errors
/// A folder that cannot be read, or has none of them.
pub fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut own = Vec::new();
        look(path, &mut own)?;
        if own.is_empty() {
            return Err(unusable(format!(
                "{}: the folder has no *.csv, *.sipas or *.zip file",
                path.display()
            )));
        }
        own.sort();
        files.extend(own);
    }
    Ok(files)
}

fn look(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Stop> {
    let failed =
        |error: std::io::Error| unusable(format!("{}: cannot be read: {error}", folder.display()));
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        // Links are not followed into folders, so no circle is ever walked.
        if entry.file_type().map_err(failed)?.is_dir() {
            look(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|extension| ["csv", "sipas", "zip"].iter().any(|one| extension == *one))
        {
            files.push(path);
        }
    }
    Ok(())
}

/// Reads one file, giving each ballot with its line (0 in an archive).
pub fn each(path: &Path, known: &Known, take: &mut dyn FnMut(u64, Ballot)) -> Told {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Told {
                unreadable: Some(format!("cannot be read: {error}")),
                ..Told::default()
            };
        }
    };
    if archive::is_archive(&bytes) {
        return each_archived(&bytes, known, take);
    }
    if zip::is_zip(&bytes) {
        match package::open(&bytes, json::text::parse) {
            // Some other ZIP file, a workbook for instance: said as of any file that is no table.
            Err(PackageError::NoManifest) => {}
            Err(error) => {
                return Told {
                    unreadable: Some(error.to_string()),
                    ..Told::default()
                };
            }
            Ok(opened) => return each_packed(&opened, known, take),
        }
    }
    each_row(&bytes, known, take)
}

/// The ballots of a package, with what is wrong with its files.
fn each_packed(opened: &package::Opened, known: &Known, take: &mut dyn FnMut(u64, Ballot)) -> Told {
    let mut told = Told::default();
    let refused = opened.refused.iter();
    told.problems = refused
        .map(|(path, why)| format!("{path}: {why}"))
        .collect();
    for (path, bytes) in opened.ballots() {
        let part = each_row(bytes, known, take);
        told.rows += part.rows;
        told.rejected += part.rejected;
        told.editions.extend(part.editions);
        told.extra_columns.extend(part.extra_columns);
        let problems = part.problems.into_iter().chain(part.unreadable);
        let named = problems.map(|problem| format!("{path}: {problem}"));
        told.problems.extend(named);
    }
    told
}

/// The ballots of a table.
fn each_row(bytes: &[u8], known: &Known, take: &mut dyn FnMut(u64, Ballot)) -> Told {
    let find = |id: &str, version| known.get(id, version);
    let map = PlaceMap::default();
    let (text, encoding) = match csv::decode(bytes) {
        Ok(decoded) => decoded,
        Err(problem) => return table(AnyFile::closed(problem)),
    };
    match Reading::lenient(&text, encoding, &find, &map) {
        Ok(mut reading) => {
            while !reading.step(usize::MAX, &mut |row| take(row.line, row.ballot)) {}
            table(reading.finish())
        }
        Err(file) => table(*file),
    }
}

fn table(any: AnyFile) -> Told {
    let AnyFile { file, dialect, .. } = any;
    let mut problems: Vec<String> = file.problems.iter().map(ToString::to_string).collect();
    if file.more_problems > 0 {
        problems.push(format!("{} more problems", file.more_problems));
    }
    if file.unreadable {
        return Told {
            unreadable: Some(problems.join("; ")),
            ..Told::default()
        };
    }
    Told {
        rows: file.rows,
        rejected: file.rejected(),
        editions: file.edition.into_iter().collect(),
        recognised: dialect.to_string(),
        has_guesses: dialect.has_guesses(),
        extra_columns: file.extra_columns,
        problems,
        unreadable: None,
    }
}

fn each_archived(bytes: &[u8], known: &Known, take: &mut dyn FnMut(u64, Ballot)) -> Told {
    let mut told = Told::default();
    let opened = match archive::read(bytes) {
        Ok(opened) => opened,
        Err(error) => {
            told.unreadable = Some(error.to_string());
            return told;
        }
    };
    let mut marks = Marks::default();
    opened.marks.iter().for_each(|mark| marks.merge(*mark));
    let mut unknown = BTreeSet::new();
    opened.each(&mut |ballot, _| {
        if marks.is_removed(ballot.id) {
            return;
        }
        told.rows += 1;
        let edition = Edition {
            id: ballot.context.questionnaire.clone(),
            version: ballot.context.version,
        };
        if known.get(&edition.id, edition.version).is_none() {
            told.rejected += 1;
            unknown.insert(edition);
            return;
        }
        if !told.editions.contains(&edition) {
            told.editions.insert(edition);
        }
        take(0, ballot.clone());
    });
    told.problems = unknown
        .iter()
        .map(|edition| format!("no questionnaire {edition} is known; see --questionnaires"))
        .chain(opened.refused.iter().map(ToString::to_string))
        .collect();
    told
}

fn unusable(message: String) -> Stop {
    Stop {
        message,
        outcome: Outcome::Unusable,
    }
}
