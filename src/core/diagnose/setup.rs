//! How a run asks: which servers, which ports, which addresses it may contact.

use std::net::{IpAddr, SocketAddr};

use serde::Serialize;

use crate::core::env::{AddressRange, DnsServer, range_of};

/// How a run asks. The default asks the system's resolver and nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Resolvers the user named.
    pub resolvers: Vec<DnsServer>,
    /// Whether the system's own resolvers are asked.
    pub with_system: bool,
    /// Well-known public resolvers.
    pub public: Vec<DnsServer>,
    /// Root servers in place of those of the Internet; a name space of one's own.
    pub roots: Vec<SocketAddr>,
    /// Ports contacted in place of the usual ones.
    pub ports: PortMap,
    /// Which addresses are contacted.
    pub families: Families,
    /// Trust anchors in place of those of the Internet's root: `. IN DS …` or `. IN DNSKEY …`, one a line.
    pub anchors: Option<String>,
    /// Whether the user agreed to ask outside about names of the inside, and to contact addresses inside the
    /// own network.
    pub is_inside_agreed: bool,
}

/// Which addresses are contacted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Families {
    /// Both.
    #[default]
    Both,
    /// IPv4 alone.
    V4,
    /// IPv6 alone.
    V6,
}

impl Families {
    /// Whether an address is of them.
    pub fn holds(self, address: IpAddr) -> bool {
        match self {
            Self::Both => true,
            Self::V4 => address.is_ipv4(),
            Self::V6 => address.is_ipv6(),
        }
    }
}

/// Ports contacted in place of the usual ones: `53=5353,80=8080`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortMap(pub Vec<(u16, u16)>);

impl PortMap {
    /// Reads `53=5353,80=8080`.
    pub fn parse(text: &str) -> Option<Self> {
        let pair = |pair: &str| {
            let (from, to) = pair.trim().split_once('=')?;
            let port = |text: &str| text.trim().parse::<u16>().ok().filter(|port| *port > 0);
            Some((port(from)?, port(to)?))
        };
        let pairs: Option<Vec<(u16, u16)>> = text.split(',').map(pair).collect();
        pairs.map(Self)
    }

    /// The port contacted for a usual one.
    pub fn of(&self, port: u16) -> u16 {
        let found = self.0.iter().find(|(from, _)| *from == port);
        found.map_or(port, |(_, to)| *to)
    }
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            resolvers: Vec::new(),
            with_system: true,
            public: Vec::new(),
            roots: Vec::new(),
            ports: PortMap::default(),
            families: Families::default(),
            anchors: None,
            is_inside_agreed: false,
        }
    }
}

impl Setup {
    /// Whether an address that others named may be contacted: one of the Internet; one inside when the user
    /// agreed; one of the same kind as the roots of a name space of one's own; this computer itself where a
    /// resolver on it was named and ports were mapped, as for trials. Never where clouds hand out credentials,
    /// never a group of computers.
    ///
    /// # Errors
    /// The range it lies in.
    pub fn may_contact(&self, address: IpAddr) -> Result<(), AddressRange> {
        let range = range_of(address);
        let is_like_roots = || self.roots.iter().any(|root| range_of(root.ip()) == range);
        let is_trial = || {
            let mut resolvers = self.resolvers.iter();
            let is_own = resolvers.any(|one| one.address.ip().is_loopback());
            range == AddressRange::Loopback && is_own && !self.ports.0.is_empty()
        };
        match range {
            AddressRange::Public => Ok(()),
            AddressRange::Metadata | AddressRange::Multicast => Err(range),
            _ if self.is_inside_agreed || is_like_roots() || is_trial() => Ok(()),
            _ => Err(range),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PortMap, Setup};

    #[test]
    fn ports_are_mapped_and_nonsense_is_refused() {
        let map = PortMap::parse("53=5353, 80=8080").unwrap();
        assert_eq!((map.of(53), map.of(80), map.of(443)), (5353, 8080, 443));
        for text in ["", "53", "53=", "53=0", "a=b", "53=5353,"] {
            assert_eq!(PortMap::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_space_of_ones_own_is_contacted_and_no_other_inside() {
        let setup = Setup {
            roots: vec!["127.0.0.1:5353".parse().unwrap()],
            ..Setup::default()
        };
        let may = |address: &str| setup.may_contact(address.parse().unwrap()).is_ok();
        assert!(may("127.9.9.9") && may("1.1.1.1"));
        assert!(!may("10.0.0.1") && !may("169.254.169.254") && !may("224.0.0.1"));
    }
}
