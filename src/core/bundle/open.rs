//! From recognised pieces to artifacts: what needs no password is opened at once, the rest goes to the vault.

use std::sync::Arc;

use crate::core::artifact::{ArtifactId, Content, Fingerprint, Lock, Protection};
use crate::core::bundle::gather::GatheredFile;
use crate::core::bundle::shelf::{Shelf, entry_place, fingerprint};
use crate::core::bundle::surrender::{give_up, reason, shelve};
use crate::core::bundle::vault::{Locked, Sealed};
use crate::core::finding::{BundleFact, Finding, KeystoreFact, Kind};
use crate::core::key::PrivateKey;
use crate::core::keystore::jks::Jks;
use crate::core::keystore::{EncryptedKey, KeyAttributes, KeystoreInternals, OpenFault, Pfx};
use crate::core::pkcs7;
use crate::core::place::{Entry, Place};
use crate::core::progress::Unwatched;
use crate::core::secret::Secret;
use crate::core::sniff::{Piece, TextNote, What};
use crate::core::x509::{Csr, RevocationList};

/// The file that a piece lies in, for pieces without a fingerprint of their own.
struct WholeFile {
    bytes: u64,
    print: Fingerprint,
}

/// Opens all pieces of one file.
pub fn open(file: GatheredFile, shelf: &mut Shelf, vault: &mut Vec<Locked>) {
    let count = file.recognition.pieces.len();
    let whole = WholeFile {
        bytes: file.size,
        print: file.fingerprint.unwrap_or_else(|| fingerprint(&[])),
    };
    for note in &file.recognition.notes {
        shelf.findings.push(finding_of(note).at(&file.place));
    }
    for piece in file.recognition.pieces {
        let place = if count > 1 {
            file.place.with_entry(Entry::Nth(piece.nth))
        } else {
            file.place.clone()
        };
        open_piece(piece, place, &whole, shelf, vault);
    }
}

fn finding_of(note: &TextNote) -> Finding {
    Finding::new(match note {
        TextNote::Bom => BundleFact::TextBom {},
        TextNote::Utf16 { little_endian } => BundleFact::TextUtf16 {
            little_endian: *little_endian,
        },
        TextNote::ExtraLines(lines) => BundleFact::TextExtraLines { lines: *lines },
        TextNote::ArmourRepaired { kind, line } => BundleFact::ArmourRepaired {
            kind: *kind,
            line: *line,
        },
        TextNote::LimitReached {
            limit,
            allowed,
            seen,
        } => BundleFact::ArchiveLimitReached {
            limit,
            allowed: *allowed,
            seen: *seen,
        },
        TextNote::WrongLabel { label, kind } => BundleFact::WrongLabel {
            label: label.clone(),
            kind: *kind,
        },
    })
}

fn open_piece(
    piece: Piece,
    place: Place,
    whole: &WholeFile,
    shelf: &mut Shelf,
    vault: &mut Vec<Locked>,
) {
    match piece.what {
        What::Certificate(der) => shelf.add_certificate(place, None, &der, false),
        What::Crl(der) => open_crl(&der, place, shelf),
        What::Csr(der) => open_csr(&der, place, shelf),
        What::Damaged { kind, detail } => {
            shelf.add_damaged(place, None, whole.print, kind, detail);
        }
        What::Empty => add_unknown(place, whole, 0, String::new(), shelf),
        What::EncryptedPkcs8(der) => seal_key(EncryptedKey::parse(&der), &der, place, shelf, vault),
        What::Jks(bytes) => open_jks(&bytes, Kind::Jks, place, shelf, vault),
        What::Jceks(bytes) => open_jks(&bytes, Kind::Jceks, place, shelf, vault),
        What::Key(der) => open_key(&der, place, shelf),
        What::LegacyPemKey { dek_info, bytes } => {
            seal_key(
                EncryptedKey::from_legacy_pem(&dek_info, &bytes),
                &bytes,
                place,
                shelf,
                vault,
            );
        }
        What::NotOpened(content) => {
            shelf
                .findings
                .push(Finding::new(BundleFact::FileNotOpened { content }).at(&place));
            shelf.add(place, None, whole.print, Content::NotOpened(content));
        }
        What::NotUnderstood { begins } => add_unknown(place, whole, whole.bytes, begins, shelf),
        What::Pfx(bytes) => open_pfx(&bytes, place, shelf, vault),
        What::Pkcs7(der) => open_pkcs7(&der, place, shelf),
        What::PublicKey(der) => {
            let print = fingerprint(&der);
            shelf.add(
                place,
                None,
                print,
                Content::PublicKey(der.as_slice().into()),
            );
        }
        What::Text => {
            shelf.add(place, None, whole.print, Content::Text);
        }
        What::Zip => {}
    }
}

fn add_unknown(place: Place, whole: &WholeFile, bytes: u64, begins: String, shelf: &mut Shelf) {
    shelf
        .findings
        .push(Finding::new(BundleFact::FileNotUnderstood { bytes, begins }).at(&place));
    shelf.add(place, None, whole.print, Content::Unknown);
}

fn open_crl(der: &[u8], place: Place, shelf: &mut Shelf) {
    match RevocationList::parse(der) {
        Ok(list) => {
            shelf.add(place, None, list.fingerprint, Content::Crl(Arc::new(list)));
        }
        Err(fault) => shelf.add_damaged(place, None, fingerprint(der), Kind::Crl, fault.detail),
    }
}

fn open_csr(der: &[u8], place: Place, shelf: &mut Shelf) {
    match Csr::parse(der) {
        Ok(request) => {
            shelf.add(
                place,
                None,
                request.fingerprint,
                Content::Csr(Arc::new(request)),
            );
        }
        Err(fault) => shelf.add_damaged(place, None, fingerprint(der), Kind::Csr, fault.detail),
    }
}

