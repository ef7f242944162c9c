//! A second opinion: what rustls-webpki, the verifier of many Rust programs, says of the same chain. It stops
//! at its first error and checks less; where it disagrees, the reason is told.

use std::sync::Arc;
use std::time::Duration;

use rustls_pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, Error, KeyUsage, anchor_from_trusted_cert};

use super::answer::Answer;
use super::judge::Material;
use super::question::{PeerName, Question};
use crate::core::env::{CertStores, SystemQuestion};
use crate::core::finding::{Finding, Id, OpinionGap, PathFact, Usage};
use crate::core::x509::Certificate;

/// Name of the other verifier.
pub const PEER: &str = "rustls-webpki";
/// Name of the operating system that has one.
pub const SYSTEM: &str = "Windows";

/// What another verifier says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opinion {
    /// Its name.
    pub peer: &'static str,
    /// Whether it accepts the chain.
    pub is_valid: bool,
    /// Its own words, empty when it accepts.
    pub words: String,
    /// Why it judges otherwise; `None` when it agrees.
    pub gap: Option<OpinionGap>,
}

/// Asks rustls-webpki about the same certificate. `None` where it cannot be asked: for no particular use,
/// for a moment before 1970, or for a mesh that exhausted our own search, where it would climb for seconds.
pub fn opinion(answer: &Answer, question: &Question, material: Material<'_>) -> Option<Opinion> {
    let usage = match question.usage {
        Usage::Any => return None,
        Usage::Client => KeyUsage::client_auth(),
        Usage::Server => KeyUsage::server_auth(),
    };
    let is_exhausting = |finding: &Finding| finding.id() == Id::ChainWorkLimit;
    if answer.findings.iter().any(is_exhausting) {
        return None;
    }
    let secs = u64::try_from(question.at.0).ok()?;
    let at = UnixTime::since_unix_epoch(Duration::from_secs(secs));
    let verdict = verify(answer, question, material, usage, at);
    let is_valid = verdict.is_ok();
    let words = verdict
        .as_ref()
        .err()
        .map_or_else(String::new, |error| format!("{error:?}"));
    let gap = (is_valid != answer.is_sound()).then(|| gap(answer, verdict.err().as_ref()));
    Some(Opinion {
        peer: PEER,
        is_valid,
        words,
        gap,
    })
}

/// Asks the operating system, where it has a verifier (Windows). It judges by its own roots and store.
pub fn system_opinion(
    answer: &Answer,
    question: &Question,
    material: Material<'_>,
    stores: &dyn CertStores,
) -> Option<Opinion> {
    if question.usage != Usage::Server {
        return None;
    }
    let above = relatives(answer, material);
    let beside: Vec<&[u8]> = above.iter().map(|one| &*one.der).collect();
    let host = question.names.iter().find_map(|name| match name {
        PeerName::Dns(host) => Some(crate::core::x509::a_labels(host)),
        PeerName::Ip(_) | PeerName::Email(_) => None,
    });
    let said = stores.opinion(&SystemQuestion {
        leaf: &answer.target.der,
        beside: &beside,
        host: host.as_deref(),
        at: question.at,
    })?;
    let gap = match (said.is_valid, answer.is_sound()) {
        (true, true) | (false, false) => None,
        _ if question.trust != "system" => Some(OpinionGap::OtherRoots),
        (true, false) => Some(OpinionGap::ChecksLess),
        (false, true) => Some(OpinionGap::Unknown),
    };
    Some(Opinion {
        peer: SYSTEM,
        is_valid: said.is_valid,
        words: said.words,
        gap,
    })
}

