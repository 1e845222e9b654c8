//! `cargo xtask bench scan`: reading a ballot's code from camera frames in the browser, beside jsQR.

use anyhow::Result;

use crate::args::Args;
use crate::browser;
use crate::build::{self, BuildOptions};
use crate::command::{command, run_loud};
use crate::progress::loud_step;
use crate::project::Project;

/// Prints what the script measures; `--frames N` degraded frames of each size.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let keep = args.flag("--no-build");
    let frames = args.value("--frames")?.unwrap_or_else(|| "120".to_owned());
    args.finish()?;
    let chromium = browser::ensure(project)?;
    if !keep {
        build::build(project, &BuildOptions::default())?;
    }
    loud_step("scan-cost.mjs", || {
        let folder = project.path("tests/browser");
        let mut node = command("node", &["scan-cost.mjs", &frames], &folder);
        node.env("SIPAS_CHROMIUM", &chromium)
            .env("SIPAS_XTASK", std::env::current_exe()?);
        run_loud(&mut node)
    })
}
