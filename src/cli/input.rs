//! Ballot files become the ballots of one questionnaire, each once.

use crate::arguments::IndexOptions;
use crate::questionnaires::Known;
use crate::{Outcome, Stop, say};
use sipas_core::ballot::Ballot;
use sipas_core::index::Recast;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv::{self, BallotFile, Conflict, Place, Placed};
use sipas_formats::index_json::RowCounts;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Ballots ready for counting.
#[derive(Debug)]
pub struct Input<'known> {
    /// The questionnaire they are counted under: the newest version among the files.
    pub questionnaire: &'known Questionnaire,
    /// The ballots.
    pub ballots: Vec<Ballot>,
    /// What happened to the rows.
    pub rows: RowCounts,
}

/// Reads the files, telling what is wrong with them.
pub fn read<'known>(options: &IndexOptions, known: &'known Known) -> Result<Input<'known>, Stop> {
    let files = files(options, known)?;
    let questionnaire = one_questionnaire(options, known, &files)?;
    let recasts = recasts(known, &files, questionnaire)?;
    let read = files.iter().map(|(_, file)| file.rows).sum();
    let faulty: u64 = files.iter().map(|(_, file)| file.rejected()).sum();
    let placed = files.into_iter().flat_map(|(name, file)| {
        file.ballots.into_iter().map(move |row| Placed {
            place: Place {
                file: name.clone(),
                line: row.line,
            },
            ballot: row.ballot,
        })
    });
    let merged = csv::merge(placed, &|id, version| known.get(id, version));
    for conflict in &merged.conflicts {
        say(&conflict_text(conflict));
    }
    let lost: usize = merged
        .conflicts
        .iter()
        .map(|conflict| conflict.dropped.len())
        .sum();
    let ballots: Vec<Ballot> = merged
        .ballots
        .into_iter()
        .map(|ballot| match recasts.get(&ballot.context.version) {
            Some(recast) => recast.apply(&ballot),
            None => ballot,
        })
        .collect();
    let rows = RowCounts {
        read,
        counted: ballots.len() as u64,
        duplicate: merged.duplicates,
        rejected: faulty + lost as u64,
    };
    Ok(Input {
        questionnaire,
        ballots,
        rows,
    })
}

/// Every file with its name; stops where one cannot be read at all, after telling about each.
fn files(options: &IndexOptions, known: &Known) -> Result<Vec<(String, BallotFile)>, Stop> {
    let mut files = Vec::new();
    let mut unreadable = Vec::new();
    for path in &options.files {
        let name = path.display().to_string();
        let bytes = match fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => {
                unreadable.push(format!("{name}: cannot be read: {error}"));
                continue;
            }
        };
        let file = csv::read(&bytes, &|id, version| known.get(id, version));
        let problems = file
            .problems
            .iter()
            .map(|problem| format!("{name}: {problem}"));
        if file.unreadable {
            unreadable.extend(problems);
            continue;
        }
        let skipped = match (&options.questionnaire, &file.edition) {
            (Some(wanted), Some(edition)) => *wanted != edition.id,
            (Some(_) | None, _) => false,
        };
        say(&summary(&name, &file, skipped));
        if !skipped {
            problems.for_each(|problem| say(&problem));
            files.push((name, file));
        }
    }
    if unreadable.is_empty() {
        Ok(files)
    } else {
        Err(unusable(unreadable.join("\n")))
    }
}

fn summary(name: &str, file: &BallotFile, skipped: bool) -> String {
    let edition = file
        .edition
        .as_ref()
        .map_or_else(String::new, |edition| format!("{edition}, "));
    let mut text = format!("{name}: {edition}{} rows", file.rows);
    if skipped {
        text.push_str(", another questionnaire: skipped");
        return text;
    }
    if file.rejected() > 0 {
        text.push_str(&format!(", {} rejected", file.rejected()));
    }
    if !file.extra_columns.is_empty() {
        let names: Vec<String> = file
            .extra_columns
            .iter()
            .map(|name| format!("\"{}\"", name.escape_debug()))
            .collect();
        text.push_str(&format!(", columns not used: {}", names.join(", ")));
    }
    text
}

/// The questionnaire of all files, in its newest version among them.
fn one_questionnaire<'known>(
    options: &IndexOptions,
    known: &'known Known,
    files: &[(String, BallotFile)],
) -> Result<&'known Questionnaire, Stop> {
    let editions: BTreeSet<_> = files
        .iter()
        .filter_map(|(_, file)| file.edition.clone())
        .collect();
    let ids: BTreeSet<&str> = editions.iter().map(|edition| edition.id.as_str()).collect();
    if ids.len() > 1 {
        let mut lines = vec![
            "the files hold different questionnaires, which are never counted together:".into(),
        ];
        for (name, file) in files {
            if let Some(edition) = &file.edition {
                lines.push(format!("  {name}: {edition}"));
            }
        }
        lines.push("choose one with --questionnaire ID".to_owned());
        return Err(unusable(lines.join("\n")));
    }
    let newest = editions
        .last()
        .and_then(|edition| known.get(&edition.id, edition.version));
    match (newest, &options.questionnaire) {
        (Some(questionnaire), _) => Ok(questionnaire),
        (None, Some(id)) => known.newest(id).ok_or_else(|| {
            let ids = known.ids().join(", ");
            unusable(format!(
                "no questionnaire \"{}\" is known: {ids}",
                id.escape_debug()
            ))
        }),
        (None, None) => Err(unusable(
            "no row names a questionnaire: name it with --questionnaire ID".to_owned(),
        )),
    }
}

/// For each other version among the files the way to count its ballots under `questionnaire`.
fn recasts(
    known: &Known,
    files: &[(String, BallotFile)],
    questionnaire: &Questionnaire,
) -> Result<BTreeMap<u32, Recast>, Stop> {
    let mut recasts = BTreeMap::new();
    let versions: BTreeSet<u32> = files
        .iter()
        .filter_map(|(_, file)| file.edition.as_ref().map(|edition| edition.version))
        .filter(|version| *version != questionnaire.version)
        .collect();
    for version in versions {
        let Some(other) = known.get(&questionnaire.id, version) else {
            continue;
        };
        let recast = Recast::new(other, questionnaire).map_err(|differences| {
            let mut lines = vec![format!(
                "{} versions {version} and {} cannot be counted together:",
                questionnaire.id, questionnaire.version
            )];
            lines.extend(
                differences
                    .iter()
                    .map(|difference| format!("  {difference}")),
            );
            unusable(lines.join("\n"))
        })?;
        recasts.insert(version, recast);
    }
    Ok(recasts)
}

fn conflict_text(conflict: &Conflict) -> String {
    let place = |place: &Place| format!("{} line {}", place.file, place.line);
    let dropped: Vec<String> = conflict.dropped.iter().map(place).collect();
    format!(
        "conflict: different ballots are called {}: {} counts, {} does not",
        conflict.id,
        place(&conflict.kept),
        dropped.join(" and ")
    )
}

fn unusable(message: String) -> Stop {
    Stop {
        message,
        outcome: Outcome::Unusable,
    }
}
