//! Questionnaire files: the shipped ones pass and hold what was promised, broken ones are told
//! exactly.

mod files;

#[path = "questionnaires/changes.rs"]
mod changes;

use files::{difference, names, text};
use sipas_core::problem::Problem;
use sipas_core::questionnaire::{Criterion, Questionnaire, Source, terms};
use sipas_formats::questionnaire::read;

const SHIPPED: &str = "../public/questionnaires";
const BROKEN: &str = "hostile/questionnaires";

fn shipped(name: &str) -> Questionnaire {
    match read(&text(&format!("{SHIPPED}/{name}.json"))) {
        Ok(questionnaire) => questionnaire,
        Err(problems) => panic!("{name}.json\n{}", lines(&problems)),
    }
}

fn lines(problems: &[Problem]) -> String {
    problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect()
}

fn ids(questionnaire: &Questionnaire) -> Vec<&str> {
    questionnaire
        .criteria()
        .map(|criterion| criterion.id.as_str())
        .collect()
}

#[test]
fn every_shipped_questionnaire_passes_in_both_languages() {
    let names = names(SHIPPED, "json");
    assert_eq!(
        names,
        ["desk-evaluation", "management", "quick", "sipas-desk"]
    );
    for name in names {
        let questionnaire = shipped(&name);
        assert_eq!(questionnaire.id, name, "file name and id differ");
        assert_eq!(questionnaire.languages, ["vi", "en"]);
        for criterion in questionnaire.criteria() {
            assert!(
                !criterion.explanation.is_empty(),
                "{} is not explained",
                criterion.id
            );
        }
        // What people write in a hurry must not hold their name.
        assert!(questionnaire.comment.is_some());
    }
}

/// Ids and split from the contracts (docs), wording checked by reading.
#[test]
fn the_desk_questionnaire_has_the_promised_ids() {
    let desk = shipped("sipas-desk");
    let factors: Vec<(&str, usize)> = desk
        .factors
        .iter()
        .map(|f| (f.id.as_str(), f.criteria.len()))
        .collect();
    let promised = [
        ("access", 4),
        ("dossier", 5),
        ("officials", 6),
        ("results", 3),
        ("feedback", 4),
    ];
    assert_eq!(factors, promised);
    let mut wanted: Vec<String> = promised
        .iter()
        .flat_map(|(factor, count)| (1..=*count).map(move |n| format!("{factor}_{n}")))
        .collect();
    wanted.push("overall".to_owned());
    assert_eq!(ids(&desk), wanted);
    let codes: Vec<&str> = desk.respondent.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(
        codes,
        ["gender", "age", "education", "occupation", "respondent"]
    );
    for criterion in desk.criteria() {
        let scale = desk.scale_of(criterion);
        let levels: Vec<_> = scale
            .levels
            .iter()
            .map(|l| (l.code.as_str(), l.satisfied, l.face))
            .collect();
        let five = [
            ("1", false, 1),
            ("2", false, 2),
            ("3", false, 3),
            ("4", true, 4),
            ("5", true, 5),
        ];
        assert_eq!(
            levels,
            five.map(|(code, satisfied, face)| (code, satisfied, Some(face)))
        );
        assert_eq!(criterion.not_applicable, criterion.id != "overall");
    }
    assert!(
        desk.factors
            .last()
            .is_some_and(|f| f.gate.is_some() && f.only_if.is_some())
    );
}

#[test]
fn the_management_questionnaire_turns_its_negative_items_round() {
    let management = shipped("management");
    let wanted: Vec<String> = (1..=20).map(|n| format!("management_{n}")).collect();
    assert_eq!(ids(&management), wanted);
    let negative = |c: &&Criterion| c.negative;
    let negative: Vec<&Criterion> = management.criteria().filter(negative).collect();
    let negative_ids: Vec<&str> = negative.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(negative_ids, ["management_8", "management_12"]);
    for criterion in negative {
        let best = management.scale_of(criterion).levels.last().unwrap();
        assert_eq!((best.label.get("vi"), best.satisfied), ("Không có", true));
    }
}

