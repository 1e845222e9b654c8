//! The library of measures: the one shipped fits its questionnaire, and broken ones are refused.

use crate::ballots::shipped;
use crate::files;
use sipas_core::measures::Measures;
use sipas_core::problem::Fault;
use sipas_core::questionnaire::Source;
use sipas_formats::measures::{read, write};

#[test]
fn every_criterion_people_answer_has_a_measure_in_both_languages() {
    for name in ["sipas-desk", "management", "desk-evaluation"] {
        is_whole(&read(&files::text(&format!("../public/measures/{name}.json"))).unwrap());
    }
    let library = read(&files::text("../public/measures/sipas-desk.json")).unwrap();
    let own = library.suggested("officials", "officials_4");
    assert_eq!(
        (own[0].id.as_str(), own[1].id.as_str()),
        ("officials-once", "officials-training")
    );
    assert_eq!(read(&write(&library)), Ok(library));
}

fn is_whole(library: &Measures) {
    let asked = shipped(&library.questionnaire);
    for factor in &asked.factors {
        for criterion in factor
            .criteria
            .iter()
            .filter(|one| one.source == Source::Ballot)
        {
            assert!(
                !library.suggested(&factor.id, &criterion.id).is_empty(),
                "{}",
                criterion.id
            );
        }
    }
    for one in &library.measures {
        let factor = asked.factors.iter().find(|factor| factor.id == one.factor);
        let known = factor.unwrap_or_else(|| panic!("{}: {}", one.id, one.factor));
        let names = |id: &String| known.criteria.iter().any(|criterion| criterion.id == *id);
        assert!(one.criteria.iter().all(names), "{}", one.id);
        for wording in [&one.task, &one.action, &one.product] {
            let languages: Vec<&str> = wording
                .entries()
                .iter()
                .map(|(code, _)| code.as_str())
                .collect();
            assert_eq!(languages, ["vi", "en"], "{}", one.id);
        }
    }
}

#[test]
fn a_broken_library_is_refused_with_all_its_problems() {
    let text = r#"{"format":"sipas-measures/1","questionnaire":"sipas-desk","measures":[
        {"id":"a","factor":"access","task":{"vi":"x"},"action":{"vi":""}},
        {"id":"a","factor":"Access","criteria":["B"],"task":{"vi":"x"},"action":{"vi":"y"},"cost":1},
        {"id":"b","factor":"access","action":{"vi":"y"}}]}"#;
    let found: Vec<(String, Fault)> = read(text)
        .unwrap_err()
        .into_iter()
        .map(|one| (one.path, one.fault))
        .collect();
    let expected = [
        ("measures[0].action", Fault::NoText),
        ("measures[1].id", Fault::Duplicate),
        ("measures[1].factor", Fault::BadCode),
        ("measures[1].criteria[0]", Fault::BadCode),
        ("measures[1].cost", Fault::Unknown),
        ("measures[2].task", Fault::Missing),
    ];
    assert_eq!(
        found,
        expected.map(|(path, fault)| (path.to_owned(), fault))
    );
    assert_eq!(
        read(r#"{"format":"sipas-measures/2"}"#).unwrap_err()[0].fault,
        Fault::NewerFormat
    );
}
