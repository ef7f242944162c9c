//! Windows only: what has no safe wrapper. Every `unsafe` of the program lives below here.

pub mod console;
pub mod harden;
pub mod locale;
pub mod message_box;
pub mod private_file;

/// A string as Windows wants it: UTF-16 with a final zero.
fn wide(text: &std::ffi::OsStr) -> Vec<u16> {
    use std::os::windows::ffi::OsStrExt;
    text.encode_wide().chain(std::iter::once(0)).collect()
}
