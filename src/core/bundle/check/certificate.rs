//! One certificate by itself: validity, lifetime, names, use, strength. Issuers on the path are checked too.

use std::collections::BTreeSet;

use crate::core::bundle::identity::Judged;
use crate::core::bundle::scene::Scene;
use crate::core::chain::Ending;
use crate::core::finding::{CertificateFact, Finding, Severity};
use crate::core::x509::Certificate;
use crate::core::x509::public_key::KeyAlgorithm;
use crate::core::x509::signature;

/// Days before expiry from which a renewal is due, at most.
const RENEWAL_DAYS: i64 = 30;
/// Certificates that live no longer than this are renewed at half their life, others at a third.
const SHORT_LIVED_DAYS: i64 = 10;
/// serverAuth and anyExtendedKeyUsage (RFC 5280 section 4.2.1.12).
const SERVER_USAGES: [&str; 2] = ["1.3.6.1.5.5.7.3.1", "2.5.29.37.0"];
/// Checks every identity and the issuers above it, each issuer once.
pub fn check(scene: &Scene<'_>, judged: &[Judged]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = BTreeSet::new();
    let is_host_served = scene
        .court
        .host
        .as_deref()
        .is_none_or(|host| judged.iter().any(|one| one.identity.leaf.covers_host(host)));
    for one in judged {
        let leaf = &one.identity.leaf;
        let mut own = validity(leaf, scene);
        own.extend(lifetime(one, scene));
        own.extend(names(leaf));
        own.extend(usage(leaf, scene));
        own.extend(strength(leaf));
        if let (false, Some(host)) = (is_host_served, &scene.court.host) {
            let names = leaf.dns_names().map(str::to_owned).collect();
            own.push(Finding::new(CertificateFact::NameMismatch {
                host: host.to_owned(),
                names,
            }));
        }
        for issuer in &one.identity.issuers {
            if seen.insert(issuer.fingerprint) && !is_anchor(one, issuer) {
                findings.extend(placed(validity(issuer, scene), issuer, scene));
                findings.extend(placed(strength(issuer), issuer, scene));
            }
        }
        findings.extend(placed(own, leaf, scene));
    }
    findings
}

fn is_anchor(one: &Judged, issuer: &Certificate) -> bool {
    matches!(&one.path.ending, Ending::Trusted(root) if root.fingerprint == issuer.fingerprint)
}

fn placed(findings: Vec<Finding>, certificate: &Certificate, scene: &Scene<'_>) -> Vec<Finding> {
    let place = scene
        .first_copy(certificate)
        .and_then(|id| scene.artifact(id))
        .map(|artifact| &artifact.place);
    findings
        .into_iter()
        .map(|finding| {
            Finding {
                place: place.cloned(),
                ..finding
            }
            .about(certificate.fingerprint)
        })
        .collect()
}

fn validity(certificate: &Certificate, scene: &Scene<'_>) -> Vec<Finding> {
    let subject = certificate.title();
    let (not_before, not_after) = (certificate.not_before, certificate.not_after);
    if scene.court.at > not_after {
        let days_ago = not_after.days_until(scene.court.at);
        return vec![Finding::new(CertificateFact::Expired {
            subject,
            not_after,
            days_ago,
        })];
    }
    if scene.court.at < not_before {
        return vec![Finding::new(CertificateFact::NotYetValid {
            subject,
            not_before,
        })];
    }
    let days_left = scene.court.at.days_until(not_after);
    if !certificate.is_leaf_like() || days_left > renewal_days(certificate.lifetime_days()) {
        return Vec::new();
    }
    vec![Finding::new(CertificateFact::ExpiresSoon {
        subject,
        not_after,
        days_left,
    })]
}

/// Days before expiry from which a renewal is due.
pub fn renewal_days(lifetime_days: i64) -> i64 {
    let share = if lifetime_days <= SHORT_LIVED_DAYS {
        lifetime_days / 2
    } else {
        lifetime_days / 3
    };
    share.min(RENEWAL_DAYS)
}

fn lifetime(one: &Judged, scene: &Scene<'_>) -> Option<Finding> {
    let leaf = &one.identity.leaf;
    let (days, limit_days) = (leaf.lifetime_days(), leaf.lifetime_limit_days());
    if days <= limit_days || leaf.is_self_issued() {
        return None;
    }
    let public = one
        .identity
        .anchor
        .as_ref()
        .is_some_and(|anchor| scene.court.public_roots.same_as(anchor).is_some());
    let severity = if public {
        Severity::Error
    } else {
        Severity::Info
    };
    let fact = CertificateFact::LifetimeTooLong {
        subject: leaf.title(),
        days,
        limit_days,
        public,
    };
    Some(Finding::new(fact).rated(severity))
}

fn names(leaf: &Certificate) -> Option<Finding> {
    let is_named = leaf.alternative_name_count > 0;
    let common_name = leaf.common_name()?;
    let looks_like_host = common_name.contains('.') && !common_name.contains([' ', '@']);
    (!is_named && looks_like_host).then(|| {
        Finding::new(CertificateFact::NameCommonNameOnly {
            common_name: common_name.to_owned(),
        })
    })
}

fn usage(leaf: &Certificate, scene: &Scene<'_>) -> Option<Finding> {
    let usages = leaf.extended_key_usage.as_ref()?;
    if usages
        .iter()
        .any(|usage| SERVER_USAGES.contains(&usage.as_ref()))
    {
        return None;
    }
    let is_meant_for_server = scene.court.host.is_some() || leaf.dns_names().next().is_some();
    let severity = if is_meant_for_server {
        Severity::Error
    } else {
        Severity::Info
    };
    let usages = usages.iter().map(|usage| usage.to_string()).collect();
    Some(
        Finding::new(CertificateFact::UsageNotServer {
            subject: leaf.title(),
            usages,
        })
        .rated(severity),
    )
}

fn strength(certificate: &Certificate) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (bits, subject) = (certificate.key.bits, certificate.title());
    let is_weak = match &certificate.key.algorithm {
        KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss => bits < 2048,
        KeyAlgorithm::Ec(_) => bits > 0 && bits < 256,
        KeyAlgorithm::Dsa => true,
        KeyAlgorithm::Ed25519 | KeyAlgorithm::Ed448 | KeyAlgorithm::Other(_) => false,
    };
    if is_weak {
        let algorithm = certificate.key.label();
        findings.push(Finding::new(CertificateFact::WeakKey {
            subject: subject.clone(),
            algorithm,
            bits,
        }));
    }
    if signature::is_weak(&certificate.signature_oid) && !certificate.is_self_issued() {
        let algorithm = certificate.signature_oid.to_string();
        findings.push(Finding::new(CertificateFact::WeakSignature {
            subject,
            algorithm,
        }));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::renewal_days;

    #[test]
    fn short_lived_certificates_are_renewed_at_half_their_life() {
        assert_eq!(renewal_days(6), 3);
        assert_eq!(renewal_days(47), 15);
        assert_eq!(renewal_days(90), 30);
        assert_eq!(renewal_days(398), 30);
    }
}
