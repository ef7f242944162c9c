//! What is to be found out.

use serde::Serialize;

use super::authority::Authority;
use super::check::{CheckKey, Lane};
use super::expected::Expected;
use super::setup::Setup;
use crate::core::env::{DnsName, WebUrl};

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
    /// Run this check alone.
    pub only: Option<CheckKey>,
    /// Look again until what is expected is visible everywhere.
    pub watch: Option<super::watch::Watch>,
}

impl Request {
    /// Both lanes for names, asking the system's resolver alone.
    pub fn of(names: Vec<DnsName>) -> Self {
        Self {
            names,
            lanes: Lane::ALL.to_vec(),
            authority: None,
            profile: Profile::default(),
            expected: Vec::new(),
            setup: Setup::default(),
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

    /// Whether a check is part of the run.
    pub fn wants(&self, key: &CheckKey) -> bool {
        let is_chosen = self.only.as_ref().is_none_or(|only| only == key);
        is_chosen && self.lanes.contains(&key.id.lane())
    }
}
