//! The names asked for must be in the certificate (RFC 9525 section 6).

use crate::core::chain::judge::Walk;
use crate::core::chain::question::PeerName;
use crate::core::finding::{CertificateFact, Finding};
use crate::core::x509::Certificate;
use crate::core::x509::name::GeneralName;

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let Some(target) = walk.places().next() else {
        return;
    };
    let missing = walk
        .question
        .names
        .iter()
        .filter(|name| !covers(target.certificate, name));
    findings.extend(missing.map(|name| {
        target.finding(CertificateFact::NameMismatch {
            host: name.to_string(),
            names: target.certificate.dns_names().map(str::to_owned).collect(),
        })
    }));
}

fn covers(certificate: &Certificate, name: &PeerName) -> bool {
    match name {
        PeerName::Dns(host) => certificate.covers_host(host),
        PeerName::Ip(address) => certificate.covers_host(&address.to_string()),
        PeerName::Email(wanted) => {
            let mut is_there = false;
            certificate.visit_names(|name| {
                is_there |= matches!(name, GeneralName::Email(held) if is_same_box(held, wanted));
                !is_there
            });
            is_there
        }
    }
}

/// Letters' case matters before the `@` and not behind it (RFC 5280 section 7.5).
fn is_same_box(one: &str, two: &str) -> bool {
    match (one.rsplit_once('@'), two.rsplit_once('@')) {
        (Some((local, host)), Some((other, other_host))) => {
            local == other && host.eq_ignore_ascii_case(other_host)
        }
        _ => one == two,
    }
}
