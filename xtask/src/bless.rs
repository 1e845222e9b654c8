//! `cargo xtask bless`: rewrites the golden files from what the code does now; read the diff before committing.

use anyhow::Result;

use crate::args::Args;
use crate::command::{cargo, run_loud};
use crate::progress::{loud_step, note};
use crate::project::Project;

/// Runs the golden tests in the mode in which they write instead of compare.
pub fn run(project: &Project, args: Args) -> Result<()> {
    let mut arguments = vec![
        "test",
        "--workspace",
        "--exclude",
        "sipas-web",
        "--exclude",
        "xtask",
    ];
    let chosen = args.rest();
    arguments.extend(chosen.iter().map(String::as_str));
    loud_step("rewrite the golden files", || {
        run_loud(cargo(&arguments, project.root()).env("SIPAS_BLESS", "1"))
    })?;
    note("now read `git diff tests/`: every change must be one you meant");
    Ok(())
}
