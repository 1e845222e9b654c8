//! `cargo xtask bench coverage`: how often the intervals contain the truth.
//! `cargo xtask bench overview`: from stored bytes to every figure of the overview, beside Polars and DuckDB.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::args::Args;
use crate::browser;
use crate::command::{cargo, command, run_loud, run_quiet};
use crate::progress::{loud_step, step};
use crate::project::Project;
use crate::tools::{self, WASM_TARGET};

/// Ballots and units of the overview.
const BALLOTS: u32 = 100_000;
const UNITS: u32 = 135;

/// The peers' versions.
const PEERS: [&str; 2] = ["polars==2.1.0", "duckdb==2.0.0"];

/// Draws samples from a known population; `--samples N` of them for each size.
pub fn coverage(project: &Project, mut args: Args) -> Result<()> {
    let samples = args
        .value("--samples")?
        .unwrap_or_else(|| "2000".to_owned());
    args.finish()?;
    let arguments = [
        "run",
        "--quiet",
        "--release",
        "--package",
        "sipas-tests",
        "--example",
        "coverage",
        "--",
        &samples,
    ];
    run_loud(&mut cargo(&arguments, project.root()))
}

/// Measures all of them over the same ballots; the middle of `--runs N` runs each.
pub fn overview(project: &Project, mut args: Args) -> Result<()> {
    let runs = args.value("--runs")?.unwrap_or_else(|| "9".to_owned());
    args.finish()?;
    let python = peers(project)?;
    let chromium = browser::ensure(project)?;
    let shipped = module(project, "web")?;
    let quick = module(project, "release")?;
    let build = ["build", "--release", "--package", "sipas-overview"];
    loud_step("compile the overview", || {
        run_loud(&mut cargo(&build, project.root()))
    })?;

    let (ballots, units) = (BALLOTS.to_string(), UNITS.to_string());
    let csv = project.scratch().join("overview.csv");
    let csv = csv.to_str().context("the folder's name is not text")?;
    let program = project.target().join("release/sipas-overview");
    let program = program.to_str().context("the folder's name is not text")?;
    let mut lines = step("natively", || {
        let arguments = [ballots.as_str(), &units, &runs, csv];
        run_quiet(&mut command(program, &arguments, project.root()))
    })?;
    lines += &step("in the browser", || {
        let arguments = [
            "overview.mjs".to_owned(),
            ballots.clone(),
            units.clone(),
            runs.clone(),
            format!("wasm_shipped={}", shipped.display()),
            format!("wasm_quick={}", quick.display()),
        ];
        let mut node = command("node", &arguments, &project.path("tests/browser"));
        run_quiet(node.env("SIPAS_CHROMIUM", &chromium))
    })?;
    lines += &step("Polars and DuckDB", || {
        let arguments = ["tests/bench/overview.py", csv, &runs];
        run_quiet(&mut command(&python, &arguments, project.root()))
    })?;
    let figures: BTreeMap<&str, &str> = lines
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    for (name, value) in &figures {
        println!("{name} {value}");
    }
    agree(&figures)?;
    ratios(&figures)
}

/// Everybody counted the same answers in the same groups.
fn agree(figures: &BTreeMap<&str, &str>) -> Result<()> {
    for what in ["groups", "satisfied", "counted"] {
        let own = figures.get(what);
        for (name, value) in figures.iter().filter(|(name, _)| {
            name.strip_suffix(what)
                .is_some_and(|rest| rest.ends_with('_'))
        }) {
            if Some(value) != own {
                bail!("{name} is {value}, ours is {own:?}");
            }
        }
    }
    Ok(())
}

/// How many times as long the peers take, from their file on.
fn ratios(figures: &BTreeMap<&str, &str>) -> Result<()> {
    let millis = |name: &str| -> Result<f64> {
        let name = format!("{name}_millis");
        let value = figures.get(name.as_str());
        let value = value.with_context(|| format!("{name} is missing"))?;
        Ok(value.parse()?)
    };
    for own in ["native", "wasm_shipped", "wasm_quick"] {
        for peer in ["polars", "duckdb"] {
            println!("{peer}_over_{own} {:.2}", millis(peer)? / millis(own)?);
        }
    }
    Ok(())
}

/// The overview as a module for a page.
fn module(project: &Project, profile: &str) -> Result<PathBuf> {
    tools::ensure_wasm_target(project)?;
    let arguments = [
        "rustc",
        "--package",
        "sipas-overview",
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        profile,
        "--target",
        WASM_TARGET,
    ];
    loud_step(&format!("compile the overview ({profile})"), || {
        run_loud(&mut cargo(&arguments, project.root()))
    })?;
    let folder = project.target().join(WASM_TARGET).join(profile);
    Ok(folder.join("sipas_overview.wasm"))
}

/// A Python with the peers in it.
pub fn peers(project: &Project) -> Result<String> {
    let folder = project.scratch().join("overview-python");
    let python = folder.join("bin/python");
    let python = python.to_str().context("the folder's name is not text")?;
    let path = folder.to_str().context("the folder's name is not text")?;
    if !folder.join("pyvenv.cfg").is_file() {
        step("python -m venv", || {
            run_quiet(&mut command(
                "python3",
                &["-m", "venv", path],
                project.root(),
            ))
            .map(drop)
        })?;
    }
    step("pip install the peers", || {
        let mut arguments = vec!["-m", "pip", "install", "--quiet"];
        arguments.extend(PEERS);
        run_quiet(&mut command(python, &arguments, project.root())).map(drop)
    })?;
    Ok(python.to_owned())
}
