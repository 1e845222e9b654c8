//! The storage port: keys and values of UTF-16 code units, as the browser's local storage has them.
//!
//! [`MemoryStore`] is its twin without a browser; [`store_contract`] is what every adapter must do.

mod contract;
mod memory;

pub use contract::store_contract;
pub use memory::{MemoryStore, WriteFault};

use thiserror::Error;

/// Why the store did not do it. Whatever was stored before is still there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// No room: the quota is used up.
    #[error("no room left in the store")]
    Full,
    /// There is no store: blocked, switched off, or private mode.
    #[error("the store cannot be used")]
    Unavailable,
    /// Anything else, in the browser's words.
    #[error("the store failed: {0}")]
    Other(String),
}

/// A synchronous store of values under keys.
///
/// Values are any UTF-16 code units, lone surrogates included where the browser keeps them.
pub trait Store {
    /// All keys there are, in any order, also those that are not ours.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] or [`StoreError::Other`].
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The value under `key`; nothing where there is none.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] or [`StoreError::Other`].
    fn get(&self, key: &str) -> Result<Option<Vec<u16>>, StoreError>;

    /// Puts `units` under `key`, wholly or not at all.
    ///
    /// # Errors
    /// [`StoreError`]; the value that was there is then still there.
    fn set(&self, key: &str, units: &[u16]) -> Result<(), StoreError>;

    /// Takes `key` away; nothing happens where it is not there.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] or [`StoreError::Other`].
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Code units in use, keys and values together, as the browser counts its quota.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] or [`StoreError::Other`].
    fn used_units(&self) -> Result<usize, StoreError> {
        let mut units = 0;
        for key in self.keys()? {
            units += key.encode_utf16().count();
            units += self.get(&key)?.map_or(0, |value| value.len());
        }
        Ok(units)
    }
}

impl<S: Store + ?Sized> Store for &S {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        (**self).keys()
    }

    fn get(&self, key: &str) -> Result<Option<Vec<u16>>, StoreError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, units: &[u16]) -> Result<(), StoreError> {
        (**self).set(key, units)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        (**self).remove(key)
    }

    fn used_units(&self) -> Result<usize, StoreError> {
        (**self).used_units()
    }
}
