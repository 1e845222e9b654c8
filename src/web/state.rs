//! What the app knows and how it changes: signals come out, intents go in as function calls.

pub mod app;
pub mod campaign;
pub mod doubt;
pub mod drafts;
pub mod english;
pub mod health;
pub mod interview;
pub mod kiosk;
pub mod kiosk_form;
pub mod kiosk_lock;
pub mod kiosk_people;
pub mod ledger;
pub mod office;
pub mod pages;
pub mod removal;
pub mod reporting;
pub mod response;
pub mod route;
pub mod setup;
pub mod staff;
pub mod survey;
pub mod union;
pub mod unite;
