//! Private keys in every form, judged by the public-key hashes that openssl and certtool computed.

use std::path::PathBuf;

use certwright::core::artifact::Fingerprint;
use certwright::core::der::{Reader, Tag};
use certwright::core::kdf::Hash;
use certwright::core::key::{KeyFault, PrivateKey, Proof, rsa};
use certwright::core::x509::public_key::{KeyInfo, PublicKeyParts, bits};
use certwright::core::x509::signature::{SignatureVerdict, verify};
use proptest::prelude::*;

use crate::fixture::{self, Entry};

fn folder() -> PathBuf {
    fixture::folder("keys")
}

/// Fixtures that are not encrypted, with their DER.
fn plain_keys() -> Vec<(Entry, Vec<u8>)> {
    fixture::manifest("keys")
        .into_iter()
        .filter(|entry| entry.password.is_none() && entry.spki_sha256.is_some())
        .map(|entry| {
            let der = fixture::der(&folder().join(&entry.path));
            (entry, der)
        })
        .collect()
}

fn key(name: &str) -> PrivateKey {
    PrivateKey::from_der(&fixture::der(&folder().join(name))).unwrap()
}

fn hash_of(bytes: &[u8]) -> String {
    let digest: [u8; 32] = Hash::Sha256.digest(&[bytes]).as_slice().try_into().unwrap();
    Fingerprint(digest).to_string()
}

/// Kinds whose public half is not computed here.
const WITHOUT_PUBLIC_HALF: [&str; 2] = ["ed448", "x25519"];

#[test]
fn every_form_has_the_public_half_that_openssl_computes() {
    let keys = plain_keys();
    assert!(keys.len() > 25, "only {} keys", keys.len());
    for (entry, der) in keys {
        let key =
            PrivateKey::from_der(&der).unwrap_or_else(|fault| panic!("{}: {fault}", entry.path));
        if WITHOUT_PUBLIC_HALF.contains(&entry.algorithm.as_str()) {
            assert!(key.spki.is_empty(), "{}", entry.path);
            continue;
        }
        assert_eq!(
            hash_of(&key.spki),
            entry.spki_sha256.unwrap(),
            "{}",
            entry.path
        );
    }
}

#[test]
fn keys_are_named_as_experts_name_them() {
    for (file, label) in [
        ("rsa1024-pkcs8.pem", "RSA 1024"),
        ("rsa4096-pkcs8.pem", "RSA 4096"),
        ("pss2048-pkcs8.pem", "RSA-PSS 2048"),
        ("p256-sec1.pem", "P-256"),
        ("p256-explicit-curve-pkcs8.pem", "P-256"),
        ("p384-pkcs8.pem", "P-384"),
        ("p521-pkcs8.pem", "P-521"),
        ("sm2-pkcs8.pem", "SM2"),
        ("ed25519-pkcs8.pem", "Ed25519"),
        ("ed448-pkcs8.pem", "Ed448"),
        ("x25519-pkcs8.pem", "X25519"),
        ("dsa-traditional.pem", "DSA 2048"),
    ] {
        assert_eq!(key(file).info.label(), label, "{file}");
    }
}

#[test]
fn a_key_is_proven_for_its_own_public_half() {
    for (entry, der) in plain_keys() {
        let key = PrivateKey::from_der(&der).unwrap();
        let expected = match entry.algorithm.as_str() {
            "dsa" => Proof::NotChecked("DSA 2048".to_owned()),
            other if WITHOUT_PUBLIC_HALF.contains(&other) => continue,
            _ => Proof::Proven,
        };
        assert_eq!(key.proof(&key.spki), expected, "{}", entry.path);
    }
}

#[test]
fn a_key_is_different_from_all_others() {
    let keys: Vec<_> = [
        "rsa2048-pkcs8.pem",
        "rsa3072-pkcs8.pem",
        "p256-pkcs8.pem",
        "sm2-pkcs8.pem",
    ]
    .into_iter()
    .chain([
        "p384-pkcs8.pem",
        "ed25519-pkcs8.pem",
        "ed448-pkcs8.pem",
        "dsa-pkcs8.pem",
    ])
    .map(key)
    .collect();
    for (number, one) in keys.iter().enumerate() {
        for other in keys.iter().skip(number + 1) {
            assert_eq!(one.proof(&other.spki), Proof::Different);
        }
    }
}

#[test]
fn forms_of_one_key_prove_each_other() {
    let pkcs8 = key("rsa2048-pkcs8.pem");
    assert_eq!(key("rsa2048-pkcs1.pem").proof(&pkcs8.spki), Proof::Proven);
    let sec1 = key("p256-sec1-no-public.pem");
    assert_eq!(sec1.proof(&key("p256-sec1.pem").spki), Proof::Proven);
}

