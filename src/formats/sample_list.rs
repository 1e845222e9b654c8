//! A drawn sample as a table for other programs: whom to ask, and beside it how it was drawn.

use crate::csv::push_row;
use crate::dossier_list::Dossier;

/// A drawn sample and what drew it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SampleList {
    /// The dossiers drawn, in the list's order.
    pub drawn: Vec<Dossier>,
    /// Dossiers in the list (N).
    pub listed: u32,
    /// The seed.
    pub seed: u64,
    /// Whether it was spread over units and fields.
    pub spread: bool,
}

/// The headings: number in the sample, line in the list, dossier, unit, field, done.
pub type Headings = [&'static str; 6];

impl SampleList {
    /// The cells of a row but the last, which is filled in by hand.
    #[must_use]
    pub fn cells(place: usize, one: &Dossier) -> [String; 5] {
        [
            place.to_string(),
            one.line.to_string(),
            one.number.clone(),
            one.unit.clone(),
            one.field.clone(),
        ]
    }

    /// The list as CSV in the form of the ballot file (UTF-8 with BOM, comma, CRLF). Columns behind the headings say in every
    /// row how it was drawn: seed, N, n.
    #[must_use]
    pub fn csv(&self, headings: &Headings, drawing: [&str; 3]) -> String {
        let mut out = String::from('\u{feff}');
        push_row(&mut out, &[&headings[..], &drawing[..]].concat());
        let drawn = [self.seed, self.listed.into(), self.drawn.len() as u64];
        let drawn = drawn.map(|number| number.to_string());
        for (place, one) in (1..).zip(&self.drawn) {
            let mut cells = Self::cells(place, one).to_vec();
            cells.push(String::new());
            cells.extend(drawn.iter().cloned());
            push_row(&mut out, &cells);
        }
        out
    }
}
