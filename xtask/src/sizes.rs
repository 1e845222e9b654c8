//! What makes the citizen's module large: bytes of code by crate and by function, and of data.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::Result;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

const FUNCTIONS_SHOWN: usize = 25;

/// Prints the list for a module that still has its names.
pub fn print(module: &[u8]) -> Result<()> {
    let mut names: BTreeMap<u32, String> = BTreeMap::new();
    let mut bodies: Vec<(u32, usize)> = Vec::new();
    let mut imported = 0;
    let mut data = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let index = imported + u32::try_from(bodies.len())?;
                bodies.push((index, span(&body.range())));
            }
            Payload::DataSection(section) => data = span(&section.range()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    for part in reader {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, plain_name(naming.name));
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let code: usize = bodies.iter().map(|(_, size)| size).sum();
    println!(
        "\nthe citizen's module, uncompressed: {code} bytes of code in {} functions, {data} of data",
        bodies.len()
    );
    let mut crates: BTreeMap<&str, usize> = BTreeMap::new();
    let mut functions: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, size) in &bodies {
        let name = names.get(index).map_or("(unnamed)", String::as_str);
        *crates.entry(crate_of(name)).or_default() += size;
        *functions.entry(name).or_default() += size;
    }
    table("by crate", &crates, code);
    table("largest functions", &functions, code);
    Ok(())
}

/// Bytes in a range of the module.
fn span(range: &Range<u64>) -> usize {
    usize::try_from(range.end.saturating_sub(range.start)).unwrap_or(usize::MAX)
}

fn table(title: &str, sizes: &BTreeMap<&str, usize>, whole: usize) {
    println!("\n{title}");
    let mut rows: Vec<_> = sizes.iter().collect();
    rows.sort_by_key(|(name, size)| (usize::MAX - **size, **name));
    for (name, size) in rows.into_iter().take(FUNCTIONS_SHOWN) {
        println!(
            "  {size:>8}  {:>5.1} %  {name}",
            100.0 * *size as f64 / whole.max(1) as f64
        );
    }
}

/// A symbol as it was written in the source.
fn plain_name(symbol: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(symbol))
}

/// The crate a function belongs to: for `<A as B>::c` that of `A`, unless `A` is a built-in type.
fn crate_of(name: &str) -> &str {
    let mut start = name;
    loop {
        let shorter = start.trim_start_matches(['<', '&', '(', '[', '*']);
        let shorter = shorter.strip_prefix("mut ").unwrap_or(shorter);
        let shorter = shorter.strip_prefix("dyn ").unwrap_or(shorter);
        if shorter == start {
            break;
        }
        start = shorter;
    }
    let end = start.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    start.get(..end.unwrap_or(start.len())).unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_read_off_names() {
        assert_eq!(crate_of("leptos::mount::mount_to"), "leptos");
        assert_eq!(
            crate_of("<tachys::view::Keyed<T> as Render>::build"),
            "tachys"
        );
        assert_eq!(
            crate_of("<&mut core::fmt::X as core::fmt::Debug>::fmt"),
            "core"
        );
    }
}
