//! Charts on canvas, sharp on dense screens, each to take away as a picture.

use crate::platform::{canvas, files};
use crate::text::results::sentences;
use crate::ui::staff::spoken;
use leptos::html::Canvas;
use leptos::prelude::*;
use sipas_core::chart::Chart;
use sipas_formats::chart::{self, Caption};

/// Width of charts that leave the page, in CSS pixels.
const SHEET_PX: u32 = 1000;

/// A chart with its title, and buttons that hand it out; `label` says what it shows to who cannot
/// see it, `name` is the file's without its ending.
pub fn figure(chart: Chart, caption: Caption, label: &'static str, name: String) -> AnyView {
    // Nothing may be drawn, and a line above says why.
    if matches!(&chart, Chart::Levels(bars) if bars.is_empty()) {
        return ().into_any();
    }
    let place: NodeRef<Canvas> = NodeRef::new();
    // Gone with the chart.
    let kept = StoredValue::new_local(None);
    let drawn = chart.clone();
    Effect::new(move |_| {
        let Some(element) = place.get() else {
            return;
        };
        let (chart, measured) = (drawn.clone(), drawn.clone());
        kept.set_value(Some(canvas::keep_drawn(
            &element,
            move |width_px| chart::height_px(&measured, width_px),
            move |area, layout| {
                chart::draw(area, &chart, layout).map_err(|error| error.to_string())
            },
        )));
    });
    let label = [&caption.title, ". ", label].concat();
    let failed = RwSignal::new(false);
    let sheet = StoredValue::new((chart, caption, name));
    let png = move |_| {
        sheet.with_value(|(chart, caption, name)| {
            let size = (SHEET_PX, chart::sheet_height_px(chart, caption, SHEET_PX));
            let done = canvas::offer_png(&[name, ".png"].concat(), size, |area, layout| {
                chart::draw_sheet(area, chart, caption, layout).map_err(|error| error.to_string())
            });
            failed.set(!done);
        });
    };
    let svg = move |_| {
        sheet.with_value(|(chart, caption, name)| {
            let done = chart::svg(chart, caption, SHEET_PX).and_then(|text| {
                files::offer(&[name, ".svg"].concat(), "image/svg+xml", text.as_bytes())
            });
            failed.set(done.is_err());
        });
    };
    let text = sentences(spoken());
    view! {
        <figure class="chart-figure">
            <canvas node_ref=place class="chart" role="img" aria-label=label></canvas>
            <div class="downloads">
                <button type="button" class="quiet" data-export="png" on:click=png>
                    {text.png}
                </button>
                <button type="button" class="quiet" data-export="svg" on:click=svg>
                    {text.svg}
                </button>
            </div>
            <p role="alert" class="problems">
                {move || failed.get().then_some(text.download_failed)}
            </p>
        </figure>
    }
    .into_any()
}
