//! Quotas: how many ballots each unit and field needs, how many there are, and what is still missing.

use crate::ballot::Ballot;
use crate::campaign::plan::sample_size;
use std::collections::BTreeMap;

/// Finished dossiers of one unit and field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Path of the unit.
    pub unit: String,
    /// Code of the field; empty: all of them.
    pub field: String,
    /// Finished dossiers (N).
    pub dossiers: u32,
}

/// What one cell needs and has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// Path of the unit.
    pub unit: String,
    /// Code of the field; empty: all of them.
    pub field: String,
    /// Finished dossiers (N).
    pub dossiers: u32,
    /// Ballots planned.
    pub planned: u32,
    /// Ballots there are.
    pub done: u32,
}

impl Quota {
    /// Ballots still needed.
    #[must_use]
    pub const fn missing(&self) -> u32 {
        self.planned.saturating_sub(self.done)
    }
}

/// Shares out `total` over cells in proportion to their sizes, by largest remainders; no cell gets more than its size.
///
/// Rounding every cell up instead would ask a unit with thirty small fields for up to thirty ballots more than its sample
/// needs; largest remainders add up to `total` and are never more than one away from the exact share. Of equal remainders
/// the larger cell, then the earlier one, gets the ballot. Whole numbers only.
#[must_use]
pub fn share_out(total: u32, sizes: &[u32]) -> Vec<u32> {
    let whole: u64 = sizes.iter().map(|size| u64::from(*size)).sum();
    let total = u64::from(total).min(whole);
    if whole == 0 {
        return vec![0; sizes.len()];
    }
    let parts: Vec<(u64, u64)> = sizes
        .iter()
        .map(|size| {
            let product = total * u64::from(*size);
            (product / whole, product % whole)
        })
        .collect();
    let given: u64 = parts.iter().map(|(floor, _)| floor).sum();
    let mut order: Vec<(usize, u64, u32)> = parts
        .iter()
        .zip(sizes)
        .enumerate()
        .map(|(place, ((_, rest), size))| (place, *rest, *size))
        .collect();
    order.sort_by_key(|one| core::cmp::Reverse((one.1, one.2)));
    let more: Vec<usize> = order
        .iter()
        .take(usize::try_from(total - given).unwrap_or_default())
        .map(|one| one.0)
        .collect();
    let share = |(place, (floor, _)): (usize, &(u64, u64))| {
        let share = floor + u64::from(more.contains(&place));
        u32::try_from(share).unwrap_or(u32::MAX)
    };
    parts.iter().enumerate().map(share).collect()
}

/// The quotas of `cells`: each unit needs n = N / (1 + N·e²) of its own (see [`sample_size`], e in thousandths), because each
/// unit's figure is to be that sure; within a unit the fields share it in proportion.
///
/// Cells keep their order; `ballots` are counted in the cell of their unit and field, or else in the unit's cell of
/// all fields. Those of no cell come back as a number.
#[must_use]
pub fn quotas<'a>(
    cells: &[Cell],
    margin: u32,
    ballots: impl IntoIterator<Item = &'a Ballot>,
) -> (Vec<Quota>, u32) {
    let mut units: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, cell) in cells.iter().enumerate() {
        units.entry(&cell.unit).or_default().push(place);
    }
    let mut planned = vec![0; cells.len()];
    for places in units.values() {
        let sizes: Vec<u32> = places
            .iter()
            .filter_map(|place| cells.get(*place))
            .map(|cell| cell.dossiers)
            .collect();
        let whole = sizes
            .iter()
            .fold(0, |sum: u32, size| sum.saturating_add(*size));
        for (place, share) in places
            .iter()
            .zip(share_out(sample_size(whole, margin), &sizes))
        {
            if let Some(planned) = planned.get_mut(*place) {
                *planned = share;
            }
        }
    }
    let mut quotas: Vec<Quota> = cells
        .iter()
        .zip(planned)
        .map(|(cell, planned)| Quota {
            unit: cell.unit.clone(),
            field: cell.field.clone(),
            dossiers: cell.dossiers,
            planned,
            done: 0,
        })
        .collect();
    let mut places: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (place, quota) in quotas.iter().enumerate() {
        let key = (quota.unit.clone(), quota.field.clone());
        places.entry(key).or_insert(place);
    }
    let mut elsewhere = 0;
    for ballot in ballots {
        let context = &ballot.context;
        let of = |field: &str| places.get(&(context.unit.clone(), field.to_owned()));
        match of(&context.field).or_else(|| of("")) {
            Some(place) => {
                if let Some(quota) = quotas.get_mut(*place) {
                    quota.done += 1;
                }
            }
            None => elsewhere += 1,
        }
    }
    (quotas, elsewhere)
}
