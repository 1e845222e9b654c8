//! docs/no-loss.md names the test that proves each sentence; here it is seen to that the test exists.

use super::Source;

const PROMISES: &str = "docs/no-loss.md";

/// Looks for every test the promises name.
pub fn inspect(sources: &[Source], found: &mut Vec<String>) {
    let Some(promises) = sources.iter().find(|source| source.path == PROMISES) else {
        found.push(format!(
            "{PROMISES}: is missing; it tells what is kept and which test proves it"
        ));
        return;
    };
    let titles: Vec<&str> = sources
        .iter()
        .filter(|source| source.path.starts_with("tests/browser/") && source.is(".spec.mjs"))
        .flat_map(|source| titles(&source.text))
        .collect();
    let functions: Vec<&Source> = sources.iter().filter(|source| source.is(".rs")).collect();
    let mut named = 0;
    for (line, name) in names(&promises.text) {
        named += 1;
        let function = format!("fn {name}(");
        let exists = titles.iter().any(|title| fits(title, &name))
            || functions
                .iter()
                .any(|source| source.text.contains(&function));
        if !exists {
            found.push(format!("{PROMISES}:{line}: there is no test `{name}`"));
        }
    }
    if named == 0 {
        found.push(format!("{PROMISES}: names no test behind an arrow"));
    }
}

/// Names in backquotes from an arrow to the end of its item, with the line each begins on.
fn names(text: &str) -> Vec<(usize, String)> {
    let mut names = Vec::new();
    let mut proving = false;
    for (number, line) in (1..).zip(text.lines()) {
        let begins = line.contains('→');
        let continues = line.starts_with("   ") && !line.trim().is_empty();
        proving = begins || (proving && continues);
        if proving {
            let behind = line.split_once('→').map_or(line, |(_, behind)| behind);
            let quoted = behind.split('`').skip(1).step_by(2);
            names.extend(quoted.map(|name| (number, name.to_owned())));
        }
    }
    names
}

/// The titles of the tests in a script, as they are written.
fn titles(text: &str) -> Vec<&str> {
    let mut titles = Vec::new();
    for opening in ["test(", "base("] {
        for behind in text.split(opening).skip(1) {
            let Some(quote) = behind.chars().next().filter(|quote| "\"`".contains(*quote)) else {
                continue;
            };
            titles.extend(behind.get(1..).and_then(|rest| rest.split(quote).next()));
        }
    }
    titles
}

/// Whether a name is what a title becomes; `${…}` stands for anything.
fn fits(title: &str, name: &str) -> bool {
    let mut rest = name;
    let mut pieces = title.split("${");
    let Some(behind) = pieces.next().and_then(|first| rest.strip_prefix(first)) else {
        return false;
    };
    rest = behind;
    for piece in pieces {
        let fixed = piece.split_once('}').map_or("", |(_, fixed)| fixed);
        match rest.find(fixed) {
            Some(at) => rest = rest.get(at + fixed.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_with_places_to_fill_fit_what_they_become() {
        let script = "test(`killed ${delay} ms after: ok`, x); base(\"plain\", y); test.extend({})";
        let titles = titles(script);
        assert_eq!(titles, ["killed ${delay} ms after: ok", "plain"]);
        assert!(fits(titles[0], "killed 50 ms after: ok"));
        assert!(!fits(titles[0], "killed 50 ms after: not"));
        assert!(!fits(titles[0], "killed 50 ms"));
        assert!(fits("plain", "plain"));
        assert!(!fits("plain", "plainer"));
    }

    #[test]
    fn only_what_stands_behind_an_arrow_is_a_test() {
        let text = "1. **Sentence** with `code`.\n   → `one`,\n   `two`\n\n| `no` |\n";
        let names: Vec<String> = names(text).into_iter().map(|name| name.1).collect();
        assert_eq!(names, ["one", "two"]);
    }
}
