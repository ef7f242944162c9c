//! The names of a run as somebody typed or pasted them, and where the server listens if that was typed too.

use crate::core::csr::names::{Advice, NameKind, advise};
use crate::core::env::{DnsName, WebUrl};

/// Names that can be asked about, and what is to be said of what was typed.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// Each name once, in the order typed.
    pub names: Vec<DnsName>,
    /// The port of the first name that has one: `host:8443`, `https://host:8443/order`. Never that of an address
    /// without encryption.
    pub port: Option<u16>,
    /// All such ports, each once.
    pub ports: Vec<u16>,
    /// Path and query of the first WebSocket's address: `/chat` of `wss://host/chat`.
    pub websocket: Option<String>,
    /// What was cleaned, and what is wrong with names: its findings tell why one is refused.
    pub advice: Advice,
}

/// Reads a name, address of a page, e-mail address or list of names. IP addresses and what is no name are
/// left out of `names` and told in the advice.
pub fn read(text: &str) -> Target {
    let advice = advise(text);
    let mut names: Vec<DnsName> = Vec::new();
    for name in advice.usable() {
        if matches!(name.name.kind, NameKind::Ip(_)) {
            continue;
        }
        if let Some(name) = DnsName::parse(&name.name.ascii) {
            names.push(name);
        }
    }
    let pieces = || {
        text.split(is_between)
            .map(|piece| piece.trim_matches(MARKS))
    };
    let mut ports: Vec<u16> = Vec::new();
    for port in pieces().filter_map(|piece| port(piece, &names)) {
        if !ports.contains(&port) {
            ports.push(port);
        }
    }
    Target {
        port: ports.first().copied(),
        ports,
        names,
        websocket: pieces().find_map(websocket),
        advice,
    }
}

/// Marks around an address in a sentence or a mail.
const MARKS: [char; 8] = ['"', '\'', '<', '>', '(', ')', '“', '”'];

fn is_between(char: char) -> bool {
    char.is_whitespace() || matches!(char, ',' | ';' | '，' | '；' | '、')
}

/// The scheme in lower case, empty where there is none, and the rest.
fn scheme_of(piece: &str) -> (String, &str) {
    match piece.split_once("://") {
        Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
        None => (String::new(), piece),
    }
}

/// The port behind a name; a word with a colon and a number, such as a time of day, is none.
fn port(piece: &str, names: &[DnsName]) -> Option<u16> {
    let (scheme, rest) = scheme_of(piece);
    if !matches!(scheme.as_str(), "" | "https" | "wss") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let server = authority.rsplit('@').next()?;
    let (host, port) = server.rsplit_once(':')?;
    // An IPv6 address has a port behind its brackets only.
    let is_host = !host.is_empty() && (host.ends_with(']') || !host.contains(':'));
    let port = port.parse::<u16>().ok()?;
    let is_told = host.ends_with(']') || !scheme.is_empty() || is_among(host, names);
    (is_host && is_told && port > 0).then_some(port)
}

/// Whether a host of several labels is one of the names that were read.
fn is_among(host: &str, names: &[DnsName]) -> bool {
    let read = advise(host);
    let mut read = read
        .usable()
        .filter_map(|name| DnsName::parse(&name.name.ascii));
    host.contains('.') && read.any(|name| names.contains(&name))
}

fn websocket(piece: &str) -> Option<String> {
    let (scheme, rest) = scheme_of(piece);
    if !matches!(scheme.as_str(), "ws" | "wss") {
        return None;
    }
    let url = WebUrl::parse(&format!("https://{rest}")).ok()?;
    Some(url.path)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_port_is_read_where_one_is_typed() {
        let cases = [
            ("www.example.com", None),
            ("www.example.com:8443", Some(8443)),
            ("https://www.example.com/order?at=10:30", None),
            ("<https://www.example.com:8443/order>", Some(8443)),
            ("wss://user@www.example.com:9443/chat", Some(9443)),
            ("www.example.com, shop.example.com:443", Some(443)),
            ("http://www.example.com:8080/", None),
            ("2001:db8::443", None),
            ("[2001:db8::1]:444", Some(444)),
            ("www.example.com:0 www.example.com:70000", None),
            ("www.example.com:order", None),
            ("www.example.com created 10:30", None),
            ("Order:12345 www.example.com", None),
            ("bücher.example.com:8443", Some(8443)),
        ];
        for (text, port) in cases {
            assert_eq!(read(text).port, port, "{text}");
        }
    }

    #[test]
    fn the_path_of_a_websocket_is_read() {
        let path = |text: &str| read(text).websocket;
        assert_eq!(
            path("wss://www.example.com/chat?room=1").as_deref(),
            Some("/chat?room=1")
        );
        assert_eq!(
            path("WSS://www.example.com:9443").as_deref(),
            Some("/"),
            "no path is the first"
        );
        assert_eq!(path("https://www.example.com/chat"), None);
        assert_eq!(
            read("wss://www.example.com/chat").names[0].to_string(),
            "www.example.com"
        );
    }
}
