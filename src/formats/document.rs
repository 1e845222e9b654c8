//! What is common to our JSON documents: the format's name, and problems in document order.

use crate::json::Json;
use crate::shape::Reader;
use sipas_core::problem::{Fault, Problem};

/// Whether the document calls itself `name`/1; one of another kind or a newer version is not
/// looked into any further.
///
/// # Errors
/// The one problem to tell in that case.
pub fn check_format(root: &Json, name: &str) -> Result<(), Problem> {
    let Some(format) = root.get("format").and_then(Json::as_text) else {
        return Ok(());
    };
    let version = format.strip_prefix(name).and_then(|v| v.strip_prefix('/'));
    let fault = match version {
        Some("1") => return Ok(()),
        Some(number) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => {
            Fault::NewerFormat
        }
        _ => Fault::BadReference,
    };
    let mut expected = String::from("\"");
    expected.push_str(name);
    expected.push_str("/1\"");
    Err(Problem {
        path: "format".to_owned(),
        fault,
        expected,
        found: Json::Text(format.to_owned()).shown(),
    })
}

/// The reader's problems and those of the content in document order, without content problems
/// that only follow from something unreadable.
#[must_use]
pub fn all_problems(root: &Json, reader: Reader<true>, content: Vec<Problem>) -> Vec<Problem> {
    let (shape, holes) = reader.finish();
    let sound = |problem: &Problem| {
        let follows = |hole: &String| {
            hole.is_empty() || is_within(&problem.path, hole) || is_within(hole, &problem.path)
        };
        !holes.iter().any(follows)
    };
    let mut placed: Vec<(Vec<usize>, Problem)> = Vec::new();
    for mut problem in shape.into_iter().chain(content.into_iter().filter(sound)) {
        let (place, node) = place(root, &problem.path);
        // The content has numbers in narrower types; show what the author wrote.
        if let (Fault::OutOfRange, Some(Json::Number(_))) = (problem.fault, node) {
            problem.found = node.map(Json::shown).unwrap_or_default();
        }
        let index = placed.partition_point(|(other, _)| *other <= place);
        placed.insert(index, (place, problem));
    }
    placed.into_iter().map(|(_, problem)| problem).collect()
}

/// Whether `path` is `outer` or inside it.
fn is_within(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Where `path` stands: its position at each depth, the last one being past all others where the
/// document lacks it; and what stands there.
fn place<'json>(root: &'json Json, path: &str) -> (Vec<usize>, Option<&'json Json>) {
    let mut place = Vec::new();
    let mut node = root;
    let mut rest = path;
    while !rest.is_empty() {
        let step = match node {
            Json::Object(entries) => {
                let key = rest.strip_prefix('.').unwrap_or(rest);
                let mut names = entries.iter().enumerate();
                names.find_map(|(index, (name, value))| {
                    let after = key.strip_prefix(name.as_str())?;
                    (is_within(key, name)).then_some((index, value, after))
                })
            }
            Json::List(items) => {
                let digits = || rest.bytes().skip(1).take_while(u8::is_ascii_digit);
                let index = digits().fold(0, |index, digit| index * 10 + usize::from(digit - b'0'));
                let after = rest.get(digits().count() + 2..).unwrap_or_default();
                items.get(index).map(|item| (index, item, after))
            }
            _ => None,
        };
        let Some((index, value, after)) = step else {
            place.push(usize::MAX);
            return (place, None);
        };
        place.push(index);
        node = value;
        rest = after;
    }
    (place, Some(node))
}
