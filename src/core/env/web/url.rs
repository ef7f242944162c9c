//! Addresses of web servers (RFC 3986), read strictly: what cannot be read in one way only is refused.

use std::fmt;
use std::net::Ipv6Addr;

use serde::Serialize;

use super::{Target, WebCause};
use crate::core::x509::a_labels;

/// The schemes that are opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Scheme {
    /// In clear.
    Http,
    /// Encrypted.
    Https,
}

impl Scheme {
    /// As it stands in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }

    fn port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

/// An address of a web server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebUrl {
    /// Encrypted or not.
    pub scheme: Scheme,
    /// Name in A-labels and lower case, or an IP address without brackets.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Path and query; begins with `/`, holds visible ASCII only.
    pub path: String,
}

/// Names of hosts have at most so many letters (RFC 1035).
const HOST_LETTERS: usize = 253;
/// Longer addresses are not read.
const URL_BYTES: usize = 8 << 10;

impl WebUrl {
    /// Reads an address as certificates and servers write it: spaces and letters of other scripts in the
    /// path are encoded, a fragment is dropped.
    ///
    /// # Errors
    /// [`WebCause::Scheme`] for anything but `http:` and `https:`, [`WebCause::BadUrl`] otherwise.
    pub fn parse(text: &str) -> Result<Self, WebCause> {
        let text = text.trim_matches(|char: char| char.is_ascii_whitespace());
        let (scheme, rest) = scheme_of(text)?;
        let rest = rest.strip_prefix("//").ok_or(WebCause::BadUrl)?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end).ok_or(WebCause::BadUrl)?;
        let (host, port) = authority_of(authority).ok_or(WebCause::BadUrl)?;
        Ok(Self {
            scheme,
            host,
            port: port.unwrap_or(scheme.port()),
            path: encoded(path)?,
        })
    }

    /// Where a redirect from here leads (RFC 3986 section 5.2).
    ///
    /// # Errors
    /// As [`WebUrl::parse`].
    pub fn join(&self, location: &str) -> Result<Self, WebCause> {
        let location = location.trim_matches(|char: char| char.is_ascii_whitespace());
        // Without a scheme it means the one it stands in, and no share.
        if location.starts_with("//") {
            return Self::parse(&format!("{}:{location}", self.scheme.name()));
        }
        if scheme_of(location).is_ok() || has_scheme(location) {
            return Self::parse(location);
        }
        let before_query = self.path.split('?').next().unwrap_or_default();
        let folder = before_query
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let path = match location.chars().next() {
            Some('/') => encoded(location)?,
            Some('?') => encoded(&format!("{before_query}{location}"))?,
            Some('#') | None => self.path.clone(),
            Some(_) => encoded(&format!("{folder}/{location}"))?,
        };
        Ok(Self {
            path,
            ..self.clone()
        })
    }

    /// The server behind it.
    pub fn target(&self) -> Target {
        Target {
            scheme: self.scheme,
            host: self.host.clone(),
            port: self.port,
        }
    }
}

impl fmt::Display for WebUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}://", self.scheme.name())?;
        match self.host.contains(':') {
            true => write!(out, "[{}]", self.host)?,
            false => out.write_str(&self.host)?,
        }
        if self.port != self.scheme.port() {
            write!(out, ":{}", self.port)?;
        }
        out.write_str(&self.path)
    }
}

fn has_scheme(text: &str) -> bool {
    matches!(scheme_of(text), Err(WebCause::Scheme { .. }))
}

fn scheme_of(text: &str) -> Result<(Scheme, &str), WebCause> {
    let other = |scheme: &str| WebCause::Scheme {
        scheme: scheme.to_owned(),
    };
    if text.starts_with("\\\\") || text.starts_with("//") {
        return Err(other("unc"));
    }
    if text.len() > URL_BYTES {
        return Err(WebCause::BadUrl);
    }
    let (scheme, rest) = text.split_once(':').ok_or(WebCause::BadUrl)?;
    let is_scheme = scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|char| char.is_ascii_alphanumeric() || matches!(char, '+' | '-' | '.'));
    if !is_scheme {
        return Err(WebCause::BadUrl);
    }
    match scheme.to_ascii_lowercase().as_str() {
        "http" => Ok((Scheme::Http, rest)),
        "https" => Ok((Scheme::Https, rest)),
        drive if drive.len() == 1 => Err(other("file")),
        scheme => Err(other(scheme)),
    }
}

