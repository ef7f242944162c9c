//! Whether a name lies in the space that a name constraint describes (RFC 5280 section 4.2.1.10).

use crate::core::finding::NameForm;
use crate::core::x509::a_labels;
use crate::core::x509::name::GeneralName;

/// Answer of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    Yes,
    No,
    /// The name is written so that nobody can tell.
    Unclear,
}

impl From<bool> for Inside {
    fn from(is_inside: bool) -> Self {
        if is_inside { Self::Yes } else { Self::No }
    }
}

/// Whether spaces are meant to permit or to exclude: a wildcard stands for many names, all of which must be
/// permitted and none excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    Excluded,
    Permitted,
}

/// Form of a name.
pub(super) fn form(name: &GeneralName) -> NameForm {
    match name {
        GeneralName::Dns(_) => NameForm::Dns,
        GeneralName::Ip(_) => NameForm::Ip,
        GeneralName::Email(_) => NameForm::Email,
        GeneralName::Uri(_) => NameForm::Uri,
        GeneralName::Directory(_) => NameForm::Directory,
        GeneralName::RegisteredId(_) | GeneralName::Other(..) | GeneralName::Unknown(..) => {
            NameForm::Other
        }
    }
}

/// Whether both are of one form, other names of one type.
pub(super) fn is_same_form(name: &GeneralName, base: &GeneralName) -> bool {
    match (name, base) {
        (GeneralName::Other(one, _), GeneralName::Other(two, _)) => one == two,
        (GeneralName::Unknown(one, _), GeneralName::Unknown(two, _)) => one == two,
        (GeneralName::RegisteredId(_), GeneralName::RegisteredId(_)) => true,
        _ => form(name) == form(base) && form(name) != NameForm::Other,
    }
}

/// Whether the base of a constraint is written so that names can be compared with it.
pub(super) fn is_usable(base: &GeneralName) -> bool {
    match base {
        GeneralName::Dns(base) => is_dns_base(base),
        GeneralName::Email(base) => match base.split_once('@') {
            Some((local, host)) => !local.is_empty() && is_host(host),
            None => base.is_empty() || is_host(base.strip_prefix('.').unwrap_or(base)),
        },
        GeneralName::Uri(base) => is_host(base.strip_prefix('.').unwrap_or(base)),
        GeneralName::Ip(bytes) => match bytes.len() {
            8 => is_mask(bytes.get(4..)),
            32 => is_mask(bytes.get(16..)),
            _ => false,
        },
        GeneralName::Directory(_) | GeneralName::RegisteredId(_) | GeneralName::Other(..) => true,
        // x400Address and ediPartyName are no names a certificate here could have.
        GeneralName::Unknown(tag, _) => matches!(tag, 3 | 5),
    }
}

fn is_dns_base(base: &str) -> bool {
    base.is_empty() || (is_host(base) && !base.contains('*'))
}

/// Letters of host names, no empty label; underscores are seen in practice.
fn is_host(host: &str) -> bool {
    !host.is_empty()
        && host.split('.').all(|label| {
            !label.is_empty()
                && label
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'*'))
        })
}

/// Ones, then zeros.
fn is_mask(mask: Option<&[u8]>) -> bool {
    let mut has_ended = false;
    mask.unwrap_or_default().iter().all(|byte| {
        let is_fine = if has_ended {
            *byte == 0
        } else {
            byte.leading_ones() + byte.trailing_zeros() >= 8
        };
        has_ended |= *byte != 0xff;
        is_fine
    })
}

/// Compares a name with the base of a constraint of the same form.
pub(super) fn inside(name: &GeneralName, base: &GeneralName, space: Space) -> Inside {
    match (name, base) {
        (GeneralName::Dns(name), GeneralName::Dns(base)) => dns(name, base, space),
        (GeneralName::Email(name), GeneralName::Email(base)) => email(name, base),
        (GeneralName::Uri(name), GeneralName::Uri(base)) => uri(name, base),
        (GeneralName::Ip(name), GeneralName::Ip(base)) => ip(name, base),
        (GeneralName::Directory(name), GeneralName::Directory(base)) => name.is_below(base).into(),
        _ => Inside::Unclear,
    }
}

fn dns(name: &str, base: &str, space: Space) -> Inside {
    let (name, base) = (a_labels(name), a_labels(base));
    // Some issuers write a leading dot: the names below, not the name itself.
    let (base, only_below) = match base.strip_prefix('.') {
        Some(base) => (base, true),
        None => (&*base, false),
    };
    if name.is_empty() || name.contains('\0') {
        return Inside::Unclear;
    }
    let is_below = |name: &str| {
        base.is_empty()
            || (!only_below && name == base)
            || name
                .strip_suffix(base)
                .is_some_and(|front| front.len() > 1 && front.ends_with('.'))
    };
    let Some(domain) = name.strip_prefix("*.") else {
        return is_below(&name).into();
    };
    // All that the wildcard stands for lies below its domain.
    let is_all_below = is_below(domain) || (only_below && domain == base);
    let may_be = base
        .split_once('.')
        .is_some_and(|(_, parent)| parent == domain && !only_below);
    (is_all_below || (space == Space::Excluded && may_be)).into()
}

