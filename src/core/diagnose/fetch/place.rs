//! Where a host is called: as the user chose, as the address says, as this computer resolves it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use super::{LANE, Request};
use crate::core::diagnose::ask::Asker;
use crate::core::env::{AddressRange, DnsName, RecordData, RecordType, range_of};
use crate::core::limits;
use crate::core::progress::Cancelled;

/// The places of a request, in the order of calling; none where the name has no address.
pub(super) fn places(asker: &Asker<'_>, request: &Request) -> Result<Vec<SocketAddr>, Cancelled> {
    let target = &request.target;
    if !request.connect.is_empty() {
        return Ok(request.connect.clone());
    }
    let addresses = match (target.address(), target.name()) {
        (Some(address), _) => vec![address],
        (None, Some(name)) => resolved(asker, &name)?,
        (None, None) => Vec::new(),
    };
    let at = |address| SocketAddr::new(address, target.port);
    Ok(addresses.into_iter().map(at).collect())
}

/// The user named the host, so it may lie inside the own network; never where clouds hand out credentials, and not
/// on this computer, which has its own names.
fn may_be_called(address: IpAddr) -> bool {
    !matches!(
        range_of(address),
        AddressRange::Metadata
            | AddressRange::Multicast
            | AddressRange::Loopback
            | AddressRange::Unspecified
    )
}

/// The hosts file first, then what the resolvers of this computer say. `localhost` is asked of nobody
/// (RFC 6761 section 6.3).
fn resolved(asker: &Asker<'_>, name: &DnsName) -> Result<Vec<IpAddr>, Cancelled> {
    let hosts = asker.system.hosts.iter();
    let own = hosts.filter(|(host, _)| host == name.as_str());
    let mut all: Vec<IpAddr> = own.map(|(_, address)| *address).collect();
    let is_localhost = name.labels().next_back() == Some("localhost");
    if all.is_empty() && is_localhost {
        all = vec![Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
    }
    if all.is_empty() {
        for kind in [RecordType::A, RecordType::AAAA] {
            for reply in asker.at_resolvers(LANE, name, kind)? {
                let answers = reply.reply.outcome.map(|answer| answer.answers);
                let answers = answers.unwrap_or_default();
                let told = answers.iter().filter_map(|record| match record.data {
                    RecordData::A(address) => Some(IpAddr::V4(address)),
                    RecordData::Aaaa(address) => Some(IpAddr::V6(address)),
                    _ => None,
                });
                all.extend(told.filter(|address| may_be_called(*address)));
            }
        }
    }
    let mut places: Vec<IpAddr> = Vec::new();
    for address in all {
        if !places.contains(&address) {
            places.push(address);
        }
    }
    places.truncate(limits::DIAL_ADDRESSES);
    Ok(places)
}
