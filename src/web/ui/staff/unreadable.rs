//! Stored texts that cannot be read: they stay where they are, and can be saved for who helps.

use super::spoken;
use crate::platform::files;
use crate::text::results;
use leptos::prelude::*;

/// What to say of them and their download: `what` names them in the file's name and the button's mark; `texts` are keys and texts.
/// Nothing where there are none.
pub fn offer(
    what: &'static str,
    said: impl FnOnce(&str) -> String,
    save: &'static str,
    texts: &[(String, String)],
) -> Option<AnyView> {
    if texts.is_empty() {
        return None;
    }
    let whole: Vec<String> = texts
        .iter()
        .map(|(key, text)| [key, "\n", text].concat())
        .collect();
    let failed = RwSignal::new(false);
    let name = ["sipas_", what, "_unreadable.txt"].concat();
    let press = move |_| {
        let done = files::offer(&name, "text/plain", whole.join("\n\n").as_bytes());
        failed.set(done.is_err());
    };
    Some(
        view! {
            <div class="warning no-print">
                <p>{said(&texts.len().to_string())}</p>
                <button
                    type="button"
                    class="secondary"
                    data-export=[what, "-unreadable"].concat()
                    on:click=press
                >
                    {save}
                </button>
                {move || {
                    failed.get().then_some(results::sentences(spoken()).download_failed)
                }}
            </div>
        }
        .into_any(),
    )
}
