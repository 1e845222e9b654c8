//! The service worker: registration, a new version waiting, the staff's parts for offline use.
//!
//! The messages are described at the top of public/sw.js.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// Registers the worker and calls `ready` whenever a complete new version is waiting.
pub fn register(ready: impl Fn() + Clone + 'static) {
    let Some(container) = container() else {
        return;
    };
    leptos::task::spawn_local(async move {
        // Keeping everything for offline use must not hold up the first question.
        super::page::quiet().await;
        // The worker's own file must come from the network, or an update is found days late.
        let options = web_sys::RegistrationOptions::new();
        options.set_update_via_cache(web_sys::ServiceWorkerUpdateViaCache::None);
        let registered = container.register_with_options("sw.js", &options);
        // Without a worker the app still works while the network is there.
        let Ok(found) = JsFuture::from(registered).await else {
            return;
        };
        let registration: ServiceWorkerRegistration = found.unchecked_into();
        announce(&registration, &ready);
        let seen = registration.clone();
        let on_found = Closure::<dyn FnMut()>::new(move || {
            let Some(worker) = seen.installing() else {
                return;
            };
            let (seen, ready) = (seen.clone(), ready.clone());
            let on_state = Closure::<dyn FnMut()>::new(move || announce(&seen, &ready));
            worker.set_onstatechange(Some(on_state.as_ref().unchecked_ref()));
            on_state.forget();
        });
        registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        on_found.forget();
    });
}

/// A waiting worker is an update only where another one is in charge already.
fn announce(registration: &ServiceWorkerRegistration, ready: &impl Fn()) {
    if registration.waiting().is_some() && registration.active().is_some() {
        ready();
    }
}

/// Lets the waiting version take over and reloads the page with it.
pub fn activate() {
    leptos::task::spawn_local(async move {
        let Some(waiting) = registration().await.and_then(|found| found.waiting()) else {
            super::page::reload();
            return;
        };
        if let Some(container) = container() {
            let reload = Closure::once_into_js(super::page::reload);
            container.set_oncontrollerchange(Some(reload.unchecked_ref()));
        }
        drop(ask(&waiting, "activate").await);
    });
}

/// How long the first visit's worker may take to be in charge, in milliseconds.
const WORKER_WAIT_MS: i32 = 30_000;

/// Has the staff's parts kept for use without a network.
///
/// # Errors
/// Why they could not be kept.
pub async fn keep_staff() -> Result<(), String> {
    let text = |error: JsValue| super::page::error_text(&error);
    let container = container().ok_or("no service worker")?;
    // On the first visit the worker is still coming; where it never comes, `ready` waits for ever.
    let ready: JsValue = container.ready().map_err(text)?.into();
    let late: JsValue = js_sys::Promise::new(&mut |resolve, _| {
        super::clock::after(WORKER_WAIT_MS, move || {
            drop(resolve.call0(&JsValue::NULL));
        });
    })
    .into();
    let either = js_sys::Array::of2(&ready, &late);
    let found = JsFuture::from(js_sys::Promise::race(&either)).await;
    let found: Option<ServiceWorkerRegistration> = found.map_err(text)?.dyn_into().ok();
    let worker = found.and_then(|found| found.active());
    let answer = ask(&worker.ok_or("no service worker")?, "precache-staff").await?;
    let get = |key: &str| js_sys::Reflect::get(&answer, &key.into()).unwrap_or(JsValue::NULL);
    if get("ok").is_truthy() {
        Ok(())
    } else {
        Err(get("detail").as_string().unwrap_or_default())
    }
}

/// Sends a message and waits for the answer on its own port.
async fn ask(worker: &ServiceWorker, kind: &str) -> Result<JsValue, String> {
    let text = |error: JsValue| super::page::error_text(&error);
    let channel = web_sys::MessageChannel::new().map_err(text)?;
    let message = js_sys::Object::new();
    js_sys::Reflect::set(&message, &"type".into(), &kind.into()).map_err(text)?;
    let ports = js_sys::Array::of1(&channel.port2());
    let port = channel.port1();
    let promise = js_sys::Promise::new(&mut |resolve, _| port.set_onmessage(Some(&resolve)));
    worker
        .post_message_with_transferable(&message, &ports)
        .map_err(text)?;
    let event = JsFuture::from(promise).await.map_err(text)?;
    Ok(event.unchecked_into::<web_sys::MessageEvent>().data())
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await.ok()?;
    found.dyn_into().ok()
}

/// The browser's service worker container; nothing where it has none (private windows of some
/// browsers, plain http).
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let has = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    has.then(|| navigator.service_worker())
}
