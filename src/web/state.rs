//! What the app knows and how it changes: signals come out, intents go in as function calls.

pub mod app;
pub mod campaign;
pub mod doubt;
pub mod drafts;
pub mod english;
pub mod health;
pub mod ledger;
pub mod office;
pub mod pages;
pub mod paper;
pub mod removal;
pub mod reporting;
pub mod route;
pub mod setup;
pub mod staff;
pub mod survey;
pub mod union;
pub mod unite;
