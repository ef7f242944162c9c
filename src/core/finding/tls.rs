//! Facts about what a server agrees upon and sends.

use serde::Serialize;

use super::{Fact, Id};

/// Facts about what a server agrees upon and sends. Names are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum TlsFact {
    /// Without the name another certificate is served, or none.
    SniNeeded {
        /// The name. Foreign text.
        name: String,
        /// Address and port.
        address: String,
        /// Whose certificate comes without the name; `None` where no handshake comes about. Foreign text.
        instead: Option<String>,
    },
}

macro_rules! ids {
    ($($variant:ident => $id:ident,)*) => {
        impl TlsFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids! {
    SniNeeded => TlsSniNeeded,
}

impl From<TlsFact> for Fact {
    fn from(fact: TlsFact) -> Self {
        Self::Tls(fact)
    }
}
