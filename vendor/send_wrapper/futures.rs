//! A wrapped future is a future, a wrapped stream a stream.

use crate::SendWrapper;
use core::ops::DerefMut;
use core::pin::Pin;
use core::task::{Context, Poll};
use futures_core::Stream;

impl<F: Future> Future for SendWrapper<F> {
    type Output = F::Output;

    #[track_caller]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        // SAFETY: the wrapper is pinned and the value never leaves it.
        unsafe { self.map_unchecked_mut(Self::deref_mut) }.poll(context)
    }
}

impl<S: Stream> Stream for SendWrapper<S> {
    type Item = S::Item;

    #[track_caller]
    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // SAFETY: the wrapper is pinned and the value never leaves it.
        unsafe { self.map_unchecked_mut(Self::deref_mut) }.poll_next(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}
