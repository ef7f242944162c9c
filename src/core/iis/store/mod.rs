//! The certificate stores of the computer, as far as IIS draws on them.

pub mod import;
mod key;
pub mod listing;

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::core::time::Moment;
use crate::core::x509::Certificate;

/// SHA-1 of a certificate: by it http.sys and Windows' stores name certificates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thumbprint(pub [u8; 20]);

impl Thumbprint {
    /// Reads 40 hexadecimal digits; spaces, colons and the invisible U+200E that Windows' certificate
    /// dialog puts before them are passed over.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0u8; 20];
        let mut digits = 0usize;
        for char in text.chars() {
            let Some(digit) = char.to_digit(16) else {
                match char.is_alphanumeric() {
                    true => return None,
                    false => continue,
                }
            };
            let byte = bytes.get_mut(digits / 2)?;
            *byte = (*byte << 4) | digit as u8;
            digits += 1;
        }
        (digits == 40).then_some(Self(bytes))
    }
}

impl fmt::Display for Thumbprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Debug for Thumbprint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl Serialize for Thumbprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Thumbprint {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("not a thumbprint"))
    }
}

/// What is known of a certificate's private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyLink {
    /// It is there.
    Present,
    /// There is none: the certificate came without it, or the request was made elsewhere.
    Missing,
    /// The certificate names a key container that does not open.
    Broken,
    /// The listing does not say.
    Unknown,
}

/// One certificate of a store.
#[derive(Clone)]
pub struct StoreCertificate {
    /// Store of the computer: `MY`, `WebHosting`, `CA`, `Root`; `MY` where a listing does not say.
    pub store: Box<str>,
    /// SHA-1.
    pub thumbprint: Thumbprint,
    /// The name users gave it; what IIS lists.
    pub friendly_name: Option<Box<str>>,
    /// Whether it has its private key.
    pub key: KeyLink,
    /// The certificate itself; `None` when only a text listing is at hand.
    pub certificate: Option<Arc<Certificate>>,
    /// What a text listing says in its place.
    pub listed: Listed,
}

/// What a text listing says of a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Subject as the listing writes it.
    pub subject: Option<Box<str>>,
    /// Issuer as the listing writes it.
    pub issuer: Option<Box<str>>,
    /// First second of validity.
    pub not_before: Option<Moment>,
    /// Last second of validity.
    pub not_after: Option<Moment>,
    /// DNS names, where the listing has them.
    pub dns_names: Option<Box<[Box<str>]>>,
}

impl StoreCertificate {
    /// Last second of validity.
    pub fn not_after(&self) -> Option<Moment> {
        self.certificate
            .as_ref()
            .map(|certificate| certificate.not_after)
            .or(self.listed.not_after)
    }

    /// First second of validity.
    pub fn not_before(&self) -> Option<Moment> {
        self.certificate
            .as_ref()
            .map(|certificate| certificate.not_before)
            .or(self.listed.not_before)
    }

    /// Whether it covers a host; `None` when its names are not known.
    pub fn covers_host(&self, host: &str) -> Option<bool> {
        use crate::core::x509::host_is_covered;
        match (&self.certificate, &self.listed.dns_names) {
            (Some(certificate), _) => Some(certificate.covers_host(host)),
            (None, Some(names)) => Some(names.iter().any(|name| host_is_covered(name, host))),
            (None, None) => None,
        }
    }

    /// Hands over every DNS name that it is known to have.
    pub fn visit_dns_names(&self, mut visit: impl FnMut(&str)) {
        use crate::core::x509::name::GeneralName;
        match (&self.certificate, &self.listed.dns_names) {
            (Some(certificate), _) => certificate.visit_names(|name| {
                if let GeneralName::Dns(name) = name {
                    visit(name);
                }
                true
            }),
            (None, Some(names)) => names.iter().for_each(|name| visit(name)),
            (None, None) => {}
        }
    }

    /// What to call it: common name, first name, or what the listing says. Foreign text.
    pub fn title(&self) -> String {
        match &self.certificate {
            Some(certificate) => certificate.title(),
            None => self.listed.title().map_or_else(
                || {
                    self.friendly_name
                        .as_deref()
                        .map_or_else(|| self.thumbprint.to_string(), str::to_owned)
                },
                str::to_owned,
            ),
        }
    }
}

impl Listed {
    /// The common name of the listed subject, or the first name.
    fn title(&self) -> Option<&str> {
        let subject = self.subject.as_deref();
        let common = subject.and_then(|subject| {
            subject
                .split(',')
                .find_map(|part| part.trim().strip_prefix("CN="))
        });
        let names = self.dns_names.as_deref();
        common
            .or_else(|| names.and_then(<[_]>::first).map(|name| &**name))
            .or(subject)
    }
}

#[cfg(test)]
mod tests {
    use super::Thumbprint;

    #[test]
    fn a_thumbprint_is_read_however_it_was_copied() {
        let hex = "c40d7f219ae356b8d01234567890abcdef012345";
        let spaced = "\u{200e}C4 0D 7F 21 9A E3 56 B8 D0 12 34 56 78 90 AB CD EF 01 23 45";
        let colons = "C4:0D:7F:21:9A:E3:56:B8:D0:12:34:56:78:90:AB:CD:EF:01:23:45";
        let found = Thumbprint::parse(hex).expect("hex");
        assert_eq!(found.to_string(), hex);
        assert_eq!(Thumbprint::parse(spaced), Some(found));
        assert_eq!(Thumbprint::parse(colons), Some(found));
        assert_eq!(Thumbprint::parse("c40d"), None);
        assert_eq!(Thumbprint::parse("(null)"), None);
        assert_eq!(Thumbprint::parse(&format!("{hex}00")), None);
    }
}
