//! The browser app (a stub that proves the build pipeline).

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

mod staff;

/// Entry point: runs when the module has been instantiated.
#[wasm_bindgen(start)]
pub fn main() {
    leptos::mount::mount_to_body(app);
}

fn app() -> impl IntoView {
    let (text, set_text) = signal(String::new());
    view! {
        <button data-action="stub" on:click=move |_| {
            leptos::task::spawn_local(async move {
                let _view = staff::staff_view().await;
                match staff::report(7).await {
                    Ok(report) => set_text.set(report),
                    Err(_) => set_text.set("chunk failed".to_owned()),
                }
            });
        }>"Load staff"</button>
        <p id="stub-out">{text}</p>
    }
}
