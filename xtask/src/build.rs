//! The build: from the sources to `dist/`, a folder any static host can serve from any place.
//!
//! compile → cut into chunks → JavaScript half → shrink → gather the site → name it by its contents →
//! page and service worker → write → measure. Compiled parts that did not change are not made again.

mod data;
pub mod digest;
mod gather;
mod names;
mod page;
mod report;
mod set;
mod shrink;
mod site;
mod wasm;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::args::Args;
use crate::compress::Compressor;
use crate::progress::{note, step};
use crate::project::Project;
use crate::sizes;
use crate::tools::{self, Shrinkers};
use gather::Modules;
use report::SizeReport;

/// What to build.
#[derive(Default)]
pub struct BuildOptions {
    /// Quick compile, nothing shrunk, no limit.
    pub fast: bool,
    /// List the largest parts of the citizen's module.
    pub sizes: bool,
    /// Where to save the sizes.
    pub json: Option<PathBuf>,
    /// A word written into the page, so that the build gets another name: for tests of updates.
    pub label: Option<String>,
    /// No size table.
    pub quiet: bool,
    /// Output folder instead of `dist`.
    pub out: Option<PathBuf>,
}

/// `cargo xtask build`.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let options = BuildOptions {
        fast: args.flag("--fast"),
        sizes: args.flag("--sizes"),
        json: args.value("--json")?.map(PathBuf::from),
        out: args.value("--out")?.map(PathBuf::from),
        label: args.value("--label")?,
        quiet: false,
    };
    args.finish()?;
    build(project, &options).map(drop)
}

/// Builds the site; the folder comes back.
pub fn build(project: &Project, options: &BuildOptions) -> Result<PathBuf> {
    let out = match &options.out {
        Some(folder) => project.root().join(folder),
        None => project.path("dist"),
    };
    refuse_foreign_folder(&out)?;
    tools::ensure_wasm_target(project)?;
    let shrinkers = if options.fast {
        None
    } else {
        tools::shrinkers(project)?
    };
    let compiled = wasm::compile(project, options.fast)?;
    let parts = compiled_parts(project, &compiled, shrinkers.as_ref(), options.fast)?;
    let set = set::module(project, shrinkers.as_ref(), options.fast)?;
    let (site, build) = gather::gather(
        project,
        &Modules {
            parts: &parts,
            set: &set,
        },
        shrinkers.as_ref(),
        options.label.as_deref(),
    )?;
    site.write(&out)?;
    if options.sizes {
        sizes::print(&fs::read(parts.join("app_bg.wasm"))?)?;
    }
    if !options.fast && !options.quiet {
        let compressor = Compressor::new(project)?;
        let report = step("compress (brotli 11)", || {
            SizeReport::measure(&site, &build, &compressor)
        })?;
        report.print();
        if let Some(path) = &options.json {
            report.save(path)?;
        }
        // Without the shrinking tools it is larger by nature; it was said that they are missing.
        if shrinkers.is_some() {
            report.hold_limit()?;
        }
    }
    println!("\nbuilt {build} in {}", out.display());
    Ok(out)
}

/// Gives what passes between modules and script short names.
fn shorten_names(modules: &[&PathBuf], script: &Path, bundled: &str) -> Result<()> {
    let before: Vec<Vec<u8>> = modules
        .iter()
        .map(fs::read)
        .collect::<std::io::Result<_>>()?;
    let slices: Vec<&[u8]> = before.iter().map(Vec::as_slice).collect();
    let short = names::shortened(&slices)?;
    for (path, module) in modules.iter().zip(&slices) {
        fs::write(path, names::in_module(module, &short)?)?;
    }
    fs::write(script, names::in_script(bundled, &short))?;
    Ok(())
}

/// Modules and scripts, shrunk, in a folder that is kept until compiler output or tools change.
fn compiled_parts(
    project: &Project,
    compiled: &Path,
    shrinkers: Option<&Shrinkers>,
    fast: bool,
) -> Result<PathBuf> {
    let folder = project
        .scratch()
        .join(if fast { "parts-fast" } else { "parts" });
    let stamp = folder.join("made-from");
    let wanted = made_from(project, compiled, shrinkers.is_some())?;
    if fs::read_to_string(&stamp).is_ok_and(|made| made == wanted) {
        note("modules are unchanged since the last build");
        return Ok(folder);
    }
    let modules = wasm::split_and_bind(compiled, &folder)?;
    if let Some(shrinkers) = shrinkers {
        let chunks = modules.chunks.iter().map(|chunk| &chunk.path);
        for module in std::iter::once(&modules.main).chain(chunks) {
            let name = module.file_name().unwrap_or_default().to_string_lossy();
            step(&format!("wasm-opt {name}"), || {
                shrink::optimise(shrinkers, module, project.root(), "-Oz")
            })?;
        }
        let bundled = shrink::bundle(shrinkers, &modules.script, project.root())?;
        let paths: Vec<_> = std::iter::once(&modules.main)
            .chain(modules.chunks.iter().map(|chunk| &chunk.path))
            .collect();
        shorten_names(&paths, &modules.script, &bundled)?;
        // What only the unused exports called goes with them.
        shrink::optimise(shrinkers, &modules.main, project.root(), "-Oz")?;
        if let Some(split) = &modules.split {
            fs::remove_file(split)?;
        }
    }
    let chunks: Vec<_> = modules
        .chunks
        .iter()
        .map(|chunk| {
            let name = chunk.path.file_name().unwrap_or_default().to_string_lossy();
            format!("{name} {}\n", chunk.used_by.join(" "))
        })
        .collect();
    fs::write(folder.join("chunks"), chunks.concat())?;
    fs::write(stamp, wanted)?;
    Ok(folder)
}

/// Everything the compiled parts depend on, as text.
fn made_from(project: &Project, compiled: &Path, shrunk: bool) -> Result<String> {
    let module = digest::hex(&fs::read(compiled)?);
    let lock = fs::read(project.path("xtask/tools/package-lock.json")).unwrap_or_default();
    let program = std::env::current_exe()?.metadata()?;
    Ok(format!(
        "{module} {} shrunk={shrunk} {} {:?}",
        digest::hex(&lock),
        program.len(),
        program.modified()?
    ))
}

/// The output folder is emptied, so it must be ours: missing, empty, or a site built before.
fn refuse_foreign_folder(folder: &Path) -> Result<()> {
    let Ok(mut entries) = fs::read_dir(folder) else {
        return Ok(());
    };
    if entries.next().is_some() && !folder.join("sw.js").is_file() {
        bail!(
            "{} holds something else than a built site; empty it yourself or choose another folder",
            folder.display()
        );
    }
    Ok(())
}