#[test]
fn the_desk_evaluation_has_eighteen_points_and_five_classes() {
    let evaluation = shipped("desk-evaluation");
    let wanted: Vec<String> = (1..=9).map(|n| format!("desk_{n}")).collect();
    assert_eq!(ids(&evaluation), wanted);
    let ballot: Vec<&str> = evaluation
        .criteria()
        .filter(|c| c.source == Source::Ballot)
        .map(|c| c.id.as_str())
        .collect();
    assert_eq!(ballot, ["desk_1", "desk_3", "desk_4", "desk_7"]);
    for criterion in evaluation.criteria() {
        let scores: Vec<f64> = evaluation
            .scale_of(criterion)
            .levels
            .iter()
            .map(|l| l.score)
            .collect();
        assert_eq!(scores, [0.0, 1.0, 2.0]);
    }
    let classes: Vec<_> = evaluation
        .classes
        .iter()
        .map(|c| (c.code.as_str(), c.at_least))
        .collect();
    let promised = [
        ("excellent", 15.0),
        ("good", 12.0),
        ("fair", 9.0),
        ("average", 6.0),
        ("weak", 0.0),
    ];
    assert_eq!(classes, promised);
}

#[test]
fn the_quick_questionnaire_asks_why_below_satisfied() {
    let quick = shipped("quick");
    assert_eq!(ids(&quick), ["overall"]);
    let scale = quick.scale_of(quick.general.as_ref().unwrap());
    let below: Vec<&str> = scale
        .levels
        .iter()
        .filter(|l| !l.satisfied)
        .map(|l| l.code.as_str())
        .collect();
    let reasons = quick.reasons.as_ref().unwrap();
    assert_eq!(
        (
            reasons.only_if.question.as_str(),
            reasons.only_if.any_of.len()
        ),
        ("overall", 3)
    );
    assert_eq!(reasons.only_if.any_of, below);
    let desk = shipped("sipas-desk");
    let factors: Vec<&str> = desk.factors.iter().map(|f| f.id.as_str()).collect();
    let codes: Vec<&str> = reasons.choices.iter().map(|c| c.code.as_str()).collect();
    assert!(codes.starts_with(&factors), "{codes:?}");
}

#[test]
fn terms_become_the_words_of_the_counter() {
    let desk = shipped("sipas-desk");
    let postal = [("official".to_owned(), "postal".to_owned())];
    let text = desk
        .factors
        .iter()
        .find(|f| f.id == "officials")
        .map(|f| f.criteria[0].text.clone());
    let text = text.unwrap();
    let fill = |language, chosen| terms::fill(&desk, text.get(language), language, chosen);
    assert_eq!(fill("vi", &[]), "Công chức giao tiếp lịch sự");
    assert_eq!(fill("vi", &postal), "Nhân viên Bưu điện giao tiếp lịch sự");
    assert_eq!(fill("en", &postal), "The post office employee is polite");
    let unknown = [("official".to_owned(), "robot".to_owned())];
    assert_eq!(fill("en", &unknown), "The official is polite");
}

#[test]
fn broken_questionnaires_are_told_exactly() {
    let names = names(BROKEN, "json");
    assert!(names.len() > 50);
    let mut differences = String::new();
    for name in names {
        let found = match read(&text(&format!("{BROKEN}/{name}.json"))) {
            Ok(_) => String::new(),
            Err(problems) => lines(&problems),
        };
        assert!(name == "sound" || !found.is_empty(), "{name} passes");
        differences.extend(difference(&format!("{BROKEN}/{name}.expected"), &found));
    }
    assert!(
        differences.is_empty(),
        "SIPAS_BLESS=1 accepts what was found\n{differences}"
    );
}
