//! A name server and how to reach it.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use serde::{Serialize, Serializer};

/// How a server is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Transport {
    /// UDP, and TCP where the answer does not fit.
    Udp,
    /// TCP alone.
    Tcp,
    /// TLS (RFC 7858), with the name that its certificate must carry.
    Tls {
        /// The server's name, or its address.
        host: String,
    },
    /// HTTPS (RFC 8484).
    Https {
        /// The server's name, or its address.
        host: String,
        /// Path, usually `/dns-query`.
        path: String,
    },
}

/// A name server.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DnsServer {
    /// Where.
    pub address: SocketAddr,
    /// How.
    pub transport: Transport,
}

impl DnsServer {
    /// A server asked over UDP.
    pub fn udp(address: SocketAddr) -> Self {
        let transport = Transport::Udp;
        Self { address, transport }
    }

    /// Reads what a person types: `9.9.9.9`, `9.9.9.9:5353`, `[2620:fe::fe]:53`, `tcp://9.9.9.9`,
    /// `tls://9.9.9.9#dns.quad9.net` (port 853), `https://9.9.9.9/dns-query#dns.quad9.net` (port 443). The
    /// address is always a number: a name would need a resolver first. What follows `#` is the name that the
    /// certificate must carry; without it that is the address.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://").unwrap_or(("udp", text));
        let (rest, host) = match rest.split_once('#') {
            Some((rest, host)) if is_host(host) => (rest, Some(host.to_ascii_lowercase())),
            Some(_) => return None,
            None => (rest, None),
        };
        let (at, path) = match rest.find('/') {
            Some(cut) => rest.split_at_checked(cut)?,
            None => (rest, ""),
        };
        let default_port = match scheme {
            "udp" | "tcp" => 53,
            "tls" => 853,
            "https" => 443,
            _ => return None,
        };
        let address = address(at, default_port)?;
        let host = host.or_else(|| Some(address.ip().to_string()))?;
        let has_path = !matches!(path, "" | "/");
        let transport = match scheme {
            "udp" if !has_path => Transport::Udp,
            "tcp" if !has_path => Transport::Tcp,
            "tls" if !has_path => Transport::Tls { host },
            "https" => Transport::Https {
                host,
                path: if has_path { path } else { "/dns-query" }.to_owned(),
            },
            _ => return None,
        };
        let is_path = path.bytes().all(|byte| byte.is_ascii_graphic());
        (address.port() > 0 && is_path).then_some(Self { address, transport })
    }
}

fn is_host(text: &str) -> bool {
    let is_char = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':');
    !text.is_empty() && text.len() <= 253 && text.bytes().all(is_char)
}

fn address(text: &str, port: u16) -> Option<SocketAddr> {
    if let Ok(address) = text.parse::<SocketAddr>() {
        return Some(address);
    }
    let bare = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(text);
    let ip: IpAddr = bare.parse().ok()?;
    Some(SocketAddr::new(ip, port))
}

impl fmt::Display for DnsServer {
    /// As [`DnsServer::parse`] reads it, the usual port left out.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |usual: u16| match (self.address.port() == usual, self.address.ip()) {
            (true, IpAddr::V4(ip)) => ip.to_string(),
            (true, IpAddr::V6(ip)) if usual == 53 => ip.to_string(),
            (true, IpAddr::V6(ip)) => format!("[{ip}]"),
            (false, _) => self.address.to_string(),
        };
        let own = self.address.ip().to_string();
        let mark = |host: &str| match host == own {
            true => String::new(),
            false => format!("#{host}"),
        };
        match &self.transport {
            Transport::Udp => out.write_str(&at(53)),
            Transport::Tcp => write!(out, "tcp://{}", at(53)),
            Transport::Tls { host } => write!(out, "tls://{}{}", at(853), mark(host)),
            Transport::Https { host, path } => {
                write!(out, "https://{}{path}{}", at(443), mark(host))
            }
        }
    }
}

impl Serialize for DnsServer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::DnsServer;

    #[test]
    fn servers_are_read_as_people_write_them() {
        for (text, told) in [
            ("9.9.9.9", "9.9.9.9"),
            (" 127.0.0.1:5353 ", "127.0.0.1:5353"),
            ("2620:fe::fe", "2620:fe::fe"),
            ("[2620:fe::fe]:5353", "[2620:fe::fe]:5353"),
            ("udp://9.9.9.9", "9.9.9.9"),
            ("tcp://[::1]", "tcp://::1"),
            ("tls://9.9.9.9#dns.quad9.net", "tls://9.9.9.9#dns.quad9.net"),
            ("tls://9.9.9.9", "tls://9.9.9.9"),
            ("https://1.1.1.1", "https://1.1.1.1/dns-query"),
            (
                "https://[::1]:8443/q#one.example",
                "https://[::1]:8443/q#one.example",
            ),
        ] {
            let read = DnsServer::parse(text);
            assert_eq!(
                read.map(|one| one.to_string()).as_deref(),
                Some(told),
                "{text}"
            );
        }
    }

    #[test]
    fn names_and_nonsense_are_no_servers() {
        for text in [
            "",
            "dns.google",
            "9.9.9.9:0",
            "quic://9.9.9.9",
            "9.9.9.9/x",
            "tls://1.1.1.1#a b",
        ] {
            assert_eq!(DnsServer::parse(text), None, "{text}");
        }
    }
}
