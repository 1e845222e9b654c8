//! The way to the staff's pages and to the kiosk: loads their part of the program when it is first asked for.

use crate::state::app::{App, StaffPart};
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the part and opens the staff's pages or the kiosk in it, each once; they draw themselves from then on.
pub fn open(app: App, kiosk: bool) {
    if !app.peek(|state| matches!(state.part(kiosk), StaffPart::Away)) {
        return;
    }
    app.change(|state| *state.part_mut(kiosk) = StaffPart::Called);
    leptos::task::spawn_local(async move {
        if let Err(error) = staff_pages(app, kiosk).await {
            app.change(|state| *state.part_mut(kiosk) = StaffPart::Failed(error.to_string()));
        }
    });
}

/// The staff's part of the program: this function and all that only it calls is a file of its own.
#[wasm_split(staff, wasm_split_path = leptos::wasm_split, fallible)]
fn staff_pages(app: App, kiosk: bool) -> Result<(), SplitLoaderError> {
    if kiosk {
        crate::ui::kiosk::show(app);
    } else {
        crate::ui::staff::show(app);
    }
    Ok(())
}