/// Host and port; `None` for what is neither, and for user names, which pretend to be hosts.
fn authority_of(authority: &str) -> Option<(String, Option<u16>)> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']')?;
            let address: Ipv6Addr = host.parse().ok()?;
            (
                address.to_string(),
                port.strip_prefix(':').or(port.is_empty().then_some(""))?,
            )
        }
        None => {
            let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
            (a_labels(host).into_owned(), port)
        }
    };
    let is_name = |host: &str| {
        !host.is_empty()
            && host.len() <= HOST_LETTERS
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'))
    };
    if !host.contains(':') && !is_name(&host) {
        return None;
    }
    let port = match port {
        "" => None,
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some(digits.parse().ok().filter(|port| *port > 0)?)
        }
        _ => return None,
    };
    Some((host, port))
}

/// Path and query without the fragment; control characters are refused, the rest beyond ASCII is encoded.
fn encoded(path: &str) -> Result<String, WebCause> {
    let path = path.split('#').next().unwrap_or_default();
    let mut out = String::with_capacity(path.len() + 1);
    if !path.starts_with('/') {
        out.push('/');
    }
    for byte in path.bytes() {
        match byte {
            0..=0x1f | 0x7f => return Err(WebCause::BadUrl),
            b' ' | b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}' | 0x80.. => {
                out.push_str(&format!("%{byte:02X}"));
            }
            _ => out.push(char::from(byte)),
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::WebUrl;
    use crate::core::env::WebCause;

    fn read(text: &str) -> String {
        WebUrl::parse(text).map_or_else(|cause| format!("{cause:?}"), |url| url.to_string())
    }

    #[test]
    fn addresses_are_read_in_one_way() {
        for (text, expected) in [
            ("http://ca.example.com/i.crt", "http://ca.example.com/i.crt"),
            ("HTTP://CA.Example.com.:80", "http://ca.example.com/"),
            (
                " https://ca.example.com:8443?a=b#c ",
                "https://ca.example.com:8443/?a=b",
            ),
            (
                "http://pki.corp/Corp CA(1).crt",
                "http://pki.corp/Corp%20CA(1).crt",
            ),
            (
                "http://b\u{fc}cher.example/\u{fc}",
                "http://xn--bcher-kva.example/%C3%BC",
            ),
            ("http://[::FFFF:127.0.0.1]/", "http://[::ffff:127.0.0.1]/"),
            ("http://a:/", "http://a/"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        for text in [
            "",
            "ca.example.com",
            "http:/ca.example.com",
            "http://",
            "http://user@ca.example.com/",
            "http://ca.example.com\\@evil.example/",
            "http://ca.example.com:0/",
            "http://ca.example.com:+80/",
            "http://ca.example.com:99999/",
            "http://[::1/",
            "http://[fe80::1%25eth0]/",
            "http://ca example/",
            "http://ca.example.com/a\r\nHost: b",
            "http://1:2:3/",
        ] {
            assert_eq!(WebUrl::parse(text), Err(WebCause::BadUrl), "{text:?}");
        }
    }

    #[test]
    fn other_schemes_are_told_by_their_name() {
        for (text, expected) in [
            ("ldap:///CN=CA", "ldap"),
            ("FILE:///etc/passwd", "file"),
            ("C:\\ca.crt", "file"),
            ("\\\\server\\share\\ca.crt", "unc"),
            ("//server/share/ca.crt", "unc"),
            ("ftp://a/", "ftp"),
            ("data:,x", "data"),
        ] {
            let scheme = expected.to_owned();
            assert_eq!(
                WebUrl::parse(text),
                Err(WebCause::Scheme { scheme }),
                "{text}"
            );
        }
    }

    #[test]
    fn redirects_lead_on_from_where_they_stand() {
        let base = WebUrl::parse("http://a.example:81/b/c?d=e").unwrap();
        for (location, expected) in [
            ("https://x.example/", "https://x.example/"),
            ("//x.example/y", "http://x.example/y"),
            ("/y", "http://a.example:81/y"),
            ("y?z", "http://a.example:81/b/y?z"),
            ("?z", "http://a.example:81/b/c?z"),
            ("", "http://a.example:81/b/c?d=e"),
            ("y:z/../w", "Scheme { scheme: \"file\" }"),
            ("file:///etc/passwd", "Scheme { scheme: \"file\" }"),
            ("\\\\server\\share", "Scheme { scheme: \"unc\" }"),
        ] {
            let joined = base.join(location);
            let told = joined.map_or_else(|cause| format!("{cause:?}"), |url| url.to_string());
            assert_eq!(told, expected, "{location}");
        }
    }
}
