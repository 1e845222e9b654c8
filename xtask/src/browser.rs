//! What the browser tests need: Chromium, fonts with Vietnamese, the pinned npm packages.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command::{command, exists, run_quiet};
use crate::progress::step;
use crate::project::Project;
use crate::tools::npm_install;

/// Names under which systems install it.
const CHROMIUM_NAMES: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

/// Makes everything ready; the browser's path comes back.
pub fn ensure(project: &Project) -> Result<PathBuf> {
    let chromium = ensure_chromium(project)?;
    let folder = project.path("tests/browser");
    npm_install(&folder, &folder, "browser tests (Playwright, axe)")?;
    Ok(chromium)
}

/// Makes Node.js, Chromium and a font with Vietnamese ready; the browser's path comes back.
pub fn ensure_chromium(project: &Project) -> Result<PathBuf> {
    if !exists("node") || !exists("npm") {
        bail!(
            "the browser tests need Node.js 20 or later with npm: install it from your system, then run this again"
        );
    }
    let mut wanted = Vec::new();
    if find_chromium().is_none() {
        wanted.push("chromium");
    }
    if !has_vietnamese_font(project.root()) {
        wanted.extend(["fonts-noto-core", "fontconfig"]);
    }
    if !wanted.is_empty() {
        install_packages(project.root(), &wanted)?;
    }
    find_chromium()
        .context("Chromium was installed but is not on the PATH; set SIPAS_CHROMIUM to its path")
}

/// The browser named by `SIPAS_CHROMIUM`, or the first one on the PATH.
fn find_chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("SIPAS_CHROMIUM") {
        return Some(named.into());
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders)
        .flat_map(|folder| CHROMIUM_NAMES.map(|name| folder.join(name)))
        .find(|path| path.is_file())
}

fn has_vietnamese_font(folder: &Path) -> bool {
    run_quiet(&mut command("fc-list", &[":lang=vi", "family"], folder))
        .is_ok_and(|list| !list.trim().is_empty())
}

/// Installs packages of the system, where this may do so.
pub fn install_packages(folder: &Path, packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let root = run_quiet(&mut command("id", &["-u"], folder)).is_ok_and(|id| id.trim() == "0");
    if !root || !exists("apt-get") {
        bail!("this needs {list}; install them, for instance with `sudo apt-get install {list}`");
    }
    step("apt-get update", || {
        run_quiet(&mut command("apt-get", &["update", "-q"], folder)).map(drop)
    })?;
    step(&format!("apt-get install {list}"), || {
        let mut arguments = vec!["install", "-q", "-y", "--no-install-recommends"];
        arguments.extend(packages);
        run_quiet(command("apt-get", &arguments, folder).env("DEBIAN_FRONTEND", "noninteractive"))
            .map(drop)
    })
}
