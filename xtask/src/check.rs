//! `cargo xtask check`: formatting, lints on both targets, house rules.

use anyhow::{Result, bail};

use crate::args::Args;
use crate::command::{cargo, run_loud, run_quiet};
use crate::progress::{loud_step, note, step};
use crate::project::Project;
use crate::tidy;
use crate::tools::{self, WASM_TARGET};

/// A part of the check.
type Part = (&'static str, fn(&Project) -> Result<()>);

/// Every part, the quick ones first.
pub const PARTS: [Part; 5] = [
    ("formatting", formatting),
    ("house rules", house_rules),
    ("lints, native crates", native_lints),
    ("lints, build steps", steps_lints),
    ("lints, browser crate on wasm32", browser_lints),
];

/// Runs every part, also after one has failed; the number of parts comes back.
pub fn run(project: &Project, args: Args) -> Result<usize> {
    args.finish()?;
    let mut failed = Vec::new();
    for (name, part) in PARTS {
        if let Err(error) = part(project) {
            eprintln!("{error:#}");
            failed.push(name);
        }
    }
    if !failed.is_empty() {
        bail!("the check failed: {}", failed.join(", "));
    }
    println!("checked: {} parts, 0 failed", PARTS.len());
    Ok(PARTS.len())
}

fn formatting(project: &Project) -> Result<()> {
    step("formatting", || {
        run_quiet(&mut cargo(&["fmt", "--all", "--check"], project.root()))
            .map(drop)
            .map_err(|error| error.context("run `cargo fmt --all`"))
    })
}

fn house_rules(project: &Project) -> Result<()> {
    let found = step("house rules", || tidy::findings(project))?;
    if found.is_empty() {
        return Ok(());
    }
    for finding in &found {
        note(finding);
    }
    bail!("{} findings of the house rules", found.len())
}

fn native_lints(project: &Project) -> Result<()> {
    let arguments = [
        "clippy",
        "--workspace",
        "--exclude",
        "sipas-web",
        "--exclude",
        "xtask",
        "--all-targets",
        "--",
        "-Dwarnings",
    ];
    clippy(project, "lints, native crates", &arguments)
}

/// In the profile the steps are built with, so that their large dependencies are not looked at twice.
fn steps_lints(project: &Project) -> Result<()> {
    let arguments = [
        "clippy",
        "--package",
        "xtask",
        "--profile",
        "xtask",
        "--all-targets",
        "--",
        "-Dwarnings",
    ];
    clippy(project, "lints, build steps", &arguments)
}

fn browser_lints(project: &Project) -> Result<()> {
    tools::ensure_wasm_target(project)?;
    let arguments = [
        "clippy",
        "--package",
        "sipas-web",
        "--lib",
        "--target",
        WASM_TARGET,
        "--",
        "-Dwarnings",
    ];
    clippy(project, "lints, browser crate on wasm32", &arguments)
}

fn clippy(project: &Project, name: &str, arguments: &[&str]) -> Result<()> {
    loud_step(name, || run_loud(&mut cargo(arguments, project.root())))
}
