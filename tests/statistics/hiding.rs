//! Hidden cells: nothing can be worked out from what is shown, by trying.

use proptest::collection::vec;
use proptest::prelude::*;
use sipas_core::hiding::{LEAST_RESPONDENTS, Showing, TwoWay, one_way, two_way};

/// A table with its totals as the last row and column.
fn with_totals(table: &[Vec<u64>]) -> Vec<Vec<u64>> {
    let mut all: Vec<Vec<u64>> = table
        .iter()
        .map(|row| row.iter().copied().chain([row.iter().sum()]).collect())
        .collect();
    let width = all[0].len();
    all.push(
        (0..width)
            .map(|column| all.iter().map(|row| row[column]).sum())
            .collect(),
    );
    all
}

fn showings(found: &TwoWay) -> Vec<Vec<Showing>> {
    let rows = found.cells.iter().zip(&found.rows);
    let mut all: Vec<Vec<Showing>> = rows
        .map(|(cells, total)| cells.iter().copied().chain([*total]).collect())
        .collect();
    all.push(found.columns.iter().copied().chain([found.total]).collect());
    all
}

/// Whether a reader can find another table that fits everything shown, with another number in
/// the cell: every way of changing the hidden inner cells by at most one is tried.
fn is_open(truth: &[Vec<u64>], showing: &[Vec<Showing>], cell: (usize, usize)) -> bool {
    let (height, width) = (truth.len() - 1, truth[0].len() - 1);
    let hidden: Vec<(usize, usize)> = (0..height)
        .flat_map(|row| (0..width).map(move |column| (row, column)))
        .filter(|(row, column)| !showing[*row][*column].is_shown())
        .collect();
    let mut changes = vec![-1_i64; hidden.len()];
    loop {
        let mut inner: Vec<Vec<i64>> = truth[..height]
            .iter()
            .map(|row| row[..width].iter().map(|count| *count as i64).collect())
            .collect();
        for ((row, column), change) in hidden.iter().zip(&changes) {
            inner[*row][*column] += change;
        }
        let mut all = inner;
        for row in &mut all {
            row.push(row.iter().sum());
        }
        all.push(
            (0..=width)
                .map(|column| all.iter().map(|row| row[column]).sum())
                .collect(),
        );
        let fits = (0..=height).all(|row| {
            (0..=width).all(|column| {
                let (other, real) = (all[row][column], truth[row][column] as i64);
                if showing[row][column].is_shown() {
                    other == real
                } else {
                    other >= 1
                }
            })
        });
        if fits && all[cell.0][cell.1] != truth[cell.0][cell.1] as i64 {
            return true;
        }
        let Some(place) = changes.iter().rposition(|change| *change < 1) else {
            return false;
        };
        changes[place] += 1;
        changes[place + 1..].fill(-1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_hidden_number_follows_from_what_is_shown(
        table in (1..4_usize, 1..4_usize).prop_flat_map(|(height, width)| {
            vec(vec(prop_oneof![2 => 0..7_u64, 1 => 7..40_u64], width), height)
        }),
    ) {
        let truth = with_totals(&table);
        let showing = showings(&two_way(&table, LEAST_RESPONDENTS));
        for (row, counts) in truth.iter().enumerate() {
            for (column, count) in counts.iter().enumerate() {
                let small = *count > 0 && *count < LEAST_RESPONDENTS;
                prop_assert_eq!(small, showing[row][column] == Showing::Small);
                prop_assert!(*count > 0 || showing[row][column].is_shown());
                if !showing[row][column].is_shown() {
                    prop_assert!(
                        is_open(&truth, &showing, (row, column)),
                        "{truth:?} {showing:?} {row} {column}"
                    );
                }
            }
        }
    }

    #[test]
    fn no_hidden_group_follows_from_the_total(groups in vec(0..12_u64, 1..7)) {
        let found = one_way(&groups, LEAST_RESPONDENTS);
        let hidden: Vec<u64> = groups
            .iter()
            .zip(&found.cells)
            .filter(|(_, showing)| !showing.is_shown())
            .map(|(count, _)| *count)
            .collect();
        for (count, showing) in groups.iter().zip(&found.cells) {
            prop_assert_eq!(*count > 0 && *count < 5, *showing == Showing::Small);
        }
        // With the total known, one hidden group alone or groups of one respondent each give themselves away.
        if found.total.is_shown() && !hidden.is_empty() {
            prop_assert!(hidden.len() > 1 && hidden.iter().any(|count| *count > 1), "{groups:?}");
        }
    }
}

#[test]
fn the_smallest_companion_is_hidden() {
    use Showing::{Complement, Shown, Small};
    let found = one_way(&[30, 3, 12, 8, 0], 5);
    assert_eq!(found.cells, [Shown, Small, Shown, Complement, Shown]);
    assert_eq!(found.total, Shown);
    let nothing = one_way(&[30, 12], 5);
    assert_eq!(nothing.cells, [Shown, Shown]);
    let alone = one_way(&[3], 5);
    assert_eq!((alone.cells, alone.total), (vec![Small], Small));
}

#[test]
fn a_small_cell_of_a_cross_table_takes_three_others_with_it() {
    use Showing::{Complement, Shown, Small};
    // Units by field; hiding 7, 9 and 6 with the 2 hides the fewest.
    let found = two_way(&[vec![2, 40, 7], vec![50, 60, 70], vec![9, 80, 6]], 5);
    assert_eq!(found.cells[0], [Small, Shown, Complement]);
    assert_eq!(found.cells[1], [Shown, Shown, Shown]);
    assert_eq!(found.cells[2], [Complement, Shown, Complement]);
    assert!(
        found
            .rows
            .iter()
            .chain(&found.columns)
            .all(|showing| showing.is_shown())
    );
    assert_eq!(found.total, Shown);
}

#[test]
fn large_tables_are_quick() {
    // 135 units by 19 fields with many small cells.
    let table: Vec<Vec<u64>> = (0..135_u64)
        .map(|row| {
            (0..19_u64)
                .map(|column| (row * 7 + column * column * 3) % 23)
                .collect()
        })
        .collect();
    let started = std::time::Instant::now();
    let found = two_way(&table, 5);
    assert!(found.total.is_shown());
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}
