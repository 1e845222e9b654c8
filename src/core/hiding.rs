//! Which cells of a published table are hidden because few respondents stand behind them.
//!
//! A cell with fewer than [`LEAST_RESPONDENTS`] respondents is hidden, and with it as many others as it
//! takes that no hidden number follows from the totals. Hidden is everything said about
//! the cell: its number, its rate, its interval. An empty cell says nothing about anybody and stays.
//!
//! Hidden cells and totals are edges between the table's rows and columns (the totals being one more of
//! each). What a reader can add up leaves a number open exactly if some numbers around a closed way
//! through hidden edges could be one more and one less in turn; readers know that none of them is below
//! 1. Each cell without such a way gets the one that hides the fewest respondents.
//!
//! Tables that share totals with one another (units by month beside units by field) are looked at
//! one by one: publish a total of both only where both show it.
//!
//! Source: L. H. Cox, "Network models for complementary cell suppression", JASA 90 (1995); D. Gusfield, "A
//! graph theoretic approach to statistical data security", SIAM Journal on Computing 17 (1988).

mod ways;

use ways::Ways;

/// Fewest respondents of a published cell.
pub const LEAST_RESPONDENTS: u64 = 5;

/// What becomes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Showing {
    /// Shown.
    Shown,
    /// Hidden: too few respondents.
    Small,
    /// Hidden: it would give a small one away.
    Complement,
}

impl Showing {
    /// Whether the cell may be seen.
    #[must_use]
    pub const fn is_shown(self) -> bool {
        matches!(self, Self::Shown)
    }
}

/// What of a table of one grouping may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneWay {
    /// Each group.
    pub cells: Vec<Showing>,
    /// The total of all.
    pub total: Showing,
}

/// What of a table of two groupings may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoWay {
    /// Row by row, each cell.
    pub cells: Vec<Vec<Showing>>,
    /// Each row's total.
    pub rows: Vec<Showing>,
    /// Each column's total.
    pub columns: Vec<Showing>,
    /// The total of all.
    pub total: Showing,
}

/// Looks at a table of groups and their total.
///
/// `respondents` are those behind each group's figures, `least` the fewest to be shown.
#[must_use]
pub fn one_way(respondents: &[u64], least: u64) -> OneWay {
    let table: Vec<Vec<u64>> = respondents.iter().map(|count| vec![*count]).collect();
    let ways = Ways::new(&table, 1, least, false).hidden();
    OneWay {
        cells: (0..table.len()).map(|row| ways.showing(row, 0)).collect(),
        total: ways.showing(table.len(), 0),
    }
}

/// Looks at a table with the totals of its rows and columns.
///
/// `respondents` are those behind each cell's figures, row by row (a short row counts as filled with
/// 0), `least` the fewest to be shown.
#[must_use]
pub fn two_way(respondents: &[Vec<u64>], least: u64) -> TwoWay {
    let width = respondents.iter().map(Vec::len).max().unwrap_or_default();
    let height = respondents.len();
    let ways = Ways::new(respondents, width, least, true).hidden();
    let row = |row: usize| (0..width).map(|column| ways.showing(row, column)).collect();
    TwoWay {
        cells: (0..height).map(row).collect(),
        rows: (0..height).map(|row| ways.showing(row, width)).collect(),
        columns: (0..width)
            .map(|column| ways.showing(height, column))
            .collect(),
        total: ways.showing(height, width),
    }
}
