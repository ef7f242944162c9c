//! Which IP addresses lie inside the own network, so that foreign addresses never lead there unasked.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::Serialize;

/// What kind of address it is (IANA special-purpose registries).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressRange {
    /// Anywhere on the Internet.
    Public,
    /// This computer.
    Loopback,
    /// This network segment alone.
    LinkLocal,
    /// Where clouds hand out the credentials of their machines.
    Metadata,
    /// A group of computers.
    Multicast,
    /// Inside an organisation, or behind a carrier's translation.
    Private,
    /// Kept for documentation, tests or later.
    Reserved,
    /// No address; many systems take it for this computer.
    Unspecified,
}

/// The range of an address; one that wraps an IPv4 address is judged by what it wraps.
pub fn range_of(address: IpAddr) -> AddressRange {
    match address {
        IpAddr::V4(address) => of_v4(address),
        IpAddr::V6(address) => of_v6(address),
    }
}

fn of_v4(address: Ipv4Addr) -> AddressRange {
    match address.octets() {
        // AWS, Azure, Google and others; Alibaba; Azure's platform address, which is not private.
        [169, 254, 169, 254] | [100, 100, 100, 200] | [168, 63, 129, 16] => AddressRange::Metadata,
        [0, 0, 0, 0] => AddressRange::Unspecified,
        [127, ..] => AddressRange::Loopback,
        [169, 254, ..] => AddressRange::LinkLocal,
        [10, ..] | [192, 168, ..] => AddressRange::Private,
        [172, second, ..] if second & 0xf0 == 16 => AddressRange::Private,
        [100, second, ..] if second & 0xc0 == 64 => AddressRange::Private,
        [224..=239, ..] => AddressRange::Multicast,
        [0, ..] | [240..=255, ..] | [192, 0, 0 | 2, _] | [198, 18 | 19, ..] => {
            AddressRange::Reserved
        }
        [198, 51, 100, _] | [203, 0, 113, _] | [192, 88, 99, _] => AddressRange::Reserved,
        _ => AddressRange::Public,
    }
}

fn of_v6(address: Ipv6Addr) -> AddressRange {
    if address.is_unspecified() {
        return AddressRange::Unspecified;
    }
    if address.is_loopback() {
        return AddressRange::Loopback;
    }
    if let Some(inside) = wrapped(address) {
        return of_v4(inside);
    }
    match address.segments() {
        [0xfd00, 0x0ec2, 0, 0, 0, 0, 0, 0x0254] => AddressRange::Metadata,
        [first, ..] if first & 0xff00 == 0xff00 => AddressRange::Multicast,
        [first, ..] if first & 0xffc0 == 0xfe80 => AddressRange::LinkLocal,
        // Unique local, and the site-local addresses before them.
        [first, ..] if first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfec0 => {
            AddressRange::Private
        }
        [0x2001, 0x0db8, ..] => AddressRange::Reserved,
        [0x2001, second, ..] if second < 0x0200 => AddressRange::Reserved,
        [0x3fff, second, ..] if second < 0x1000 => AddressRange::Reserved,
        // The Internet has 2000::/3 and nothing else so far.
        [first, ..] if first & 0xe000 == 0x2000 => AddressRange::Public,
        _ => AddressRange::Reserved,
    }
}

/// The IPv4 address inside: mapped, compatible, translated (RFC 6052, RFC 8215) or 6to4 (RFC 3056).
fn wrapped(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        Some(Ipv4Addr::new(a, b, c, d))
    };
    match address.segments() {
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] => v4(high, low),
        [0, 0, 0, 0, 0xffff, 0, high, low] => v4(high, low),
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => v4(high, low),
        [0x64, 0xff9b, 1, .., high, low] => v4(high, low),
        [0x2002, high, low, ..] => v4(high, low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{AddressRange, range_of};

    fn range(text: &str) -> AddressRange {
        range_of(text.parse().unwrap())
    }

    #[test]
    fn addresses_of_the_internet_are_public() {
        for text in [
            "1.1.1.1",
            "93.184.215.14",
            "172.15.0.1",
            "172.32.0.1",
            "100.63.0.1",
            "100.128.0.1",
            "223.255.255.255",
            "2606:4700::1111",
            "::ffff:1.1.1.1",
            "64:ff9b::101:101",
            "2002:101:101::1",
        ] {
            assert_eq!(range(text), AddressRange::Public, "{text}");
        }
    }

    #[test]
    fn addresses_inside_are_known_in_every_wrapping() {
        use AddressRange::*;
        for (text, expected) in [
            ("0.0.0.0", Unspecified),
            ("::", Unspecified),
            ("127.0.0.1", Loopback),
            ("127.255.0.9", Loopback),
            ("::1", Loopback),
            ("::ffff:127.0.0.1", Loopback),
            ("::127.0.0.1", Loopback),
            ("::ffff:0:127.0.0.1", Loopback),
            ("64:ff9b::7f00:1", Loopback),
            ("64:ff9b:1::7f00:1", Loopback),
            ("2002:7f00:1::", Loopback),
            ("10.0.0.1", Private),
            ("172.16.0.1", Private),
            ("172.31.255.255", Private),
            ("192.168.1.1", Private),
            ("100.64.0.1", Private),
            ("::ffff:10.1.2.3", Private),
            ("fd12:3456::1", Private),
            ("fec0::1", Private),
            ("169.254.1.1", LinkLocal),
            ("fe80::1", LinkLocal),
            ("169.254.169.254", Metadata),
            ("::ffff:169.254.169.254", Metadata),
            ("fd00:ec2::254", Metadata),
            ("168.63.129.16", Metadata),
            ("224.0.0.1", Multicast),
            ("ff02::1", Multicast),
            ("192.0.2.1", Reserved),
            ("198.18.0.1", Reserved),
            ("203.0.113.9", Reserved),
            ("255.255.255.255", Reserved),
            ("2001:db8::1", Reserved),
            ("2001:0:1::1", Reserved),
            ("4000::1", Reserved),
        ] {
            assert_eq!(range(text), expected, "{text}");
        }
    }
}
