//! Certificate requests: made, read again, checked, started from what exists, and by the real program.

mod check;
mod cli;
mod create;
#[cfg(feature = "peer-tests")]
mod peers;
mod start;
mod subject;

use std::net::IpAddr;
use std::sync::{Arc, Mutex};

use certwright::core::artifact::Fingerprint;
use certwright::core::csr::spec::KeyUsage;
use certwright::core::csr::{AltName, Spec, Subject, SubjectField};
use certwright::core::env::Ledger;
use certwright::core::ledger::{Entry, EntryId, LedgerFault, NewEntry, Search, Shelf};
use certwright::core::time::Moment;
use certwright::core::x509::oid::Oid;

/// A ledger in memory; newest first.
#[derive(Default)]
pub struct Book(pub Mutex<Vec<Entry>>);

impl Ledger for Book {
    fn record(&self, entry: &NewEntry) -> Result<EntryId, LedgerFault> {
        let mut entries = self.0.lock().unwrap();
        let id = EntryId(entries.len() as i64 + 1);
        entries.insert(
            0,
            Entry {
                id,
                made: entry.clone(),
                note: String::new(),
                used: None,
            },
        );
        Ok(id)
    }

    fn of_key(&self, key: &Fingerprint) -> Result<Vec<Entry>, LedgerFault> {
        let entries = self.0.lock().unwrap();
        Ok(entries
            .iter()
            .filter(|entry| entry.made.key == *key)
            .cloned()
            .collect())
    }

    fn search(&self, _: &Search) -> Result<Vec<Entry>, LedgerFault> {
        Ok(self.0.lock().unwrap().clone())
    }

    fn note(&self, _: EntryId, _: &str) -> Result<(), LedgerFault> {
        Ok(())
    }

    fn mark_used(&self, _: EntryId, _: Option<Moment>) -> Result<(), LedgerFault> {
        Ok(())
    }

    fn forget(&self, _: EntryId) -> Result<(), LedgerFault> {
        Ok(())
    }

    fn shelf(&self) -> Result<Shelf, LedgerFault> {
        Err(LedgerFault::NoFolder)
    }
}

pub fn field(oid: &'static str, value: &str) -> SubjectField {
    SubjectField {
        oid: Oid::Borrowed(oid),
        value: value.to_owned(),
    }
}

/// A request for these hosts, the first as common name.
pub fn plain(names: &[&str]) -> Spec {
    Spec {
        subject: Subject(
            names
                .iter()
                .take(1)
                .map(|name| field("2.5.4.3", name))
                .collect(),
        ),
        names: names
            .iter()
            .map(|name| AltName::Dns((*name).to_owned()))
            .collect(),
        ..Spec::default()
    }
}

/// A request with everything in it.
pub fn full() -> Spec {
    let address = |text: &str| AltName::Ip(text.parse::<IpAddr>().unwrap());
    Spec {
        subject: Subject(vec![
            field("2.5.4.6", "CN"),
            field("2.5.4.8", "北京"),
            field("2.5.4.10", "示例有限公司"),
            field("2.5.4.11", "Unit one"),
            field("2.5.4.11", "Unit two"),
            field("0.9.2342.19200300.100.1.25", "com"),
            field("0.9.2342.19200300.100.1.25", "example"),
            field("1.2.840.113549.1.9.1", "it@example.com"),
            field("2.5.4.3", "shop.example.com"),
        ]),
        names: vec![
            AltName::Dns("shop.example.com".to_owned()),
            AltName::Dns("*.example.com".to_owned()),
            address("192.0.2.7"),
            address("2001:db8::7"),
            AltName::Email("it@example.com".to_owned()),
            AltName::Uri("https://example.com/id".to_owned()),
            AltName::Directory(Subject(vec![
                field("2.5.4.6", "DE"),
                field("2.5.4.3", "Directory"),
            ])),
            AltName::Upn("joe@corp.example".to_owned()),
            AltName::RegisteredId(Oid::Borrowed("1.2.3.4")),
        ],
        key_usage: Some(KeyUsage {
            bits: KeyUsage::DIGITAL_SIGNATURE | KeyUsage::KEY_ENCIPHERMENT,
            is_critical: true,
        }),
        extended_usage: vec![
            Oid::Borrowed("1.3.6.1.5.5.7.3.1"),
            Oid::Borrowed("1.2.3.4.5"),
        ],
        must_staple: true,
        hash: None,
        challenge: Some("challenge 1".to_owned()),
    }
}

/// Keys that are made once for all tests: RSA takes its time.
pub fn rsa() -> Arc<certwright::core::key::PrivateKey> {
    let path = crate::support::fixture("keys/rsa2048-pkcs8.der");
    let der = std::fs::read(path).unwrap();
    Arc::new(certwright::core::key::PrivateKey::from_der(&der).unwrap())
}
