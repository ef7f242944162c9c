//! Keystores and encrypted keys that openssl, keytool, certtool and pk12util made.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use certwright::core::artifact::Fingerprint;
use certwright::core::kdf::Hash;
use certwright::core::key::Proof;
use certwright::core::keystore::{
    EncryptedKey, Jks, KeyAttributes, OpenFault, Opened, OtherEntry, OtherKind, Pfx,
};
use certwright::core::limits;
use certwright::core::progress::{Progress, Stage, Unwatched};
use certwright::core::secret::Secret;
use p12_keystore::Pkcs12Archive;

use crate::fixture::{self, Entry};

pub fn keystore(name: &str) -> Vec<u8> {
    fixture::der(&fixture::folder("keystores").join(name))
}

fn of_format(format: &str) -> Vec<Entry> {
    let mut entries = fixture::manifest("keystores");
    entries.retain(|entry| entry.format == format && !entry.path.starts_with("hostile"));
    assert!(!entries.is_empty());
    entries
}

fn count(entry: &Entry, kind: &str) -> usize {
    let entries = entry.entries.iter().flatten();
    entries.filter(|entry| entry.kind == kind).count()
}

/// SubjectPublicKeyInfo of a certificate in DER.
fn spki_of(certificate: &[u8]) -> Vec<u8> {
    use certwright::core::der::{Reader, Tag};
    let mut tbs = Reader::new(certificate)
        .sequence()
        .unwrap()
        .sequence()
        .unwrap();
    tbs.optional(Tag::context(0)).unwrap();
    for _ in 0..5 {
        tbs.read().unwrap();
    }
    tbs.read().unwrap().whole.to_vec()
}

/// What a PFX of the fixtures must hold.
fn assert_holds(opened: &Opened, entry: &Entry) {
    let path = &entry.path;
    assert_eq!(opened.keys.len(), count(entry, "key"), "{path}: keys");
    assert_eq!(
        opened.other_entries.len(),
        count(entry, "secret"),
        "{path}: secrets"
    );
    assert!(opened.locked_keys.is_empty(), "{path}: locked");
    let trusted = opened.certificates.iter().filter(|found| found.trusted);
    assert_eq!(trusted.count(), count(entry, "trusted"), "{path}: trusted");
    let expected = entry.entries.iter().flatten();
    for (key, expected) in opened.keys.iter().zip(expected) {
        assert_eq!(key.alias, expected.alias, "{path}: alias");
        let proven = |der: &Vec<u8>| key.key.proof(&spki_of(der)) == Proof::Proven;
        let owned = opened
            .certificates
            .iter()
            .filter(|found| proven(&found.der));
        assert_eq!(owned.count(), expected.chain.min(1), "{path}: leaf");
    }
}

/// Ciphers that are named, not read.
const UNSUPPORTED: [(&str, &str); 2] = [
    (
        "openssl-pbes2-camellia-256-cbc.pfx",
        "PBES2 CAMELLIA-256-CBC",
    ),
    ("openssl-pbes2-aria-256-cbc.pfx", "PBES2 ARIA-256-CBC"),
];

#[test]
fn every_pfx_opens_with_its_password() {
    for entry in of_format("pkcs12") {
        let pfx = Pfx::parse(&keystore(&entry.path))
            .unwrap_or_else(|fault| panic!("{}: {fault}", entry.path));
        let secret = Secret::from(entry.password.as_deref().unwrap_or_default());
        let unsupported = UNSUPPORTED.iter().find(|(path, _)| *path == entry.path);
        if entry.path == "damaged-content.pfx" {
            assert!(!pfx.check_mac(&secret, &Unwatched).unwrap());
            continue;
        }
        assert_eq!(
            pfx.check_mac(&secret, &Unwatched),
            Ok(pfx.has_mac()),
            "{}",
            entry.path
        );
        match (pfx.open(&secret, &Unwatched), unsupported) {
            (Ok(opened), None) => assert_holds(&opened, &entry),
            (Err(fault), Some((_, cipher))) => {
                assert_eq!(
                    fault,
                    OpenFault::Unsupported {
                        cipher: (*cipher).to_owned()
                    }
                );
            }
            (Err(fault), None) => panic!("{}: {fault}", entry.path),
            (Ok(_), Some(_)) => panic!("{} opened", entry.path),
        }
    }
}

