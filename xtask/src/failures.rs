//! What the failed browser tests said, shortly and together: the end of a long log is what people read.

use serde_json::Value;

/// Lines of an error shown; its trace and the rest stand where it happened.
const LINES: usize = 24;

/// The failed tests of a report of Playwright's JSON reporter, each with what it said.
pub fn told(report: &Value) -> Vec<String> {
    let mut found = Vec::new();
    gather(report, &mut found);
    found
}

fn gather(suite: &Value, found: &mut Vec<String>) {
    for inner in list(suite, "suites") {
        gather(inner, found);
    }
    for spec in list(suite, "specs") {
        for test in list(spec, "tests") {
            for result in list(test, "results") {
                let status = word(result, "status");
                if matches!(status, "passed" | "skipped") {
                    continue;
                }
                let place = format!("{}:{}", word(spec, "file"), spec["line"]);
                let screen = word(test, "projectName");
                let took = result["duration"].as_u64().unwrap_or(0) / 1000;
                let title = word(spec, "title");
                let mut lines = vec![format!(
                    "[{screen}] {place} › {title}: {status} after {took} s"
                )];
                for error in list(result, "errors") {
                    let message = without_colours(word(error, "message"));
                    lines.extend(
                        message
                            .lines()
                            .take(LINES)
                            .map(|line| format!("    {line}")),
                    );
                }
                found.push(lines.join("\n"));
            }
        }
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn word<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or("")
}

/// `text` without the terminal's colour marks (ECMA-48: `ESC [` … `m`).
fn without_colours(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let mut plain = pieces.next().unwrap_or("").to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or("", |(_, rest)| rest));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_test_is_told_with_its_place_and_words() {
        let error = serde_json::json!({ "message": "\u{1b}[31mexpected\u{1b}[39m 3\nfound 0" });
        let result = |status: &str, errors: &[Value]| serde_json::json!({ "status": status, "duration": 5_100, "errors": errors });
        let spec = |title: &str, result: Value| serde_json::json!({ "title": title, "file": "a.spec.mjs", "line": 7, "tests": [{ "projectName": "phone", "results": [result] }] });
        let inner = [
            spec("kept", result("passed", &[])),
            spec("lost", result("failed", &[error])),
        ];
        let report = serde_json::json!({ "suites": [{ "suites": [{ "specs": inner }] }] });
        assert_eq!(
            told(&report),
            ["[phone] a.spec.mjs:7 › lost: failed after 5 s\n    expected 3\n    found 0"]
        );
    }
}
