//! `cargo xtask bench sizes`: what a first visit downloads, in brotli, ours and SurveyJS's.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::surveyjs::{self, OTHER, OURS};
use crate::args::Args;
use crate::compress::Compressor;
use crate::project::Project;

/// What the app asks for before the first question, beside the page.
const OURS_FIRST: [&str; 5] = [
    "app.js",
    "app.wasm",
    "split.js",
    "campaign.json",
    "questionnaires/sipas-desk.json",
];

/// Builds both pages and prints their parts.
pub fn run(project: &Project, mut args: Args) -> Result<()> {
    let keep = args.flag("--no-build");
    args.finish()?;
    let served = surveyjs::both(project, keep)?;
    let compressor = Compressor::new(project)?;
    let ours = table(
        "ours",
        &served.join(OURS),
        &first_visit(&served.join(OURS))?,
        &compressor,
    )?;
    let names = ["index.html", "page.js", "page.css"].map(str::to_owned);
    let other = table("SurveyJS", &served.join(OTHER), &names, &compressor)?;
    println!(
        "\nours / SurveyJS: {:.2}",
        ours as f64 / other.max(1) as f64
    );
    Ok(())
}

/// The page, and what of the first visit stands in the build's own folder.
fn first_visit(site: &Path) -> Result<Vec<String>> {
    let mut names = vec!["index.html".to_owned()];
    let build = fs::read_dir(site)?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .find(|name| name.starts_with("build-"))
        .context("the site has no build folder")?;
    let page = fs::read_to_string(site.join("index.html"))?;
    for file in OURS_FIRST {
        let name = format!("{build}/{file}");
        // What stands in the page itself is not asked for.
        if site.join(&name).is_file() && !page.contains(&format!("id=\"{file}\"")) {
            names.push(name);
        }
    }
    Ok(names)
}

/// Prints a line a file; the sum comes back.
fn table(title: &str, folder: &Path, names: &[String], compressor: &Compressor) -> Result<usize> {
    println!("\n{title:44} {:>9} {:>9}", "raw", "brotli");
    let (mut all, mut packed) = (0, 0);
    for name in names {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("reading {name}"))?;
        let small = compressor.brotli(&bytes)?.len();
        println!("  {name:42} {:>9} {small:>9}", bytes.len());
        all += bytes.len();
        packed += small;
    }
    println!("  {:42} {all:>9} {packed:>9}", "sum");
    Ok(packed)
}
