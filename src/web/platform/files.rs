//! The app's own files, and files handed to the person.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Text of one of this build's own files; those of the first visit are already on their way.
    #[wasm_bindgen(js_namespace = sipas, js_name = text)]
    fn text(path: &str) -> js_sys::Promise;
}

/// One of the app's own text files by its path relative to the build.
///
/// # Errors
/// What went wrong, in the browser's words or as the HTTP status.
pub async fn read_own(path: &str) -> Result<String, String> {
    let body = JsFuture::from(text(path)).await.map_err(text_of)?;
    body.as_string().ok_or_else(|| "not text".to_owned())
}

/// Offers `bytes` to the person as a file called `name`.
///
/// # Errors
/// What the browser said.
pub fn offer(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), String> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob =
        web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(text_of)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).map_err(text_of)?;
    offer_address(name, &url)?;
    // The browser reads the address when the download starts; a minute is plenty.
    super::clock::after(60_000, move || drop(web_sys::Url::revoke_object_url(&url)));
    Ok(())
}

/// Offers what stands at an address to the person as a file called `name`.
pub(super) fn offer_address(name: &str, url: &str) -> Result<(), String> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no document")?;
    let link: web_sys::HtmlAnchorElement = document
        .create_element("a")
        .map_err(text_of)?
        .unchecked_into();
    link.set_href(url);
    link.set_download(name);
    link.click();
    Ok(())
}

/// Gives the name and bytes of the file chosen in a file input, which can then be chosen again.
///
/// A file that cannot be read comes as no bytes.
pub fn chosen(event: &web_sys::Event, done: impl FnOnce(String, Vec<u8>) + 'static) {
    let input: Option<web_sys::HtmlInputElement> =
        event.target().and_then(|target| target.dyn_into().ok());
    let Some((input, file)) = input.and_then(|input| {
        let file = input.files()?.get(0)?;
        Some((input, file))
    }) else {
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        let bytes = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => js_sys::Uint8Array::new(&buffer).to_vec(),
            Err(_) => Vec::new(),
        };
        input.set_value("");
        done(file.name(), bytes);
    });
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "used as a function in map_err"
)]
fn text_of(error: JsValue) -> String {
    super::page::error_text(&error)
}
