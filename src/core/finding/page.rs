//! Facts about a page and what it loads.

use serde::Serialize;

use super::{Fact, Id};

/// Facts about a page and what it loads. Names are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PageFact {
    /// http does not lead to https.
    HttpNotRedirected {
        /// The name. Foreign text.
        name: String,
        /// Status of the answer over http.
        status: u16,
    },
}

macro_rules! ids {
    ($($variant:ident => $id:ident,)*) => {
        impl PageFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids! {
    HttpNotRedirected => HttpNotRedirected,
}

impl From<PageFact> for Fact {
    fn from(fact: PageFact) -> Self {
        Self::Page(fact)
    }
}
