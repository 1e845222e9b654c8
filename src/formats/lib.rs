//! Every encoding the product reads or writes.
