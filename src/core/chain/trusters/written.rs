//! The table of trust as it is written, and how its parts are tied together.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Cell, Client, KnownRoot, Source, State};
use crate::core::artifact::Fingerprint;

/// The table as it is written.
#[derive(Default, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Written {
    pub sources: Vec<Source>,
    pub clients: Vec<Client>,
    pub roots: Vec<WrittenRoot>,
}

#[derive(Deserialize)]
pub(super) struct WrittenRoot {
    pub name: &'static str,
    sha256: &'static str,
    spki_sha256: &'static str,
    not_after: &'static str,
    pub cells: HashMap<&'static str, WrittenCell>,
}

#[derive(Deserialize)]
pub(super) struct WrittenCell {
    state: WrittenState,
    since: Option<&'static str>,
    until: Option<&'static str>,
    issued_until: Option<&'static str>,
    #[serde(borrow, default)]
    pub sources: Vec<&'static str>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum WrittenState {
    NotTrusted,
    Trusted,
    Unknown,
}

impl WrittenRoot {
    /// Ties the cells to their clients and sources; `None` when a fingerprint is none.
    pub fn resolve(
        mut self,
        clients: &'static [Client],
        sources: &'static [Source],
    ) -> Option<KnownRoot> {
        Some(KnownRoot {
            name: self.name,
            not_after: self.not_after,
            sha256: fingerprint(self.sha256)?,
            spki_sha256: fingerprint(self.spki_sha256)?,
            cells: clients
                .iter()
                .map(|client| Cell::resolve(client, self.cells.remove(client.id), sources))
                .collect(),
        })
    }
}

impl Cell {
    fn resolve(
        client: &'static Client,
        written: Option<WrittenCell>,
        sources: &'static [Source],
    ) -> Self {
        let Some(written) = written else {
            return Self {
                client,
                state: State::Unknown,
                sources: Vec::new(),
            };
        };
        let source = |id: &&str| sources.iter().find(|source| source.id == *id);
        Self {
            client,
            state: match written.state {
                WrittenState::NotTrusted => State::NotTrusted,
                WrittenState::Trusted => State::Trusted {
                    since: written.since,
                    until: written.until,
                    issued_until: written.issued_until,
                },
                WrittenState::Unknown => State::Unknown,
            },
            sources: written.sources.iter().filter_map(source).collect(),
        }
    }
}

fn fingerprint(hex: &str) -> Option<Fingerprint> {
    let mut bytes = [0; 32];
    for (index, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(index * 2..index * 2 + 2)?, 16).ok()?;
    }
    (hex.len() == 64).then_some(Fingerprint(bytes))
}
