//! When the program itself fails: a page that says so and offers everything stored for download.
//!
//! The failed program cannot be trusted to draw anything, so public/boot.js shows the page.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Shows the failure page with a button that saves all stored data as a file.
    #[wasm_bindgen(js_namespace = sipas, js_name = crashed)]
    fn crashed(detail: &str);
}

/// Installs the hook.
pub fn install() {
    std::panic::set_hook(Box::new(|info| crashed(&info.to_string())));
}
