//! Whom to ask: chances, reproducibility, quotas, progress.

use crate::ballots::{blank, shipped};
use proptest::prelude::*;
use sipas_core::campaign::plan::{USUAL_MARGIN, sample_size};
use sipas_core::drawing::systematic;
use sipas_core::generator::Generator;
use sipas_core::quota::{Cell, quotas, share_out};
use sipas_formats::dossier_list::read;

#[test]
fn the_same_seed_draws_the_same_sample() {
    // Frozen, and computed again outside this program; whole numbers only, so the browser draws the same.
    assert_eq!(systematic(100, 8, 2026), [6, 18, 31, 43, 56, 68, 81, 93]);
    assert_eq!(systematic(7, 3, 1), [0, 3, 5]);
    assert_eq!(systematic(3, 5, 1), [0, 1, 2]);
    assert_eq!(systematic(3, 0, 1), [] as [u32; 0]);
    assert_eq!(systematic(0, 3, 1), [] as [u32; 0]);
}

#[test]
fn every_dossier_has_the_stated_chance() {
    // Sizes at which a whole-numbered interval is far off: 100 of 300/172 = 1.74…
    for (count, wanted) in [(300_u32, 172_u32), (17, 5), (40, 39)] {
        let mut met = vec![0_u32; count as usize];
        let rounds = 40_000;
        let mut seeds = Generator::new(u64::from(count));
        for _ in 0..rounds {
            for place in systematic(count, wanted, seeds.next()) {
                met[place as usize] += 1;
            }
        }
        let chance = f64::from(wanted) / f64::from(count);
        let deviation = (f64::from(rounds) * chance * (1.0 - chance)).sqrt();
        for (place, times) in met.iter().enumerate() {
            let off = (f64::from(*times) - f64::from(rounds) * chance) / deviation;
            // Five standard deviations: by chance once in two million places.
            assert!(off.abs() < 5.0, "{count} {wanted} {place}: {off}");
        }
    }
}

proptest! {
    #[test]
    fn a_sample_has_its_size_and_stays_in_the_list(count in 0_u32..5_000, wanted in 0_u32..5_000, seed: u64) {
        let drawn = systematic(count, wanted, seed);
        prop_assert_eq!(drawn.len() as u32, wanted.min(count));
        prop_assert!(drawn.is_sorted_by(|a, b| a < b));
        prop_assert!(drawn.iter().all(|place| *place < count));
    }

    #[test]
    fn shares_add_up_and_are_less_than_one_off(total in 0_u32..2_000, sizes in proptest::collection::vec(0_u32..900, 0..30)) {
        let shares = share_out(total, &sizes);
        let whole: u32 = sizes.iter().sum();
        let total = total.min(whole);
        prop_assert_eq!(shares.iter().sum::<u32>(), if whole == 0 { 0 } else { total });
        for (share, size) in shares.iter().zip(&sizes) {
            prop_assert!(share <= size);
            let exact = f64::from(total) * f64::from(*size) / f64::from(whole.max(1));
            prop_assert!((f64::from(*share) - exact).abs() < 1.0);
        }
    }
}

#[test]
fn a_pasted_list_tells_what_it_repeats_and_leaves_out() {
    let list =
        read("H01.01-1\tĐất đai\n\n h01.01-1 \nH01.01-2;Hộ tịch\n000.00.12 3\n000.00.123\n\n\n");
    let numbers: Vec<&str> = list
        .dossiers
        .iter()
        .map(|one| one.number.as_str())
        .collect();
    assert_eq!(numbers, ["H01.01-1", "H01.01-2", "000.00.12 3"]);
    assert_eq!(list.dossiers[1].group, "Hộ tịch");
    assert_eq!(list.repeated, [(3, 1), (6, 5)]);
    assert_eq!(list.blank, [2]);
    assert_eq!(read("").dossiers, []);
}

#[test]
fn a_list_ordered_by_field_gives_each_field_its_part() {
    let fields = ["a", "b", "c", "b", "a", "b"];
    let text: Vec<String> = (0..600)
        .map(|number| format!("{number}\t{}", fields[number % 6]))
        .collect();
    let list = read(&text.join("\n"));
    for seed in 0..50 {
        let drawn = list.draw(60, seed, true);
        let of = |group: &str| drawn.iter().filter(|one| one.group == group).count();
        assert_eq!((of("a"), of("b"), of("c")), (20, 30, 10));
    }
    assert_eq!(list.draw(60, 3, false), list.draw(60, 3, false));
}

#[test]
fn each_unit_has_its_own_sample_shared_by_its_fields() {
    let cell = |unit: &str, field: &str, dossiers| Cell {
        unit: unit.to_owned(),
        field: field.to_owned(),
        dossiers,
    };
    let cells = [
        cell("gia-lai/duc-co", "ho-tich", 700),
        cell("gia-lai/ia-dok", "", 300),
        cell("gia-lai/duc-co", "dat-dai", 299),
        cell("gia-lai/duc-co", "khac", 1),
    ];
    let asked = shipped("sipas-desk");
    let ballots: Vec<_> = (0..90)
        .map(|id| {
            let mut ballot = blank(&asked, id);
            let places = [
                ("gia-lai/duc-co", "dat-dai"),
                ("gia-lai/ia-dok", "thue"),
                ("elsewhere", "thue"),
            ];
            let (unit, field) = places[id as usize % 3];
            ballot.context.unit = unit.to_owned();
            ballot.context.field = field.to_owned();
            ballot
        })
        .collect();
    let (found, elsewhere) = quotas(&cells, USUAL_MARGIN, &ballots);
    let planned: Vec<u32> = found.iter().map(|one| one.planned).collect();
    // 1 000 dossiers need 286, 300 need 172.
    assert_eq!(planned, [200, 172, 86, 0]);
    assert_eq!(sample_size(1000, USUAL_MARGIN), 286);
    assert_eq!(found[2].missing(), 86 - 30);
    assert_eq!((found[1].done, found[0].done, elsewhere), (30, 0, 30));
}
