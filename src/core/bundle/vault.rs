//! The vault: keystores and keys that need a password, with what was tried on each.
//! A password is tried on one container at most once, so nothing is derived twice.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::core::artifact::{ArtifactId, Lock, Protection};
use crate::core::bundle::shelf::{Shelf, entry_place, fingerprint};
use crate::core::bundle::surrender::{give_up, shelve};
use crate::core::finding::Kind;
use crate::core::key::PrivateKey;
use crate::core::keystore::jks::Jks;
use crate::core::keystore::{
    ChecksumFault, EncryptedKey, KeyAttributes, KeystoreInternals, OpenFault, Opened, Pfx,
};
use crate::core::limits;
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
    /// An encrypted private key inside a keystore that is open; it has a password of its own.
    KeyEntry {
        /// The key.
        key: Arc<EncryptedKey>,
        /// What Windows keeps beside it.
        attributes: KeyAttributes,
        /// Kind of the keystore.
        kind: Kind,
    },
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
    /// Why a password that was refused may be right all the same.
    pub doubt: Option<ChecksumFault>,
    /// Whether the store's own password is known while keys in it stay locked (JKS).
    pub is_store_open: bool,
}

/// What one try did.
pub enum Try {
    /// Open; everything in it is on the shelf, except keys with a password of their own.
    Opened(Vec<Locked>),
    /// Right for the checksum alone: another password opens the content, perhaps one that was refused before.
    PartWay,
    /// The password is not the right one, or not for all entries.
    Refused,
    /// It cannot be opened here, whatever the password.
    Hopeless,
}

impl Locked {
    /// Something locked that nothing was tried on yet.
    pub fn new(artifact: ArtifactId, place: Place, sealed: Sealed) -> Self {
        Self {
            artifact,
            place,
            sealed,
            tried: BTreeSet::new(),
            open_entries: BTreeSet::new(),
            is_hopeless: false,
            doubt: None,
            is_store_open: false,
        }
    }

    /// Iterations that one more try costs, at most.
    pub fn cost(&self) -> u64 {
        match &self.sealed {
            Sealed::Pfx(pfx) if pfx.has_mac() && !pfx.is_accepted() => pfx.mac_cost().iterations,
            Sealed::Pfx(pfx) => pfx.cost().iterations,
            Sealed::Jks(jks) => jks.cost(),
            Sealed::Key(key) | Sealed::KeyEntry { key, .. } => key.cost().iterations,
        }
    }

    /// Which kind of file it is.
    pub fn kind(&self) -> Kind {
        match &self.sealed {
            Sealed::Pfx(_) => Kind::Pfx,
            Sealed::Jks(jks) => jks.kind(),
            Sealed::Key(_) | Sealed::KeyEntry { .. } => Kind::Key,
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
            Sealed::KeyEntry {
                key, attributes, ..
            } => self.attempt_entry(&key, &attributes, secret, shelf, progress),
        };
        match outcome {
            Ok(mut done) => {
                match &mut done {
                    // The same password is no news to the keys inside.
                    Try::Opened(inside) => inside.iter_mut().for_each(|key| {
                        key.tried.insert(number);
                    }),
                    Try::PartWay => self.tried.clear(),
                    _ => {}
                }
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
        let was_accepted = pfx.is_accepted();
        if pfx.has_mac() && !was_accepted && !pfx.check_mac(secret, progress)? {
            return Ok(Try::Refused);
        }
        let opened = match pfx.open(secret, progress) {
            Err(OpenFault::WrongPassword) if pfx.has_mac() && !was_accepted => {
                return Ok(Try::PartWay);
            }
            opened => opened?,
        };
        let internals = KeystoreInternals::Pkcs12(pfx.internals());
        shelf.describe(self.artifact, pfx.protection(), internals);
        shelf.settle(self.artifact, Lock::Open(Some(origin.clone())));
        let inside = self.shelve(opened, shelf);
        Ok(Try::Opened(inside))
    }

    fn attempt_entry(
        &mut self,
        key: &EncryptedKey,
        attributes: &KeyAttributes,
        secret: &Secret,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<Try, OpenFault> {
        let opened = key.open(secret, progress)?;
        let attributes = attributes.clone();
        shelf.replace_key(self.artifact, opened, Protection::Keystore, attributes);
        Ok(Try::Opened(Vec::new()))
    }

    /// Iterations that [`Locked::question`] costs; `None` when there is nothing to ask.
    pub fn question_cost(&self) -> Option<u64> {
        match &self.sealed {
            Sealed::Pfx(pfx) if pfx.has_mac() && !pfx.is_accepted() && self.doubt.is_none() => {
                // Nobody agreed to more than the password itself costs.
                let cost = pfx.question_cost().iterations;
                (cost <= limits::AUTO_ITERATIONS).then_some(cost)
            }
            _ => None,
        }
    }

    /// Asks of a password that was just refused whether the file is to blame. Gives the container up when it is.
    pub fn question(
        &mut self,
        secret: &Secret,
        shelf: &mut Shelf,
        progress: &dyn Progress,
    ) -> Result<(), Cancelled> {
        let Sealed::Pfx(pfx) = self.sealed.clone() else {
            return Ok(());
        };
        match pfx.question_mac(secret, progress) {
            Err(OpenFault::Cancelled) => return Err(Cancelled),
            Ok(Some(doubt @ ChecksumFault::ContentOpens)) => self.doubt = Some(doubt),
            Ok(Some(fault)) => self.give_up(&OpenFault::Checksum(fault), shelf),
            // Too costly or not readable: then it stays with the refusal.
            Ok(None) | Err(_) => {}
        }
        Ok(())
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
        shelf.replace_key(self.artifact, opened, protection, KeyAttributes::default());
        Ok(Try::Opened(Vec::new()))
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
        self.is_store_open |= jks.check_password(secret);
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
        Ok(Try::Opened(Vec::new()))
    }

    /// Puts everything from an opened PFX on the shelf; what stays locked in it comes back.
    fn shelve(&self, opened: Opened, shelf: &mut Shelf) -> Vec<Locked> {
        shelve(opened, &self.place, self.artifact, self.kind(), shelf)
    }

    /// Settles a container that cannot be opened here, with its finding.
    pub fn give_up(&mut self, fault: &OpenFault, shelf: &mut Shelf) {
        self.is_hopeless = true;
        give_up(self.artifact, &self.place, self.kind(), fault, shelf);
    }
}
