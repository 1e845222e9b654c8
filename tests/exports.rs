//! Ballots in other forms: read back by other programs' rules, with nothing that runs.

mod ballots;
mod files;

#[path = "exports/described.rs"]
mod described;
#[path = "exports/text.rs"]
mod text;
#[path = "exports/workbook.rs"]
mod workbook;
