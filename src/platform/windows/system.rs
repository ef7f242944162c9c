//! Facts of this Windows and this process, from its functions and never from the environment.

use std::ffi::OsString;
use std::os::windows::ffi::OsStringExt;
use std::path::PathBuf;
use std::ptr;

use windows_sys::Win32::Foundation::MAX_PATH;
use windows_sys::Win32::Globalization::{CP_OEMCP, MultiByteToWideChar};
use windows_sys::Win32::Security::{
    CheckTokenMembership, CreateWellKnownSid, WinBuiltinAdministratorsSid,
};
use windows_sys::Win32::System::SystemInformation::GetSystemWindowsDirectoryW;
use windows_sys::Win32::System::Threading::{GetCurrentProcess, IsWow64Process};
use windows_sys::Win32::System::WindowsProgramming::GetComputerNameW;

use super::text_of;

/// SECURITY_MAX_SID_SIZE.
const SID_BYTES: u32 = 68;
/// Longer than any name of a computer (MAX_COMPUTERNAME_LENGTH is 15).
const NAME_UNITS: u32 = 256;

/// The folder of Windows' own programs as this process sees it: `Sysnative` for a 32-bit process, for
/// which `System32` is another folder.
pub(super) fn system_folder() -> Option<PathBuf> {
    let mut buffer = [0u16; MAX_PATH as usize];
    // SAFETY: the buffer is as long as said.
    let units = unsafe { GetSystemWindowsDirectoryW(buffer.as_mut_ptr(), MAX_PATH) };
    let folder = buffer
        .get(..units as usize)
        .filter(|path| !path.is_empty())?;
    let folder = PathBuf::from(OsString::from_wide(folder));
    Some(folder.join(match is_wow64() {
        true => "Sysnative",
        false => "System32",
    }))
}

fn is_wow64() -> bool {
    let mut is_wow64 = 0;
    // SAFETY: the pseudo handle needs no closing; the number lives through the call.
    let asked = unsafe { IsWow64Process(GetCurrentProcess(), &raw mut is_wow64) };
    asked != 0 && is_wow64 != 0
}

/// The computer's NetBIOS name.
pub(super) fn computer() -> Option<String> {
    let mut buffer = [0u16; NAME_UNITS as usize];
    let mut units = NAME_UNITS;
    // SAFETY: the buffer is as long as said.
    let found = unsafe { GetComputerNameW(buffer.as_mut_ptr(), &raw mut units) };
    (found != 0).then(|| text_of(&buffer))
}

/// Whether this process acts as a member of Administrators; not so for an administrator's everyday token.
pub(super) fn is_administrator() -> bool {
    // Aligned as a SID wants it.
    let mut sid = [0u32; SID_BYTES as usize / 4];
    let mut sid_bytes = SID_BYTES;
    let mut is_member = 0;
    // SAFETY: the buffer is as long as said, and holds the SID through the second call.
    let asked = unsafe {
        let sid = sid.as_mut_ptr().cast();
        CreateWellKnownSid(
            WinBuiltinAdministratorsSid,
            ptr::null_mut(),
            sid,
            &raw mut sid_bytes,
        ) != 0
            && CheckTokenMembership(ptr::null_mut(), sid, &raw mut is_member) != 0
    };
    asked && is_member != 0
}

/// Text that a console program wrote into a pipe: UTF-8 when it is that, else the OEM code page.
pub(super) fn console_text(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    let Ok(length) = i32::try_from(bytes.len()) else {
        return String::new();
    };
    // One byte never makes more than one unit.
    let mut units = vec![0u16; bytes.len()];
    // SAFETY: both pointers lead to as many elements as said.
    let written = unsafe {
        MultiByteToWideChar(
            CP_OEMCP,
            0,
            bytes.as_ptr(),
            length,
            units.as_mut_ptr(),
            length,
        )
    };
    let written = usize::try_from(written).unwrap_or_default();
    String::from_utf16_lossy(units.get(..written).unwrap_or_default())
}
