//! House rules no compiler knows, held as a test: each finding names its file, its line and what to do.

mod manifests;
mod promises;
mod sources;
mod words;

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::project::Project;

/// Folders that are made, not written.
const MADE: [&str; 6] = [
    "target",
    "dist",
    "node_modules",
    ".git",
    "test-results",
    "playwright-report",
];

/// One text file of the project.
pub struct Source {
    /// Path below the root, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// Whether the file name ends so.
    pub fn is(&self, extension: &str) -> bool {
        self.path.ends_with(extension)
    }
}

/// Looks at every file; what breaks a rule comes back, one line each.
pub fn findings(project: &Project) -> Result<Vec<String>> {
    let sources = read_all(project.root())?;
    let mut found = Vec::new();
    for source in &sources {
        sources::inspect(source, &mut found);
        words::inspect(source, &mut found);
        manifests::inspect(source, &mut found);
    }
    architecture(&sources, &mut found);
    promises::inspect(&sources, &mut found);
    found.sort();
    Ok(found)
}

/// ARCHITECTURE.md must name every crate's folder.
fn architecture(sources: &[Source], found: &mut Vec<String>) {
    let text = sources
        .iter()
        .find(|source| source.path == "ARCHITECTURE.md")
        .map(|source| source.text.as_str())
        .unwrap_or_default();
    for manifest in sources.iter().filter(|source| source.is("/Cargo.toml")) {
        let folder = manifest.path.trim_end_matches("/Cargo.toml");
        if !text.contains(folder) {
            found.push(format!(
                "ARCHITECTURE.md: does not mention the crate {folder}; say what it is for"
            ));
        }
    }
}

/// Every text file below `root` that people wrote.
fn read_all(root: &Path) -> Result<Vec<Source>> {
    let mut sources = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if MADE.contains(&name.as_ref()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let Ok(text) = String::from_utf8(fs::read(&path)?) else {
                continue;
            };
            let below: Vec<_> = path
                .strip_prefix(root)?
                .iter()
                .map(|part| part.to_string_lossy())
                .collect();
            sources.push(Source {
                path: below.join("/"),
                text,
            });
        }
    }
    sources.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(sources)
}
