//! Whom a question would contact, told before anything is contacted. Pure: no name is resolved.

use std::fmt;

use super::{Scheme, WebCause, WebUrl};

/// One address of a certificate or page, and whom asking it would contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The address as written. Foreign text: quoted before it is shown.
    pub url: String,
    /// The server, or why it would not be asked.
    pub target: Result<Target, WebCause>,
}

/// A server before its name is resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Encrypted or not.
    pub scheme: Scheme,
    /// Name in A-labels, or an IP address without brackets.
    pub host: String,
    /// Port.
    pub port: u16,
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.host.contains(':') {
            true => write!(out, "[{}]:{}", self.host, self.port),
            false => write!(out, "{}:{}", self.host, self.port),
        }
    }
}

/// Whom each address would contact first. Redirects can lead on from there; the answer names them.
pub fn plan<'a>(urls: impl IntoIterator<Item = &'a str>) -> Vec<Planned> {
    let of = |url: &str| Planned {
        url: url.to_owned(),
        target: WebUrl::parse(url).map(|url| url.target()),
    };
    urls.into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::plan;
    use crate::core::env::WebCause;

    #[test]
    fn the_server_is_named_and_other_schemes_are_not_opened() {
        let planned = plan([
            "http://ca.example.com/issuer.crt",
            "ldap:///CN=CA,DC=corp",
            "https://[2001:db8::1]:8443/",
        ]);
        let told: Vec<String> = planned
            .iter()
            .map(|one| match &one.target {
                Ok(target) => target.to_string(),
                Err(WebCause::Scheme { scheme }) => format!("not {scheme}"),
                Err(other) => format!("{other:?}"),
            })
            .collect();
        assert_eq!(
            told,
            ["ca.example.com:80", "not ldap", "[2001:db8::1]:8443"]
        );
    }
}