#[test]
fn a_missing_null_in_the_public_half_makes_no_difference() {
    let key = key("rsa2048-pkcs8.pem");
    // SEQUENCE { SEQUENCE { OID, NULL }, BIT STRING }: drop the NULL and shorten both lengths.
    let with_null = [
        0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0,
    ];
    let mut spki = key.spki.to_vec();
    assert_eq!(&spki[4..19], with_null);
    spki.drain(17..19);
    spki[5] -= 2;
    spki[3] -= 2;
    assert_eq!(key.proof(&spki), Proof::Proven);
}

#[test]
fn a_private_number_that_does_not_fit_is_no_proof() {
    let good = key("rsa2048-pkcs1.pem");
    let mut der = fixture::der(&folder().join("rsa2048-pkcs1.der"));
    // The private exponent is the fourth number; its last byte is far behind the modulus and the exponent.
    let place = 4 + 3 + (4 + 257) + 5 + 200;
    der[place] ^= 0x10;
    let broken = PrivateKey::from_der(&der).unwrap();
    assert_eq!(broken.spki, good.spki);
    assert_eq!(broken.proof(&good.spki), Proof::Different);
}

#[test]
fn what_is_no_private_key_is_told_apart() {
    let fault = |name: &str| PrivateKey::from_der(&fixture::der(&folder().join(name))).err();
    assert_eq!(fault("pbes2-aes256.der"), Some(KeyFault::Encrypted));
    assert_eq!(fault("rsa2048-public.pem"), Some(KeyFault::NotAKey));
    assert_eq!(fault("rsa2048-public-pkcs1.pem"), Some(KeyFault::NotAKey));
    let certificate = fixture::der(&fixture::folder("").join("root.pem"));
    assert_eq!(
        PrivateKey::from_der(&certificate).err(),
        Some(KeyFault::NotAKey)
    );
    assert_eq!(
        PrivateKey::from_der(b"hello").err(),
        Some(KeyFault::NotAKey)
    );
}

/// Splits a signed structure: what is signed, algorithm with parameters, signature.
fn signed(der: &[u8]) -> (&[u8], String, &[u8], &[u8]) {
    let mut inside = Reader::new(der).sequence().unwrap();
    let tbs = inside.read().unwrap().whole;
    let (oid, parameters) = inside.algorithm().unwrap();
    (tbs, oid, parameters, inside.bits().unwrap())
}

/// The SubjectPublicKeyInfo of a certificate: the sixth field after the version.
fn spki_of(certificate: &[u8]) -> Vec<u8> {
    let mut tbs = Reader::new(signed(certificate).0).sequence().unwrap();
    tbs.optional(Tag::context(0)).unwrap();
    for _ in 0..5 {
        tbs.read().unwrap();
    }
    tbs.read().unwrap().whole.to_vec()
}

#[test]
fn the_hierarchy_of_the_fixtures_verifies() {
    let certificate = |name: &str| fixture::der(&fixture::folder("ca").join(name));
    for (below, above) in [
        ("root-r4.pem", "root-r4.pem"),
        ("root-r4-cross.pem", "root-r1.pem"),
        ("dv3.pem", "root-r4.pem"),
        ("ecc1.pem", "root-r4.pem"),
    ] {
        let (below, above) = (certificate(below), certificate(above));
        let (tbs, oid, parameters, signature) = signed(&below);
        let spki = spki_of(&above);
        assert_eq!(
            verify(&spki, &oid, parameters, tbs, signature),
            SignatureVerdict::Valid
        );
        let mut other = tbs.to_vec();
        *other.last_mut().unwrap() ^= 1;
        let verdict = verify(&spki, &oid, parameters, &other, signature);
        assert_eq!(verdict, SignatureVerdict::Invalid);
    }
}

#[test]
fn old_and_foreign_algorithms_are_not_checked() {
    let spki = key("rsa2048-pkcs8.pem").spki;
    let verdict = |oid: &str| verify(&spki, oid, &[], b"tbs", &[0; 256]);
    let not_checked = |name: &str| SignatureVerdict::NotChecked(name.to_owned());
    assert_eq!(verdict("1.2.840.113549.1.1.2"), not_checked("RSA with MD2"));
    assert_eq!(verdict("2.16.840.1.101.3.4.3.18"), not_checked("ML-DSA-65"));
    assert_eq!(verdict("1.2.3.4"), not_checked("1.2.3.4"));
}

/// Self-signed certificates that openssl verifies, by algorithm.
fn self_signed() -> Vec<(String, Vec<u8>)> {
    let folder = fixture::folder("certs/forms");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut found: Vec<_> = files
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            (name.starts_with("signed-") && name.ends_with(".pem"))
                .then(|| (name, fixture::der(&path)))
        })
        .collect();
    found.sort();
    assert!(found.len() >= 15, "{}", found.len());
    found
}

