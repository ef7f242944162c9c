//! Host names as a binding can have them.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::core::iis::version::IisVersion;
use crate::core::x509::a_labels;

/// Why a text is no host name of a binding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HostFault {
    /// Nothing.
    Empty,
    /// An address; it goes into the address of the binding.
    Address,
    /// A character that no host name has, such as `/` or a blank.
    Character(char),
    /// A label of no characters, or of more than 63.
    Label,
    /// More than 253 characters.
    Length,
    /// A `*` that is not the whole first label.
    Wildcard,
    /// `*.` takes IIS 10.
    WildcardVersion(IisVersion),
}

/// The host in the form in which it is written: lower case, A-labels, without a final dot.
///
/// # Errors
/// See [`HostFault`].
pub fn checked(host: &str, version: Option<IisVersion>) -> Result<String, HostFault> {
    let host = host.trim();
    if host.is_empty() {
        return Err(HostFault::Empty);
    }
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if bare.parse::<IpAddr>().is_ok() {
        return Err(HostFault::Address);
    }
    let host = a_labels(host).into_owned();
    let rest = host.strip_prefix("*.");
    if let (Some(_), Some(version)) = (rest, version)
        && !version.has_wildcard_hosts()
    {
        return Err(HostFault::WildcardVersion(version));
    }
    let name = rest.unwrap_or(&host);
    for char in name.chars() {
        match char {
            '*' => return Err(HostFault::Wildcard),
            '.' | '-' | '_' => {}
            char if char.is_ascii_alphanumeric() => {}
            char => return Err(HostFault::Character(char)),
        }
    }
    if name
        .split('.')
        .any(|label| label.is_empty() || label.len() > 63)
    {
        return Err(HostFault::Label);
    }
    match host.len() <= 253 {
        true => Ok(host),
        false => Err(HostFault::Length),
    }
}

#[cfg(test)]
mod tests {
    use super::{HostFault, checked};
    use crate::core::iis::version::IisVersion;

    #[test]
    fn hosts_are_written_in_lower_case_and_a_labels() {
        let fine = |host: &str| checked(host, Some(IisVersion::V10_2016)).expect(host);
        assert_eq!(fine(" Shop.Example.COM. "), "shop.example.com");
        assert_eq!(fine("bücher.example"), "xn--bcher-kva.example");
        assert_eq!(fine("*.example.com"), "*.example.com");
        assert_eq!(fine("intranet"), "intranet");
        assert_eq!(fine("_a.b_c.example"), "_a.b_c.example");
    }

    #[test]
    fn what_no_binding_can_have_is_refused() {
        let long = format!("{}.example", "a".repeat(64));
        let all = format!("{}com", "abcdefghi.".repeat(26));
        for (host, fault) in [
            (" ", HostFault::Empty),
            ("192.0.2.1", HostFault::Address),
            ("[2001:db8::1]", HostFault::Address),
            ("https://a.example", HostFault::Character(':')),
            ("a example", HostFault::Character(' ')),
            ("a\".example", HostFault::Character('"')),
            ("a..example", HostFault::Label),
            (".example", HostFault::Label),
            (&long, HostFault::Label),
            (&all, HostFault::Length),
            ("www.*.example", HostFault::Wildcard),
            ("*", HostFault::Wildcard),
            ("w*.example", HostFault::Wildcard),
        ] {
            assert_eq!(checked(host, None), Err(fault), "{host}");
        }
        assert_eq!(
            checked("*.example.com", Some(IisVersion::V8_5)),
            Err(HostFault::WildcardVersion(IisVersion::V8_5))
        );
    }
}
