//! Facts about connections to a server.

use serde::Serialize;

use super::{Fact, Id};

/// Facts about connections to a server. Names are foreign text.
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
}

macro_rules! ids {
    ($($variant:ident => $id:ident,)*) => {
        impl ConnectionFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids! {
    PortRefused => PortRefused,
}

impl From<ConnectionFact> for Fact {
    fn from(fact: ConnectionFact) -> Self {
        Self::Connection(fact)
    }
}
