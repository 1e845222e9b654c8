//! Values that may only be used on the thread that made them, on a target that has one thread.
//!
//! The interface is that of the published `send_wrapper` 0.6, which Leptos uses for everything it
//! takes from the page. On WebAssembly without atomics there is exactly one thread, so every use is
//! on the thread that made the value, and nothing has to be checked. On any other target the thread
//! is checked as the published crate does.

#[cfg(feature = "futures")]
mod futures;

use core::fmt;
use core::mem::ManuallyDrop;
use core::ops::{Deref, DerefMut};

/// Which thread made a value: nothing to remember where there is one.
#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
mod thread {
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct Id;

    pub const fn here() -> Id {
        Id
    }
}

#[cfg(not(all(target_family = "wasm", not(target_feature = "atomics"))))]
mod thread {
    pub use std::thread::ThreadId as Id;

    pub fn here() -> Id {
        std::thread::current().id()
    }
}

/// A value of the thread that made it.
pub struct SendWrapper<T> {
    data: ManuallyDrop<T>,
    thread: thread::Id,
}

// SAFETY: the value is reached, and dropped, only after `valid` said that this is its thread.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Wraps a value of this thread.
    pub fn new(data: T) -> Self {
        Self {
            data: ManuallyDrop::new(data),
            thread: thread::here(),
        }
    }

    /// Whether this is the value's thread.
    pub fn valid(&self) -> bool {
        self.thread == thread::here()
    }

    /// The value.
    ///
    /// # Panics
    /// On another thread than its own.
    #[track_caller]
    pub fn take(self) -> T {
        self.check();
        let mut this = ManuallyDrop::new(self);
        // SAFETY: `this` is never dropped, so the value is taken once.
        unsafe { ManuallyDrop::take(&mut this.data) }
    }

    #[track_caller]
    fn check(&self) {
        assert!(self.valid(), "used on another thread than its own");
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    #[track_caller]
    fn deref(&self) -> &T {
        self.check();
        &self.data
    }
}

impl<T> DerefMut for SendWrapper<T> {
    #[track_caller]
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.data
    }
}

impl<T> Drop for SendWrapper<T> {
    #[track_caller]
    fn drop(&mut self) {
        if core::mem::needs_drop::<T>() {
            self.check();
        }
        // SAFETY: this is the value's thread, and nothing uses the value after its wrapper.
        unsafe { ManuallyDrop::drop(&mut self.data) }
    }
}

impl<T: fmt::Debug> fmt::Debug for SendWrapper<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        Self::new((**self).clone())
    }
}
