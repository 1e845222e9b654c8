//! Files that tests read, compare and bless.

#![allow(dead_code, reason = "each test program uses some of these")]

use std::fs;
use std::path::PathBuf;

/// A path inside the tests folder.
pub fn path(relative: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// The text of a file given from the tests folder.
pub fn text(relative: &str) -> String {
    let path = path(relative);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names, without `.extension`, of the files in a folder that have it; sorted.
pub fn names(folder: &str, extension: &str) -> Vec<String> {
    let path = path(folder);
    let entries = fs::read_dir(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(extension)?.strip_suffix('.')?.to_owned()))
        .collect();
    names.sort();
    names
}

/// The difference between what a file holds and what was found, or nothing where they agree.
///
/// With `SIPAS_BLESS=1` in the environment the file is rewritten and always agrees.
pub fn difference(relative: &str, found: &str) -> Option<String> {
    let path = path(relative);
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == found {
        return None;
    }
    if std::env::var_os("SIPAS_BLESS").is_some() {
        fs::write(&path, found).unwrap();
        return None;
    }
    let mut out = format!("{relative}:\n");
    let missing = expected
        .lines()
        .filter(|line| !found.lines().any(|f| f == *line));
    out.extend(missing.map(|line| format!("  - {line}\n")));
    let extra = found
        .lines()
        .filter(|line| !expected.lines().any(|e| e == *line));
    out.extend(extra.map(|line| format!("  + {line}\n")));
    if out.lines().count() == 1 {
        out.push_str("  same lines in another order or number\n");
    }
    Some(out)
}

/// Fails with all differences where any of the files does not hold what was found.
pub fn assert_held<F: AsRef<str>>(found: &[(F, String)]) {
    let differences: Vec<String> = found
        .iter()
        .filter_map(|(file, text)| difference(file.as_ref(), text))
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}
