//! Whether a name exists, and whether its domain is delegated at all.

use super::view::{addresses, exists, registered};
use super::{DnsSummary, LANE};
use crate::core::csr::names::is_suffix;
use crate::core::diagnose::ask::{Asker, Ended, Resolution, is_registry};
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{DnsFact, Finding, Severity};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    let v4 = asker.resolve(LANE, &name, RecordType::A)?;
    let mut findings: Vec<Finding> = Vec::new();
    if is_suffix(name.as_str()) {
        let found = Finding::new(DnsFact::PublicSuffix { name: name.clone() });
        findings.push(match key.name.is_wildcard() {
            true => found.rated(Severity::Error),
            false => found,
        });
    }
    if exists(&v4) {
        let v6 = asker.resolve(LANE, &name, RecordType::AAAA)?;
        let addresses = addresses(&v4.records).len() + addresses(&v6.records).len();
        return Ok(Check::done(key, DnsSummary::Exists { addresses }, findings));
    }
    match &v4.ended {
        Ended::NoSuchName { .. } => missing(asker, key, &name, &v4, findings),
        Ended::Silent { .. } => {
            let fact = failed(&name, &v4);
            findings.push(Finding::new(fact).rated(Severity::Warning));
            Ok(Check::unknown(key, DnsSummary::NotFoundOut, findings))
        }
        Ended::Loop | Ended::TooManyAliases => {
            let exists = DnsSummary::Exists { addresses: 0 };
            Ok(Check::done(key, exists, findings))
        }
        _ => {
            findings.push(Finding::new(failed(&name, &v4)));
            Ok(Check::unknown(key, DnsSummary::NotFoundOut, findings))
        }
    }
}

fn failed(name: &DnsName, found: &Resolution) -> DnsFact {
    let (code, detail) = match &found.ended {
        Ended::Failed { code, errors } => {
            let words: Vec<String> = errors
                .iter()
                .map(|(number, text)| format!("EDE {number} {text}").trim().to_owned())
                .collect();
            (Some(*code), words.join("; "))
        }
        _ => (None, String::new()),
    };
    DnsFact::LookupFailed {
        name: name.clone(),
        record: RecordType::A,
        code,
        detail,
    }
}

fn missing(
    asker: &Asker<'_>,
    key: CheckKey,
    name: &DnsName,
    found: &Resolution,
    mut findings: Vec<Finding>,
) -> Result<Check, Cancelled> {
    let zone = found.zone.as_ref().map(|zone| zone.apex.clone());
    let domain = match registered(name) {
        Some((domain, registry)) if asker.may_walk(LANE, name)? => {
            let is_delegated = match &zone {
                Some(zone) => zone.is_within(&domain),
                None => {
                    let servers = asker.resolve(LANE, &domain, RecordType::NS)?;
                    !matches!(servers.ended, Ended::NoSuchName { .. })
                }
            };
            (!is_delegated).then_some((domain, registry))
        }
        // A name space of one's own has registries too, only no list of them.
        None if zone.as_ref().is_some_and(is_registry) => {
            let registry = zone.clone().unwrap_or_default();
            let labels = registry.labels().count() + 1;
            let above = std::iter::successors(Some(name.clone()), DnsName::parent);
            let mut domains = above.filter(|at| at.labels().count() == labels);
            domains.next().map(|domain| (domain, registry))
        }
        _ => None,
    };
    if let Some((domain, registry)) = domain {
        let summary = DnsSummary::NotDelegated {
            domain: domain.clone(),
        };
        findings.push(Finding::new(DnsFact::NotDelegated { domain, registry }));
        return Ok(Check::done(key, summary, findings));
    }
    let zone = zone.unwrap_or_default();
    let fact = DnsFact::NameMissing {
        name: name.clone(),
        zone: zone.clone(),
    };
    let found = Finding::new(fact);
    findings.push(match key.name.is_wildcard() {
        // A wildcard's own name need not be there for what lies below it.
        true => found.rated(Severity::Info),
        false => found,
    });
    Ok(Check::done(key, DnsSummary::Missing { zone }, findings))
}
