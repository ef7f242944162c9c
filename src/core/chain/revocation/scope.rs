//! Whether a list covers a certificate: distribution points, kinds of certificates, reasons
//! (RFC 5280 section 6.3.3 (b) to (e)).

use std::collections::BTreeSet;

use super::lists::Held;
use crate::core::chain::judge::Place;
use crate::core::finding::CrlFault;
use crate::core::x509::constraints::DistributionPoint;
use crate::core::x509::crl::IssuingPoint;
use crate::core::x509::name::{DistinguishedName, GeneralName};

/// Every reason but "unspecified", as bits of reason flags.
pub const ALL_REASONS: u16 = 0x1fe;

/// The reasons that a list covers for a certificate at one distribution point.
///
/// # Errors
/// Why it covers none.
pub fn covered(held: &Held, place: &Place<'_>, point: &DistributionPoint) -> Result<u16, CrlFault> {
    let scope = held.scope();
    let of_point = point.reasons.unwrap_or(ALL_REASONS);
    let is_by_other = point.issuer_names().next().is_some();
    let Some(issuing) = &scope.distribution else {
        // A list that says nothing covers its issuer's certificates only.
        return match is_by_other {
            true => Err(CrlFault::ScopeElsewhere),
            false => Ok(of_point),
        };
    };
    let is_ca = place.certificate.is_ca == Some(true);
    let is_outside = issuing.only_attributes
        || (issuing.only_users && is_ca)
        || (issuing.only_cas && !is_ca)
        || (is_by_other && !issuing.is_indirect)
        || !is_same_place(issuing, held, place, point);
    match is_outside {
        true => Err(CrlFault::ScopeElsewhere),
        false => Ok(of_point & issuing.some_reasons.unwrap_or(ALL_REASONS)),
    }
}

/// A list for a certain place is only for certificates that name the place.
fn is_same_place(
    issuing: &IssuingPoint,
    held: &Held,
    place: &Place<'_>,
    point: &DistributionPoint,
) -> bool {
    let own = names(
        &issuing.names,
        issuing.relative.as_deref(),
        &held.list.issuer,
    );
    if own.is_empty() {
        return true;
    }
    let signer = point.issuer_names().next();
    let mut wanted = names(
        &point.names,
        point.relative.as_deref(),
        signer.unwrap_or(&place.certificate.issuer),
    );
    if wanted.is_empty() {
        wanted.extend(point.issuer_names().map(DistinguishedName::key));
    }
    !own.is_disjoint(&wanted)
}

/// Names of a distribution point in a form that can be compared; a relative one is completed.
fn names(
    full: &[GeneralName],
    relative: Option<&[u8]>,
    base: &DistinguishedName,
) -> BTreeSet<Box<str>> {
    let mut all: BTreeSet<Box<str>> = full.iter().map(key).collect();
    if let Some(name) = relative.and_then(|relative| base.with_relative(relative)) {
        all.insert(name.key());
    }
    all
}

fn key(name: &GeneralName) -> Box<str> {
    match name {
        GeneralName::Directory(name) => name.key(),
        GeneralName::Uri(uri) => format!("uri {uri}").into(),
        other => format!("{other:?}").into(),
    }
}

/// Whether two lists are of one scope, so that one can be the other's delta (section 6.3.3 (c)(2)).
pub fn is_same(one: &Held, two: &Held) -> bool {
    let place = |held: &Held| {
        held.scope().distribution.as_ref().map(|issuing| {
            (
                names(
                    &issuing.names,
                    issuing.relative.as_deref(),
                    &held.list.issuer,
                ),
                issuing.only_users,
                issuing.only_cas,
                issuing.some_reasons,
                issuing.is_indirect,
                issuing.only_attributes,
            )
        })
    };
    place(one) == place(two)
}
