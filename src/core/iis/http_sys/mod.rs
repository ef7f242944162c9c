//! The certificate entries of http.sys: what `netsh http show sslcert` lists, and which of them answers.

pub mod answer;
pub mod command;
pub mod netsh;
pub mod raw;

use std::net::IpAddr;

pub use answer::{Answer, Table};
pub use command::{Verb, argv};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::binding::Address;
use super::flags::HttpSysFlags;
use super::store::Thumbprint;

/// The application id under which IIS registers its entries.
pub const IIS_APP_ID: &str = "{4dc3e181-e14b-4a21-b022-59fc669b0914}";

/// What an entry is for, the four kinds of http.sys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKey {
    /// `ipport`: one address, or every address (`0.0.0.0`, `[::]`), and a port.
    IpPort(EntryAddress, u16),
    /// `hostnameport`: a host name sent by SNI, in lower case and A-labels, and a port.
    HostPort(Box<str>, u16),
    /// `ccs`: the central store answers on this port, a file for each host name.
    CentralStore(u16),
    /// `scopedccs`: the central store answers for this host name (which may begin with `*.`) and port.
    ScopedCentralStore(Box<str>, u16),
}

/// The address of an entry. http.sys keeps `0.0.0.0` and `[::]` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryAddress(pub IpAddr);

impl EntryAddress {
    /// As a binding says it.
    pub fn as_binding(self) -> Address {
        match self.0.is_unspecified() {
            true => Address::Any,
            false => Address::Ip(self.0),
        }
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SslEntry {
    /// What it is for.
    pub key: EntryKey,
    /// The certificate; `None` for the central store, and where an entry has lost it.
    pub thumbprint: Option<Thumbprint>,
    /// Who registered it, `{…}` in lower case.
    pub app_id: Option<Box<str>>,
    /// The store of the computer that holds it: `MY` or `WebHosting`; as written.
    pub store: Option<Box<str>>,
    /// What it switches on or off.
    pub flags: HttpSysFlags,
}

impl EntryKey {
    /// Port.
    pub fn port(&self) -> u16 {
        match self {
            Self::IpPort(_, port)
            | Self::HostPort(_, port)
            | Self::CentralStore(port)
            | Self::ScopedCentralStore(_, port) => *port,
        }
    }

    /// The parameter that names it for `netsh http … sslcert`: `ipport`, `hostnameport`, `ccs`, `scopedccs`.
    pub fn netsh_parameter(&self) -> &'static str {
        match self {
            Self::IpPort(..) => "ipport",
            Self::HostPort(..) => "hostnameport",
            Self::CentralStore(_) => "ccs",
            Self::ScopedCentralStore(..) => "scopedccs",
        }
    }

    /// The value behind that parameter: `0.0.0.0:443`, `shop.example.com:443`, `443`.
    pub fn netsh_value(&self) -> String {
        match self {
            Self::IpPort(EntryAddress(IpAddr::V4(address)), port) => format!("{address}:{port}"),
            Self::IpPort(EntryAddress(IpAddr::V6(address)), port) => format!("[{address}]:{port}"),
            Self::HostPort(host, port) | Self::ScopedCentralStore(host, port) => {
                format!("{host}:{port}")
            }
            Self::CentralStore(port) => port.to_string(),
        }
    }
}

impl Serialize for EntryKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!(
            "{}={}",
            self.netsh_parameter(),
            self.netsh_value()
        ))
    }
}

impl EntryKey {
    /// Reads what it is written as: `hostnameport=shop.example.com:443`.
    pub fn parse(text: &str) -> Option<Self> {
        let (parameter, value) = text.split_once('=')?;
        let split = || value.rsplit_once(':');
        Some(match parameter {
            "ccs" => Self::CentralStore(value.parse().ok()?),
            "ipport" => {
                let (address, port) = split()?;
                let address = address.trim_start_matches('[').trim_end_matches(']');
                Self::IpPort(EntryAddress(address.parse().ok()?), port.parse().ok()?)
            }
            "hostnameport" | "scopedccs" => {
                let (host, port) = split()?;
                let (host, port) = (host.into(), port.parse().ok()?);
                match parameter {
                    "scopedccs" => Self::ScopedCentralStore(host, port),
                    _ => Self::HostPort(host, port),
                }
            }
            _ => return None,
        })
    }
}

impl<'de> Deserialize<'de> for EntryKey {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a key of http.sys"))
    }
}
