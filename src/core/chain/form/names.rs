//! Names: who it is about, who issued it, and what it may be called.

use std::net::IpAddr;

use super::Breach;
use crate::core::chain::judge::Place;
use crate::core::finding::Rule;
use crate::core::x509::name::GeneralName;

/// Breaches told of the names of one certificate.
const TOLD: usize = 4;
/// Octets of a host name and of one label (RFC 1035 section 2.3.4).
const HOST_OCTETS: usize = 253;
const LABEL_OCTETS: usize = 63;

pub(super) fn check(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let certificate = place.certificate;
    if certificate.issuer.is_empty() {
        breaches.push((Rule::IssuerEmpty, String::new()));
    }
    if certificate.subject.is_empty() {
        if certificate.is_ca == Some(true) {
            breaches.push((Rule::SubjectEmpty, String::new()));
        } else if !place.constraints.is_critical("2.5.29.17") {
            breaches.push((Rule::SubjectEmpty, "names".to_owned()));
        }
    }
    let mut malformed = Vec::new();
    certificate.visit_names(|name| {
        if let Some(seen) = malformed_name(name) {
            malformed.push((Rule::NameMalformed, seen));
        }
        malformed.len() < TOLD
    });
    breaches.append(&mut malformed);
}

/// A name that is not written as RFC 5280 section 4.2.1.6 wants it.
fn malformed_name(name: &GeneralName) -> Option<String> {
    let (is_fine, seen) = match name {
        GeneralName::Dns(host) => (is_host(host), host.to_string()),
        GeneralName::Email(mailbox) => (is_mailbox(mailbox), mailbox.to_string()),
        GeneralName::Ip(bytes) => (matches!(bytes.len(), 4 | 16), format!("{bytes:02x?}")),
        GeneralName::Uri(uri) => (
            uri.is_ascii()
                && uri
                    .split_once(':')
                    .is_some_and(|(scheme, _)| !scheme.is_empty()),
            uri.to_string(),
        ),
        GeneralName::Directory(_) | GeneralName::RegisteredId(_) | GeneralName::Other(..) => {
            return None;
        }
        GeneralName::Unknown(tag, hex) => (matches!(tag, 3 | 5), format!("[{tag}] {hex}")),
    };
    (!is_fine).then_some(seen)
}

/// Preferred name syntax (RFC 1034 section 3.5, RFC 1123 section 2.1), a `*` allowed as the first label.
/// Wildcards elsewhere are a rule of their own.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=LABEL_OCTETS).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'*'))
    };
    host.len() <= HOST_OCTETS && host.parse::<IpAddr>().is_err() && host.split('.').all(is_label)
}

fn is_mailbox(mailbox: &str) -> bool {
    let parts = mailbox.split_once('@');
    mailbox.is_ascii() && parts.is_some_and(|(local, host)| !local.is_empty() && is_host(host))
}

/// Rules on the names of a server's certificate.
pub(super) fn check_server(place: &Place<'_>, breaches: &mut Vec<Breach>) {
    let certificate = place.certificate;
    if certificate.alternative_name_count == 0 {
        breaches.push((Rule::NamesMissing, String::new()));
    } else if let Some(common_name) = certificate.common_name() {
        let mut is_listed = false;
        certificate.visit_names(|name| {
            is_listed |= is_written_as(name, common_name);
            !is_listed
        });
        if !is_listed {
            breaches.push((Rule::CommonNameNotInNames, common_name.to_owned()));
        }
    }
    if place.constraints.is_critical("2.5.29.17") && !certificate.subject.is_empty() {
        breaches.push((Rule::NamesCritical, String::new()));
    }
    let mut told = 0;
    certificate.visit_names(|name| {
        if let GeneralName::Dns(host) = name
            && let Some(rule) = wildcard(host)
        {
            breaches.push((rule, host.to_string()));
            told += 1;
        }
        told < TOLD
    });
}

/// Character for character the same as the alternative name (Baseline Requirements section 7.1.4.3).
fn is_written_as(name: &GeneralName, common_name: &str) -> bool {
    match name {
        GeneralName::Dns(host) => **host == *common_name,
        GeneralName::Ip(bytes) => {
            let four = <[u8; 4]>::try_from(&**bytes).map(IpAddr::from);
            let address = four.or_else(|_| <[u8; 16]>::try_from(&**bytes).map(IpAddr::from));
            address.is_ok_and(|address| address.to_string() == common_name)
        }
        _ => false,
    }
}

/// What is wrong with a wildcard, when the name is one.
fn wildcard(host: &str) -> Option<Rule> {
    let stars = host.bytes().filter(|byte| *byte == b'*').count();
    if stars == 0 {
        return None;
    }
    if host == "*" {
        return Some(Rule::WildcardForPublicSuffix);
    }
    let Some(domain) = host.strip_prefix("*.").filter(|_| stars == 1) else {
        return Some(Rule::WildcardMisplaced);
    };
    let domain = domain.to_ascii_lowercase();
    let suffix = psl::suffix(domain.as_bytes());
    let is_suffix = suffix.is_some_and(|suffix| suffix.as_bytes() == domain.as_bytes());
    is_suffix.then_some(Rule::WildcardForPublicSuffix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_whole_first_labels_below_a_domain() {
        assert_eq!(wildcard("*.example.com"), None);
        assert_eq!(wildcard("www.example.com"), None);
        assert_eq!(wildcard("*.co.uk"), Some(Rule::WildcardForPublicSuffix));
        assert_eq!(wildcard("*.COM"), Some(Rule::WildcardForPublicSuffix));
        assert_eq!(wildcard("*"), Some(Rule::WildcardForPublicSuffix));
        assert_eq!(wildcard("w*.example.com"), Some(Rule::WildcardMisplaced));
        assert_eq!(wildcard("a.*.example.com"), Some(Rule::WildcardMisplaced));
    }

    #[test]
    fn hosts_are_letters_digits_and_hyphens() {
        assert!(is_host("a-b.example.com"));
        assert!(!is_host("a_b.example.com"));
        assert!(!is_host("192.0.2.1"));
        assert!(!is_host("a..example.com"));
        assert!(!is_host(&format!("{}.example.com", "a".repeat(64))));
    }
}
