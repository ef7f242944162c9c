//! Java keystores JKS and JCEKS. Aliases and certificates are readable without any password;
//! each private key has a password of its own, often the store's.

mod file;
mod modified_utf8;
mod protector;
mod serialized;
mod write;

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::internals::{JavaEntry, JavaInternals};
use super::{OpenFault, OpenedCertificate, OtherEntry};
use crate::core::finding::Kind;
use crate::core::kdf::{Cost, Together};
use crate::core::progress::Progress;
use crate::core::secret::Secret;

pub use write::{JCEKS_ITERATIONS, JksContent, JksEntry, java_alias, write};

use file::Entry;

/// A parsed Java keystore.
pub struct Jks {
    kind: Kind,
    entries: Vec<Entry>,
    others: Vec<OtherEntry>,
    listing: Vec<JavaEntry>,
    signed: Vec<u8>,
    digest: [u8; 20],
}

/// A private key that a password opened.
pub struct OpenedEntry {
    /// Number of the entry in the file, from 0.
    pub entry: usize,
    /// Its alias as the file has it.
    pub alias: String,
    /// PrivateKeyInfo in DER.
    pub pkcs8: Zeroizing<Vec<u8>>,
}

impl Jks {
    /// Reads the whole file except what the keys' protection hides.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpenFault> {
        file::parse(bytes)
    }

    /// JKS or JCEKS.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Protection in words of the format.
    pub fn protection(&self) -> String {
        let mut protections: Vec<String> = self
            .entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Key { protected, .. } => Some(protector::words(protected)),
                Entry::Trusted { .. } => None,
            })
            .collect();
        protections.sort();
        protections.dedup();
        protections.join(", ")
    }

    /// All certificates in file order: each key's chain, and trusted ones.
    pub fn certificates(&self) -> impl Iterator<Item = OpenedCertificate> {
        self.entries.iter().flat_map(|entry| match entry {
            Entry::Key { alias, chain, .. } => chain
                .iter()
                .map(|der| opened(der, alias, false))
                .collect::<Vec<_>>(),
            Entry::Trusted { alias, der } => vec![opened(der, alias, true)],
        })
    }

    /// Number of private keys.
    pub fn key_entries(&self) -> usize {
        self.entries
            .iter()
            .filter(|entry| matches!(entry, Entry::Key { .. }))
            .count()
    }

    /// Entries that are not shown: secret keys, and whatever lies behind one that cannot be gone past.
    pub fn other_entries(&self) -> &[OtherEntry] {
        &self.others
    }

    /// How the file is made: its entries in order.
    pub fn internals(&self) -> JavaInternals {
        JavaInternals {
            kind: self.kind,
            entries: self.listing.clone(),
        }
    }

    /// Iterations that one try on all keys costs.
    pub fn cost(&self) -> u64 {
        let costs = self.entries.iter().map(|entry| match entry {
            Entry::Key { protected, .. } => protector::cost(protected),
            Entry::Trusted { .. } => 0,
        });
        costs.fold(0, u64::saturating_add)
    }

    /// Whether the store's own digest fits this password. A tampered file fits none.
    pub fn check_password(&self, secret: &Secret) -> bool {
        let password = protector::utf16(secret.expose());
        protector::store_digest(&password, &self.signed) == self.digest
    }

    /// Keys that this password opens, without those that are open already.
    pub fn open_keys(
        &self,
        secret: &Secret,
        already_open: &BTreeSet<usize>,
        progress: &dyn Progress,
    ) -> Vec<OpenedEntry> {
        let iterations = self.cost();
        let progress = &Together::new(progress, Cost { iterations });
        let entries = self
            .entries
            .iter()
            .enumerate()
            .filter(|(number, _)| !already_open.contains(number));
        entries
            .filter_map(|(number, entry)| match entry {
                Entry::Key {
                    alias, protected, ..
                } => {
                    let pkcs8 = protector::open(protected, secret, progress)?;
                    Some(OpenedEntry {
                        entry: number,
                        alias: alias.clone(),
                        pkcs8,
                    })
                }
                Entry::Trusted { .. } => None,
            })
            .collect()
    }

    /// Aliases of the keys that are not among these open ones.
    pub fn locked_aliases(&self, open: &BTreeSet<usize>) -> Vec<String> {
        let entries = self.entries.iter().enumerate();
        entries
            .filter(|(number, _)| !open.contains(number))
            .filter_map(|(_, entry)| match entry {
                Entry::Key { alias, .. } => Some(alias.clone()),
                Entry::Trusted { .. } => None,
            })
            .collect()
    }

    /// Why no password can open the keys, when their protection is of an unknown kind.
    pub fn unsupported(&self) -> Option<OpenFault> {
        self.entries.iter().find_map(|entry| match entry {
            Entry::Key { protected, .. } => protector::unsupported(protected),
            Entry::Trusted { .. } => None,
        })
    }
}

