//! Extended key usage down the path (as clients nest it: what an intermediate leaves out, nobody below it
//! has), and the key usage that the asked use needs (RFC 5280 sections 4.2.1.3 and 4.2.1.12).

use crate::core::chain::judge::{Place, Walk};
use crate::core::finding::{Finding, PathFact, Usage};

const SERVER: &str = "1.3.6.1.5.5.7.3.1";
const CLIENT: &str = "1.3.6.1.5.5.7.3.2";
const ANY: &str = "2.5.29.37.0";
/// digitalSignature, keyEncipherment, keyAgreement (RFC 5246 section 7.4.2 and RFC 8446 section 4.4.2.2).
const SERVER_BITS: u16 = 0b1_0101;
/// digitalSignature, keyAgreement.
const CLIENT_BITS: u16 = 0b1_0001;

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let usage = walk.question.usage;
    if walk.nesting == 0 {
        findings.extend(walk.places().next().and_then(|target| bits(walk, &target)));
        let checked = walk
            .places()
            .filter(|place| !place.is_anchor || place.is_target());
        findings.extend(checked.filter_map(|place| extended(&place, usage)));
    }
}

fn extended(place: &Place<'_>, usage: Usage) -> Option<Finding> {
    let wanted = match usage {
        Usage::Any => return None,
        Usage::Client => CLIENT,
        Usage::Server => SERVER,
    };
    let usages = place.certificate.extended_key_usage.as_ref()?;
    let allows = usages.iter().any(|oid| oid == wanted || oid == ANY);
    (!allows).then(|| {
        place.finding(PathFact::UsageNotAllowed {
            subject: place.certificate.title(),
            usage,
            usages: usages.iter().map(ToString::to_string).collect(),
            is_issuer: !place.is_target(),
        })
    })
}

fn bits(walk: &Walk<'_>, target: &Place<'_>) -> Option<Finding> {
    let has = target.certificate.key_usage?;
    let usage = walk.question.usage;
    let fits = match usage {
        Usage::Any => true,
        Usage::Client => has & CLIENT_BITS != 0,
        Usage::Server => has & SERVER_BITS != 0,
    };
    let fits = fits && has & walk.question.key_usage == walk.question.key_usage;
    // A CA certificate that is asked about by itself is judged as an issuer.
    (!fits && target.certificate.is_ca != Some(true)).then(|| {
        target.finding(PathFact::KeyUsageUnfit {
            subject: target.certificate.title(),
            usage,
        })
    })
}
