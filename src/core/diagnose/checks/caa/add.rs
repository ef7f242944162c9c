//! Records that would let a CA issue, ready to copy.

use serde::Serialize;

use crate::core::env::DnsName;

/// A CAA record to add: as panels ask for it, field by field, and as a zone file has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaaLine {
    /// The zone to which it goes.
    pub zone: DnsName,
    /// Its host record, relative to the zone: `@` for the zone itself.
    pub host: String,
    /// Flags.
    pub flags: u8,
    /// Property.
    pub tag: &'static str,
    /// Value, without quotes.
    pub value: String,
    /// The whole line of a zone file, with an absolute name.
    pub line: String,
}

impl CaaLine {
    /// A record at a name of a zone.
    pub fn at(name: &DnsName, zone: &DnsName, tag: &'static str, value: &str) -> Self {
        Self {
            zone: zone.clone(),
            host: host_of(name, zone),
            flags: 0,
            tag,
            value: value.to_owned(),
            line: format!("{name}. IN CAA 0 {tag} \"{value}\""),
        }
    }
}

/// What to add beside a set at `name` so that the CA with this issuer domain may issue: `issue`, and `issuewild`
/// for wildcards where the set has one, or where only wildcards shall be let in.
pub fn to_add(
    name: &DnsName,
    zone: &DnsName,
    domain: &str,
    wants_plain: bool,
    wants_wild: bool,
) -> Vec<CaaLine> {
    let plain = wants_plain.then(|| CaaLine::at(name, zone, "issue", domain));
    let wild = wants_wild.then(|| CaaLine::at(name, zone, "issuewild", domain));
    plain.into_iter().chain(wild).collect()
}

/// A name as panels of DNS hosts ask for it: relative to the zone, `@` for the zone itself. A name outside the
/// zone stays whole.
pub fn host_of(name: &DnsName, zone: &DnsName) -> String {
    if name == zone {
        return "@".to_owned();
    }
    let front = name
        .as_str()
        .strip_suffix(zone.as_str())
        .and_then(|front| front.strip_suffix('.'));
    match (zone.is_root(), front) {
        (false, Some(front)) => front.to_owned(),
        _ => name.as_str().to_owned(),
    }
}
