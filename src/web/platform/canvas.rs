//! A canvas as wide as its place and as sharp as the screen.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use sipas_formats::chart::Layout;
use web_sys::HtmlCanvasElement;

/// Widest part of the chart kept for names, in CSS pixels.
const NAMES_PX: i32 = 320;

/// Sizes the canvas to its place and `height_px` CSS pixels, and draws into it.
///
/// A drawing that fails leaves the canvas empty: the table beside it has the figures.
pub fn draw(
    canvas: &HtmlCanvasElement,
    height_px: u32,
    drawing: impl FnOnce(&DrawingArea<CanvasBackend, Shift>, Layout) -> Result<(), String>,
) {
    let density = web_sys::window()
        .map_or(1.0, |window| window.device_pixel_ratio())
        .max(1.0);
    let width_px = canvas.client_width().max(240);
    canvas.set_width((f64::from(width_px) * density) as u32);
    canvas.set_height((f64::from(height_px) * density) as u32);
    let names = (width_px * 2 / 5).min(NAMES_PX);
    let layout = Layout {
        density,
        names_px: u32::try_from(names).unwrap_or(0),
    };
    if let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        let area = backend.into_drawing_area();
        if drawing(&area, layout).is_err() {
            canvas.set_width(0);
        }
    }
}
