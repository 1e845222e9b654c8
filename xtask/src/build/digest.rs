//! SHA-256, written the two ways the web asks for it.

use base64::Engine as _;
use sha2::{Digest as _, Sha256};

/// Lower-case hexadecimal, for names and lists.
pub fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Base64, for the content policy and the worker's list.
pub fn base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(Sha256::digest(bytes))
}
