//! Accounts and groups by name and by security identifier.

use std::ffi::OsStr;
use std::ptr;

use windows_sys::Win32::Foundation::LocalFree;
use windows_sys::Win32::Security::Authorization::{ConvertSidToStringSidW, ConvertStringSidToSidW};
use windows_sys::Win32::Security::{
    LookupAccountNameW, LookupAccountSidW, PSID, SID_NAME_USE, SidTypeAlias, SidTypeGroup,
    SidTypeWellKnownGroup,
};

use super::{text_of, wide};

/// SECURITY_MAX_SID_SIZE.
const SID_BYTES: u32 = 68;
/// Longest names of accounts and domains, with room to spare.
const NAME_UNITS: u32 = 512;

/// The security identifier in its text form; `name` may carry a domain, or be such a form itself.
pub fn sid_of(name: &str) -> Option<String> {
    let name = wide(OsStr::new(name));
    // Aligned as a SID wants it.
    let mut sid = [0u32; SID_BYTES as usize / 4];
    let mut sid_bytes = SID_BYTES;
    let mut domain = [0u16; NAME_UNITS as usize];
    let mut domain_units = NAME_UNITS;
    let mut kind: SID_NAME_USE = 0;
    // SAFETY: the name ends with a zero; the buffers are as long as said and live through the call.
    let found = unsafe {
        LookupAccountNameW(
            ptr::null(),
            name.as_ptr(),
            sid.as_mut_ptr().cast(),
            &raw mut sid_bytes,
            domain.as_mut_ptr(),
            &raw mut domain_units,
            &raw mut kind,
        )
    };
    if found == 0 {
        return sid_in_text(&name);
    }
    text_form(sid.as_mut_ptr().cast())
}

/// A security identifier that was named in its text form, brought to the usual one.
fn sid_in_text(text: &[u16]) -> Option<String> {
    with_sid(text, text_form)
}

/// `DOMAIN\name` of a security identifier in its text form.
pub fn name_of_text(sid: &str) -> Option<String> {
    let text = wide(OsStr::new(sid));
    with_sid(&text, |sid| name_of(sid).map(|(name, _)| name))
}

/// The text ends with a zero; the pointer is valid during the call.
fn with_sid<T>(text: &[u16], read: impl FnOnce(PSID) -> Option<T>) -> Option<T> {
    let mut sid: PSID = ptr::null_mut();
    // SAFETY: the text ends with a zero; the identifier is freed below.
    let converted = unsafe { ConvertStringSidToSidW(text.as_ptr(), &raw mut sid) };
    if converted == 0 {
        return None;
    }
    let found = read(sid);
    // SAFETY: it came from the conversion above and is not used any more.
    unsafe { LocalFree(sid) };
    found
}

/// `S-1-5-…`. The pointer leads to a valid security identifier.
pub(super) fn text_form(sid: PSID) -> Option<String> {
    let mut text: *mut u16 = ptr::null_mut();
    // SAFETY: the caller's pointer is valid; the text is freed below.
    let converted = unsafe { ConvertSidToStringSidW(sid, &raw mut text) };
    if converted == 0 {
        return None;
    }
    let mut units = Vec::new();
    let mut at = text;
    loop {
        // SAFETY: the text ends with a zero, and nothing behind that is read.
        let unit = unsafe { *at };
        if unit == 0 {
            break;
        }
        units.push(unit);
        // SAFETY: the unit was not the final zero, so another one follows.
        at = unsafe { at.add(1) };
    }
    // SAFETY: it came from the conversion above and is not used any more.
    unsafe { LocalFree(text.cast()) };
    Some(text_of(&units))
}

/// `DOMAIN\name` and whether it is a group; `None` when nobody knows it. The pointer leads to a valid
/// security identifier.
pub(super) fn name_of(sid: PSID) -> Option<(String, bool)> {
    let mut name = [0u16; NAME_UNITS as usize];
    let mut name_units = NAME_UNITS;
    let mut domain = [0u16; NAME_UNITS as usize];
    let mut domain_units = NAME_UNITS;
    let mut kind: SID_NAME_USE = 0;
    // SAFETY: the caller's pointer is valid; the buffers are as long as said and live through the call.
    let found = unsafe {
        LookupAccountSidW(
            ptr::null(),
            sid,
            name.as_mut_ptr(),
            &raw mut name_units,
            domain.as_mut_ptr(),
            &raw mut domain_units,
            &raw mut kind,
        )
    };
    if found == 0 {
        return None;
    }
    let is_group = [SidTypeAlias, SidTypeGroup, SidTypeWellKnownGroup].contains(&kind);
    let full = match text_of(&domain) {
        domain if domain.is_empty() => text_of(&name),
        domain => format!("{domain}\\{}", text_of(&name)),
    };
    Some((full, is_group))
}
