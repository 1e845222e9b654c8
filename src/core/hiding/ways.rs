//! Closed ways through hidden cells.

use super::Showing;
use std::collections::BTreeSet;

/// A cell or total as an edge between its row and its column.
#[derive(Debug, Clone, Copy)]
struct Edge {
    count: u64,
    /// None for a total that is not published, which may take any value.
    showing: Option<Showing>,
    /// A total of a row or column counts against it instead of into it.
    total: bool,
    /// A total of any kind.
    margin: bool,
}

impl Edge {
    fn is_open(self) -> bool {
        self.showing != Some(Showing::Shown)
    }

    /// Whether the number may be one more (`up`) or one less as far as a reader knows.
    fn can(self, up: bool) -> bool {
        self.showing.is_none() || up != self.total || self.count >= 2
    }
}

/// A table with its totals.
#[derive(Debug, Clone)]
pub(super) struct Ways {
    height: usize,
    width: usize,
    edges: Vec<Edge>,
    /// What hiding a total costs more than hiding a cell: more than all cells together.
    dear: u64,
}

/// A place between edges: a row or a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Row(usize),
    Column(usize),
}

impl Ways {
    /// The table with the cells below `least` hidden.
    ///
    /// With `margins` the totals of rows and columns are published, else only that of the one
    /// column.
    pub(super) fn new(table: &[Vec<u64>], columns: usize, least: u64, margins: bool) -> Self {
        let (height, width) = (table.len() + 1, columns + 1);
        let cell = |row: usize, column: usize| {
            let row = table.get(row);
            row.and_then(|row| row.get(column)).copied().unwrap_or(0)
        };
        let rows = |row: usize| {
            if row + 1 == height {
                0..height - 1
            } else {
                row..row + 1
            }
        };
        let columns = |column: usize| {
            if column + 1 == width {
                0..width - 1
            } else {
                column..column + 1
            }
        };
        let mut edges = Vec::with_capacity(height * width);
        for row in 0..height {
            for column in 0..width {
                let inner =
                    rows(row).flat_map(|row| columns(column).map(move |column| (row, column)));
                let count: u64 = inner.map(|(row, column)| cell(row, column)).sum();
                let (last_row, last_column) = (row + 1 == height, column + 1 == width);
                let small = count > 0 && count < least;
                edges.push(Edge {
                    count,
                    showing: (margins || !last_column).then_some(if small {
                        Showing::Small
                    } else {
                        Showing::Shown
                    }),
                    total: last_row != last_column,
                    margin: last_row || last_column,
                });
            }
        }
        let dear = edges.iter().map(|edge| edge.count).sum::<u64>() + 1;
        Self {
            height,
            width,
            edges,
            dear,
        }
    }

    /// What becomes of the cell; a total has the row or column after the last.
    pub(super) fn showing(&self, row: usize, column: usize) -> Showing {
        self.edge(row, column)
            .and_then(|edge| edge.showing)
            .unwrap_or(Showing::Shown)
    }

    /// The table with enough hidden.
    pub(super) fn hidden(mut self) -> Self {
        while let Some((row, column)) = self.given_away() {
            let there = self.way(Place::Column(column), Place::Row(row), (row, column), false);
            let back = self.way(Place::Row(row), Place::Column(column), (row, column), false);
            let usable = |way: Option<Way>, up: bool| {
                way.filter(|_| self.edge(row, column).is_some_and(|edge| edge.can(up)))
            };
            let ways = [usable(there, true), usable(back, false)];
            let best = ways.into_iter().flatten().min_by_key(|way| way.cost);
            let Some(best) = best else {
                self.hide_all();
                break;
            };
            for (row, column) in best.edges {
                self.hide(row, column);
            }
        }
        self
    }

    fn edge(&self, row: usize, column: usize) -> Option<Edge> {
        self.edges.get(row * self.width + column).copied()
    }

    fn hide(&mut self, row: usize, column: usize) {
        if let Some(edge) = self.edges.get_mut(row * self.width + column)
            && edge.showing == Some(Showing::Shown)
        {
            edge.showing = Some(Showing::Complement);
        }
    }

