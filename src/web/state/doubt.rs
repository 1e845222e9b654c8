//! Checking a file that carries no stamp, as one changed by hand: a part of the program of its own,
//! which a citizen needs only then.

use crate::state::setup::SetupError;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use sipas_core::campaign::Campaign;
use sipas_core::problem::Problem;
use sipas_core::questionnaire::Questionnaire;
use sipas_formats::json::Json;

/// Reads a file's tree, or tells all its problems.
type Check<T> = fn(&Json) -> Result<T, Vec<Problem>>;

/// Checks a questionnaire's tree.
///
/// # Errors
/// All its problems; or why the checking part could not be loaded.
pub async fn questionnaire(path: String, tree: Json) -> Result<Questionnaire, SetupError> {
    match checks().await {
        Ok(checks) => checks.0(&tree).map_err(|problems| SetupError::Faulty(path, problems)),
        Err(error) => Err(SetupError::Load(path, error.to_string())),
    }
}

/// Checks a campaign's tree.
///
/// # Errors
/// As [`questionnaire`].
pub async fn campaign(path: String, tree: Json) -> Result<Campaign, SetupError> {
    match checks().await {
        Ok(checks) => checks.1(&tree).map_err(|problems| SetupError::Faulty(path, problems)),
        Err(error) => Err(SetupError::Load(path, error.to_string())),
    }
}

#[wasm_split(check, wasm_split_path = leptos::wasm_split, fallible)]
fn checks() -> Result<(Check<Questionnaire>, Check<Campaign>), SplitLoaderError> {
    Ok((
        sipas_formats::questionnaire::read_tree,
        sipas_formats::campaign::read_tree,
    ))
}
