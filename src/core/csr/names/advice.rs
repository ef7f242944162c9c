//! What is said of a list of names before it is ordered.

use std::collections::HashSet;
use std::net::IpAddr;
use std::ops::Range;

use serde::Serialize;

use crate::core::csr::AltName;
use crate::core::finding::{self, Finding, Id, Severity};

/// All that can be said of a list of names without asking anybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// The names in the order pasted; doubles stay and are marked by a finding.
    pub names: Vec<NameAdvice>,
    /// How the text was tidied.
    pub cleaned: Vec<Cleaned>,
    /// The certificate that the list needs; `None` while no name is usable.
    pub kind: Option<CertificateKind>,
    /// What concerns the list as a whole.
    pub findings: Vec<Finding>,
    /// Names worth adding.
    pub suggestions: Vec<Suggestion>,
    /// What brands add by themselves, at no cost.
    pub additions: Vec<Addition>,
}

impl Advice {
    /// The names that a certificate can carry, each once.
    pub fn usable(&self) -> impl Iterator<Item = &NameAdvice> {
        let mut seen = HashSet::new();
        self.names.iter().filter(move |name| {
            name.name.kind != NameKind::Unusable && seen.insert(name.name.ascii.clone())
        })
    }

    /// The same as a request carries them.
    pub fn alt_names(&self) -> Vec<AltName> {
        let usable = self.usable();
        let names = usable.map(|name| match name.name.kind {
            NameKind::Ip(address) => AltName::Ip(address),
            _ => AltName::Dns(name.name.ascii.to_string()),
        });
        names.collect()
    }

    /// The first name that no certificate can carry, with what is said of it.
    pub fn unusable(&self) -> Option<&Finding> {
        let mut names = self.names.iter();
        let name = names.find(|name| name.name.kind == NameKind::Unusable)?;
        name.findings.first()
    }

    /// How many names no public CA would take.
    pub fn refused(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many names deserve a look.
    pub fn to_look_at(&self) -> usize {
        self.count(Severity::Warning)
    }

    /// The names that a certificate has to carry: usable, not refused, each once, none that a wildcard of the
    /// list covers.
    pub fn needed(&self) -> impl Iterator<Item = &NameAdvice> {
        self.names.iter().filter(|name| name.is_needed())
    }

    /// What is said of the list and of every name, worst first.
    pub fn all_findings(&self) -> Vec<Finding> {
        let of_names = self.names.iter().flat_map(|name| &name.findings);
        let mut all: Vec<Finding> = self.findings.iter().chain(of_names).cloned().collect();
        finding::sort(&mut all);
        all
    }

    fn count(&self, severity: Severity) -> usize {
        self.names
            .iter()
            .filter(|name| name.severity() == Some(severity))
            .count()
    }
}

/// One name with what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameAdvice {
    /// The name.
    pub name: OrderName,
    /// Where in the text it was found, in bytes, so that it can be taken out.
    pub span: Range<usize>,
    /// The registrable domain (ICANN section of the public suffix list), in A-labels; `None` for addresses
    /// and for names without one.
    pub registrable: Option<Box<str>>,
    /// Other names of the list that it covers, for a wildcard; A-labels.
    pub covers: Vec<Box<str>>,
    /// What is to be said, worst first.
    pub findings: Vec<Finding>,
}

impl NameAdvice {
    /// Whether the certificate has to carry it.
    pub fn is_needed(&self) -> bool {
        let spared = |finding: &Finding| {
            matches!(finding.id(), Id::OrderNameCovered | Id::OrderNameDuplicate)
        };
        let can_be = self.name.kind != NameKind::Unusable;
        can_be && self.severity() != Some(Severity::Error) && !self.findings.iter().any(spared)
    }

    /// The worst that is said of it.
    pub fn severity(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// A name as an order carries it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OrderName {
    /// In A-labels and lower case, as the certificate will carry it; as written where it cannot be used.
    pub ascii: Box<str>,
    /// As people write it: Unicode for international names. Foreign text.
    pub shown: Box<str>,
    /// What it is.
    pub kind: NameKind,
}

/// What a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A host name.
    Plain,
    /// `*.` and a host name.
    Wildcard,
    /// An IP address.
    Ip(IpAddr),
    /// Nothing that a certificate could carry.
    Unusable,
}

/// Something that was tidied away, and how often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// What.
    pub what: Cleaning,
    /// How many times.
    pub count: usize,
}

/// What is tidied away in pasted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cleaning {
    /// Scheme, path, query, user of a URL.
    Url,
    /// The part of an e-mail address before the `@`.
    Email,
    /// A port.
    Port,
    /// A final dot.
    FinalDot,
    /// Quotes, brackets, labels such as `DNS:`, list marks.
    Punctuation,
    /// Full-width letters or dots.
    FullWidth,
    /// Characters without a width.
    Invisible,
}

/// The kind of certificate that a list of names needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateKind {
    /// One name.
    Single,
    /// Several plain names.
    MultiDomain,
    /// One wildcard, and at most its own apex.
    Wildcard,
    /// Wildcards and other names.
    MultiWildcard,
}

/// A name worth adding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The name, in A-labels.
    pub name: Box<str>,
    /// The same as people write it.
    pub shown: Box<str>,
    /// The name of the list that it belongs to, as people write it.
    pub beside: Box<str>,
    /// Whether it is the bare domain of a wildcard; else `www` and its like.
    pub is_apex: bool,
}

/// A brand whose rule of free names is known (one vendor's table of 2024).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Brand {
    /// GlobalSign.
    GlobalSign,
    /// TrustAsia, OV and EV.
    TrustAsia,
    /// TrustAsia, DV.
    TrustAsiaDv,
    /// GeoTrust.
    GeoTrust,
}

/// A name that brands add at no cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The name added, in A-labels.
    pub name: Box<str>,
    /// The name of the list for which it is added.
    pub because: Box<str>,
    /// The brands that do so.
    pub brands: Vec<Brand>,
    /// Whether it is `www` and the name; else the parent.
    pub is_www: bool,
}
