//! The way to the staff's pages and the kiosk: loads their part of the program when it is first asked for.

use crate::state::app::{App, StaffPart};
use leptos::wasm_split::{SplitLoaderError, wasm_split};

/// Loads the staff's part, once; it draws itself from then on.
pub fn open(app: App) {
    if app.peek(|state| state.staff != StaffPart::Away) {
        return;
    }
    app.change(|state| state.staff = StaffPart::Called);
    leptos::task::spawn_local(async move {
        if let Err(error) = staff_pages(app).await {
            app.change(|state| state.staff = StaffPart::Failed(error.to_string()));
        }
    });
}

/// The staff's part of the program: this function and all that only it calls is a file of its own.
#[wasm_split(staff, wasm_split_path = leptos::wasm_split, fallible)]
fn staff_pages(app: App) -> Result<(), SplitLoaderError> {
    crate::ui::staff::show(app);
    Ok(())
}
