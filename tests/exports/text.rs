//! The forms that are text: UTF-16 decoded back, SPSS syntax and codebook with their exact contents.

use crate::ballots::{any_ballot, shipped};
use crate::files::assert_held;
use proptest::collection::vec;
use proptest::prelude::*;
use sipas_formats::dictionary::Dictionary;
use sipas_formats::{codebook_csv, csv, spss, utf16};

/// The cells of a file with this separator.
fn rows(text: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let cells = |row: ::csv::StringRecord| row.iter().map(str::to_owned).collect();
    reader.records().map(|row| cells(row.unwrap())).collect()
}

fn decoded(bytes: &[u8]) -> String {
    let units = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    String::from_utf16(&units.collect::<Vec<u16>>()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn utf16_decoded_has_the_cells_of_the_csv(ballots in vec(any_ballot(&shipped("quick")), 0..6)) {
        let written = String::from_utf8(csv::write(&shipped("quick"), &ballots).bytes).unwrap();
        let wide = utf16::from_csv(&written).unwrap();
        prop_assert_eq!(&wide[..2], [0xff, 0xfe]);
        let text = decoded(&wide);
        let text = text.strip_prefix('\u{feff}').unwrap();
        let plain = written.strip_prefix('\u{feff}').unwrap();
        prop_assert_eq!(rows(text, b'\t'), rows(plain, b','));
    }

    #[test]
    fn spss_data_has_one_line_a_ballot(ballots in vec(any_ballot(&shipped("quick")), 0..6)) {
        let written = String::from_utf8(csv::write(&shipped("quick"), &ballots).bytes).unwrap();
        let data = spss::data(&written).unwrap();
        prop_assert_eq!(data.split("\r\n").count(), ballots.len() + 2);
        prop_assert!(!data.replace("\r\n", "").contains(['\r', '\n']));
        let flat = |cell: &String| cell.replace("\r\n", " ").replace(['\r', '\n'], " ");
        let plain = rows(written.strip_prefix('\u{feff}').unwrap(), b',');
        let expected: Vec<Vec<String>> =
            plain.iter().map(|row| row.iter().map(flat).collect()).collect();
        prop_assert_eq!(rows(data.strip_prefix('\u{feff}').unwrap(), b','), expected);
    }
}

#[test]
fn the_described_quick_questionnaire() {
    let dictionary = Dictionary::of(&shipped("quick"), true, &[]);
    let found = [
        (
            "golden/exports/quick.codebook.csv",
            codebook_csv::write(&dictionary),
        ),
        (
            "golden/exports/quick.sps",
            spss::write(&dictionary, "quick.csv", "vi"),
        ),
    ];
    assert_held(&found);
}

#[test]
fn nothing_in_a_label_ends_a_command_or_leaves_its_quotes() {
    let title = "Ai cũng 'hài lòng'.\\n.\\nERASE FILE='x'.";
    let changed = crate::files::text("../public/questionnaires/quick.json")
        .replace("Đánh giá nhanh", title)
        .replace("Rất hài lòng", "'.\\nERASE FILE='x'.\\n* ")
        .replace("Ông/bà có ý kiến gì khác không?", &"ế".repeat(300));
    let quick = sipas_formats::questionnaire::read(&changed).unwrap();
    let text = spss::write(&Dictionary::of(&quick, false, &[]), "o'brien.csv", "vi");
    assert!(text.contains("/FILE='o''brien.csv'"), "{text}");
    assert!(text.contains("  5 '''. ERASE FILE=''x''. * '\n"), "{text}");
    assert!(
        text.lines()
            .all(|line| !line.starts_with("ERASE") && line != "."),
        "{text}"
    );
    // 255 bytes of letters of three bytes each.
    let label = format!("/v_comment '{}'", "ế".repeat(85));
    assert!(text.contains(&label), "{text}");
    // Outside comments every line has an even number of quotes.
    let code = text
        .lines()
        .filter(|line| !line.starts_with('*') && !line.contains("/QUALIFIER"));
    for line in code {
        assert_eq!(line.matches('\'').count() % 2, 0, "{line}");
    }
}
