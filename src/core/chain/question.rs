//! What a chain is judged for: the moment, the names, the use, the rules and the wishes of the user.

use std::net::IpAddr;

use crate::core::finding::Usage;
use crate::core::time::Moment;
use crate::core::x509::oid::Oid;

/// A name that the certificate has to stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeerName {
    /// A host name.
    Dns(String),
    /// A mailbox.
    Email(String),
    /// An address.
    Ip(IpAddr),
}

impl PeerName {
    /// A host as people write it: an IP address, with or without brackets, or a name.
    pub fn host(text: &str) -> Self {
        let address = text.trim_start_matches('[').trim_end_matches(']');
        match address.parse() {
            Ok(address) => Self::Ip(address),
            Err(_) => Self::Dns(text.to_owned()),
        }
    }
}

impl std::fmt::Display for PeerName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Dns(name) | Self::Email(name) => out.write_str(name),
            Self::Ip(address) => write!(out, "{address}"),
        }
    }
}

/// Which rules on the form of certificates count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// What clients refuse in fact: path validation in full, and rules on form as remarks.
    #[default]
    Practice,
    /// RFC 5280 to the letter, its rules for issuers included.
    Rfc5280,
    /// RFC 5280 and the CA/Browser Forum's Baseline Requirements.
    WebPki,
}

/// The user's inputs to policy processing (RFC 5280 section 6.1.1 (c), (e), (f), (g)).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyWish {
    /// Policies that are acceptable; none named means any.
    pub acceptable: Vec<Oid>,
    /// Whether one of them has to be left at the end.
    pub is_required: bool,
    /// Whether anyPolicy in certificates is ignored.
    pub inhibits_any: bool,
    /// Whether policies may not be mapped.
    pub inhibits_mapping: bool,
}

/// Everything a chain is judged by, beside the certificates, roots and revocation lists.
#[derive(Clone, Debug)]
pub struct Question {
    /// The moment.
    pub at: Moment,
    /// The use.
    pub usage: Usage,
    /// Names that must all be covered.
    pub names: Vec<PeerName>,
    /// Key usage bits that the certificate must allow if it says anything; bit 0 = digitalSignature.
    pub key_usage: u16,
    /// The rules on form.
    pub profile: Profile,
    /// Certificate policies.
    pub policies: PolicyWish,
    /// Intermediates allowed at most, self-issued ones not counted.
    pub max_depth: Option<usize>,
    /// What the user trusts, for the words of findings: `mozilla`, `system` or a file's name.
    pub trust: String,
}

impl Question {
    /// The usual question: a server certificate at a moment.
    pub fn at(at: Moment) -> Self {
        Self {
            at,
            usage: Usage::Server,
            names: Vec::new(),
            key_usage: 0,
            profile: Profile::Practice,
            policies: PolicyWish::default(),
            max_depth: None,
            trust: "mozilla".to_owned(),
        }
    }
}
