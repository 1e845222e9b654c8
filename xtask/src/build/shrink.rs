//! The same program in fewer bytes: wasm-opt and esbuild where npm exists, and nothing but code in the modules.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::{command, run_quiet};
use crate::tools::Shrinkers;

/// What every browser of the last years runs; `--all-features` would make modules Chromium refuses.
const FEATURES: [&str; 9] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Optimises `module`, for size with `-Oz`, keeping function names for the size report.
pub fn optimise(tools: &Shrinkers, module: &Path, folder: &Path, level: &str) -> Result<()> {
    let output = module.with_extension("opt");
    let (from, to) = (module.to_string_lossy(), output.to_string_lossy());
    // A Rust module never keeps anything in its first kilobyte.
    let mut arguments = vec![
        level,
        "--low-memory-unused",
        "--debuginfo",
        from.as_ref(),
        "-o",
        to.as_ref(),
    ];
    arguments.extend(FEATURES);
    run_quiet(&mut command(&tools.wasm_opt, &arguments, folder))?;
    fs::rename(&output, module)?;
    Ok(())
}

/// Bundles `script` with what it imports, minified; returns the text.
pub fn bundle(tools: &Shrinkers, script: &Path, folder: &Path) -> Result<String> {
    let from = script.to_string_lossy();
    let arguments = [
        from.as_ref(),
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2020",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
    ];
    run_quiet(&mut command(&tools.esbuild, &arguments, folder))
}

/// Minifies one file of the page (`css` or `js`); without tools only comments and indentation go.
pub fn minify(tools: Option<&Shrinkers>, file: &Path, text: &str, folder: &Path) -> Result<String> {
    let Some(tools) = tools else {
        return Ok(strip_comment_lines(text));
    };
    let kind = match file.extension().and_then(|extension| extension.to_str()) {
        Some("css") => "css",
        Some("js") => "js",
        _ => bail!("{} is neither css nor js", file.display()),
    };
    let copy = folder.join(format!("minify.{kind}"));
    fs::write(&copy, text)?;
    let from = copy.to_string_lossy();
    let arguments = [
        from.as_ref(),
        "--minify",
        "--charset=utf8",
        "--target=es2020,chrome90,safari15",
        "--log-level=warning",
    ];
    let small = run_quiet(&mut command(&tools.esbuild, &arguments, folder))
        .with_context(|| format!("minifying {}", file.display()))?;
    Ok(small.trim().to_owned())
}

/// Drops lines that are only a comment, blank lines and indentation; strings are never touched because
/// whole lines are judged by how they begin.
fn strip_comment_lines(text: &str) -> String {
    let mut kept = Vec::new();
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        if inside || line.starts_with("/*") {
            inside = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// A module without its custom sections (names, relocations, producers, target features).
pub fn strip(module: &[u8]) -> Result<Vec<u8>> {
    let header = module
        .get(..8)
        .context("not a module: shorter than its header")?;
    let mut slim = header.to_vec();
    let mut at = 8;
    while at < module.len() {
        let start = at;
        let id = *module.get(at).context("section without an id")?;
        at += 1;
        let mut length = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = *module.get(at).context("section length cut short")?;
            at += 1;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        at += length;
        let section = module
            .get(start..at)
            .context("section longer than its module")?;
        if id != 0 {
            slim.extend_from_slice(section);
        }
    }
    Ok(slim)
}

/// JSON without the white space between its parts; strings stay as they are.
pub fn minify_json(text: &str) -> String {
    let mut small = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    for letter in text.chars() {
        if quoted {
            small.push(letter);
            quoted = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
        } else if !letter.is_whitespace() && letter != '\u{feff}' {
            small.push(letter);
            quoted = letter == '"';
        }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_keeps_strings() {
        let text = "{ \"a b\" : [1, \"c \\\" d\\\\\" , 2 ] }\n";
        assert_eq!(minify_json(text), "{\"a b\":[1,\"c \\\" d\\\\\",2]}");
    }

    #[test]
    fn strip_drops_custom_sections_only() {
        let module = b"\0asm\x01\0\0\0\x00\x03\x01xy\x01\x01\x00";
        assert_eq!(
            strip(module).ok(),
            Some(b"\0asm\x01\0\0\0\x01\x01\x00".to_vec())
        );
        assert!(strip(b"\0asm\x01\0\0\0\x01\x7f").is_err());
    }
}