/// Files that p12-keystore 0.4.1 refuses, each for a reason of its own.
const REFUSED_ELSEWHERE: [&str; 16] = [
    "gnutls-null-password.p12",
    "nss-3des-rc2.p12",
    "nss-aes128.p12",
    "nss-default.p12",
    "openssl-emoji-password-3des.pfx",
    "openssl-emoji-password.pfx",
    "openssl-mac-md5.pfx",
    "openssl-password-as-bytes.pfx",
    "openssl-pbe-md5-des.pfx",
    "openssl-pbe-sha1-2des.pfx",
    "openssl-pbe-sha1-des.pfx",
    "openssl-pbe-sha1-rc2-128.pfx",
    "openssl-pbe-sha1-rc4-128.pfx",
    "openssl-pbe-sha1-rc4-40.pfx",
    "openssl-pbes2-rc2-cbc.pfx",
    "pbmac1-sha256.pfx",
];

#[test]
fn another_reader_finds_the_same_in_the_same_files() {
    let mut refused = Vec::new();
    for entry in of_format("pkcs12") {
        let bytes = keystore(&entry.path);
        let password = entry.password.as_deref().unwrap_or_default();
        let ours = Pfx::parse(&bytes).and_then(|pfx| pfx.open(&Secret::from(password), &Unwatched));
        let (ours, theirs) = match (ours, Pkcs12Archive::from_pkcs12(&bytes, password)) {
            (Ok(ours), Ok(theirs)) => (ours, theirs),
            (Ok(_), Err(_)) => {
                refused.push(entry.path);
                continue;
            }
            (Err(fault), theirs) => {
                assert!(theirs.is_err(), "{}: {fault}", entry.path);
                continue;
            }
        };
        let certificates = theirs.certs.iter().map(|bag| bag.cert.as_der().to_vec());
        let our_certificates = ours.certificates.iter().map(|found| found.der.clone());
        assert_eq!(
            sorted(our_certificates),
            sorted(certificates),
            "{}",
            entry.path
        );
        let keys = theirs.keys.iter().map(|bag| bag.key.as_der().to_vec());
        let our_keys = ours.keys.iter().map(|found| found.key.pkcs8.to_vec());
        assert_eq!(sorted(our_keys), sorted(keys), "{}", entry.path);
    }
    refused.sort();
    assert_eq!(refused, REFUSED_ELSEWHERE);
}

fn sorted(values: impl Iterator<Item = Vec<u8>>) -> Vec<Vec<u8>> {
    let mut values: Vec<_> = values.collect();
    values.sort();
    values
}

#[test]
fn a_wrong_password_is_told_as_such() {
    let wrong = Secret::from("not the password");
    for entry in of_format("pkcs12") {
        let pfx = Pfx::parse(&keystore(&entry.path)).unwrap();
        assert_eq!(
            pfx.check_mac(&wrong, &Unwatched),
            Ok(false),
            "{}",
            entry.path
        );
        if pfx.has_mac() && UNSUPPORTED.iter().all(|(path, _)| *path != entry.path) {
            let fault = pfx.open(&wrong, &Unwatched).err();
            assert_eq!(fault, Some(OpenFault::WrongPassword), "{}", entry.path);
        }
    }
    let no_mac = Pfx::parse(&keystore("openssl-nomac.pfx")).unwrap();
    assert_eq!(
        no_mac.open(&wrong, &Unwatched).err(),
        Some(OpenFault::WrongPassword)
    );
}