fn email(name: &str, base: &str) -> Inside {
    let Some((local, host)) = name.split_once('@') else {
        return Inside::Unclear;
    };
    if host.contains('@') || local.is_empty() || host.is_empty() {
        return Inside::Unclear;
    }
    if let Some((base_local, base_host)) = base.split_once('@') {
        return (local == base_local && host.eq_ignore_ascii_case(base_host)).into();
    }
    in_domain(host, base).into()
}

fn uri(name: &str, base: &str) -> Inside {
    let rest = name.split_once("://").map(|(_, rest)| rest);
    let authority = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or(rest));
    let host = authority.map(|authority| match authority.rsplit_once('@') {
        Some((_, host)) => host,
        None => authority,
    });
    let host = host.map(|host| match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    });
    match host {
        // An address is no host name, and without a host nothing can be compared.
        Some(host) if is_host(host) && host.parse::<std::net::IpAddr>().is_err() => {
            in_domain(host, base).into()
        }
        _ => Inside::Unclear,
    }
}

/// A base with a leading dot means the hosts below it, any other this very host.
fn in_domain(host: &str, base: &str) -> bool {
    let (host, base) = (host.to_ascii_lowercase(), base.to_ascii_lowercase());
    match base.starts_with('.') {
        true => host.len() > base.len() && host.ends_with(&base),
        false => base.is_empty() || host == base,
    }
}

fn ip(name: &[u8], base: &[u8]) -> Inside {
    if !matches!(name.len(), 4 | 16) {
        return Inside::Unclear;
    }
    if base.len() != 2 * name.len() {
        return Inside::No;
    }
    let (network, mask) = base.split_at(name.len());
    let mut bytes = name.iter().zip(network).zip(mask);
    bytes
        .all(|((name, network), mask)| name & mask == network & mask)
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_dns(name: &str, base: &str, space: Space) -> bool {
        dns(name, base, space) == Inside::Yes
    }

    #[test]
    fn dns_names_lie_below_their_domain() {
        for space in [Space::Permitted, Space::Excluded] {
            assert!(in_dns("www.Example.com", "example.com", space));
            assert!(in_dns("example.com", "example.com", space));
            assert!(in_dns("anything", "", space));
            assert!(!in_dns("badexample.com", "example.com", space));
            assert!(!in_dns("example.com", ".example.com", space));
            assert!(in_dns("a.example.com", ".example.com", space));
        }
    }

    #[test]
    fn a_wildcard_must_be_permitted_as_a_whole_and_excluded_by_a_part() {
        assert!(in_dns("*.example.com", "example.com", Space::Permitted));
        assert!(!in_dns(
            "*.example.com",
            "foo.example.com",
            Space::Permitted
        ));
        assert!(in_dns("*.example.com", "foo.example.com", Space::Excluded));
        assert!(!in_dns("*.example.com", "a.b.example.com", Space::Excluded));
    }

    #[test]
    fn mailboxes_hosts_and_domains_are_told_apart() {
        // RFC 5280 section 4.2.1.10
        assert_eq!(email("root@example.com", "root@example.com"), Inside::Yes);
        assert_eq!(email("Root@example.com", "root@example.com"), Inside::No);
        assert_eq!(email("root@EXAMPLE.com", "example.com"), Inside::Yes);
        assert_eq!(email("root@mail.example.com", "example.com"), Inside::No);
        assert_eq!(email("root@mail.example.com", ".example.com"), Inside::Yes);
        assert_eq!(email("root@example.com", ".example.com"), Inside::No);
        assert_eq!(email("two@at@example.com", "example.com"), Inside::Unclear);
    }

    #[test]
    fn only_the_host_of_a_uri_counts() {
        assert_eq!(
            uri("https://user@www.example.com:8443/a", ".example.com"),
            Inside::Yes
        );
        assert_eq!(uri("https://example.com/x", "example.com"), Inside::Yes);
        assert_eq!(uri("https://a.example.com/", "example.com"), Inside::No);
        assert_eq!(uri("https://192.0.2.1/", "example.com"), Inside::Unclear);
        assert_eq!(uri("urn:example:a", "example.com"), Inside::Unclear);
    }

    #[test]
    fn masks_are_ones_then_zeros() {
        assert!(is_mask(Some(&[255, 255, 254, 0])));
        assert!(is_mask(Some(&[0, 0, 0, 0])));
        assert!(!is_mask(Some(&[255, 0, 255, 0])));
        assert!(!is_mask(Some(&[253, 0, 0, 0])));
    }
}
