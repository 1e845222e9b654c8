//! Rules about manifests: a crate's dependencies are its permissions, and each is argued for.

use super::Source;

/// What a crate may depend on, and nothing else.
const ALLOWED: [(&str, &[&str]); 3] = [
    ("src/core/Cargo.toml", &["thiserror", "libm"]),
    (
        "src/cli/Cargo.toml",
        &["sipas-core", "sipas-formats", "lexopt"],
    ),
    ("src/set/Cargo.toml", &["sipas-core", "sipas-formats"]),
];

/// What a crate must not depend on (beginnings of names).
const FORBIDDEN: [(&str, &[&str]); 2] = [
    (
        "src/formats/Cargo.toml",
        &["leptos", "web-sys", "js-sys", "wasm-", "gloo", "sipas-web"],
    ),
    ("tests/Cargo.toml", &["sipas-web", "leptos"]),
];

/// Looks at one manifest.
pub fn inspect(source: &Source, found: &mut Vec<String>) {
    let path = source.path.as_str();
    if !path.ends_with("/Cargo.toml") {
        return;
    }
    for dependency in dependencies(&source.text) {
        let Dependency {
            line,
            name,
            argued,
            dev,
        } = dependency;
        if !argued && !name.starts_with("sipas-") {
            found.push(format!(
                "{path}:{line}: say in a comment above why {name} is worth its weight"
            ));
        }
        let allowed = ALLOWED.iter().find(|(manifest, _)| *manifest == path);
        if !dev && allowed.is_some_and(|(_, names)| !names.contains(&name)) {
            found.push(format!(
                "{path}:{line}: this crate may not depend on {name}"
            ));
        }
        let forbidden = FORBIDDEN.iter().find(|(manifest, _)| *manifest == path);
        if forbidden.is_some_and(|(_, names)| names.iter().any(|start| name.starts_with(start))) {
            found.push(format!(
                "{path}:{line}: this crate may not depend on {name}"
            ));
        }
    }
}

/// One entry of a dependency table.
struct Dependency<'a> {
    line: usize,
    name: &'a str,
    argued: bool,
    dev: bool,
}

fn dependencies(manifest: &str) -> Vec<Dependency<'_>> {
    let mut all = Vec::new();
    let mut table = "";
    let mut argued = false;
    for (line, text) in (1..).zip(manifest.lines().map(str::trim)) {
        if text.starts_with('[') {
            table = text;
        } else if table.ends_with("dependencies]") && !text.starts_with('#') {
            let name = text.split(['=', '.', ' ']).next().unwrap_or_default();
            let starts_entry = !name.is_empty()
                && name
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || "-_".contains(letter));
            if starts_entry && text.contains('=') {
                all.push(Dependency {
                    line,
                    name,
                    argued,
                    dev: table.contains("dev-"),
                });
            }
        }
        argued = text.starts_with('#');
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_are_allowed_and_argued_for() {
        let mut found = Vec::new();
        let source = Source {
            path: "src/core/Cargo.toml".to_owned(),
            text: "[dependencies]\n# Why.\nlibm = \"1\"\nserde = \"1\"\n[dev-dependencies]\n# Why.\nproptest = \"1\"\n".to_owned(),
        };
        inspect(&source, &mut found);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|line| line.contains("serde")));
    }
}
