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

/// Narrowest chart, in CSS pixels.
const LEAST_PX: u32 = 240;

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

/// Draws into a canvas as high as `height_px` says for its width (both in CSS pixels), now and whenever that
/// width changes.
pub fn keep_drawn(
    canvas: &HtmlCanvasElement,
    height_px: impl Fn(u32) -> u32 + 'static,
    drawing: impl Fn(&DrawingArea<CanvasBackend, Shift>, Layout) -> Result<(), String> + 'static,
) -> KeptDrawn {
    let drawing = Rc::new(drawing);
    let height_px = Rc::new(height_px);
    let drawn_width = Rc::new(Cell::new(0));
    let target = canvas.clone();
    let callback = Closure::<dyn FnMut()>::new(move || {
        let (canvas, drawing, drawn) = (target.clone(), drawing.clone(), drawn_width.clone());
        let height_px = height_px.clone();
        // Sizes changed inside the observer's own call would be reported as an error of the page.
        super::page::next_frame(move || {
            let width_px = canvas.client_width();
            if drawn.replace(width_px) != width_px {
                let width_px = u32::try_from(width_px).unwrap_or(0).max(LEAST_PX);
                let density = web_sys::window()
                    .map_or(1.0, |window| window.device_pixel_ratio())
                    .max(1.0);
                let layout = Layout {
                    density,
                    width_px,
                    text_factor: 1.0,
                };
                draw(&canvas, height_px(width_px), layout, drawing.as_ref());
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

/// Draws a picture of its own and offers it as a PNG file called `name`; false where the browser cannot.
pub fn offer_png(
    name: &str,
    (width_px, height_px): (u32, u32),
    drawing: impl FnOnce(&DrawingArea<CanvasBackend, Shift>, Layout) -> Result<(), String>,
) -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let canvas = document.and_then(|document| document.create_element("canvas").ok());
    let Some(canvas) = canvas.and_then(|canvas| canvas.dyn_into::<HtmlCanvasElement>().ok()) else {
        return false;
    };
    // Dense enough for print, within the largest canvas browsers allow.
    let density = (16_000.0 / f64::from(height_px.max(1))).clamp(0.5, 2.0);
    let layout = Layout {
        density,
        width_px,
        text_factor: 1.0,
    };
    draw(&canvas, height_px, layout, drawing);
    canvas
        .to_data_url()
        .is_ok_and(|url| super::files::offer_address(name, &url).is_ok())
}

/// Sizes the canvas and draws into it.
///
/// A drawing that fails leaves the canvas empty: the table beside it has the figures.
fn draw(
    canvas: &HtmlCanvasElement,
    height_px: u32,
    layout: Layout,
    drawing: impl FnOnce(&DrawingArea<CanvasBackend, Shift>, Layout) -> Result<(), String>,
) {
    canvas.set_width((f64::from(layout.width_px) * layout.density) as u32);
    canvas.set_height((f64::from(height_px) * layout.density) as u32);
    if let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        let area = backend.into_drawing_area();
        if drawing(&area, layout).is_err() {
            canvas.set_width(0);
        }
    }
}
