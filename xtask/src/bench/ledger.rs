//! `cargo xtask bench ledger`: what the ledger costs, measured natively by an example of the tests.

use anyhow::Result;

use crate::args::Args;
use crate::command::{cargo, run_loud};
use crate::project::Project;

/// Runs the example, which prints one `name value` pair a line.
pub fn run(project: &Project, args: Args) -> Result<()> {
    args.finish()?;
    let arguments = [
        "run",
        "--release",
        "--package",
        "sipas-tests",
        "--example",
        "ledger_cost",
    ];
    run_loud(&mut cargo(&arguments, project.root()))
}
