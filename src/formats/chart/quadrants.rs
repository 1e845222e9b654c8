//! Points on two scales, parted into four fields by two lines.

use super::ink::{ACTION, Drawn, GRID, INK, Pen, QUIET, fit};
use super::ranges::ticks;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};
use sipas_core::chart::Quadrants;

/// Height of the chart.
pub const HEIGHT_PX: u32 = 440;
const TOP_PX: f64 = 28.0;
const BOTTOM_PX: f64 = 58.0;
const LEFT_PX: f64 = 52.0;
/// Lines of the scale from bottom to top, at most.
const LINES: f64 = 6.0;

pub fn draw<B: DrawingBackend>(pen: &Pen<'_, B>, chart: &Quadrants) -> Drawn<B> {
    let right = f64::from(pen.layout.width_px) - 12.0;
    let bottom = f64::from(HEIGHT_PX) - BOTTOM_PX;
    let ((low, high), (floor, top)) = chart.scales();
    let x_of = |share: f64| LEFT_PX + (share - low) / (high - low) * (right - LEFT_PX);
    let y_of = |share: f64| bottom - (share - floor) / (top - floor) * (bottom - TOP_PX);
    let middle = VPos::Center;

    for (share, label) in ticks(low, high) {
        let x = x_of(share);
        pen.line((x, TOP_PX), (x, bottom), 1.0, GRID)?;
        pen.write(
            &label,
            (x, bottom + 14.0),
            13.0,
            QUIET,
            (HPos::Center, middle),
        )?;
    }
    let step = (top * 20.0 / LINES).ceil().max(1.0) / 20.0;
    let mut share = floor;
    while share < top + 1e-9 {
        let y = y_of(share);
        pen.line((LEFT_PX, y), (right, y), 1.0, GRID)?;
        let label = format!("{} %", (share * 100.0 + 0.5) as u32);
        pen.write(
            &label,
            (LEFT_PX - 6.0, y),
            13.0,
            QUIET,
            (HPos::Right, middle),
        )?;
        share += step;
    }

    let (x, name) = (x_of(chart.across.line.0), &chart.across.line.1);
    pen.dashes((x, TOP_PX), (x, bottom), INK)?;
    let (at, anchor) = if x < f64::midpoint(LEFT_PX, right) {
        (x + 4.0, HPos::Left)
    } else {
        (x - 4.0, HPos::Right)
    };
    pen.write(name, (at, TOP_PX + 30.0), 12.0, INK, (anchor, middle))?;
    let (y, name) = (y_of(chart.up.line.0), &chart.up.line.1);
    pen.dashes((LEFT_PX, y), (right, y), INK)?;
    pen.write(
        name,
        (right - 2.0, y - 9.0),
        12.0,
        INK,
        (HPos::Right, middle),
    )?;

    let half = (right - LEFT_PX) / 2.0 - 8.0;
    let [above_left, above_right, below_left, below_right] = &chart.corners;
    for (text, point, across) in [
        (above_left, (LEFT_PX + 6.0, TOP_PX + 11.0), HPos::Left),
        (above_right, (right - 4.0, TOP_PX + 11.0), HPos::Right),
        (below_left, (LEFT_PX + 6.0, bottom - 26.0), HPos::Left),
        (below_right, (right - 4.0, bottom - 26.0), HPos::Right),
    ] {
        pen.write(&fit(text, half, 13.0), point, 13.0, QUIET, (across, middle))?;
    }

    for point in &chart.points {
        let (x, y) = (x_of(point.across.0), y_of(point.up.0));
        if let Some((from, to)) = point.across.1 {
            pen.line((x_of(from), y), (x_of(to), y), 1.0, GRID)?;
        }
        if let Some((from, to)) = point.up.1 {
            pen.line((x, y_of(from)), (x, y_of(to)), 1.0, GRID)?;
        }
    }
    for point in &chart.points {
        let (x, y) = (x_of(point.across.0), y_of(point.up.0));
        pen.mark(point.mark, (x, y))?;
        let beside = (x + 8.0, y - 8.0);
        pen.write(&point.name, beside, 13.0, ACTION, (HPos::Left, middle))?;
    }

    let title = fit(&chart.up.title, right - LEFT_PX, 13.0);
    pen.write(&title, (2.0, 11.0), 13.0, INK, (HPos::Left, middle))?;
    let title = fit(&chart.across.title, right - LEFT_PX, 13.0);
    let below = (right, bottom + 38.0);
    pen.write(&title, below, 13.0, INK, (HPos::Right, middle))
}
