//! What charts are drawn with: colours, lines, marks, and text that fits.

use super::Layout;
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use sipas_core::chart::Mark;

/// Text.
pub const INK: RGBColor = RGBColor(0x10, 0x24, 0x3E);
/// Text of less weight.
pub const QUIET: RGBColor = RGBColor(0x4A, 0x5A, 0x70);
/// Lines of the scale.
pub const GRID: RGBColor = RGBColor(0xD5, 0xDB, 0xE3);
/// Figures.
pub const ACTION: RGBColor = RGBColor(0x0B, 0x4A, 0x94);

/// Colours of the five tones from worst to best, with the text colour on each (docs: look).
const TONES: [(RGBColor, RGBColor); 5] = [
    (RGBColor(0x7A, 0x2B, 0x05), WHITE),
    (RGBColor(0xE0, 0x8A, 0x3C), INK),
    (RGBColor(0xB9, 0xC0, 0xCA), INK),
    (RGBColor(0x7F, 0xB2, 0xDB), INK),
    (RGBColor(0x08, 0x51, 0x9C), WHITE),
];

/// A tone's colour and that of text on it.
pub fn tone(tone: u8) -> (RGBColor, RGBColor) {
    let place = usize::from(tone.clamp(1, 5)) - 1;
    TONES.get(place).copied().unwrap_or((INK, WHITE))
}

/// Draws in CSS pixels.
pub struct Pen<'a, B: DrawingBackend> {
    area: &'a DrawingArea<B, Shift>,
    pub layout: Layout,
}

pub type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<'a, B: DrawingBackend> Pen<'a, B> {
    pub const fn new(area: &'a DrawingArea<B, Shift>, layout: Layout) -> Self {
        Self { area, layout }
    }

    fn at(&self, (x, y): (f64, f64)) -> (i32, i32) {
        let scaled = |px: f64| (px * self.layout.density + 0.5).floor() as i32;
        (scaled(x), scaled(y))
    }

    /// Text at a point, whose place in it `anchor` says.
    pub fn write(
        &self,
        text: &str,
        point: (f64, f64),
        size_px: f64,
        colour: RGBColor,
        (across, down): (HPos, VPos),
    ) -> Drawn<B> {
        let style = (
            "sans-serif",
            size_px * self.layout.density * self.layout.text_factor,
        )
            .into_font()
            .color(&colour)
            .pos(Pos::new(across, down));
        self.area
            .draw(&Text::new(text.to_owned(), self.at(point), style))
    }

    /// A filled rectangle.
    pub fn fill(&self, from: (f64, f64), to: (f64, f64), colour: RGBColor) -> Drawn<B> {
        let corners = [self.at(from), self.at(to)];
        self.area.draw(&Rectangle::new(corners, colour.filled()))
    }

    /// A straight line.
    pub fn line(
        &self,
        from: (f64, f64),
        to: (f64, f64),
        width_px: f64,
        colour: RGBColor,
    ) -> Drawn<B> {
        let width = (width_px * self.layout.density).max(1.0) as u32;
        let points = vec![self.at(from), self.at(to)];
        self.area
            .draw(&PathElement::new(points, colour.stroke_width(width)))
    }

    /// A straight line of dashes.
    pub fn dashes(&self, from: (f64, f64), to: (f64, f64), colour: RGBColor) -> Drawn<B> {
        let (across, down) = (to.0 - from.0, to.1 - from.1);
        let length = across.abs().max(down.abs());
        let mut at = 0.0;
        while at < length {
            let point = |at: f64| {
                let share = (at / length).min(1.0);
                (from.0 + across * share, from.1 + down * share)
            };
            self.line(point(at), point(at + 5.0), 1.5, colour)?;
            at += 9.0;
        }
        Ok(())
    }

    /// A figure's mark around a point.
    pub fn mark(&self, mark: Mark, (x, y): (f64, f64)) -> Drawn<B> {
        let radius = (5.5 * self.layout.density) as i32;
        let circle = |radius: i32, colour: RGBColor| {
            let circle = Circle::new(self.at((x, y)), radius, colour.filled());
            self.area.draw(&circle)
        };
        match mark {
            Mark::Full => circle(radius, ACTION),
            Mark::Ring => {
                circle(radius, ACTION)?;
                circle((3.2 * self.layout.density) as i32, WHITE)
            }
            Mark::Square => self.fill((x - 5.0, y - 5.0), (x + 5.0, y + 5.0), INK),
        }
    }
}

/// How many letters of this size fit a width.
pub fn letters(width_px: f64, size_px: f64) -> usize {
    (width_px / (size_px * 0.52)).max(0.0) as usize
}

/// As much of `text` as fits, with an ellipsis where cut.
pub fn fit(text: &str, width_px: f64, size_px: f64) -> String {
    let most = letters(width_px, size_px);
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(most.saturating_sub(1)).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}
