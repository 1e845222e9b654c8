//! Whom to ask: chances, reproducibility, quotas, progress.

use crate::ballots::{blank, shipped};
use crate::files::assert_held;
use proptest::prelude::*;
use sipas_core::campaign::plan::{USUAL_MARGIN, sample_size};
use sipas_core::drawing::systematic;
use sipas_core::generator::Generator;
use sipas_core::quota::{Cell, UnitQuota, by_unit, quotas, share_out};
use sipas_formats::dossier_list::read;
use sipas_formats::sample_list::SampleList;
use sipas_formats::xlsx::{self, sample::SampleWords};

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
    assert_eq!(list.dossiers[1].field, "Hộ tịch");
    assert_eq!(list.repeated, [(3, 1), (6, 5)]);
    assert_eq!(list.blank, [2]);
    assert_eq!(read("").dossiers, []);
}

#[test]
fn a_list_says_what_its_columns_are_or_is_told_that_it_does_not() {
    let wide = "TT;Mã hồ sơ;Người nộp;Đơn vị;Lĩnh vực\n1;A-1;Nguyễn A;Xã Đức Cơ;Thuế\n2;;Trần B;Xã Đức Cơ;Thuế";
    let list = read(wide);
    assert!(list.headed);
    let one = &list.dossiers[0];
    assert_eq!(
        (
            one.number.as_str(),
            one.unit.as_str(),
            one.field.as_str(),
            one.line
        ),
        ("A-1", "Xã Đức Cơ", "Thuế", 2)
    );
    assert_eq!((list.dossiers.len(), list.unclear), (1, vec![3]));
    // Without a heading nobody knows which of four columns is the number.
    let list = read("1;A-1;Nguyễn A;Thuế\nA-2\nA-3;x\nA-4;Xã;\"Đầu tư, hộ kinh doanh\"");
    assert_eq!((list.headed, list.unclear), (false, vec![1]));
    assert_eq!(list.dossiers[2].unit, "Xã");
    // Only a first line without digits is a heading.
    assert!(read("Số hồ sơ\nA-1").headed);
    assert!(!read("Hồ sơ 1\nHồ sơ 2").headed);
    assert_eq!(read("\n\n Mã hồ sơ \n1\n\n2\n\n").blank, [1, 2, 5]);
}

/// A list of `count` dossiers: line i holds `H08-i` and the field i² modulo the number of fields.
fn made(count: usize, fields: &[&str]) -> String {
    let line = |at: usize| match fields.len() {
        0 => format!("H08-{at}\n"),
        several => format!("H08-{at}\t{}\n", fields[at * at % several]),
    };
    (1..=count).map(line).collect()
}

#[test]
fn what_the_browser_has_to_draw_is_frozen() {
    // The page's own draws are compared with this file in tests/browser; a second program, with its own generator, found the same.
    let mut out = String::from("[\n");
    let lists: [(usize, u32, &[&str]); 5] = [
        (7, 3, &[]),
        (300, 172, &[]),
        (300, 60, &["Hộ tịch", "Đất đai", "Thuế"]),
        (10_000, 385, &[]),
        (
            10_000,
            385,
            &["Hộ tịch", "Đất đai", "Đầu tư, hộ kinh doanh", "Thuế"],
        ),
    ];
    let mut first = true;
    for (count, wanted, fields) in lists {
        let list = read(&made(count, fields));
        for seed in [1_u64, 20_261_121, u64::MAX] {
            let drawn = list.draw(wanted, seed, !fields.is_empty());
            let lines: Vec<usize> = drawn.iter().map(|one| one.line).collect();
            let start = if core::mem::take(&mut first) {
                ""
            } else {
                ",\n"
            };
            out.push_str(&format!(
                "{start}{{\"count\":{count},\"fields\":{fields:?},\"wanted\":{wanted},\"seed\":\"{seed}\",\"lines\":{lines:?}}}"
            ));
        }
    }
    out.push_str("\n]\n");
    assert_held(&[("golden/samples/draws.json", out)]);
}

