//! Puts the site together from compiled parts and `public/`, and names the build by its contents.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::data;
use super::page::{self, PageParts};
use super::shrink;
use super::site::{Audience, Site};
use super::worker;
use crate::project::Project;
use crate::tools::Shrinkers;

/// Stands in the build's own files until its name is known.
const UNNAMED: &str = "build-000000000000";

/// The style sheet of a part of the program that citizens load later.
const CITIZEN_STYLE: &str = "hand.css";

/// What the compiler made.
pub struct Modules<'a> {
    /// The folder of the page's module, its chunks and their script.
    pub parts: &'a Path,
    /// The module of the analysis set's worker.
    pub set: &'a Path,
}

/// All files of the site and the build's name.
pub fn gather(
    project: &Project,
    parts: &Modules<'_>,
    tools: Option<&Shrinkers>,
    label: Option<&str>,
) -> Result<(Site, String)> {
    let unnamed = assemble(project, parts, tools, label, UNNAMED)?;
    let fingerprint = unnamed.fingerprint();
    let build = format!("build-{}", fingerprint.get(..12).unwrap_or(&fingerprint));
    let site = assemble(project, parts, tools, label, &build)?;
    Ok((site, build))
}

fn assemble(
    project: &Project,
    modules: &Modules<'_>,
    tools: Option<&Shrinkers>,
    label: Option<&str>,
    build: &str,
) -> Result<Site> {
    let mut site = Site::default();
    let parts = modules.parts;
    let folder = format!("{build}/");
    let mut scripts = Vec::new();
    for name in ["app.js", "split.js"] {
        if let Ok(text) = fs::read(parts.join(name)) {
            site.add(format!("{folder}{name}"), text, Audience::FirstVisit);
            scripts.push(name.to_owned());
        }
    }
    let page_parts = PageParts {
        folder: &folder,
        scripts: &scripts,
        prefetch: &data::first(project).join(" "),
        label: label.unwrap_or_default(),
        tools,
    };
    let page = page::render(project, &page_parts)?;
    site.add("index.html", page, Audience::FirstVisit);
    add_modules(&mut site, parts, &folder)?;
    let set = shrink::strip(&fs::read(modules.set)?)?;
    site.add(format!("{folder}set.wasm"), set, Audience::Staff);
    add_styles(project, &mut site, tools, &folder)?;
    add_scripts(project, &mut site, tools, &folder)?;
    data::add(project, &mut site, &folder)?;
    add_public(project, &mut site)?;
    let worker = worker::render(project, &site, build, tools)?;
    site.add("sw.js", worker, Audience::Worker);
    Ok(site)
}

/// The citizen's module, and the chunks with their audience by the name they were split under.
fn add_modules(site: &mut Site, parts: &Path, folder: &str) -> Result<()> {
    let main = shrink::strip(&fs::read(parts.join("app_bg.wasm"))?)?;
    site.add(format!("{folder}app.wasm"), main, Audience::FirstVisit);
    for line in fs::read_to_string(parts.join("chunks"))?.lines() {
        let mut words = line.split(' ');
        let name = words.next().context("a chunk without a name")?;
        let audience = if words.all(|split| split.starts_with("staff")) {
            Audience::Staff
        } else {
            Audience::Citizen
        };
        let chunk = shrink::strip(&fs::read(parts.join(name))?)?;
        site.add(format!("{folder}{name}"), chunk, audience);
    }
    Ok(())
}

/// Style sheets that are not put into the page belong to the staff, but for one.
fn add_styles(
    project: &Project,
    site: &mut Site,
    tools: Option<&Shrinkers>,
    folder: &str,
) -> Result<()> {
    let template = fs::read_to_string(project.path("index.html"))?;
    for path in sorted_files(&project.path("public/styles"))? {
        let name = file_name(&path);
        if template.contains(&format!("public/styles/{name}")) {
            continue;
        }
        let css = shrink::minify(
            tools,
            &path,
            &fs::read_to_string(&path)?,
            &project.scratch(),
        )?;
        let audience = if name == CITIZEN_STYLE {
            Audience::Citizen
        } else {
            Audience::Staff
        };
        site.add(format!("{folder}{name}"), css, audience);
    }
    Ok(())
}

/// Scripts that parts for staff load themselves.
fn add_scripts(
    project: &Project,
    site: &mut Site,
    tools: Option<&Shrinkers>,
    folder: &str,
) -> Result<()> {
    for path in sorted_files(&project.path("public/staff"))? {
        let text = fs::read_to_string(&path)?;
        let script = shrink::minify(tools, &path, &text, &project.scratch())?;
        site.add(
            format!("{folder}{}", file_name(&path)),
            script,
            Audience::Staff,
        );
    }
    Ok(())
}

/// Everything else in `public/`, as it is.
fn add_public(project: &Project, site: &mut Site) -> Result<()> {
    let public = project.path("public");
    let mut folders = vec![public.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let below = below(&public, &path)?;
            let special = [
                "sw.js",
                "boot.js",
                "second.js",
                "styles",
                "staff",
                "questionnaires",
                "campaign.json",
            ];
            if special.contains(&below.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((below, path));
            }
        }
    }
    files.sort();
    for (below, path) in files {
        let bytes = fs::read(&path)?;
        if below.ends_with(".webmanifest") {
            let small = shrink::minify_json(std::str::from_utf8(&bytes)?);
            site.add(below, small, Audience::Citizen);
        } else if below.starts_with("measures/") {
            let small = shrink::minify_json(std::str::from_utf8(&bytes)?);
            // For people and other programs; the app reads the one inside its build.
            site.add(below, small, Audience::Public);
        } else if below.starts_with("schema/") || below.starts_with("icons/icon-") {
            // Schemas are for editors, these icons for the system that installs the app.
            site.add(below, bytes, Audience::Public);
        } else {
            site.add(below, bytes, Audience::Citizen);
        }
    }
    Ok(())
}

pub(super) fn below(folder: &Path, path: &Path) -> Result<String> {
    let relative = path.strip_prefix(folder)?;
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    Ok(parts.join("/"))
}

pub(super) fn sorted_files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        bail!("{} is missing", folder.display());
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