fn opened(der: &[u8], alias: &str, trusted: bool) -> OpenedCertificate {
    OpenedCertificate {
        der: der.to_vec(),
        alias: Some(alias.to_owned()),
        trusted,
        local_key_id: None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::PathBuf;

    use proptest::prelude::*;
    use serde_json::Value;

    use super::Jks;
    use crate::core::progress::Unwatched;
    use crate::core::secret::Secret;

    fn folder() -> PathBuf {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keystores")
    }

    /// Every JKS and JCEKS that keytool made, with what keytool's own list says is in it.
    fn keytool_files() -> Vec<(Value, Vec<u8>)> {
        let manifest = fs::read_to_string(folder().join("manifest.json")).expect("manifest");
        let entries: Vec<Value> = serde_json::from_str(&manifest).expect("JSON");
        let is_java = |bytes: &[u8]| {
            matches!(
                bytes.first_chunk(),
                Some([0xFE, 0xED, 0xFE, 0xED] | [0xCE, 0xCE, 0xCE, 0xCE])
            )
        };
        let read = |entry: Value| {
            let bytes =
                fs::read(folder().join(entry["path"].as_str().expect("path"))).expect("file");
            (entry, bytes)
        };
        entries
            .into_iter()
            .map(read)
            .filter(|(_, bytes)| is_java(bytes))
            .collect()
    }

    proptest! {
        #[test]
        fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..512)) {
            prop_assert!(Jks::parse(&bytes).is_err());
        }

        #[test]
        fn a_changed_byte_never_panics(position in 0usize..4000, value in any::<u8>()) {
            for (_, mut bytes) in keytool_files().into_iter().take(2) {
                let index = position % bytes.len();
                bytes[index] = value;
                if let Ok(store) = Jks::parse(&bytes) {
                    store.certificates().for_each(drop);
                    drop(store.open_keys(&Secret::from("changeit"), &BTreeSet::new(), &Unwatched));
                }
            }
        }
    }

    #[test]
    fn stores_hold_what_keytool_lists() {
        let files = keytool_files();
        assert!(files.len() >= 14, "{}", files.len());
        for (entry, bytes) in files {
            let name = entry["path"].as_str().expect("path");
            let store = Jks::parse(&bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let listed = entry["entries"].as_array().expect("entries");
            let count = |kind: &str| listed.iter().filter(|entry| entry["kind"] == kind).count();
            let password = Secret::from(entry["password"].as_str().expect("password"));
            assert_eq!(
                store.check_password(&password),
                !name.starts_with("tampered"),
                "{name}"
            );
            assert!(!store.check_password(&Secret::from("another")), "{name}");
            if count("secret") > 0 {
                assert!(store.other_entries().len() >= count("secret"), "{name}");
                continue;
            }
            let chains: u64 = listed
                .iter()
                .filter_map(|entry| entry["chain"].as_u64())
                .sum();
            assert_eq!(store.certificates().count() as u64, chains, "{name}");
            assert_eq!(store.key_entries(), count("key"), "{name}");
        }
    }

    #[test]
    fn keys_open_with_their_own_password_only() {
        for (entry, bytes) in keytool_files() {
            let name = entry["path"].as_str().expect("path");
            let Some(key_password) = entry["key_password"].as_str() else {
                continue;
            };
            let store = Jks::parse(&bytes).unwrap_or_else(|fault| panic!("{name}: {fault}"));
            let open = |password: &str| {
                store
                    .open_keys(&Secret::from(password), &BTreeSet::new(), &Unwatched)
                    .len()
            };
            // The second key of this one has a third password.
            let expected = if name == "keytool-two-keys.jks" {
                1
            } else {
                store.key_entries()
            };
            assert_eq!(open(key_password), expected, "{name}");
            assert_eq!(open("another"), 0, "{name}");
        }
    }
}
