//! Rules on how each certificate of a path is written. They do not decide whether the path holds; which of
//! them are errors depends on the profile and on whether the path ends at a public root.

mod identifiers;
mod names;
mod public;
mod structure;
mod usage;

use super::judge::{Place, Walk};
use super::question::Profile;
use crate::core::finding::{Book, CertificateFact, Finding, Rule, RuleFact, Severity, Usage};
use crate::core::time::Moment;

/// A rule broken, with what was seen.
type Breach = (Rule, String);

/// Judges every certificate of the path; a public root is its list's business.
pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let is_public = walk.is_public();
    for place in walk.places() {
        if place.is_anchor && is_public {
            continue;
        }
        let mut breaches = Vec::new();
        structure::check(&place, &mut breaches);
        identifiers::check(&place, &mut breaches);
        names::check(&place, &mut breaches);
        usage::check(walk, &place, &mut breaches);
        if place.is_target() && walk.question.usage == Usage::Server {
            names::check_server(&place, is_public, &mut breaches);
            public::check(&place, &mut breaches);
        }
        let told = breaches.into_iter().filter_map(|(rule, seen)| {
            let severity = severity(rule, &place, walk.question.profile, is_public)?;
            is_in_force(rule, &place).then(|| {
                let fact = RuleFact {
                    rule,
                    subject: place.certificate.title(),
                    seen,
                    since: rule.since(),
                };
                place.finding(fact).rated(severity)
            })
        });
        findings.extend(told);
    }
    findings.extend(lifetime(walk, is_public));
}

/// Rules hold for certificates made since they came into force.
fn is_in_force(rule: Rule, place: &Place<'_>) -> bool {
    Moment::parse(rule.since()).is_none_or(|since| place.certificate.not_before >= since)
}

/// How bad a breach is; `None` when the profile does not know the rule.
fn severity(rule: Rule, place: &Place<'_>, profile: Profile, is_public: bool) -> Option<Severity> {
    let is_fatal = matches!(
        rule,
        Rule::ExtensionDuplicate | Rule::ExtensionMalformed | Rule::SignatureAlgorithmsDiffer
    );
    Some(match (profile, rule.book()) {
        _ if is_fatal => Severity::Error,
        // The Baseline Requirements leave the flag to the CA (section 7.1.2.5.2).
        (Profile::WebPki, _) if rule == Rule::NameConstraintsNotCritical => Severity::Info,
        // Path validation heeds them whether critical or not, and NIST's suite (PKITS 4.6.4, 4.8, 4.10) counts
        // such paths as valid; only a root, which everything rests on, is held to the letter.
        (Profile::Rfc5280 | Profile::WebPki, _) if is_heeded_anyway(rule) && !place.is_anchor => {
            Severity::Warning
        }
        (Profile::Rfc5280, Book::Rfc5280) => Severity::Error,
        (Profile::Rfc5280, _) => return None,
        (Profile::WebPki, Book::Rfc5280 | Book::WebPki) => Severity::Error,
        (Profile::WebPki, Book::PublicCa) if is_public => Severity::Error,
        (Profile::WebPki, Book::PublicCa) => Severity::Info,
        (Profile::Practice, _) if is_public => Severity::Warning,
        (Profile::Practice, Book::PublicCa) => return None,
        (Profile::Practice, _) => Severity::Info,
    })
}

fn is_heeded_anyway(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::BasicConstraintsNotCritical | Rule::PolicyConstraintsNotCritical
    )
}

/// How long the certificate lives; private CAs may do as they like (Baseline Requirements section 6.3.2).
fn lifetime(walk: &Walk<'_>, is_public: bool) -> Option<Finding> {
    let target = walk.places().next()?;
    let certificate = target.certificate;
    let (days, limit_days) = (
        certificate.lifetime_days(),
        certificate.lifetime_limit_days(),
    );
    let is_asked =
        walk.question.usage == Usage::Server && walk.question.profile != Profile::Rfc5280;
    if !is_asked || days <= limit_days || target.is_top || certificate.is_ca == Some(true) {
        return None;
    }
    let fact = CertificateFact::LifetimeTooLong {
        subject: certificate.title(),
        days,
        limit_days,
        public: is_public,
    };
    let severity = match is_public {
        true => Severity::Error,
        false => Severity::Info,
    };
    Some(target.finding(fact).rated(severity))
}
