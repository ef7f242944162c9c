//! The language of the Windows user interface.

use windows_sys::Win32::Globalization::{GetUserDefaultUILanguage, LCIDToLocaleName};

/// Locale name such as `zh-CN`; empty when Windows does not say.
pub fn language() -> String {
    let mut name = [0u16; 85];
    // SAFETY: takes nothing, returns a number.
    let language = unsafe { GetUserDefaultUILanguage() };
    let capacity = i32::try_from(name.len()).unwrap_or_default();
    // SAFETY: writes at most `capacity` units into the buffer of that length.
    let length = unsafe { LCIDToLocaleName(u32::from(language), name.as_mut_ptr(), capacity, 0) };
    let length = usize::try_from(length)
        .unwrap_or_default()
        .saturating_sub(1);
    String::from_utf16_lossy(name.get(..length).unwrap_or_default())
}
