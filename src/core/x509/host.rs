//! Whether a certificate covers a host (RFC 9525 section 6).

use std::borrow::Cow;
use std::net::IpAddr;

use super::Certificate;
use super::der::{Reader, tag};
use super::general_name::GeneralName;

impl Certificate {
    /// Whether one of the alternative names covers this DNS name or IP address. The common name never counts.
    /// A `*` stands for exactly one label, the left-most, and only where it is the whole label.
    /// Names in other scripts are compared as A-labels; a final dot does not matter.
    pub fn covers_host(&self, host: &str) -> bool {
        let address = host.trim_start_matches('[').trim_end_matches(']');
        if let Ok(address) = address.parse::<IpAddr>() {
            return self.any_name(|name| is_address(name, address));
        }
        let host = a_labels(host);
        self.any_name(|name| match name {
            GeneralName::Dns(pattern) => covers(&a_labels(pattern), &host),
            _ => false,
        })
    }

    /// Hands every alternative name to `visit` until it answers `false`; those beyond the ones kept are
    /// read again from the DER.
    pub fn visit_names(&self, mut visit: impl FnMut(&GeneralName) -> bool) {
        self.any_name(|name| !visit(name));
    }

    /// Asks the names kept first, then the ones beyond, read again from the DER.
    fn any_name(&self, mut is_wanted: impl FnMut(&GeneralName) -> bool) -> bool {
        if self.alternative_names.iter().any(&mut is_wanted) {
            return true;
        }
        if self.alternative_name_count <= self.alternative_names.len() {
            return false;
        }
        let extension = self
            .extensions()
            .find(|extension| extension.oid == "2.5.29.17");
        extension
            .and_then(|extension| Reader::new(extension.value?).optional(tag::SEQUENCE))
            .is_some_and(|names| {
                let beyond = names.inside().skip(self.alternative_names.len());
                beyond
                    .map(|name| GeneralName::parse(&name))
                    .any(|name| is_wanted(&name))
            })
    }
}

fn is_address(name: &GeneralName, wanted: IpAddr) -> bool {
    match (name, wanted) {
        (GeneralName::Ip(bytes), IpAddr::V4(wanted)) => **bytes == wanted.octets(),
        (GeneralName::Ip(bytes), IpAddr::V6(wanted)) => **bytes == wanted.octets(),
        _ => false,
    }
}

/// Whether one DNS name of a certificate covers a host, by the rule of [`Certificate::covers_host`].
pub fn host_is_covered(name: &str, host: &str) -> bool {
    covers(&a_labels(name), &a_labels(host))
}

/// Whether the presented name covers the host; both in A-labels and lower case.
fn covers(pattern: &str, host: &str) -> bool {
    if host.is_empty() {
        return false;
    }
    if pattern == host {
        return true;
    }
    let (Some(domain), Some((label, rest))) = (pattern.strip_prefix("*."), host.split_once('.'))
    else {
        return false;
    };
    !label.is_empty() && label != "*" && !domain.is_empty() && domain == rest
}

/// Lower case, without a final dot, labels of other scripts as `xn--…`.
pub fn a_labels(name: &str) -> Cow<'_, str> {
    let name = name.strip_suffix('.').unwrap_or(name);
    if name.is_ascii() {
        return match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            true => Cow::Owned(name.to_ascii_lowercase()),
            false => Cow::Borrowed(name),
        };
    }
    // The ideographic and full-width stops count as dots (RFC 3490 section 3.1).
    let labels = name.split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']);
    let labels: Vec<String> = labels.map(a_label).collect();
    Cow::Owned(labels.join("."))
}

fn a_label(label: &str) -> String {
    let lower = label.to_lowercase();
    match lower.is_ascii() {
        true => lower,
        false => super::punycode::encode(&lower).map_or(lower, |ascii| format!("xn--{ascii}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{a_labels, covers};

    #[test]
    fn a_wildcard_covers_one_level_only() {
        assert!(covers("*.example.com", "a.example.com"));
        assert!(!covers("*.example.com", "a.b.example.com"));
        assert!(!covers("*.example.com", "example.com"));
        assert!(!covers("*.example.com", ".example.com"));
        assert!(!covers("w*.example.com", "www.example.com"));
        assert!(!covers("*.*.example.com", "a.b.example.com"));
        assert!(!covers("*", "localhost"));
        assert!(covers("*.example.com", "*.example.com"));
        assert!(!covers("a.example.com", "*.example.com"));
        assert!(!covers("good.com\0.evil.com", "good.com"));
    }

    #[test]
    fn names_in_other_scripts_are_compared_as_a_labels() {
        // RFC 3492 section 7.1 and registered names
        assert_eq!(a_labels("Bücher.example."), "xn--bcher-kva.example");
        assert_eq!(a_labels("中国。cn"), "xn--fiqs8s.cn");
        assert_eq!(a_labels("WWW.Example.COM"), "www.example.com");
    }
}
