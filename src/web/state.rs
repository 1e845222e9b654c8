//! What the app knows and how it changes: signals come out, intents go in as function calls.

pub mod app;
pub mod campaign;
pub mod collect;
pub mod doubt;
pub mod drafts;
pub mod english;
pub mod hand_over;
pub mod health;
pub mod later;
pub mod ledger;
pub mod link;
pub mod pages;
pub mod removal;
pub mod route;
pub mod setup;
pub mod staff;
pub mod survey;
pub mod tickets;
pub mod union;
pub mod unite;
