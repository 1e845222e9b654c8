//! Where things are: every path the steps use, found from the folder they are called in.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};

/// The checkout the steps work on.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Looks upwards from the current folder for the workspace.
    pub fn find() -> Result<Self> {
        let start = std::env::current_dir()?;
        start
            .ancestors()
            .find(|folder| folder.join("xtask/Cargo.toml").is_file())
            .map(|root| Self {
                root: root.to_owned(),
            })
            .ok_or_else(|| anyhow!("call this inside the project: no xtask/Cargo.toml above"))
    }

    /// The folder with the workspace manifest.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the root.
    pub fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// Cargo's output folder.
    pub fn target(&self) -> PathBuf {
        match std::env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => self.root.join(folder),
            None => self.root.join("target"),
        }
    }

    /// What the steps make on the way: tools, split modules, compressed copies.
    pub fn scratch(&self) -> PathBuf {
        self.target().join("steps")
    }
}
