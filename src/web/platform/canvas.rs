//! A canvas as wide as its place and as sharp as the screen.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters_canvas::CanvasBackend;
use sipas_formats::chart::Layout;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlCanvasElement, ResizeObserver};

/// Widest part of the chart kept for names, in CSS pixels.
const NAMES_PX: i32 = 320;

/// Keeps a canvas drawn for as long as it lives: when its style sheet arrives, when the screen turns.
#[derive(Debug)]
pub struct KeptDrawn {
    observer: Option<ResizeObserver>,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for KeptDrawn {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Draws into a canvas `height_px` CSS pixels high, now and whenever its width changes.
pub fn keep_drawn(
    canvas: &HtmlCanvasElement,
    height_px: u32,
    drawing: impl Fn(&DrawingArea<CanvasBackend, Shift>, Layout) -> Result<(), String> + 'static,
) -> KeptDrawn {
    let drawing = Rc::new(drawing);
    let drawn_width = Rc::new(Cell::new(0));
    let target = canvas.clone();
    let callback = Closure::<dyn FnMut()>::new(move || {
        let (canvas, drawing, drawn) = (target.clone(), drawing.clone(), drawn_width.clone());
        // Sizes changed inside the observer's own call would be reported as an error of the page.
        super::page::next_frame(move || {
            let width_px = canvas.client_width();
            if drawn.replace(width_px) != width_px {
                draw(&canvas, height_px, drawing.as_ref());
            }
        });
    });
    let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok();
    if let Some(observer) = &observer {
        observer.observe(canvas);
    }
    KeptDrawn {
        observer,
        _callback: callback,
    }
}

/// Sizes the canvas to its place and `height_px` CSS pixels, and draws into it.
///
/// A drawing that fails leaves the canvas empty: the table beside it has the figures.
fn draw(
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