fn open_key(der: &[u8], place: Place, shelf: &mut Shelf) {
    match PrivateKey::from_der(der) {
        Ok(key) => shelf.add_key(place, None, key, Protection::None, KeyAttributes::default()),
        Err(fault) => {
            shelf.add_damaged(place, None, fingerprint(der), Kind::Key, fault.to_string())
        }
    }
}

fn open_pkcs7(der: &[u8], place: Place, shelf: &mut Shelf) {
    let id = shelf.add(place.clone(), None, fingerprint(der), Content::Pkcs7);
    match pkcs7::read(der) {
        Ok(held) => {
            for (nth, certificate) in held.certificates.iter().enumerate() {
                shelf.add_certificate(entry_place(&place, None, nth), Some(id), certificate, false);
            }
            for (nth, list) in held.crls.iter().enumerate() {
                open_crl(
                    list,
                    entry_place(&place, None, held.certificates.len() + nth),
                    shelf,
                );
            }
        }
        Err(detail) => {
            shelf.findings.push(
                Finding::new(BundleFact::FileDamaged {
                    kind: Kind::Pkcs7,
                    detail,
                })
                .at(&place),
            );
            shelf.replace(id, Content::Unknown);
        }
    }
}

fn lock(id: ArtifactId, place: Place, sealed: Sealed, vault: &mut Vec<Locked>) {
    vault.push(Locked::new(id, place, sealed));
}

/// A keystore that nothing is known of yet.
fn add_keystore(bytes: &[u8], kind: Kind, place: &Place, shelf: &mut Shelf) -> ArtifactId {
    let sealed = Content::Keystore {
        kind,
        lock: Lock::PasswordNeeded,
        protection: String::new(),
        internals: None,
    };
    shelf.add(place.clone(), None, fingerprint(bytes), sealed)
}

fn open_pfx(bytes: &[u8], place: Place, shelf: &mut Shelf, vault: &mut Vec<Locked>) {
    let id = add_keystore(bytes, Kind::Pfx, &place, shelf);
    let pfx = match Pfx::parse(bytes) {
        Ok(pfx) => pfx,
        Err(fault) => return give_up(id, &place, Kind::Pfx, &fault, shelf),
    };
    let internals = |pfx: &Pfx| KeystoreInternals::Pkcs12(pfx.internals());
    shelf.describe(id, pfx.protection(), internals(&pfx));
    if !pfx.has_mac() {
        shelf
            .findings
            .push(Finding::new(KeystoreFact::NoMac {}).at(&place));
    }
    if let Some(fault) = pfx.fault() {
        give_up(id, &place, Kind::Pfx, &fault, shelf);
        if let Ok(visible) = pfx.open_visible() {
            vault.extend(shelve(visible, &place, id, Kind::Pfx, shelf));
        }
        return;
    }
    for fault in pfx.faults() {
        let finding = Finding::new(reason(Kind::Pfx, &fault)).at(&place);
        shelf.findings.push(finding);
    }
    if !pfx.has_mac() && !pfx.is_encrypted() {
        match pfx.open(&Secret::from(""), &Unwatched) {
            Ok(opened) => {
                shelf.describe(id, pfx.protection(), internals(&pfx));
                shelf.settle(id, Lock::Open(None));
                vault.extend(shelve(opened, &place, id, Kind::Pfx, shelf));
            }
            Err(fault) => give_up(id, &place, Kind::Pfx, &fault, shelf),
        }
        return;
    }
    lock(id, place, Sealed::Pfx(Arc::new(pfx)), vault);
}

fn open_jks(bytes: &[u8], kind: Kind, place: Place, shelf: &mut Shelf, vault: &mut Vec<Locked>) {
    let id = add_keystore(bytes, kind, &place, shelf);
    let jks = match Jks::parse(bytes) {
        Ok(jks) => jks,
        Err(fault) => return give_up(id, &place, kind, &fault, shelf),
    };
    for (entry, held) in jks.certificates().enumerate() {
        let place = entry_place(&place, held.alias.as_deref(), entry);
        shelf.add_certificate(place, Some(id), &held.der, held.trusted);
    }
    let listed = jks.other_entries().to_vec();
    if !listed.is_empty() {
        let entries = listed.len();
        shelf.findings.push(
            Finding::new(KeystoreFact::EntryNotShown {
                kind,
                entries,
                listed,
            })
            .at(&place),
        );
    }
    let internals = KeystoreInternals::Java(jks.internals());
    shelf.describe(id, jks.protection(), internals);
    if jks.key_entries() == 0 {
        shelf.settle(id, Lock::Open(None));
    } else {
        lock(id, place, Sealed::Jks(Arc::new(jks)), vault);
    }
}

fn seal_key(
    parsed: Result<EncryptedKey, OpenFault>,
    bytes: &[u8],
    place: Place,
    shelf: &mut Shelf,
    vault: &mut Vec<Locked>,
) {
    let sealed = Content::LockedKey {
        lock: Lock::PasswordNeeded,
        protection: String::new(),
    };
    let id = shelf.add(place.clone(), None, fingerprint(bytes), sealed);
    match parsed {
        Ok(key) => {
            let protection = key.protection();
            shelf.replace(
                id,
                Content::LockedKey {
                    lock: Lock::PasswordNeeded,
                    protection,
                },
            );
            lock(id, place, Sealed::Key(Arc::new(key)), vault);
        }
        Err(fault) => give_up(id, &place, Kind::Key, &fault, shelf),
    }
}
