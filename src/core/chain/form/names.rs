//! Names: who it is about, who issued it, and what it may be called.

use std::net::IpAddr;

use super::Breach;
use crate::core::chain::judge::Place;
use crate::core::finding::Rule;
use crate::core::x509::name::GeneralName;
use crate::core::x509::{Certificate, a_labels};

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

/// Rules on the names of a server's certificate. A public CA may issue a wildcard for a suffix of the list's
/// private section to whoever owns it (Baseline Requirements section 3.2.2.6).
pub(super) fn check_server(place: &Place<'_>, is_public: bool, breaches: &mut Vec<Breach>) {
    let certificate = place.certificate;
    if certificate.alternative_name_count == 0 {
        breaches.push((Rule::NamesMissing, String::new()));
    } else if let Some(common_name) = certificate.common_name() {
        breaches.extend(common_name_breach(certificate, common_name));
    }
    if place.constraints.is_critical("2.5.29.17") && !certificate.subject.is_empty() {
        breaches.push((Rule::NamesCritical, String::new()));
    }
    let mut told = 0;
    certificate.visit_names(|name| {
        if let GeneralName::Dns(host) = name
            && let Some(rule) = wildcard(host, is_public)
        {
            breaches.push((rule, host.to_string()));
            told += 1;
        }
        told < TOLD
    });
}

/// The common name must be one of the names, character for character (Baseline Requirements section
/// 7.1.4.3). Another spelling of one of them is worse than a name that clients do not look at.
fn common_name_breach(certificate: &Certificate, common_name: &str) -> Option<Breach> {
    let (mut is_listed, mut is_misspelt) = (false, false);
    let address = address_as_programs_read_it(common_name);
    certificate.visit_names(|name| {
        match name {
            GeneralName::Dns(host) => {
                is_listed |= **host == *common_name;
                is_misspelt |= is_same_host(host, common_name);
            }
            GeneralName::Ip(bytes) => {
                let listed = address_of(bytes);
                is_listed |= listed.is_some_and(|listed| listed.to_string() == common_name);
                is_misspelt |= listed.is_some() && listed == address;
            }
            _ => {}
        }
        !is_listed
    });
    if is_listed {
        return None;
    }
    let rule = match is_misspelt {
        true => Rule::CommonNameMisspelt,
        false => Rule::CommonNameNotInNames,
    };
    Some((rule, common_name.to_owned()))
}

/// Letters' case does not matter, and a name in other scripts is meant by its A-labels; with letters
/// beyond ASCII, whichever A-labels the list has, the common name is not one of them.
fn is_same_host(host: &str, common_name: &str) -> bool {
    let is_foreign = |host: &str| {
        host.split('.')
            .any(|label| label.starts_with("xn--") || !label.is_ascii())
    };
    let rest = |name: &str| {
        name.to_lowercase()
            .split('.')
            .filter(|label| !is_foreign(label))
            .collect::<Vec<_>>()
            .join(".")
    };
    a_labels(host) == a_labels(common_name)
        || (!common_name.is_ascii() && is_foreign(host) && rest(host) == rest(common_name))
}

/// An address in any form that programs have read: leading zeros, hexadecimal, IPv6 unabridged.
fn address_as_programs_read_it(text: &str) -> Option<IpAddr> {
    if let Ok(address) = text.parse() {
        return Some(address);
    }
    let number = |text: &str| match text.strip_prefix("0x").or(text.strip_prefix("0X")) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    };
    let parts: Option<Vec<u32>> = text.split('.').map(number).collect();
    match parts?.as_slice() {
        [whole] => Some(IpAddr::from(whole.to_be_bytes())),
        [a, b, c, d] => {
            let byte = |part: &u32| u8::try_from(*part).ok();
            Some(IpAddr::from([byte(a)?, byte(b)?, byte(c)?, byte(d)?]))
        }
        _ => None,
    }
}

fn address_of(bytes: &[u8]) -> Option<IpAddr> {
    let four = <[u8; 4]>::try_from(bytes).map(IpAddr::from);
    let either = four.or_else(|_| <[u8; 16]>::try_from(bytes).map(IpAddr::from));
    either.ok()
}

/// What is wrong with a wildcard, when the name is one.
fn wildcard(host: &str, is_public: bool) -> Option<Rule> {
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
    let is_suffix = suffix.is_some_and(|suffix| {
        let is_private = suffix.typ() == Some(psl::Type::Private);
        suffix.as_bytes() == domain.as_bytes() && !(is_public && is_private)
    });
    is_suffix.then_some(Rule::WildcardForPublicSuffix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stand_for_whole_first_labels_below_a_domain() {
        assert_eq!(wildcard("*.example.com", false), None);
        assert_eq!(wildcard("www.example.com", false), None);
        assert_eq!(
            wildcard("*.co.uk", false),
            Some(Rule::WildcardForPublicSuffix)
        );
        assert_eq!(
            wildcard("*.COM", false),
            Some(Rule::WildcardForPublicSuffix)
        );
        assert_eq!(wildcard("*", false), Some(Rule::WildcardForPublicSuffix));
        assert_eq!(
            wildcard("w*.example.com", false),
            Some(Rule::WildcardMisplaced)
        );
        assert_eq!(
            wildcard("a.*.example.com", false),
            Some(Rule::WildcardMisplaced)
        );
    }

    #[test]
    fn whoever_owns_a_private_suffix_may_have_its_wildcard_from_a_public_ca() {
        let bucket = "*.s3.amazonaws.com";
        assert_eq!(wildcard(bucket, true), None);
        assert_eq!(wildcard(bucket, false), Some(Rule::WildcardForPublicSuffix));
        assert_eq!(
            wildcard("*.co.uk", true),
            Some(Rule::WildcardForPublicSuffix)
        );
    }

    #[test]
    fn other_spellings_of_a_name_are_recognised() {
        assert!(is_same_host("example.com", "Example.COM"));
        assert!(is_same_host("xn--bcher-kva.example", "bücher.example"));
        assert!(!is_same_host("a.example.com", "b.example.com"));
        assert!(!is_same_host("xn--n3h.com", "xn--nxasmq6b.com"));
        let one = Some(IpAddr::from([192, 168, 1, 1]));
        assert_eq!(address_as_programs_read_it("0xC0A80101"), one);
        assert_eq!(address_as_programs_read_it("192.168.001.001"), one);
        assert_eq!(address_as_programs_read_it("example.com"), None);
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
