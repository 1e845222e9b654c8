//! What is drawn. Sees signals and sentences, never bytes, JSON or storage keys.
//!
//! The citizen's screens are written as HTML by plain functions and changed as a whole when the
//! screen changes ([`root`]): views of separate types would triple the first download. The staff's
//! pages, in a file of their own, are ordinary Leptos views.

pub mod charts;
pub mod hand;
pub mod html;
pub mod kiosk;
pub mod later_door;
pub mod qr;
pub mod questions;
pub mod root;
pub mod screens;
pub mod staff;
pub mod staff_door;
