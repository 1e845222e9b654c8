//! The document: its language, text size, focus, and the start screen that stands before the app.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

/// The document; nothing outside a page.
fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

/// What an error thrown by the browser says of itself.
#[must_use]
pub fn error_text(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_else(|| "?".to_owned())
}

#[wasm_bindgen]
extern "C" {
    /// Applies and remembers a language: public/boot.js, which also does it before the app is here.
    #[wasm_bindgen(js_namespace = sipas, js_name = setLanguage)]
    pub fn set_language(code: &str);

    /// This build's folder relative to the page, with a slash at its end.
    #[wasm_bindgen(thread_local_v2, js_namespace = sipas, js_name = folder)]
    static FOLDER: String;

    /// Applies and remembers a text size in per cent.
    #[wasm_bindgen(js_namespace = sipas, js_name = setTextSize)]
    pub fn set_text_size(size: &str);

    /// Promise of a quiet moment: public/boot.js, because some browsers have no idle callbacks.
    #[wasm_bindgen(js_namespace = sipas, js_name = quiet)]
    fn quiet_moment() -> js_sys::Promise;
}

/// Waits until what changed has been drawn and nothing more urgent is left: for work nobody waits for.
pub async fn quiet() {
    ignore(JsFuture::from(quiet_moment()).await.map(|_| ()));
}

/// Loads one of this build's style sheets; the page is styled once it is here.
pub fn link_style(name: &str) {
    let Some(document) = document() else {
        return;
    };
    let (Some(head), Ok(link)) = (document.head(), document.create_element("link")) else {
        return;
    };
    let folder = FOLDER.with(Clone::clone);
    ignore(link.set_attribute("rel", "stylesheet"));
    ignore(link.set_attribute("href", &[folder.as_str(), name].concat()));
    ignore(head.append_child(&link).map(|_| ()));
}

/// Loads one of this build's own scripts.
///
/// # Errors
/// That it could not be loaded.
pub async fn load_script(name: &str) -> Result<(), String> {
    let nothing = || "no document".to_owned();
    let document = document().ok_or_else(nothing)?;
    let head = document.head().ok_or_else(nothing)?;
    let text = |error: JsValue| error_text(&error);
    let script = document.create_element("script").map_err(text)?;
    let folder = FOLDER.with(Clone::clone);
    let coming = js_sys::Promise::new(&mut |resolve, reject| {
        ignore(script.add_event_listener_with_callback("load", &resolve));
        ignore(script.add_event_listener_with_callback("error", &reject));
    });
    let address = [folder.as_str(), name].concat();
    script.set_attribute("src", &address).map_err(text)?;
    head.append_child(&script).map_err(text)?;
    let loaded = JsFuture::from(coming).await;
    loaded.map(drop).map_err(|_| address)
}

/// Adds an empty element with this id to the end of the page, where there is none.
#[must_use]
pub fn add_element(id: &str) -> Option<HtmlElement> {
    if let Some(found) = element(id) {
        return Some(found);
    }
    let document = document()?;
    let place = document.create_element("div").ok()?;
    ignore(place.set_attribute("id", id));
    let body = document.query_selector("body").ok().flatten()?;
    ignore(body.append_child(&place).map(|_| ()));
    element(id)
}

/// Sets a word on the root element for style sheets, or takes it away where it is empty.
pub fn mark_root(name: &str, word: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        ignore(root.set_attribute(name, word));
    }
}

/// The document's language.
#[must_use]
pub fn language() -> String {
    root_attribute("lang")
}

/// The document's text size in per cent.
#[must_use]
pub fn text_size() -> String {
    root_attribute("data-text-size")
}

fn root_attribute(name: &str) -> String {
    document()
        .and_then(|document| document.document_element())
        .and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}

/// Which part of the page is shown: `start`, `shown` (a screen) or `staff`.
///
/// The style sheet reads `data-app` of the root element.
pub fn show_app(part: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        ignore(root.set_attribute("data-app", part));
    }
}

/// The action named by the button an event happened on or in.
#[must_use]
pub fn action_of(event: &web_sys::MouseEvent) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target
        .closest("[data-action]")
        .ok()??
        .get_attribute("data-action")
}

