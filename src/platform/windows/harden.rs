//! The first thing both programs do: DLLs come from the system's folder only, never from Downloads.

use windows_sys::Win32::System::LibraryLoader::{
    LOAD_LIBRARY_SEARCH_SYSTEM32, SetDefaultDllDirectories,
};

/// Restricts where DLLs are loaded from.
pub fn harden() {
    // SAFETY: takes a flag and changes only the search order of later loads.
    unsafe { SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32) };
}
