//! Points on two scales, parted into four fields by two lines.

use super::ink::{ACTION, Drawn, GRID, INK, Pen, QUIET, fit};
use super::labels;
use super::ranges::ticks;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};
use sipas_core::chart::{Point, Quadrants};

/// Height of the chart.
pub const HEIGHT_PX: u32 = 440;
const TOP_PX: f64 = 28.0;
const BOTTOM_PX: f64 = 58.0;
const LEFT_PX: f64 = 52.0;
/// Size of a point's name.
const NAME_PX: f64 = 13.0;
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
    // On the side where fewer points lie.
    let middle_x = f64::midpoint(LEFT_PX, right);
    let on_right = chart
        .points
        .iter()
        .filter(|point| x_of(point.across.0) > middle_x);
    let (at, anchor) = if on_right.count() * 2 > chart.points.len() {
        (LEFT_PX + 6.0, HPos::Left)
    } else {
        (right - 2.0, HPos::Right)
    };
    pen.write(name, (at, y - 9.0), 12.0, INK, (anchor, middle))?;

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
    let at: Vec<(f64, f64)> = chart
        .points
        .iter()
        .map(|point| (x_of(point.across.0), y_of(point.up.0)))
        .collect();
    let factor = pen.layout.text_factor;
    let size = |point: &Point| {
        let letters = point.name.chars().count() as f64;
        (letters * NAME_PX * 0.6 * factor + 5.0, NAME_PX * factor)
    };
    let sizes: Vec<(f64, f64)> = chart.points.iter().map(size).collect();
    let field = (LEFT_PX, TOP_PX, right + 10.0, bottom);
    let names = labels::places(&at, &sizes, field);
    for (from, to) in at.iter().zip(&names) {
        let away = (to.0 - from.0).abs().max((to.1 - from.1).abs());
        if away > labels::LED_PX {
            pen.line(*from, *to, 1.0, QUIET)?;
        }
    }
    for (point, at) in chart.points.iter().zip(&at) {
        pen.mark(point.mark, *at)?;
    }
    for (point, (middle_of, (width, height))) in chart.points.iter().zip(names.iter().zip(&sizes)) {
        let (x, y) = *middle_of;
        // What lies below a name, a line that leads elsewhere included, ends at its edge.
        let (half, tall) = (width / 2.0 - 2.0, height / 2.0 - 2.0);
        pen.fill((x - half, y - tall), (x + half, y + tall), WHITE)?;
        pen.write(&point.name, (x, y), NAME_PX, ACTION, (HPos::Center, middle))?;
    }

    let title = fit(&chart.up.title, right - LEFT_PX, 13.0);
    pen.write(&title, (2.0, 11.0), 13.0, INK, (HPos::Left, middle))?;
    let title = fit(&chart.across.title, right - LEFT_PX, 13.0);
    let below = (right, bottom + 38.0);
    pen.write(&title, below, 13.0, INK, (HPos::Right, middle))
}
