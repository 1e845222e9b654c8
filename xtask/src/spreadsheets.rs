//! `cargo xtask test --only spreadsheets`: exported files opened by the programs offices use.
//!
//! Not part of the ordinary run, because it installs LibreOffice, PSPP and Python packages.

use anyhow::{Context, Result, bail};

use crate::browser::install_packages;
use crate::command::{cargo, command, exists, run_loud, run_quiet};
use crate::progress::{loud_step, step};
use crate::project::Project;

/// The ballot file that is exported: quotes, line breaks, accents and a formula in its comments.
const BALLOTS: &str = "tests/golden/csv/sipas-desk.csv";

/// Brings the programs, exports, and compares what each of them reads.
pub fn run(project: &Project) -> Result<()> {
    let mut wanted = Vec::new();
    if !exists("soffice") {
        wanted.push("libreoffice-calc-nogui");
    }
    if !exists("pspp") {
        wanted.push("pspp");
    }
    if !exists("python3") {
        wanted.extend(["python3", "python3-venv"]);
    }
    if !wanted.is_empty() {
        install_packages(project.root(), &wanted)?;
    }
    let folder = project.scratch().join("spreadsheets");
    let python = folder.join("bin/python");
    if !python.is_file() {
        step("pip install openpyxl pandas", || {
            let target = folder.display().to_string();
            run_quiet(&mut command(
                "python3",
                &["-m", "venv", &target],
                project.root(),
            ))
            .context("Python's venv is needed (Debian: python3-venv)")?;
            let arguments = ["-m", "pip", "install", "-q", "openpyxl", "pandas"];
            run_quiet(&mut command(&python, &arguments, project.root())).map(drop)
        })?;
    }
    let arguments = ["build", "-q", "-p", "sipas-cli"];
    loud_step("command line", || {
        run_loud(&mut cargo(&arguments, project.root()))
    })?;
    let cli = project.path("target/debug/sipas-cli");
    if !cli.is_file() {
        bail!("cargo left no {}", cli.display());
    }
    loud_step("openpyxl, pandas, LibreOffice, PSPP", || {
        let script = project.path("tests/spreadsheets.py");
        let arguments = [script, cli, project.path(BALLOTS)];
        run_loud(&mut command(&python, &arguments, project.root()))
    })
}
