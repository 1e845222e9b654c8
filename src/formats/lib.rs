//! Every encoding the product reads or writes.

pub mod campaign;
pub mod chart;
pub mod csv;
pub mod document;
pub mod draft;
pub mod group;
pub mod households;
pub mod index_csv;
pub mod index_json;
pub mod json;
pub mod kiosk;
pub mod ledger;
pub mod moment;
pub mod packing;
pub mod place_lines;
pub mod questionnaire;
pub mod record;
pub mod response;
pub mod shape;
pub mod stamp;
pub mod store;
