//! The finished site in memory: every file with the reason it is there, and who downloads it when.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::digest;

/// Who needs a file, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Before the first question can be answered; counted against the limit.
    FirstVisit,
    /// Kept for offline use by the citizen's pages, fetched afterwards.
    Citizen,
    /// Kept once a staff page was opened.
    Staff,
    /// The service worker itself.
    Worker,
    /// Served for people and other programs, not used by the app.
    Public,
}

impl Audience {
    /// The word for it in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstVisit => "first visit",
            Self::Citizen => "citizen, later",
            Self::Staff => "staff",
            Self::Worker => "worker",
            Self::Public => "on demand",
        }
    }
}

/// One file of the site.
pub struct SiteFile {
    /// Path below the site's folder, with `/`.
    pub path: String,
    /// Its contents.
    pub bytes: Vec<u8>,
    /// Who downloads it.
    pub audience: Audience,
}

/// All files, in the order they were added.
#[derive(Default)]
pub struct Site {
    /// The files.
    pub files: Vec<SiteFile>,
}

impl Site {
    /// Adds one file.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>, audience: Audience) {
        self.files.push(SiteFile {
            path: path.into(),
            bytes: bytes.into(),
            audience,
        });
    }

    /// One hash over names and contents.
    pub fn fingerprint(&self) -> String {
        let mut lines: Vec<String> = self
            .files
            .iter()
            .map(|file| format!("{} {}\n", file.path, digest::hex(&file.bytes)))
            .collect();
        lines.sort();
        digest::hex(lines.concat().as_bytes())
    }

    /// Replaces what is in `folder` by this site.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("clearing {}", folder.display()))?;
        }
        for file in &self.files {
            let path = folder.join(&file.path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&path, &file.bytes).with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(())
    }
}
