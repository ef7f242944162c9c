//! The vault: keystores and keys that need a password, with what was tried on each.
//! A password is tried on one container at most once, so nothing is derived twice.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::core::artifact::{ArtifactId, Lock, Protection};
use crate::core::bundle::shelf::{Shelf, entry_place, fingerprint};
use crate::core::finding::{Finding, KeystoreFact, Kind};
use crate::core::key::PrivateKey;
use crate::core::keystore::jks::Jks;
use crate::core::keystore::{
    EncryptedKey, KeyAttributes, KeystoreInternals, OpenFault, Opened, Pfx,
};
use crate::core::place::Place;
use crate::core::progress::{Cancelled, Progress};
use crate::core::secret::{Origin, Secret, SecretIndex};

/// Something that needs a password, parsed as far as it goes without.
#[derive(Clone)]
pub enum Sealed {
    /// PKCS#12.
    Pfx(Arc<Pfx>),
    /// JKS or JCEKS; its certificates are on the shelf already.
    Jks(Arc<Jks>),
    /// An encrypted private key.
    Key(Arc<EncryptedKey>),
}

/// One locked container.
#[derive(Clone)]
pub struct Locked {
    /// Its artifact.
    pub artifact: ArtifactId,
    /// Where it lies.
    pub place: Place,
    /// The parsed container.
    pub sealed: Sealed,
    /// Passwords that were tried and refused.
    pub tried: BTreeSet<SecretIndex>,
    /// Entries that are open already, where entries open one by one (JKS).
    pub open_entries: BTreeSet<usize>,
    /// Set when it will never open here: no password is asked for.
    pub is_hopeless: bool,
}

/// What one try did.
pub enum Try {
    /// Open; everything in it is on the shelf.
    Opened,
    /// The password is not the right one, or not for all entries.
    Refused,
    /// It cannot be opened here, whatever the password.
    Hopeless,
}

impl Locked {
    /// Iterations that one more try costs, at most.
    pub fn cost(&self) -> u64 {
        match &self.sealed {
            Sealed::Pfx(pfx) if pfx.has_mac() => pfx.mac_cost().iterations,
            Sealed::Pfx(pfx) => pfx.cost().iterations,
            Sealed::Jks(jks) => jks.cost(),
            Sealed::Key(key) => key.cost().iterations,
        }
    }

    /// Which kind of file it is.
    pub fn kind(&self) -> Kind {
        match &self.sealed {
            Sealed::Pfx(_) => Kind::Pfx,
            Sealed::Jks(jks) => jks.kind(),
            Sealed::Key(_) => Kind::Key,
        }
    }