#[test]
fn protection_is_told_in_words_of_the_format() {
    for (path, words) in [
        (
            "openssl-default.pfx",
            "PBES2 AES-256-CBC, HMAC-SHA256, 2048 iterations; MAC HMAC-SHA256, 2048 iterations",
        ),
        (
            "openssl-legacy.pfx",
            "PKCS#12 RC2-40-CBC, SHA-1, 2048 iterations; PKCS#12 3DES-CBC, SHA-1, 2048 iterations; \
             MAC HMAC-SHA1, 2048 iterations",
        ),
        ("openssl-open.pfx", "not encrypted; no MAC"),
        (
            "openssl-not-encrypted.pfx",
            "not encrypted; MAC HMAC-SHA256, 2048 iterations",
        ),
        (
            "pbmac1-sha256.pfx",
            "PBES2 AES-256-CBC, HMAC-SHA256, 2048 iterations; PBMAC1 HMAC-SHA256, HMAC-SHA256, 2048 iterations",
        ),
    ] {
        assert_eq!(
            Pfx::parse(&keystore(path)).unwrap().protection(),
            words,
            "{path}"
        );
    }
}

#[test]
fn what_windows_keeps_beside_a_key_is_read() {
    let open = |path: &str| {
        let pfx = Pfx::parse(&keystore(path)).unwrap();
        pfx.open(&Secret::from("changeit"), &Unwatched).unwrap()
    };
    let windows = open("openssl-windows-attributes.pfx");
    let [key] = windows.keys.as_slice() else {
        panic!("{} keys", windows.keys.len());
    };
    // The arguments of `openssl pkcs12 -export -CSP … -LMK` in the script that made the file.
    let expected = KeyAttributes {
        provider: Some("Microsoft RSA SChannel Cryptographic Provider".into()),
        is_machine_key: true,
    };
    assert_eq!(key.attributes, expected);
    // openssl ties key and leaf by the SHA-1 of the leaf.
    let leaf = windows
        .certificates
        .iter()
        .find(|held| held.local_key_id.is_some());
    let leaf = leaf.expect("a leaf with localKeyID");
    assert_eq!(leaf.local_key_id, key.local_key_id);
    let digest = Hash::Sha1.digest(&[&leaf.der]).to_vec();
    assert_eq!(key.local_key_id.as_ref(), Some(&digest));
    let plain = open("openssl-default.pfx");
    assert!(
        plain
            .keys
            .iter()
            .all(|key| key.attributes == KeyAttributes::default())
    );
}

#[test]
fn secrets_of_a_keystore_are_listed_by_name() {
    let secret = |alias: &str| OtherEntry {
        kind: OtherKind::Secret,
        alias: Some(alias.to_owned()),
    };
    let pfx = Pfx::parse(&keystore("keytool-everything.p12")).unwrap();
    let opened = pfx.open(&Secret::from("changeit"), &Unwatched).unwrap();
    assert_eq!(opened.other_entries, [secret("token")]);
    let store = Jks::parse(&keystore("keytool-everything.jceks")).unwrap();
    assert_eq!(store.other_entries(), [secret("token")]);
}

#[test]
fn costs_are_known_before_anything_is_derived() {
    let cost = |path: &str| {
        let pfx = Pfx::parse(&keystore(path)).unwrap();
        (pfx.mac_cost().iterations, pfx.cost().iterations)
    };
    // MAC, certificates and key: three derivations of 2048 rounds.
    assert_eq!(cost("openssl-default.pfx"), (2048, 3 * 2048));
    assert_eq!(cost("openssl-open.pfx"), (0, 0));
    // RC2-40: key and vector; 3DES: two blocks of SHA-1 and a vector.
    assert_eq!(cost("openssl-legacy.pfx"), (2048, (1 + 2 + 3) * 2048));
}

#[test]
fn what_is_not_encrypted_shows_without_a_password() {
    let visible = |path: &str| Pfx::parse(&keystore(path)).unwrap().open_visible().unwrap();
    let java = visible("keytool-truststore-no-password.p12");
    assert_eq!(java.certificates.len(), 1);
    assert!(java.certificates[0].trusted);
    let plain = visible("openssl-certificates-not-encrypted.pfx");
    assert_eq!((plain.certificates.len(), plain.keys.len()), (2, 0));
    assert_eq!(visible("openssl-not-encrypted.pfx").keys.len(), 1);
    assert!(visible("openssl-default.pfx").certificates.is_empty());
    assert!(
        !Pfx::parse(&keystore("openssl-open.pfx"))
            .unwrap()
            .is_encrypted()
    );
}

