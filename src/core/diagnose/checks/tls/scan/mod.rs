//! Which versions and suites servers accept, found out by hellos of our own, each for one version: nothing is agreed
//! upon to the end. One scan serves two checks. What could not be found out stays unknown.

mod eliminate;
mod offer;
mod preference;
mod versions;

use std::net::SocketAddr;

use serde::Serialize;

pub use eliminate::suites;
pub use versions::versions;

use crate::core::diagnose::ask::Asker;
use crate::core::env::{Call, DnsName, TalkEnd, Talked};
use crate::core::finding::{AtServers, Finding};
use crate::core::limits;
use crate::core::tls::{Alert, Answer, Hello, NoHandshake, Probe, Suite, Version};

/// What one server accepts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Server {
    /// Where.
    pub address: SocketAddr,
    /// Every version, the oldest first.
    pub versions: Vec<OfVersion>,
    /// Connections it took.
    pub connections: usize,
    /// Whether it would have taken more than [`limits::SCAN_CONNECTIONS`].
    pub is_limited: bool,
}

/// What a server does with one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfVersion {
    /// The version.
    pub version: Version,
    /// Whether it is accepted.
    #[serde(flatten)]
    pub accepted: Accepted,
    /// Which suites are accepted with it; `None` where nobody looked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suites: Option<Suites>,
    /// Whether the hello has to come without extensions.
    #[serde(skip)]
    is_bare: bool,
}

/// Whether something is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "accepted")]
pub enum Accepted {
    /// Yes: the suite it chose among all.
    Yes {
        /// The suite.
        suite: Suite,
    },
    /// No, and how it says so.
    No {
        /// How.
        refusal: Refusal,
    },
    /// It could not be found out.
    Unknown {
        /// Why.
        why: Unanswered,
    },
}

impl Server {
    /// Holds what was found against a handshake of this version that was seen before: where that is refused now, the
    /// server limits its clients, and closing without a word says nothing of versions.
    pub fn believe(&mut self, seen: Version) {
        let mut versions = self.versions.iter();
        let is_refused =
            |one: &OfVersion| one.version == seen && matches!(one.accepted, Accepted::No { .. });
        if !versions.any(is_refused) {
            return;
        }
        for one in &mut self.versions {
            let why = match &one.accepted {
                Accepted::No {
                    refusal: Refusal::Reset,
                } => NoHandshake::Reset,
                Accepted::No {
                    refusal: Refusal::Closed,
                } => NoHandshake::Closed,
                Accepted::No { .. } if one.version == seen => NoHandshake::Closed,
                _ => continue,
            };
            one.accepted = Accepted::Unknown {
                why: Unanswered::NoHandshake(why),
            };
        }
    }
}

/// How a server says no.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "how")]
pub enum Refusal {
    /// By an alert.
    Alert {
        /// Its number.
        code: u8,
    },
    /// It closes the connection, as it does not with other versions.
    Closed,
    /// It breaks the connection off, as it does not with other versions.
    Reset,
    /// It answers with another version.
    OtherVersion {
        /// Which.
        instead: Version,
    },
}

/// Why something could not be found out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "what", content = "detail")]
pub enum Unanswered {
    /// The connection is open, and what came is no answer.
    NoHandshake(NoHandshake),
    /// No connection.
    NoConnection(TalkEnd),
    /// It would have taken too many connections.
    Limit,
}

/// The suites accepted with one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suites {
    /// Those accepted, by number.
    pub accepted: Vec<Suite>,
    /// Why there may be more; `None` where these are all.
    pub unknown: Option<Unanswered>,
    /// How it closed the connection instead of saying no, if it did.
    #[serde(skip)]
    closed: Option<NoHandshake>,
    /// Who chooses.
    pub preference: Preference,
}

/// Whose order decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preference {
    /// The server's.
    Server,
    /// The client's.
    Client,
    /// There is nothing to choose, or it could not be found out.
    None,
}

