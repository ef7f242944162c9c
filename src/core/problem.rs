//! Why an operation could not be done, as data; the words and remedies are in `text`.

use std::path::PathBuf;

/// A whole operation failed. What went wrong with one file of many is a finding instead.
#[derive(Debug, thiserror::Error, Clone, PartialEq, Eq)]
pub enum Failure {
    /// A panic was caught; the window lives on.
    #[error("internal fault in {operation}: {detail}")]
    Internal {
        /// Operation that was running.
        operation: &'static str,
        /// The panic's own words.
        detail: String,
    },
    /// Nothing by this name, or it cannot be read.
    #[error("cannot read {path}: {fault:?}")]
    Unreadable {
        /// What was asked for.
        path: PathBuf,
        /// Why.
        fault: crate::core::env::FileFault,
    },
    /// A conversion cannot be done as asked; nothing was written.
    #[error("not converted: {0:?}")]
    NotConverted(crate::core::convert::Refusal),
    /// A certificate request was not made; nothing was written.
    #[error("not requested: {0}")]
    NotRequested(crate::core::csr::Refusal),
    /// A file holds no certificate request.
    #[error("no certificate request in {name}")]
    NotARequest {
        /// Its path, or what the pasted text is called.
        name: String,
    },
    /// A file is not the configuration it was taken for; nothing is ever written to such a file.
    #[error("{path}: {fault}")]
    NotConfiguration {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        fault: crate::core::iis::config::ConfigFault,
    },
    /// A file is no saved `netsh http show sslcert`.
    #[error("{path}: {fault}")]
    NotSslListing {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        fault: crate::core::iis::http_sys::netsh::ListingFault,
    },
    /// A file is no listing of certificate stores.
    #[error("{path}: {fault}")]
    NotStoreListing {
        /// Which file.
        path: PathBuf,
        /// Where and why.
        fault: crate::core::iis::store::listing::StoreListingFault,
    },
    /// A file is nothing that tells of IIS.
    #[error("{path} tells nothing of IIS")]
    NotIisFile {
        /// Which file.
        path: PathBuf,
    },
    /// A change of the configuration, or taking it back, was refused; the file is as it was.
    #[error("{0}")]
    IisAct(crate::core::iis::history::ActFault),
    /// http.sys lacks entries that a plan counts on; nothing was changed.
    #[error("http.sys lacks {} entries", .0.len())]
    IisEntriesFirst(Vec<crate::core::iis::http_sys::SslEntry>),
    /// The helper could not be started.
    #[error("{0:?}")]
    NotElevated(crate::core::env::ElevationFault),
    /// The user did not let the helper start; nothing was changed.
    #[error("declined")]
    HelperDeclined,
    /// The helper ended without having done it.
    #[error("the helper ended with {code}")]
    HelperFailed {
        /// Its exit code.
        code: u32,
    },
    /// The helper with the rights of an administrator refused a plan.
    #[error("{0}")]
    Elevated(crate::core::iis::elevated::ElevatedFault),
    /// A PFX was not imported; nothing was changed.
    #[error("{path}: {fault:?}")]
    NotImported {
        /// The PFX.
        path: PathBuf,
        /// Why.
        fault: crate::core::iis::store::import::PfxImportFault,
    },
    /// A wish of a plan cannot be carried out on this file.
    #[error("{0:?}")]
    IisPlanRefused(crate::core::iis::plan::Refusal),
    /// A file is no plan.
    #[error("{path}: {fault}")]
    NotIisPlan {
        /// Which file.
        path: PathBuf,
        /// Why.
        fault: crate::core::iis::plan::PlanFileFault,
    },
    /// A server sent no certificates.
    #[error("{0}")]
    NotFetched(crate::core::diagnose::fetch::FetchFault),
    /// No configuration of IIS was named, and this computer has none.
    #[error("no IIS: {0:?}")]
    NoIis(crate::core::env::HostFault),
    /// The ledger of requests did not answer; nothing was changed.
    #[error("{0}")]
    Ledger(crate::core::ledger::LedgerFault),
    /// What was written was changed since, so it is not taken back; nothing was done.
    #[error("{path} was changed since")]
    ChangedSince {
        /// The file that was changed.
        path: PathBuf,
    },
    /// The list of trusted roots is empty or not a list of certificates.
    #[error("no trusted roots in {source_name}")]
    NoRoots {
        /// File, folder or store that was asked.
        source_name: String,
    },
    /// The result exists already and overwriting was not asked for.
    #[error("{path} exists")]
    Exists {
        /// The file in the way.
        path: PathBuf,
    },
    /// Two results would have the same name.
    #[error("{path} is named twice")]
    NamedTwice {
        /// That name.
        path: PathBuf,
    },
    /// Writing failed half way, and a file replaced before could not be put back.
    #[error("{path} could not be put back from {copy}: {fault:?}")]
    NotPutBack {
        /// The file that now holds new content.
        path: PathBuf,
        /// Where its old content lies.
        copy: PathBuf,
        /// Why it could not be put back.
        fault: crate::core::env::FileFault,
    },
    /// The result could not be written; what was there before is whole.
    #[error("cannot write {path}: {fault:?}")]
    Unwritable {
        /// Where it should have gone.
        path: PathBuf,
        /// Why.
        fault: crate::core::env::FileFault,
    },
}

impl Failure {
    /// Stable code `area.kind`, for JSON and tests.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Internal { .. } => "internal.fault",
            Self::Unreadable { .. } => "file.unreadable",
            Self::NotConverted(_) => "convert.refused",
            Self::NotRequested(_) => "csr.refused",
            Self::NotARequest { .. } => "csr.none",
            Self::NotConfiguration { .. } => "iis.not-configuration",
            Self::NotSslListing { .. } => "iis.not-ssl-listing",
            Self::NotStoreListing { .. } => "iis.not-store-listing",
            Self::NotIisFile { .. } => "iis.not-iis-file",
            Self::Elevated(_) | Self::NotElevated(_) => "iis.not-elevated",
            Self::IisEntriesFirst(_) => "iis.entries-first",
            Self::HelperDeclined => "iis.declined",
            Self::HelperFailed { .. } => "iis.helper-failed",
            Self::NotImported { .. } => "iis.not-imported",
            Self::IisAct(_) => "iis.not-done",
            Self::IisPlanRefused(_) => "iis.refused",
            Self::NotIisPlan { .. } => "iis.not-plan",
            Self::NotFetched(_) => "server.not-fetched",
            Self::NoIis(_) => "iis.none",
            Self::Ledger(_) => "ledger.unusable",
            Self::ChangedSince { .. } => "file.changed-since",
            Self::NoRoots { .. } => "trust.no-roots",
            Self::Exists { .. } => "file.exists",
            Self::NamedTwice { .. } => "file.named-twice",
            Self::NotPutBack { .. } => "file.not-put-back",
            Self::Unwritable { .. } => "file.unwritable",
        }
    }
}
