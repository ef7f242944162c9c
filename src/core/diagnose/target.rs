//! The names of a run as somebody typed or pasted them, and where the server listens if that was typed too.

use crate::core::csr::names::{Advice, NameKind, advise};
use crate::core::env::{DnsName, WebUrl};

/// Names that can be asked about, and what is to be said of what was typed.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// Each name once, in the order typed.
    pub names: Vec<DnsName>,
    /// The port of the first address that names one: `host:8443`, `https://host:8443/order`. Never that of
    /// an address without encryption.
    pub port: Option<u16>,
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
    Target {
        names,
        port: pieces().find_map(port),
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

fn port(piece: &str) -> Option<u16> {
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
    (is_host && port > 0).then_some(port)
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