fn verify(
    answer: &Answer,
    question: &Question,
    material: Material<'_>,
    usage: KeyUsage,
    at: UnixTime,
) -> Result<(), Error> {
    let der = CertificateDer::from(&*answer.target.der);
    let leaf = EndEntityCert::try_from(&der)?;
    let above = relatives(answer, material);
    let intermediates: Vec<CertificateDer<'_>> = above
        .iter()
        .map(|certificate| CertificateDer::from(&*certificate.der))
        .collect();
    let roots: Vec<CertificateDer<'_>> = anchors(answer, material, &above)
        .iter()
        .map(|root| CertificateDer::from(root.der.to_vec()))
        .collect();
    let anchors: Vec<TrustAnchor<'_>> = roots
        .iter()
        .filter_map(|root| anchor_from_trusted_cert(root).ok())
        .collect();
    leaf.verify_for_usage(
        ALL_VERIFICATION_ALGS,
        &anchors,
        &intermediates,
        at,
        usage,
        None,
        None,
    )?;
    for name in &question.names {
        let text = match name {
            PeerName::Dns(host) => crate::core::x509::a_labels(host).into_owned(),
            PeerName::Ip(address) => address.to_string(),
            PeerName::Email(_) => continue,
        };
        if let Ok(name) = ServerName::try_from(text) {
            leaf.verify_is_valid_for_subject_name(&name)?;
        }
    }
    Ok(())
}

/// Everything of the pool that some path of ours goes through, and its namesakes: all that could help.
fn relatives(answer: &Answer, material: Material<'_>) -> Vec<Arc<Certificate>> {
    let mut found: Vec<Arc<Certificate>> = Vec::new();
    let steps = answer.paths.iter().flat_map(|path| &path.steps);
    for step in steps.filter(|step| !step.is_anchor) {
        for held in material.pool.named(&step.certificate.subject) {
            let is_new = found
                .iter()
                .all(|known| known.fingerprint != held.fingerprint);
            if is_new && held.fingerprint != answer.target.fingerprint {
                found.push(Arc::clone(held));
            }
        }
    }
    found
}

/// Roots that could end a path through them.
fn anchors(
    answer: &Answer,
    material: Material<'_>,
    above: &[Arc<Certificate>],
) -> Vec<Arc<Certificate>> {
    let mut found: Vec<Arc<Certificate>> = Vec::new();
    for certificate in std::iter::once(&answer.target).chain(above) {
        for root in material.roots.issuers_of(certificate) {
            if found
                .iter()
                .all(|known| known.fingerprint != root.fingerprint)
            {
                found.push(Arc::clone(root));
            }
        }
        if material.roots.holds(certificate) {
            found.push(Arc::clone(certificate));
        }
    }
    found
}

/// Why the verdicts differ.
fn gap(answer: &Answer, theirs: Option<&Error>) -> OpinionGap {
    match theirs {
        None => {
            let ours = answer.best().and_then(|best| best.headline());
            match ours.map(Finding::id) {
                Some(_) => OpinionGap::ChecksLess,
                None => OpinionGap::Unknown,
            }
        }
        Some(Error::CaUsedAsEndEntity) => OpinionGap::CaAsLeaf,
        Some(Error::UnsupportedCertVersion) => OpinionGap::VersionNotThere,
        Some(
            Error::UnsupportedSignatureAlgorithmContext(_)
            | Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_),
        ) => OpinionGap::AlgorithmNotThere,
        Some(Error::UnsupportedNameType | Error::NameConstraintViolation) => {
            OpinionGap::AlgorithmNotThere
        }
        Some(
            Error::BadDer
            | Error::TrailingData(_)
            | Error::ExtensionValueInvalid
            | Error::InvalidSerialNumber
            | Error::EmptyEkuExtension
            | Error::UnsupportedCriticalExtension
            | Error::MalformedExtensions
            | Error::MalformedDnsIdentifier,
        ) => OpinionGap::Stricter,
        Some(_) => OpinionGap::Unknown,
    }
}

/// The finding that tells a disagreement.
pub fn finding(answer: &Answer, opinion: &Opinion) -> Option<Finding> {
    let because = opinion.gap?;
    let fact = PathFact::SecondOpinion {
        peer: opinion.peer.to_owned(),
        ours_valid: answer.is_sound(),
        theirs: opinion.words.clone(),
        because,
    };
    Some(Finding::new(fact).about(answer.target.fingerprint))
}
