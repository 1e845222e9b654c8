//! Behaviour tests; each file beside this one is a test program.