/// Opens or closes what the button an event happened on discloses: the element its `aria-controls`
/// names, by `data-open`. Before it opens for the first time, `words` of that id become the text of the element
/// called `text-` and the id.
pub fn disclose(event: &web_sys::MouseEvent, words: impl FnOnce(&str) -> Option<String>) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let button = target.and_then(|target| target.closest("[aria-controls]").ok().flatten());
    let Some(button) = button else {
        return;
    };
    let id = button.get_attribute("aria-controls").unwrap_or_default();
    if let Some(part) = element(&id) {
        let is_open = button.get_attribute("aria-expanded").as_deref() == Some("true");
        let said = if is_open { "false" } else { "true" };
        if !is_open && part.get_attribute("data-open").is_none() {
            set_text(&["text-", &id].concat(), &words(&id).unwrap_or_default());
        }
        ignore(part.set_attribute("data-open", said));
        ignore(button.set_attribute("aria-expanded", said));
    }
}

/// What an input holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Its `name`.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Whether a box or radio button is on.
    pub checked: bool,
}

/// The input, select or text area an event happened on.
#[must_use]
pub fn input_of(event: &web_sys::Event) -> Option<Input> {
    // The three kinds have these properties in common.
    let target: HtmlInputElement = event.target()?.unchecked_into();
    Some(Input {
        name: target.name(),
        value: target.value(),
        checked: target.checked(),
    })
}

/// True where an event happened on a radio button or tick box.
#[must_use]
pub fn is_choice(event: &web_sys::Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        matches!(
            target.get_attribute("type").as_deref(),
            Some("radio" | "checkbox")
        )
    })
}

/// Puts `text` into the element with this id, where it is there.
pub fn set_text(id: &str, text: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        element.set_text_content(Some(text));
    }
}

/// The element with this id.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The markup of the element with this id; empty where there is none.
#[must_use]
pub fn markup(id: &str) -> String {
    element(id).map_or_else(String::new, |element| element.outer_html())
}

/// Moves the focus to the first element that matches, once the page has been redrawn; a new screen
/// is shown from its top.
pub fn focus_after_paint(selector: &'static str, to_top: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let action = wasm_bindgen::closure::Closure::once_into_js(move || {
        if let Some(window) = web_sys::window().filter(|_| to_top) {
            window.scroll_to_with_x_and_y(0.0, 0.0);
        }
        let target =
            document().and_then(|document| document.query_selector(selector).ok().flatten());
        if let Some(element) = target.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            ignore(element.focus_with_options(&options));
        }
    });
    ignore(
        window
            .request_animation_frame(action.unchecked_ref())
            .map(|_| ()),
    );
}

/// Moves the focus to the first element that matches, at once.
pub fn focus_now(selector: &str) {
    let target = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = target.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        ignore(element.focus());
    }
}

/// A key as it reached the page: its name, and the part of the page that is to take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The key's name, such as `5`, `Enter`, `Backspace`.
    pub key: String,
    /// `data-keys` of the part it was pressed in; empty where nothing has the focus.
    pub part: String,
}

/// The key of an event; nothing where it is part of a shortcut or of a letter being put together, or
/// belongs to a control outside any part with `data-keys`.
#[must_use]
pub fn pressed(event: &web_sys::KeyboardEvent) -> Option<Pressed> {
    let shortcut = event.ctrl_key() || event.alt_key() || event.meta_key();
    if event.is_composing() || event.default_prevented() || shortcut {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let part = match target.closest("[data-keys]").ok()? {
        Some(part) => part.get_attribute("data-keys")?,
        None if target.local_name() == "body" => String::new(),
        None => return None,
    };
    Some(Pressed {
        key: event.key(),
        part,
    })
}

/// Calls `action` before the next frame is painted.
pub fn next_frame(action: impl FnOnce() + 'static) {
    let action = wasm_bindgen::closure::Closure::once_into_js(action);
    if let Some(window) = web_sys::window() {
        ignore(
            window
                .request_animation_frame(action.unchecked_ref())
                .map(|_| ()),
        );
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        ignore(window.print());
    }
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        ignore(window.location().reload());
    }
}

/// A browser call whose failure changes nothing for the person: attributes, focus, scrolling.
fn ignore(result: Result<(), JsValue>) {
    drop(result);
}
