//! A file that from its first byte only its owner, Administrators, SYSTEM and one named account can open.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::os::windows::io::FromRawHandle;
use std::path::Path;
use std::ptr;

use windows_sys::Win32::Foundation::{GENERIC_WRITE, INVALID_HANDLE_VALUE, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    ConvertStringSecurityDescriptorToSecurityDescriptorW, SDDL_REVISION_1,
};
use windows_sys::Win32::Security::SECURITY_ATTRIBUTES;
use windows_sys::Win32::Storage::FileSystem::{CREATE_NEW, CreateFileW, FILE_ATTRIBUTE_NORMAL};

use super::wide;

/// Protected DACL: owner, Administrators, SYSTEM; nothing inherited.
const OWNER_ADMINISTRATORS_SYSTEM: &str = "D:P(A;;FA;;;OW)(A;;FA;;;BA)(A;;FA;;;SY)";

/// The list, with one more account that may read, by its security identifier.
fn sddl(also_sid: Option<&str>) -> String {
    let also = also_sid.map(|sid| format!("(A;;FR;;;{sid})"));
    format!("{OWNER_ADMINISTRATORS_SYSTEM}{}", also.unwrap_or_default())
}

/// Creates the file; fails when it exists.
pub fn create(path: &Path, also_sid: Option<&str>) -> io::Result<File> {
    let sddl = wide(OsStr::new(&sddl(also_sid)));
    let name = wide(path.as_os_str());
    let mut descriptor = ptr::null_mut();
    // SAFETY: the string ends with a zero; the descriptor is freed below.
    let converted = unsafe {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(
            sddl.as_ptr(),
            SDDL_REVISION_1,
            &raw mut descriptor,
            ptr::null_mut(),
        )
    };
    if converted == 0 {
        return Err(io::Error::last_os_error());
    }
    let attributes = SECURITY_ATTRIBUTES {
        nLength: u32::try_from(size_of::<SECURITY_ATTRIBUTES>()).unwrap_or_default(),
        lpSecurityDescriptor: descriptor,
        bInheritHandle: 0,
    };
    // SAFETY: name ends with a zero, attributes and descriptor live through the call.
    let handle = unsafe {
        CreateFileW(
            name.as_ptr(),
            GENERIC_WRITE,
            0,
            &raw const attributes,
            CREATE_NEW,
            FILE_ATTRIBUTE_NORMAL,
            ptr::null_mut(),
        )
    };
    let error = io::Error::last_os_error();
    // SAFETY: the descriptor came from the conversion above and is not used any more.
    unsafe { LocalFree(descriptor) };
    if handle == INVALID_HANDLE_VALUE {
        return Err(error);
    }
    // SAFETY: the handle is open and owned by nobody else.
    Ok(unsafe { File::from_raw_handle(handle) })
}
