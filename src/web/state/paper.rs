//! Typing paper ballots in: the register of this device, and what one person is typing.

pub mod desk;
pub mod phase;
pub mod register;
pub mod saving;
pub mod settings;
