//! The program of the analysis set's worker: a module of its own, compiled for speed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::digest;
use super::shrink;
use super::wasm;
use crate::command::{cargo, run_loud};
use crate::progress::{loud_step, step};
use crate::project::Project;
use crate::tools::{Shrinkers, WASM_TARGET};

/// Compiles the module, and makes it quicker where there are the tools; its path comes back.
pub fn module(project: &Project, shrinkers: Option<&Shrinkers>, fast: bool) -> Result<PathBuf> {
    let profile = if fast { "web-fast" } else { "worker" };
    let arguments = [
        "rustc",
        "--package",
        "sipas-set",
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        profile,
        "--target",
        WASM_TARGET,
    ];
    loud_step(&format!("compile the worker (profile {profile})"), || {
        run_loud(cargo(&arguments, project.root()).env("RUSTFLAGS", wasm::remapped(project)))
    })?;
    let folder = project.target().join(WASM_TARGET).join(profile);
    let compiled = folder.join("sipas_set.wasm");
    let Some(shrinkers) = shrinkers else {
        return Ok(compiled);
    };
    let made = project.scratch().join("set.wasm");
    let stamp = project.scratch().join("set-made-from");
    let wanted = digest::hex(&fs::read(&compiled)?);
    if !is_made(&made, &stamp, &wanted) {
        fs::copy(&compiled, &made)?;
        step("wasm-opt set.wasm", || {
            shrink::optimise(shrinkers, &made, project.root(), "-O3")
        })?;
        fs::write(&stamp, wanted)?;
    }
    Ok(made)
}

fn is_made(made: &Path, stamp: &Path, wanted: &str) -> bool {
    made.is_file() && fs::read_to_string(stamp).is_ok_and(|stamp| stamp == wanted)
}
