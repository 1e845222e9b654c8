//! Signs of bad data, looked for once for the ballots there are, lot by lot.

use crate::state::results::{Console, Pace};
use crate::state::set::OpenSet;
use leptos::prelude::*;
use sipas_core::ballot::{Ballot, BallotId};
use sipas_core::quality::{self, Gap, Rules};
use sipas_core::questionnaire::Questionnaire;
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
    if let Some(set) = console.staff.set.try_get_untracked().flatten() {
        let looked = of_set(console, &set, questionnaire, &places).await?;
        return console.sign(columns, &looked.0).then_some(Signs {
            columns,
            gaps: looked.1,
        });
    }
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

/// Part of a set, and the place of its first ballot.
type Lot = (usize, u32);

/// The same for an analysis set: its parts have one device and one unit each, so no more than a device's or a
/// unit's ballots are held at a time. `places` are rows and the places of their ballots, ascending.
async fn of_set(
    console: Console,
    set: &OpenSet,
    questionnaire: &Questionnaire,
    places: &[(usize, usize)],
) -> Option<(Vec<(usize, u8)>, Vec<Gap>)> {
    let rules = Rules::default();
    let mut pace = Pace::start();
    let mut devices: BTreeMap<u32, Vec<Lot>> = BTreeMap::new();
    let mut units: BTreeMap<String, Vec<Lot>> = BTreeMap::new();
    let mut place = 0;
    for part in 0..set.told.parts.len() {
        let first = place;
        let mut context = None;
        place = set.part(part, first, &mut |_, ballot| {
            context.get_or_insert_with(|| ballot.context.clone());
        });
        if let Some(context) = context {
            let lot = (part, first);
            devices.entry(context.device.0).or_default().push(lot);
            units.entry(context.unit).or_default().push(lot);
        }
        pace.keep().await;
        console.with_columns(|_| ())?;
    }
    let row_of = |place: u32| {
        let found = places.binary_search_by_key(&(place as usize), |one| one.1);
        found.ok().and_then(|at| places.get(at)).map(|one| one.0)
    };
    let held = |lots: &[Lot]| {
        let mut held: Vec<(usize, Ballot)> = Vec::new();
        for (part, first) in lots {
            set.part(*part, *first, &mut |place, ballot| {
                held.extend(row_of(place).map(|row| (row, ballot.clone())));
            });
        }
        held
    };
    let mut signs: BTreeMap<usize, u8> = BTreeMap::new();
    for lots in devices.values() {
        let held = held(lots);
        let rows: BTreeMap<BallotId, usize> = held.iter().map(|one| (one.1.id, one.0)).collect();
        let own: Vec<&Ballot> = held.iter().map(|one| &one.1).collect();
        for flag in quality::flags(questionnaire, &own, &rules) {
            if let Some(row) = rows.get(&flag.ballot) {
                *signs.entry(*row).or_default() |= flag.rule.bit();
            }
        }
        pace.keep().await;
        console.with_columns(|_| ())?;
    }
    let mut gaps = Vec::new();
    for lots in units.values() {
        let held = held(lots);
        let own: Vec<&Ballot> = held.iter().map(|one| &one.1).collect();
        gaps.extend(quality::gaps(&own, &rules));
        pace.keep().await;
        console.with_columns(|_| ())?;
    }
    Some((signs.into_iter().collect(), gaps))
}
