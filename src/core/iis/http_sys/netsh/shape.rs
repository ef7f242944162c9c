//! What the value of a row can be, told by its shape alone.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::core::iis::store::Thumbprint;

/// A value that can begin an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key<'t> {
    /// `192.0.2.1:443`, `[::]:443`.
    Ip(IpAddr, u16),
    /// `shop.example.com:443`, `*.example.com:443`.
    Host(&'t str, u16),
    /// `443`; many other values are numbers too.
    Port(u16),
}

/// What an entry begins with, if the value is of that shape.
pub(super) fn key(value: &str) -> Option<Key<'_>> {
    if !value.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let Some((place, digits)) = value.rsplit_once(':') else {
        return port(value).map(Key::Port);
    };
    let port = port(digits)?;
    if let Some(inside) = place.strip_prefix('[') {
        // A zone belongs to one computer and says nothing here.
        let bare = inside.strip_suffix(']')?;
        let bare = bare.split_once('%').map_or(bare, |(address, _)| address);
        let address: Ipv6Addr = bare.parse().ok()?;
        return Some(Key::Ip(address.into(), port));
    }
    if let Ok(address) = place.parse::<Ipv4Addr>() {
        return Some(Key::Ip(address.into(), port));
    }
    is_host(place).then_some(Key::Host(place, port))
}

fn port(digits: &str) -> Option<u16> {
    match digits.bytes().all(|byte| byte.is_ascii_digit()) {
        true => digits.parse().ok().filter(|port| *port != 0),
        false => None,
    }
}

/// Labels of letters, digits, `-` and `_`; the first may be `*`. Digits and dots alone are a time or a
/// broken address.
fn is_host(text: &str) -> bool {
    let labels = text.strip_prefix("*.").unwrap_or(text);
    let is_allowed = |char: char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.');
    labels.chars().all(is_allowed) && labels.chars().any(char::is_alphabetic)
}

/// The certificate of an entry: `Some(None)` for `(null)`, however that is translated.
pub(super) fn hash(value: &str) -> Option<Option<Thumbprint>> {
    if is_null(value) {
        return Some(None);
    }
    is_hash(value).then(|| Thumbprint::parse(value))
}

/// 40 hexadecimal digits.
pub(super) fn is_hash(value: &str) -> bool {
    value.len() == 40 && value.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `{4dc3e181-e14b-4a21-b022-59fc669b0914}`.
pub(super) fn is_guid(value: &str) -> bool {
    let inside = value
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'));
    let Some(inside) = inside.filter(|text| text.len() == 36) else {
        return false;
    };
    let mut groups = inside.split('-');
    [8, 4, 4, 4, 12].into_iter().all(|length| {
        groups.next().is_some_and(|group| {
            group.len() == length && group.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    })
}

/// `(null)` or another word in brackets, or nothing.
pub(super) fn is_null(value: &str) -> bool {
    value.is_empty()
        || (value.starts_with('(') && value.ends_with(')'))
        || (value.starts_with('（') && value.ends_with('）'))
}

#[cfg(test)]
mod tests {
    use super::{Key, is_guid, key};

    #[test]
    fn only_places_and_ports_begin_an_entry() {
        for (value, host, port) in [
            ("shop.example.com:443", "shop.example.com", 443),
            ("*.example.com:8443", "*.example.com", 8443),
            ("localhost:443", "localhost", 443),
            ("bücher.example:443", "bücher.example", 443),
        ] {
            assert_eq!(key(value), Some(Key::Host(host, port)), "{value}");
        }
        for value in [
            "192.0.2.7:443",
            "[2001:db8::7]:443",
            "[fe80::1%4]:443",
            "[::]:1",
        ] {
            assert!(matches!(key(value), Some(Key::Ip(..))), "{value}");
        }
        assert_eq!(key("443"), Some(Key::Port(443)));
        for value in [
            "",
            "0",
            "65536",
            "4294967295",
            "+443",
            "10:30",
            "999.1.1.1:443",
            "a b:443",
            "a:0",
            "a:+4",
            "http://*:5357",
            "2001:db8::7:443",
            "[::]443",
            "*.:443",
            "C:\\a:1",
            "Enabled",
        ] {
            assert_eq!(key(value), None, "{value}");
        }
    }

    #[test]
    fn an_application_id_is_braces_and_five_groups() {
        assert!(is_guid("{4DC3E181-e14b-4a21-b022-59fc669b0914}"));
        assert!(!is_guid("4dc3e181-e14b-4a21-b022-59fc669b0914"));
        assert!(!is_guid("{4dc3e181e-14b-4a21-b022-59fc669b0914}"));
        assert!(!is_guid("{randomClientGuid}"));
    }
}
