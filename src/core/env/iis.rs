//! What the running Windows tells about IIS, and the one thing it is given: a PFX. Nothing of it exists on
//! other systems.

use std::path::PathBuf;

use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::store::StoreCertificate;
use crate::core::iis::store::import::{ImportStore, PfxImport, PfxImportFault};
use crate::core::iis::version::IisVersion;
use crate::core::secret::Secret;

/// Why the running system says nothing.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HostFault {
    /// Nobody asked for what this computer has.
    NotAsked,
    /// This is no Windows.
    NotWindows,
    /// IIS, or this part of it, is not installed.
    NotInstalled,
    /// It takes the rights of an administrator.
    Denied,
    /// Anything else, in the system's words.
    Other(String),
}

/// Settings of the central certificate store (`HKLM\SOFTWARE\Microsoft\IIS\CentralCertProvider`); never its
/// password.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct CentralStore {
    /// Whether IIS uses it.
    pub is_enabled: bool,
    /// The folder or share with a PFX for each host.
    pub folder: Option<String>,
}

/// The running IIS.
pub trait IisHost: Sync {
    /// Version, by the registry and the build of Windows.
    fn version(&self) -> Result<IisVersion, HostFault>;
    /// Where `applicationHost.config` really lies for this process, `Sysnative` for a 32-bit one.
    fn config_path(&self) -> Result<PathBuf, HostFault>;
    /// The entries of http.sys, by the HTTP Server API.
    fn ssl_entries(&self) -> Result<Vec<SslEntry>, HostFault>;
    /// The certificates of the computer's stores `MY`, `WebHosting`, `CA` and `Root`, keys tested
    /// without a word to the user.
    fn certificates(&self) -> Result<Vec<StoreCertificate>, HostFault>;
    /// The central store, by the registry.
    fn central_store(&self) -> Result<CentralStore, HostFault>;
    /// Names of the sites that are stopped now; only an administrator may ask.
    fn stopped_sites(&self) -> Result<Vec<String>, HostFault>;
    /// Name of the computer.
    fn computer(&self) -> Option<String>;
    /// A path with its variables filled in: `%SystemDrive%\inetpub\wwwroot`.
    fn expanded(&self, path: &str) -> String {
        path.to_owned()
    }

    /// Imports the certificate of a PFX with its key for the computer, its intermediates to `CA`, and no
    /// root; only an administrator may. What it has added is taken back when it fails.
    ///
    /// # Errors
    /// Why nothing was imported.
    fn import_pfx(
        &self,
        pfx: &[u8],
        password: &Secret,
        store: ImportStore,
    ) -> Result<PfxImport, PfxImportFault> {
        let _nowhere_to_go = (pfx, password, store);
        Err(PfxImportFault::NotWindows)
    }
}

/// Every system that is no Windows.
pub struct NoIis;

impl IisHost for NoIis {
    fn version(&self) -> Result<IisVersion, HostFault> {
        Err(HostFault::NotWindows)
    }

    fn config_path(&self) -> Result<PathBuf, HostFault> {
        Err(HostFault::NotWindows)
    }

    fn ssl_entries(&self) -> Result<Vec<SslEntry>, HostFault> {
        Err(HostFault::NotWindows)
    }

    fn certificates(&self) -> Result<Vec<StoreCertificate>, HostFault> {
        Err(HostFault::NotWindows)
    }

    fn central_store(&self) -> Result<CentralStore, HostFault> {
        Err(HostFault::NotWindows)
    }

    fn stopped_sites(&self) -> Result<Vec<String>, HostFault> {
        Err(HostFault::NotWindows)
    }

    fn computer(&self) -> Option<String> {
        None
    }
}
