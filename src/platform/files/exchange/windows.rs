//! Windows: a handle keeps writers out from the comparison until the file is replaced.

use std::fs::File;
use std::path::Path;

use windows_sys::Win32::Storage::FileSystem::{FILE_SHARE_DELETE, FILE_SHARE_READ};

use super::of;
use crate::core::artifact::Fingerprint;
use crate::core::env::ExchangeFault;
use crate::platform::files::patience::patiently;
use crate::platform::files::steps::{Step, Steps};
use crate::platform::files::{fault, owned};
use crate::platform::windows::replace::{self, ReplaceFault};

/// Others may read the file, and rename or remove it, since a file that is replaced is renamed over.
const SHARED: u32 = FILE_SHARE_READ | FILE_SHARE_DELETE;

/// The file, closed to writers.
pub struct Held(File);

impl Held {
    pub fn open(path: &Path) -> Result<Self, ExchangeFault> {
        owned::open_itself(path, SHARED).map(Self)
    }

    pub fn file(&self) -> &File {
        &self.0
    }

    /// Gives the new file the access control list of the old one, before its first byte.
    pub fn dress(&self, _file: &File, temporary: &Path) -> Result<(), ExchangeFault> {
        replace::give_rights(&self.0, temporary).map_err(|_| ExchangeFault::RightsNotKept)
    }

    /// Whether the name still leads to the file that is held; what it holds cannot have changed.
    pub fn expect(
        &self,
        path: &Path,
        _expected: &Fingerprint,
        steps: &dyn Steps,
    ) -> Result<(), ExchangeFault> {
        steps
            .reached(Step::Compared, path)
            .map_err(|error| of(&error))?;
        let now = owned::open_itself(path, SHARED)?;
        let identities = (replace::identity(&self.0), replace::identity(&now));
        match identities {
            (Ok(held), Ok(now)) if held == now => Ok(()),
            (Ok(_), Ok(_)) => Err(ExchangeFault::Changed),
            (Err(error), _) | (_, Err(error)) => Err(of(&error)),
        }
    }

    pub fn give_way(&self, temporary: &Path, path: &Path) -> Result<(), ExchangeFault> {
        let is_busy = |fault: &ReplaceFault| matches!(fault, ReplaceFault::System(error) if owned::is_busy(error));
        patiently(|| replace::replace(&self.0, temporary, path), is_busy).map_err(|error| {
            match is_busy(&error) {
                true => ExchangeFault::Busy,
                false => error.of(fault),
            }
        })
    }
}
