//! Figures below each other, each a mark on the line of its interval.

use super::Layout;
use super::ink::{ACTION, Drawn, GRID, INK, Pen, QUIET, fit};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};
use sipas_core::chart::Ranges;

const AXIS_PX: f64 = 40.0;
const ROW_PX: f64 = 30.0;
const NAME_PX: f64 = 20.0;
/// Room at the right for the figure as it is written.
const WRITTEN_PX: f64 = 72.0;

fn above_px(layout: Layout) -> f64 {
    if layout.names_px() == 0 { NAME_PX } else { 0.0 }
}

pub fn height_px(ranges: &Ranges, layout: Layout) -> u32 {
    (AXIS_PX + ranges.rows.len() as f64 * (ROW_PX + above_px(layout)) + 4.0) as u32
}

pub fn draw<B: DrawingBackend>(pen: &Pen<'_, B>, ranges: &Ranges) -> Drawn<B> {
    let above = above_px(pen.layout);
    let width = f64::from(pen.layout.width_px);
    let left = f64::from(pen.layout.names_px()) + 22.0;
    let right = width - WRITTEN_PX - 10.0;
    let (low, high) = ranges.scale();
    let x_of = |share: f64| left + (share - low) / (high - low) * (right - left);
    let bottom = f64::from(height_px(ranges, pen.layout));
    for (share, label) in ticks(low, high) {
        let x = x_of(share);
        pen.line((x, AXIS_PX - 6.0), (x, bottom), 1.0, GRID)?;
        pen.write(&label, (x, 9.0), 13.0, QUIET, (HPos::Center, VPos::Center))?;
    }
    if let Some((target, name)) = &ranges.target {
        let x = x_of(*target);
        pen.dashes((x, AXIS_PX - 20.0), (x, bottom), INK)?;
        let after = x < f64::midpoint(left, right);
        let (x, across) = if after {
            (x + 4.0, HPos::Left)
        } else {
            (x - 4.0, HPos::Right)
        };
        pen.write(name, (x, 26.0), 13.0, INK, (across, VPos::Center))?;
    }
    let names = if above > 0.0 { width } else { left - 32.0 };
    for (row, range) in ranges.rows.iter().enumerate() {
        let start = AXIS_PX + row as f64 * (ROW_PX + above);
        let y = start + above + ROW_PX / 2.0;
        let name_y = if above > 0.0 { start + 11.0 } else { y };
        let name = fit(&range.name, names, 14.0);
        let centre = VPos::Center;
        pen.write(&name, (0.0, name_y), 14.0, INK, (HPos::Left, centre))?;
        if let Some((from, to)) = range.limits {
            let (from, to) = (x_of(from), x_of(to));
            pen.line((from, y), (to, y), 2.0, ACTION)?;
            for end in [from, to] {
                pen.line((end, y - 5.0), (end, y + 5.0), 2.0, ACTION)?;
            }
        }
        if let Some(value) = range.value {
            pen.mark(range.mark, (x_of(value), y))?;
        }
        pen.write(
            &range.written,
            (width - 2.0, y),
            14.0,
            INK,
            (HPos::Right, centre),
        )?;
    }
    Ok(())
}

/// Places of the scale's lines as shares, with their names in whole per cent.
pub fn ticks(low: f64, high: f64) -> Vec<(f64, String)> {
    let tenths = ((high - low) * 10.0 + 0.5) as u32;
    let step = if tenths > 5 { 2 } else { 1 };
    let first = (low * 10.0 + 0.5) as u32;
    (0..=tenths)
        .filter(|tenth| tenth % step == 0)
        .map(|tenth| {
            let share = f64::from(first + tenth) / 10.0;
            (share, format!("{} %", (first + tenth) * 10))
        })
        .collect()
}
