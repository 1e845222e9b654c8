//! `cargo xtask bench ledger`: what the ledger costs, natively and in the browser.
//! `cargo xtask bench engines`: which second engine is quick, and which survives a killed browser.

use std::path::Path;

use anyhow::{Context, Result};

use crate::args::Args;
use crate::browser;
use crate::build::{self, BuildOptions};
use crate::command::{cargo, command, run_loud};
use crate::progress::loud_step;
use crate::project::Project;

/// Ballots the browser is opened with.
const SIZES: [u32; 2] = [10_000, 100_000];

/// Prints one `name value` pair a line.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let keep = args.flag("--no-build");
    args.finish()?;
    example(project, &[])?;
    let chromium = browser::ensure(project)?;
    if !keep {
        build::build(project, &BuildOptions::default())?;
    }
    let mut files = Vec::new();
    for size in SIZES {
        let file = project.scratch().join(format!("ledger-{size}.json"));
        let path = file.to_str().context("the folder's name is not text")?;
        example(project, &["--", "--fill", &size.to_string(), path])?;
        files.push(format!("{size}={path}"));
    }
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    script(project, &chromium, "ledger-cost.mjs", &files)
}

/// Measures the engines; `--runs N` kills each browser so many times at each delay.
pub fn engines(project: &Project, mut args: Args) -> Result<()> {
    let runs = args.value("--runs")?.unwrap_or_else(|| "10".to_owned());
    args.finish()?;
    let chromium = browser::ensure(project)?;
    script(project, &chromium, "engines.mjs", &[&runs])
}

fn example(project: &Project, more: &[&str]) -> Result<()> {
    let mut arguments = vec!["run", "--quiet", "--release", "--package", "sipas-tests"];
    arguments.extend(["--example", "ledger_cost"]);
    arguments.extend(more);
    run_loud(&mut cargo(&arguments, project.root()))
}

fn script(project: &Project, chromium: &Path, name: &str, words: &[&str]) -> Result<()> {
    let mut arguments = vec![name];
    arguments.extend(words);
    loud_step(name, || {
        let mut node = command("node", &arguments, &project.path("tests/browser"));
        node.env("SIPAS_CHROMIUM", chromium)
            .env("SIPAS_XTASK", std::env::current_exe()?);
        run_loud(&mut node)
    })
}
