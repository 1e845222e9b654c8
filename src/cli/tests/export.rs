//! `sipas-cli export`, run as people run it.

mod program;

use program::{file, run};

const DESK: &str = "../tests/golden/csv/sipas-desk.csv";

#[test]
fn a_ballot_file_comes_out_as_it_went_in() {
    let out = file("export", "again.csv", "");
    let first = run(&["export", DESK, "--to", "csv", "--out", &out]);
    assert_eq!((first.code, first.out.as_str()), (0, ""), "{}", first.err);
    assert!(first.err.contains("4 ballots"), "{}", first.err);
    let again = file("export", "again-again.csv", "");
    let twice = run(&["export", DESK, &out, "--to", "csv", "--out", &again]);
    assert_eq!(twice.code, 0, "{}", twice.err);
    // Each ballot once, in the same order.
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&again).unwrap());
}

#[test]
fn what_is_missing_or_cannot_be_is_said_and_nothing_is_written() {
    let here = file("export", "here.csv", "kept");
    for (words, code, said) in [
        (
            vec!["export", DESK, "--out", &here],
            2,
            "no --to FORM given",
        ),
        (
            vec!["export", DESK, "--to", "xlsx"],
            2,
            "no --out FILE given",
        ),
        (
            vec!["export", "--to", "xlsx", "--out", &here],
            2,
            "no ballot file given",
        ),
        (
            vec!["export", &here, "--to", "csv", "--out", &here],
            2,
            "one of the files to read",
        ),
        (
            vec!["export", DESK, "--to", "xls", "--out", &here],
            2,
            "expected xlsx",
        ),
        (
            vec![
                "export",
                "--to",
                "sql",
                "--questionnaire",
                "none",
                "--out",
                &here,
            ],
            3,
            "no questionnaire \"none\" is known",
        ),
        (
            vec!["export", "absent.csv", "--to", "csv", "--out", &here],
            3,
            "cannot be read",
        ),
    ] {
        let run = run(&words);
        assert_eq!(run.code, code, "{words:?}: {}", run.err);
        assert!(run.err.contains(said), "{words:?}: {}", run.err);
    }
    assert_eq!(std::fs::read_to_string(&here).unwrap(), "kept");
}
