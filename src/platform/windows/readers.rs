//! Who can read a file, by its access control list.

use std::io;
use std::path::Path;
use std::ptr;

use windows_sys::Win32::Foundation::{ERROR_SUCCESS, GENERIC_ALL, GENERIC_READ, LocalFree};
use windows_sys::Win32::Security::Authorization::{GetNamedSecurityInfoW, SE_FILE_OBJECT};
use windows_sys::Win32::Security::{
    ACCESS_ALLOWED_ACE, ACE_HEADER, ACL, DACL_SECURITY_INFORMATION, GetAce,
    OWNER_SECURITY_INFORMATION, PSECURITY_DESCRIPTOR, PSID,
};
use windows_sys::Win32::Storage::FileSystem::FILE_READ_DATA;

use super::{account, wide};
use crate::core::env::{Reader, Readers};
use crate::core::save::wide as everybody;

/// ACCESS_ALLOWED_ACE_TYPE.
const ALLOWED: u8 = 0;
/// INHERIT_ONLY_ACE: says nothing about the file itself.
const INHERIT_ONLY: u8 = 8;

/// Everyone whom the list lets read, the owner first.
pub fn of(path: &Path) -> io::Result<Readers> {
    let name = wide(path.as_os_str());
    let mut owner: PSID = ptr::null_mut();
    let mut list: *mut ACL = ptr::null_mut();
    let mut descriptor: PSECURITY_DESCRIPTOR = ptr::null_mut();
    // SAFETY: the name ends with a zero; owner and list point into the descriptor, freed below.
    let code = unsafe {
        GetNamedSecurityInfoW(
            name.as_ptr(),
            SE_FILE_OBJECT,
            OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
            &raw mut owner,
            ptr::null_mut(),
            &raw mut list,
            ptr::null_mut(),
            &raw mut descriptor,
        )
    };
    if code != ERROR_SUCCESS {
        return Err(io::Error::from_raw_os_error(code.cast_signed()));
    }
    let readers = of_list(owner, list);
    // SAFETY: the descriptor came from the call above and nothing of it is used any more.
    unsafe { LocalFree(descriptor) };
    Ok(readers)
}

/// `owner` and `list` are valid or null.
fn of_list(owner: PSID, list: *const ACL) -> Readers {
    // No list at all lets everybody do everything.
    if list.is_null() {
        return Readers(vec![Reader::Everyone]);
    }
    let owner_sid = account::text_form(owner);
    // SAFETY: the list is valid while its descriptor lives.
    let count = unsafe { (*list).AceCount };
    let mut readers: Vec<Reader> = (0..u32::from(count))
        .filter_map(|index| reading_sid(list, index))
        .filter_map(|sid| reader(sid, owner, owner_sid.as_deref()))
        .collect();
    readers.sort();
    readers.dedup();
    Readers(readers)
}

/// Whom entry number `index` lets read.
fn reading_sid(list: *const ACL, index: u32) -> Option<PSID> {
    let mut entry = ptr::null_mut();
    // SAFETY: the list is valid; GetAce checks the number.
    let found = unsafe { GetAce(list, index, &raw mut entry) };
    if found == 0 {
        return None;
    }
    // SAFETY: every entry begins with this header.
    let header = unsafe { *entry.cast::<ACE_HEADER>() };
    if header.AceType != ALLOWED || header.AceFlags & INHERIT_ONLY != 0 {
        return None;
    }
    let allowed = entry.cast::<ACCESS_ALLOWED_ACE>();
    // SAFETY: the type of the entry says that it is laid out so.
    let (mask, sid) = unsafe { ((*allowed).Mask, &raw mut (*allowed).SidStart) };
    (mask & (FILE_READ_DATA | GENERIC_READ | GENERIC_ALL) != 0).then_some(sid.cast())
}

fn reader(sid: PSID, owner: PSID, owner_sid: Option<&str>) -> Option<Reader> {
    let form = account::text_form(sid)?;
    Some(match form.as_str() {
        "S-1-5-18" => Reader::System,
        "S-1-5-32-544" => Reader::Administrators,
        // Owner rights: whoever the owner is.
        "S-1-3-4" => Reader::Owner(name(owner, owner_sid.unwrap_or_default()).0),
        form if Some(form) == owner_sid => Reader::Owner(name(sid, form).0),
        form if everybody::is_wide_sid(form) => Reader::Everyone,
        form => match name(sid, form) {
            (name, true) => Reader::Group(name),
            (name, false) => Reader::Account(name),
        },
    })
}

/// The name, or the identifier of an account that is gone.
fn name(sid: PSID, form: &str) -> (String, bool) {
    account::name_of(sid).unwrap_or_else(|| (form.to_owned(), false))
}
