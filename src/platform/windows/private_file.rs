//! A file that from its first byte only its owner, Administrators, SYSTEM and one named account can open, and
//! a folder for such files.

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
use windows_sys::Win32::Storage::FileSystem::{
    CREATE_NEW, CreateDirectoryW, CreateFileW, FILE_ATTRIBUTE_NORMAL,
};

use super::wide;

/// Protected DACL: owner, Administrators, SYSTEM; nothing inherited.
const OWNER_ADMINISTRATORS_SYSTEM: &str = "D:P(A;;FA;;;OW)(A;;FA;;;BA)(A;;FA;;;SY)";

/// The list, with one more account that may read, by its security identifier.
fn sddl(also_sid: Option<&str>) -> String {
    let also = also_sid.map(|sid| format!("(A;;FR;;;{sid})"));
    format!("{OWNER_ADMINISTRATORS_SYSTEM}{}", also.unwrap_or_default())
}

/// The same for a folder, and for everything made in it without a list of its own.
const FOLDER: &str = "D:P(A;OICI;FA;;;OW)(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)";

/// Creates the file; fails when it exists.
pub fn create(path: &Path, also_sid: Option<&str>) -> io::Result<File> {
    let name = wide(path.as_os_str());
    with_list(&sddl(also_sid), |attributes| {
        // SAFETY: name ends with a zero, attributes and their descriptor live through the call.
        let handle = unsafe {
            CreateFileW(
                name.as_ptr(),
                GENERIC_WRITE,
                0,
                attributes,
                CREATE_NEW,
                FILE_ATTRIBUTE_NORMAL,
                ptr::null_mut(),
            )
        };
        if handle == INVALID_HANDLE_VALUE {
            return Err(io::Error::last_os_error());
        }
        // SAFETY: the handle is open and owned by nobody else.
        Ok(unsafe { File::from_raw_handle(handle) })
    })
}

/// Creates the folder; fails when it exists. An administrator's belongs to Administrators, whatever the
/// account's own default is, so that the next administrator finds no stranger's folder.
pub fn create_folder(path: &Path) -> io::Result<()> {
    create_folder_with(path, &format!("O:BA{FOLDER}")).or_else(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Err(error),
        // Only an administrator may give to that group.
        _ => create_folder_with(path, FOLDER),
    })
}

fn create_folder_with(path: &Path, list: &str) -> io::Result<()> {
    let name = wide(path.as_os_str());
    with_list(list, |attributes| {
        // SAFETY: name ends with a zero, attributes and their descriptor live through the call.
        match unsafe { CreateDirectoryW(name.as_ptr(), attributes) } {
            0 => Err(io::Error::last_os_error()),
            _ => Ok(()),
        }
    })
}

/// Calls with the attributes that carry this list; the pointer is valid during the call.
fn with_list<T>(
    list: &str,
    create: impl FnOnce(*const SECURITY_ATTRIBUTES) -> io::Result<T>,
) -> io::Result<T> {
    let list = wide(OsStr::new(list));
    let mut descriptor = ptr::null_mut();
    // SAFETY: the string ends with a zero; the descriptor is freed below.
    let converted = unsafe {
        ConvertStringSecurityDescriptorToSecurityDescriptorW(
            list.as_ptr(),
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
    let created = create(&raw const attributes);
    // SAFETY: the descriptor came from the conversion above and is not used any more.
    unsafe { LocalFree(descriptor) };
    created
}
