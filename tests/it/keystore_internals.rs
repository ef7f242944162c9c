//! What a keystore tells of its making, against what its maker was told to do.

use certwright::core::keystore::internals::{BagKind, FileEncoding, PasswordEncoding};
use certwright::core::keystore::{Jks, KeystoreInternals, Pfx};
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::text::Lang;
use certwright::text::keystore_internals::rows;

use crate::fixture;

fn keystore(name: &str) -> Vec<u8> {
    fixture::der(&fixture::folder("keystores").join(name))
}

fn opened(name: &str, password: &str) -> Pfx {
    let pfx = Pfx::parse(&keystore(name)).unwrap();
    pfx.open(&Secret::from(password), &Unwatched).unwrap();
    pfx
}

fn told(lang: Lang, internals: &KeystoreInternals) -> Vec<String> {
    let rows = rows(lang, internals);
    rows.iter()
        .map(|(label, value)| format!("{label}: {value}"))
        .collect()
}

#[test]
fn the_outside_shows_before_and_the_inside_after_opening() {
    // `openssl pkcs12 -info` says of this file: MAC sha1, RC2-40 around the certificates, 3DES around the key.
    let pfx = Pfx::parse(&keystore("openssl-legacy.pfx")).unwrap();
    let before = pfx.internals();
    assert_eq!(
        before.safes.first().map(|safe| safe.bags.is_none()),
        Some(true)
    );
    assert_eq!(before.password_encoding, None);
    assert_eq!(
        told(Lang::En, &KeystoreInternals::Pkcs12(before)),
        [
            "Format: PKCS#12, DER",
            "Keys: TripleDES-SHA1, 2048 rounds",
            "Encrypted part: RC2-40-CBC, 2048 rounds",
            "Integrity: HMAC-SHA1, 2048 rounds",
            "Contents: 1 key",
            "Friendly names: shop",
        ]
    );
    pfx.open(&Secret::from("changeit"), &Unwatched).unwrap();
    assert_eq!(
        told(Lang::En, &KeystoreInternals::Pkcs12(pfx.internals())),
        [
            "Format: PKCS#12, DER",
            "Keys: TripleDES-SHA1, 2048 rounds",
            "Certificates: RC2-40-CBC, 2048 rounds",
            "Integrity: HMAC-SHA1, 2048 rounds",
            "Password encoding: as the standard says",
            "Contents: 1 key, 2 certificates",
            "Friendly names: shop",
        ]
    );
}

#[test]
fn bags_carry_their_attributes_in_file_order() {
    let internals = opened("openssl-windows-attributes.pfx", "changeit").internals();
    let bags: Vec<_> = internals
        .safes
        .iter()
        .filter_map(|safe| safe.bags.as_ref())
        .flatten()
        .collect();
    let kinds: Vec<&BagKind> = bags.iter().map(|bag| &bag.kind).collect();
    assert_eq!(
        kinds,
        [
            &BagKind::Certificate,
            &BagKind::Certificate,
            &BagKind::ShroudedKey
        ]
    );
    let key = bags.last().unwrap();
    assert!(key.is_machine_key);
    assert_eq!(
        key.provider.as_deref(),
        Some("Microsoft RSA SChannel Cryptographic Provider")
    );
    assert_eq!(key.local_key_id, bags[0].local_key_id);
    let java = opened("keytool-truststore.p12", "changeit").internals();
    let mut bags = java.safes.iter().filter_map(|safe| safe.bags.as_ref());
    assert!(bags.all(|bags| bags.iter().all(|bag| bag.is_java_trusted)));
}

#[test]
fn encodings_of_file_and_password_are_told() {
    for (path, password, file, encoding) in [
        (
            "openssl-default.pfx",
            "changeit",
            FileEncoding::Der,
            Some(PasswordEncoding::Standard),
        ),
        (
            "nss-default.p12",
            "changeit",
            FileEncoding::Ber,
            Some(PasswordEncoding::Standard),
        ),
        (
            "gnutls-null-password.p12",
            "",
            FileEncoding::Der,
            Some(PasswordEncoding::Null),
        ),
        ("openssl-open.pfx", "", FileEncoding::Der, None),
    ] {
        let internals = opened(path, password).internals();
        assert_eq!(
            (internals.encoding, internals.password_encoding),
            (file, encoding),
            "{path}"
        );
    }
}

#[test]
fn pbmac1_and_a_missing_mac_are_told() {
    let mac = |name| Pfx::parse(&keystore(name)).unwrap().internals().mac;
    assert!(mac("pbmac1-sha256.pfx").is_some_and(|mac| mac.is_pbmac1));
    assert!(mac("openssl-default.pfx").is_some_and(|mac| !mac.is_pbmac1));
    assert_eq!(mac("openssl-nomac.pfx"), None);
}

#[test]
fn java_entries_are_told_in_file_order() {
    let store = Jks::parse(&keystore("keytool-everything.jceks")).unwrap();
    let internals = KeystoreInternals::Java(store.internals());
    let told = told(Lang::En, &internals);
    // keytool 17 protects JCEKS keys with 200,000 rounds.
    let expected = [
        "Format: JCEKS keystore",
        "shop: private key, 2 certificates, PBEWithMD5AndTripleDES, 200,000 rounds, ",
        "token: secret key, ",
        "root: trusted certificate, ",
    ];
    for expected in expected {
        assert!(
            told.iter().any(|line| line.starts_with(expected)),
            "{expected}: {told:#?}"
        );
    }
}

#[test]
fn no_english_is_left_in_the_chinese_rows() {
    for name in [
        "openssl-legacy.pfx",
        "nss-default.p12",
        "openssl-windows-attributes.pfx",
    ] {
        let internals = KeystoreInternals::Pkcs12(opened(name, "changeit").internals());
        for (label, value) in rows(Lang::Zh, &internals) {
            // Foreign names stay as they are.
            let is_foreign = ["友好名称", "Windows 提供程序"].contains(&label.as_str());
            let english = crate::words::english_runs(&value);
            assert!(is_foreign || english.is_empty(), "{label}: {english:?}");
            assert_eq!(certwright::text::prose::spaced(&value), value);
        }
    }
}
