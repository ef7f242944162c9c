//! A running IIS in memory: says what its fields say, and keeps what it was given.

use std::path::PathBuf;
use std::sync::Mutex;

use crate::core::env::{CentralStore, HostFault, IisHost};
use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::store::StoreCertificate;
use crate::core::iis::store::import::{ImportStore, PfxImport, PfxImportFault};
use crate::core::iis::version::IisVersion;
use crate::core::secret::Secret;

/// IIS of Server 2019 with nothing in it, until fields say otherwise:
/// `MemoryIis { version: Ok(IisVersion::V7_5), ..MemoryIis::default() }`.
pub struct MemoryIis {
    /// Version.
    pub version: Result<IisVersion, HostFault>,
    /// Path of the configuration.
    pub config_path: Result<PathBuf, HostFault>,
    /// Entries of http.sys.
    pub entries: Result<Vec<SslEntry>, HostFault>,
    /// Certificates of the computer.
    pub certificates: Result<Vec<StoreCertificate>, HostFault>,
    /// The central store.
    pub central: Result<CentralStore, HostFault>,
    /// Names of stopped sites.
    pub stopped: Result<Vec<String>, HostFault>,
    /// Name of the computer.
    pub computer: Option<String>,
    /// What becomes of an import.
    pub import: Result<PfxImport, PfxImportFault>,
    /// Imports that were asked for, in order.
    pub imports: Mutex<Vec<MemoryImport>>,
}

/// One import that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoryImport {
    /// The PFX.
    pub pfx: Vec<u8>,
    /// Its password; tests only, so it may be printed.
    pub password: String,
    /// Where the certificate was to go.
    pub store: ImportStore,
}

impl Default for MemoryIis {
    fn default() -> Self {
        Self {
            version: Ok(IisVersion::V10_2019),
            config_path: Ok(PathBuf::from(
                r"C:\Windows\System32\inetsrv\config\applicationHost.config",
            )),
            entries: Ok(Vec::new()),
            certificates: Ok(Vec::new()),
            central: Ok(CentralStore::default()),
            stopped: Ok(Vec::new()),
            computer: Some("WEB01".to_owned()),
            import: Err(PfxImportFault::NotPfx),
            imports: Mutex::default(),
        }
    }
}

impl IisHost for MemoryIis {
    fn version(&self) -> Result<IisVersion, HostFault> {
        self.version.clone()
    }

    fn config_path(&self) -> Result<PathBuf, HostFault> {
        self.config_path.clone()
    }

    fn ssl_entries(&self) -> Result<Vec<SslEntry>, HostFault> {
        self.entries.clone()
    }

    fn certificates(&self) -> Result<Vec<StoreCertificate>, HostFault> {
        self.certificates.clone()
    }

    fn central_store(&self) -> Result<CentralStore, HostFault> {
        self.central.clone()
    }

    fn stopped_sites(&self) -> Result<Vec<String>, HostFault> {
        self.stopped.clone()
    }

    fn computer(&self) -> Option<String> {
        self.computer.clone()
    }

    fn import_pfx(
        &self,
        pfx: &[u8],
        password: &Secret,
        store: ImportStore,
    ) -> Result<PfxImport, PfxImportFault> {
        if let Ok(mut imports) = self.imports.lock() {
            imports.push(MemoryImport {
                pfx: pfx.to_vec(),
                password: password.expose().to_owned(),
                store,
            });
        }
        self.import.clone()
    }
}
