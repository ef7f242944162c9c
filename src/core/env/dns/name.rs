//! Names as DNS compares them: lower case, A-labels, without the final dot; underscores and `*` allowed.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::core::x509::a_labels;

/// Octets of a name without the root's dot (RFC 1035 section 2.3.4).
const OCTETS: usize = 253;
/// Octets of a label (RFC 1035 section 2.3.4).
const LABEL_OCTETS: usize = 63;

/// A name. The root is the empty one. Octets beside letters, digits, `-`, `_` and `*` stand as `\DDD`
/// (RFC 1035 section 5.1), so that a dot always separates labels.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DnsName(String);

impl DnsName {
    /// Reads what a person or file wrote: letters of other scripts become A-labels, a final dot goes. `None` for
    /// empty or over-long labels and names, and for anything but letters, digits, `-`, `_`, `*`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if text == "." {
            return Some(Self::default());
        }
        let bare = text.strip_suffix('.').unwrap_or(text);
        let ascii = a_labels(bare).to_ascii_lowercase();
        let is_label = |label: &str| {
            let is_char =
                |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'*');
            !label.is_empty() && label.len() <= LABEL_OCTETS && label.bytes().all(is_char)
        };
        let is_name = ascii.len() <= OCTETS && ascii.split('.').all(is_label);
        is_name.then_some(Self(ascii))
    }

    /// The name of these labels, octet by octet as they came over the wire.
    pub fn from_labels<'a>(labels: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let labels: Vec<String> = labels.into_iter().map(escaped).collect();
        Self(labels.join("."))
    }

    /// Without the final dot; empty for the root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the root.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Labels, left-most first.
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.split('.').filter(|label| !label.is_empty())
    }

    /// The name without its left-most label; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        if self.is_root() {
            return None;
        }
        let rest = self.0.split_once('.').map_or("", |(_, rest)| rest);
        Some(Self(rest.to_owned()))
    }

    /// Whether it is `zone` or lies below it.
    pub fn is_within(&self, zone: &Self) -> bool {
        zone.is_root()
            || self == zone
            || self
                .0
                .strip_suffix(&zone.0)
                .is_some_and(|front| front.ends_with('.'))
    }

    /// `label.name`; `None` when that is too long or no label.
    pub fn below(&self, label: &str) -> Option<Self> {
        match self.is_root() {
            true => Self::parse(label),
            false => Self::parse(&format!("{label}.{self}")),
        }
    }

    /// Whether its left-most label is `*`.
    pub fn is_wildcard(&self) -> bool {
        self.labels().next() == Some("*")
    }

    /// Without a left-most `*`.
    pub fn base(&self) -> Self {
        match self.is_wildcard() {
            true => self.parent().unwrap_or_default(),
            false => self.clone(),
        }
    }
}

fn escaped(label: &[u8]) -> String {
    let mut out = String::with_capacity(label.len());
    for byte in label {
        match byte {
            b'-' | b'_' | b'*' | b'0'..=b'9' | b'a'..=b'z' => out.push(char::from(*byte)),
            b'A'..=b'Z' => out.push(char::from(byte.to_ascii_lowercase())),
            other => out.push_str(&format!("\\{other:03}")),
        }
    }
    out
}

impl fmt::Display for DnsName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_root() {
            true => out.write_str("."),
            false => out.write_str(&self.0),
        }
    }
}

impl Serialize for DnsName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::DnsName;

    fn name(text: &str) -> DnsName {
        DnsName::parse(text).unwrap()
    }

    #[test]
    fn names_are_compared_as_dns_does() {
        assert_eq!(name("WWW.Example.COM."), name("www.example.com"));
        assert_eq!(
            name("_dnsauth.b\u{fc}cher.example").as_str(),
            "_dnsauth.xn--bcher-kva.example"
        );
        assert!(name("a.example.com").is_within(&name("example.com")));
        assert!(!name("aexample.com").is_within(&name("example.com")));
        assert!(name("com").is_within(&DnsName::default()));
        assert_eq!(name("*.example.com").base(), name("example.com"));
        assert_eq!(name("com").parent(), Some(DnsName::default()));
        assert_eq!(name("com").below("example"), Some(name("example.com")));
        assert_eq!(DnsName::default().to_string(), ".");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        let long = "a".repeat(64);
        for text in ["", "a..b", ".a", "a b", "a\u{1b}b", "a/b", long.as_str()] {
            assert_eq!(DnsName::parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn octets_from_the_wire_never_look_like_a_dot() {
        let wire = DnsName::from_labels([b"a.b".as_slice(), b"\x1b[1m", b"Example"]);
        assert_eq!(wire.as_str(), "a\\046b.\\027\\0911m.example");
    }
}
