//! What is looked up again and again, by its key.

use std::collections::{HashMap, HashSet};

use super::Scan;
use crate::core::iis::http_sys::{EntryKey, SslEntry, Table};
use crate::core::iis::store::{StoreCertificate, Thumbprint};
use crate::core::x509::name::DistinguishedName;

/// Lookups over the layers of one scan.
pub struct Lookup<'a> {
    /// Which entry answers.
    pub table: Option<Table<'a>>,
    /// Entries by their index.
    pub entries: &'a [SslEntry],
    indices: HashMap<&'a EntryKey, u32>,
    certificates: Option<HashMap<Thumbprint, Vec<&'a StoreCertificate>>>,
    issuers: HashSet<Box<str>>,
    has_issuers: bool,
    stopped: HashSet<&'a str>,
}

impl<'a> Lookup<'a> {
    /// Of a scan whose layers were read.
    pub fn new(scan: &'a Scan) -> Self {
        let entries = scan.entries.get();
        let certificates = scan.certificates.get();
        let by_thumbprint = certificates.map(|certificates| {
            let mut map: HashMap<Thumbprint, Vec<&StoreCertificate>> = HashMap::new();
            for held in certificates {
                map.entry(held.thumbprint).or_default().push(held);
            }
            map
        });
        let all = certificates.into_iter().flatten();
        let authorities = all.filter(|held| is_authority_store(&held.store));
        let parsed = authorities.filter_map(|held| held.certificate.as_ref());
        let issuers: HashSet<Box<str>> = parsed
            .map(|certificate| certificate.subject.key())
            .collect();
        let all = entries.map(Vec::as_slice).unwrap_or_default();
        let mut indices = HashMap::with_capacity(all.len());
        indices.extend(all.iter().map(|entry| &entry.key).zip(0..));
        Self {
            table: entries.map(|entries| Table::new(entries)),
            indices,
            entries: entries.map(Vec::as_slice).unwrap_or_default(),
            certificates: by_thumbprint,
            has_issuers: !issuers.is_empty(),
            issuers,
            stopped: scan
                .stopped
                .get()
                .into_iter()
                .flatten()
                .map(String::as_str)
                .collect(),
        }
    }

    /// The entry for a key, by index.
    pub fn index(&self, key: &EntryKey) -> Option<u32> {
        self.indices.get(key).copied()
    }

    /// Whether the stores were read at all.
    pub fn knows_certificates(&self) -> bool {
        self.certificates.is_some()
    }

    /// The certificates of a thumbprint, in whatever store.
    pub fn certificates(&self, thumbprint: Thumbprint) -> &[&'a StoreCertificate] {
        let found = self
            .certificates
            .as_ref()
            .and_then(|map| map.get(&thumbprint));
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a name is the subject of an authority in the stores; `None` when those were not listed.
    pub fn has_issuer(&self, issuer: &DistinguishedName) -> Option<bool> {
        self.has_issuers
            .then(|| self.issuers.contains(&issuer.key()))
    }

    /// Whether the site of this name is stopped now, by what the server said.
    pub fn is_stopped(&self, name: &str) -> bool {
        self.stopped.contains(name)
    }
}

/// Stores that hold issuers, not server certificates.
pub fn is_authority_store(store: &str) -> bool {
    store.eq_ignore_ascii_case("CA") || store.eq_ignore_ascii_case("Root")
}
