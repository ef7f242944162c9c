//! The last word when no window can be shown.

use std::ffi::OsStr;
use std::ptr;

use windows_sys::Win32::UI::WindowsAndMessaging::{MB_ICONERROR, MB_OK, MessageBoxW};

use super::wide;

/// Shows a native message box and waits until it is closed.
pub fn show(title: &str, text: &str) {
    let (title, text) = (wide(OsStr::new(title)), wide(OsStr::new(text)));
    // SAFETY: both strings end with a zero and live through the call.
    unsafe {
        MessageBoxW(
            ptr::null_mut(),
            text.as_ptr(),
            title.as_ptr(),
            MB_OK | MB_ICONERROR,
        )
    };
}
