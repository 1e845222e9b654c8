//! Sound questionnaires changed in one place: each change is told once, where it was made.

use super::{BROKEN, SHIPPED, lines};
use crate::files::text;
use sipas_core::problem::Fault;
use sipas_formats::json::{Json, text as json_text};
use sipas_formats::questionnaire::{read_tree, shapes};

/// What the manual tells people to add is accepted where it tells them to add it.
#[test]
fn the_criterion_of_the_manual_can_be_added() {
    let manual = text("../docs/questionnaire-format.md");
    let example = manual
        .split("```json\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let example = json_text::parse(example.unwrap()).unwrap();
    let root = json_text::parse(&text(&format!("{SHIPPED}/sipas-desk.json"))).unwrap();
    let path = "factors[0].criteria";
    let (_, criteria) = all(&root)
        .into_iter()
        .find(|(place, _)| place == path)
        .unwrap();
    let Json::List(mut criteria) = criteria.clone() else {
        panic!("{path} is no list");
    };
    criteria.push(example);
    let questionnaire = read_tree(&changed(&root, "", path, &Json::List(criteria)));
    assert_eq!(questionnaire.map(|q| q.criteria_count()), Ok(24));
}

/// All values with their paths.
fn all(root: &Json) -> Vec<(String, &Json)> {
    fn below<'json>(json: &'json Json, at: &str, out: &mut Vec<(String, &'json Json)>) {
        for (path, child) in children(json, at) {
            out.push((path.clone(), child));
            below(child, &path, out);
        }
    }
    let mut out = Vec::new();
    below(root, "", &mut out);
    out
}

/// Whether the key at this path must be there: language codes always, others by the tables.
fn is_required(path: &str) -> bool {
    let (parent, key) = path.rsplit_once('.').unwrap_or(("", path));
    let mut shapes = shapes::ALL.iter();
    let by_table = shapes.any(|(_, shape)| shape.iter().any(|k| k.0 == key && k.2));
    // The only key that is required in one object and not in others.
    let condition_elsewhere = key == "only_if" && parent != "reasons";
    matches!(key, "vi" | "en") || (by_table && !condition_elsewhere)
}

#[test]
fn taking_one_required_key_away_gives_one_problem_at_its_path() {
    for name in ["sipas-desk", "quick", "desk-evaluation"] {
        let root = json_text::parse(&text(&format!("{SHIPPED}/{name}.json"))).unwrap();
        let mut count = 0;
        for path in paths(&root) {
            if !is_required(&path) {
                continue;
            }
            count += 1;
            let problems = read_tree(&without(&root, "", &path))
                .map(|_| ())
                .unwrap_err();
            let found = lines(&problems);
            assert!(
                problems.len() == 1 && problems[0].path == path,
                "{name} without {path}:\n{found}"
            );
            let fault = problems[0].fault;
            assert!(
                matches!(fault, Fault::Missing | Fault::NoText),
                "{name} without {path}:\n{found}"
            );
        }
        assert!(count > 30, "{name}: only {count} keys tried");
    }
}

#[test]
fn a_value_of_another_type_gives_one_problem_at_its_path() {
    let root = json_text::parse(&text(&format!("{SHIPPED}/sipas-desk.json"))).unwrap();
    for path in paths(&root) {
        let problems = read_tree(&changed(&root, "", &path, &Json::Null))
            .map(|_| ())
            .unwrap_err();
        assert!(
            problems.len() == 1 && problems[0].path == path,
            "null at {path}:\n{}",
            lines(&problems)
        );
        assert_eq!(problems[0].fault, Fault::WrongType);
    }
}

#[test]
fn odd_values_anywhere_never_stop_the_reader() {
    let root = json_text::parse(&text(&format!("{BROKEN}/sound.json"))).unwrap();
    let odd = [
        Json::Number(-1.0),
        Json::Number(f64::NAN),
        Json::Number(1e300),
        Json::Text("{".to_owned()),
        Json::Text("ư{}\u{0}".to_owned()),
        Json::List(vec![Json::Null; 3]),
        Json::Object(vec![
            (String::new(), Json::Null),
            ("[0]".to_owned(), Json::Bool(true)),
        ]),
    ];
    for path in paths(&root) {
        for value in &odd {
            if let Err(problems) = read_tree(&changed(&root, "", &path, value)) {
                assert!(!problems.is_empty(), "{value:?} at {path}");
            }
        }
    }
}

/// The paths of all values.
fn paths(root: &Json) -> Vec<String> {
    all(root).into_iter().map(|(path, _)| path).collect()
}

fn children<'json>(json: &'json Json, at: &str) -> Vec<(String, &'json Json)> {
    match json {
        Json::Object(entries) => {
            let dot = if at.is_empty() { "" } else { "." };
            entries
                .iter()
                .map(|(key, value)| (format!("{at}{dot}{key}"), value))
                .collect()
        }
        Json::List(items) => items
            .iter()
            .enumerate()
            .map(|(i, item)| (format!("{at}[{i}]"), item))
            .collect(),
        _ => Vec::new(),
    }
}

/// A copy with `value` at `path`.
fn changed(json: &Json, at: &str, path: &str, value: &Json) -> Json {
    if at == path {
        return value.clone();
    }
    let copies = children(json, at)
        .into_iter()
        .map(|(place, child)| changed(child, &place, path, value));
    match json {
        Json::Object(entries) => Json::Object(
            entries
                .iter()
                .map(|(key, _)| key.clone())
                .zip(copies)
                .collect(),
        ),
        Json::List(_) => Json::List(copies.collect()),
        other => other.clone(),
    }
}

/// A copy without the key at `path`.
fn without(json: &Json, at: &str, path: &str) -> Json {
    let kept = children(json, at)
        .into_iter()
        .filter(|(place, _)| place != path);
    let copies: Vec<(String, Json)> = kept
        .map(|(place, child)| (place.clone(), without(child, &place, path)))
        .collect();
    match json {
        Json::Object(_) => {
            let key = |place: &str| {
                let inner = place.strip_prefix(at).unwrap_or(place);
                inner.strip_prefix('.').unwrap_or(inner).to_owned()
            };
            Json::Object(
                copies
                    .into_iter()
                    .map(|(place, v)| (key(&place), v))
                    .collect(),
            )
        }
        Json::List(_) => Json::List(copies.into_iter().map(|(_, v)| v).collect()),
        other => other.clone(),
    }
}
