//! The IIS of this computer.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use super::registry::Key;
use super::{pfx, process, store, system};
use crate::core::env::{CentralStore, HostFault, IisHost};
use crate::core::iis::http_sys::SslEntry;
use crate::core::iis::stopped;
use crate::core::iis::store::StoreCertificate;
use crate::core::iis::store::import::{ImportStore, PfxImport, PfxImportFault};
use crate::core::iis::version::IisVersion;
use crate::core::secret::Secret;

/// How long appcmd may take; it answers within a second where all is well.
const APPCMD_PATIENCE: Duration = Duration::from_secs(20);
/// Bytes of appcmd's answer that are read (1 MiB).
const APPCMD_BYTES: u64 = 1 << 20;

/// IIS as Windows tells of it.
pub struct WindowsIis;

impl IisHost for WindowsIis {
    fn version(&self) -> Result<IisVersion, HostFault> {
        let key = Key::open(r"SOFTWARE\Microsoft\InetStp")?.ok_or(HostFault::NotInstalled)?;
        let number = |name| key.number(name).ok_or(HostFault::NotInstalled);
        let (major, minor) = (number("MajorVersion")?, number("MinorVersion")?);
        let windows = Key::open(r"SOFTWARE\Microsoft\Windows NT\CurrentVersion")?;
        let build = windows.and_then(|key| key.text("CurrentBuildNumber"));
        let build = build.and_then(|build| build.parse().ok());
        IisVersion::of_registry(major, minor, build.unwrap_or_default())
            .ok_or_else(|| HostFault::Other(format!("IIS {major}.{minor}")))
    }

    fn config_path(&self) -> Result<PathBuf, HostFault> {
        let path = inetsrv()?.join("config").join("applicationHost.config");
        match path.try_exists() {
            Ok(false) => Err(HostFault::NotInstalled),
            // Only an administrator may look into the folder; others are told where it is all the same.
            Ok(true) | Err(_) => Ok(path),
        }
    }

    fn expanded(&self, path: &str) -> String {
        // By Windows' own folder: whoever sets variables of this process sets no paths here.
        let Some(system) = system::system_folder() else {
            return path.to_owned();
        };
        let windows = system
            .parent()
            .map(|folder| folder.to_string_lossy().into_owned());
        let windows = windows.unwrap_or_default();
        let drive: String = windows.chars().take(2).collect();
        let known = [
            ("%systemdrive%", drive.as_str()),
            ("%windir%", windows.as_str()),
            ("%systemroot%", windows.as_str()),
        ];
        let begins = path.to_ascii_lowercase();
        for (variable, value) in known {
            if begins.starts_with(variable) {
                let rest = path.get(variable.len()..).unwrap_or_default();
                return format!("{value}{rest}");
            }
        }
        path.to_owned()
    }

    fn ssl_entries(&self) -> Result<Vec<SslEntry>, HostFault> {
        super::http_sys::ssl_entries()
    }

    fn certificates(&self) -> Result<Vec<StoreCertificate>, HostFault> {
        store::certificates()
    }

    fn central_store(&self) -> Result<CentralStore, HostFault> {
        // `UserName`, `Password` and `PrivateKeyPassword` lie beside these two and are never read.
        let key = Key::open(r"SOFTWARE\Microsoft\IIS\CentralCertProvider")?;
        Ok(key.map_or_else(CentralStore::default, |key| CentralStore {
            is_enabled: key.number("Enabled").is_some_and(|enabled| enabled != 0),
            folder: key.text("CertStoreLocation"),
        }))
    }

    fn stopped_sites(&self) -> Result<Vec<String>, HostFault> {
        let program = inetsrv()?.join("appcmd.exe");
        if !program.exists() {
            return Err(HostFault::NotInstalled);
        }
        let ended = process::run(&program, stopped::ARGUMENTS, APPCMD_PATIENCE, APPCMD_BYTES)
            .map_err(|fault| fault_of(&fault))?;
        match ended.code {
            None => Err(HostFault::Other("appcmd.exe does not answer".to_owned())),
            code => stopped::sites(code, &system::console_text(&ended.printed)),
        }
    }

    fn computer(&self) -> Option<String> {
        system::computer()
    }

    fn import_pfx(
        &self,
        pfx: &[u8],
        password: &Secret,
        store: ImportStore,
    ) -> Result<PfxImport, PfxImportFault> {
        pfx::import(pfx, password, store)
    }
}

/// The folder of IIS.
fn inetsrv() -> Result<PathBuf, HostFault> {
    let folder = system::system_folder().map(|folder| folder.join("inetsrv"));
    folder.ok_or_else(|| HostFault::Other("GetSystemWindowsDirectory".to_owned()))
}

fn fault_of(fault: &io::Error) -> HostFault {
    match fault.kind() {
        io::ErrorKind::NotFound => HostFault::NotInstalled,
        io::ErrorKind::PermissionDenied => HostFault::Denied,
        _ => HostFault::Other(fault.to_string()),
    }
}
