//! `sipas-cli index`, run as people run it.

#![allow(clippy::unwrap_used, reason = "a test that cannot run stops")]

mod program;

use program::{case, file, run};

const BALLOTS: &str = "cases/index-31-ballots/ballots.csv";

/// The count that follows `"key": ` first in the output.
fn count(out: &str, key: &str) -> u64 {
    let after = out.split(&format!("\"{key}\": ")).nth(1).unwrap();
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

fn rows_of(out: &str) -> [u64; 4] {
    ["read", "counted", "duplicate", "rejected"].map(|key| count(out, key))
}

#[test]
fn json_is_that_of_the_case() {
    let run = run(&[
        "index",
        BALLOTS,
        "--by",
        "unit",
        "--by=month",
        "--format",
        "json",
    ]);
    assert_eq!(run.out, case("index-31-ballots/expected.json"));
    assert_eq!(run.err, format!("{BALLOTS}: quick version 1, 31 rows\n"));
    assert_eq!(run.code, 0);
}

#[test]
fn csv_is_that_of_the_case() {
    let run = run(&[
        "index",
        BALLOTS,
        "--by",
        "unit",
        "--by=month",
        "--format",
        "csv",
    ]);
    assert_eq!(run.out, case("index-31-ballots/expected.csv"));
}

#[test]
fn the_table_speaks_both_languages() {
    let vi = run(&["index", BALLOTS]).out;
    assert!(vi.contains("Chỉ số chung  83,87"), "{vi}");
    assert!(vi.contains("67,37 – 92,91") && vi.contains("4,161"), "{vi}");
    let en = run(&["index", "--language", "en", BALLOTS, "--by", "field"]).out;
    assert!(
        en.contains("Overall index  83.87") && en.contains("Field ho-tich: 31 ballots"),
        "{en}"
    );
}

#[test]
fn the_hand_vectors_come_out_by_every_formula() {
    let folder = "cases/index-hand-vectors";
    let ballots = format!("{folder}/ballots.csv");
    for (formula, percent) in [
        ("pooled", "81.82"),
        ("mean-of-criteria", "73.33"),
        ("mean-of-factors", "67.50"),
    ] {
        let run = run(&[
            "index",
            &ballots,
            "--questionnaires",
            folder,
            "--formula",
            formula,
            "--language",
            "en",
        ]);
        assert!(
            run.out.contains(&format!("Overall index  {percent}")),
            "{run:?}"
        );
        assert_eq!(run.code, 0);
    }
}

#[test]
fn a_file_given_twice_counts_once() {
    let run = run(&["index", BALLOTS, BALLOTS, "--format=json"]);
    assert_eq!((rows_of(&run.out), run.code), ([62, 31, 31, 0], 0));
    assert_eq!(count(&run.out, "satisfied"), 26);
}

#[test]
fn rows_with_mistakes_are_told_and_left_out() {
    let text = case("index-31-ballots/ballots.csv").replacen(",5,,", ",7,,", 1);
    let path = file("mistakes", "a.csv", &text);
    let run = run(&["index", &path, "--format", "json"]);
    assert_eq!((rows_of(&run.out), run.code), ([31, 30, 0, 1], 1));
    let message =
        "line 2, column overall: expected 1, 2, 3, 4, 5, na or an empty cell, found \"7\"";
    let summary = "quick version 1, 31 rows, 1 rejected";
    assert_eq!(run.err, format!("{path}: {summary}\n{path}: {message}\n"));
}

#[test]
fn of_two_versions_of_a_ballot_the_later_counts_whatever_the_order() {
    let text = case("index-31-ballots/ballots.csv");
    let changed = text.replacen(
        "08:30:00+07:00,95,,,,,,5,,",
        "08:30:01+07:00,95,,,,,,1,,",
        1,
    );
    let path = file("conflict", "later.csv", &changed);
    for files in [[BALLOTS, path.as_str()], [path.as_str(), BALLOTS]] {
        let run = run(&["index", files[0], files[1], "--format", "json"]);
        assert_eq!((rows_of(&run.out), run.code), ([62, 31, 30, 1], 1));
        assert_eq!(count(&run.out, "satisfied"), 25);
        let message = format!(
            "conflict: different ballots are called 0000000000000001: {path} line 2 counts, \
             {BALLOTS} line 2 does not\n"
        );
        assert!(run.err.ends_with(&message), "{}", run.err);
    }
}

#[test]
fn different_questionnaires_are_never_counted_together() {
    let other = "cases/index-points/ballots.csv";
    let mixed = run(&["index", BALLOTS, other, "--format", "json"]);
    assert_eq!((mixed.out.as_str(), mixed.code), ("", 3));
    let message = format!(
        "the files hold different questionnaires, which are never counted together:\n  \
         {BALLOTS}: quick version 1\n  {other}: desk-evaluation version 1\n\
         choose one with --questionnaire ID\n"
    );
    assert!(mixed.err.ends_with(&message), "{}", mixed.err);
    let one = run(&[
        "index",
        BALLOTS,
        other,
        "--format",
        "json",
        "--questionnaire",
        "quick",
    ]);
    assert_eq!((rows_of(&one.out), one.code), ([31, 31, 0, 0], 0));
    assert!(one.err.contains("another questionnaire: skipped"));
}

#[test]
fn versions_are_counted_together_where_their_scales_agree() {
    let shipped = include_str!("../../../public/questionnaires/quick.json");
    let second = shipped.replace("\"version\": 1", "\"version\": 2");
    let ballots = case("index-31-ballots/ballots.csv").replace("quick,1,", "quick,2,");
    let renamed = ballots.replace("\r\n00", "\r\nff");
    let path = file("versions", "second.csv", &renamed);
    let good = file("versions/good", "quick-2.json", &second);
    let folder = good.strip_suffix("/quick-2.json").unwrap();
    let both = run(&[
        "index",
        BALLOTS,
        &path,
        "--questionnaires",
        folder,
        "--format",
        "json",
    ]);
    assert_eq!(
        (rows_of(&both.out), both.code),
        ([62, 62, 0, 0], 0),
        "{}",
        both.err
    );

    let stricter = second.replacen("\"satisfied\": true", "\"satisfied\": false", 1);
    let bad = file("versions/bad", "quick-2.json", &stricter);
    let folder = bad.strip_suffix("/quick-2.json").unwrap();
    let neither = run(&["index", BALLOTS, &path, "--questionnaires", folder]);
    assert_eq!((neither.out.as_str(), neither.code), ("", 3));
    let message = "quick versions 1 and 2 cannot be counted together:\n  \
        criterion overall has another scale\n";
    assert!(neither.err.ends_with(message), "{}", neither.err);

    let unknown = run(&["index", &path]);
    assert_eq!(unknown.code, 3);
    assert!(
        unknown
            .err
            .contains("expected a known questionnaire and version")
    );
}

#[test]
fn own_questionnaires_must_not_take_a_shipped_ones_place() {
    let shipped = include_str!("../../../public/questionnaires/quick.json");
    let changed = shipped.replace("Đánh giá nhanh", "Đánh giá chậm");
    let path = file("taken", "quick.json", &changed);
    let folder = path.strip_suffix("/quick.json").unwrap();
    let run = run(&["index", BALLOTS, "--questionnaires", folder]);
    assert_eq!(run.code, 3);
    assert!(
        run.err
            .contains("another questionnaire is quick version 1 already"),
        "{}",
        run.err
    );
}

#[test]
fn files_that_cannot_be_read_are_all_named_and_nothing_is_printed() {
    let open = [&case("index-31-ballots/ballots.csv"), "\"never closed\n"].concat();
    let broken = file("unreadable", "a.csv", &open);
    let run = run(&["index", &broken, "nowhere.csv", BALLOTS]);
    assert_eq!((run.out.as_str(), run.code), ("", 3));
    assert!(run.err.contains("found the end of the file"), "{}", run.err);
    assert!(
        run.err.contains("nowhere.csv: cannot be read"),
        "{}",
        run.err
    );
}

#[test]
fn a_file_without_rows_needs_the_questionnaires_name() {
    let text = case("index-31-ballots/ballots.csv");
    let path = file("empty", "a.csv", text.lines().next().unwrap());
    let nameless = run(&["index", &path]);
    assert_eq!(nameless.code, 3);
    assert!(
        nameless.err.contains("name it with --questionnaire ID"),
        "{}",
        nameless.err
    );
    let named = run(&[
        "index",
        &path,
        "--questionnaire",
        "quick",
        "--format",
        "json",
    ]);
    assert_eq!((rows_of(&named.out), named.code), ([0, 0, 0, 0], 0));
    assert!(named.out.contains("\"rate\": null") && named.out.contains("no answer was counted"));
}

#[test]
fn wrong_usage_is_told_and_help_is_given() {
    let wrong = run(&["index", "--fromat", "json", BALLOTS]);
    assert_eq!((wrong.out.as_str(), wrong.code), ("", 2));
    assert_eq!(
        wrong.err,
        "unknown option --fromat: did you mean --format?\n"
    );
    for (arguments, first) in [
        (vec!["--help"], "sipas-cli: satisfaction indices"),
        (vec!["index", "--help"], "sipas-cli index FILE..."),
        (vec!["check", "--help"], "sipas-cli check FILE..."),
        (vec!["--version"], "sipas-cli 0."),
    ] {
        let help = run(&arguments);
        assert!(help.out.starts_with(first), "{help:?}");
        assert_eq!((help.err.as_str(), help.code), ("", 0));
    }
}

#[test]
fn folders_are_counted_file_by_file_as_spreadsheets_saved_them() {
    let text = case("index-31-ballots/ballots.csv");
    let whole = run(&["index", BALLOTS, "--format", "json", "--by", "month"]);
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    let rows: Vec<&str> = lines.collect();
    let part = |rows: &[&str]| format!("{header}\n{}\n", rows.join("\n"));
    file("folder/b", "one.csv", &part(&rows[..20]).replace(',', ";"));
    // Nine of them once more.
    file("folder", "two.csv", &part(&rows[11..]));
    let folder = file("folder", "note.txt", "no ballots");
    let folder = folder.strip_suffix("/note.txt").unwrap();
    let many = run(&["index", folder, "--format", "json", "--by", "month"]);
    assert_eq!(rows_of(&many.out), [40, 31, 9, 0]);
    assert_eq!(many.code, 0, "{}", many.err);
    let figures = |out: &str| out.split_once("\"formula\"").unwrap().1.to_owned();
    assert_eq!(figures(&many.out), figures(&whole.out));
    assert!(many.err.contains("one.csv"), "{}", many.err);
    assert!(many.err.contains("recognised: semicolons"), "{}", many.err);
    assert!(!many.err.contains("two.csv"), "{}", many.err);
    // With the whole set held, as means need it, it comes to the same rows.
    let means = run(&[
        "index",
        folder,
        "--format",
        "json",
        "--formula",
        "mean-of-criteria",
    ]);
    assert_eq!(rows_of(&means.out), [40, 31, 9, 0]);
}

#[test]
fn conflicts_between_files_are_decided_as_ever_without_holding_the_rest() {
    let text = case("index-31-ballots/ballots.csv");
    let changed = text.replacen("2026-11", "2026-12", 1);
    assert_ne!(text, changed);
    let one = file("conflict", "one.csv", &text);
    let two = file("conflict", "two.csv", &changed);
    let run = run(&["index", &one, &two, "--format", "json"]);
    assert_eq!(rows_of(&run.out), [62, 31, 30, 1]);
    assert!(run.err.contains("two.csv line 2 counts"), "{}", run.err);
    assert_eq!(run.code, 1);
}

#[test]
fn a_supposed_order_of_day_and_month_is_told_in_the_exit_code() {
    let text = case("index-31-ballots/ballots.csv");
    let mut rows: Vec<String> = text.lines().take(2).map(str::to_owned).collect();
    let cell = rows[1]
        .split(',')
        .find(|cell| cell.contains("T0") || cell.contains("T1"))
        .unwrap()
        .to_owned();
    rows[1] = rows[1].replace(&cell, "05/06/2026 8:30");
    let path = file("supposed", "a.csv", &rows.join("\n"));
    let run = run(&["index", &path, "--format", "json"]);
    assert_eq!(
        (rows_of(&run.out), run.code),
        ([1, 1, 0, 0], 1),
        "{}",
        run.err
    );
    assert!(run.err.contains("supposed day first"), "{}", run.err);
}

#[test]
fn a_quarters_package_counts_as_the_ballot_file_in_it() {
    use sipas_core::ballot::DeviceId;
    use sipas_core::moment::Moment;
    use sipas_core::package::{FileKind, Package};
    use sipas_core::period::Period;
    let package = Package {
        period: Period::from_key("2026-Q4").unwrap(),
        unit: String::new(),
        name: String::new(),
        office: String::new(),
        campaign: String::new(),
        device: DeviceId(1),
        written_at: Moment::default(),
        surveys: Vec::new(),
        plans: Vec::new(),
        evaluation: None,
        scores: None,
        files: Vec::new(),
    };
    let ballots = case("index-31-ballots/ballots.csv");
    let contents = [(
        "phieu/quick.csv".to_owned(),
        FileKind::Ballots,
        ballots.into_bytes(),
    )];
    let whole = sipas_formats::package::pack(package, &contents);
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("package");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("goi.zip"), &whole).unwrap();
    let run = run(&[
        "index",
        folder.to_str().unwrap(),
        "--by",
        "unit",
        "--by=month",
        "--format",
        "json",
    ]);
    assert_eq!(
        (run.out, run.code),
        (case("index-31-ballots/expected.json"), 0)
    );
}
