//! How each identity's path ends, and issuers that belong to nobody.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::core::artifact::Fingerprint;
use crate::core::bundle::identity::{Judged, is_identity};
use crate::core::bundle::scene::Scene;
use crate::core::chain::Ending;
use crate::core::finding::{BundleFact, ChainFact, Fact, Finding, Id, PathFact, Severity};
use crate::core::limits;
use crate::core::x509::Certificate;

/// Checks every path. Certificates that lack the same issuer are one finding, at the first of them.
pub fn check(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    let mut missing = BTreeSet::new();
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for one in judged {
        let last = one.path.issuers.last().unwrap_or(&one.identity.leaf);
        let is_known = matches!(one.path.ending, Ending::MissingIssuer)
            && !missing.insert(Arc::clone(&last.issuer.der));
        if !is_known {
            findings.extend(ending(one, scene));
        }
        for found in on_the_way(one) {
            let about = found.certificate.unwrap_or(one.identity.leaf.fingerprint);
            if told.insert((about, found.id())) {
                findings.push(placed(found, one, scene));
            }
        }
    }
    findings.extend(unrelated(scene, judged));
    findings.extend(pool_limit(scene));
    findings
}

/// What only the whole path shows, and faults of form that clients refuse. The rest of its findings are told
/// by the checks on single certificates.
fn on_the_way(one: &Judged) -> impl Iterator<Item = &Finding> {
    let judged = one.path.judged.iter();
    let path = judged.clone().flat_map(|path| &path.findings);
    let path = path.filter(|finding| matches!(finding.fact, Fact::Path(_)) && !is_told(finding));
    let form = judged.flat_map(|path| &path.form);
    path.chain(form.filter(|finding| finding.severity == Severity::Error && !is_told(finding)))
}

fn is_told(finding: &Finding) -> bool {
    matches!(
        finding.id(),
        Id::UsageNotServer | Id::CertificateLifetimeTooLong
    ) && !matches!(
        finding.fact,
        Fact::Path(PathFact::UsageNotAllowed {
            is_issuer: true,
            ..
        })
    )
}

/// At the certificate's own place, else at the leaf's.
fn placed(finding: &Finding, one: &Judged, scene: &Scene<'_>) -> Finding {
    let leaf = &one.identity.leaf;
    let on_path = one.identity.issuers.iter();
    let own = on_path
        .chain([leaf])
        .find(|step| Some(step.fingerprint) == finding.certificate);
    let place = own
        .and_then(|step| scene.first_copy(step))
        .or_else(|| scene.first_copy(leaf))
        .and_then(|id| scene.artifact(id))
        .map(|artifact| artifact.place.clone());
    // What is not checked is not known to be wrong.
    let severity = match finding.id() {
        Id::SignatureNotChecked => Severity::Warning,
        _ => finding.severity,
    };
    Finding {
        place,
        severity,
        ..finding.clone()
    }
}

/// The pool takes only so many certificates; what was left out may miss from paths, which is said.
fn pool_limit(scene: &Scene<'_>) -> Option<Finding> {
    let (allowed, seen) = (limits::CHAIN_POOL as u64, scene.certificates.len() as u64);
    let limit = "chain_pool";
    (seen > allowed).then(|| {
        Finding::new(BundleFact::ArchiveLimitReached {
            limit,
            allowed,
            seen,
        })
    })
}

fn ending(one: &Judged, scene: &Scene<'_>) -> Option<Finding> {
    let leaf = &one.identity.leaf;
    let last = one.path.issuers.last().unwrap_or(leaf);
    let fact = match &one.path.ending {
        Ending::Trusted(_) => return None,
        Ending::UntrustedRoot(root) if root.fingerprint == leaf.fingerprint => {
            ChainFact::SelfSignedLeaf {
                subject: leaf.title(),
            }
        }
        Ending::UntrustedRoot(root) => ChainFact::UntrustedRoot {
            root: root.subject.title(),
            trust: scene.court.trust.name.clone(),
        },
        Ending::MissingIssuer => ChainFact::MissingIntermediate {
            issuer: last.issuer.title(),
            below: last.title(),
            download: last.issuer_urls.first().map(ToString::to_string),
        },
        Ending::WrongSignature(issuer) => ChainFact::SignatureInvalid {
            subject: last.title(),
            issuer: issuer.title(),
        },
        Ending::TooLong => ChainFact::TooLong {
            certificates: one.path.issuers.len() + 1,
            limit: limits::CHAIN_LENGTH,
        },
    };
    let place = scene
        .first_copy(leaf)
        .and_then(|id| scene.artifact(id))
        .map(|artifact| artifact.place.file());
    let finding = Finding::new(fact).about(leaf.fingerprint);
    Some(Finding { place, ..finding })
}

/// Issuers in the bundle from which no identity descends. A lone root is superfluous, not wrong.
fn unrelated(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    if judged.is_empty() {
        return Vec::new();
    }
    let related = ancestors(scene, judged);
    let strangers = scene.certificates.iter().filter(|(certificate, _)| {
        !related.contains(&certificate.fingerprint) && !is_identity(certificate, scene)
    });
    strangers
        .filter_map(|(certificate, copies)| {
            let place = &scene.artifact(*copies.first()?)?.place;
            let severity = if certificate.is_self_issued() {
                Severity::Info
            } else {
                Severity::Warning
            };
            let fact = ChainFact::UnrelatedCertificate {
                subject: certificate.title(),
            };
            Some(
                Finding::new(fact)
                    .rated(severity)
                    .at(place)
                    .about(certificate.fingerprint),
            )
        })
        .collect()
}

/// Everything that any identity could climb through by name, cross-signed alternatives included.
fn ancestors(scene: &Scene<'_>, judged: &[Judged]) -> BTreeSet<Fingerprint> {
    let mut by_subject: HashMap<&[u8], Vec<&Arc<Certificate>>> = HashMap::new();
    for (certificate, _) in &scene.certificates {
        by_subject
            .entry(&certificate.subject.der)
            .or_default()
            .push(certificate);
    }
    let mut related: BTreeSet<Fingerprint> = judged
        .iter()
        .map(|one| one.identity.leaf.fingerprint)
        .collect();
    let mut open: Vec<&Arc<Certificate>> = judged.iter().map(|one| &one.identity.leaf).collect();
    while let Some(certificate) = open.pop() {
        for issuer in by_subject
            .get(certificate.issuer.der.as_ref())
            .into_iter()
            .flatten()
        {
            if related.insert(issuer.fingerprint) {
                open.push(issuer);
            }
        }
    }
    related
}
