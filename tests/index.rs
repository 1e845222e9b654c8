//! The index: hand vectors, a slow obvious reference, groups, points, versions counted together.

mod ballots;
mod files;

#[path = "index/groups.rs"]
mod groups;
#[path = "index/oracle.rs"]
mod oracle;
#[path = "index/printed.rs"]
mod printed;
#[path = "index/scan.rs"]
mod scan;
#[path = "index/vectors.rs"]
mod vectors;
#[path = "index/versions.rs"]
mod versions;
