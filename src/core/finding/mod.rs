//! A finding is one verdict of one check: a stable id, a severity, the values seen, the place.
//! Its words (message, reason, remedy) are in `text::finding`, exhaustively per [`Fact`].

mod caa;
mod connection;
mod dns;
mod download;
mod fact;
mod id;
mod iis;
mod kind;
mod name;
mod page;
mod path;
mod record;
mod request;
mod rule;
mod scan;
mod served;
mod tls;
mod webfile;

use serde::Serialize;

pub use caa::CaaFact;
pub use connection::ConnectionFact;
pub use dns::{DnsFact, DnssecFault, Told};
pub use download::{DownloadFact, Instead};
pub use fact::{
    BundleFact, CertificateFact, ChainFact, Fact, KeyFact, KeyMissingCause, KeystoreFact,
    SkipReason,
};
pub use id::Id;
pub use iis::{AtBinding, BlockCause, IisFact, KeyedElement, Layer};
pub use kind::{Kind, NotOpenedKind};
pub use name::{NameFact, NameFault, VendorRule, WildcardFault};
pub use page::{Change, LeftOut, PageFact, PagePart, PageParts};
pub use path::{
    ConstraintBreach, CrlFault, NameForm, OpinionGap, PathFact, RevocationReason, Usage, WorkLimit,
};
pub use record::RecordFact;
pub use request::RequestFact;
pub use rule::{Book, Rule, RuleFact};
pub use scan::{AtServers, ScanFact};
pub use served::{Brief, ServedAt, ServedFact, StapleFault, Whose};
pub use tls::TlsFact;
pub use webfile::{
    AtPage, ContentFault, Difference, FileSeen, IisSign, PageKind, RedirectFault, WebFileFact,
};

use crate::core::artifact::Fingerprint;
use crate::core::place::Place;

/// How bad it is. Ordered: the worst is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing, nothing to do.
    Info,
    /// Works for some and not for others, or will stop working.
    Warning,
    /// Will not work.
    Error,
}

/// The worst severity over all findings, as the report says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// No warning and no error, and everything was understood.
    Ok,
    /// At least one warning.
    Warning,
    /// At least one error.
    Error,
}

impl Verdict {
    /// The worst severity; information does not spoil a verdict.
    pub fn of(findings: &[Finding]) -> Self {
        match findings.iter().map(|finding| finding.severity).max() {
            Some(Severity::Error) => Self::Error,
            Some(Severity::Warning) => Self::Warning,
            _ => Self::Ok,
        }
    }
}

/// One verdict of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was found, with the values seen.
    pub fact: Fact,
    /// How bad it is here; usually [`Id::severity`], lower where circumstances excuse it.
    pub severity: Severity,
    /// The file or piece it concerns; `None` when it concerns the whole bundle.
    pub place: Option<Place>,
    /// The certificate it concerns, by SHA-256.
    pub certificate: Option<Fingerprint>,
}

impl Finding {
    /// A finding with the usual severity of its id.
    pub fn new(fact: impl Into<Fact>) -> Self {
        let fact = fact.into();
        Self {
            severity: fact.severity(),
            fact,
            place: None,
            certificate: None,
        }
    }

    /// The same finding at a place.
    pub fn at(self, place: &Place) -> Self {
        Self {
            place: Some(place.clone()),
            ..self
        }
    }

    /// The same finding about a certificate.
    pub fn about(self, certificate: Fingerprint) -> Self {
        Self {
            certificate: Some(certificate),
            ..self
        }
    }

    /// The same finding, judged differently here.
    pub fn rated(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// Stable id.
    pub fn id(&self) -> Id {
        self.fact.id()
    }
}

/// Worst first, then by id and place, so that reports are stable.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|left, right| {
        right
            .severity
            .cmp(&left.severity)
            .then_with(|| left.id().cmp(&right.id()))
            .then_with(|| left.place.cmp(&right.place))
            .then_with(|| left.certificate.cmp(&right.certificate))
    });
}
