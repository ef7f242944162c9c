//! One name: what it is, how a certificate writes it, what a CA will say to it.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv6Addr};

use idna::AsciiDenyList;
use idna::uts46::{DnsLength, Hyphens, Uts46};

use super::advice::{NameKind, OrderName};
use super::filter;
use super::suffix::{is_above_suffixes, public_suffix, registrable};
use crate::core::env::{AddressRange, range_of};
use crate::core::finding::{NameFact, NameFault, VendorRule, WildcardFault};

/// Octets of a name (RFC 1035 section 2.3.4, without the root's dot).
const NAME_OCTETS: usize = 253;
/// Octets of a label (RFC 1035 section 2.3.4).
const LABEL_OCTETS: usize = 63;
/// Labels of a name: 127 with one octet each fill it.
const LABELS: usize = 127;
/// Characters of a common name (X.520 ub-common-name).
const COMMON_NAME: usize = 64;
/// Top-level domains that exist inside networks or in texts only (RFC 2606, RFC 6761, RFC 6762, RFC 8375,
/// ICANN resolutions 2018.02.04.12 and 2024.07.29.06, and what routers hand out).
const INTERNAL: [&str; 14] = [
    "corp",
    "domain",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "mail",
    "private",
    "test",
];

/// A name with what is to be said of it alone.
pub(super) struct Read {
    pub name: OrderName,
    pub registrable: Option<Box<str>>,
    pub facts: Vec<NameFact>,
}

/// Reads one name that was tidied before.
pub(super) fn read(text: &str) -> Read {
    if let Some(address) = address(text) {
        return of_address(address);
    }
    if let Some((network, _length)) = text.split_once('/')
        && address(network).is_some()
    {
        let cause = NameFault::AddressRange;
        return unusable(text, |name| NameFact::Malformed { name, cause });
    }
    match ascii(text) {
        Ok(ascii) => of_host(&ascii),
        Err(cause) => unusable(text, |name| NameFact::Malformed { name, cause }),
    }
}

/// An IP address; an IPv4 address inside IPv6 stays as written.
fn address(text: &str) -> Option<IpAddr> {
    let bare = match text.split_once('%') {
        Some((head, _zone)) if head.parse::<Ipv6Addr>().is_ok() => head,
        _ => text,
    };
    bare.parse().ok()
}

fn of_address(address: IpAddr) -> Read {
    let shown: Box<str> = address.to_string().into();
    let name = shown.clone();
    let fact = match range_of(address) {
        AddressRange::Public => NameFact::AddressFewCas { name },
        range => NameFact::AddressPrivate { name, range },
    };
    Read {
        name: OrderName {
            ascii: shown.clone(),
            shown,
            kind: NameKind::Ip(address),
        },
        registrable: None,
        facts: vec![fact],
    }
}

/// A name that cannot be used, shown as it was written.
fn unusable(text: &str, fact: impl FnOnce(Box<str>) -> NameFact) -> Read {
    Read {
        name: OrderName {
            ascii: text.into(),
            shown: text.into(),
            kind: NameKind::Unusable,
        },
        registrable: None,
        facts: vec![fact(text.into())],
    }
}

/// The name in A-labels and lower case (UTS 46, non-transitional).
fn ascii(text: &str) -> Result<Cow<'_, str>, NameFault> {
    // Nothing of this length becomes shorter than a name may be.
    if text.chars().count() > NAME_OCTETS {
        return Err(NameFault::NameTooLong);
    }
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'.';
    if text.bytes().all(is_plain) {
        return Ok(Cow::Borrowed(text));
    }
    if let Some(char) = text.chars().find(|char| cannot_stand(*char)) {
        return Err(NameFault::Character(char));
    }
    mapped(text).map_err(|_| {
        let is_broken = |label: &str| is_a_label(label) && mapped(label).is_err();
        match text.split('.').any(is_broken) {
            true => NameFault::ALabel,
            false => NameFault::International,
        }
    })
}

fn mapped(text: &str) -> Result<Cow<'_, str>, idna::Errors> {
    Uts46::new().to_ascii(
        text.as_bytes(),
        AsciiDenyList::EMPTY,
        Hyphens::Allow,
        DnsLength::Ignore,
    )
}

/// ASCII characters beside those of names, `_` and `*`, which have rules of their own.
fn cannot_stand(char: char) -> bool {
    char.is_ascii() && !char.is_ascii_alphanumeric() && !matches!(char, '-' | '.' | '_' | '*')
}

fn is_a_label(label: &str) -> bool {
    matches!(label.split_at_checked(4), Some((head, _)) if head.eq_ignore_ascii_case("xn--"))
}

fn of_host(ascii: &str) -> Read {
    if let Some(cause) = wildcard_fault(ascii) {
        return unusable(ascii, |name| NameFact::WildcardMisplaced { name, cause });
    }
    let (kind, host) = match ascii.strip_prefix("*.") {
        Some(host) => (NameKind::Wildcard, host),
        None => (NameKind::Plain, ascii),
    };
    let name = OrderName {
        shown: shown(ascii),
        ascii: ascii.into(),
        kind,
    };
    if let Some(cause) = host_fault(ascii, host) {
        let fact = NameFact::Malformed {
            name: name.shown.clone(),
            cause,
        };
        return Read {
            name: OrderName {
                kind: NameKind::Unusable,
                ..name
            },
            registrable: None,
            facts: vec![fact],
        };
    }
    let suffix = public_suffix(host);
    let domain = suffix.and_then(|suffix| registrable(host, suffix));
    Read {
        facts: facts(&name, host, suffix, domain),
        registrable: domain.map(Into::into),
        name,
    }
}

