//! The pages that are compared: our site, and a SurveyJS page with the same questions, in one folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::build::{self, BuildOptions};
use crate::command::{command, exists, run_quiet};
use crate::progress::step;
use crate::project::Project;
use crate::tools::npm_install;

/// Where the npm project of the benches stands.
pub const FOLDER: &str = "tests/bench";

/// Ours, below the folder that is served.
pub const OURS: &str = "ours";

/// The other's, below the folder that is served.
pub const OTHER: &str = "surveyjs";

/// Builds both (ours only where there is none, with `keep`); the folder to serve comes back.
pub fn both(project: &Project, keep: bool) -> Result<PathBuf> {
    if !exists("node") || !exists("npm") {
        bail!("this bench needs Node.js 20 or later with npm: install it from your system");
    }
    let served = project.scratch().join("bench-site");
    let ours = served.join(OURS);
    fs::create_dir_all(&served)?;
    fs::write(
        served.join("index.html"),
        "<!doctype html><title>bench</title><link rel=icon href=data:,>\n",
    )?;
    if !keep || !ours.join("index.html").is_file() {
        let options = BuildOptions {
            out: Some(ours),
            quiet: true,
            ..BuildOptions::default()
        };
        build::build(project, &options)?;
    }
    let tools = project.path(FOLDER);
    npm_install(&tools, &tools, "benches (SurveyJS, esbuild, Playwright)")?;
    step("bundle the SurveyJS page", || {
        bundle(&tools, &served.join(OTHER))
    })?;
    Ok(served)
}

fn bundle(tools: &Path, out: &Path) -> Result<()> {
    let out = out.to_string_lossy();
    run_quiet(&mut command("node", &["bundle.mjs", out.as_ref()], tools)).map(drop)
}
