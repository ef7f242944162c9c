//! Facts about files that a CA looks for on a web server.

use serde::Serialize;

use super::{Fact, Id};

/// Facts about files that a CA looks for on a web server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum WebFileFact {
    /// The server answers with another status than 200. `url` is foreign text.
    WrongStatus {
        url: String,
        address: String,
        status: u16,
    },
}

impl WebFileFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::WrongStatus { .. } => Id::FileWrongStatus,
        }
    }
}

impl From<WebFileFact> for Fact {
    fn from(fact: WebFileFact) -> Self {
        Self::WebFile(fact)
    }
}
