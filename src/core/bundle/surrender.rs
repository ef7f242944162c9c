//! What becomes of an opened keystore, and of one that can never be opened here: artifacts with their findings.

use std::sync::Arc;

use crate::core::artifact::{ArtifactId, Content, Lock, Protection};
use crate::core::bundle::shelf::{Shelf, entry_place, fingerprint};
use crate::core::bundle::vault::{Locked, Sealed};
use crate::core::finding::{BundleFact, Fact, Finding, KeyFact, KeystoreFact, Kind, NotOpenedKind};
use crate::core::keystore::{LockedEntry, OpenFault, Opened, PublicKeyMode};
use crate::core::place::Place;

/// Puts everything from an opened keystore on the shelf. Keys with a password of their own come back.
pub fn shelve(
    opened: Opened,
    place: &Place,
    id: ArtifactId,
    kind: Kind,
    shelf: &mut Shelf,
) -> Vec<Locked> {
    for (nth, held) in opened.certificates.into_iter().enumerate() {
        let place = entry_place(place, held.alias.as_deref(), nth);
        shelf.add_certificate(place, Some(id), &held.der, held.trusted);
    }
    for (nth, held) in opened.keys.into_iter().enumerate() {
        let place = entry_place(place, held.alias.as_deref(), nth);
        shelf.add_key(
            place,
            Some(id),
            held.key,
            Protection::Keystore,
            held.attributes,
        );
    }
    let listed = opened.other_entries;
    if !listed.is_empty() {
        let entries = listed.len();
        let fact = KeystoreFact::EntryNotShown {
            kind,
            entries,
            listed,
        };
        shelf.findings.push(Finding::new(fact).at(place));
    }
    let entries = opened.locked_keys.into_iter().enumerate();
    let store = Store { id, place, kind };
    entries
        .filter_map(|(nth, entry)| seal_entry(entry, nth, &store, shelf))
        .collect()
}

/// The keystore that entries come out of.
struct Store<'a> {
    id: ArtifactId,
    place: &'a Place,
    kind: Kind,
}

/// A key that stayed locked in an open keystore: waiting for its own password, or never to be opened here.
fn seal_entry(
    entry: LockedEntry,
    nth: usize,
    store: &Store<'_>,
    shelf: &mut Shelf,
) -> Option<Locked> {
    let place = entry_place(store.place, entry.alias.as_deref(), nth);
    let key = entry.key.map(Arc::new);
    let print = fingerprint(key.as_ref().map_or(&[], |key| key.ciphertext()));
    let protection = key.as_ref().map(|key| key.protection());
    let content = Content::LockedKey {
        lock: Lock::PasswordNeeded,
        protection: protection.unwrap_or_default(),
    };
    let id = shelf.add(place.clone(), Some(store.id), print, content);
    match (key, entry.reason) {
        (Some(key), OpenFault::WrongPassword) => {
            let sealed = Sealed::KeyEntry {
                key,
                attributes: entry.attributes,
                kind: store.kind,
            };
            Some(Locked::new(id, place, sealed))
        }
        (_, fault) => {
            let known = Finding::new(reason(store.kind, &fault)).at(store.place);
            if shelf.findings.contains(&known) {
                shelf.settle(id, lock(&fault));
            } else {
                give_up(id, &place, Kind::Key, &fault, shelf);
            }
            None
        }
    }
}

/// Says why a container can never be opened here, and marks its artifact so.
pub fn give_up(id: ArtifactId, place: &Place, kind: Kind, fault: &OpenFault, shelf: &mut Shelf) {
    let finding = Finding::new(reason(kind, fault)).at(place);
    if !shelf.findings.contains(&finding) {
        shelf.findings.push(finding);
    }
    shelf.settle(id, lock(fault));
}

fn lock(fault: &OpenFault) -> Lock {
    match fault {
        OpenFault::Unsupported { cipher } => Lock::Unsupported(cipher.clone()),
        OpenFault::PublicKey(mode) => Lock::Unsupported(public_key(*mode).to_owned()),
        OpenFault::LimitReached { limit, .. } => Lock::TooCostly(limit),
        fault => Lock::Damaged(fault.to_string()),
    }
}

fn public_key(mode: PublicKeyMode) -> &'static str {
    match mode {
        PublicKeyMode::Integrity => "public-key integrity (SignedData)",
        PublicKeyMode::Privacy => "public-key privacy (EnvelopedData)",
    }
}

/// Why it does not open, as a fact.
pub fn reason(kind: Kind, fault: &OpenFault) -> Fact {
    let cipher_unsupported = |cipher: &str| match kind {
        Kind::Key => KeyFact::CipherUnsupported {
            cipher: cipher.to_owned(),
        }
        .into(),
        kind => KeystoreFact::CipherUnsupported {
            kind,
            cipher: cipher.to_owned(),
        }
        .into(),
    };
    match fault {
        OpenFault::Unsupported { cipher } => cipher_unsupported(cipher),
        OpenFault::PublicKey(mode) => BundleFact::FileNotOpened {
            content: match mode {
                PublicKeyMode::Integrity => NotOpenedKind::SignedPfx,
                PublicKeyMode::Privacy => NotOpenedKind::PublicKeyPfx,
            },
        }
        .into(),
        OpenFault::Checksum(cause) => KeystoreFact::ChecksumWrong {
            kind,
            cause: *cause,
        }
        .into(),
        OpenFault::LimitReached {
            limit,
            allowed,
            seen,
        } => BundleFact::ArchiveLimitReached {
            limit,
            allowed: *allowed,
            seen: *seen,
        }
        .into(),
        fault => damaged(kind, fault.to_string()),
    }
}

fn damaged(kind: Kind, detail: String) -> Fact {
    match kind {
        Kind::Key => BundleFact::FileDamaged { kind, detail }.into(),
        kind => KeystoreFact::Damaged { kind, detail }.into(),
    }
}
