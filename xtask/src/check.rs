//! stub
use crate::{args::Args, project::Project};
pub fn run(_p: &Project, _a: Args) -> anyhow::Result<usize> {
    Ok(0)
}
