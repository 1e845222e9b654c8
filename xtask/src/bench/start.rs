//! `cargo xtask bench start`: the time to the first answerable question, ours and a SurveyJS page in turn.
//!
//! A browser with an empty profile opens each page on a throttled connection and processor, presses
//! start as soon as it is there, and chooses an answer until the page reacts. What is measured and how
//! is described in docs/performance.md.

mod report;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::surveyjs::{self, OTHER, OURS};
use crate::args::Args;
use crate::browser;
use crate::command::command;
use crate::compress::Compressor;
use crate::http::Served;
use crate::progress::{loud_step, note};
use crate::project::Project;
use crate::serve;

const RUNS: usize = 7;
const NETWORKS: [&str; 2] = ["slow-4g", "fast-4g"];

/// Measures and prints.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let runs = match args.value("--runs")? {
        Some(text) => text
            .parse()
            .with_context(|| format!("`--runs {text}` is not a number"))?,
        None => RUNS,
    };
    let network = args.value("--network")?;
    let keep = args.flag("--no-build");
    args.finish()?;
    let networks: Vec<&str> = match network.as_deref() {
        None => NETWORKS.to_vec(),
        Some(one) if NETWORKS.contains(&one) => vec![one],
        Some(one) => bail!("`--network {one}`: there are {}", NETWORKS.join(", ")),
    };
    let chromium = browser::ensure_chromium(project)?;
    let folder = surveyjs::both(project, keep)?;
    let address = serve::in_background(Served {
        folder,
        base: "/".to_owned(),
        compressor: Compressor::new(project)?,
    })?;
    let page = |name: &str, kind: &str, path: &str| json!({"name": name, "kind": kind, "url": format!("http://{address}/{kind}/{path}")});
    let pages = json!([
        page("ours", OURS, "#/survey?field=ho-tich"),
        page("surveyjs", OTHER, ""),
        page("ours, by link", OURS, "#/survey/begin?field=ho-tich"),
    ]);
    let rounds = format!("{} rounds of 3 pages", (runs + 1) * networks.len());
    let lines = loud_step(&rounds, || {
        measure(project, &chromium, &pages, &networks.join(" "), runs)
    })?;
    let saved = project.scratch().join("bench-start.jsonl");
    let text: Vec<String> = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(&saved, text.concat())?;
    report::print(&lines, &networks);
    println!("\nevery run: {}", saved.display());
    Ok(())
}

/// Runs the script; its lines come back.
fn measure(
    project: &Project,
    chromium: &Path,
    pages: &Value,
    networks: &str,
    runs: usize,
) -> Result<Vec<Value>> {
    let mut child = command("node", &["start.mjs"], &project.path(surveyjs::FOLDER))
        .env("SIPAS_CHROMIUM", chromium)
        .env("SIPAS_BENCH_PAGES", pages.to_string())
        .env("SIPAS_BENCH_NETWORKS", networks)
        .env("SIPAS_BENCH_RUNS", runs.to_string())
        .stdout(Stdio::piped())
        .spawn()?;
    let output = child.stdout.take().context("node gave no output")?;
    let mut lines = Vec::new();
    for line in BufReader::new(output).lines() {
        let value: Value = serde_json::from_str(&line?)?;
        if let Some(page) = value.get("page").and_then(Value::as_str) {
            note(&format!(
                "{} {}/{runs} {page}: {:.0} ms",
                value
                    .get("network")
                    .and_then(Value::as_str)
                    .unwrap_or_default(),
                value.get("run").and_then(Value::as_u64).unwrap_or_default(),
                report::number(&value, "/marks/answerable").unwrap_or(f64::NAN)
            ));
        }
        lines.push(value);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("the measuring script failed ({status})");
    }
    Ok(lines)
}
