//! Counting any number of files without holding their ballots.
//!
//! Two walks. The first notes 16 bytes of each ballot, its id and a hash of its record: sorted they tell
//! which ids stand twice and which have different ballots. The second counts each id once; only the
//! ballots of ids in conflict are held. A file's own text is held while it is read.

use crate::arguments::IndexOptions;
use crate::input::{self, Input};
use crate::questionnaires::Known;
use crate::source::{self, Told};
use crate::{Stop, say};
use sipas_core::ballot::{Ballot, BallotId};
use sipas_core::index::{Counting, Report};
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::csv::{self, Place, Placed};
use sipas_formats::index_json::RowCounts;
use sipas_formats::record::seal;
use sipas_formats::record::shape::Shape;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::path::PathBuf;

/// Figures and what became of the rows.
#[derive(Debug)]
pub struct Counted<'known> {
    /// The questionnaire they are counted under.
    pub questionnaire: &'known Questionnaire,
    /// The figures.
    pub report: Report,
    /// What happened to the rows.
    pub rows: RowCounts,
    /// Whether anything was supposed that a file does not say.
    pub has_guesses: bool,
}

/// Reads and counts the files.
///
/// # Errors
/// As [`input::read`].
pub fn count<'known>(
    options: &IndexOptions,
    known: &'known Known,
) -> Result<Counted<'known>, Stop> {
    let files = source::files(&options.files)?;
    let mut seen: Vec<(u64, u64)> = Vec::new();
    let told = first_walk(options, known, &files, &mut seen)?;
    let questionnaire = input::one_questionnaire(options, known, &told)?;
    let recasts = input::recasts(known, &told, questionnaire)?;
    let read = told.iter().map(|(_, told)| told.rows).sum();
    let faulty: u64 = told.iter().map(|(_, told)| told.rejected).sum();
    seen.sort_unstable();
    let records = seen.len();
    seen.dedup();
    let copies = (records - seen.len()) as u64;
    let mut conflicts: BTreeMap<u64, Vec<Placed>> = BTreeMap::new();
    for same in seen.chunk_by(|one, next| one.0 == next.0) {
        if let [(id, _), _, ..] = same {
            conflicts.insert(*id, Vec::new());
        }
    }
    let mut ids: Vec<u64> = seen.into_iter().map(|one| one.0).collect();
    ids.dedup();
    let mut counted = vec![false; ids.len()];
    let mut counting = Counting::new(questionnaire, &options.by, options.rollup);
    let mut ballots = 0;
    let mut add = |ballot: &Ballot| {
        ballots += 1;
        match recasts.get(&ballot.context.version) {
            Some(recast) => counting.add(&recast.apply(ballot)),
            None => counting.add(ballot),
        }
    };
    for path in told.iter().map(|(path, _)| path) {
        source::each(path, known, &mut |line, ballot| {
            if !is_wanted(options, &ballot) {
                return;
            }
            if let Some(versions) = conflicts.get_mut(&ballot.id.0) {
                let place = Place {
                    file: path.display().to_string(),
                    line,
                };
                versions.push(Placed { place, ballot });
                return;
            }
            let at = ids.binary_search(&ballot.id.0).ok();
            if let Some(counted) = at.and_then(|at| counted.get_mut(at))
                && !core::mem::replace(counted, true)
            {
                add(&ballot);
            }
        });
    }
    let mut lost = 0;
    let merged = csv::merge(conflicts.into_values().flatten());
    for conflict in &merged.conflicts {
        say(&input::conflict_text(conflict));
        lost += conflict.dropped.len() as u64;
    }
    merged.ballots.iter().for_each(&mut add);
    Ok(Counted {
        questionnaire,
        rows: RowCounts {
            read,
            counted: ballots,
            duplicate: copies,
            rejected: faulty + lost,
        },
        report: counting.report(questionnaire, options.formula),
        has_guesses: told.iter().any(|(_, told)| told.has_guesses),
    })
}

/// Notes every ballot; tells what is wrong with each file, and stops where one cannot be read at all.
fn first_walk(
    options: &IndexOptions,
    known: &Known,
    files: &[PathBuf],
    seen: &mut Vec<(u64, u64)>,
) -> Result<Vec<(PathBuf, Told)>, Stop> {
    let mut shapes: BTreeMap<(String, u32), Shape> = BTreeMap::new();
    let mut all = Vec::new();
    for path in files {
        let told = source::each(path, known, &mut |_, ballot| {
            if is_wanted(options, &ballot) {
                seen.push(note(&ballot, known, &mut shapes));
            }
        });
        all.push((path.clone(), told));
    }
    input::tell(options, all)
}

fn is_wanted(options: &IndexOptions, ballot: &Ballot) -> bool {
    let wanted = options.questionnaire.as_ref();
    wanted.is_none_or(|id| *id == ballot.context.questionnaire)
}

/// The ballot's id and a hash of its whole record.
fn note(ballot: &Ballot, known: &Known, shapes: &mut BTreeMap<(String, u32), Shape>) -> (u64, u64) {
    let context = &ballot.context;
    let key = (context.questionnaire.clone(), context.version);
    let shape = shapes.entry(key).or_insert_with(|| {
        let questionnaire = known.get(&context.questionnaire, context.version);
        questionnaire.map(Shape::of).unwrap_or_default()
    });
    let mut hasher = DefaultHasher::new();
    hasher.write(&seal(ballot, shape));
    let BallotId(id) = ballot.id;
    (id, hasher.finish())
}

/// What the whole set is needed for.
#[must_use]
pub fn of_input<'known>(input: &Input<'known>, report: Report) -> Counted<'known> {
    Counted {
        questionnaire: input.questionnaire,
        report,
        rows: input.rows,
        has_guesses: input.has_guesses,
    }
}
