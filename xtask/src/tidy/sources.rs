//! Rules about whole source files: what they begin with, how long they are, what they are called.

use super::Source;

/// Split a file before it gets longer than this.
const LINES_MAX: usize = 500;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 9] = [
    "util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "stuff",
];

/// Looks at one file.
pub fn inspect(source: &Source, found: &mut Vec<String>) {
    let path = &source.path;
    let code = source.is(".rs") || source.is(".mjs") || source.is(".js") || source.is(".css");
    if !code {
        return;
    }
    if source.is(".rs") && !source.text.starts_with("//! ") {
        found.push(format!(
            "{path}:1: begin with a `//!` line that says what the file is about"
        ));
    }
    let lines = source.text.lines().count();
    if lines > LINES_MAX {
        found.push(format!(
            "{path}: {lines} lines; split it by what it is about (at most {LINES_MAX})"
        ));
    }
    let stem = path
        .rsplit('/')
        .next()
        .and_then(|name| name.split('.').next());
    if stem.is_some_and(|stem| EMPTY_NAMES.contains(&stem)) {
        found.push(format!(
            "{path}: name the file after the one thing it is about"
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inspected(path: &str, text: &str) -> usize {
        let mut found = Vec::new();
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        inspect(&source, &mut found);
        found.len()
    }

    #[test]
    fn each_rule_bites() {
        assert_eq!(inspected("src/a.rs", "//! A.\n"), 0);
        assert_eq!(inspected("src/a.rs", "fn main() {}\n"), 1);
        assert_eq!(inspected("src/utils.rs", "//! A.\n"), 1);
        assert_eq!(inspected("src/a.rs", &"//! A.\n".repeat(501)), 1);
    }
}
