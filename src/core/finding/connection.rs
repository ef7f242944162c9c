//! Facts about connections to a server.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::tls::{NoHandshake, Suite, Version};

/// Facts about connections to a server. Names are foreign text; an address is that and the port.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ConnectionFact {
    /// Nobody listens at an address.
    PortRefused {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
        /// It is an address of this very computer.
        is_own: bool,
    },
    /// No answer at all from an address.
    PortFiltered {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
        /// Milliseconds waited.
        waited_ms: u64,
        /// It is an address of this very computer.
        is_own: bool,
    },
    /// No way from this computer to an address.
    PortUnreachable {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
        /// The system's words.
        detail: String,
    },
    /// The port is open, and no encryption comes about.
    NoHandshake {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
        /// Why.
        why: NoHandshake,
    },
    /// The server asks clients for a certificate.
    ClientCertificate {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
        /// How it refused a client without; `None` where it did not.
        refusal: Option<NoHandshake>,
    },
    /// Only old clients agree with the server.
    OldClientOnly {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
        /// The version agreed upon with an old client.
        version: Version,
        /// The suite.
        suite: Suite,
    },
    /// The first connection came to a handshake, the next did not.
    AnswersOnce {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
    },
    /// Some addresses of a name answer, others do not.
    Unequal {
        /// The name. Foreign text.
        name: String,
        /// Those with a handshake.
        answering: Vec<String>,
        /// Those without.
        failing: Vec<String>,
    },
    /// On this computer nobody listens at the port.
    ListenerMissing {
        /// The port.
        port: u16,
    },
    /// On this computer the port is listened at, at other addresses alone.
    ListenerElsewhere {
        /// The address called, and the port.
        address: String,
        /// Where is listened.
        listening: Vec<String>,
        /// The program that listens, where the system tells. Foreign text.
        program: Option<String>,
    },
    /// On this computer a program listens, and still no connection comes about.
    ListenerBlocked {
        /// The port.
        port: u16,
        /// The program that listens, where the system tells. Foreign text.
        program: Option<String>,
    },
}

impl ConnectionFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::PortRefused { .. } => Id::PortRefused,
            Self::PortFiltered { .. } => Id::PortFiltered,
            Self::PortUnreachable { .. } => Id::PortUnreachable,
            Self::NoHandshake { why, .. } => of_no_handshake(why),
            Self::ClientCertificate { .. } => Id::TlsClientCertificate,
            Self::OldClientOnly { .. } => Id::TlsOldClientOnly,
            Self::AnswersOnce { .. } => Id::TlsAnswersOnce,
            Self::Unequal { .. } => Id::AddressesUnequal,
            Self::ListenerMissing { .. } => Id::ListenerMissing,
            Self::ListenerElsewhere { .. } => Id::ListenerElsewhere,
            Self::ListenerBlocked { .. } => Id::ListenerBlocked,
        }
    }
}

fn of_no_handshake(why: &NoHandshake) -> Id {
    match why {
        NoHandshake::PlainHttp { .. } => Id::TlsPlainHttp,
        NoHandshake::OtherProtocol { .. } => Id::TlsOtherProtocol,
        NoHandshake::StartTlsRefused { .. } => Id::TlsStartTlsRefused,
        NoHandshake::Alert { .. } => Id::TlsAlert,
        NoHandshake::Closed | NoHandshake::Reset => Id::TlsClosed,
        NoHandshake::Silent { .. } => Id::TlsSilent,
        NoHandshake::Broken { .. } => Id::TlsBroken,
        NoHandshake::TooMuch { .. } => Id::TlsTooMuch,
    }
}

impl From<ConnectionFact> for Fact {
    fn from(fact: ConnectionFact) -> Self {
        Self::Connection(fact)
    }
}