    fn hide_all(&mut self) {
        for edge in &mut self.edges {
            if edge.showing == Some(Showing::Shown) && edge.count > 0 {
                edge.showing = Some(Showing::Complement);
            }
        }
    }

    /// A hidden cell whose number follows from what is shown.
    fn given_away(&self) -> Option<(usize, usize)> {
        let places =
            (0..self.height).flat_map(|row| (0..self.width).map(move |column| (row, column)));
        places.into_iter().find(|(row, column)| {
            let Some(edge) = self.edge(*row, *column) else {
                return false;
            };
            let (from, to) = (Place::Column(*column), Place::Row(*row));
            let avoid = (*row, *column);
            edge.showing.is_some_and(|showing| !showing.is_shown())
                && !(edge.can(true) && self.way(from, to, avoid, true).is_some())
                && !(edge.can(false) && self.way(to, from, avoid, true).is_some())
        })
    }

    /// The way from one place to another that hides the fewest respondents; with `open` only through
    /// what is hidden already (Dijkstra).
    ///
    /// From a row to a column goes what can be one more, from a column to a row what can be one less.
    fn way(&self, from: Place, to: Place, avoid: (usize, usize), open: bool) -> Option<Way> {
        let index = |place: Place| match place {
            Place::Row(row) => row,
            Place::Column(column) => self.height + column,
        };
        let mut reached: Vec<Option<(u64, Place)>> = vec![None; self.height + self.width];
        let mut queue = BTreeSet::from([(0, from)]);
        while let Some((cost, place)) = queue.pop_first() {
            if place == to {
                break;
            }
            if reached
                .get(index(place))
                .copied()
                .flatten()
                .is_some_and(|(known, _)| known < cost)
            {
                continue;
            }
            for (next, edge) in self.next(place, avoid) {
                if open && !edge.is_open() {
                    continue;
                }
                let more = match (edge.is_open(), edge.margin) {
                    (true, _) => 0,
                    (false, true) => self.dear + edge.count,
                    (false, false) => edge.count,
                };
                let cost = cost + more;
                let Some(known) = reached.get_mut(index(next)) else {
                    continue;
                };
                if next != from && known.is_none_or(|(known, _)| cost < known) {
                    *known = Some((cost, place));
                    queue.insert((cost, next));
                }
            }
        }
        let (cost, _) = reached.get(index(to)).copied().flatten()?;
        let mut edges = Vec::new();
        let mut place = to;
        while place != from {
            let (_, before) = reached.get(index(place)).copied().flatten()?;
            edges.push(match (place, before) {
                (Place::Row(row), Place::Column(column))
                | (Place::Column(column), Place::Row(row)) => (row, column),
                (Place::Row(_), Place::Row(_)) | (Place::Column(_), Place::Column(_)) => {
                    return None;
                }
            });
            place = before;
        }
        Some(Way { cost, edges })
    }

    /// Where a way can go on from `place`.
    fn next(&self, place: Place, avoid: (usize, usize)) -> Vec<(Place, Edge)> {
        let (pairs, up): (Vec<(usize, usize, Place)>, bool) = match place {
            Place::Row(row) => {
                let columns = (0..self.width).map(|column| (row, column, Place::Column(column)));
                (columns.collect(), true)
            }
            Place::Column(column) => {
                let rows = (0..self.height).map(|row| (row, column, Place::Row(row)));
                (rows.collect(), false)
            }
        };
        let edges = pairs
            .into_iter()
            .filter(|(row, column, _)| (*row, *column) != avoid);
        edges
            .filter_map(|(row, column, next)| Some((next, self.edge(row, column)?)))
            .filter(|(_, edge)| edge.can(up) && (edge.count > 0 || edge.showing.is_none()))
            .collect()
    }
}

/// Cells in a row, and how many respondents hiding them hides.
#[derive(Debug, Clone)]
struct Way {
    cost: u64,
    edges: Vec<(usize, usize)>,
}