#[test]
fn a_drawn_sample_goes_into_tables_as_it_is() {
    let list = read("=1+1;Xã Đức Cơ;Thuế\n000123\n\"a,b\"");
    let sample = SampleList {
        drawn: list.dossiers,
        listed: 3,
        seed: 77,
        spread: false,
    };
    let headings = ["TT", "Dòng", "Số hồ sơ", "Đơn vị", "Lĩnh vực", "Đã hỏi"];
    let csv = sample.csv(&headings, ["Mã", "N", "n"]);
    assert_eq!(
        csv,
        "\u{feff}TT,Dòng,Số hồ sơ,Đơn vị,Lĩnh vực,Đã hỏi,Mã,N,n\r\n1,1,'=1+1,Xã Đức Cơ,Thuế,,77,3,3\r\n\
         2,2,000123,,,,77,3,3\r\n3,3,\"a,b\",,,,77,3,3\r\n"
    );
    let words = SampleWords {
        sheets: ["Danh sách", "Cách rút"],
        title: "Mẫu".to_owned(),
        headings,
        drawing: vec![("Mã rút mẫu".to_owned(), "77".to_owned())],
    };
    let bytes = xlsx::sample::write(&sample, &words).unwrap();
    assert_eq!(bytes, xlsx::sample::write(&sample, &words).unwrap());
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let sheet = calamine::Reader::worksheet_range(&mut book, "Danh sách").unwrap();
    assert_eq!(sheet.get_value((0, 2)).unwrap(), "Số hồ sơ");
    // Texts, so that nothing is computed and no zero in front is lost.
    assert_eq!(sheet.get_value((1, 2)).unwrap(), "=1+1");
    assert_eq!(sheet.get_value((2, 2)).unwrap(), "000123");
    let how = calamine::Reader::worksheet_range(&mut book, "Cách rút").unwrap();
    assert_eq!(how.get_value((0, 1)).unwrap(), "77");
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
        let of = |group: &str| drawn.iter().filter(|one| one.field == group).count();
        assert_eq!((of("a"), of("b"), of("c")), (20, 30, 10));
    }
    assert_eq!(list.draw(60, 3, false), list.draw(60, 3, false));
    // Spread or not, whom to ask is told in the order of the list.
    assert!(list.draw(60, 3, true).is_sorted_by_key(|one| one.line));
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
    let (found, outside) = quotas(&cells, USUAL_MARGIN, &ballots);
    let planned: Vec<u32> = found.iter().map(|one| one.planned).collect();
    // 1 000 dossiers need 286, 300 need 172.
    assert_eq!(planned, [200, 172, 86, 0]);
    assert_eq!(sample_size(1000, USUAL_MARGIN), 286);
    assert_eq!(found[2].missing(), 86 - 30);
    assert_eq!((found[1].done, found[0].done), (30, 0));
    let [outside] = outside.as_slice() else {
        panic!("{outside:?}");
    };
    assert_eq!(
        (outside.unit.as_str(), outside.field.as_str()),
        ("elsewhere", "thue")
    );
    assert_eq!(outside.ballots, 30);
    let units = by_unit(&found);
    let of = |one: &UnitQuota| (one.dossiers, one.planned, one.done, one.missing);
    assert_eq!(of(&units[0]), (1000, 286, 30, 256));
    assert_eq!(of(&units[1]), (300, 172, 30, 142));
}

#[test]
fn ballots_count_for_the_nearest_number_above_them_and_not_for_another_field() {
    let cell = |unit: &str, field: &str, dossiers| Cell {
        unit: unit.to_owned(),
        field: field.to_owned(),
        dossiers,
    };
    let cells = [
        cell("", "", 10),
        cell("gia-lai", "thue", 2),
        cell("gia-lai", "", 2),
        cell("gia-lai/duc-co", "thue", 1),
    ];
    let asked = shipped("sipas-desk");
    let ballots: Vec<_> = [
        ("gia-lai/duc-co", "thue"),
        ("gia-lai/duc-co", "khac"),
        ("gia-lai/ia-dok/thon-1", "thue"),
        ("gia-lai/ia-dok/thon-1", "thue"),
        ("gia-lai/ia-dok/thon-1", "thue"),
        ("gia-lai-2", ""),
        ("", "thue"),
    ]
    .into_iter()
    .zip(0..)
    .map(|((unit, field), id)| {
        let mut ballot = blank(&asked, id);
        ballot.context.unit = unit.to_owned();
        ballot.context.field = field.to_owned();
        ballot
    })
    .collect();
    let (found, outside) = quotas(&cells, USUAL_MARGIN, &ballots);
    let done: Vec<u32> = found.iter().map(|one| one.done).collect();
    assert_eq!(
        (done.as_slice(), outside.len()),
        ([2, 3, 1, 1].as_slice(), 0)
    );
    // Three ballots about taxes where two were planned do not stand in for the other fields.
    let units = by_unit(&found);
    assert_eq!((units[1].planned, units[1].done), (4, 4));
    assert_eq!((units[1].missing, units[1].fulfilled()), (1, 3));
}
