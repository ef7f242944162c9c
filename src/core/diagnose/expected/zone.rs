//! Host records completed: consoles tell them relative to the zone.

use super::Note;
use crate::core::csr::names::advise;
use crate::core::env::DnsName;

/// The registrable domain of a name (ICANN section of the public suffix list).
pub fn registrable(name: &DnsName) -> Option<DnsName> {
    let mut front = name.base();
    // Names of records begin with underscores, which no certificate has.
    while front
        .labels()
        .next()
        .is_some_and(|label| label.starts_with('_'))
    {
        front = front.parent()?;
    }
    let advice = advise(front.as_str());
    let registrable = advice.names.first()?.registrable.clone()?;
    DnsName::parse(&registrable)
}

/// The zone to which host records of a name are relative, as far as one can tell without asking.
pub(super) fn zone_of(name: &DnsName) -> DnsName {
    registrable(name).unwrap_or_else(|| name.base())
}

/// The full names of a host record, one for each zone of the order; with what is to be said.
pub(super) fn complete(host: &str, names: &[DnsName]) -> (Vec<DnsName>, Vec<Note>) {
    let unknown = || Note::ZoneUnknown {
        host: host.to_owned(),
    };
    let mut zones: Vec<DnsName> = Vec::new();
    for zone in names.iter().map(zone_of) {
        if !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    if host == "@" {
        return match zones.is_empty() {
            true => (Vec::new(), vec![unknown()]),
            false => (zones, Vec::new()),
        };
    }
    let Some(name) = DnsName::parse(host) else {
        return (Vec::new(), vec![unknown()]);
    };
    if is_full(host, &name, names, &zones) {
        return (vec![name], Vec::new());
    }
    let completed: Vec<DnsName> = zones
        .iter()
        .filter_map(|zone| DnsName::parse(&format!("{name}.{zone}")))
        .collect();
    let notes: Vec<Note> = completed
        .iter()
        .map(|full| Note::Completed {
            host: host.to_owned(),
            name: full.clone(),
        })
        .collect();
    match completed.is_empty() {
        true => (Vec::new(), vec![unknown()]),
        false => (completed, notes),
    }
}

/// Whether a host record is a full name already.
fn is_full(host: &str, name: &DnsName, names: &[DnsName], zones: &[DnsName]) -> bool {
    if host.ends_with('.') || zones.iter().any(|zone| name.is_within(zone)) {
        return true;
    }
    // `_dnsauth.dev` beside dev.example.com: a host record, though there is a top-level domain of that name.
    let joins = |zone: &DnsName| {
        let joined = DnsName::parse(&format!("{name}.{zone}"));
        let plain = joined.map(|joined| without_underscores(&joined));
        names.iter().any(|one| plain.as_ref() == Some(&one.base()))
    };
    !zones.iter().any(joins) && registrable(name).is_some()
}

fn without_underscores(name: &DnsName) -> DnsName {
    let mut rest = name.clone();
    while rest
        .labels()
        .next()
        .is_some_and(|label| label.starts_with('_'))
    {
        rest = rest.parent().unwrap_or_default();
    }
    rest
}
