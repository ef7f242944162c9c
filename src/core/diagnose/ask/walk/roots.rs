//! The root servers of the Internet, as IANA publishes them (<https://www.internic.net/domain/named.root>), read
//! on 2026-11-20; the last change, an address of b.root-servers.net, dates from 2023-11-27.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::{Zone, ZoneServer};
use crate::core::diagnose::Setup;
use crate::core::env::DnsName;

type Root = (&'static str, Ipv4Addr, Ipv6Addr);

const ROOTS: [Root; 13] = [
    (
        "a.root-servers.net",
        Ipv4Addr::new(198, 41, 0, 4),
        Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 0x2, 0x30),
    ),
    (
        "b.root-servers.net",
        Ipv4Addr::new(170, 247, 170, 2),
        Ipv6Addr::new(0x2801, 0x1b8, 0x10, 0, 0, 0, 0, 0xb),
    ),
    (
        "c.root-servers.net",
        Ipv4Addr::new(192, 33, 4, 12),
        Ipv6Addr::new(0x2001, 0x500, 0x2, 0, 0, 0, 0, 0xc),
    ),
    (
        "d.root-servers.net",
        Ipv4Addr::new(199, 7, 91, 13),
        Ipv6Addr::new(0x2001, 0x500, 0x2d, 0, 0, 0, 0, 0xd),
    ),
    (
        "e.root-servers.net",
        Ipv4Addr::new(192, 203, 230, 10),
        Ipv6Addr::new(0x2001, 0x500, 0xa8, 0, 0, 0, 0, 0xe),
    ),
    (
        "f.root-servers.net",
        Ipv4Addr::new(192, 5, 5, 241),
        Ipv6Addr::new(0x2001, 0x500, 0x2f, 0, 0, 0, 0, 0xf),
    ),
    (
        "g.root-servers.net",
        Ipv4Addr::new(192, 112, 36, 4),
        Ipv6Addr::new(0x2001, 0x500, 0x12, 0, 0, 0, 0, 0xd0d),
    ),
    (
        "h.root-servers.net",
        Ipv4Addr::new(198, 97, 190, 53),
        Ipv6Addr::new(0x2001, 0x500, 0x1, 0, 0, 0, 0, 0x53),
    ),
    (
        "i.root-servers.net",
        Ipv4Addr::new(192, 36, 148, 17),
        Ipv6Addr::new(0x2001, 0x7fe, 0, 0, 0, 0, 0, 0x53),
    ),
    (
        "j.root-servers.net",
        Ipv4Addr::new(192, 58, 128, 30),
        Ipv6Addr::new(0x2001, 0x503, 0xc27, 0, 0, 0, 0x2, 0x30),
    ),
    (
        "k.root-servers.net",
        Ipv4Addr::new(193, 0, 14, 129),
        Ipv6Addr::new(0x2001, 0x7fd, 0, 0, 0, 0, 0, 0x1),
    ),
    (
        "l.root-servers.net",
        Ipv4Addr::new(199, 7, 83, 42),
        Ipv6Addr::new(0x2001, 0x500, 0x9f, 0, 0, 0, 0, 0x42),
    ),
    (
        "m.root-servers.net",
        Ipv4Addr::new(202, 12, 27, 33),
        Ipv6Addr::new(0x2001, 0xdc3, 0, 0, 0, 0, 0, 0x35),
    ),
];

/// The root: the one the user named, else that of the Internet.
pub(super) fn root(setup: &Setup) -> Zone {
    let named = setup.roots.iter().map(|root| ZoneServer {
        name: DnsName::from_labels(root.ip().to_string().split('.').map(str::as_bytes)),
        addresses: vec![root.ip()],
        port: Some(root.port()),
        at_parent: true,
        at_zone: true,
    });
    let usual = ROOTS.iter().map(|(name, v4, v6)| ZoneServer {
        name: DnsName::parse(name).unwrap_or_default(),
        addresses: vec![IpAddr::V4(*v4), IpAddr::V6(*v6)],
        port: None,
        at_parent: true,
        at_zone: true,
    });
    Zone {
        apex: DnsName::default(),
        servers: match setup.roots.is_empty() {
            true => usual.collect(),
            false => named.collect(),
        },
    }
}
