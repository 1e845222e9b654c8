//! The browser app: pages over state over the browser's facilities.
//!
//! `ui → state → platform`, never the other way: `ui` draws and calls intents, `state` holds
//! signals and talks to core and formats, `platform` alone touches the browser.

mod platform;
mod state;
mod text;
mod ui;

use leptos::prelude::*;
use state::app::App;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Entry point: runs when the module has been instantiated.
#[wasm_bindgen(start)]
pub fn main() {
    platform::panic::install();
    // The root owner lives as long as the page.
    let owner = Owner::new();
    owner.with(|| {
        state::later::set_door(ui::later_door::open);
        let app = App::start();
        provide_context(app);
        if let Some(place) = platform::page::element("app") {
            leptos::mount::mount_to(place, ui::root::view).forget();
        }
        if let Some(place) = platform::page::element("start-more") {
            leptos::mount::mount_to(place, ui::root::start_more).forget();
        }
        app.load();
        platform::update::register(move || app.change(|state| state.update_ready = true));
    });
    core::mem::forget(owner);
}
