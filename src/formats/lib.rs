//! Every encoding the product reads or writes.

pub mod base32;
pub mod campaign;
pub mod chart;
pub mod console_address;
pub mod csv;
pub mod document;
pub mod draft;
pub mod group;
pub mod hand_over;
pub mod index_csv;
pub mod index_json;
pub mod json;
pub mod ledger;
pub mod moment;
pub mod packing;
pub mod paper;
pub mod place_lines;
pub mod qr;
pub mod questionnaire;
pub mod record;
pub mod redactions;
pub mod response;
pub mod shape;
pub mod stamp;
pub mod store;
pub mod survey_link;
