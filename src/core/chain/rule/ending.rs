//! How the path ends: at a trusted root, or why not.

use crate::core::chain::answer::Ending;
use crate::core::chain::judge::Walk;
use crate::core::finding::{ChainFact, Finding, Severity};
use crate::core::limits;

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let Some(top) = walk.places().next_back() else {
        return;
    };
    let below = walk.below(&top);
    let (fact, about) = match walk.ending {
        Ending::Trusted => return,
        Ending::UntrustedRoot if top.is_target() => (
            ChainFact::SelfSignedLeaf {
                subject: top.certificate.title(),
            },
            top.certificate,
        ),
        Ending::UntrustedRoot => (
            ChainFact::UntrustedRoot {
                root: top.certificate.subject.title(),
                trust: walk.question.trust.clone(),
            },
            top.certificate,
        ),
        Ending::MissingIssuer => (
            ChainFact::MissingIntermediate {
                issuer: top.certificate.issuer.title(),
                below: top.certificate.title(),
                download: top.certificate.issuer_urls.first().map(ToString::to_string),
            },
            top.certificate,
        ),
        Ending::WrongSignature => (
            ChainFact::SignatureInvalid {
                subject: below.map_or_else(String::new, |below| below.title()),
                issuer: top.certificate.title(),
            },
            below.unwrap_or(top.certificate),
        ),
        Ending::TooLong => (
            ChainFact::TooLong {
                certificates: walk.steps.len(),
                limit: limits::CHAIN_LENGTH,
            },
            top.certificate,
        ),
    };
    // Whatever the reason, a path that ends so leads nowhere.
    let finding = Finding::new(fact).rated(Severity::Error);
    findings.push(finding.about(about.fingerprint));
}
