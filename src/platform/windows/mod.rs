//! Windows only: what has no safe wrapper. Every `unsafe` of the program lives below here.

pub mod account;
pub mod chain;
pub mod console;
pub mod elevate;
pub mod guard;
mod handles;
pub mod harden;
pub mod http_sys;
pub mod iis;
mod key;
pub mod locale;
pub mod message_box;
mod pfx;
pub mod private_file;
mod process;
pub mod readers;
mod registry;
pub mod rename;
pub mod replace;
mod security;
mod store;
mod system;

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

/// A code of Windows as what it means to whoever asked for IIS.
fn host_fault(code: u32) -> crate::core::env::HostFault {
    use crate::core::env::HostFault;
    match code {
        // ERROR_ACCESS_DENIED, E_ACCESSDENIED, NTE_PERM
        5 | 0x8007_0005 | 0x8009_0010 => HostFault::Denied,
        code => HostFault::Other(std::io::Error::from_raw_os_error(code as i32).to_string()),
    }
}
