//! Certificate requests in words, and the same request made with other programs.

pub mod twin;
