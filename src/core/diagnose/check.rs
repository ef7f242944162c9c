//! One check: what it is about, how far it is, what came of it.

use serde::Serialize;

use super::checks::{
    caa::CaaSummary, connection::ConnectionSummary, dns::DnsSummary, file::FileSummary,
    page::PageSummary, records::RecordSummary, tls::TlsSummary,
};
use crate::core::env::DnsName;
use crate::core::finding::{Finding, Severity};

/// A column of the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lane {
    /// DNS and CAA.
    Dns,
    /// Domain validation.
    Validation,
    /// Connection and TLS.
    Connection,
    /// The page behind it.
    Page,
}

impl Lane {
    /// All lanes, left to right.
    pub const ALL: [Self; 4] = [Self::Dns, Self::Validation, Self::Connection, Self::Page];
}

/// What is checked. The order is the order in the lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// What was typed is a name that can have a certificate; what an order would be refused for.
    Order,
    /// Whether the name exists, and its registrable domain.
    Exists,
    /// The way from the root to the name's zone.
    Delegation,
    /// Whether every authoritative server answers, and alike.
    Servers,
    /// Whether the resolvers say the same.
    Resolvers,
    /// A and AAAA, and what kind of addresses they are.
    Addresses,
    /// The chain of aliases.
    Alias,
    /// Who may issue.
    Caa,
    /// Whether the answers are signed and the signatures fit.
    Dnssec,
    /// Whether a random name below gets an answer.
    Wildcard,
    /// How long "no such name" is kept.
    NegativeCache,
    /// Whether this computer sees another name than the world: hosts file, split DNS.
    ThisComputer,
    /// The expected record at every authoritative server.
    RecordAtServers,
    /// The expected record at the resolvers.
    RecordAtResolvers,
    /// Where else it landed: doubled label, wrong zone, a wildcard that pretends.
    RecordPlace,
    /// `_acme-challenge` and where it is delegated to.
    AcmeChallenge,
    /// `_validation-persist`, read only.
    Persist,
    /// The expected file at one scheme and family of addresses.
    File,
    /// Whether all ways to the file give the same.
    FilePlaces,
    /// What can be said from one place about those who look from many.
    Perspectives,
    /// Whether the server answers, over all its addresses.
    Reach,
    /// One address: connection and handshake. Known once the addresses are; its place is `ADDRESS:PORT`.
    Connection,
    /// This computer, where the name leads to it: who listens, what the firewall needs.
    ThisServer,
    /// The chain exactly as sent, judged.
    ServedChain,
    /// Whether the certificate that the user opened is the one served, and if not, whose is.
    AgainstFile,
    /// What is served without the name (SNI).
    Sni,
    /// Versions from SSL 3.0 to TLS 1.3.
    Protocols,
    /// Cipher suites.
    Suites,
    /// The application protocol agreed upon.
    Alpn,
    /// The OCSP answer that comes along.
    Staple,
    /// Whether a WebSocket can be opened.
    WebSocket,
    /// Whether http leads to https.
    HttpsRedirect,
    /// Where the page is in the end.
    FinalUrl,
    /// Whether browsers are told to use https alone.
    Hsts,
    /// What the page loads over http.
    MixedContent,
    /// Where forms and downloads of the page lead.
    Forms,
}

impl CheckId {
    /// All checks in their order.
    pub const ALL: [Self; 36] = [
        Self::Order,
        Self::Exists,
        Self::Delegation,
        Self::Servers,
        Self::Resolvers,
        Self::Addresses,
        Self::Alias,
        Self::Caa,
        Self::Dnssec,
        Self::Wildcard,
        Self::NegativeCache,
        Self::ThisComputer,
        Self::RecordAtServers,
        Self::RecordAtResolvers,
        Self::RecordPlace,
        Self::AcmeChallenge,
        Self::Persist,
        Self::File,
        Self::FilePlaces,
        Self::Perspectives,
        Self::Reach,
        Self::Connection,
        Self::ThisServer,
        Self::ServedChain,
        Self::AgainstFile,
        Self::Sni,
        Self::Protocols,
        Self::Suites,
        Self::Alpn,
        Self::Staple,
        Self::WebSocket,
        Self::HttpsRedirect,
        Self::FinalUrl,
        Self::Hsts,
        Self::MixedContent,
        Self::Forms,
    ];

    /// The lane it stands in.
    pub fn lane(self) -> Lane {
        match self {
            Self::Order
            | Self::RecordAtServers
            | Self::RecordAtResolvers
            | Self::RecordPlace
            | Self::AcmeChallenge
            | Self::Persist
            | Self::File
            | Self::FilePlaces
            | Self::Perspectives => Lane::Validation,
            Self::Reach
            | Self::Connection
            | Self::ThisServer
            | Self::ServedChain
            | Self::AgainstFile
            | Self::Sni
            | Self::Protocols
            | Self::Suites
            | Self::Alpn
            | Self::Staple
            | Self::WebSocket => Lane::Connection,
            Self::HttpsRedirect
            | Self::FinalUrl
            | Self::Hsts
            | Self::MixedContent
            | Self::Forms => Lane::Page,
            _ => Lane::Dns,
        }
    }
}

