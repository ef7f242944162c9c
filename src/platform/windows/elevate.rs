//! Starting the helper with the rights of an administrator, for which Windows asks the user.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::path::{Path, PathBuf};
use std::ptr;

use windows_sys::Win32::Foundation::{ERROR_CANCELLED, HANDLE, WAIT_OBJECT_0, WAIT_TIMEOUT};
use windows_sys::Win32::Security::{
    GetTokenInformation, TOKEN_ELEVATION, TOKEN_QUERY, TokenElevation,
};
use windows_sys::Win32::System::Com::{
    COINIT_APARTMENTTHREADED, COINIT_DISABLE_OLE1DDE, CoInitializeEx, CoUninitialize,
};
use windows_sys::Win32::System::Threading::{
    GetCurrentProcess, GetExitCodeProcess, OpenProcessToken, WaitForSingleObject,
};
use windows_sys::Win32::UI::Shell::{
    SEE_MASK_NOASYNC, SEE_MASK_NOCLOSEPROCESS, SHELLEXECUTEINFOW, ShellExecuteExW,
};
use windows_sys::Win32::UI::WindowsAndMessaging::SW_HIDE;

use super::wide;
use crate::core::artifact::Fingerprint;
use crate::core::env::{Elevated, Elevation, ElevationFault, command_line};
use crate::core::progress::Progress;

/// Lies beside each of our programs.
const HELPER: &str = "certwright-cli.exe";
/// Between two looks at whether anybody still waits.
const POLL_MILLIS: u32 = 50;

/// Windows' own question, "Do you want to allow this app …".
pub struct SystemElevation;

impl Elevation for SystemElevation {
    fn is_elevated(&self) -> bool {
        is_elevated().unwrap_or(false)
    }

    fn folder(&self) -> Option<PathBuf> {
        Some(env::temp_dir())
    }

    fn run(
        &self,
        plan: &Path,
        sha256: &Fingerprint,
        progress: &dyn Progress,
    ) -> Result<Elevated, ElevationFault> {
        let helper = helper()?;
        let unusable = || ElevationFault::PathUnusable(plan.to_owned());
        let full = std::path::absolute(plan).map_err(|_| unusable())?;
        let arguments = full.to_str().and_then(|plan| command_line(plan, sha256));
        let arguments = arguments.ok_or_else(unusable)?;
        match start(&helper, &arguments) {
            Ok(process) => wait(&process, progress).map_err(|error| other(&error)),
            Err(error) if error.raw_os_error() == Some(ERROR_CANCELLED.cast_signed()) => {
                Ok(Elevated::Declined)
            }
            Err(error) => Err(other(&error)),
        }
    }
}

fn other(error: &io::Error) -> ElevationFault {
    ElevationFault::Other(error.to_string())
}

/// Whether this process has an administrator's full token.
pub fn is_elevated() -> io::Result<bool> {
    let mut token: HANDLE = ptr::null_mut();
    // SAFETY: the pseudo-handle of the own process needs no closing; the token is owned below.
    let opened = unsafe { OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &raw mut token) };
    if opened == 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: the call above opened it, and nobody else owns it.
    let token = unsafe { OwnedHandle::from_raw_handle(token) };
    let mut elevation = TOKEN_ELEVATION::default();
    let mut length = 0;
    // SAFETY: the structure is as long as said and lives through the call.
    let known = unsafe {
        GetTokenInformation(
            token.as_raw_handle(),
            TokenElevation,
            (&raw mut elevation).cast(),
            u32::try_from(size_of::<TOKEN_ELEVATION>()).unwrap_or_default(),
            &raw mut length,
        )
    };
    match known {
        0 => Err(io::Error::last_os_error()),
        _ => Ok(elevation.TokenIsElevated != 0),
    }
}

fn helper() -> Result<PathBuf, ElevationFault> {
    let own = env::current_exe().map_err(|error| other(&error))?;
    let helper = own.with_file_name(HELPER);
    match helper.is_file() {
        true => Ok(helper),
        false => Err(ElevationFault::ProgramMissing(helper)),
    }
}

/// The shell may ask COM objects (documentation of ShellExecuteEx).
struct Com(bool);

impl Com {
    fn begin() -> Self {
        let flags = COINIT_APARTMENTTHREADED | COINIT_DISABLE_OLE1DDE;
        // SAFETY: nothing is passed; a success is ended in drop, on the same thread.
        let result = unsafe { CoInitializeEx(ptr::null(), flags.cast_unsigned()) };
        // A thread that has chosen otherwise before is left as it is.
        Self(result >= 0)
    }
}

impl Drop for Com {
    fn drop(&mut self) {
        if self.0 {
            // SAFETY: begun by this value on this thread; it never leaves its function.
            unsafe { CoUninitialize() };
        }
    }
}

/// Returns once the user has answered.
fn start(helper: &Path, arguments: &str) -> io::Result<OwnedHandle> {
    let _com = Com::begin();
    let verb = wide(OsStr::new("runas"));
    let file = wide(helper.as_os_str());
    let arguments = wide(OsStr::new(arguments));
    let folder = helper.parent().map(|folder| wide(folder.as_os_str()));
    let mut info = SHELLEXECUTEINFOW {
        cbSize: u32::try_from(size_of::<SHELLEXECUTEINFOW>()).unwrap_or_default(),
        // The thread may have no message loop and end soon.
        fMask: SEE_MASK_NOCLOSEPROCESS | SEE_MASK_NOASYNC,
        lpVerb: verb.as_ptr(),
        lpFile: file.as_ptr(),
        lpParameters: arguments.as_ptr(),
        lpDirectory: folder
            .as_ref()
            .map_or(ptr::null(), |folder| folder.as_ptr()),
        nShow: SW_HIDE,
        ..SHELLEXECUTEINFOW::default()
    };
    // SAFETY: all strings end with a zero and live through the call; the rest is zero.
    if unsafe { ShellExecuteExW(&raw mut info) } == 0 {
        return Err(io::Error::last_os_error());
    }
    if info.hProcess.is_null() {
        return Err(io::Error::other("no process was started"));
    }
    // SAFETY: the mask asked for the handle, which is ours to close.
    Ok(unsafe { OwnedHandle::from_raw_handle(info.hProcess) })
}

fn wait(process: &OwnedHandle, progress: &dyn Progress) -> io::Result<Elevated> {
    loop {
        // SAFETY: the handle is open.
        match unsafe { WaitForSingleObject(process.as_raw_handle(), POLL_MILLIS) } {
            WAIT_OBJECT_0 => break,
            WAIT_TIMEOUT if progress.is_cancelled() => return Ok(Elevated::LeftRunning),
            WAIT_TIMEOUT => {}
            _ => return Err(io::Error::last_os_error()),
        }
    }
    let mut code = 0;
    // SAFETY: the handle is open and the number lives through the call.
    match unsafe { GetExitCodeProcess(process.as_raw_handle(), &raw mut code) } {
        0 => Err(io::Error::last_os_error()),
        _ => Ok(Elevated::Exited(code)),
    }
}
