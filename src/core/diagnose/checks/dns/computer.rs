//! Whether this computer sees the name as others do: its hosts file, and a resolver with a view of its own.

use std::net::IpAddr;

use super::view::{addresses, unreachable};
use super::{DnsSummary, LANE};
use crate::core::diagnose::ask::{Asker, Said, Source};
use crate::core::diagnose::{Check, CheckKey};
use crate::core::env::{DnsName, RecordType};
use crate::core::finding::{DnsFact, Finding};
use crate::core::progress::Cancelled;

pub(super) fn check(asker: &Asker<'_>, key: CheckKey) -> Result<Check, Cancelled> {
    let name = key.name.base();
    let mut findings = hosts(asker, &name);
    findings.extend(split(asker, &name)?);
    let summary = match findings.is_empty() {
        true => DnsSummary::SameHere,
        false => DnsSummary::OtherHere,
    };
    Ok(Check::done(key, summary, findings))
}

fn hosts(asker: &Asker<'_>, name: &DnsName) -> Vec<Finding> {
    let lines = asker.system.hosts.iter();
    let own: Vec<IpAddr> = lines
        .filter(|(host, _)| host == name.as_str())
        .map(|(_, address)| *address)
        .collect();
    for (kind, is_kind) in [
        (RecordType::A, IpAddr::is_ipv4 as fn(&IpAddr) -> bool),
        (RecordType::AAAA, IpAddr::is_ipv6),
    ] {
        let values: Vec<String> = own
            .iter()
            .filter(|one| is_kind(one))
            .map(ToString::to_string)
            .collect();
        if !values.is_empty() {
            asker.said(Said {
                source: Source::HostsFile,
                name: name.clone(),
                record: kind,
                values,
                ttl: None,
                code: None,
                fault: None,
                took_ms: 0,
            });
        }
    }
    let fact = |address: IpAddr| DnsFact::HostsFile {
        name: name.clone(),
        address,
    };
    own.into_iter()
        .map(|address| Finding::new(fact(address)))
        .collect()
}

/// Another address inside than outside: only where the one inside cannot be reached from outside. Servers
/// that answer by place give different ones everywhere.
fn split(asker: &Asker<'_>, name: &DnsName) -> Result<Option<Finding>, Cancelled> {
    let (mut inside, mut outside) = (Vec::new(), Vec::new());
    for kind in [RecordType::A, RecordType::AAAA] {
        for one in asker.at_resolvers(LANE, name, kind)? {
            let found = one.reply.outcome.map(|answer| addresses(&answer.answers));
            match one.source {
                Source::System(_) => inside.extend(found.unwrap_or_default()),
                _ => outside.extend(found.unwrap_or_default()),
            }
        }
        if asker.may_walk(LANE, name)? {
            outside.extend(addresses(&asker.resolve(LANE, name, kind)?.records));
        }
    }
    let setup = &asker.request.setup;
    let hidden = |address: &IpAddr| unreachable(setup, *address).is_some();
    let is_split = inside
        .iter()
        .any(|one| hidden(one) && !outside.contains(one))
        && outside.iter().any(|one| !inside.contains(one));
    let told = |mut all: Vec<IpAddr>| {
        all.sort();
        all.dedup();
        all.iter().map(ToString::to_string).collect()
    };
    Ok(is_split.then(|| {
        Finding::new(DnsFact::SplitDns {
            name: name.clone(),
            inside: told(inside),
            outside: told(outside),
        })
    }))
}
