//! Values of `HKEY_LOCAL_MACHINE`, read only, from the 64-bit view.

use std::ffi::OsStr;
use std::ptr;

use windows_sys::Win32::Foundation::{
    ERROR_ACCESS_DENIED, ERROR_FILE_NOT_FOUND, ERROR_PATH_NOT_FOUND, ERROR_SUCCESS,
};
use windows_sys::Win32::System::Registry::{
    HKEY, HKEY_LOCAL_MACHINE, KEY_QUERY_VALUE, KEY_WOW64_64KEY, REG_DWORD, REG_EXPAND_SZ, REG_SZ,
    RegCloseKey, RegOpenKeyExW, RegQueryValueExW,
};

use super::{text_of, wide};
use crate::core::env::HostFault;

/// Bytes of a value that are read at most.
const VALUE_BYTES: u32 = 64 << 10;

/// An open key that closes itself.
pub(super) struct Key(HKEY);

impl Drop for Key {
    fn drop(&mut self) {
        // SAFETY: the key was opened by the maker of this value and is closed once.
        unsafe { RegCloseKey(self.0) };
    }
}

impl Key {
    /// Opens a key below `HKEY_LOCAL_MACHINE`; `None` when there is none.
    pub(super) fn open(path: &str) -> Result<Option<Self>, HostFault> {
        let path = wide(OsStr::new(path));
        let mut key: HKEY = ptr::null_mut();
        // SAFETY: the path ends with a zero; the key closes itself.
        let error = unsafe {
            RegOpenKeyExW(
                HKEY_LOCAL_MACHINE,
                path.as_ptr(),
                0,
                KEY_QUERY_VALUE | KEY_WOW64_64KEY,
                &raw mut key,
            )
        };
        match error {
            ERROR_SUCCESS => Ok(Some(Self(key))),
            ERROR_FILE_NOT_FOUND | ERROR_PATH_NOT_FOUND => Ok(None),
            ERROR_ACCESS_DENIED => Err(HostFault::Denied),
            code => Err(super::host_fault(code)),
        }
    }

    /// A number; `None` when it is missing or something else.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        let (kind, bytes) = self.value(name)?;
        let bytes = <[u8; 4]>::try_from(bytes.as_slice()).ok()?;
        (kind == REG_DWORD).then(|| u32::from_le_bytes(bytes))
    }

    /// A text; `None` when it is missing, empty or something else. Variables in it are left as they are.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let (kind, bytes) = self.value(name)?;
        let (pairs, _) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
        let text = text_of(&units);
        (matches!(kind, REG_SZ | REG_EXPAND_SZ) && !text.is_empty()).then_some(text)
    }

    fn value(&self, name: &str) -> Option<(u32, Vec<u8>)> {
        let name = wide(OsStr::new(name));
        let mut kind = 0;
        let mut bytes = vec![0u8; VALUE_BYTES as usize];
        let mut length = VALUE_BYTES;
        // SAFETY: the name ends with a zero; the buffer is as long as said.
        let error = unsafe {
            RegQueryValueExW(
                self.0,
                name.as_ptr(),
                ptr::null(),
                &raw mut kind,
                bytes.as_mut_ptr(),
                &raw mut length,
            )
        };
        if error != ERROR_SUCCESS {
            return None;
        }
        bytes.truncate(length as usize);
        Some((kind, bytes))
    }
}
