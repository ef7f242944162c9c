//! What is to be found out.

use std::net::SocketAddr;
use std::sync::Arc;

use serde::Serialize;

use super::authority::Authority;
use super::check::{CheckId, CheckKey, Lane};
use super::expected::Expected;
use super::setup::Setup;
use crate::core::bundle::trust::TrustChoice;
use crate::core::env::{DnsName, WebUrl};
use crate::core::tls::StartTls;
use crate::core::x509::Certificate;

/// How strict the CA is about files and redirects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Profile {
    /// One vendor's console (2024): status 200, exact content, no redirect.
    Strict,
    /// CA/B Forum BR section 3.2.2.4.18: redirects on 80 and 443 are followed.
    #[default]
    Br,
    /// RFC 8555 section 8.3.
    Acme,
}

impl Profile {
    /// All profiles, the strictest first.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Br, Self::Acme];
}

/// The port of HTTPS.
pub const HTTPS_PORT: u16 = 443;

/// What should be served: the server certificates of something the user opened.
#[derive(Clone)]
pub struct Against {
    /// What the user calls it: a file's name. Foreign text.
    pub label: String,
    /// Its server certificates; any of them will do.
    pub certificates: Vec<Arc<Certificate>>,
}

impl std::fmt::Debug for Against {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let fingerprints = self.certificates.iter().map(|one| one.fingerprint);
        write!(
            out,
            "{:?} {:?}",
            self.label,
            fingerprints.collect::<Vec<_>>()
        )
    }
}

/// A run.
#[derive(Clone, Debug)]
pub struct Request {
    /// The names of the order as [`super::target::read`] cleaned them, each once; a wildcard with its `*`.
    pub names: Vec<DnsName>,
    /// The lanes that run.
    pub lanes: Vec<Lane>,
    /// Who will issue; without it CAA is told and not judged.
    pub authority: Option<Authority>,
    /// How strict it is.
    pub profile: Profile,
    /// What it looks for.
    pub expected: Vec<Expected>,
    /// How to ask.
    pub setup: Setup,
    /// Where the names are called in place of the addresses that DNS gives: the new server before the change.
    pub connect: Vec<SocketAddr>,
    /// The port at which TLS is looked at, before the port map.
    pub port: u16,
    /// What is spoken before TLS; `None` for HTTPS, and TLS from the first byte.
    pub start: Option<StartTls>,
    /// What should be served.
    pub against: Option<Against>,
    /// Which roots count as trusted.
    pub trust: TrustChoice,
    /// Where a WebSocket should open: a path such as `/chat`.
    pub websocket: Option<String>,
    /// Run this check alone.
    pub only: Option<CheckKey>,
    /// Look again until what is expected is visible everywhere.
    pub watch: Option<super::watch::Watch>,
}

impl Request {
    /// All lanes for names, asking the system's resolver alone.
    pub fn of(names: Vec<DnsName>) -> Self {
        Self {
            names,
            lanes: Lane::ALL.to_vec(),
            authority: None,
            profile: Profile::default(),
            expected: Vec::new(),
            setup: Setup::default(),
            connect: Vec::new(),
            port: HTTPS_PORT,
            start: None,
            against: None,
            trust: TrustChoice::default(),
            websocket: None,
            only: None,
            watch: None,
        }
    }

    /// The same with the hosts of expected files among the names: a file holds for its own host alone, so that
    /// `www` needs its own (CA/B Forum BR section 3.2.2.4.18).
    pub fn with_hosts_of_files(mut self) -> Self {
        let hosts = self.expected.iter().filter_map(|one| match one {
            Expected::File { url, .. } => DnsName::parse(&WebUrl::parse(url).ok()?.host),
            _ => None,
        });
        for host in hosts {
            if !self.names.contains(&host) {
                self.names.push(host);
            }
        }
        self
    }

    /// An address the user chose, for a usual port: as chosen where it is the one at which TLS is looked at, else
    /// with that port, by the port map.
    pub fn at(&self, chosen: SocketAddr, port: u16) -> SocketAddr {
        match port == self.port {
            true => chosen,
            false => SocketAddr::new(chosen.ip(), self.setup.ports.of(port)),
        }
    }

    /// Whether a check is part of the run.
    pub fn wants(&self, key: &CheckKey) -> bool {
        let is_chosen = self.only.as_ref().is_none_or(|only| only == key);
        // The header belongs to the page, and is a matter of TLS.
        let is_beside = key.id == CheckId::Hsts && self.lanes.contains(&Lane::Connection);
        is_chosen && (is_beside || self.lanes.contains(&key.id.lane()))
    }
}
