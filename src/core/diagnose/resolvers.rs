//! Well-known public resolvers: the list a run begins with, which the user may change.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use serde::Serialize;

use crate::core::env::DnsServer;

/// When the list was last compared with what its operators publish.
pub const LIST_DATE: &str = "2026-11-25";

/// A resolver that anybody may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PublicResolver {
    /// Where, on port 53.
    pub address: Ipv4Addr,
    /// Who runs it, by its own name; never translated.
    pub operator: &'static str,
    /// Where it answers from.
    pub region: Region,
    /// Where its operator says so.
    pub source: &'static str,
}

/// Where a resolver answers from, so far as its operator says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// Mainland China.
    China,
    /// Russia and its neighbours.
    Russia,
    /// From many places of the world, each asker from one near by.
    World,
}

/// The list, those of China first: the vendor tells its users to ask 119.29.29.29.
pub const RESOLVERS: [PublicResolver; 12] = [
    china(
        [119, 29, 29, 29],
        "DNSPod",
        "https://www.dnspod.cn/Products/publicdns",
    ),
    china([223, 5, 5, 5], "AliDNS", "https://www.alidns.com/"),
    china([114, 114, 114, 114], "114DNS", "https://www.114dns.com/"),
    china([180, 76, 76, 76], "Baidu", "https://dudns.baidu.com/"),
    world(
        [1, 1, 1, 1],
        "Cloudflare",
        "https://developers.cloudflare.com/1.1.1.1/",
    ),
    world(
        [8, 8, 8, 8],
        "Google",
        "https://developers.google.com/speed/public-dns",
    ),
    world(
        [9, 9, 9, 9],
        "Quad9",
        "https://quad9.net/service/service-addresses-and-features/",
    ),
    world(
        [208, 67, 222, 222],
        "OpenDNS",
        "https://www.opendns.com/setupguide/",
    ),
    world(
        [64, 6, 64, 6],
        "UltraDNS",
        "https://vercara.digicert.com/ultradns-public",
    ),
    PublicResolver {
        address: Ipv4Addr::new(77, 88, 8, 8),
        operator: "Yandex",
        region: Region::Russia,
        source: "https://dns.yandex.ru/",
    },
    world(
        [94, 140, 14, 140],
        "AdGuard",
        "https://adguard-dns.io/en/public-dns.html",
    ),
    world([185, 222, 222, 222], "DNS.SB", "https://dns.sb/"),
];

const fn china(at: [u8; 4], operator: &'static str, source: &'static str) -> PublicResolver {
    let [a, b, c, d] = at;
    PublicResolver {
        address: Ipv4Addr::new(a, b, c, d),
        operator,
        region: Region::China,
        source,
    }
}

const fn world(at: [u8; 4], operator: &'static str, source: &'static str) -> PublicResolver {
    PublicResolver {
        region: Region::World,
        ..china(at, operator, source)
    }
}

/// The list as a run asks it.
pub fn public() -> Vec<DnsServer> {
    let all = RESOLVERS.iter().map(|one| IpAddr::V4(one.address));
    all.map(|address| DnsServer::udp(SocketAddr::new(address, 53)))
        .collect()
}

/// The entry of a server, whatever the transport.
pub fn known(server: &DnsServer) -> Option<&'static PublicResolver> {
    let ip = server.address.ip();
    RESOLVERS.iter().find(|one| IpAddr::V4(one.address) == ip)
}

#[cfg(test)]
mod tests {
    use super::{Region, known, public};
    use crate::core::env::{AddressRange, DnsServer, range_of};

    #[test]
    fn every_public_resolver_is_listed_once_and_lies_outside() {
        let all = public();
        for (index, server) in all.iter().enumerate() {
            assert_eq!(range_of(server.address.ip()), AddressRange::Public);
            assert!(!all[..index].contains(server), "{server}");
        }
    }

    #[test]
    fn a_server_is_known_by_its_address() {
        let known = |text: &str| known(&DnsServer::parse(text).unwrap());
        let dnspod = known("tls://119.29.29.29").unwrap();
        assert_eq!((dnspod.operator, dnspod.region), ("DNSPod", Region::China));
        assert_eq!(known("192.0.2.1"), None);
    }
}
