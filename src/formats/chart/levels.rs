//! Bars of levels on both sides of one line: satisfied answers to its right.

use super::Layout;
use super::ink::{Drawn, INK, Pen, fit, tone};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};
use sipas_core::chart::{Bar, Part};

/// Height of a bar with the space around it.
const ROW_PX: f64 = 34.0;
/// Height of a name above its bar.
const NAME_PX: f64 = 24.0;

fn named_px(bars: &[(String, Bar)], layout: Layout) -> (f64, f64) {
    let named = bars.iter().any(|(name, _)| !name.is_empty());
    let left = f64::from(if named { layout.names_px() } else { 0 });
    let above = if named && left == 0.0 { NAME_PX } else { 0.0 };
    (left, above)
}

pub fn height_px(bars: &[(String, Bar)], layout: Layout) -> u32 {
    let (_, above) = named_px(bars, layout);
    (bars.len() as f64 * (ROW_PX + above)) as u32
}

pub fn draw<B: DrawingBackend>(pen: &Pen<'_, B>, bars: &[(String, Bar)]) -> Drawn<B> {
    let (left, above) = named_px(bars, pen.layout);
    let (most_left, most_right) = bars.iter().fold((0.0_f64, 0.0_f64), |most, (_, bar)| {
        let satisfied = bar.satisfied();
        (most.0.max(1.0 - satisfied), most.1.max(satisfied))
    });
    let span = f64::from(pen.layout.width_px) - left - 2.0;
    let scale = span / (most_left + most_right).max(f64::MIN_POSITIVE);
    let centre = left + most_left * scale;
    for (row, (name, bar)) in bars.iter().enumerate() {
        let start = row as f64 * (ROW_PX + above);
        let (top, bottom) = (start + above + 3.0, start + above + ROW_PX - 3.0);
        let middle = f64::midpoint(top, bottom);
        let (point, width) = if above > 0.0 {
            ((0.0, start + above / 2.0 + 2.0), span)
        } else {
            ((0.0, middle), left - 10.0)
        };
        if !name.is_empty() {
            let fitting = fit(name, width, 14.0);
            pen.write(&fitting, point, 14.0, INK, (HPos::Left, VPos::Center))?;
        }
        let (to_left, to_right) = bar.sides();
        for (side, direction) in [(to_left, -1.0), (to_right, 1.0)] {
            let mut x = centre;
            for part in side {
                let width = (part.to - part.from) * scale * direction;
                draw_part(
                    pen,
                    part,
                    bar.counted,
                    (x.min(x + width), top),
                    (x.max(x + width), bottom),
                )?;
                x += width;
            }
        }
        if most_left > 0.0 && most_right > 0.0 {
            let from = (centre, top - 3.0);
            pen.line(from, (centre, bottom + 3.0), 2.0, INK)?;
        }
    }
    Ok(())
}

fn draw_part<B: DrawingBackend>(
    pen: &Pen<'_, B>,
    part: Part,
    counted: u64,
    from: (f64, f64),
    to: (f64, f64),
) -> Drawn<B> {
    let (colour, text) = tone(part.tone);
    pen.fill(from, to, colour)?;
    // A hair between parts, so that they are told apart in grey.
    pen.line((to.0, from.1), to, 1.0, WHITE)?;
    let percent = percent_of(part.count, counted);
    // A number that does not fit is in the table below the chart.
    if to.0 - from.0 > 13.0 * 0.62 * (percent.len() as f64 + 1.0) {
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        pen.write(&percent, middle, 13.0, text, (HPos::Center, VPos::Center))?;
    }
    Ok(())
}

/// Whole per cent, half up.
fn percent_of(count: u64, counted: u64) -> String {
    ((200 * count + counted) / (2 * counted.max(1))).to_string()
}
