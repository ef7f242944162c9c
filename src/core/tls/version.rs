//! Versions of the protocol.

use serde::Serialize;

/// A version of the protocol, the oldest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Version {
    /// RFC 6101; forbidden by RFC 7568.
    #[serde(rename = "ssl3")]
    Ssl3,
    /// RFC 2246; obsolete by RFC 8996.
    #[serde(rename = "tls1.0")]
    Tls10,
    /// RFC 4346; obsolete by RFC 8996.
    #[serde(rename = "tls1.1")]
    Tls11,
    /// RFC 5246.
    #[serde(rename = "tls1.2")]
    Tls12,
    /// RFC 8446.
    #[serde(rename = "tls1.3")]
    Tls13,
}

impl Version {
    /// All, the oldest first.
    pub const ALL: [Self; 5] = [
        Self::Ssl3,
        Self::Tls10,
        Self::Tls11,
        Self::Tls12,
        Self::Tls13,
    ];

    /// The number on the wire.
    pub fn number(self) -> u16 {
        match self {
            Self::Ssl3 => 0x0300,
            Self::Tls10 => 0x0301,
            Self::Tls11 => 0x0302,
            Self::Tls12 => 0x0303,
            Self::Tls13 => 0x0304,
        }
    }

    /// The version with a number on the wire.
    pub fn of_number(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.number() == number)
    }

    /// As everybody writes it, in every language.
    pub fn label(self) -> &'static str {
        match self {
            Self::Ssl3 => "SSL 3.0",
            Self::Tls10 => "TLS 1.0",
            Self::Tls11 => "TLS 1.1",
            Self::Tls12 => "TLS 1.2",
            Self::Tls13 => "TLS 1.3",
        }
    }

    /// Whether browsers and RFC 8996 or RFC 7568 refuse it.
    pub fn is_obsolete(self) -> bool {
        self < Self::Tls12
    }
}
