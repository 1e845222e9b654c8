//! `cargo xtask test`: brings what is missing, then runs everything a change must pass.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::args::Args;
use crate::browser;
use crate::build::{self, BuildOptions};
use crate::check;
use crate::command::{cargo, command, run_loud};
use crate::failures;
use crate::progress::loud_step;
use crate::project::Project;
use crate::spreadsheets;

/// What one part of the tests found.
struct Outcome {
    name: &'static str,
    passed: u64,
    failed: u64,
}

/// The parts `--only` can name; the last is in no ordinary run, because it installs an office program.
const PARTS: [&str; 5] = ["check", "native", "build", "browser", "spreadsheets"];

/// Runs every part, also after one has failed.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let only = args.value("--only")?;
    let playwright = args.rest();
    if let Some(part) = only.as_deref().filter(|part| !PARTS.contains(part)) {
        bail!("`--only {part}`: the parts are {}", PARTS.join(", "));
    }
    if !playwright.is_empty() && only.as_deref() != Some("browser") {
        bail!(
            "not understood: {}; words for Playwright go with `--only browser`",
            playwright.join(" ")
        );
    }
    let wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    let started = Instant::now();
    let mut outcomes = Vec::new();
    // First, because on a bare machine it may have to be said that something cannot be installed.
    let chromium = wanted("browser").then(|| browser::ensure(project));
    if wanted("check") {
        outcomes.extend(checks(project));
    }
    if wanted("native") {
        let crates = [
            "test",
            "--workspace",
            "--exclude",
            "sipas-web",
            "--exclude",
            "xtask",
        ];
        outcomes.push(native(project, "native tests", &crates));
        outcomes.push(native(
            project,
            "tests of the build steps",
            &["test", "--package", "xtask", "--profile", "xtask"],
        ));
    }
    if only.as_deref() == Some("spreadsheets") {
        let opened = spreadsheets::run(project);
        outcomes.push(single("exports opened by other programs", opened));
    }
    if wanted("build") || wanted("browser") {
        outcomes.push(single("build within its size limit", build_both(project)));
    }
    if let Some(chromium) = chromium {
        outcomes.push(
            chromium
                .and_then(|chromium| in_browser(project, &chromium, &playwright))
                .unwrap_or_else(|error| broken("browser tests", &error)),
        );
    }
    summarise(&outcomes, started)
}

fn checks(project: &Project) -> Vec<Outcome> {
    let run =
        |(name, part): &(&'static str, fn(&Project) -> Result<()>)| single(name, part(project));
    check::PARTS.iter().map(run).collect()
}

/// The site, and the same site under another name for the tests of updates.
fn build_both(project: &Project) -> Result<()> {
    build::build(project, &BuildOptions::default())?;
    let next = BuildOptions {
        out: Some(project.scratch().join("site-next")),
        label: Some("next".to_owned()),
        quiet: true,
        ..BuildOptions::default()
    };
    build::build(project, &next).map(drop)
}

/// Runs `cargo test …`, shows its output and adds up its result lines.
fn native(project: &Project, name: &'static str, arguments: &[&str]) -> Outcome {
    let mut counted = Outcome {
        name,
        passed: 0,
        failed: 0,
    };
    let ran = loud_step(name, || {
        let arguments: Vec<&str> = arguments
            .iter()
            .copied()
            .chain(["--no-fail-fast"])
            .collect();
        let mut child = cargo(&arguments, project.root())
            .stdout(Stdio::piped())
            .spawn()?;
        let output = child.stdout.take().context("cargo gave no output")?;
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            if let Some((passed, failed)) = result_line(&line) {
                counted.passed += passed;
                counted.failed += failed;
            }
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("{name} failed");
        }
        Ok(())
    });
    if ran.is_err() && counted.failed == 0 {
        counted.failed = 1;
    }
    counted
}

/// `test result: ok. 3 passed; 0 failed; …` → (3, 0).
fn result_line(line: &str) -> Option<(u64, u64)> {
    let rest = line.trim().strip_prefix("test result: ")?;
    let before = |word: &str| {
        let (head, _) = rest.split_once(word)?;
        head.rsplit(' ').next()?.parse().ok()
    };
    Some((before(" passed")?, before(" failed")?))
}

fn in_browser(project: &Project, chromium: &std::path::Path, words: &[String]) -> Result<Outcome> {
    let report = project.scratch().join("browser-report.json");
    if report.exists() {
        std::fs::remove_file(&report)?;
    }
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port();
    let mut arguments = vec!["playwright", "test"];
    arguments.extend(
        words
            .iter()
            .map(String::as_str)
            .filter(|word| *word != "--"),
    );
    let ran = loud_step("browser tests", || {
        let mut playwright: Command = command("npx", &arguments, &project.path("tests/browser"));
        playwright
            .env("SIPAS_CHROMIUM", chromium)
            .env("SIPAS_XTASK", std::env::current_exe()?)
            .env("SIPAS_TEST_PORT", port.to_string())
            .env("SIPAS_TEST_REPORT", &report);
        run_loud(&mut playwright)
    });
    let text = std::fs::read_to_string(&report).context("the browser tests left no report")?;
    let json: serde_json::Value = serde_json::from_str(&text)?;
    let count = |name: &str| {
        json.pointer(&format!("/stats/{name}"))
            .and_then(serde_json::Value::as_u64)
            .unwrap_or(0)
    };
    let failed = count("unexpected") + count("flaky");
    for one in failures::told(&json) {
        println!("\n{one}");
    }
    Ok(Outcome {
        name: "browser tests",
        passed: count("expected"),
        failed: if ran.is_err() { failed.max(1) } else { failed },
    })
}

fn single(name: &'static str, result: Result<()>) -> Outcome {
    match result {
        Ok(()) => Outcome {
            name,
            passed: 1,
            failed: 0,
        },
        Err(error) => broken(name, &error),
    }
}

fn broken(name: &'static str, error: &anyhow::Error) -> Outcome {
    eprintln!("{name}: {error:#}");
    Outcome {
        name,
        passed: 0,
        failed: 1,
    }
}

fn summarise(outcomes: &[Outcome], started: Instant) -> Result<()> {
    println!("\ntested in {:.0} s:", started.elapsed().as_secs_f64());
    for outcome in outcomes {
        println!(
            "  {:32} {:>5} passed, {} failed",
            outcome.name, outcome.passed, outcome.failed
        );
    }
    let passed: u64 = outcomes.iter().map(|outcome| outcome.passed).sum();
    let failed: u64 = outcomes.iter().map(|outcome| outcome.failed).sum();
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        bail!("{failed} failed");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_are_counted() {
        let line =
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(result_line(line), Some((12, 3)));
        assert_eq!(result_line("running 3 tests"), None);
    }
}
