//! Bringing files in: dialects recognised, hostile files survived, plans that no order of files changes.

mod ballots;
mod files;

#[path = "import/dialects.rs"]
mod dialects;
#[path = "import/fuzz.rs"]
mod fuzz;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/hostile_archives.rs"]
mod hostile_archives;
#[path = "import/memory.rs"]
mod memory;
#[path = "import/plans.rs"]
mod plans;

#[global_allocator]
static ALLOCATOR: memory::Counting = memory::Counting;
