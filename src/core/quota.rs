//! Quotas: how many ballots each unit and field needs, how many there are, and what is still missing.

use crate::ballot::Ballot;
pub use crate::campaign::plan::Cell;
use crate::campaign::plan::sample_size;
use std::collections::BTreeMap;

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

/// What one unit needs and has, all its cells together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitQuota {
    /// Path of the unit.
    pub unit: String,
    /// Finished dossiers (N).
    pub dossiers: u32,
    /// Ballots planned (n).
    pub planned: u32,
    /// Ballots there are.
    pub done: u32,
    /// Ballots still needed, cell by cell: more of one field do not make up for fewer of another.
    pub missing: u32,
}

impl UnitQuota {
    /// Ballots there are, none beyond its cell's quota: what has been done of the plan.
    #[must_use]
    pub const fn fulfilled(&self) -> u32 {
        self.planned.saturating_sub(self.missing)
    }
}

/// Ballots of a unit and field that have no cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outside {
    /// Path of the unit; empty: none given.
    pub unit: String,
    /// Code of the field; empty: none given.
    pub field: String,
    /// How many.
    pub ballots: u32,
}

/// The quotas of each unit together, in the order in which the units first appear.
#[must_use]
pub fn by_unit(quotas: &[Quota]) -> Vec<UnitQuota> {
    let mut units: Vec<UnitQuota> = Vec::new();
    for quota in quotas {
        let place = units.iter().position(|one| one.unit == quota.unit);
        if place.is_none() {
            units.push(UnitQuota {
                unit: quota.unit.clone(),
                ..UnitQuota::default()
            });
        }
        let place = place.unwrap_or(units.len() - 1);
        if let Some(one) = units.get_mut(place) {
            one.dossiers = one.dossiers.saturating_add(quota.dossiers);
            one.planned += quota.planned;
            one.done += quota.done;
            one.missing += quota.missing();
        }
    }
    units
}

/// The quotas of `cells`: each unit needs n = N / (1 + N·e²) of its own (see [`sample_size`], e in thousandths), because each
/// unit's figure is to be that sure; within a unit the fields share it in proportion.
///
/// Cells keep their order; ballots are counted in the cell of their unit and field, or else in the unit's cell of
/// all fields, or else in those of the nearest unit above it that has one. Those of no cell come back apart, by unit and field.
#[must_use]
pub fn quotas<'a>(
    cells: &[Cell],
    margin: u32,
    ballots: impl IntoIterator<Item = &'a Ballot>,
) -> (Vec<Quota>, Vec<Outside>) {
    let planned = planned(cells, margin);
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
    let mut places: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (place, cell) in cells.iter().enumerate() {
        places.entry((&cell.unit, &cell.field)).or_insert(place);
    }
    let mut counts: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for ballot in ballots {
        let context = &ballot.context;
        *counts.entry((&context.unit, &context.field)).or_default() += 1;
    }
    let mut outside = Vec::new();
    for ((unit, field), ballots) in counts {
        let place = upwards(unit).find_map(|unit| {
            let own = places.get(&(unit, field));
            own.or_else(|| places.get(&(unit, "")))
        });
        match place.and_then(|place| quotas.get_mut(*place)) {
            Some(quota) => quota.done += ballots,
            None => outside.push(Outside {
                unit: unit.to_owned(),
                field: field.to_owned(),
                ballots,
            }),
        }
    }
    (quotas, outside)
}

/// A unit's path and those above it, the empty one last.
fn upwards(unit: &str) -> impl Iterator<Item = &str> {
    core::iter::successors(Some(unit), |path| {
        let above = path.rfind('/').and_then(|end| path.get(..end));
        above.or_else(|| (!path.is_empty()).then_some(""))
    })
}

/// Ballots planned for each cell.
fn planned(cells: &[Cell], margin: u32) -> Vec<u32> {
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
    planned
}
