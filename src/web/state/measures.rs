//! The library of suggested measures: the questionnaire's own file, and the office's lists where it has changed them.

use crate::platform::{files, json, second, settings};
use sipas_core::measures::Measures;
use sipas_formats::measures::read_tree;

/// What the keys of changed lists begin with; the factor's id follows.
const KEYS: &str = "sipas/office/measures/";

fn key(factor: &str) -> String {
    [KEYS, factor].concat()
}

/// The library shipped for a questionnaire; an empty one where there is none, or it cannot be loaded.
pub async fn shipped(questionnaire: &str) -> Measures {
    let path = ["measures/", questionnaire, ".json"].concat();
    let Ok(text) = files::read_own(&path).await else {
        return Measures::default();
    };
    let root = json::parse(&text).ok();
    root.and_then(|root| read_tree(&root).ok())
        .unwrap_or_default()
}

/// The measures for a criterion in `language`, one a line: the office's own for the factor where it has some, else those
/// suggested for the criterion and its factor.
#[must_use]
pub fn lines(library: &Measures, factor: &str, criterion: &str, language: &str) -> String {
    settings::read(&key(factor)).unwrap_or_else(|| {
        let suggested = library.suggested(factor, criterion);
        let lines: Vec<&str> = suggested
            .iter()
            .map(|one| one.action.get(language))
            .collect();
        lines.join("\n")
    })
}

/// The whole list of a factor, to be changed.
#[must_use]
pub fn of_factor(library: &Measures, factor: &str, language: &str) -> String {
    settings::read(&key(factor)).unwrap_or_else(|| {
        let own = library.measures.iter().filter(|one| one.factor == factor);
        own.map(|one| one.action.get(language))
            .collect::<Vec<&str>>()
            .join("\n")
    })
}

/// Keeps a list; false where the browser refused. An empty one gives the suggested list back.
pub fn keep(factor: &str, lines: &str) -> bool {
    let key = key(factor);
    if lines.trim().is_empty() {
        leptos::task::spawn_local(async move { second::drop_setting(&key).await });
        return true;
    }
    let kept = settings::write(&key, lines);
    second::keep_setting(&key, lines);
    kept
}
