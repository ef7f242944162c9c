//! The story of a bundle: identities, what each folder is made for, findings, one verdict.

use std::sync::Arc;

use serde::Serialize;

use crate::core::artifact::{ArtifactId, Fingerprint};
use crate::core::finding::{Finding, Verdict};
use crate::core::place::Place;
use crate::core::x509::Certificate;

/// A server certificate with all that belongs to it.
pub struct Identity {
    /// The leaf certificate.
    pub leaf: Arc<Certificate>,
    /// All copies of the leaf.
    pub copies: Vec<ArtifactId>,
    /// State of its private key.
    pub key: KeyState,
    /// Requests with the same key.
    pub requests: Vec<ArtifactId>,
    /// Issuers from the bundle, nearest first, the root last when it is in the bundle.
    pub issuers: Vec<Arc<Certificate>>,
    /// First copy of each issuer, in the same order.
    pub issuer_ids: Vec<ArtifactId>,
    /// The trusted root that the chain ends at; from the trust list even when the bundle lacks it.
    pub anchor: Option<Arc<Certificate>>,
    /// Name of the issuer that is missing, when the chain ends early.
    pub missing_issuer: Option<String>,
    /// Keystores that hold the leaf.
    pub containers: Vec<ArtifactId>,
    /// Key proven and a path to a trusted root from the bundle's certificates alone.
    pub is_complete: bool,
    /// One row per server that some of the files are made for.
    pub made_for: Vec<MadeFor>,
}

/// What is known of an identity's private key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyState {
    /// Proven by a signature; all places that hold it.
    Proven(Vec<ArtifactId>),
    /// Same public half, but not provable here.
    NotChecked(Vec<ArtifactId>),
    /// May be in what is still locked.
    MayBeLocked(Vec<ArtifactId>),
    /// Not here.
    Missing,
}

/// Servers that files are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Server {
    /// Windows IIS, and everything that takes a PFX.
    Iis,
    /// nginx: chain file and key.
    Nginx,
    /// Apache httpd: leaf, chain, key.
    Apache,
    /// Tomcat and other Java servers.
    Tomcat,
    /// Anything that takes PEM files.
    Other,
}

/// State of one column of the table "made for".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// As it should be.
    Good,
    /// Present and wrong: another certificate, a key that does not fit, a chain with a gap.
    Bad,
    /// Not there though this server needs it.
    Missing,
    /// Not opened yet.
    Locked,
    /// Not needed here.
    NotNeeded,
}

/// State of the password column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PasswordCell {
    /// No password needed.
    NotNeeded,
    /// Opened with the password of this file.
    File(Place),
    /// Opened with a password the user gave or used before.
    Known,
    /// Opens with the empty password.
    Empty,
    /// Locked, and a known password was refused.
    Refused,
    /// Locked, no password known.
    Needed,
    /// The cipher is not read here, or the file is broken.
    Unreadable,
}

/// One server's files and whether they are ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFor {
    /// Which server.
    pub server: Server,
    /// Its files.
    pub files: Vec<Place>,
    /// The leaf: same as the identity's.
    pub certificate: Cell,
    /// The key: fits.
    pub key: Cell,
    /// The chain: complete in these files.
    pub chain: Cell,
    /// The password.
    pub password: PasswordCell,
}

impl MadeFor {
    /// Whether the files can be used as they are.
    pub fn is_ready(&self) -> bool {
        let cells = [&self.certificate, &self.key, &self.chain];
        cells
            .iter()
            .all(|cell| matches!(cell, Cell::Good | Cell::NotNeeded))
            && !matches!(
                self.password,
                PasswordCell::Refused | PasswordCell::Needed | PasswordCell::Unreadable
            )
    }
}

/// What one line says about the whole bundle, most important first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Headline {
    /// Nothing was in it.
    Empty,
    /// No server certificate, but other things.
    NoCertificate,
    /// Everything is sound and complete.
    Complete,
    /// Sound, and the key is elsewhere because the user supplied the CSR.
    CompleteWithoutKey,
    /// Sound as far as it could be opened.
    Locked,
    /// Problems: how many errors and warnings, and which one leads.
    Problems {
        /// Number of errors.
        errors: usize,
        /// Number of warnings.
        warnings: usize,
    },
    /// Many certificates, a collection rather than an order.
    Collection {
        /// Number of distinct certificates.
        certificates: usize,
        /// Number of errors.
        errors: usize,
    },
}

/// The whole story.
pub struct Story {
    /// Server certificates with their keys and chains, the likeliest first.
    pub identities: Vec<Identity>,
    /// Findings, worst first.
    pub findings: Vec<Finding>,
    /// Worst severity.
    pub verdict: Verdict,
    /// The line.
    pub headline: Headline,
    /// Fingerprints of issuers that belong to no identity.
    pub unrelated: Vec<Fingerprint>,
}
