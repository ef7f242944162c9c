//! Where else a record landed: the zone added twice, another level, a wildcard that answers for everything.

use super::RecordSummary;
use super::assign::{Wanted, domain_of};
use super::observe::{at_servers, values_of};
use crate::core::diagnose::ask::Asker;
use crate::core::diagnose::expected::registrable;
use crate::core::diagnose::{Check, CheckKey, Lane};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{Finding, RecordFact};
use crate::core::progress::Cancelled;

/// Looks for a record at the places where it usually lands by mistake.
pub(super) fn check(asker: &Asker<'_>, wanted: &Wanted, key: CheckKey) -> Result<Check, Cancelled> {
    let here = values_of(asker, &wanted.name, wanted.kind)?;
    let servers = at_servers(asker, &wanted.name, wanted.kind)?;
    let is_here =
        here.contains(&wanted.value) || servers.answering().any(|seen| seen.has(&wanted.value));
    let random = beside(asker, &wanted.name);
    let mut wild: Vec<String> = Vec::new();
    if let Some(random) = &random {
        wild = values_of(asker, random, wanted.kind)?;
    }
    let mut findings: Vec<Finding> = Vec::new();
    for found_at in doubled(&wanted.name) {
        let values = values_of(asker, &found_at, wanted.kind)?;
        let is_expected = values.contains(&wanted.value);
        // What a wildcard gives at every name was not entered there.
        if !values.is_empty() && values != wild && (is_expected || !is_here) {
            let name = wanted.name.clone();
            findings.push(Finding::new(RecordFact::DoubledLabel {
                name,
                found_at,
                is_expected,
            }));
        }
    }
    if !is_here {
        for found_at in elsewhere(&wanted.name) {
            let values = values_of(asker, &found_at, wanted.kind)?;
            if values.contains(&wanted.value) && values != wild {
                let name = wanted.name.clone();
                findings.push(Finding::new(RecordFact::WrongPlace { name, found_at }));
            }
        }
    }
    if let Some(asked) = random.filter(|_| !here.is_empty() && here == wild) {
        let name = wanted.name.clone();
        findings.push(Finding::new(RecordFact::FromWildcard { name, asked }));
    }
    if wanted.kind == RecordType::CNAME && is_here {
        findings.extend(target(asker, wanted)?);
    }
    let summary = match is_here {
        true => RecordSummary::InPlace,
        false => RecordSummary::NotInPlace,
    };
    Ok(match (is_here, findings.is_empty()) {
        // Missing, and nowhere else: the check of the servers has said so.
        (false, true) => Check::done(key, RecordSummary::NowhereElse, findings),
        _ => Check::done(key, summary, findings),
    })
}

/// Whether the alias leads to something.
fn target(asker: &Asker<'_>, wanted: &Wanted) -> Result<Option<Finding>, Cancelled> {
    use crate::core::diagnose::ask::Ended;
    let Some(target) = DnsName::parse(&wanted.value) else {
        return Ok(None);
    };
    let resolution = asker.resolve(Lane::Validation, &target, RecordType::TXT)?;
    let name = wanted.name.clone();
    let is_missing = matches!(resolution.ended, Ended::NoSuchName { .. });
    Ok(is_missing.then(|| Finding::new(RecordFact::CnameTargetMissing { name, target })))
}

/// The names that a panel makes of a full name when it adds the zone once more.
pub(super) fn doubled(name: &DnsName) -> Vec<DnsName> {
    let mut all: Vec<DnsName> = Vec::new();
    let domain = domain_of(name);
    for zone in registrable(&domain).into_iter().chain([domain]) {
        let joined = DnsName::parse(&format!("{name}.{zone}"));
        all.extend(joined.filter(|joined| !all.contains(joined)));
    }
    all
}

/// Other names at which the value may stand: the level above, the zone, the name itself, `www`, the label without
/// its underscore.
fn elsewhere(name: &DnsName) -> Vec<DnsName> {
    let domain = domain_of(name);
    let front = name
        .as_str()
        .strip_suffix(domain.as_str())
        .map(|front| front.trim_end_matches('.').to_owned());
    let front = front.filter(|front| !front.is_empty());
    let mut places: Vec<DnsName> = Vec::new();
    let mut add = |place: Option<DnsName>| {
        let is_new = |place: &DnsName| place != name && !places.contains(place);
        if let Some(place) = place.filter(is_new) {
            places.push(place);
        }
    };
    let zone = registrable(&domain).unwrap_or_else(|| domain.clone());
    add(Some(domain.clone()));
    add(Some(zone.clone()));
    if let Some(front) = front {
        let below = |at: &DnsName| DnsName::parse(&format!("{front}.{at}"));
        add(below(&zone));
        add(domain.below("www").as_ref().and_then(below));
        add(DnsName::parse(&format!(
            "{}.{domain}",
            front.trim_start_matches('_')
        )));
    }
    places
}

/// A name at the same level that nobody made.
pub(super) fn beside(asker: &Asker<'_>, name: &DnsName) -> Option<DnsName> {
    let mut bytes = [0u8; 6];
    asker.env.random.fill(&mut bytes).ok()?;
    let label: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let chance = name.parent()?.below(&format!("_{label}"))?;
    asker.hush(&chance);
    Some(chance)
}

#[cfg(test)]
mod tests {
    use super::{doubled, elsewhere};
    use crate::core::env::DnsName;

    fn told(names: Vec<DnsName>) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn places_where_records_land_by_mistake() {
        let name = DnsName::parse("_dnsauth.www.example.com").unwrap();
        assert_eq!(
            told(doubled(&name)),
            [
                "_dnsauth.www.example.com.example.com",
                "_dnsauth.www.example.com.www.example.com"
            ]
        );
        assert_eq!(
            told(elsewhere(&name)),
            [
                "www.example.com",
                "example.com",
                "_dnsauth.example.com",
                "_dnsauth.www.www.example.com",
                "dnsauth.www.example.com"
            ]
        );
        let apex = DnsName::parse("_acme-challenge.example.com").unwrap();
        assert_eq!(
            told(doubled(&apex)),
            ["_acme-challenge.example.com.example.com"]
        );
    }
}