#[test]
fn every_common_algorithm_verifies_and_the_rest_is_named() {
    for (name, der) in self_signed() {
        let (tbs, oid, parameters, signature) = signed(&der);
        let verdict = verify(&spki_of(&der), &oid, parameters, tbs, signature);
        let expected = match name.as_str() {
            "signed-ed448.pem" => SignatureVerdict::NotChecked("Ed448".to_owned()),
            _ => SignatureVerdict::Valid,
        };
        assert_eq!(verdict, expected, "{name}");
        if expected == SignatureVerdict::Valid {
            let mut other = tbs.to_vec();
            other[20] ^= 1;
            let verdict = verify(&spki_of(&der), &oid, parameters, &other, signature);
            assert_eq!(verdict, SignatureVerdict::Invalid, "{name}");
        }
    }
}

#[test]
fn plain_numbers_agree_with_the_library() {
    for (name, der) in self_signed() {
        let (tbs, oid, parameters, signature) = signed(&der);
        let spki = spki_of(&der);
        let parts = PublicKeyParts::from_spki(&spki).unwrap();
        let Ok((modulus, exponent)) = parts.rsa() else {
            continue;
        };
        let message = rsa::recover(modulus, exponent, signature).unwrap().unwrap();
        let is_encoding = |tbs: &[u8]| match oid.as_str() {
            "1.2.840.113549.1.1.10" => {
                let pss = rsa::Pss::from_der(parameters).unwrap();
                let digest = pss.hash.digest(&[tbs]);
                pss.is_encoding(&message, bits(modulus).into(), &digest)
            }
            _ => [Hash::Sha1, Hash::Sha256, Hash::Sha384, Hash::Sha512]
                .into_iter()
                .any(|hash| rsa::is_pkcs1_encoding(&message, hash, &hash.digest(&[tbs]))),
        };
        assert_eq!(is_encoding(tbs), !name.contains("md5"), "{name}");
        assert!(!is_encoding(b"something else"), "{name}");
    }
}

#[test]
fn requests_verify_under_their_own_key_as_openssl_says() {
    for (name, expected) in [
        ("certtool.pem", SignatureVerdict::Valid),
        ("keytool.pem", SignatureVerdict::Valid),
        ("microsoft-like.pem", SignatureVerdict::Valid),
        ("openssl-ed25519.pem", SignatureVerdict::Valid),
        ("openssl-p384.pem", SignatureVerdict::Valid),
        ("openssl-pss.pem", SignatureVerdict::Valid),
        ("openssl-sha1.pem", SignatureVerdict::Valid),
        // openssl verifies it only when told the identity.
        ("openssl-sm2.pem", SignatureVerdict::Valid),
        ("signature-wrong.pem", SignatureVerdict::Invalid),
    ] {
        let der = fixture::der(&fixture::folder("certs/requests").join(name));
        let (tbs, oid, parameters, signature) = signed(&der);
        let mut fields = Reader::new(tbs).sequence().unwrap();
        fields.read().unwrap();
        fields.read().unwrap();
        let spki = fields.read().unwrap().whole;
        assert_eq!(
            verify(spki, &oid, parameters, tbs, signature),
            expected,
            "{name}"
        );
    }
}

#[test]
fn public_keys_are_named_whatever_they_are() {
    for (name, label) in [
        ("key-brainpool.pem", "brainpoolP256r1"),
        ("key-dsa.pem", "DSA 2048"),
        ("key-ed448.pem", "Ed448"),
        ("key-ml-dsa-65.pem", "ML-DSA-65"),
        ("key-p224.pem", "P-224"),
        ("key-p256-explicit.pem", "P-256"),
        ("key-pss2048.pem", "RSA-PSS 2048"),
        ("key-rsa-20000-bits.pem", "RSA 20000"),
        ("key-rsa-exponent-3.pem", "RSA 2048"),
        ("key-secp256k1.pem", "secp256k1"),
        ("key-sm2.pem", "SM2"),
        ("key-x25519.pem", "X25519"),
    ] {
        let der = fixture::der(&fixture::folder("certs/forms").join(name));
        assert_eq!(KeyInfo::from_spki(&spki_of(&der)).label(), label, "{name}");
    }
}

#[test]
fn a_modulus_beyond_the_limit_is_not_checked() {
    let der = fixture::der(&fixture::folder("certs/forms").join("key-rsa-20000-bits.pem"));
    let verdict = verify(
        &spki_of(&der),
        "1.2.840.113549.1.1.11",
        &[],
        b"tbs",
        &[1; 2500],
    );
    assert_eq!(
        verdict,
        SignatureVerdict::NotChecked("RSA with SHA-256".to_owned())
    );
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_never_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        drop(PrivateKey::from_der(&bytes));
        drop(KeyInfo::from_spki(&bytes).label());
        drop(verify(&bytes, "1.2.840.113549.1.1.11", &bytes, &bytes, &bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn damaged_keys_are_never_a_panic(
        number in 0usize..1000,
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let keys = plain_keys();
        let (_, mut der) = keys.into_iter().nth(number % 27).unwrap();
        for (place, byte) in changes {
            *place.get_mut(&mut der) = byte;
        }
        if let Ok(key) = PrivateKey::from_der(&der) {
            drop(key.proof(&key.spki));
        }
    }
}
