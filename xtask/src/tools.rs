//! What the steps need from outside: each is installed only when missing, and said so.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::{command, exists, run_quiet};
use crate::progress::{note, step};
use crate::project::Project;

/// The target the browser half is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm32 standard library when this toolchain lacks it.
pub fn ensure_wasm_target(project: &Project) -> Result<()> {
    let sysroot = run_quiet(&mut command(
        "rustc",
        &["--print", "sysroot"],
        project.root(),
    ))
    .context("rustc is needed: install it with rustup")?;
    let library = PathBuf::from(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET);
    if library.is_dir() {
        return Ok(());
    }
    step(&format!("rustup target add {WASM_TARGET}"), || {
        run_quiet(&mut command(
            "rustup",
            &["target", "add", WASM_TARGET],
            project.root(),
        ))
        .with_context(|| format!("rustc has no {WASM_TARGET} library; add it by hand"))
    })
    .map(drop)
}

/// Programs from npm that make the download smaller.
pub struct Shrinkers {
    /// Binaryen's optimiser for modules.
    pub wasm_opt: PathBuf,
    /// Bundles and minifies the JavaScript half.
    pub esbuild: PathBuf,
}

/// Installs the pinned npm tools; `None`, with a notice, where there is no npm or it cannot install.
pub fn shrinkers(project: &Project) -> Result<Option<Shrinkers>> {
    if !exists("npm") {
        note("npm is not installed: skipping wasm-opt and esbuild, the download will be larger");
        return Ok(None);
    }
    let folder = project.scratch().join("npm-tools");
    let source = project.path("xtask/tools");
    fs::create_dir_all(&folder)?;
    if let Err(error) = npm_install(&source, &folder, "npm tools (wasm-opt, esbuild)") {
        note(&format!(
            "npm tools are missing, the download will be larger: {error:#}"
        ));
        return Ok(None);
    }
    let bin = folder.join("node_modules/.bin");
    Ok(Some(Shrinkers {
        wasm_opt: bin.join("wasm-opt"),
        esbuild: bin.join("esbuild"),
    }))
}

/// `npm ci` of the manifest in `source`, done in `folder`, unless that very lock file is installed already.
pub fn npm_install(source: &std::path::Path, folder: &std::path::Path, name: &str) -> Result<()> {
    let wanted = fs::read(source.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", source.display()))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step(&format!("npm ci: {name}"), || {
        if source != folder {
            for file in ["package.json", "package-lock.json", ".npmrc"] {
                let from = source.join(file);
                if from.is_file() {
                    fs::copy(&from, folder.join(file))?;
                }
            }
        }
        let npm = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
        run_quiet(command("npm", &npm, folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
        fs::write(&stamp, &wanted)?;
        Ok(())
    })
}