/// Which check: what, of which name, at which place. The same in every run, so that runs can be compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CheckKey {
    /// What is checked.
    pub id: CheckId,
    /// The name of the order.
    pub name: DnsName,
    /// Where several checks of one kind differ: the record's name, or `http` and `IPv4` of a file; empty
    /// elsewhere.
    pub place: String,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which.
    pub key: CheckKey,
    /// How far it is.
    pub state: State,
    /// What came of it, in short; `None` until it is done.
    pub summary: Option<Summary>,
    /// What is wrong, worst first.
    pub findings: Vec<Finding>,
    /// Milliseconds it took, waiting for others included.
    pub took_ms: u64,
}

/// How far a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state", content = "detail")]
pub enum State {
    /// Its turn has not come.
    Waiting,
    /// It is asking.
    Running,
    /// It ran to its end.
    Done(Mark),
    /// It was not needed, or what it rests on is missing.
    Skipped(Skip),
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// As it should be.
    Good,
    /// Worth knowing.
    Notice,
    /// Works for some.
    Warning,
    /// Could not be found out. Never good.
    Unknown,
    /// Will not work.
    Problem,
}

/// Why a check did not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Skip {
    /// Nobody said which CA will issue.
    NoCaChosen,
    /// Nobody said what the CA expects.
    NothingExpected,
    /// The name has no address of this family.
    NoAddress,
    /// The name does not exist.
    NoSuchName,
    /// A wildcard is validated by DNS only (CA/B Forum BR section 3.2.2.4.18).
    WildcardByDnsOnly,
    /// It lies inside the own network and nobody agreed to asking there.
    InsideNotAgreed,
    /// No way out of this computer.
    NoNetwork,
    /// Only one kind of address was wanted.
    OtherFamily,
    /// There is no resolver to ask.
    NobodyToAsk,
    /// A name with `*` has no server of its own.
    Wildcard,
    /// No encryption was agreed upon with any address.
    NoHandshake,
    /// Nobody said which certificate should be served.
    NothingToCompare,
    /// The name does not lead to this computer, or the port is open.
    NotThisComputer,
    /// Another protocol than HTTPS was asked for.
    NotWeb,
    /// The page could not be read.
    NoPage,
}

/// What came of a check, typed by area; the words are in `text::diagnose`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Summary {
    /// Of the DNS lane.
    Dns(DnsSummary),
    /// Of CAA.
    Caa(CaaSummary),
    /// Of expected records.
    Record(RecordSummary),
    /// Of files.
    File(FileSummary),
    /// Of connections.
    Connection(ConnectionSummary),
    /// Of what is agreed upon over them.
    Tls(TlsSummary),
    /// Of pages.
    Page(PageSummary),
}

impl CheckKey {
    /// The check of this kind for a name.
    pub fn of(id: CheckId, name: &DnsName) -> Self {
        Self::at(id, name, "")
    }

    /// The same at a place.
    pub fn at(id: CheckId, name: &DnsName, place: impl Into<String>) -> Self {
        Self {
            id,
            name: name.clone(),
            place: place.into(),
        }
    }
}

impl Check {
    /// A check whose turn has not come.
    pub fn waiting(key: CheckKey) -> Self {
        Self {
            key,
            state: State::Waiting,
            summary: None,
            findings: Vec::new(),
            took_ms: 0,
        }
    }

    /// A check that is asking.
    pub fn running(key: CheckKey) -> Self {
        Self {
            state: State::Running,
            ..Self::waiting(key)
        }
    }

    /// A check that was left out.
    pub fn skipped(key: CheckKey, why: Skip) -> Self {
        Self {
            state: State::Skipped(why),
            ..Self::waiting(key)
        }
    }

    /// A check that ended; its mark is that of its worst finding.
    pub fn done(key: CheckKey, summary: impl Into<Summary>, findings: Vec<Finding>) -> Self {
        let mut findings = findings;
        crate::core::finding::sort(&mut findings);
        let mark = match findings.first().map(|worst| worst.severity) {
            None => Mark::Good,
            Some(Severity::Info) => Mark::Notice,
            Some(Severity::Warning) => Mark::Warning,
            Some(Severity::Error) => Mark::Problem,
        };
        Self {
            state: State::Done(mark),
            summary: Some(summary.into()),
            findings,
            ..Self::waiting(key)
        }
    }

    /// A check that ended without knowing.
    pub fn unknown(key: CheckKey, summary: impl Into<Summary>, findings: Vec<Finding>) -> Self {
        let done = Self::done(key, summary, findings);
        match done.state {
            State::Done(Mark::Problem) => done,
            _ => Self {
                state: State::Done(Mark::Unknown),
                ..done
            },
        }
    }

    /// The same with the time it took.
    pub fn taking(self, took_ms: u64) -> Self {
        Self { took_ms, ..self }
    }

    /// How it ended; `None` while it has not, or was left out.
    pub fn mark(&self) -> Option<Mark> {
        match self.state {
            State::Done(mark) => Some(mark),
            _ => None,
        }
    }
}

macro_rules! summaries {
    ($($area:ident $of:ident;)*) => {
        $(impl From<$of> for Summary {
            fn from(summary: $of) -> Self {
                Self::$area(summary)
            }
        })*
    };
}

summaries! {
    Dns DnsSummary;
    Caa CaaSummary;
    Record RecordSummary;
    File FileSummary;
    Connection ConnectionSummary;
    Tls TlsSummary;
    Page PageSummary;
}
