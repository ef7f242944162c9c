//! The window program has no console of its own; when it was started from one, it may write there.

use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};

/// Writes to the console that started the program, if there is one.
pub fn attach_parent() {
    // SAFETY: takes a constant; failure means that there is no console, which is fine.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
}
