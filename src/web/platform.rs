//! The browser's facilities, one file each; nothing else in this crate touches `web_sys` or `js_sys`.

pub mod address;
pub mod canvas;
pub mod clock;
pub mod files;
pub mod json;
pub mod kiosk;
pub mod page;
pub mod panic;
pub mod paste;
pub mod picked;
pub mod random;
pub mod scanner;
pub mod screen;
pub mod second;
pub mod set;
pub mod settings;
pub mod share;
pub mod storage;
pub mod update;
