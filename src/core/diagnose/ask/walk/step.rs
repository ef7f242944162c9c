//! What a server's answer to "who serves this name?" means for the way down (RFC 1034 section 5.3.3).

use std::net::IpAddr;

use crate::core::env::{
    DnsAnswer, DnsName, DnsRecord, NO_ERROR, NO_SUCH_NAME, RecordData, RecordType,
};

/// What an answer means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Another zone begins.
    Cut(Cut),
    /// The zone goes on below.
    Goes,
    /// There is no such name.
    Missing,
}

/// A zone cut as one server tells it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// Where the zone begins.
    pub apex: DnsName,
    /// Its servers.
    pub servers: Vec<DnsName>,
    /// Whether the zone itself said so, and not its parent.
    pub is_from_zone: bool,
    /// Addresses that came along.
    pub glue: Vec<(DnsName, IpAddr)>,
}

/// Reads an answer of a server of `zone`; `Err` is the code of one that does not serve it.
pub(super) fn read(zone: &DnsName, wanted: &DnsName, answer: &DnsAnswer) -> Result<Step, u16> {
    if !matches!(answer.code, NO_ERROR | NO_SUCH_NAME) {
        return Err(answer.code);
    }
    let told = |records: &[DnsRecord], at: &DnsName| -> Vec<DnsName> {
        let here = records.iter().filter(|record| record.name == *at);
        here.filter_map(server_of).collect()
    };
    let own = told(&answer.answers, wanted);
    if !own.is_empty() {
        return Ok(Step::Cut(Cut {
            apex: wanted.clone(),
            servers: own,
            is_from_zone: answer.is_authoritative,
            glue: addresses(answer),
        }));
    }
    if answer.is_authoritative {
        return Ok(match answer.code {
            NO_SUCH_NAME if answer.answers.is_empty() => Step::Missing,
            _ => Step::Goes,
        });
    }
    // Upwards or sideways leads nowhere: such a server does not serve the zone.
    let is_down = |at: &DnsName| at.is_within(zone) && at != zone && wanted.is_within(at);
    let below = answer
        .authority
        .iter()
        .find(|record| record.kind == RecordType::NS && is_down(&record.name))
        .ok_or(answer.code)?;
    Ok(Step::Cut(Cut {
        apex: below.name.clone(),
        servers: told(&answer.authority, &below.name),
        is_from_zone: false,
        glue: addresses(answer),
    }))
}

/// The name server a record names.
pub(super) fn server_of(record: &DnsRecord) -> Option<DnsName> {
    match &record.data {
        RecordData::Ns(name) => Some(name.clone()),
        _ => None,
    }
}

/// The address a record holds.
pub(super) fn address_of(record: &DnsRecord) -> Option<IpAddr> {
    match record.data {
        RecordData::A(address) => Some(IpAddr::V4(address)),
        RecordData::Aaaa(address) => Some(IpAddr::V6(address)),
        _ => None,
    }
}

fn addresses(answer: &DnsAnswer) -> Vec<(DnsName, IpAddr)> {
    let records = answer.additional.iter();
    records
        .filter_map(|record| Some((record.name.clone(), address_of(record)?)))
        .collect()
}
