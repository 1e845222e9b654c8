//! What is downloaded, by whom and how large: the table, its JSON form and the limit.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::site::{Audience, Site};
use crate::compress::Compressor;

/// Bytes in brotli a citizen may have to download before the first question.
const FIRST_VISIT_LIMIT: usize = 100_000;

/// One measured file.
struct Row {
    path: String,
    audience: Audience,
    raw: usize,
    brotli: usize,
}

/// Sizes of a whole site.
pub struct SizeReport {
    build: String,
    rows: Vec<Row>,
}

impl SizeReport {
    /// Compresses every file; kinds that are compressed already count as they are.
    pub fn measure(site: &Site, build: &str, compressor: &Compressor) -> Result<Self> {
        let mut rows = Vec::new();
        for file in &site.files {
            let brotli = if file.path.ends_with(".png") {
                file.bytes.len()
            } else {
                compressor.brotli(&file.bytes)?.len()
            };
            rows.push(Row {
                path: file.path.clone(),
                audience: file.audience,
                raw: file.bytes.len(),
                brotli,
            });
        }
        rows.sort_by_key(|row| {
            (
                row.audience.name() != "first visit",
                row.audience.name(),
                usize::MAX - row.brotli,
            )
        });
        Ok(Self {
            build: build.to_owned(),
            rows,
        })
    }

    /// Sum in brotli of one audience.
    fn sum(&self, audience: Audience) -> usize {
        let rows = self.rows.iter().filter(|row| row.audience == audience);
        rows.map(|row| row.brotli).sum()
    }

    /// The table on standard output.
    pub fn print(&self) {
        let width = self
            .rows
            .iter()
            .map(|row| row.path.len())
            .max()
            .unwrap_or(20);
        println!(
            "\n{:width$}  {:>9}  {:>9}  downloaded",
            "file", "raw", "brotli"
        );
        for row in &self.rows {
            let audience = row.audience.name();
            println!(
                "{:width$}  {:>9}  {:>9}  {audience}",
                row.path, row.raw, row.brotli
            );
        }
        let first = self.sum(Audience::FirstVisit);
        println!("\na citizen's first visit: {first} bytes in brotli (limit {FIRST_VISIT_LIMIT})");
        let mut parts: Vec<&Row> = self.rows.iter().collect();
        parts.retain(|row| row.audience == Audience::FirstVisit);
        for row in parts.iter().take(4) {
            let share = 100.0 * row.brotli as f64 / first.max(1) as f64;
            println!("  {:>5.1} %  {}", share, row.path);
        }
        println!("the service worker: {} bytes", self.sum(Audience::Worker));
        println!(
            "kept for offline use: {} bytes more for a citizen, {} more once a staff page is opened",
            self.sum(Audience::Citizen),
            self.sum(Audience::Staff)
        );
    }

    /// The same as JSON.
    pub fn save(&self, path: &Path) -> Result<()> {
        let files: Vec<Value> = self
            .rows
            .iter()
            .map(|row| json!({"path": row.path, "downloaded": row.audience.name(), "raw": row.raw, "brotli": row.brotli}))
            .collect();
        let whole = json!({
            "build": self.build,
            "first_visit_brotli": self.sum(Audience::FirstVisit),
            "limit": FIRST_VISIT_LIMIT,
            "worker_brotli": self.sum(Audience::Worker),
            "citizen_later_brotli": self.sum(Audience::Citizen),
            "staff_brotli": self.sum(Audience::Staff),
            "files": files,
        });
        let text = format!("{whole:#}\n");
        fs::write(path, text).with_context(|| format!("writing {}", path.display()))
    }

    /// An error when the first visit is too large.
    pub fn hold_limit(&self) -> Result<()> {
        let first = self.sum(Audience::FirstVisit);
        if first > FIRST_VISIT_LIMIT {
            bail!(
                "a citizen's first visit is {first} bytes, {} over the limit of {FIRST_VISIT_LIMIT}; \
                 `cargo xtask build --sizes` shows what is large",
                first - FIRST_VISIT_LIMIT
            );
        }
        Ok(())
    }
}
