//! What is written reads back equal, whatever people type.

use crate::ballots::{SHIPPED, any_ballot, nasty_text, shipped};
use proptest::prelude::*;
use sipas_core::ballot::Ballot;
use sipas_formats::csv::{self, Edition};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn comes_back(id: &str) {
    let questionnaire = shipped(id);
    let mut runner = proptest::test_runner::TestRunner::new(config(200));
    let ballots = proptest::collection::vec(any_ballot(&questionnaire), 1..4);
    runner
        .run(&ballots, |ballots| {
            let export = csv::write(&questionnaire, &ballots);
            prop_assert_eq!(&export.left_out, &[]);
            let known = |id: &str, version| {
                (id == questionnaire.id && version == questionnaire.version)
                    .then_some(&questionnaire)
            };
            let file = csv::read(&export.bytes, &known);
            prop_assert_eq!(&file.problems, &[]);
            prop_assert_eq!(file.edition, Some(Edition::of(&questionnaire)));
            let read: Vec<Ballot> = file.ballots.into_iter().map(|row| row.ballot).collect();
            prop_assert_eq!(read, ballots);
            Ok(())
        })
        .unwrap();
}

#[test]
fn ballots_of_every_shipped_questionnaire_come_back_equal() {
    for id in SHIPPED {
        comes_back(id);
    }
}

#[test]
fn another_reader_of_rfc_4180_sees_the_same_cells() {
    // Second reader: a few lines after the grammar of RFC 4180, section 2, on the raw text.
    let questionnaire = shipped("quick");
    let mut runner = proptest::test_runner::TestRunner::new(config(500));
    runner
        .run(&any_ballot(&questionnaire), |ballot| {
            let text = String::from_utf8(csv::write(&questionnaire, [&ballot]).bytes).unwrap();
            let rows = plain_rfc_4180(text.strip_prefix('\u{feff}').unwrap());
            prop_assert_eq!(rows.len(), 2);
            prop_assert_eq!(&rows[0][0], "ballot_id");
            prop_assert_eq!(rows[1].len(), rows[0].len());
            let guarded = &rows[1][17];
            let runs = ballot
                .comment
                .trim_start_matches('\'')
                .starts_with(['=', '+', '-', '@', '\t', '\r']);
            prop_assert_eq!(
                guarded,
                &format!("{}{}", if runs { "'" } else { "" }, ballot.comment)
            );
            prop_assert!(!guarded.starts_with(['=', '+', '-', '@', '\t', '\r']));
            Ok(())
        })
        .unwrap();
}

fn plain_rfc_4180(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut rest = text;
    while !rest.is_empty() {
        let row = rows.last_mut().unwrap();
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut end = 0;
            loop {
                end += quoted[end..].find('"').unwrap();
                if !quoted[end + 1..].starts_with('"') {
                    break;
                }
                end += 2;
            }
            *row.last_mut().unwrap() = quoted[..end].replace("\"\"", "\"");
            rest = &quoted[end + 1..];
        } else {
            let end = rest.find([',', '\r']).unwrap();
            *row.last_mut().unwrap() = rest[..end].to_owned();
            rest = &rest[end..];
        }
        if let Some(after) = rest.strip_prefix(',') {
            row.push(String::new());
            rest = after;
        } else {
            rest = rest.strip_prefix("\r\n").unwrap();
            if !rest.is_empty() {
                rows.push(vec![String::new()]);
            }
        }
    }
    rows
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn no_bytes_make_the_reader_stumble(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let questionnaire = shipped("quick");
        let file = csv::read(&bytes, &|_, _| Some(&questionnaire));
        prop_assert!(file.ballots.is_empty());
    }

    #[test]
    fn damaged_files_lose_no_row_in_silence(
        damage in nasty_text(), place in 0..2000_usize, cut in 0..5_usize,
    ) {
        let questionnaire = shipped("quick");
        let text = crate::files::text("golden/csv/quick.csv");
        let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = edges[place % edges.len()];
        let end = edges[(place % edges.len() + cut).min(edges.len() - 1)];
        let damaged = [&text[..start], &damage, &text[end..]].concat();
        let file = csv::read(damaged.as_bytes(), &|id, version| {
            (id == "quick" && version == 1).then_some(&questionnaire)
        });
        // Every row is a ballot or has a problem.
        let faulty = file.problems.len() as u64;
        prop_assert!(file.unreadable || file.rejected() <= faulty);
        prop_assert!(file.unreadable || file.rows == file.ballots.len() as u64 + file.rejected());
    }
}
