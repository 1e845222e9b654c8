//! `cargo xtask bench priorities`: how long the page on what to improve first takes, and whether it stays alive meanwhile.

use anyhow::{Context, Result};

use crate::args::Args;
use crate::browser;
use crate::build::{self, BuildOptions};
use crate::command::{cargo, command, run_loud, run_quiet};
use crate::progress::{loud_step, step};
use crate::project::Project;

/// Prints the middle of `--runs N`, of waits the worst.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let keep = args.flag("--no-build");
    let runs = args.value("--runs")?.unwrap_or_else(|| "3".to_owned());
    let ballots = args
        .value("--ballots")?
        .unwrap_or_else(|| "25000".to_owned());
    args.finish()?;
    let chromium = browser::ensure(project)?;
    if !keep {
        build::build(project, &BuildOptions::default())?;
    }
    let store = project.scratch().join(format!("year-{ballots}.json"));
    let store = store.to_str().context("the folder's name is not text")?;
    loud_step("write the ballots", || {
        let example = ["run", "--quiet", "--release", "-p", "sipas-tests"];
        let words = ["--example", "round", "--", &ballots, "5", store, "-"];
        run_loud(&mut cargo(&[&example[..], &words].concat(), project.root()))
    })?;
    let lines = step("in the browser", || {
        let words = ["priority-cost.mjs", store, &runs];
        let mut node = command("node", &words, &project.path("tests/browser"));
        node.env("SIPAS_CHROMIUM", &chromium)
            .env("SIPAS_XTASK", std::env::current_exe()?);
        run_quiet(&mut node)
    })?;
    print!("{lines}");
    Ok(())
}
