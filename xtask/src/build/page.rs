//! index.html: the template with its styles and scripts put in, and the content policy that allows exactly those.

use std::fs;

use anyhow::{Context, Result, bail};

use super::digest;
use super::shrink;
use crate::project::Project;
use crate::tools::Shrinkers;

/// What the template can name.
pub struct PageParts<'a> {
    /// The versioned folder, with a slash at the end.
    pub folder: &'a str,
    /// Module scripts the app starts with, below the folder; the first is the entry.
    pub scripts: &'a [String],
    /// Data files below the folder the app starts with, with spaces between them.
    pub prefetch: &'a str,
    /// A word that tells otherwise equal builds apart; mostly empty.
    pub label: &'a str,
    /// The shrinking tools, where there are any.
    pub tools: Option<&'a Shrinkers>,
}

/// The page with every placeholder replaced.
pub fn render(project: &Project, parts: &PageParts) -> Result<String> {
    let template = fs::read_to_string(project.path("index.html")).context("reading index.html")?;
    let mut page = compact(&template);
    let mut style_hashes = Vec::new();
    let mut script_hashes = Vec::new();
    while let Some((start, end, name)) = placeholder(&page, "{{style: ") {
        let css = inline_file(project, parts, &name, "</style")?;
        style_hashes.push(hash_source(&css));
        page.replace_range(start..end, &format!("<style>{css}</style>"));
    }
    while let Some((start, end, name)) = placeholder(&page, "{{script: ") {
        let script = inline_file(project, parts, &name, "</script")?;
        script_hashes.push(hash_source(&script));
        page.replace_range(start..end, &format!("<script>{script}</script>"));
    }
    let preloads: Vec<String> = parts
        .scripts
        .iter()
        .map(|script| {
            format!(
                r#"<link rel="modulepreload" href="{}{script}">"#,
                parts.folder
            )
        })
        .collect();
    let page = page
        .replace("{{modulepreload}}", &preloads.join("\n"))
        .replace("{{policy}}", &policy(&script_hashes, &style_hashes))
        .replace("{{folder}}", parts.folder)
        .replace("{{label}}", &escape(parts.label));
    match page.find("{{") {
        Some(at) => bail!(
            "index.html has a placeholder nobody fills: {}",
            page.get(at..)
                .unwrap_or_default()
                .chars()
                .take(40)
                .collect::<String>()
        ),
        None => Ok(page),
    }
}

/// What the browser may load and run: our own files, and the inline parts by their hash.
fn policy(scripts: &[String], styles: &[String]) -> String {
    [
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval' {}", scripts.join(" ")),
        format!("style-src 'self' {}", styles.join(" ")),
        "img-src 'self' data: blob:".to_owned(),
        "connect-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        "media-src 'self' blob:".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

/// Text inside an attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", digest::base64(text.as_bytes()))
}

/// A file to be put into the page, with the folder filled in and minified.
fn inline_file(
    project: &Project,
    parts: &PageParts,
    name: &str,
    forbidden: &str,
) -> Result<String> {
    let path = project.path(name);
    let text = fs::read_to_string(&path).with_context(|| format!("index.html names {name}"))?;
    let entry = parts
        .scripts
        .first()
        .map(String::as_str)
        .unwrap_or_default();
    let text = text
        .replace("{{folder}}", parts.folder)
        .replace("{{entry}}", entry)
        .replace("{{prefetch}}", parts.prefetch);
    let small = shrink::minify(parts.tools, &path, &text, &project.scratch())?;
    if small.contains(forbidden) {
        bail!("{name} contains `{forbidden}` and cannot be put into the page");
    }
    Ok(small)
}

/// Start, end and name of the first placeholder that begins with `opening`.
fn placeholder(page: &str, opening: &str) -> Option<(usize, usize, String)> {
    let start = page.find(opening)?;
    let rest = page.get(start + opening.len()..)?;
    let length = rest.find("}}")?;
    let name = rest.get(..length)?.trim().to_owned();
    Some((start, start + opening.len() + length + 2, name))
}

/// The template without comments, indentation and empty lines. A line break stays a line break.
fn compact(template: &str) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("<!--") {
        text.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compact_drops_comments_and_indentation() {
        assert_eq!(
            compact("<a>\n  <!-- x\n y -->\n  <b>c d</b>\n"),
            "<a>\n<b>c d</b>"
        );
    }

    #[test]
    fn placeholders_are_found_in_order() {
        let found = placeholder("ab{{style: x/y.css }}cd", "{{style: ");
        assert_eq!(found, Some((2, 21, "x/y.css".to_owned())));
        assert_eq!(placeholder("ab", "{{style: "), None);
    }
}