#[test]
fn a_hostile_mac_costs_nothing() {
    let pfx = Pfx::parse(&keystore("hostile-100-million-mac-rounds.pfx")).unwrap();
    assert_eq!(pfx.mac_cost().iterations, 100_000_000);
    let answer = pfx.check_mac(&Secret::from("changeit"), &Unwatched);
    assert_eq!(
        answer,
        Err(OpenFault::LimitReached {
            limit: "kdf_iterations",
            allowed: limits::KDF_ITERATIONS,
            seen: 100_000_000
        })
    );
}

#[test]
fn truncated_and_foreign_files_are_damaged() {
    let whole = keystore("openssl-default.pfx");
    for length in [0, 1, 20, whole.len() / 2, whole.len() - 1] {
        let answer = Pfx::parse(&whole[..length]);
        assert!(
            matches!(answer.err(), Some(OpenFault::Damaged { .. })),
            "{length}"
        );
    }
    let certificate = fixture::der(&fixture::folder("").join("root.pem"));
    assert!(matches!(
        Pfx::parse(&certificate).err(),
        Some(OpenFault::Damaged { .. })
    ));
    let jks = keystore("keytool-one-key.jks");
    for length in [0, 8, 100, jks.len() - 1] {
        let answer = Jks::parse(&jks[..length]);
        assert!(
            matches!(answer.err(), Some(OpenFault::Damaged { .. })),
            "{length}"
        );
    }
}

/// Counts how often it is asked and never cancels.
#[derive(Default)]
struct Counting(AtomicUsize);

impl Progress for Counting {
    fn report(&self, _stage: Stage, _done: u64, _total: u64) {}
    fn is_cancelled(&self) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed);
        false
    }
}

#[test]
fn the_mac_is_not_derived_again_when_opening() {
    let pfx = Pfx::parse(&keystore("openssl-100000-rounds.pfx")).unwrap();
    let secret = Secret::from("changeit");
    let (mac, open) = (Counting::default(), Counting::default());
    assert!(pfx.check_mac(&secret, &mac).unwrap());
    pfx.open(&secret, &open).unwrap();
    let (mac, open) = (mac.0.into_inner(), open.0.into_inner());
    assert!(mac > 20, "{mac}");
    // Certificates and key: twice the MAC's work.
    assert!((2 * mac - 4..=2 * mac + 4).contains(&open), "{mac} {open}");
}

#[test]
fn entries_behind_a_secret_key_are_read() {
    let store = Jks::parse(&keystore("keytool-everything.jceks")).unwrap();
    assert_eq!((store.key_entries(), store.other_entries().len()), (1, 1));
    assert_eq!(
        store.certificates().filter(|found| found.trusted).count(),
        1
    );
    let secret = Secret::from("its-own-password");
    assert_eq!(
        store.open_keys(&secret, &BTreeSet::new(), &Unwatched).len(),
        1
    );
}

fn encrypted_keys(forms: &[&str]) -> Vec<Entry> {
    let mut entries = fixture::manifest("keys");
    entries.retain(|entry| forms.contains(&entry.form.as_str()) && entry.password.is_some());
    entries.retain(|entry| !entry.path.starts_with("hostile"));
    assert!(!entries.is_empty());
    entries
}

fn hash_of(bytes: &[u8]) -> String {
    let digest: [u8; 32] = Hash::Sha256.digest(&[bytes]).as_slice().try_into().unwrap();
    Fingerprint(digest).to_string()
}

