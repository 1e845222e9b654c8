//! Brotli at its best quality, remembered on disk by content so that nothing is compressed twice.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::build::digest::hex;
use crate::project::Project;

/// Compresses for the size report and for serving.
pub struct Compressor {
    folder: PathBuf,
}

impl Compressor {
    /// Keeps its results below the project's scratch folder.
    pub fn new(project: &Project) -> Result<Self> {
        let folder = project.scratch().join("brotli");
        fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    /// `bytes` in brotli, quality 11, window 22.
    pub fn brotli(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let kept = self.folder.join(hex(bytes));
        if let Ok(known) = fs::read(&kept) {
            return Ok(known);
        }
        let mut packed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            size_hint: bytes.len(),
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
        // Written beside and renamed, so that a stopped run leaves no half file.
        let half = kept.with_extension(format!("part{}", std::process::id()));
        fs::write(&half, &packed)?;
        fs::rename(&half, &kept)?;
        Ok(packed)
    }
}
