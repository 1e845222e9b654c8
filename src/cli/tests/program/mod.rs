//! Runs the program as people do and looks at what it prints and how it ends.

#![allow(dead_code, reason = "each test program uses some of these")]
#![allow(clippy::unwrap_used, reason = "a test that cannot run stops")]

pub mod reference;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a run printed and its exit code.
#[derive(Debug, PartialEq)]
pub struct Run {
    pub out: String,
    pub err: String,
    pub code: i32,
}

/// Runs the program in the tests folder.
pub fn run(arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_sipas-cli"))
        .args(arguments)
        .current_dir(tests_folder())
        .output()
        .unwrap();
    Run {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code().unwrap(),
    }
}

/// The folder with the cases.
pub fn tests_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// A file with this text in an own folder named after the test; its path.
pub fn file(test: &str, name: &str, text: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// A case's text.
pub fn case(relative: &str) -> String {
    fs::read_to_string(tests_folder().join("cases").join(relative)).unwrap()
}
