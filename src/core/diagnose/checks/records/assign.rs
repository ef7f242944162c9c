//! Which expected record belongs to which name of the order.

use crate::core::diagnose::Request;
use crate::core::diagnose::expected::Expected;
use crate::core::env::{DnsName, RecordType};

/// An expected record, files left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Its full name.
    pub name: DnsName,
    /// TXT or CNAME.
    pub kind: RecordType,
    /// Its text, or where it leads.
    pub value: String,
}

/// The records expected for a name of the order: those at it or at a name above it, whose validation covers it
/// (CA/B Forum BR, "Authorization Domain Name"); of ACME those of the very name (RFC 8555 section 8.4). What
/// belongs nowhere is shown at the first name.
pub(super) fn wanted(request: &Request, name: &DnsName) -> Vec<Wanted> {
    let is_first = request.names.first() == Some(name);
    let all = request.expected.iter().filter_map(of);
    all.filter(|one| {
        let is_orphan = || !request.names.iter().any(|name| covers(one, name));
        covers(one, name) || (is_first && is_orphan())
    })
    .collect()
}

fn of(expected: &Expected) -> Option<Wanted> {
    match expected {
        Expected::Txt { name, value } => Some(Wanted {
            name: name.clone(),
            kind: RecordType::TXT,
            value: value.clone(),
        }),
        Expected::Cname { name, target } => Some(Wanted {
            name: name.clone(),
            kind: RecordType::CNAME,
            value: target.to_string(),
        }),
        Expected::File { .. } => None,
    }
}

fn covers(wanted: &Wanted, name: &DnsName) -> bool {
    let base = name.base();
    let domain = domain_of(&wanted.name);
    let is_acme = wanted.name.labels().next() == Some("_acme-challenge");
    match is_acme {
        true => base == domain,
        false => base == wanted.name || base.is_within(&domain),
    }
}

/// The domain that a record is about: without the labels with underscores in front, or without the left-most
/// one where there are none.
pub(super) fn domain_of(record: &DnsName) -> DnsName {
    let mut rest = record.clone();
    while rest
        .labels()
        .next()
        .is_some_and(|label| label.starts_with('_'))
    {
        rest = rest.parent().unwrap_or_default();
    }
    match rest == *record {
        true => rest
            .parent()
            .filter(|parent| parent.labels().count() > 1)
            .unwrap_or(rest),
        false => rest,
    }
}
