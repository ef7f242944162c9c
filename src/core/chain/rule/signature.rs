//! Signatures and names from link to link (RFC 5280 section 6.1.3 (a)(1) and (a)(4)), with DSA parameters
//! inherited from above (section 6.1.4 (f)).

use crate::core::chain::answer::Ending;
use crate::core::chain::judge::{Place, Walk};
use crate::core::chain::pool;
use crate::core::finding::{ChainFact, Finding, PathFact, Severity};
use crate::core::x509::public_key::{KeyAlgorithm, PublicKeyParts};
use crate::core::x509::signature::{SignatureVerdict, algorithm_name, has_parameters};

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let places: Vec<Place<'_>> = walk.places().collect();
    let mut parameters: Option<Vec<u8>> = None;
    for (below, issuer) in places.iter().zip(places.iter().skip(1)).rev() {
        let own = own_parameters(issuer);
        let verdict = match (&own, &parameters) {
            // Only a whole path tells which parameters a key without its own has.
            (Some(None), Some(inherited)) => {
                pool::verify(below.certificate, issuer.certificate, Some(inherited))
            }
            _ => walk
                .steps
                .get(below.index)
                .and_then(|step| step.signed.clone())
                .unwrap_or(SignatureVerdict::Valid),
        };
        parameters = match own {
            Some(Some(own)) => Some(own),
            Some(None) => parameters,
            None => None,
        };
        findings.extend(signature(walk, below, issuer, verdict));
        findings.extend(names(below, issuer));
    }
}

/// For a DSA key, its own parameters if it has any; `None` for other keys.
fn own_parameters(issuer: &Place<'_>) -> Option<Option<Vec<u8>>> {
    if issuer.certificate.key.algorithm != KeyAlgorithm::Dsa {
        return None;
    }
    let parts = PublicKeyParts::from_spki(&issuer.certificate.spki).ok()?;
    Some(has_parameters(&parts).then(|| parts.parameters.to_vec()))
}

fn signature(
    walk: &Walk<'_>,
    below: &Place<'_>,
    issuer: &Place<'_>,
    verdict: SignatureVerdict,
) -> Option<Finding> {
    let subject = below.certificate.title();
    match verdict {
        SignatureVerdict::Valid => None,
        // The ending tells already.
        SignatureVerdict::Invalid if issuer.is_top && *walk.ending == Ending::WrongSignature => {
            None
        }
        SignatureVerdict::Invalid => Some(below.finding(ChainFact::SignatureInvalid {
            subject,
            issuer: issuer.certificate.title(),
        })),
        SignatureVerdict::NotChecked(_) => {
            let algorithm = algorithm_name(&below.certificate.signature_oid).to_owned();
            let fact = PathFact::SignatureNotChecked { subject, algorithm };
            // What is not checked cannot be vouched for.
            Some(below.finding(fact).rated(Severity::Error))
        }
    }
}

fn names(below: &Place<'_>, issuer: &Place<'_>) -> Option<Finding> {
    let fits = below
        .certificate
        .issuer
        .matches(&issuer.certificate.subject);
    (!fits).then(|| {
        below.finding(PathFact::NamesDoNotChain {
            subject: issuer.certificate.subject.to_string(),
            issuer: below.certificate.issuer.to_string(),
        })
    })
}
