//! A camera's picture searched for QR codes, in slices short enough to keep a page moving.
//!
//! Four tries, each a slice: the picture as it is; each pixel against a small neighbourhood, for a dim
//! screen before something bright; sharpened, for blurred ones and small squares; at half its size,
//! for noisy ones with large squares.

use rqrr::PreparedImage;

/// The longest side of a picture looked at, in pixels.
pub const MOST_SIDE: usize = 4_096;

/// A picture's brightness.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// Row by row from the top, 0 black to 255 white.
    pub luma: Vec<u8>,
}

/// A search under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    picture: Picture,
    tries: u8,
}

/// What a slice came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slice {
    /// These texts were found, at least one.
    Found(Vec<String>),
    /// Nothing yet: go on with another slice.
    More,
    /// Nothing in this picture.
    Nothing,
}

impl Picture {
    /// A picture; nothing where the sides do not fit the pixels, or are too short or too long for a code.
    #[must_use]
    pub fn new(width: usize, height: usize, luma: Vec<u8>) -> Option<Self> {
        let sound = |side: usize| (21..=MOST_SIDE).contains(&side);
        let fits = sound(width) && sound(height) && luma.len() == width * height;
        fits.then_some(Self {
            width,
            height,
            luma,
        })
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        let place = y.min(self.height - 1) * self.width + x.min(self.width - 1);
        self.luma.get(place).copied().unwrap_or_default()
    }

    /// The texts of the codes in it.
    fn texts(&self) -> Vec<String> {
        let mut image =
            PreparedImage::prepare_from_greyscale(self.width, self.height, |x, y| self.at(x, y));
        let grids = image.detect_grids();
        let texts = grids.iter().filter_map(|grid| grid.decode().ok());
        texts.map(|(_, text)| text).collect()
    }

    /// Each pixel moved away from the mean of those around it, that many to each side.
    fn against_mean(&self, reach: usize, from: fn(i32, i32) -> i32) -> Self {
        let mean = self.smoothed(reach);
        let luma = self.luma.iter().zip(mean);
        let luma = luma.map(|(value, mean)| {
            let (value, mean) = (i32::from(*value), i32::from(mean));
            u8::try_from((from(value, mean) + 3 * (value - mean)).clamp(0, 255)).unwrap_or_default()
        });
        Self {
            luma: luma.collect(),
            ..*self
        }
    }

    /// Means over squares that reach so many pixels to each side.
    fn smoothed(&self, reach: usize) -> Vec<u8> {
        let rows = blurred(&self.luma, self.width, reach);
        let turned = turned(&rows, self.width, self.height);
        let both = blurred(&turned, self.height, reach);
        self::turned(&both, self.height, self.width)
    }

    /// Means of squares of two by two pixels.
    fn halved(&self) -> Option<Self> {
        let (width, height) = (self.width / 2, self.height / 2);
        let places = (0..height).flat_map(|y| (0..width).map(move |x| (2 * x, 2 * y)));
        let luma = places.map(|(x, y)| {
            let corners = [(x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1)];
            let sum: u16 = corners
                .iter()
                .map(|at| u16::from(self.at(at.0, at.1)))
                .sum();
            (sum / 4).to_le_bytes()[0]
        });
        Self::new(width, height, luma.collect())
    }
}

/// Each row's means over `reach` pixels to both sides; ends count as often as they are reached.
fn blurred(luma: &[u8], width: usize, reach: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(luma.len());
    let count = u32::try_from(2 * reach + 1).unwrap_or(1);
    for row in luma.chunks(width.max(1)) {
        let at = |place: usize| {
            let place = place.clamp(reach, row.len() + reach - 1) - reach;
            u32::from(row.get(place).copied().unwrap_or_default())
        };
        let mut sum: u32 = (0..2 * reach + 1).map(at).sum();
        for x in 0..row.len() {
            out.push((sum / count).to_le_bytes()[0]);
            sum = sum + at(x + 2 * reach + 1) - at(x);
        }
    }
    out
}

/// Columns as rows.
fn turned(luma: &[u8], width: usize, height: usize) -> Vec<u8> {
    let places = (0..width).flat_map(|x| (0..height).map(move |y| y * width + x));
    places
        .map(|place| luma.get(place).copied().unwrap_or_default())
        .collect()
}

impl Scan {
    /// A search of a picture.
    #[must_use]
    pub const fn new(picture: Picture) -> Self {
        Self { picture, tries: 0 }
    }

    /// Does a slice of the work.
    pub fn slice(&mut self) -> Slice {
        self.tries += 1;
        let texts = match self.tries {
            1 => self.picture.texts(),
            2 => {
                let reach = self.picture.width.max(self.picture.height) / 40;
                let level = self.picture.against_mean(reach, |_, _| 128);
                level.texts()
            }
            3 => {
                let sharp = self.picture.against_mean(2, |value, _| value);
                sharp.texts()
            }
            4 => {
                let half = self.picture.halved();
                half.map(|half| half.texts()).unwrap_or_default()
            }
            _ => return Slice::Nothing,
        };
        match (texts.is_empty(), self.tries) {
            (false, _) => Slice::Found(texts),
            (true, 1..=3) => Slice::More,
            (true, _) => Slice::Nothing,
        }
    }

    /// Does all of it at once: the texts found.
    #[must_use]
    pub fn run(mut self) -> Vec<String> {
        loop {
            match self.slice() {
                Slice::Found(texts) => return texts,
                Slice::More => {}
                Slice::Nothing => return Vec::new(),
            }
        }
    }
}
