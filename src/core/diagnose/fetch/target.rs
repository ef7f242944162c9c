//! A server as people write it: `host`, `host:443`, `https://host/path`.

use std::net::IpAddr;

use crate::core::diagnose::HTTPS_PORT;
use crate::core::env::{DnsName, Scheme, WebUrl};

/// Host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// A name in A-labels, or an address.
    pub host: String,
    /// The port.
    pub port: u16,
}

impl Target {
    /// Reads `host`, `host:443`, `[::1]:443`, `https://host/…`; `None` for what names no server. A name without
    /// a dot is taken only with a port, a scheme, or as `localhost`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if is_url(text) {
            let url = WebUrl::parse(text).ok()?;
            return (url.scheme == Scheme::Https).then(|| Self::of(&url.host, url.port))?;
        }
        if let Ok(address) = text.trim_matches(['[', ']']).parse::<IpAddr>() {
            return Self::of(&address.to_string(), HTTPS_PORT);
        }
        match text.rsplit_once(':') {
            Some((host, port)) => Self::of(host, port.parse().ok().filter(|port| *port > 0)?),
            None if text.contains('.') || text.eq_ignore_ascii_case("localhost") => {
                Self::of(text, HTTPS_PORT)
            }
            None => None,
        }
    }

    /// Whether a text can only mean a server: it has a scheme.
    pub fn is_url(text: &str) -> bool {
        is_url(text.trim())
    }

    fn of(host: &str, port: u16) -> Option<Self> {
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let host = match bare.parse::<IpAddr>() {
            Ok(address) => address.to_string(),
            Err(_) => {
                let name = DnsName::parse(host)?;
                let is_host = !name.is_wildcard() && !name.is_root();
                is_host.then(|| name.as_str().to_owned())?
            }
        };
        Some(Self { host, port })
    }

    /// The host when it is an address.
    pub fn address(&self) -> Option<IpAddr> {
        self.host.parse().ok()
    }

    /// The host when it is a name: what is sent as SNI, which knows no addresses (RFC 6066 section 3).
    pub fn name(&self) -> Option<DnsName> {
        match self.address() {
            Some(_) => None,
            None => DnsName::parse(&self.host),
        }
    }
}

impl std::fmt::Display for Target {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.address() {
            Some(IpAddr::V6(address)) => write!(out, "[{address}]:{}", self.port),
            _ => write!(out, "{}:{}", self.host, self.port),
        }
    }
}

fn is_url(text: &str) -> bool {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| {
        scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")
    })
}

#[cfg(test)]
mod tests {
    use super::Target;

    fn read(text: &str) -> Option<String> {
        Target::parse(text).map(|target| target.to_string())
    }

    #[test]
    fn servers_are_read_as_people_write_them() {
        for (text, target) in [
            ("www.example.com", "www.example.com:443"),
            ("WWW.Example.com:8443", "www.example.com:8443"),
            ("https://www.example.com/a?b", "www.example.com:443"),
            ("https://localhost:8443", "localhost:8443"),
            ("localhost", "localhost:443"),
            ("intranet:8443", "intranet:8443"),
            ("192.0.2.1", "192.0.2.1:443"),
            ("[2001:db8::1]:8443", "[2001:db8::1]:8443"),
            ("2001:db8::1", "[2001:db8::1]:443"),
            ("https://[::1]:8443/", "[::1]:8443"),
            ("中国.cn", "xn--fiqs8s.cn:443"),
        ] {
            assert_eq!(read(text).as_deref(), Some(target), "{text}");
        }
    }

    #[test]
    fn what_is_no_server_is_refused() {
        for text in [
            "",
            "bundle",
            "http://www.example.com",
            "ftp://www.example.com",
            "www.example.com:0",
            "www.example.com:https",
            "*.example.com:443",
            "C:\\certs\\a.pem",
            "a b.com",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
