//! Why no answer came, with the evidence. The words are in `text::web`.

use std::net::{IpAddr, SocketAddr};

use serde::Serialize;

use super::{AddressRange, Contact};

/// No answer came: why, and how far it went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebFault {
    /// Why.
    pub cause: WebCause,
    /// Who was contacted before it failed.
    pub contact: Contact,
}

impl From<WebCause> for WebFault {
    fn from(cause: WebCause) -> Self {
        let contact = Contact::default();
        Self { cause, contact }
    }
}

/// Why no answer came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WebCause {
    /// The name leads into the own network or to this computer, and nobody agreed to that. Nothing was sent.
    AddressRefused {
        /// Host as asked for.
        host: String,
        /// What it leads to.
        address: IpAddr,
        /// What kind of address that is.
        range: AddressRange,
    },
    /// It is no address that can be read, or it carries a user name.
    BadUrl,
    /// What came is no HTTP, or it ended early; in the library's words.
    Broken(String),
    /// Nobody wanted it any more.
    Cancelled,
    /// Status line and headers are longer than the limit, in bytes.
    HeaderTooLarge(u64),
    /// The name is not known, in the system's words.
    NameNotResolved {
        /// Host as asked for.
        host: String,
        /// The system's words.
        detail: String,
    },
    /// A redirect leads into the own network or to this computer.
    RedirectToAddress {
        /// Where it leads.
        to: String,
        /// What its name leads to.
        address: IpAddr,
        /// What kind of address that is.
        range: AddressRange,
    },
    /// A redirect leads to something that is not `http:` or `https:`, or to nothing that can be read.
    RedirectToScheme {
        /// Where it leads.
        to: String,
    },
    /// Nobody listens at this address.
    Refused(SocketAddr),
    /// Something else than `http:` or `https:`; never opened. `unc` for `\\server\share`, `file` for a drive.
    Scheme {
        /// Its scheme in lower case.
        scheme: String,
    },
    /// It took too long.
    TimedOut {
        /// At what.
        phase: WebPhase,
        /// Milliseconds since the start.
        after_ms: u64,
    },
    /// The encrypted connection did not come about, in the library's words.
    Tls(String),
    /// The body is larger than the limit, in bytes.
    TooLarge {
        /// The limit.
        limit: u64,
        /// What the server announced.
        announced: Option<u64>,
    },
    /// More redirects than this.
    TooManyRedirects(u32),
    /// No way to this address, in the system's words.
    Unreachable {
        /// The address tried last.
        address: SocketAddr,
        /// The system's words.
        detail: String,
    },
}

impl WebCause {
    /// Whether we did not want to, rather than could not: other schemes, and addresses inside the own network.
    pub fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::AddressRefused { .. }
                | Self::RedirectToAddress { .. }
                | Self::RedirectToScheme { .. }
                | Self::Scheme { .. }
        )
    }

    /// Whether asking again with the user's consent can help.
    pub fn needs_consent(&self) -> bool {
        matches!(self, Self::AddressRefused { .. })
    }
}

/// What a question was at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WebPhase {
    /// Asking for the address behind the name.
    Resolving,
    /// Opening the connection.
    Connecting,
    /// Agreeing on encryption.
    Handshake,
    /// Sending the question.
    Sending,
    /// Waiting for the answer's head.
    Waiting,
    /// Reading the answer's body.
    Reading,
    /// All of it together.
    Whole,
}
