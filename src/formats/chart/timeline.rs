//! Figures beside each other, one a period, joined by a line.

use super::ink::{ACTION, Drawn, GRID, INK, Pen, QUIET};
use super::ranges::ticks;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};
use sipas_core::chart::Ranges;

/// Height of the chart.
pub const HEIGHT_PX: u32 = 280;
const TOP_PX: f64 = 20.0;
const BOTTOM_PX: f64 = 34.0;
const LEFT_PX: f64 = 50.0;
/// Room a period's name takes.
const NAME_PX: f64 = 68.0;

pub fn draw<B: DrawingBackend>(pen: &Pen<'_, B>, ranges: &Ranges) -> Drawn<B> {
    let right = f64::from(pen.layout.width_px) - 12.0;
    let bottom = f64::from(HEIGHT_PX) - BOTTOM_PX;
    let (low, high) = ranges.scale();
    let y_of = |share: f64| bottom - (share - low) / (high - low) * (bottom - TOP_PX);
    for (share, label) in ticks(low, high) {
        let y = y_of(share);
        pen.line((LEFT_PX, y), (right, y), 1.0, GRID)?;
        let anchor = (HPos::Right, VPos::Center);
        pen.write(&label, (LEFT_PX - 6.0, y), 13.0, QUIET, anchor)?;
    }
    if let Some((target, name)) = &ranges.target {
        let y = y_of(*target);
        pen.dashes((LEFT_PX, y), (right, y), INK)?;
        pen.write(
            name,
            (right, y - 9.0),
            12.0,
            INK,
            (HPos::Right, VPos::Center),
        )?;
    }
    let count = ranges.rows.len();
    let wide = (right - LEFT_PX) / count.max(1) as f64;
    let x_of = |place: usize| LEFT_PX + wide * (place as f64 + 0.5);
    let mut last: Option<(f64, f64)> = None;
    for (place, range) in ranges.rows.iter().enumerate() {
        let here = range.value.map(|value| (x_of(place), y_of(value)));
        // The line breaks where a period has no figure.
        if let (Some(last), Some(here)) = (last, here) {
            pen.line(last, here, 1.5, QUIET)?;
        }
        last = here;
    }
    let every = (NAME_PX / wide).ceil().max(1.0) as usize;
    for (place, range) in ranges.rows.iter().enumerate() {
        let x = x_of(place);
        if let Some((from, to)) = range.limits {
            let (from, to) = (y_of(from), y_of(to));
            pen.line((x, from), (x, to), 2.0, ACTION)?;
            let half = (wide / 3.0).min(5.0);
            for end in [from, to] {
                pen.line((x - half, end), (x + half, end), 2.0, ACTION)?;
            }
        }
        if let Some(value) = range.value {
            pen.mark(range.mark, (x, y_of(value)))?;
        }
        // Counted from the last period, which is looked at first.
        if (count - 1 - place).is_multiple_of(every) {
            // The last names are kept within the chart.
            let (x, across) = if x + NAME_PX / 2.0 > right + 12.0 {
                (right + 10.0, HPos::Right)
            } else {
                (x, HPos::Center)
            };
            let anchor = (across, VPos::Center);
            pen.write(&range.name, (x, bottom + 18.0), 13.0, INK, anchor)?;
        }
    }
    Ok(())
}
