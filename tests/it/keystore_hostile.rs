//! Hostile keystores and keys: changed, cut and arbitrary bytes are an answer, never a panic.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::keystore::{EncryptedKey, Jks, KeystoreInternals, Pfx};
use certwright::core::progress::{Progress, Stage};
use certwright::core::secret::Secret;
use certwright::text::Lang;
use certwright::text::keystore_internals::rows;
use proptest::prelude::*;

use crate::fixture;
use crate::keystore::keystore;

/// Small files whose derivations cost little, for changing bytes in.
const SMALL: [&str; 8] = [
    "openssl-one-round.pfx",
    "openssl-open.pfx",
    "nss-3des-rc2.p12",
    "keytool-truststore-no-password.p12",
    "pbmac1-sha256.pfx",
    "keytool-one-key.jks",
    "keytool-secret.jceks",
    "keytool-everything.jceks",
];

/// Gives up soon, so that a changed round count costs nothing.
struct Impatient(AtomicUsize);

impl Progress for Impatient {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}
    fn is_cancelled(&self) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed) > 20
    }
}

/// What was read must be sayable and serialisable, whatever it holds.
fn tell(internals: KeystoreInternals) {
    serde_json::to_string(&internals).unwrap();
    drop(rows(Lang::En, &internals));
    drop(rows(Lang::Zh, &internals));
}

fn open_anything(bytes: &[u8]) {
    let secret = Secret::from("changeit");
    let progress = Impatient(AtomicUsize::new(0));
    if let Ok(pfx) = Pfx::parse(bytes) {
        drop((pfx.protection(), pfx.cost(), pfx.faults(), pfx.fault()));
        drop(pfx.question_mac(&secret, &progress));
        tell(KeystoreInternals::Pkcs12(pfx.internals()));
        drop(pfx.open_visible());
        drop(pfx.open(&secret, &progress));
        tell(KeystoreInternals::Pkcs12(pfx.internals()));
    }
    if let Ok(store) = Jks::parse(bytes) {
        drop((
            store.protection(),
            store.cost(),
            store.certificates().count(),
        ));
        store.check_password(&secret);
        drop(store.locked_aliases(&BTreeSet::new()));
        tell(KeystoreInternals::Java(store.internals()));
        drop(store.open_keys(&secret, &BTreeSet::new(), &progress));
    }
    if let Ok(key) = EncryptedKey::parse(bytes) {
        drop((key.protection(), key.cost()));
        drop(key.open(&secret, &progress));
    }
    if let Ok(key) = EncryptedKey::from_legacy_pem("DES-CBC,0011223344556677", bytes) {
        drop(key.open(&secret, &progress));
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_never_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        open_anything(&bytes);
        open_anything(&[&[0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2], bytes.as_slice()].concat());
        open_anything(&[&[0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xac, 0xed, 0, 5], bytes.as_slice()].concat());
    }

    #[test]
    fn damaged_keystores_are_never_a_panic(
        number in 0..SMALL.len(),
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
        cut in proptest::option::of(any::<proptest::sample::Index>()),
    ) {
        let mut bytes = keystore(SMALL[number]);
        for (place, byte) in changes {
            *place.get_mut(&mut bytes) = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        open_anything(&bytes);
    }

    #[test]
    fn damaged_encrypted_keys_are_never_a_panic(
        changes in proptest::collection::vec((0usize..120, any::<u8>()), 1..4),
    ) {
        for name in ["pbes2-scrypt-small.pem", "pkcs12-pbe-sha1-3des.pem", "pbes2-rc2-sha1.pem"] {
            let mut bytes = fixture::der(&fixture::folder("keys").join(name));
            for (place, byte) in &changes {
                bytes[*place] = *byte;
            }
            open_anything(&bytes);
        }
    }
}
