//! Ballot files become the ballots of one questionnaire, each once.

use crate::arguments::IndexOptions;
use crate::questionnaires::Known;
use crate::source::{self, Told};
use crate::{Outcome, Stop, say};
use sipas_core::ballot::Ballot;
use sipas_core::index::Recast;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv::{self, Conflict, Place, Placed};
use sipas_formats::index_json::RowCounts;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Ballots ready for counting.
#[derive(Debug)]
pub struct Input<'known> {
    /// The questionnaire they are counted under: the newest version among the files.
    pub questionnaire: &'known Questionnaire,
    /// The ballots.
    pub ballots: Vec<Ballot>,
    /// What happened to the rows.
    pub rows: RowCounts,
    /// Whether anything was supposed that a file does not say.
    pub has_guesses: bool,
}

/// A file and what it came to.
pub type File = (PathBuf, Told);

/// Reads the files, telling what is wrong with them.
pub fn read<'known>(options: &IndexOptions, known: &'known Known) -> Result<Input<'known>, Stop> {
    let mut placed = Vec::new();
    let mut all = Vec::new();
    for path in source::files(&options.files)? {
        let file = path.display().to_string();
        let told = source::each(&path, known, &mut |line, ballot| {
            let place = Place {
                file: file.clone(),
                line,
            };
            placed.push(Placed { place, ballot });
        });
        all.push((path, told));
    }
    let files = tell(options, all)?;
    let questionnaire = one_questionnaire(options, known, &files)?;
    let recasts = recasts(known, &files, questionnaire)?;
    placed.retain(|one| one.ballot.context.questionnaire == questionnaire.id);
    let read = files.iter().map(|(_, told)| told.rows).sum();
    let faulty: u64 = files.iter().map(|(_, told)| told.rejected).sum();
    let merged = csv::merge(placed);
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
        has_guesses: files.iter().any(|(_, told)| told.has_guesses),
    })
}

/// Tells what each file came to, and leaves out those of another questionnaire than the one asked for.
///
/// # Errors
/// Every file that cannot be read at all.
pub fn tell(options: &IndexOptions, all: Vec<File>) -> Result<Vec<File>, Stop> {
    let mut files = Vec::new();
    let mut unreadable = Vec::new();
    for (path, told) in all {
        let name = path.display().to_string();
        if let Some(reason) = &told.unreadable {
            unreadable.push(format!("{name}: {reason}"));
            continue;
        }
        let skipped = options.questionnaire.as_ref().is_some_and(|wanted| {
            !told.editions.is_empty() && told.editions.iter().all(|edition| *wanted != edition.id)
        });
        if all_is_plain(&told, skipped) && options.is_quiet() {
            files.push((path, told));
            continue;
        }
        say(&summary(&name, &told, skipped));
        if !skipped {
            for problem in &told.problems {
                say(&format!("{name}: {problem}"));
            }
            files.push((path, told));
        }
    }
    if unreadable.is_empty() {
        Ok(files)
    } else {
        Err(unusable(unreadable.join("\n")))
    }
}

/// Whether there is nothing to tell of a file but its rows.
fn all_is_plain(told: &Told, skipped: bool) -> bool {
    !skipped && told.problems.is_empty() && told.recognised.is_empty()
}

fn summary(name: &str, told: &Told, skipped: bool) -> String {
    let editions: Vec<String> = told.editions.iter().map(ToString::to_string).collect();
    let mut text = format!("{name}: {}", editions.join(" and "));
    if !editions.is_empty() {
        text.push_str(", ");
    }
    text.push_str(&format!("{} rows", told.rows));
    if skipped {
        text.push_str(", another questionnaire: skipped");
        return text;
    }
    if told.rejected > 0 {
        text.push_str(&format!(", {} rejected", told.rejected));
    }
    if !told.recognised.is_empty() {
        text.push_str(&format!(", recognised: {}", told.recognised));
    }
    if !told.extra_columns.is_empty() {
        let names: Vec<String> = told
            .extra_columns
            .iter()
            .map(|name| format!("\"{}\"", name.escape_debug()))
            .collect();
        text.push_str(&format!(", columns not used: {}", names.join(", ")));
    }
    text
}

/// The questionnaire of all files, in its newest version among them.
pub fn one_questionnaire<'known>(
    options: &IndexOptions,
    known: &'known Known,
    files: &[File],
) -> Result<&'known Questionnaire, Stop> {
    let editions: BTreeSet<_> = files
        .iter()
        .flat_map(|(_, told)| told.editions.iter().cloned())
        .filter(|edition| {
            options
                .questionnaire
                .as_ref()
                .is_none_or(|id| *id == edition.id)
        })
        .collect();
    let ids: BTreeSet<&str> = editions.iter().map(|edition| edition.id.as_str()).collect();
    if ids.len() > 1 {
        let mut lines = vec![
            "the files hold different questionnaires, which are never counted together:".into(),
        ];
        for (path, told) in files {
            for edition in &told.editions {
                lines.push(format!("  {}: {edition}", path.display()));
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
pub fn recasts(
    known: &Known,
    files: &[File],
    questionnaire: &Questionnaire,
) -> Result<BTreeMap<u32, Recast>, Stop> {
    let mut recasts = BTreeMap::new();
    let versions: BTreeSet<u32> = files
        .iter()
        .flat_map(|(_, told)| &told.editions)
        .filter(|edition| edition.id == questionnaire.id)
        .map(|edition| edition.version)
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

pub fn conflict_text(conflict: &Conflict) -> String {
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
