//! What was heard, in a form to be compared and told.

use std::net::IpAddr;

use crate::core::csr::names::domain_of;
use crate::core::diagnose::Setup;
use crate::core::diagnose::ask::{Ended, Resolution, value};
use crate::core::env::{
    AddressRange, DnsAnswer, DnsName, DnsRecord, DnsReply, NO_ERROR, RecordData, RecordType,
    range_of,
};
use crate::core::finding::Told;

/// What an answer says to a question, aliases included, or the name of its code; sorted.
pub(super) fn content(answer: &DnsAnswer, kind: RecordType) -> Vec<String> {
    if answer.code != NO_ERROR && answer.answers.is_empty() {
        return vec![code(answer.code)];
    }
    let wanted = answer
        .answers
        .iter()
        .filter(|one| one.kind == kind || one.kind == RecordType::CNAME);
    let mut values: Vec<String> = wanted.map(|one| value(&one.data)).collect();
    values.sort();
    values.dedup();
    values
}

fn code(code: u16) -> String {
    match code {
        2 => "SERVFAIL".to_owned(),
        3 => "NXDOMAIN".to_owned(),
        5 => "REFUSED".to_owned(),
        other => format!("RCODE {other}"),
    }
}

/// What somebody said, for evidence.
pub(super) fn told(source: String, answer: &DnsAnswer, kind: RecordType) -> Told {
    Told {
        source,
        values: content(answer, kind),
        ttl: answer.answers.iter().map(|record| record.ttl).min(),
    }
}

/// Different contents among what was told.
pub(super) fn contents(told: &[Told]) -> usize {
    let mut all: Vec<&[String]> = told.iter().map(|one| one.values.as_slice()).collect();
    all.sort();
    all.dedup();
    all.len()
}

/// The addresses among records.
pub(super) fn addresses(records: &[DnsRecord]) -> Vec<IpAddr> {
    let address = |record: &DnsRecord| match record.data {
        RecordData::A(address) => Some(IpAddr::V4(address)),
        RecordData::Aaaa(address) => Some(IpAddr::V6(address)),
        _ => None,
    };
    records.iter().filter_map(address).collect()
}

/// Where an address lies that the Internet, or the name space of the run, does not reach.
pub(super) fn unreachable(setup: &Setup, address: IpAddr) -> Option<AddressRange> {
    let range = range_of(address);
    let is_own = setup.roots.iter().any(|root| range_of(root.ip()) == range);
    (range != AddressRange::Public && !is_own).then_some(range)
}

/// Whether one server said that a name has no record of a type, or does not exist.
pub(super) fn denies(reply: &DnsReply) -> bool {
    let answer = reply.outcome.as_ref().ok();
    answer.is_some_and(|one| matches!(one.code, NO_ERROR | 3) && one.answers.is_empty())
}

/// Whether a name was found to exist.
pub(super) fn exists(found: &Resolution) -> bool {
    let is_there = matches!(found.ended, Ended::Found | Ended::NoRecords { .. });
    is_there || found.names.len() > 1
}

/// The registrable domain of a name, and the public suffix above it.
pub(super) fn registered(name: &DnsName) -> Option<(DnsName, DnsName)> {
    let (domain, suffix) = domain_of(name.as_str())?;
    Some((DnsName::parse(domain)?, DnsName::parse(suffix)?))
}
