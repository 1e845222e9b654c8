//! Short names between the modules and their JavaScript half.
//!
//! The binding generator names every import after its function and a hash; two hundred such names
//! stand in the module and again in the script, and hashes do not compress.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// Names that only these two sides know.
const OURS: [&str; 3] = ["__wbg_", "__wbindgen_", "_ZN"];

/// Exports of a dependency's streams, which nothing here calls.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// Long names with the short ones that stand for them, from all modules of a build.
pub fn shortened(modules: &[&[u8]]) -> Result<BTreeMap<String, String>> {
    let mut names = BTreeSet::new();
    for module in modules {
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        names.insert(import?.name.to_owned());
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        names.insert(export?.name.to_owned());
                    }
                }
                _ => {}
            }
        }
    }
    names.retain(|name| OURS.iter().any(|prefix| name.starts_with(prefix)));
    let short = (0..).map(|number| format!("${number}"));
    Ok(names.into_iter().zip(short).collect())
}

/// The module with its imports and exports renamed and the unused exports left out.
pub fn in_module(module: &[u8], short: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let mut out = module.get(..8).context("not a module")?.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let Some((id, range)) = payload.as_section() else {
            continue;
        };
        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
        let content = module.get(range).context("section cut short")?;
        let content = match payload {
            Payload::ImportSection(_) => imports(content, short)?,
            Payload::ExportSection(_) => exports(content, short)?,
            _ => content.to_vec(),
        };
        out.push(id);
        push_number(&mut out, content.len());
        out.extend_from_slice(&content);
    }
    Ok(out)
}

/// The script with every whole word that is a long name replaced.
pub fn in_script(script: &str, short: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    while let Some(start) = rest.find(is_word) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter| !is_word(letter)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        out.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The content of an import section: module, name, kind and type of each.
fn imports(content: &[u8], short: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let reader = wasmparser::ImportSectionReader::new(wasmparser::BinaryReader::new(content, 0))?;
    let mut starts: Vec<usize> = Vec::new();
    let mut names = Vec::new();
    for item in reader.clone().into_imports_with_offsets() {
        let (at, import) = item?;
        starts.push(usize::try_from(at)?);
        names.push((import.module, import.name));
    }
    starts.push(content.len());
    let mut out = Vec::new();
    push_number(&mut out, names.len());
    for ((module, name), ends) in names.iter().zip(starts.windows(2)) {
        let (Some(start), Some(end)) = (ends.first(), ends.get(1)) else {
            continue;
        };
        let head =
            number_length(module.len()) + module.len() + number_length(name.len()) + name.len();
        push_name(&mut out, module);
        push_name(
            &mut out,
            short.get(*name).map_or(name, |short| short.as_str()),
        );
        out.extend_from_slice(
            content
                .get(start + head..*end)
                .context("import cut short")?,
        );
    }
    Ok(out)
}

/// The content of an export section: name, kind and index of each.
fn exports(content: &[u8], short: &BTreeMap<String, String>) -> Result<Vec<u8>> {
    let reader = wasmparser::ExportSectionReader::new(wasmparser::BinaryReader::new(content, 0))?;
    let mut kept = Vec::new();
    for export in reader {
        let export = export?;
        if !UNUSED.iter().any(|prefix| export.name.starts_with(prefix)) {
            kept.push(export);
        }
    }
    let mut out = Vec::new();
    push_number(&mut out, kept.len());
    for export in kept {
        push_name(
            &mut out,
            short.get(export.name).map_or(export.name, String::as_str),
        );
        out.push(match export.kind {
            wasmparser::ExternalKind::Func | wasmparser::ExternalKind::FuncExact => 0,
            wasmparser::ExternalKind::Table => 1,
            wasmparser::ExternalKind::Memory => 2,
            wasmparser::ExternalKind::Global => 3,
            wasmparser::ExternalKind::Tag => 4,
        });
        push_number(&mut out, usize::try_from(export.index)?);
    }
    Ok(out)
}

fn push_name(out: &mut Vec<u8>, name: &str) {
    push_number(out, name.len());
    out.extend_from_slice(name.as_bytes());
}

/// LEB128.
fn push_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

fn number_length(number: usize) -> usize {
    let mut bytes = Vec::new();
    push_number(&mut bytes, number);
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_of_the_script_are_replaced() {
        let short = BTreeMap::from([("__wbg_now_12".to_owned(), "$0".to_owned())]);
        let script = "a.__wbg_now_12();b.__wbg_now_123;\"__wbg_now_12\":1";
        assert_eq!(in_script(script, &short), "a.$0();b.__wbg_now_123;\"$0\":1");
    }
}