impl Server {
    /// The versions it accepts, the oldest first.
    pub fn accepted(&self) -> Vec<Version> {
        let is_yes = |one: &&OfVersion| matches!(one.accepted, Accepted::Yes { .. });
        let accepted = self.versions.iter().filter(is_yes);
        accepted.map(|one| one.version).collect()
    }

    /// Whether there is something that could not be found out.
    pub fn is_unsure(&self) -> bool {
        let is_unsure = |one: &OfVersion| {
            let mut suites = one.suites.iter();
            matches!(one.accepted, Accepted::Unknown { .. })
                || suites.any(|suites| suites.unknown.is_some())
        };
        self.is_limited || self.versions.iter().any(is_unsure)
    }

    /// Counts a connection that is about to be opened; `false` where it would be one too many.
    fn counts(&mut self) -> bool {
        if self.connections >= limits::SCAN_CONNECTIONS {
            self.is_limited = true;
            return false;
        }
        self.connections += 1;
        true
    }
}

/// One finding for all servers of which the same is true.
pub fn each<T: PartialEq>(
    name: &DnsName,
    servers: &[Server],
    of: impl Fn(&Server) -> Option<T>,
    finding: impl Fn(AtServers, T) -> Finding,
) -> Vec<Finding> {
    let mut groups: Vec<(T, Vec<String>)> = Vec::new();
    for server in servers {
        let Some(value) = of(server) else {
            continue;
        };
        let address = server.address.to_string();
        match groups.iter_mut().find(|(one, _)| *one == value) {
            Some((_, addresses)) => addresses.push(address),
            None => groups.push((value, vec![address])),
        }
    }
    let found = groups.into_iter().map(|(value, addresses)| {
        let name = name.to_string();
        finding(AtServers { name, addresses }, value)
    });
    found.collect()
}

/// What a server said to a hello for one version.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Yes(Suite),
    No(Refusal),
    Unknown(Unanswered),
}

impl Said {
    /// Closing counts as no here; whether it is one is for whoever knows what else the server does.
    fn of(version: Version, talked: Talked) -> Self {
        let unheard = || Self::Unknown(Unanswered::NoConnection(TalkEnd::Cancelled));
        let Some((probe, _, end)) = talked.into_script::<Probe>() else {
            return unheard();
        };
        match probe.answer(&end) {
            Answer::Hello(hello) if hello.version == version => Self::Yes(hello.suite),
            Answer::Hello(hello) => Self::No(Refusal::OtherVersion {
                instead: hello.version,
            }),
            Answer::No(NoHandshake::Alert {
                alert: Alert { code, .. },
                ..
            }) => Self::No(Refusal::Alert { code }),
            Answer::No(NoHandshake::Closed) => Self::No(Refusal::Closed),
            Answer::No(NoHandshake::Reset) => Self::No(Refusal::Reset),
            Answer::No(why) => Self::Unknown(Unanswered::NoHandshake(why)),
            Answer::NoConnection(end) => Self::Unknown(Unanswered::NoConnection(end)),
        }
    }
}

/// Makes the hellos of a scan.
struct Hellos<'a> {
    asker: &'a Asker<'a>,
    name: &'a DnsName,
    random: [u8; 32],
    share: [u8; 32],
}

impl<'a> Hellos<'a> {
    fn new(asker: &'a Asker<'a>, name: &'a DnsName) -> Self {
        let bytes = || {
            let mut bytes = [0; 32];
            // Nothing secret is ever said in a scan: bytes that can be guessed would do.
            asker.env.random.fill(&mut bytes).ok();
            bytes
        };
        Self {
            asker,
            name,
            random: bytes(),
            share: bytes(),
        }
    }

    fn call(
        &self,
        address: SocketAddr,
        version: Version,
        is_bare: bool,
        suites: Vec<Suite>,
    ) -> Call {
        let hello = Hello {
            version,
            suites,
            name: Some(self.name.to_string()),
            alpn: Vec::new(),
            random: self.random,
            share: self.share,
            is_bare,
        };
        Call::new(address, Probe::hello(&hello, self.asker.request.start))
    }
}