    /// Tries one password. Puts what opens on the shelf and settles the container's own artifact.
    pub fn attempt(
        &mut self,
        number: SecretIndex,
        secret: &Secret,
        origin: &Origin,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<Try, Cancelled> {
        let outcome = match self.sealed.clone() {
            Sealed::Pfx(pfx) => self.attempt_pfx(&pfx, secret, origin, shelf, progress),
            Sealed::Jks(jks) => self.attempt_jks(&jks, secret, origin, shelf, progress),
            Sealed::Key(key) => self.attempt_key(&key, secret, origin, shelf, progress),
        };
        match outcome {
            Ok(done) => {
                self.tried.insert(number);
                Ok(done)
            }
            Err(OpenFault::Cancelled) => Err(Cancelled),
            Err(OpenFault::WrongPassword) => {
                self.tried.insert(number);
                Ok(Try::Refused)
            }
            Err(fault) => {
                self.give_up(&fault, shelf);
                Ok(Try::Hopeless)
            }
        }
    }

    fn attempt_pfx(
        &mut self,
        pfx: &Pfx,
        secret: &Secret,
        origin: &Origin,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<Try, OpenFault> {
        if pfx.has_mac() && !pfx.check_mac(secret, progress)? {
            return Ok(Try::Refused);
        }
        let opened = pfx.open(secret, progress)?;
        let internals = KeystoreInternals::Pkcs12(pfx.internals());
        shelf.describe(self.artifact, pfx.protection(), internals);
        shelf.settle(self.artifact, Lock::Open(Some(origin.clone())));
        self.shelve(opened, shelf);
        Ok(Try::Opened)
    }

    fn attempt_key(
        &mut self,
        key: &EncryptedKey,
        secret: &Secret,
        origin: &Origin,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<Try, OpenFault> {
        let opened = key.open(secret, progress)?;
        let protection = Protection::Password {
            origin: origin.clone(),
            words: key.protection(),
        };
        shelf.replace_key(self.artifact, opened, protection);
        Ok(Try::Opened)
    }

    fn attempt_jks(
        &mut self,
        jks: &Jks,
        secret: &Secret,
        origin: &Origin,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<Try, OpenFault> {
        if let Some(fault) = jks.unsupported() {
            return Err(fault);
        }
        for opened in jks.open_keys(secret, &self.open_entries, progress) {
            self.open_entries.insert(opened.entry);
            let place = entry_place(&self.place, Some(&opened.alias), opened.entry);
            match PrivateKey::from_der(&opened.pkcs8) {
                Ok(key) => shelf.add_key(
                    place,
                    Some(self.artifact),
                    key,
                    Protection::Keystore,
                    KeyAttributes::default(),
                ),
                Err(fault) => {
                    shelf.add_damaged(
                        place,
                        Some(self.artifact),
                        fingerprint(&[]),
                        Kind::Key,
                        fault.to_string(),
                    );
                }
            }
        }
        if progress.is_cancelled() {
            return Err(OpenFault::Cancelled);
        }
        if self.open_entries.len() < jks.key_entries() {
            return Ok(Try::Refused);
        }
        shelf.settle(self.artifact, Lock::Open(Some(origin.clone())));
        Ok(Try::Opened)
    }

    /// Puts everything from an opened PFX on the shelf.
    pub fn shelve(&self, opened: Opened, shelf: &mut Shelf) {
        shelve(opened, &self.place, self.artifact, self.kind(), shelf);
    }

    /// Settles a container that cannot be opened here, with its finding.
    pub fn give_up(&mut self, fault: &OpenFault, shelf: &mut Shelf) {
        self.is_hopeless = true;
        give_up(self.artifact, &self.place, self.kind(), fault, shelf);
    }
}

/// Puts everything from an opened keystore on the shelf.
pub fn shelve(opened: Opened, place: &Place, id: ArtifactId, kind: Kind, shelf: &mut Shelf) {
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
    let entries = opened.other_entries.len() + opened.locked_keys.len();
    if entries > 0 {
        let listed = opened.other_entries;
        shelf.findings.push(
            Finding::new(KeystoreFact::EntryNotShown {
                kind,
                entries,
                listed,
            })
            .at(place),
        );
    }
}

/// Says why a container can never be opened here, and marks its artifact so.
pub fn give_up(id: ArtifactId, place: &Place, kind: Kind, fault: &OpenFault, shelf: &mut Shelf) {
    use crate::core::finding::{BundleFact, KeyFact};
    let (lock, finding) = match fault {
        OpenFault::Unsupported { cipher } if kind == Kind::Key => (
            Lock::Unsupported(cipher.clone()),
            Finding::new(KeyFact::CipherUnsupported {
                cipher: cipher.clone(),
            }),
        ),
        OpenFault::Unsupported { cipher } => (
            Lock::Unsupported(cipher.clone()),
            Finding::new(KeystoreFact::CipherUnsupported {
                kind,
                cipher: cipher.clone(),
            }),
        ),
        OpenFault::LimitReached {
            limit,
            allowed,
            seen,
        } => (
            Lock::TooCostly(limit),
            Finding::new(BundleFact::ArchiveLimitReached {
                limit,
                allowed: *allowed,
                seen: *seen,
            }),
        ),
        fault => {
            let detail = fault.to_string();
            let finding = if kind == Kind::Key {
                Finding::new(BundleFact::FileDamaged {
                    kind,
                    detail: detail.clone(),
                })
            } else {
                Finding::new(KeystoreFact::Damaged {
                    kind,
                    detail: detail.clone(),
                })
            };
            (Lock::Damaged(detail), finding)
        }
    };
    shelf.findings.push(finding.at(place));
    shelf.settle(id, lock);
}
