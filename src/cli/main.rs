//! The `sipas-cli` command.
fn main() {}
