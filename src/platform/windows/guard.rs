//! Who besides administrators and the owner of another file can change a file or folder.

use std::io;
use std::path::Path;

use windows_sys::Win32::Foundation::{GENERIC_ALL, GENERIC_WRITE};
use windows_sys::Win32::Storage::FileSystem::{
    DELETE, FILE_APPEND_DATA, FILE_DELETE_CHILD, FILE_WRITE_ATTRIBUTES, FILE_WRITE_DATA,
    FILE_WRITE_EA, WRITE_DAC, WRITE_OWNER,
};

use super::account;
use super::security::Security;
use crate::core::env::Guard;
use crate::core::save::wide::is_wide_sid;

/// Accounts that can change every file anyway (MS-DTYP section 2.4.2.4): SYSTEM, Administrators, and the
/// service that installs Windows.
const ADMINISTRATIVE: [&str; 3] = [
    "S-1-5-18",
    "S-1-5-32-544",
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
];
/// Whoever the owner is; the owner is judged by itself.
const OWNER_RIGHTS: &str = "S-1-3-4";
/// Every right by which content, names or rights change, or a file becomes a link.
const CHANGES: u32 = FILE_WRITE_DATA
    | FILE_APPEND_DATA
    | FILE_WRITE_EA
    | FILE_WRITE_ATTRIBUTES
    | FILE_DELETE_CHILD
    | DELETE
    | WRITE_DAC
    | WRITE_OWNER
    | GENERIC_WRITE
    | GENERIC_ALL;

/// Judges owner and list of `path`; links are the caller's to find.
pub fn of(path: &Path, file: &Path) -> io::Result<Guard> {
    let trusted = Security::of_path(file)?.owner_sid();
    let found = Security::of_path(path)?;
    let is_trusted = |sid: &str| ADMINISTRATIVE.contains(&sid) || trusted.as_deref() == Some(sid);
    let owner = found.owner_sid().unwrap_or_default();
    if !is_trusted(&owner) {
        return Ok(Guard::OwnedBy(name(&owner)));
    }
    if found.is_open() {
        return Ok(Guard::WritableBy("everyone".to_owned()));
    }
    let stranger = found
        .allowed()
        .into_iter()
        .find(|(rights, sid)| rights & CHANGES != 0 && sid != OWNER_RIGHTS && !is_trusted(sid));
    Ok(stranger.map_or(Guard::Closed, |(_, sid)| Guard::WritableBy(name(&sid))))
}

fn name(sid: &str) -> String {
    if is_wide_sid(sid) {
        return "everyone".to_owned();
    }
    account::name_of_text(sid).unwrap_or_else(|| sid.to_owned())
}
