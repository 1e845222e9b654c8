//! Signs of bad data, looked for once for the ballots there are, lot by lot.

use crate::state::results::{Console, Pace};
use leptos::prelude::*;
use sipas_core::ballot::{Ballot, BallotId};
use sipas_core::quality::{self, Gap, Rules};
use std::collections::BTreeMap;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signs {
    /// Which columns it was found in.
    pub columns: u32,
    /// Counters that collected nothing for hours.
    pub gaps: Vec<Gap>,
}

/// Looks at all ballots of the questionnaire and notes their signs in the columns; nothing where they have
/// changed meanwhile.
pub async fn look(console: Console, columns: u32) -> Option<Signs> {
    let questionnaire = console.staff.questionnaire.get_untracked();
    let rules = Rules::default();
    // Row and place of each ballot of this version, by device; devices by the unit they work for.
    let mut rows: BTreeMap<BallotId, usize> = BTreeMap::new();
    let places: Vec<(usize, usize)> = console.with_columns(|columns| {
        (0..columns.rows())
            .filter(|row| columns.is_of_version(*row))
            .filter_map(|row| Some((row, columns.place(row)?)))
            .collect()
    })?;
    let mut devices: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    let mut units: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut pace = Pace::start();
    for portion in places.chunks(500) {
        console.staff.peek_ballots(|ballots| {
            for (row, place) in portion {
                if let Some(ballot) = ballots.get(*place) {
                    let context = &ballot.context;
                    rows.insert(ballot.id, *row);
                    devices.entry(context.device.0).or_default().push(*place);
                    if let Some(unit) = units.get_mut(&context.unit) {
                        unit.push(*place);
                    } else {
                        units.insert(context.unit.clone(), vec![*place]);
                    }
                }
            }
        })?;
        pace.keep().await;
    }
    let mut signs: BTreeMap<usize, u8> = BTreeMap::new();
    for places in devices.values() {
        console.staff.peek_ballots(|ballots| {
            let own: Vec<&Ballot> = places.iter().filter_map(|one| ballots.get(*one)).collect();
            for flag in quality::flags(questionnaire, &own, &rules) {
                if let Some(row) = rows.get(&flag.ballot) {
                    *signs.entry(*row).or_default() |= flag.rule.bit();
                }
            }
        })?;
        pace.keep().await;
    }
    let mut gaps = Vec::new();
    for places in units.values() {
        console.staff.peek_ballots(|ballots| {
            let own: Vec<&Ballot> = places.iter().filter_map(|one| ballots.get(*one)).collect();
            gaps.extend(quality::gaps(&own, &rules));
        })?;
        pace.keep().await;
    }
    let signs: Vec<(usize, u8)> = signs.into_iter().collect();
    console
        .sign(columns, &signs)
        .then_some(Signs { columns, gaps })
}
