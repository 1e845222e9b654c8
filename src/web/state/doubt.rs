//! Checking a file that carries no stamp, as one changed by hand: a part of the program of its own,
//! which a citizen needs only then.

use crate::state::setup::SetupError;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use sipas_core::campaign::Campaign;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::json::Json;

/// Checks a questionnaire's tree.
///
/// # Errors
/// All its problems; or why the checking part could not be loaded.
pub async fn questionnaire(path: String, tree: Json) -> Result<Questionnaire, SetupError> {
    let away = path.clone();
    check_questionnaire(path, tree)
        .await
        .unwrap_or_else(|error| Err(SetupError::Load(away, error.to_string())))
}

/// Checks a campaign's tree.
///
/// # Errors
/// As [`questionnaire`].
pub async fn campaign(path: String, tree: Json) -> Result<Campaign, SetupError> {
    let away = path.clone();
    check_campaign(path, tree)
        .await
        .unwrap_or_else(|error| Err(SetupError::Load(away, error.to_string())))
}

#[wasm_split(check, wasm_split_path = leptos::wasm_split, fallible)]
fn check_questionnaire(
    path: String,
    tree: Json,
) -> Result<Result<Questionnaire, SetupError>, SplitLoaderError> {
    let checked = sipas_formats::questionnaire::read_tree(&tree);
    Ok(checked.map_err(|problems| SetupError::Faulty(path, problems)))
}

#[wasm_split(check, wasm_split_path = leptos::wasm_split, fallible)]
fn check_campaign(
    path: String,
    tree: Json,
) -> Result<Result<Campaign, SetupError>, SplitLoaderError> {
    let checked = sipas_formats::campaign::read_tree(&tree);
    Ok(checked.map_err(|problems| SetupError::Faulty(path, problems)))
}
