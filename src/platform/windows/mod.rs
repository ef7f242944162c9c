//! Windows only: what has no safe wrapper. Every `unsafe` of the program lives below here.

pub mod account;
pub mod chain;
pub mod console;
pub mod elevate;
pub mod guard;
pub mod harden;
pub mod http_sys;
pub mod locale;
pub mod message_box;
pub mod private_file;
pub mod readers;
pub mod rename;
pub mod replace;
mod security;

/// A string as Windows wants it: UTF-16 with a final zero.
fn wide(text: &std::ffi::OsStr) -> Vec<u16> {
    use std::os::windows::ffi::OsStrExt;
    text.encode_wide().chain(std::iter::once(0)).collect()
}

/// The text up to the first zero.
fn text_of(units: &[u16]) -> String {
    let text = units.split(|unit| *unit == 0).next().unwrap_or_default();
    String::from_utf16_lossy(text)
}
