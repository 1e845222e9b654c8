//! Charts on canvas, sharp on dense screens, each beside a table with the same figures.

use crate::platform::canvas;
use leptos::html::Canvas;
use leptos::prelude::*;
use sipas_core::chart::Bar;
use sipas_formats::chart::{self, ROW_HEIGHT_PX};

/// Stacked bars of level shares; `label` says what the chart shows to who cannot see it.
pub fn distribution(bars: Vec<Bar>, names: Vec<(String, String)>, label: &'static str) -> AnyView {
    let place: NodeRef<Canvas> = NodeRef::new();
    // Gone with the chart.
    let kept = StoredValue::new_local(None);
    let rows = u32::try_from(bars.len()).unwrap_or(0);
    Effect::new(move |_| {
        let Some(element) = place.get() else {
            return;
        };
        let (bars, names) = (bars.clone(), names.clone());
        let name_of = move |id: &str| {
            let found = names.iter().find(|(known, _)| known == id);
            found.map(|(_, name)| name.clone()).unwrap_or_default()
        };
        kept.set_value(Some(canvas::keep_drawn(
            &element,
            rows * ROW_HEIGHT_PX,
            move |area, layout| {
                chart::distribution(area, &bars, layout, &name_of)
                    .map_err(|error| error.to_string())
            },
        )));
    });
    view! { <canvas node_ref=place class="chart" role="img" aria-label=label></canvas> }.into_any()
}
