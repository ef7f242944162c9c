//! `bindingInformation`: `address:port:host`, IPv6 in brackets; `*` and nothing mean every address.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;

use serde::{Serialize, Serializer};

use crate::core::x509::a_labels;

/// The address a binding or an http.sys entry is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// `*`, nothing, `0.0.0.0` or `[::]`: every address without an entry of its own.
    Any,
    /// One address of the computer.
    Ip(IpAddr),
}

impl Address {
    /// Reads `*`, nothing, an IPv4 address, or an IPv6 address with or without brackets.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() || text == "*" {
            return Some(Self::Any);
        }
        let bare = match text.strip_prefix('[') {
            Some(rest) => rest.strip_suffix(']')?,
            None => text,
        };
        // A zone belongs to one computer and says nothing here.
        let bare = bare.split_once('%').map_or(bare, |(address, _)| address);
        let address: IpAddr = bare.parse().ok()?;
        Some(match address.is_unspecified() {
            true => Self::Any,
            false => Self::Ip(address),
        })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => out.write_str("*"),
            Self::Ip(IpAddr::V4(address)) => write!(out, "{address}"),
            Self::Ip(IpAddr::V6(address)) => write!(out, "[{address}]"),
        }
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Where a binding listens: what `bindingInformation` of http and https says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Endpoint {
    /// Address.
    pub address: Address,
    /// Port, 1 to 65535.
    pub port: u16,
    /// Host name as written, empty when the binding answers for every name.
    pub host: Box<str>,
}

/// Why a `bindingInformation` is no endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndpointFault {
    /// Not two colons outside brackets.
    Parts,
    /// Not an address.
    Address,
    /// Not a port.
    Port,
}

impl Endpoint {
    /// Reads `address:port:host`.
    ///
    /// # Errors
    /// Which part is not what it should be.
    pub fn parse(information: &str) -> Result<Self, EndpointFault> {
        let (address, rest) = match information.strip_prefix('[') {
            Some(inside) => {
                let (_, rest) = inside.split_once(']').ok_or(EndpointFault::Address)?;
                let rest = rest.strip_prefix(':').ok_or(EndpointFault::Parts)?;
                let length = information.len() - rest.len() - 1;
                (information.get(..length).unwrap_or_default(), rest)
            }
            None => information.split_once(':').ok_or(EndpointFault::Parts)?,
        };
        let (port, host) = rest.split_once(':').ok_or(EndpointFault::Parts)?;
        let address = Address::parse(address).ok_or(EndpointFault::Address)?;
        let port: u16 = match port.bytes().all(|byte| byte.is_ascii_digit()) {
            true => port.parse().map_err(|_| EndpointFault::Port)?,
            false => return Err(EndpointFault::Port),
        };
        if port == 0 {
            return Err(EndpointFault::Port);
        }
        Ok(Self {
            address,
            port,
            host: host.into(),
        })
    }

    /// The host name as it is compared: lower case, A-labels, without a final dot.
    pub fn host_key(&self) -> Cow<'_, str> {
        a_labels(&self.host)
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}:{}", self.address, self.port, self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::{Address, Endpoint, EndpointFault};

    #[test]
    fn addresses_ports_and_hosts_are_told_apart() {
        // written, address, port, host
        let table = [
            ("*:443:", "*", 443, ""),
            (":443:", "*", 443, ""),
            ("0.0.0.0:443:", "*", 443, ""),
            ("[::]:443:", "*", 443, ""),
            ("*:443:shop.example.com", "*", 443, "shop.example.com"),
            ("192.0.2.10:8443:a.example", "192.0.2.10", 8443, "a.example"),
            ("[2001:db8::1]:443:", "[2001:db8::1]", 443, ""),
            ("[2001:DB8::1]:443:b", "[2001:db8::1]", 443, "b"),
            ("[fe80::1%4]:80:", "[fe80::1]", 80, ""),
            ("*:443:*.example.com", "*", 443, "*.example.com"),
        ];
        for (written, address, port, host) in table {
            let found = Endpoint::parse(written).expect(written);
            assert_eq!(found.address.to_string(), address, "{written}");
            assert_eq!((found.port, &*found.host), (port, host), "{written}");
        }
    }

    #[test]
    fn what_is_no_endpoint_is_said_by_part() {
        for (written, fault) in [
            ("", EndpointFault::Parts),
            ("808:*", EndpointFault::Parts),
            ("*:443", EndpointFault::Parts),
            ("localhost", EndpointFault::Parts),
            ("web:443:", EndpointFault::Address),
            ("[2001:db8::1:443:", EndpointFault::Address),
            ("2001:db8::1:443:", EndpointFault::Address),
            ("*::a", EndpointFault::Port),
            ("*:0:a", EndpointFault::Port),
            ("*:+1:a", EndpointFault::Port),
            ("*:65536:a", EndpointFault::Port),
        ] {
            assert_eq!(Endpoint::parse(written), Err(fault), "{written}");
        }
    }

    #[test]
    fn hosts_are_compared_as_a_labels() {
        let key = |text: &str| Endpoint::parse(text).map(|found| found.host_key().into_owned());
        assert_eq!(
            key("*:443:Bücher.example."),
            key("*:443:xn--bcher-kva.EXAMPLE")
        );
        assert_eq!(Address::parse("[::"), None);
    }
}
