//! A pasted list of dossier numbers to draw from: one a line, with what they are to be spread over behind it if wanted.
//!
//! The numbers are used for drawing and printed as a list of whom to ask; they are stored with no ballot.

use sipas_core::drawing::{spread_over, systematic};
use std::collections::BTreeMap;

/// A list as pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DossierList {
    /// The dossiers, each once, in the list's order.
    pub dossiers: Vec<Dossier>,
    /// Lines, from 1, whose dossier an earlier line has: (line, line of the first).
    pub repeated: Vec<(usize, usize)>,
    /// Empty lines between others, from 1.
    pub blank: Vec<usize>,
}

/// One finished dossier.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dossier {
    /// Its number as pasted.
    pub number: String,
    /// Its field or unit as pasted; empty where the line has none.
    pub group: String,
    /// Its line, from 1.
    pub line: usize,
}

/// Reads a list: a line holds a number and, behind a tab, semicolon or comma, a group.
///
/// Two numbers are the same where they differ only in capitals or in spaces.
#[must_use]
pub fn read(text: &str) -> DossierList {
    let mut list = DossierList::default();
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for (index, raw) in text.trim_end().lines().enumerate() {
        let line = index + 1;
        let (number, group) = raw.split_once(['\t', ';', ',']).unwrap_or((raw, ""));
        let number = number.trim();
        if number.is_empty() {
            list.blank.push(line);
            continue;
        }
        let letters = number.chars().filter(|letter| !letter.is_whitespace());
        let key = letters.flat_map(char::to_uppercase).collect();
        match met.get(&key) {
            Some(first) => list.repeated.push((line, *first)),
            None => {
                met.insert(key, line);
                list.dossiers.push(Dossier {
                    number: number.to_owned(),
                    group: group.trim().to_owned(),
                    line,
                });
            }
        }
    }
    list
}

impl DossierList {
    /// A sample of `wanted` dossiers, in the order drawn; `spread` orders the list by group first.
    #[must_use]
    pub fn draw(&self, wanted: u32, seed: u64, spread: bool) -> Vec<&Dossier> {
        let order: Vec<usize> = if spread {
            let groups: Vec<String> = self.dossiers.iter().map(|one| one.group.clone()).collect();
            spread_over(&groups)
        } else {
            (0..self.dossiers.len()).collect()
        };
        let count = u32::try_from(self.dossiers.len()).unwrap_or(u32::MAX);
        systematic(count, wanted, seed)
            .into_iter()
            .filter_map(|place| order.get(place as usize))
            .filter_map(|place| self.dossiers.get(*place))
            .collect()
    }
}