/// The name with international labels as people write them.
pub fn shown(ascii: &str) -> Box<str> {
    if !ascii.contains("xn--") {
        return ascii.into();
    }
    let (unicode, faults) =
        Uts46::new().to_unicode(ascii.as_bytes(), AsciiDenyList::EMPTY, Hyphens::Allow);
    match faults {
        Ok(()) => unicode.into(),
        Err(_) => ascii.into(),
    }
}

fn wildcard_fault(name: &str) -> Option<WildcardFault> {
    let stars = name.bytes().filter(|byte| *byte == b'*').count();
    match (stars, name.strip_prefix("*.")) {
        (0, _) => None,
        (1, Some(host)) if host.parse::<IpAddr>().is_ok() => Some(WildcardFault::Address),
        (1, Some(_)) => None,
        (1, None) if name == "*" => Some(WildcardFault::Alone),
        (1, None) if name.split('.').any(|label| label == "*") => Some(WildcardFault::NotLeftmost),
        (1, None) => Some(WildcardFault::PartOfLabel),
        _ => Some(WildcardFault::Several),
    }
}

fn host_fault(ascii: &str, host: &str) -> Option<NameFault> {
    if ascii.len() > NAME_OCTETS {
        return Some(NameFault::NameTooLong);
    }
    if ascii.split('.').count() > LABELS {
        return Some(NameFault::TooManyLabels);
    }
    if let Some(cause) = host.split('.').find_map(label_fault) {
        return Some(cause);
    }
    let last = host.rsplit('.').next().unwrap_or(host);
    let is_numeric = last.bytes().all(|byte| byte.is_ascii_digit());
    is_numeric.then_some(NameFault::NumericEnding)
}

fn label_fault(label: &str) -> Option<NameFault> {
    let is_known = |char: &char| char.is_ascii_alphanumeric() || matches!(char, '-' | '_');
    match label.chars().find(|char| !is_known(char)) {
        Some(char) => return Some(NameFault::Character(char)),
        None if label.is_empty() => return Some(NameFault::EmptyLabel),
        None if label.len() > LABEL_OCTETS => return Some(NameFault::LabelTooLong),
        None => {}
    }
    if label.contains('_') {
        return Some(NameFault::Underscore);
    }
    if label.starts_with('-') || label.ends_with('-') {
        return Some(NameFault::HyphenAtEnd);
    }
    let has_hyphens = label.get(2..4) == Some("--");
    (has_hyphens && !is_a_label(label)).then_some(NameFault::HyphensReserved)
}

/// What is to be said of a well-formed host name.
fn facts(
    name: &OrderName,
    host: &str,
    suffix: Option<&str>,
    domain: Option<&str>,
) -> Vec<NameFact> {
    let shown = || name.shown.clone();
    let mut facts = Vec::new();
    match placing(host, suffix, name.kind) {
        Placing::Internal(ending) => facts.push(NameFact::Internal {
            name: shown(),
            ending: ending.into(),
        }),
        Placing::Suffix => facts.push(NameFact::PublicSuffix {
            name: shown(),
            suffix: self::shown(host),
        }),
        Placing::Unknown(ending) => facts.push(NameFact::TopLevelUnknown {
            name: shown(),
            ending: self::shown(ending),
        }),
        Placing::Public => {}
    }
    if name.ascii.len() > COMMON_NAME {
        facts.push(NameFact::Long {
            name: shown(),
            characters: name.ascii.len(),
        });
    }
    if let Some((word, is_whole)) = filter::word(host, suffix, domain) {
        facts.push(NameFact::FilterWord {
            name: shown(),
            word,
            is_whole,
        });
    }
    match host.rsplit('.').next() {
        Some("onion") => facts.push(NameFact::Onion { name: shown() }),
        Some("pw") => facts.push(NameFact::VendorRule {
            name: shown(),
            rule: VendorRule::Fails,
        }),
        Some("ru") => facts.push(NameFact::VendorRule {
            name: shown(),
            rule: VendorRule::NotBound,
        }),
        _ => {}
    }
    facts
}

/// Where in the tree of names a host stands.
enum Placing<'a> {
    Internal(&'a str),
    Public,
    Suffix,
    Unknown(&'a str),
}

fn placing<'a>(host: &'a str, suffix: Option<&str>, kind: NameKind) -> Placing<'a> {
    let ending = match host.rsplit_once('.') {
        Some((_, ending)) => ending,
        None if suffix.is_some() || is_above_suffixes(host) => return Placing::Suffix,
        None => return Placing::Internal(""),
    };
    if ending == "onion" {
        return Placing::Public;
    }
    if host == "home.arpa" || host.ends_with(".home.arpa") {
        return Placing::Internal("home.arpa");
    }
    match suffix {
        _ if INTERNAL.contains(&ending) => Placing::Internal(ending),
        None => Placing::Unknown(ending),
        Some(suffix) if suffix == host => Placing::Suffix,
        Some(_) if kind == NameKind::Wildcard && is_above_suffixes(host) => Placing::Suffix,
        Some(_) => Placing::Public,
    }
}
