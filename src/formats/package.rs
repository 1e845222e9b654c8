//! A quarter's package: one ZIP file with a report, ballots, indices, plans, evaluation and scorecard, for the level above.
//!
//! Every program opens it. The first file, `package.json` (`sipas-package/1`), says what it is about and lists all others with their
//! length and CRC-32, so that a file changed, lost or added on the way is told by name and never counted. Other programs may pack it
//! again in a folder of its own. docs/package.md describes it.

mod manifest;
mod together;

pub use manifest::{DOCUMENT, FORMAT, read, read_tree, write};
pub use together::{Doubt, Found, SurveyFound, Together, UnitFound, What};

use crate::json::Json;
use crate::zip::{MOST_UNPACKED, ZipProblem, checksum, unzip, zip};
use sipas_core::package::{File, FileKind, Package};
use sipas_core::problem::Problem;
use std::collections::BTreeMap;
use thiserror::Error;

/// The file that says what the package is.
pub const MANIFEST: &str = "package.json";

/// A file to be packed: its path, what it holds, its bytes.
pub type Content = (String, FileKind, Vec<u8>);

/// The package of these files; what it says of them is filled in. The same things make the same bytes.
#[must_use]
pub fn pack(mut package: Package, contents: &[Content]) -> Vec<u8> {
    let files = contents.iter().map(|(path, kind, bytes)| File {
        path: path.clone(),
        kind: *kind,
        bytes: bytes.len() as u64,
        crc: checksum(bytes),
    });
    package.files = files.collect();
    let text = write(&package);
    let mut parts: Vec<(&str, &[u8])> = vec![(MANIFEST, text.as_bytes())];
    parts.extend(
        contents
            .iter()
            .map(|(path, _, bytes)| (path.as_str(), bytes.as_slice())),
    );
    zip(&parts)
}

/// An opened package.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// What it says of itself.
    pub package: Package,
    /// Its files that are as they were packed, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What is not as it was packed.
    pub refused: Vec<(String, Refused)>,
}

impl Opened {
    /// Its ballot files: path and bytes.
    pub fn ballots(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let listed = self.package.files.iter();
        let ballots = listed.filter(|file| file.kind == FileKind::Ballots);
        ballots.filter_map(|file| {
            let (path, bytes) = self.files.get_key_value(&file.path)?;
            Some((path.as_str(), bytes.as_slice()))
        })
    }
}

/// Why a file of a package is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refused {
    /// It is not there.
    #[error("it is missing")]
    Missing,
    /// Its bytes are not those that were packed.
    #[error("it was changed after it was packed")]
    Changed,
    /// It was not packed.
    #[error("it was added after packing")]
    Added,
}

/// Why a file is no package this program can open.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PackageError {
    /// Not a ZIP file that can be read.
    #[error("not a ZIP file that can be read: {0}")]
    Zip(ZipProblem),
    /// Without `package.json`: some other ZIP file.
    #[error("a ZIP file without {MANIFEST}")]
    NoManifest,
    /// Its `package.json` cannot be read.
    #[error("{MANIFEST}: {}", first(.0))]
    Manifest(Vec<Problem>),
}

fn first(problems: &[Problem]) -> String {
    problems
        .first()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// Opens a package; `parse` makes a tree of JSON text.
///
/// # Errors
/// [`PackageError`].
pub fn open(
    bytes: &[u8],
    parse: impl FnOnce(&str) -> Result<Json, Problem>,
) -> Result<Opened, PackageError> {
    let unzipped = unzip(bytes, MOST_UNPACKED).map_err(PackageError::Zip)?;
    // Packed again by hand it may all stand in a folder.
    let folder = unzipped.iter().find_map(|(path, _)| {
        let folder = path.strip_suffix(MANIFEST)?;
        (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
    });
    let folder = folder.ok_or(PackageError::NoManifest)?;
    let mut found: BTreeMap<String, Result<Vec<u8>, ZipProblem>> = unzipped
        .into_iter()
        .filter_map(|(path, content)| Some((path.strip_prefix(&folder)?.to_owned(), content)))
        .collect();
    let manifest = match found.remove(MANIFEST) {
        Some(Ok(manifest)) => manifest,
        Some(Err(problem)) => return Err(PackageError::Zip(problem)),
        None => return Err(PackageError::NoManifest),
    };
    let text = String::from_utf8_lossy(&manifest);
    let root = parse(&text).map_err(|problem| PackageError::Manifest(vec![problem]))?;
    let package = read_tree(&root).map_err(PackageError::Manifest)?;
    let mut files = BTreeMap::new();
    let mut refused = Vec::new();
    for file in &package.files {
        let sound = |bytes: &[u8]| bytes.len() as u64 == file.bytes && checksum(bytes) == file.crc;
        match found.remove(&file.path) {
            Some(Ok(content)) if sound(&content) => {
                files.insert(file.path.clone(), content);
            }
            Some(_) => refused.push((file.path.clone(), Refused::Changed)),
            None => refused.push((file.path.clone(), Refused::Missing)),
        }
    }
    let added = found.into_keys().map(|path| (path, Refused::Added));
    refused.extend(added);
    Ok(Opened {
        package,
        files,
        refused,
    })
}
