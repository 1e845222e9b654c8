//! Rust to the browser's files: compile, cut into chunks, generate the JavaScript half.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{cargo, run_loud};
use crate::progress::{loud_step, step};
use crate::project::Project;
use crate::tools::WASM_TARGET;

/// What the compiler and the generators made, before anything is shrunk.
pub struct Modules {
    /// The citizen's module.
    pub main: PathBuf,
    /// Chunks loaded on demand.
    pub chunks: Vec<Chunk>,
    /// The JavaScript half; it imports `split` beside it when there are chunks.
    pub script: PathBuf,
    /// Loader of the chunks, absent when nothing was split off.
    pub split: Option<PathBuf>,
}

/// One part of the program that is fetched only when its code is first called.
pub struct Chunk {
    /// Its file.
    pub path: PathBuf,
    /// The split names (first argument of `#[wasm_split]`) that need it.
    pub used_by: Vec<String>,
}

/// Compiles the web crate; the module's path comes back.
pub fn compile(project: &Project, fast: bool) -> Result<PathBuf> {
    let profile = if fast { "web-fast" } else { "web" };
    let name = format!("compile the browser module (profile {profile})");
    // A `cdylib` alone, because the linker optimises across crates only without an `rlib` beside it.
    let arguments = [
        "rustc",
        "--package",
        "sipas-web",
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        profile,
        "--target",
        WASM_TARGET,
    ];
    loud_step(&name, || {
        run_loud(cargo(&arguments, project.root()).env("RUSTFLAGS", compiler_flags(project)))
    })?;
    let folder = project.target().join(WASM_TARGET).join(profile);
    Ok(folder.join("sipas_web.wasm"))
}

/// Relocations for the splitter, and what [`remapped`] says.
fn compiler_flags(project: &Project) -> String {
    let linking = "-Clink-arg=--emit-relocs -Clink-arg=-O0 ".to_owned();
    linking + &remapped(project)
}

/// No path of this machine in panic messages.
pub fn remapped(project: &Project) -> String {
    let mut flags = Vec::new();
    let mut remap = |from: &Path, to: &str| {
        let from = from.display().to_string();
        if !from.contains(char::is_whitespace) {
            flags.push(format!("--remap-path-prefix={from}={to}"));
        }
    };
    remap(project.root(), "");
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    if let Some(registry) = cargo_home.or(home).map(|cargo| cargo.join("registry/src")) {
        for index in fs::read_dir(registry).into_iter().flatten().flatten() {
            remap(&index.path(), "");
        }
    }
    flags.join(" ")
}

/// Cuts the chunks out of `compiled` and generates the JavaScript half into `folder`.
pub fn split_and_bind(compiled: &Path, folder: &Path) -> Result<Modules> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let input = fs::read(compiled)
        .with_context(|| format!("the compiler left no {}", compiled.display()))?;
    let uncut = folder.join("uncut.wasm");
    let split = step("cut the module into chunks", || {
        let mut options = wasm_split_cli_support::Options::new(&input);
        options.output_dir = folder;
        options.main_out_path = &uncut;
        options.main_module = "./app.js";
        options.link_name = "./split.js";
        wasm_split_cli_support::transform(options)
            .map_err(|error| anyhow!("splitting failed: {error:#}"))
    })?;
    step("generate the JavaScript half", || {
        let mut output = Bindgen::new()
            .input_path(&uncut)
            .out_name("app")
            .web(true)?
            .typescript(false)
            .demangle(false)
            .keep_lld_exports(true)
            .keep_debug(false)
            .remove_producers_section(true)
            .omit_default_module_path(true)
            .generate_output()?;
        output.emit(folder)
    })?;
    tolerate_plain_types(&folder.join("split.js"))?;
    let mut chunks: Vec<Chunk> = split
        .split_modules
        .into_iter()
        .map(|path| {
            let stem = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let mut used_by: Vec<String> = split
                .prefetch_map
                .iter()
                .filter(|(_, files)| files.contains(&stem))
                .map(|(split, _)| split.clone())
                .collect();
            used_by.sort();
            Chunk { path, used_by }
        })
        .filter(|chunk| !chunk.used_by.is_empty())
        .collect();
    chunks.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(Modules {
        main: folder.join("app_bg.wasm"),
        script: folder.join("app.js"),
        split: (!chunks.is_empty()).then(|| folder.join("split.js")),
        chunks,
    })
}

/// Lets chunks load from a host that does not know the type `application/wasm`, as the main module does.
fn tolerate_plain_types(loader: &Path) -> Result<()> {
    let text = fs::read_to_string(loader)?;
    let streaming = "WebAssembly.instantiateStreaming(src, imports)";
    let buffered = "src.then(r => { if (!r.ok) throw new Error(`${r.url}: ${r.status}`); \
                    return r.arrayBuffer(); }).then(b => WebAssembly.instantiate(b, imports))";
    fs::write(loader, text.replace(streaming, buffered))?;
    Ok(())
}
