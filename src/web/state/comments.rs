//! Comments of the ballots a filter chooses, found in portions.

use crate::state::results::{Console, Pace, Shown};
use leptos::prelude::*;
use sipas_core::ballot::{Ballot, BallotId, Channel};
use sipas_core::moment::Moment;
use sipas_core::period::{Period, Step};
use sipas_core::redaction::Words;
use sipas_core::selection::Day;
use sipas_formats::comments_csv::Row;
use sipas_formats::place_lines::folded;
use sipas_formats::redactions::Redactions;
use std::collections::BTreeMap;

/// Ballots between two looks at the clock.
const ROWS: usize = 200;

/// A comment and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The ballot.
    pub id: BallotId,
    /// When it was sent.
    pub at: Moment,
    /// The unit's code; empty where unknown.
    pub unit: String,
    /// The field's code; empty where unknown.
    pub field: String,
    /// How it was collected.
    pub channel: Channel,
    /// What was written.
    pub text: String,
}

/// Comments, and how many ballots there are of each unit and field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comments {
    /// The latest first.
    pub comments: Vec<Comment>,
    /// Ballots by unit and field, with a comment or without.
    pub ballots: BTreeMap<(String, String), u64>,
    /// Whether there are comments without the words looked for.
    pub any: bool,
}

/// The comments that have all the words looked for; nothing where the ballots have changed meanwhile.
pub async fn find(console: Console, shown: &Shown) -> Option<Comments> {
    let selection = &shown.selection;
    let places: Vec<usize> = console.with_columns(|columns| {
        let rows = columns.chosen(selection);
        rows.into_iter()
            .filter_map(|row| columns.place(row))
            .collect()
    })?;
    let words: Vec<String> = folded(&shown.filter.search)
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let mut found = Comments::default();
    if let Some(set) = console.staff.set.try_get_untracked().flatten() {
        let mut wanted = places.iter().copied().peekable();
        let is_here = || console.with_columns(|_| ()).is_some();
        let visit = |place: u32, ballot: &Ballot| {
            if wanted.next_if_eq(&(place as usize)).is_some() {
                take(&mut found, ballot, &words);
            }
        };
        if !set.each(is_here, visit).await {
            return None;
        }
    }
    let mut pace = Pace::start();
    let own = console.staff.set.with_untracked(Option::is_none);
    for portion in places.chunks(ROWS).filter(|_| own) {
        console.staff.peek_ballots(|ballots| {
            for ballot in portion.iter().filter_map(|place| ballots.get(*place)) {
                take(&mut found, ballot, &words);
            }
        })?;
        pace.keep().await;
    }
    found
        .comments
        .sort_by_key(|one| core::cmp::Reverse((one.at.unix_secs, one.id)));
    Some(found)
}

fn take(found: &mut Comments, ballot: &Ballot, words: &[String]) {
    let context = &ballot.context;
    let key = (context.unit.clone(), context.field.clone());
    *found.ballots.entry(key).or_default() += 1;
    if ballot.comment.trim().is_empty() {
        return;
    }
    found.any = true;
    if !words.is_empty() {
        let text = folded(&ballot.comment);
        if !words.iter().all(|word| text.contains(word)) {
            return;
        }
    }
    found.comments.push(Comment {
        id: ballot.id,
        at: ballot.submitted_at,
        unit: context.unit.clone(),
        field: context.field.clone(),
        channel: ballot.channel,
        text: ballot.comment.clone(),
    });
}

/// What of the comments may be published; `least` is the fewest ballots of a unit and field that are
/// named.
#[must_use]
pub fn published(comments: &Comments, decided: &Redactions, least: u64) -> Vec<Row> {
    let row = |one: &Comment| {
        let text = Words::of(&one.text).published(&decided.of(one.id))?;
        let key = (one.unit.clone(), one.field.clone());
        let named = comments.ballots.get(&key).copied().unwrap_or(0) >= least;
        let month = Period::of(Step::Month, Day::at(one.at));
        let (unit, field) = if named { key } else { Default::default() };
        Some(Row {
            month: month.map(Period::key).unwrap_or_default(),
            unit,
            field,
            text,
        })
    };
    comments.comments.iter().filter_map(row).collect()
}
