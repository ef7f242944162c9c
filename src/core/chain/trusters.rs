//! Which clients trust a public root, since and until when, each answer with its dated source.
//! The table is data (`assets/trust/clients.json`, made by `packaging/trust-table.py`); what nobody read
//! about is unknown, never guessed.

mod written;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use self::written::Written;
use crate::core::artifact::Fingerprint;
use crate::core::time::Moment;
use crate::core::x509::Certificate;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let written = serde_json::from_str(include_str!("../../../assets/trust/clients.json"));
    // The tests read the same text, so a table that does not parse never ships.
    Table::from_written(written.unwrap_or_default())
});

/// A family of clients that share one list of roots.
#[derive(Debug, Deserialize)]
pub struct Client {
    /// Stable id, as in the table and in JSON.
    pub id: &'static str,
    /// What people call it, with its versions.
    pub name: Words,
    /// What the answers about it cover and what they do not.
    pub note: Words,
}

/// The same words in the product's languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

/// Where an answer was read.
#[derive(Debug, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// Stable id.
    pub id: &'static str,
    /// What was read.
    pub title: &'static str,
    /// The repository, file and versions.
    #[serde(rename = "where")]
    pub place: &'static str,
    /// Day of the newest list that was read, `YYYY-MM-DD`.
    pub dated: &'static str,
}

/// A root of the table.
#[derive(Debug)]
pub struct KnownRoot {
    /// What it is called.
    pub name: &'static str,
    /// Its last day, `YYYY-MM-DD`.
    pub not_after: &'static str,
    /// Over its DER.
    pub sha256: Fingerprint,
    /// Over its SubjectPublicKeyInfo, which cross-signed twins share.
    pub spki_sha256: Fingerprint,
    /// One answer per client, in the order of [`clients`].
    pub cells: Vec<Cell>,
}

/// What one client family says about one root.
#[derive(Debug)]
pub struct Cell {
    /// Whom it is about.
    pub client: &'static Client,
    /// The answer.
    pub state: State,
    /// Where it was read; empty only where the answer is [`State::Unknown`].
    pub sources: Vec<&'static Source>,
}

/// Whether a client family trusts a root for web servers. Versions and days are written as their makers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// No list that was read holds it.
    NotTrusted,
    /// The family trusts it, or did.
    Trusted {
        /// First version or day whose list holds it; `None` when the oldest list that was read does.
        since: Option<&'static str>,
        /// Last version or day whose list holds it, or `<` and the first one without; newer ones do not trust it.
        until: Option<&'static str>,
        /// Only certificates issued up to this day, `YYYY-MM-DD`, are accepted.
        issued_until: Option<&'static str>,
    },
    /// Nothing was read about it.
    Unknown,
}

/// An answer in one word, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Not trusted.
    NotTrusted,
    /// Not known.
    Unknown,
    /// Trusted by older versions of the family only.
    Formerly,
    /// Trusted, since a version of the family or always.
    Trusted,
}

impl State {
    /// The answer for a certificate issued at a moment (its `not_before`).
    pub fn standing(self, issued: Moment) -> Standing {
        match self {
            Self::NotTrusted => Standing::NotTrusted,
            Self::Trusted { until: Some(_), .. } => Standing::Formerly,
            Self::Trusted {
                issued_until: Some(day),
                ..
            } if issued.to_string().get(..day.len()) > Some(day) => Standing::NotTrusted,
            Self::Trusted { .. } => Standing::Trusted,
            Self::Unknown => Standing::Unknown,
        }
    }
}

/// The client families, in the order in which they are shown.
pub fn clients() -> &'static [Client] {
    TABLE.clients
}

/// What the table knows of this root: of the certificate itself, else of another one with its key.
/// `None` when the table does not list it, which says nothing about trust.
pub fn known_root(root: &Certificate) -> Option<&'static KnownRoot> {
    TABLE.find(root)
}

/// Which clients trust this root, one answer per client in the order of [`clients`].
pub fn who_trusts(root: &Certificate) -> Option<&'static [Cell]> {
    known_root(root).map(|known| known.cells.as_slice())
}

/// What each client family makes of a path: from `leaf` over `issuers`, nearest first, to its end.
/// A client needs only one root that it trusts on the way, so the best answer counts; where the end of the
/// path is no root of the table, a missing answer is unknown rather than a no.
pub fn summary(
    leaf: &Certificate,
    issuers: &[Arc<Certificate>],
) -> Vec<(&'static Client, Standing)> {
    let known: Vec<_> = issuers.iter().map(|issuer| known_root(issuer)).collect();
    let ends_known = matches!(known.last(), Some(Some(_)));
    let least = if ends_known {
        Standing::NotTrusted
    } else {
        Standing::Unknown
    };
    let roots: Vec<_> = known.into_iter().flatten().collect();
    let answer = |index: usize| {
        roots
            .iter()
            .filter_map(|root| root.cells.get(index))
            .map(|cell| cell.state.standing(leaf.not_before))
            .fold(least, Ord::max)
    };
    let clients = clients().iter().enumerate();
    clients
        .map(|(index, client)| (client, answer(index)))
        .collect()
}

/// The table with its look-ups.
struct Table {
    clients: &'static [Client],
    roots: &'static [KnownRoot],
    by_certificate: HashMap<Fingerprint, usize>,
    by_key: HashMap<Fingerprint, usize>,
}

impl Table {
    /// Lives as long as the program, as the text it borrows from does.
    fn from_written(written: Written) -> Self {
        let clients: &'static [Client] = written.clients.leak();
        let sources: &'static [Source] = written.sources.leak();
        let roots: Vec<_> = written
            .roots
            .into_iter()
            .filter_map(|root| root.resolve(clients, sources))
            .collect();
        let index = |key: fn(&KnownRoot) -> Fingerprint| {
            let roots = roots.iter().enumerate();
            roots.map(|(index, root)| (key(root), index)).collect()
        };
        Self {
            by_certificate: index(|root| root.sha256),
            by_key: index(|root| root.spki_sha256),
            clients,
            roots: roots.leak(),
        }
    }

    fn find(&self, root: &Certificate) -> Option<&'static KnownRoot> {
        let by_key = || {
            self.by_key
                .get(&Fingerprint(Sha256::digest(&root.spki).into()))
        };
        let index = self.by_certificate.get(&root.fingerprint).or_else(by_key)?;
        self.roots.get(*index)
    }
}

#[cfg(test)]
mod tests;
