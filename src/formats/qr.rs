//! QR codes: a text as squares to draw, and squares in a picture back to the text.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

pub mod scan;

/// Light squares around a code, without which cameras do not find it.
pub const QUIET: usize = 4;

/// A code as squares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// Version of the standard: 1 to 40.
    pub version: u8,
    /// Squares a side, without the quiet zone.
    pub size: usize,
    /// Row by row from the top; true is dark.
    pub dark: Vec<bool>,
}

/// The smallest code for a text; nothing where it is too long for any.
///
/// Capital letters and digits at the end of the text take 5.5 bits each instead of 8. Correction is
/// the lowest level that costs no larger code: on a lit screen larger squares matter more.
#[must_use]
pub fn encode(text: &str) -> Option<Qr> {
    let plain = |one: char| one.is_ascii_uppercase() || one.is_ascii_digit();
    let head = text.trim_end_matches(plain);
    let tail = text.get(head.len()..).unwrap_or_default();
    let segments = if head.is_empty() || tail.len() < 16 {
        QrSegment::make_segments(text)
    } else {
        vec![
            QrSegment::make_bytes(head.as_bytes()),
            QrSegment::make_alphanumeric(tail),
        ]
    };
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        Version::MIN,
        Version::MAX,
        None,
        true,
    )
    .ok()?;
    let side = code.size();
    let dark = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    Some(Qr {
        version: code.version().value(),
        size: usize::try_from(side).ok()?,
        dark: dark.map(|(x, y)| code.get_module(x, y)).collect(),
    })
}

impl Qr {
    /// The dark squares as the `d` of an SVG path, one unit a square, quiet zone included.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.size.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, next| one == next) {
                if run.first() == Some(&true) {
                    let (left, top, wide) = (x + QUIET, y + QUIET, run.len());
                    path.push_str(&format!("M{left} {top}h{wide}v1h-{wide}z"));
                }
                x += run.len();
            }
        }
        path
    }

    /// Squares a side with the quiet zone.
    #[must_use]
    pub const fn side(&self) -> usize {
        self.size + 2 * QUIET
    }
}
