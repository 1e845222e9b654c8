//! `sipas-cli check`, run as people run it.

mod program;

use program::{file, run};

#[test]
fn shipped_questionnaires_have_no_problem() {
    let names = ["sipas-desk", "management", "desk-evaluation", "quick"];
    let files = names.map(|name| format!("../public/questionnaires/{name}.json"));
    let arguments: Vec<&str> = ["check"]
        .into_iter()
        .chain(files.iter().map(String::as_str))
        .collect();
    let run = run(&arguments);
    let lines: Vec<String> = names
        .iter()
        .zip(&files)
        .map(|(name, file)| format!("{file}: questionnaire {name} version 1: no problem\n"))
        .collect();
    assert_eq!(
        (run.out, run.err, run.code),
        (lines.concat(), String::new(), 0)
    );
}

#[test]
fn every_problem_is_printed_with_its_path() {
    let shipped = include_str!("../../../public/questionnaires/quick.json");
    let broken = shipped
        .replace("\"face\": 3", "\"face\": 9")
        .replace("\"minutes\": 1", "\"minuts\": 1");
    let path = file("broken", "quick.json", &broken);
    let run = run(&["check", &path]);
    assert_eq!(run.code, 1);
    let face = format!("{path}: scales[0].levels[2].face: out-of-range: expected");
    assert!(
        run.out.lines().any(|line| line.starts_with(&face)),
        "{}",
        run.out
    );
    assert!(run.out.contains("minuts: unknown-key"), "{}", run.out);
}

#[test]
fn campaigns_are_told_by_their_format() {
    let text = r#"{"format": "sipas-campaign/1", "id": "Q 4", "name": {"vi": "Quý 4"},
        "questionnaire": "quick"}"#;
    let run = run(&["check", &file("campaign", "campaign.json", text)]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains(": id: bad-code: "), "{}", run.out);
}

#[test]
fn what_is_no_json_or_no_file_is_told() {
    let run = run(&["check", &file("text", "a.json", "{"), "nowhere.json"]);
    assert_eq!(run.code, 3);
    assert!(run.out.contains("not-json"), "{}", run.out);
    assert!(
        run.err.starts_with("nowhere.json: cannot be read"),
        "{}",
        run.err
    );
}
