//! Protocols that begin in plain text and change to TLS on request.

use serde::Serialize;

/// What is spoken before TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StartTls {
    /// `STARTTLS` of mail transfer (RFC 3207).
    Smtp,
    /// `STARTTLS` of mailboxes (RFC 9051 section 6.2.1).
    Imap,
    /// Remote Desktop: the X.224 negotiation of MS-RDPBCGR section 2.2.1.1.
    Rdp,
}

impl StartTls {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Smtp, Self::Imap, Self::Rdp];

    /// The usual port.
    pub fn port(self) -> u16 {
        match self {
            Self::Smtp => 25,
            Self::Imap => 143,
            Self::Rdp => 3389,
        }
    }

    /// As on the command line.
    pub fn label(self) -> &'static str {
        match self {
            Self::Smtp => "smtp",
            Self::Imap => "imap",
            Self::Rdp => "rdp",
        }
    }
}
