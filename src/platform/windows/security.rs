//! Owner and access control list of a file, read once and freed at the end.

use std::fs::File;
use std::io;
use std::os::windows::io::AsRawHandle;
use std::path::Path;
use std::ptr;

use windows_sys::Win32::Foundation::{ERROR_SUCCESS, LocalFree};
use windows_sys::Win32::Security::Authorization::{
    GetNamedSecurityInfoW, GetSecurityInfo, SE_FILE_OBJECT, SetNamedSecurityInfoW,
};
use windows_sys::Win32::Security::{
    ACCESS_ALLOWED_ACE, ACE_HEADER, ACL, DACL_SECURITY_INFORMATION, GetAce,
    GetSecurityDescriptorControl, OWNER_SECURITY_INFORMATION, PROTECTED_DACL_SECURITY_INFORMATION,
    PSECURITY_DESCRIPTOR, PSID, SE_DACL_PROTECTED, UNPROTECTED_DACL_SECURITY_INFORMATION,
};

use super::{account, wide};

/// ACCESS_ALLOWED_ACE_TYPE and ACCESS_ALLOWED_CALLBACK_ACE_TYPE, which begin alike.
const ALLOWED: [u8; 2] = [0, 9];
/// INHERIT_ONLY_ACE: says nothing about the file itself.
const INHERIT_ONLY: u8 = 8;
const ASKED: u32 = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION;

/// What one file says about who may do what.
pub struct Security {
    descriptor: PSECURITY_DESCRIPTOR,
    owner: PSID,
    list: *mut ACL,
}

impl Drop for Security {
    fn drop(&mut self) {
        // SAFETY: the descriptor came from the system and nothing of it is used any more.
        unsafe { LocalFree(self.descriptor) };
    }
}

impl Security {
    fn none() -> Self {
        Self {
            descriptor: ptr::null_mut(),
            owner: ptr::null_mut(),
            list: ptr::null_mut(),
        }
    }

    /// Of an open file.
    pub fn of_file(file: &File) -> io::Result<Self> {
        let mut found = Self::none();
        // SAFETY: the handle is open; owner and list point into the descriptor, freed on drop.
        let code = unsafe {
            GetSecurityInfo(
                file.as_raw_handle(),
                SE_FILE_OBJECT,
                ASKED,
                &raw mut found.owner,
                ptr::null_mut(),
                &raw mut found.list,
                ptr::null_mut(),
                &raw mut found.descriptor,
            )
        };
        checked(code).map(|()| found)
    }

    /// Of a file or folder by its name.
    pub fn of_path(path: &Path) -> io::Result<Self> {
        let name = wide(path.as_os_str());
        let mut found = Self::none();
        // SAFETY: the name ends with a zero; owner and list point into the descriptor, freed on drop.
        let code = unsafe {
            GetNamedSecurityInfoW(
                name.as_ptr(),
                SE_FILE_OBJECT,
                ASKED,
                &raw mut found.owner,
                ptr::null_mut(),
                &raw mut found.list,
                ptr::null_mut(),
                &raw mut found.descriptor,
            )
        };
        checked(code).map(|()| found)
    }

    /// The owner's security identifier in its text form.
    pub fn owner_sid(&self) -> Option<String> {
        account::text_form(self.owner)
    }

    /// Whether there is no list at all, which lets everybody do everything.
    pub fn is_open(&self) -> bool {
        self.list.is_null()
    }

    /// Rights and security identifier of each entry that allows something here.
    pub fn allowed(&self) -> Vec<(u32, String)> {
        if self.list.is_null() {
            return Vec::new();
        }
        // SAFETY: the list is valid while its descriptor lives.
        let count = unsafe { (*self.list).AceCount };
        (0..u32::from(count))
            .filter_map(|index| self.allowed_at(index))
            .collect()
    }

    fn allowed_at(&self, index: u32) -> Option<(u32, String)> {
        let mut entry = ptr::null_mut();
        // SAFETY: the list is valid; GetAce checks the number.
        let found = unsafe { GetAce(self.list, index, &raw mut entry) };
        if found == 0 {
            return None;
        }
        // SAFETY: every entry begins with this header.
        let header = unsafe { *entry.cast::<ACE_HEADER>() };
        if !ALLOWED.contains(&header.AceType) || header.AceFlags & INHERIT_ONLY != 0 {
            return None;
        }
        let allowed = entry.cast::<ACCESS_ALLOWED_ACE>();
        // SAFETY: the type of the entry says that it is laid out so.
        let (mask, sid) = unsafe { ((*allowed).Mask, &raw mut (*allowed).SidStart) };
        // An entry for nobody who can be told counts as one for somebody unknown.
        let sid = account::text_form(sid.cast()).unwrap_or_default();
        Some((mask, sid))
    }

    /// Gives another file the same list, with the same say of its folder over it. The owner is tried too:
    /// it takes a privilege to give a file away, and with this list it makes no difference to who may
    /// write.
    pub fn give_to(&self, path: &Path) -> io::Result<()> {
        let mut control = 0;
        let mut revision = 0;
        // SAFETY: the descriptor is valid; both numbers live through the call.
        let known = unsafe {
            GetSecurityDescriptorControl(self.descriptor, &raw mut control, &raw mut revision)
        };
        if known == 0 {
            return Err(io::Error::last_os_error());
        }
        let say = match control & SE_DACL_PROTECTED {
            0 => UNPROTECTED_DACL_SECURITY_INFORMATION,
            _ => PROTECTED_DACL_SECURITY_INFORMATION,
        };
        self.set(path, OWNER_SECURITY_INFORMATION).ok();
        self.set(path, DACL_SECURITY_INFORMATION | say)
    }

    fn set(&self, path: &Path, what: u32) -> io::Result<()> {
        let name = wide(path.as_os_str());
        // SAFETY: the name ends with a zero; owner and list are valid while the descriptor lives.
        let code = unsafe {
            SetNamedSecurityInfoW(
                name.as_ptr(),
                SE_FILE_OBJECT,
                what,
                self.owner,
                ptr::null_mut(),
                self.list,
                ptr::null(),
            )
        };
        checked(code)
    }
}

fn checked(code: u32) -> io::Result<()> {
    match code {
        ERROR_SUCCESS => Ok(()),
        code => Err(io::Error::from_raw_os_error(code.cast_signed())),
    }
}
