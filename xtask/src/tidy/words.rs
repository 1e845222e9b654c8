//! Words that have no place in a folder: each rule keeps one of the invariants of ARCHITECTURE.md.

use super::Source;

/// Words forbidden below some folders.
struct Rule {
    below: &'static [&'static str],
    except: &'static [&'static str],
    words: &'static [&'static str],
    instead: &'static str,
}

// Some words are written in two pieces, so that this file does not break its own rules.
const RULES: [Rule; 9] = [
    Rule {
        below: &["src/web/"],
        except: &["src/web/platform"],
        words: &["web_sys", "js_sys", "gloo_"],
        instead: "only src/web/platform touches the browser",
    },
    Rule {
        below: &["src/web/ui"],
        except: &[],
        words: &["platform::storage", "serde", "localStorage", "indexedDB"],
        instead: "ui asks state, and sees no storage or encoding",
    },
    Rule {
        below: &["src/web/state"],
        except: &[],
        words: &["crate::ui"],
        instead: "state does not know the ui",
    },
    Rule {
        below: &["src/web/platform"],
        except: &[],
        words: &["crate::ui", "crate::state"],
        instead: "platform knows neither ui nor state",
    },
    Rule {
        below: &["src/core/"],
        except: &[],
        words: &[
            "serde",
            "leptos",
            "wasm_bindgen",
            "std::fs",
            "std::time",
            "std::env",
            "std::net",
            "println!",
        ],
        instead: "core has no input, output, clock or encoding",
    },
    Rule {
        below: &["src/core/", "src/formats/"],
        except: &[],
        words: &[
            "HashMap",
            "HashSet",
            ".powf(",
            ".powi(",
            ".exp(",
            ".ln(",
            ".log10(",
            ".log2(",
            "sipas_web",
        ],
        instead: "same input, same bits: BTreeMap and libm; and nothing of the browser",
    },
    Rule {
        below: &[""],
        except: &[],
        words: &[
            concat!("/wo", "rk/"),
            concat!("/ro", "ot/"),
            concat!("/ho", "me/"),
        ],
        instead: "no path of one machine",
    },
    Rule {
        below: &[""],
        except: &[],
        words: &[
            concat!("index.", "crates.io"),
            concat!("registry.", "npmjs"),
            concat!("arti", "factory"),
        ],
        instead: "no registry host",
    },
    Rule {
        below: &[""],
        except: &[
            "tests/browser/package-lock.json",
            "xtask/tools/package-lock.json",
        ],
        words: &[
            concat!("TO", "DO"),
            concat!("FIX", "ME"),
            concat!("XX", "X:"),
        ],
        instead: "do it, or say in the docs that it is not done",
    },
];

/// Letters only Vietnamese uses (of its base letters; tones alone also occur in other languages).
const VIETNAMESE: &str = "ăđơưĂĐƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉĩọỏốồổỗộớờởỡợụủứừửữựỵỷỹ";

/// Looks at one file.
pub fn inspect(source: &Source, found: &mut Vec<String>) {
    let path = source.path.as_str();
    for rule in &RULES {
        if rule.below != [""] && !source.is(".rs") {
            continue;
        }
        let here = rule.below.iter().any(|folder| path.starts_with(folder))
            && !rule.except.iter().any(|folder| path.starts_with(folder));
        if !here {
            continue;
        }
        for (number, line) in (1..).zip(source.text.lines()) {
            for word in rule.words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{path}:{number}: `{word}`: {}", rule.instead));
            }
        }
    }
    if source.is(".rs") && (path.starts_with("src/") || path.starts_with("xtask/")) {
        sentences(source, found);
    }
}

/// Sentences people read stand in one place per language.
fn sentences(source: &Source, found: &mut Vec<String>) {
    let path = source.path.as_str();
    // The command line's tables speak to the same people as the app, and so do files that both write;
    // theirs stand in one file each too.
    let allowed = path.starts_with("src/web/text")
        || path == "src/cli/table.rs"
        || path == "src/formats/dictionary/words.rs"
        || path.contains("/tests")
        || path.starts_with("xtask/src/tidy/");
    if allowed {
        return;
    }
    for (number, line) in (1..).zip(source.text.lines()) {
        if line.trim_start().starts_with("#[cfg(test)]") {
            return;
        }
        let code = line.split("//").next().unwrap_or_default();
        let quoted = code.split('"').skip(1).step_by(2);
        for text in quoted {
            if text.contains(' ') && text.contains(|letter| VIETNAMESE.contains(letter)) {
                found.push(format!(
                    "{path}:{number}: a Vietnamese sentence; it belongs in src/web/text"
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inspected(path: &str, text: &str) -> usize {
        let mut found = Vec::new();
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        inspect(&source, &mut found);
        found.len()
    }

    #[test]
    fn each_rule_bites_where_it_holds() {
        assert_eq!(inspected("src/web/ui/a.rs", "use web_sys::Window;"), 1);
        assert_eq!(
            inspected("src/web/platform/a.rs", "use web_sys::Window;"),
            0
        );
        assert_eq!(inspected("src/core/a.rs", "x.powf(2.0)"), 1);
        assert_eq!(inspected("src/cli/a.rs", "x.powf(2.0)"), 0);
        assert_eq!(inspected("docs/a.md", concat!("see /wo", "rk/x")), 1);
    }

    #[test]
    fn sentences_stand_in_the_text_folder() {
        let line = "let x = \"Xin cảm ơn\";";
        assert_eq!(inspected("src/web/ui/a.rs", line), 1);
        assert_eq!(inspected("src/web/text/vi.rs", line), 0);
        assert_eq!(inspected("src/web/ui/a.rs", "// Xin \"cảm ơn\" ông"), 0);
    }
}
