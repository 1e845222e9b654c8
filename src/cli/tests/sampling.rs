//! `sipas-cli index` with a sample design, against what R's `survey` found (tests/reference).

#![allow(clippy::unwrap_used, reason = "a test that cannot run stops")]

mod program;

use program::reference::{agrees, ballots, design, index, weights};
use program::{file, run};
use std::fs;

#[test]
fn every_option_gives_what_survey_finds() {
    let ballots = ballots("agree");
    let weighted = design("d30-dossiers-unit");
    let dossiers = weights("agree", &weighted);
    for (name, options) in [
        ("d30-plain", vec![]),
        ("d30-unit", vec!["--cluster", "unit"]),
        ("d30-device", vec!["--cluster=device"]),
        ("d30-strata-field", vec!["--strata", "field"]),
        ("d30-population", vec!["--population", "1000"]),
        ("d30-dossiers", vec!["--weights", &dossiers]),
        (
            "d30-dossiers-unit",
            vec!["--weights", &dossiers, "--cluster", "unit"],
        ),
        (
            "d30-strata-unit-device",
            vec![
                "--strata",
                "unit",
                "--cluster",
                "device",
                "--lonely",
                "adjust",
            ],
        ),
    ] {
        let design = design(name);
        for formula in ["pooled", "mean-of-criteria", "mean-of-factors"] {
            let mut all = vec!["--by", "unit", "--formula", formula];
            all.extend(&options);
            let run = index(&ballots, &all);
            assert_eq!(run.code, 0, "{run:?}");
            agrees(&run, &design, formula);
        }
    }
}

#[test]
fn populations_of_strata_are_given_one_by_one() {
    let ballots = ballots("strata");
    let design = design("d30-strata-field-population");
    let given = design[0]
        .iter()
        .find_map(|word| word.strip_prefix("population="))
        .unwrap();
    let mut options = vec!["--strata".to_owned(), "field".to_owned()];
    for pair in given.split(',') {
        options.extend(["--population".to_owned(), pair.replace(':', "=")]);
    }
    let options: Vec<&str> = options
        .iter()
        .map(String::as_str)
        .chain(["--by", "unit"])
        .collect();
    agrees(&index(&ballots, &options), &design, "pooled");
}

#[test]
fn what_was_asked_stands_in_the_result() {
    let ballots = ballots("said");
    let run = index(&ballots, &["--cluster", "unit", "--population", "40"]);
    let expected = "\"design\": {\"cluster\": \"unit\", \"strata\": null, \"weights\": null, \
                    \"population\": 40, \"population_by_stratum\": {}, \"lonely\": null, \
                    \"respondents\": 30, \"sampled\": 5, \"in_strata\": 1, \"no_ballots\": []}";
    assert!(run.out.contains(expected), "{}", run.out);
    assert!(
        run.out.contains("\"method\": \"linearised\", \"df\": 4"),
        "{}",
        run.out
    );
    assert!(!index(&ballots, &[]).out.contains("\"design\""));
    let table = |language: &str| {
        let base = [
            "index",
            &ballots,
            "--questionnaires",
            "reference",
            "--cluster",
            "unit",
        ];
        let mut arguments = base.to_vec();
        arguments.extend(["--language", language]);
        run_table(&arguments)
    };
    assert!(table("en").contains("Design: 30 respondents, sampled by unit (5 in all)\n"));
    assert!(table("vi").contains("Thiết kế mẫu: 30 người trả lời trong 5 cụm (đơn vị)\n"));
}

fn run_table(arguments: &[&str]) -> String {
    let run = run(arguments);
    assert_eq!(run.code, 0, "{run:?}");
    run.out
}

#[test]
fn designs_that_do_not_fit_print_nothing_and_say_why() {
    let ballots = ballots("unfit");
    let dossiers = file("unfit", "some.csv", "dossiers,unit,field\n4,u01,f1\n");
    let twice = file(
        "unfit",
        "twice.csv",
        "unit,field,dossiers\nu01,f1,4\nu01,f1,-5\nu01,f1,6\n",
    );
    for (options, message) in [
        (
            vec!["--strata", "unit", "--cluster", "unit"],
            "only one cluster in the stratum, which shows nothing about how they differ; see --lonely\n",
        ),
        (
            vec!["--cluster", "unit", "--strata", "field"],
            "cluster \"u01\" lies in strata \"f1\", \"f2\", \"f3\": strata must be made of whole clusters\n",
        ),
        (
            vec!["--population", "29"],
            "the sample: 30 respondents are more than the population of 29\n",
        ),
        (
            vec!["--weights", &dossiers],
            "ballots but no dossiers for unit \"u01\" field \"f2\", ",
        ),
        (
            vec!["--weights", &twice],
            "twice.csv: line 3, column dossiers: expected a whole number from 0 to 4294967295, found \"-5\"\n",
        ),
        (
            vec!["--weights", &twice],
            "twice.csv: line 4: expected each unit and field once, found \"u01 f1\"\n",
        ),
        (
            vec!["--weights", "nowhere.csv"],
            "nowhere.csv: cannot be read: ",
        ),
        (
            vec!["--weights", &ballots],
            "column dossiers: expected this column, found no such column\n",
        ),
    ] {
        let run = index(&ballots, &options);
        assert_eq!((run.out.as_str(), run.code), ("", 3), "{options:?}");
        assert!(run.err.contains(message), "{options:?} {}", run.err);
    }
    for (options, message) in [
        (
            vec!["--cluster", "field"],
            "--cluster: expected unit, device, found \"field\"\n",
        ),
        (
            vec!["--population", "0"],
            "--population: expected a whole number from 1 or KEY=number, found \"0\"\n",
        ),
        (
            vec!["--population", "x=1"],
            "--population KEY=N needs --strata\n",
        ),
        (
            vec!["--lonely", "adjust", "--lonely", "adjust"],
            "--lonely: given twice\n",
        ),
        (
            vec!["--weight", "x"],
            "unknown option --weight: did you mean --weights?\n",
        ),
    ] {
        let run = index(&ballots, &options);
        assert_eq!((run.out.as_str(), run.code), ("", 2), "{options:?}");
        assert_eq!(run.err, message);
    }
}

#[test]
fn where_all_agree_the_exact_interval_stands_beside() {
    let ballots = ballots("alike");
    let text = fs::read_to_string(&ballots).unwrap();
    let all: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(number, line)| {
            let cells: Vec<&str> = line.split(',').collect();
            if number == 0 {
                line.to_owned()
            } else {
                format!("{},5,5,5,5,5,5,5,", cells[..16].join(","))
            }
        })
        .collect();
    let alike = file("alike", "alike.csv", &all.join("\n"));
    let run = index(&alike, &["--cluster", "unit"]);
    // Five units: 0.025^(1/5) = 0.478 (R: binom.test(5, 5)).
    let note = "\"low\": 1, \"high\": 1, \"se\": 0, \"method\": \"linearised\", \"df\": 4, \
                \"note\": \"all answers agree, so the standard error is 0; rely on the exact interval \
                instead\", \"exact\": {\"low\": 0.4781762498950185, \"high\": 1, \"method\": \
                \"clopper-pearson\", \"of\": 5}";
    assert!(run.out.contains(note), "{}", run.out);
    let table = run_table(&[
        "index",
        &alike,
        "--questionnaires",
        "reference",
        "--cluster",
        "unit",
    ]);
    assert!(table.contains("47,82 – 100,00"), "{table}");
}
