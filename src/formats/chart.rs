//! Charts drawn with plotters on any of its backends: the browser's canvas, or SVG natively.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use sipas_core::chart::Bar;

/// Colours of the five tones from worst to best, with the text colour on each (docs: look).
const TONES: [(RGBColor, RGBColor); 5] = [
    (RGBColor(0x7A, 0x2B, 0x05), WHITE),
    (RGBColor(0xE0, 0x8A, 0x3C), INK),
    (RGBColor(0xB9, 0xC0, 0xCA), INK),
    (RGBColor(0x7F, 0xB2, 0xDB), INK),
    (RGBColor(0x08, 0x51, 0x9C), WHITE),
];
const INK: RGBColor = RGBColor(0x10, 0x24, 0x3E);

/// Height of one bar with the space below it, in CSS pixels.
pub const ROW_HEIGHT_PX: u32 = 34;

/// How a chart is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    /// Device pixels per CSS pixel.
    pub density: f64,
    /// Space for the bars' names on the left, in CSS pixels.
    pub names_px: u32,
}

/// Draws stacked bars, each with its name at the left and percentages inside.
///
/// `name_of` gives the text before the bar with this id; it is cut to the space there is.
///
/// # Errors
/// What the backend could not do.
pub fn distribution<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    bars: &[Bar],
    layout: Layout,
    name_of: impl Fn(&str) -> String,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    area.fill(&WHITE)?;
    let scale = |px: f64| (px * layout.density) as i32;
    let (width, _) = area.dim_in_pixel();
    let left = scale(f64::from(layout.names_px));
    let span = f64::from(i32::try_from(width).unwrap_or(i32::MAX) - left - scale(4.0));
    let name_font = 14.0 * layout.density;
    let middle = Pos::new(HPos::Left, VPos::Center);
    for (row, bar) in bars.iter().enumerate() {
        let top = scale(row as f64 * f64::from(ROW_HEIGHT_PX)) + scale(3.0);
        let bottom = top + scale(f64::from(ROW_HEIGHT_PX) - 6.0);
        let centre = i32::midpoint(top, bottom);
        let name = name_of(&bar.id);
        if layout.names_px > 0 {
            let fitting = fit(&name, left - scale(10.0), name_font);
            let style = ("sans-serif", name_font)
                .into_font()
                .color(&INK)
                .pos(middle);
            area.draw(&Text::new(fitting, (0, centre), style))?;
        }
        for part in &bar.parts {
            let (fill, text) = tone(part.tone);
            let from = left + (part.from * span) as i32;
            let to = left + (part.to * span) as i32;
            area.draw(&Rectangle::new([(from, top), (to, bottom)], fill.filled()))?;
            area.draw(&Rectangle::new(
                [(from, top), (to, bottom)],
                WHITE.stroke_width(1),
            ))?;
            let percent = percent_of(part.count, bar.counted);
            let font = 13.0 * layout.density;
            // A number that does not fit is in the table below the chart.
            if f64::from(to - from) > font * 0.62 * (percent.len() as f64 + 1.0) {
                let style = ("sans-serif", font)
                    .into_font()
                    .color(&text)
                    .pos(Pos::new(HPos::Center, VPos::Center));
                area.draw(&Text::new(
                    percent,
                    (i32::midpoint(from, to), centre),
                    style,
                ))?;
            }
        }
    }
    area.present()
}

/// Whole per cent, half up.
fn percent_of(count: u64, counted: u64) -> String {
    ((200 * count + counted) / (2 * counted.max(1))).to_string()
}

fn tone(tone: u8) -> (RGBColor, RGBColor) {
    let place = usize::from(tone.clamp(1, 5)) - 1;
    TONES.get(place).copied().unwrap_or((INK, WHITE))
}

/// As much of `text` as fits `width` device pixels at this font size, with an ellipsis where cut.
fn fit(text: &str, width: i32, font_px: f64) -> String {
    let letters = (f64::from(width) / (font_px * 0.52)) as usize;
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(letters.saturating_sub(1)).collect();
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    cut
}
