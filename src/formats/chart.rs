//! Charts drawn with plotters on any of its backends: the browser's canvas, or SVG.
//!
//! Lengths are CSS pixels times the layout's density. A wide chart has names at the left of its rows, a
//! narrow one above them.

mod ink;
mod labels;
mod levels;
mod quadrants;
mod ranges;
mod timeline;

use ink::{INK, Pen, QUIET, fit};
use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, VPos};
use sipas_core::chart::Chart;

/// Charts narrower than this have their names above the rows.
const NARROW_PX: u32 = 560;
/// Width of names at the left, at most.
const NAMES_PX: u32 = 340;

/// How a chart is laid out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    /// Device pixels per CSS pixel.
    pub density: f64,
    /// Width of the chart in CSS pixels.
    pub width_px: u32,
    /// What the backend makes of a text size, to be made up for: 1 unless it changes it.
    pub text_factor: f64,
}

impl Layout {
    /// Width of the names at the left; 0 where they stand above.
    fn names_px(self) -> u32 {
        if self.width_px < NARROW_PX {
            0
        } else {
            (self.width_px * 2 / 5).min(NAMES_PX)
        }
    }
}

/// What stands around a chart that leaves the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// What the chart shows, in one line.
    pub title: String,
    /// Lines below it: which ballots, how computed, what is hidden.
    pub notes: Vec<String>,
}

/// Height a chart takes at this width, in CSS pixels.
#[must_use]
pub fn height_px(chart: &Chart, width_px: u32) -> u32 {
    let layout = Layout {
        density: 1.0,
        width_px,
        text_factor: 1.0,
    };
    match chart {
        Chart::Levels(bars) => levels::height_px(bars, layout),
        Chart::Ranges(ranges) => ranges::height_px(ranges, layout),
        Chart::Timeline(_) => timeline::HEIGHT_PX,
        Chart::Quadrants(_) => quadrants::HEIGHT_PX,
    }
}

/// Draws a chart over the whole area.
///
/// # Errors
/// What the backend could not do.
pub fn draw<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    chart: &Chart,
    layout: Layout,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    area.fill(&WHITE)?;
    put(area, chart, layout)?;
    area.present()
}

/// Draws without presenting: some backends end their document then.
fn put<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    chart: &Chart,
    layout: Layout,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    let pen = Pen::new(area, layout);
    match chart {
        Chart::Levels(bars) => levels::draw(&pen, bars),
        Chart::Ranges(ranges) => ranges::draw(&pen, ranges),
        Chart::Timeline(ranges) => timeline::draw(&pen, ranges),
        Chart::Quadrants(chart) => quadrants::draw(&pen, chart),
    }
}

const MARGIN_PX: u32 = 24;
const TITLE_PX: u32 = 36;
const NOTE_PX: u32 = 22;

/// Height of a chart with its caption, in CSS pixels.
#[must_use]
pub fn sheet_height_px(chart: &Chart, caption: &Caption, width_px: u32) -> u32 {
    let lines = u32::try_from(wrapped(caption, width_px).len()).unwrap_or(0);
    let inner = width_px.saturating_sub(2 * MARGIN_PX);
    2 * MARGIN_PX + TITLE_PX + height_px(chart, inner) + 12 + NOTE_PX * lines
}

/// Draws a chart between its title and its notes.
///
/// # Errors
/// What the backend could not do.
pub fn draw_sheet<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    chart: &Chart,
    caption: &Caption,
    layout: Layout,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    area.fill(&WHITE)?;
    let pen = Pen::new(area, layout);
    let margin = f64::from(MARGIN_PX);
    let inner = layout.width_px.saturating_sub(2 * MARGIN_PX);
    let height = height_px(chart, inner);
    let title = fit(&caption.title, f64::from(inner), 18.0);
    let middle = (HPos::Left, VPos::Center);
    pen.write(&title, (margin, margin + 12.0), 18.0, INK, middle)?;
    let top = MARGIN_PX + TITLE_PX;
    let scaled = |px: u32| (f64::from(px) * layout.density) as i32;
    let within = area.clone().shrink(
        (scaled(MARGIN_PX), scaled(top)),
        (scaled(inner), scaled(height)),
    );
    let smaller = Layout {
        width_px: inner,
        ..layout
    };
    put(&within, chart, smaller)?;
    let mut y = f64::from(top + height + 12) + 10.0;
    for line in wrapped(caption, layout.width_px) {
        pen.write(&line, (margin, y), 13.0, QUIET, middle)?;
        y += f64::from(NOTE_PX);
    }
    area.present()
}

/// A chart with its caption as an SVG document.
///
/// # Errors
/// What could not be drawn.
pub fn svg(chart: &Chart, caption: &Caption, width_px: u32) -> Result<String, String> {
    let mut text = String::new();
    let size = (width_px, sheet_height_px(chart, caption, width_px));
    {
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        let layout = Layout {
            density: 1.0,
            width_px,
            // plotters-svg writes sizes divided by this.
            text_factor: 1.24,
        };
        draw_sheet(&area, chart, caption, layout).map_err(|error| error.to_string())?;
    }
    Ok(text)
}

/// The notes broken into lines that fit.
fn wrapped(caption: &Caption, width_px: u32) -> Vec<String> {
    let letters = ink::letters(f64::from(width_px.saturating_sub(2 * MARGIN_PX)), 13.0);
    let mut lines = Vec::new();
    for note in &caption.notes {
        let mut line = String::new();
        for word in note.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > letters {
                lines.push(core::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests;
