//! The three layers together: what each binding says, what will be served, and what is wrong.

mod check;
mod gather;
mod known;
mod read;
mod served;
mod server;
mod web;

use std::path::PathBuf;
use std::sync::Arc;

use super::config::{Configuration, Location, Redirection, Source};
use super::http_sys::SslEntry;
use super::plan::{BindingAt, Ground};
use super::store::StoreCertificate;
use super::version::IisVersion;
use crate::core::artifact::Fingerprint;
use crate::core::env::{CentralStore, Env, HostFault};
use crate::core::finding::{Finding, Verdict};
use crate::core::op::{Outcome, Report};
use crate::core::problem::Failure;
use crate::core::progress::{Progress, Stage};
use crate::core::time::Moment;

pub use served::{Served, ServedBy};
pub use server::{SERVER_FACTS, ServerFacts};

/// What to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `applicationHost.config`; this computer's own when neither it nor anything in `paths` is one.
    pub config: Option<PathBuf>,
    /// Files and folders whose content says what they are: configurations, listings, certificates.
    pub paths: Vec<PathBuf>,
    /// Saved `netsh http show sslcert`.
    pub ssl_entries: Vec<PathBuf>,
    /// Saved listings of the certificate stores, or certificates themselves.
    pub stores: Vec<PathBuf>,
    /// Files `web.config`.
    pub web_configs: Vec<PathBuf>,
    /// Version of IIS, when it is known better than the files say.
    pub version: Option<IisVersion>,
    /// Judge for another moment than now.
    pub time: Option<Moment>,
    /// Whether this computer is asked for what no file says: http.sys, stores, version.
    pub ask_this_computer: bool,
    /// Follow `redirection.config` to the configuration in force.
    pub follow_redirection: bool,
}

/// A layer beside the configuration.
#[derive(Clone, Debug)]
pub enum Known<T> {
    /// It was not asked for.
    NotRead,
    /// It was asked for, and this computer did not say.
    Refused(HostFault),
    /// What it holds.
    Read(T),
}

impl<T> Known<T> {
    /// What it holds, when it was read.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Read(value) => Some(value),
            Self::NotRead | Self::Refused(_) => None,
        }
    }
}

/// One finding and the binding or site it is about.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The finding.
    pub finding: Finding,
    /// Its site, by index.
    pub site: Option<u32>,
    /// Its binding.
    pub at: Option<BindingAt>,
}

/// A `web.config` that was read.
#[derive(Clone, Debug)]
pub struct WebConfig {
    /// Where.
    pub path: PathBuf,
    /// The site whose root it lies in, when that is known.
    pub site: Option<u32>,
    /// Its settings, and those of its `location` blocks.
    pub settings: Vec<Location>,
}

/// Everything that was read, and what is wrong with it.
pub struct Scan {
    /// The file.
    pub path: PathBuf,
    /// SHA-256 of its bytes: a plan is for this file and no other version of it.
    pub sha256: Fingerprint,
    /// Its text.
    pub source: Source,
    /// What it says.
    pub configuration: Configuration,
    /// `redirection.config`, when there is one.
    pub redirection: Option<Redirection>,
    /// Version of IIS.
    pub version: Option<IisVersion>,
    /// Name of the computer, when something says it.
    pub computer: Option<String>,
    /// Certificate entries of http.sys.
    pub entries: Known<Vec<SslEntry>>,
    /// Certificates of the computer's stores.
    pub certificates: Known<Vec<StoreCertificate>>,
    /// The central store.
    pub central: Known<CentralStore>,
    /// Names of the sites that are stopped now.
    pub stopped: Known<Vec<String>>,
    /// `web.config` of sites.
    pub web_configs: Vec<WebConfig>,
    /// What will be served, for each binding of https: computed, not observed.
    pub served: Served,
    /// What is wrong, worst first.
    pub notices: Vec<Notice>,
    /// The moment it is judged for.
    pub judged_at: Moment,
}

impl Scan {
    /// What plans are made on.
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            source: &self.source,
            configuration: &self.configuration,
            version: self.version,
            entries: self.entries.get().map(Vec::as_slice),
            certificates: self.certificates.get().map(Vec::as_slice),
            is_settled: false,
            now: self.judged_at,
        }
    }

    /// Whether a site runs: stopped now, or not started with the service.
    pub fn is_stopped(&self, site: u32) -> bool {
        let Some(site) = self.configuration.sites.get(site as usize) else {
            return false;
        };
        match self.stopped.get() {
            Some(stopped) => stopped.iter().any(|name| **name == *site.name),
            None => !site.auto_start,
        }
    }

    /// The worst of the findings.
    pub fn verdict(&self) -> Verdict {
        self.notices
            .iter()
            .map(|notice| Verdict::of(std::slice::from_ref(&notice.finding)))
            .max()
            .unwrap_or(Verdict::Ok)
    }
}

/// Reads and judges.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    match scan(request, env, progress) {
        Ok(Some(scan)) => Outcome::Done(Report::IisScan(Arc::new(scan))),
        Ok(None) => Outcome::Cancelled,
        Err(failure) => Outcome::Failed(failure),
    }
}

/// Reads and judges; `None` when nobody wants it any more.
///
/// # Errors
/// When the configuration or a named file cannot be read or understood.
pub fn scan(
    request: &Request,
    env: &Env<'_>,
    progress: &dyn Progress,
) -> Result<Option<Scan>, Failure> {
    progress.report(Stage::ReadingFiles, 0, 0);
    let mut scan = gather::gather(request, env, progress)?;
    if progress.is_cancelled() {
        return Ok(None);
    }
    progress.report(Stage::Judging, 0, 0);
    let known = known::Lookup::new(&scan);
    let judged = served::compute(&scan.configuration, &known, progress)
        .and_then(|served| Some((check::all(&scan, &known, &served, progress)?, served)));
    drop(known);
    let Some((notices, served)) = judged else {
        return Ok(None);
    };
    (scan.served, scan.notices) = (served, notices);
    Ok(Some(scan))
}
