//! `cargo xtask bench import`: a province's file opened as an analysis set in the browser, beside PapaParse in the same
//! Chromium and DuckDB.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use super::{statistics, surveyjs};
use crate::args::Args;
use crate::browser;
use crate::build::{self, BuildOptions};
use crate::command::{cargo, command, run_loud, run_quiet};
use crate::progress::{loud_step, step};
use crate::project::Project;
use crate::tools::npm_install;

/// Prints what each of them measures; the middle of `--runs N`, of waits and memory the worst.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let keep = args.flag("--no-build");
    let runs = args.value("--runs")?.unwrap_or_else(|| "3".to_owned());
    let ballots = args
        .value("--ballots")?
        .unwrap_or_else(|| "500000".to_owned());
    args.finish()?;
    let chromium = browser::ensure(project)?;
    let python = statistics::peers(project)?;
    let tools = project.path(surveyjs::FOLDER);
    npm_install(&tools, &tools, "benches (PapaParse)")?;
    if !keep {
        build::build(project, &BuildOptions::default())?;
    }
    let csv = project.scratch().join(format!("import-{ballots}.csv"));
    let csv = csv.to_str().context("the folder's name is not text")?;
    loud_step("write the file", || {
        let example = ["run", "--quiet", "--release", "-p", "sipas-tests"];
        let words = [
            "--example",
            "import_cost",
            "--",
            "write",
            csv,
            &ballots,
            "135",
        ];
        run_loud(&mut cargo(&[&example[..], &words].concat(), project.root()))
    })?;
    let papaparse = tools.join("node_modules/papaparse/papaparse.min.js");
    let papaparse = papaparse
        .to_str()
        .context("the folder's name is not text")?;
    let mut lines = step("in the browser", || {
        let words = ["import-cost.mjs", csv, &runs, papaparse];
        let mut node = command("node", &words, &project.path("tests/browser"));
        node.env("SIPAS_CHROMIUM", &chromium)
            .env("SIPAS_XTASK", std::env::current_exe()?);
        run_quiet(&mut node)
    })?;
    lines += &step("DuckDB", || {
        let words = ["tests/bench/import.py", csv, &runs];
        run_quiet(&mut command(&python, &words, project.root()))
    })?;
    let figures: BTreeMap<&str, &str> = lines
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    print!("{lines}");
    let number = |name: &str| -> Result<f64> {
        let value = figures.get(name);
        Ok(value
            .with_context(|| format!("{name} is missing"))?
            .parse()?)
    };
    let size = number("file_megabytes")?;
    let ours = number("ours_millis")?;
    for name in [
        "ours",
        "papaparse_text",
        "papaparse_chunks",
        "duckdb",
        "duckdb_one_thread",
    ] {
        let millis = number(&format!("{name}_millis"))?;
        println!(
            "{name}_megabytes_a_second {:.1} ({:.2} times our time)",
            size / millis * 1e3,
            millis / ours
        );
    }
    let counted = ["ours_ballots", "papaparse_text_rows", "duckdb_ballots"];
    for name in counted {
        if number(name)? != ballots.parse::<f64>()? {
            bail!("{name} is not {ballots}");
        }
    }
    Ok(())
}
