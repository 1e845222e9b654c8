//! sw.js: the template with the build's name and the two lists of what to keep offline.

use std::fs;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::digest;
use super::shrink;
use super::site::{Audience, Site};
use crate::http::media_type;
use crate::project::Project;
use crate::tools::Shrinkers;

/// The worker's text for the files in `site`.
pub fn render(
    project: &Project,
    site: &Site,
    build: &str,
    tools: Option<&Shrinkers>,
) -> Result<String> {
    let path = project.path("public/sw.js");
    let template = fs::read_to_string(&path).context("reading public/sw.js")?;
    let citizen = list(site, &[Audience::FirstVisit, Audience::Citizen]);
    let staff = list(site, &[Audience::Staff]);
    let text = template
        .replace("\"{{build}}\"", &Value::from(build).to_string())
        .replace("\"{{citizen}}\"", &citizen.to_string())
        .replace("\"{{staff}}\"", &staff.to_string());
    shrink::minify(tools, &path, &text, &project.scratch())
}

/// `[path, bytes, SHA-256 in base64, media type]` of each file for these audiences.
fn list(site: &Site, audiences: &[Audience]) -> Value {
    let chosen = site
        .files
        .iter()
        .filter(|file| audiences.contains(&file.audience));
    chosen
        .map(|file| {
            // The page is asked for by its folder: some hosts redirect index.html there.
            let path = if file.path == "index.html" {
                ""
            } else {
                file.path.as_str()
            };
            let hash = digest::base64(&file.bytes);
            json!([path, file.bytes.len(), hash, media_type(&file.path)])
        })
        .collect()
}