#[test]
fn every_encrypted_key_opens_with_its_password_and_no_other() {
    for entry in encrypted_keys(&["pbes2", "pbes1", "pkcs12-pbe"]) {
        let path = &entry.path;
        let key = match EncryptedKey::parse(&fixture::der(&fixture::folder("keys").join(path))) {
            Ok(key) => key,
            Err(OpenFault::Unsupported { cipher }) => {
                let named = ["CAMELLIA-256", "ARIA-256", "SM4"]
                    .iter()
                    .any(|name| cipher.contains(name));
                assert!(named, "{path}: {cipher}");
                continue;
            }
            Err(fault) => panic!("{path}: {fault}"),
        };
        let secret = Secret::from(entry.password.as_deref().unwrap());
        let opened = key
            .open(&secret, &Unwatched)
            .unwrap_or_else(|fault| panic!("{path}: {fault}"));
        assert_eq!(hash_of(&opened.spki), entry.spki_sha256.unwrap(), "{path}");
        let wrong = key.open(&Secret::from("wrong"), &Unwatched).err();
        assert_eq!(wrong, Some(OpenFault::WrongPassword), "{path}");
    }
}

#[test]
fn encrypted_keys_name_their_protection_and_cost() {
    for (path, words, cost) in [
        (
            "pbes2-aes256-sha256.pem",
            "PBES2 AES-256-CBC, HMAC-SHA256, 2048 iterations",
            2048,
        ),
        (
            "pbes2-3des-sha1.pem",
            "PBES2 3DES-CBC, HMAC-SHA1, 2048 iterations",
            4096,
        ),
        (
            "pbes2-600000-rounds.pem",
            "PBES2 AES-256-CBC, HMAC-SHA256, 600000 iterations",
            600_000,
        ),
        (
            "pbes2-scrypt.pem",
            "PBES2 AES-256-CBC, scrypt N=16384 r=8 p=1",
            4 * 16_384 * 8,
        ),
        (
            "pkcs12-pbe-sha1-3des.pem",
            "PKCS#12 3DES-CBC, SHA-1, 2048 iterations",
            3 * 2048,
        ),
        (
            "pbes1-md5-des.pem",
            "PBES1 DES-CBC, MD5, 2048 iterations",
            2048,
        ),
    ] {
        let key = EncryptedKey::parse(&fixture::der(&fixture::folder("keys").join(path))).unwrap();
        assert_eq!(
            (key.protection().as_str(), key.cost().iterations),
            (words, cost),
            "{path}"
        );
    }
}

#[test]
fn hostile_keys_cost_nothing() {
    for (path, name) in [
        ("hostile-20-million-rounds.pem", "kdf_iterations"),
        ("hostile-scrypt-1-gib.pem", "scrypt_bytes"),
    ] {
        let key = EncryptedKey::parse(&fixture::der(&fixture::folder("keys").join(path))).unwrap();
        let answer = key.open(&Secret::from("key-password"), &Unwatched).err();
        assert!(
            matches!(answer, Some(OpenFault::LimitReached { limit, .. }) if limit == name),
            "{path}"
        );
    }
}

#[test]
fn old_pem_keys_open_with_their_password() {
    for entry in encrypted_keys(&["proc-type"]) {
        let path = fixture::folder("keys").join(&entry.path);
        let text = std::fs::read_to_string(&path).unwrap();
        let (_, header) = text.split_once("DEK-Info: ").unwrap();
        let (header, _) = header.split_once('\n').unwrap();
        let key = match EncryptedKey::from_legacy_pem(header, &fixture::der(&path)) {
            Ok(key) => key,
            Err(OpenFault::Unsupported { cipher }) => {
                assert_eq!(cipher, "PEM CAMELLIA-256-CBC");
                continue;
            }
            Err(fault) => panic!("{}: {fault}", entry.path),
        };
        let secret = Secret::from(entry.password.as_deref().unwrap());
        let opened = key.open(&secret, &Unwatched).unwrap();
        assert_eq!(
            hash_of(&opened.spki),
            entry.spki_sha256.unwrap(),
            "{}",
            entry.path
        );
        let wrong = key.open(&Secret::from("wrong"), &Unwatched).err();
        assert_eq!(wrong, Some(OpenFault::WrongPassword), "{}", entry.path);
    }
}
