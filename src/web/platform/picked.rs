//! Files the person has picked, read when they are needed.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// A file of the person's; nothing of it is read yet.
#[derive(Debug, Clone)]
pub struct Picked {
    file: web_sys::File,
}

impl Picked {
    /// Bytes as if they were a file of this name; nothing where the browser refused.
    #[must_use]
    pub fn of(name: &str, bytes: &[u8]) -> Option<Self> {
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
        let file = web_sys::File::new_with_u8_array_sequence(&parts, name).ok()?;
        Some(Self { file })
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.file.name()
    }

    /// The file as scripts have it.
    pub(super) fn handle(&self) -> wasm_bindgen::JsValue {
        self.file.clone().into()
    }

    /// Its size in bytes.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number of bytes"
    )]
    pub fn size(&self) -> u64 {
        self.file.size() as u64
    }

    /// Its bytes.
    ///
    /// # Errors
    /// What the browser said, for instance where the file was moved meanwhile.
    pub async fn bytes(&self) -> Result<Vec<u8>, String> {
        let buffer = JsFuture::from(self.file.array_buffer()).await;
        let buffer = buffer.map_err(|error| super::page::error_text(&error))?;
        Ok(js_sys::Uint8Array::new(&buffer).to_vec())
    }
}

/// All files picked in a file input, which can then be used again for the same ones.
#[must_use]
pub fn picked(event: &web_sys::Event) -> Vec<Picked> {
    let input: Option<web_sys::HtmlInputElement> =
        event.target().and_then(|target| target.dyn_into().ok());
    let Some(list) = input.as_ref().and_then(web_sys::HtmlInputElement::files) else {
        return Vec::new();
    };
    let files = (0..list.length()).filter_map(|at| list.get(at));
    let files = files.map(|file| Picked { file }).collect();
    if let Some(input) = input {
        input.set_value("");
    }
    files
}
