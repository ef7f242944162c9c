//! Whether an answer holds the issuer asked for, and what it holds instead.

use std::sync::Arc;

use serde::Serialize;

use super::Found;
use crate::core::env::WebAnswer;
use crate::core::finding::{Kind, NotOpenedKind};
use crate::core::limits;
use crate::core::pkcs7;
use crate::core::sniff::{self, What};
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::x509::signature::{self, SignatureVerdict};

/// An answer that is not the issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unusable {
    /// HTTP status.
    pub status: u16,
    /// Media type as the server says. Foreign text.
    pub content_type: Option<String>,
    /// What is wrong with it.
    pub misfit: Misfit,
}

/// Why an answer is not the issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Misfit {
    /// The issuer, past its last day.
    Expired {
        /// Its title.
        subject: String,
        /// Its last second.
        not_after: Moment,
    },
    /// Signed it, without the right to.
    NotCa {
        /// Its title.
        subject: String,
    },
    /// No certificate at all.
    NotCertificates(Came),
    /// Called as the issuer; whether it signed cannot be checked here.
    NotChecked {
        /// Its title.
        subject: String,
        /// Signature algorithm.
        algorithm: String,
    },
    /// The issuer, before its first day.
    NotYetValid {
        /// Its title.
        subject: String,
        /// Its first second.
        not_before: Moment,
    },
    /// Certificates, none of them called as the issuer.
    OtherCertificate {
        /// Title of the first.
        subject: String,
    },
    /// Called as the issuer, but the signature is not made by its key.
    OtherKey {
        /// Its title.
        subject: String,
    },
    /// The server's own word that it has nothing: a status other than 2xx.
    Status,
}

/// What an answer holds instead of certificates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Came {
    /// No bytes.
    Empty,
    /// A page for people, such as an error or login page.
    Html,
    /// Something else that is known.
    Kind(Kind),
    /// Something that is not opened here; also a compressed answer, which nobody asked for.
    NotOpened(NotOpenedKind),
    /// Nothing known; its first bytes.
    Other(String),
}

/// The issuer in an answer.
pub fn judge(answer: &WebAnswer, below: &Certificate, at: Moment) -> Result<Found, Unusable> {
    let fitting = match answer.status {
        200..=299 => certificates(&answer.body)
            .map_err(Misfit::NotCertificates)
            .and_then(|certificates| fit(certificates, below, at)),
        _ => Err(Misfit::Status),
    };
    fitting.map_err(|misfit| Unusable {
        status: answer.status,
        content_type: answer.content_type.clone(),
        misfit,
    })
}

/// Whether this certificate is the issuer, usable at the moment.
pub fn fits(candidate: &Certificate, below: &Certificate, at: Moment) -> Result<(), Misfit> {
    let subject = candidate.title();
    if !candidate.subject.matches(&below.issuer) {
        return Err(Misfit::OtherCertificate { subject });
    }
    match signed_by(below, candidate) {
        SignatureVerdict::Valid => {}
        SignatureVerdict::Invalid => return Err(Misfit::OtherKey { subject }),
        SignatureVerdict::NotChecked(algorithm) => {
            return Err(Misfit::NotChecked { subject, algorithm });
        }
    }
    // Version 1 has no flag for it (RFC 5280 section 6.1.4 (k)).
    if candidate.is_ca != Some(true) && candidate.version >= 3 {
        return Err(Misfit::NotCa { subject });
    }
    if at < candidate.not_before {
        let not_before = candidate.not_before;
        return Err(Misfit::NotYetValid {
            subject,
            not_before,
        });
    }
    if at > candidate.not_after {
        let not_after = candidate.not_after;
        return Err(Misfit::Expired { subject, not_after });
    }
    Ok(())
}

/// Whose key made the signature.
pub fn signed_by(certificate: &Certificate, issuer: &Certificate) -> SignatureVerdict {
    signature::verify(
        &issuer.spki,
        &certificate.signature_oid,
        certificate.signature_parameters(),
        certificate.tbs(),
        certificate.signature_value(),
    )
}

fn fit(
    certificates: Vec<Arc<Certificate>>,
    below: &Certificate,
    at: Moment,
) -> Result<Found, Misfit> {
    let (named, mut others): (Vec<_>, Vec<_>) = certificates
        .into_iter()
        .partition(|one| one.subject.matches(&below.issuer));
    let mut issuers = Vec::new();
    let mut nearest: Option<Misfit> = None;
    for candidate in named.into_iter().take(limits::AIA_CANDIDATES) {
        match fits(&candidate, below, at) {
            Ok(()) => issuers.push(candidate),
            Err(misfit) => {
                // The one that came furthest tells most.
                let is_nearer = nearest
                    .as_ref()
                    .is_none_or(|so_far| so_far.rank() < misfit.rank());
                nearest = if is_nearer { Some(misfit) } else { nearest };
                others.push(candidate);
            }
        }
    }
    if !issuers.is_empty() {
        return Ok(Found { issuers, others });
    }
    Err(nearest.unwrap_or_else(|| {
        others
            .first()
            .map_or(Misfit::NotCertificates(Came::Kind(Kind::Pkcs7)), |other| {
                Misfit::OtherCertificate {
                    subject: other.title(),
                }
            })
    }))
}

impl Misfit {
    /// How near to the issuer it was.
    fn rank(&self) -> u8 {
        match self {
            Self::Status | Self::NotCertificates(_) => 0,
            Self::OtherCertificate { .. } => 1,
            Self::OtherKey { .. } => 2,
            Self::NotChecked { .. } => 3,
            Self::NotCa { .. } => 4,
            Self::Expired { .. } | Self::NotYetValid { .. } => 5,
        }
    }
}

/// Every certificate in DER, PEM or PKCS#7 (RFC 5280 section 4.2.2.1 and what servers send besides).
fn certificates(body: &[u8]) -> Result<Vec<Arc<Certificate>>, Came> {
    let pieces = sniff::recognise(body).pieces;
    let mut found = Vec::new();
    for piece in &pieces {
        match &piece.what {
            What::Certificate(der) => found.extend(Certificate::parse(der)),
            What::Pkcs7(bytes) => {
                let held = pkcs7::read(bytes).unwrap_or_default().certificates;
                found.extend(held.iter().filter_map(|der| Certificate::parse(der).ok()));
            }
            _ => {}
        }
    }
    match (found.is_empty(), pieces.first()) {
        (false, _) => Ok(found.into_iter().map(Arc::new).collect()),
        (true, Some(piece)) => Err(came(&piece.what)),
        (true, None) => Err(Came::Empty),
    }
}

fn came(what: &What) -> Came {
    match what {
        What::Empty => Came::Empty,
        What::NotOpened(NotOpenedKind::Html) => Came::Html,
        What::NotOpened(kind) => Came::NotOpened(*kind),
        What::NotUnderstood { begins } => Came::Other(begins.clone()),
        other => Came::Kind(other.kind()),
    }
}
