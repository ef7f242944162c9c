//! What a handshake tells, and why there is none.

use serde::Serialize;

use super::{Alert, Suite, Version};

/// A handshake, as far as it was needed to see what is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handshake {
    /// The version the server chose.
    pub version: Version,
    /// The suite it chose.
    pub suite: Suite,
    /// The certificates exactly as sent, the server's own first, in DER. Not necessarily certificates.
    pub chain: Vec<Vec<u8>>,
    /// The OCSP answer that came along (RFC 6066 section 8, RFC 8446 section 4.4.2.1), in DER.
    pub staple: Option<Vec<u8>>,
    /// The application protocol it chose (RFC 7301). Foreign text.
    pub alpn: Option<String>,
    /// Whether it asks the client for a certificate.
    pub wants_client_certificate: bool,
    /// Whether only an old client gets this far: today's libraries and browsers do not agree with the server.
    pub is_old_client: bool,
    /// Whether it was looked at with a hello of our own and not brought to its end, which our library cannot.
    pub is_unfinished: bool,
    /// Milliseconds from the first byte of the handshake to its end.
    pub took_ms: u64,
}

/// Why there was no handshake although the connection is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum NoHandshake {
    /// It speaks HTTP without encryption on this port. The status line is foreign text.
    PlainHttp {
        /// Its first line.
        line: String,
    },
    /// It speaks something else. The beginning is foreign text.
    OtherProtocol {
        /// What it began with, cut.
        start: String,
    },
    /// It does not change to TLS. Its answer is foreign text.
    StartTlsRefused {
        /// Its answer, cut.
        line: String,
    },
    /// It said no.
    Alert {
        /// How.
        alert: Alert,
        /// Whether the handshake itself was done by then: TLS 1.3 servers refuse a client without a
        /// certificate only afterwards.
        is_after: bool,
    },
    /// It closed the connection without a word of TLS.
    Closed,
    /// It, or something on the way, broke the connection off.
    Reset,
    /// It said nothing, or not enough, within so many milliseconds.
    Silent {
        /// Milliseconds.
        ms: u64,
    },
    /// What it sent is no TLS, or breaks its rules.
    Broken {
        /// What is wrong, in the library's words or ours, English.
        detail: String,
    },
    /// It sent more than is read.
    TooMuch {
        /// Bytes read at most.
        limit: u64,
    },
}
