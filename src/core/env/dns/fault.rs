//! Why a name server gave no answer. The words are in `text::dns`.

use serde::Serialize;

/// No answer came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "detail")]
pub enum DnsFault {
    /// Its address lies inside the own network and nobody agreed to that. Nothing was sent.
    AddressRefused(crate::core::env::AddressRange),
    /// What came is no DNS message, or not to this question; in the library's words.
    Broken(String),
    /// Nobody wanted it any more.
    Cancelled,
    /// Over HTTPS: a status other than 200.
    Http(u16),
    /// This computer has no way out at all, in the system's words.
    NoNetwork(String),
    /// A run asks only so many questions, and this one was over. Nothing was sent.
    NotAsked,
    /// Nobody listens at this address.
    Refused,
    /// It took too long, in milliseconds.
    TimedOut(u64),
    /// The encrypted connection did not come about, in the library's words.
    Tls(String),
    /// More came than is read.
    TooLarge(u64),
    /// No way to this address, in the system's words.
    Unreachable(String),
}

impl DnsFault {
    /// Whether it is this computer that cannot ask, or did not want to, and not the server that does not answer.
    pub fn is_own(&self) -> bool {
        matches!(
            self,
            Self::AddressRefused(_)
                | Self::Cancelled
                | Self::NoNetwork(_)
                | Self::NotAsked
                | Self::Unreachable(_)
        )
    }
}
