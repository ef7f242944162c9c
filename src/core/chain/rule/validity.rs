//! Validity of every certificate of the path, the root's too (RFC 5280 section 6.1.3 (a)(2)).

use crate::core::chain::judge::{Place, Walk};
use crate::core::finding::{CertificateFact, Finding};

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    findings.extend(walk.places().filter_map(|place| validity(walk, &place)));
}

fn validity(walk: &Walk<'_>, place: &Place<'_>) -> Option<Finding> {
    let (certificate, at) = (place.certificate, walk.question.at);
    let subject = certificate.title();
    if at > certificate.not_after {
        return Some(place.finding(CertificateFact::Expired {
            subject,
            not_after: certificate.not_after,
            days_ago: certificate.not_after.days_until(at),
        }));
    }
    (at < certificate.not_before).then(|| {
        place.finding(CertificateFact::NotYetValid {
            subject,
            not_before: certificate.not_before,
        })
    })
}
