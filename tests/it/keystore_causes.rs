//! Why a keystore does not open, end to end: each cause has an id, evidence and words of its own.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use certwright::core::artifact::{Content, Lock};
use certwright::core::bundle::story::Headline;
use certwright::core::bundle::{Inspection, unlock};
use certwright::core::der;
use certwright::core::finding::Id;
use certwright::core::keystore::{ChecksumFault, EncryptedKey, OpenFault, Pfx};
use certwright::core::op::Request;
use certwright::core::progress::Unwatched;
use certwright::core::secret::Secret;
use certwright::text::{Lang, finding};
use proptest::prelude::*;
use serde_json::Value;

use crate::fixture;
use crate::support::{ids, inspect, request, run};

const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const ENVELOPED_DATA: &str = "1.2.840.113549.1.7.3";

fn evidence(inspection: &Inspection, id: &str) -> Value {
    let id = Id::parse(id).unwrap();
    let mut findings = inspection.findings().iter();
    let finding = findings.find(|finding| finding.id() == id);
    finding
        .unwrap_or_else(|| panic!("{:?}", ids(inspection)))
        .fact
        .evidence()
}

fn message(inspection: &Inspection, id: &str) -> String {
    let id = Id::parse(id).unwrap();
    let mut findings = inspection.findings().iter();
    let finding = findings.find(|finding| finding.id() == id).unwrap();
    finding::words(Lang::En, finding).message
}

/// Inspects bytes as a file of this name.
fn inspect_bytes(name: &str, bytes: &[u8], passwords: &[&str]) -> Arc<Inspection> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    run(Request::Inspect(request(&[path], passwords)))
}

fn lock_of(inspection: &Inspection) -> Lock {
    let mut locks = inspection.artifacts.iter();
    let lock = locks.find_map(|artifact| match &artifact.content {
        Content::Keystore { lock, .. } => Some(lock.clone()),
        _ => None,
    });
    lock.unwrap()
}

fn content_info(oid: &str, content: &[u8]) -> Vec<u8> {
    let content = der::tlv(der::Tag::context(0), &[content]);
    der::sequence(&[&der::oid(oid), &content])
}

/// A PFX without a MAC around these ContentInfos.
fn pfx(safes: &[Vec<u8>]) -> Vec<u8> {
    let safes: Vec<&[u8]> = safes.iter().map(Vec::as_slice).collect();
    let authenticated = der::octet_string(&der::sequence(&safes));
    der::sequence(&[&der::integer(3), &content_info(DATA, &authenticated)])
}

fn bag(oid: &str, value: &[u8]) -> Vec<u8> {
    der::sequence(&[&der::oid(oid), &der::tlv(der::Tag::context(0), &[value])])
}

fn plain_safe(bags: &[Vec<u8>]) -> Vec<u8> {
    let bags: Vec<&[u8]> = bags.iter().map(Vec::as_slice).collect();
    content_info(DATA, &der::octet_string(&der::sequence(&bags)))
}

fn certificate_bag() -> Vec<u8> {
    let certificate = fixture::der(&fixture::folder("").join("root.pem"));
    let value = der::tlv(der::Tag::context(0), &[&der::octet_string(&certificate)]);
    let cert_bag = der::sequence(&[&der::oid("1.2.840.113549.1.9.22.1"), &value]);
    bag("1.2.840.113549.1.12.10.1.3", &cert_bag)
}

/// A secret bag as wincrypt.h names it, around the shape of a DPAPI-NG blob: EnvelopedData with the
/// protection descriptor `SID=…` (1.3.6.1.4.1.311.74.1).
fn wrapped_password(account: &str) -> Vec<u8> {
    let utf8 = |text: &str| der::tlv(der::Tag::UTF8_STRING, &[text.as_bytes()]);
    let rule = der::sequence(&[&der::sequence(&[&der::sequence(&[
        &utf8("SID"),
        &utf8(account),
    ])])]);
    let descriptor = der::sequence(&[&der::oid("1.3.6.1.4.1.311.74.1.1"), &rule]);
    let attribute = der::sequence(&[&der::oid("1.3.6.1.4.1.311.74.1"), &descriptor]);
    let blob = content_info(
        ENVELOPED_DATA,
        &der::sequence(&[&der::integer(2), &attribute]),
    );
    let value = der::tlv(der::Tag::context(0), &[&der::octet_string(&blob)]);
    let secret = der::sequence(&[&der::oid("1.3.6.1.4.1.311.17.4"), &value]);
    bag("1.2.840.113549.1.12.10.1.5", &secret)
}

/// The shrouded key bag of an encrypted PKCS#8 fixture.
fn key_bag(name: &str) -> Vec<u8> {
    let key = fixture::der(&fixture::folder("keys").join(name));
    bag("1.2.840.113549.1.12.10.1.2", &key)
}

#[test]
fn a_wrong_password_is_a_wrong_password() {
    let inspection = inspect("keystores/openssl-default.pfx", &["wrong"]);
    assert_eq!(ids(&inspection), ["keystore_password_wrong"]);
    let evidence = evidence(&inspection, "keystore_password_wrong");
    assert_eq!(evidence["has_checksum"], true);
}

#[test]
fn without_a_checksum_nobody_says_that_the_password_is_wrong() {
    let inspection = inspect("keystores/openssl-nomac.pfx", &["wrong"]);
    assert!(ids(&inspection).contains(&"keystore_no_mac"));
    let evidence = evidence(&inspection, "keystore_password_wrong");
    assert_eq!(evidence["has_checksum"], false);
}

#[test]
fn a_cipher_that_is_not_read_is_named_before_any_password() {
    for (path, cipher) in [
        (
            "openssl-pbes2-camellia-256-cbc.pfx",
            "PBES2 CAMELLIA-256-CBC",
        ),
        ("openssl-pbes2-aria-256-cbc.pfx", "PBES2 ARIA-256-CBC"),
    ] {
        for passwords in [&[][..], &["wrong"], &["changeit"]] {
            let inspection = inspect(&format!("keystores/{path}"), passwords);
            assert_eq!(ids(&inspection), ["keystore_cipher_unsupported"], "{path}");
            let evidence = evidence(&inspection, "keystore_cipher_unsupported");
            assert_eq!(evidence["cipher"], cipher);
            // Nobody says that there is no certificate in what was not read.
            let headline = Headline::Problems {
                errors: 0,
                warnings: 1,
            };
            assert_eq!(inspection.story.headline, headline);
        }
    }
}

#[test]
fn a_file_that_was_changed_is_told_from_a_wrong_password() {
    let changed = "keystores/damaged-content.pfx";
    let inspection = inspect(changed, &["changeit"]);
    assert_eq!(ids(&inspection), ["keystore_checksum_wrong"]);
    let evidence = evidence(&inspection, "keystore_checksum_wrong");
    assert_eq!(evidence["cause"], "content_opens");
    let inspection = inspect(changed, &["wrong"]);
    assert_eq!(ids(&inspection), ["keystore_password_wrong"]);
}

#[test]
fn truncated_files_are_damaged_whatever_the_password() {
    let whole = fs::read(fixture::folder("keystores").join("openssl-default.pfx")).unwrap();
    let inspection = inspect_bytes("half.pfx", &whole[..whole.len() / 2], &["changeit"]);
    assert!(ids(&inspection).contains(&"file_not_understood"));
    assert!(!ids(&inspection).contains(&"keystore_password_wrong"));
}

#[test]
fn a_java_key_with_a_password_of_its_own_is_named() {
    for (path, alias) in [
        ("keytool-key-password.jks", "shop"),
        ("keytool-everything.jceks", "shop"),
    ] {
        let path = format!("keystores/{path}");
        let inspection = inspect(&path, &["changeit"]);
        assert!(
            !ids(&inspection).contains(&"keystore_password_wrong"),
            "{path}"
        );
        let evidence = evidence(&inspection, "key_password_wrong");
        assert_eq!(evidence["entries"], serde_json::json!([alias]), "{path}");
        assert_eq!(evidence["tried"], 1);
        let both = inspect(&path, &["changeit", "its-own-password"]);
        assert!(!ids(&both).contains(&"key_password_wrong"), "{path}");
        assert!(matches!(lock_of(&both), Lock::Open(_)));
    }
}

#[test]
fn a_key_bag_with_a_password_of_its_own_opens_with_it() {
    // By the rule of RFC 7292: a plain certificate beside a shrouded key, and another password fitting no MAC.
    let store = pfx(&[plain_safe(&[
        certificate_bag(),
        key_bag("pbes2-aes256-sha256.pem"),
        key_bag("pbes2-spaces-in-password.pem"),
    ])]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.pfx");
    fs::write(&path, store).unwrap();
    let manifest = fixture::manifest("keys");
    let password = |name: &str| {
        let entry = manifest.iter().find(|entry| entry.path == name).unwrap();
        entry.password.clone().unwrap()
    };
    let first = password("pbes2-aes256-sha256.pem");
    let second = password("pbes2-spaces-in-password.pem");
    assert_ne!(first, second);
    let before = run(Request::Inspect(request(&[path], &[&first])));
    let evidence = evidence(&before, "key_password_wrong");
    assert_eq!(evidence["kind"], "pfx");
    assert_eq!(before.locked.len(), 1);
    let after = run(Request::Unlock(unlock::Request {
        inspection: before,
        group: 0,
        secret: Arc::new(Secret::from(second.as_str())),
    }));
    assert!(!ids(&after).contains(&"key_password_wrong"));
    let keys = after.artifacts.iter().filter(|one| one.key().is_some());
    assert_eq!(keys.count(), 2);
}

#[test]
fn a_file_for_windows_accounts_names_them() {
    // No sample of Windows is at hand: made by the rule of wincrypt.h and of DPAPI-NG's descriptor.
    let account = "S-1-5-21-1004336348-1177238915-682003330-512";
    let store = pfx(&[
        plain_safe(&[certificate_bag(), wrapped_password(account)]),
        plain_safe(&[key_bag("pbes2-aes256-sha256.pem")]),
    ]);
    for passwords in [&[][..], &["wrong"]] {
        let inspection = inspect_bytes("group.pfx", &store, passwords);
        let evidence = evidence(&inspection, "keystore_account_needed");
        assert_eq!(evidence["accounts"], serde_json::json!([account]));
        assert!(!ids(&inspection).contains(&"keystore_password_wrong"));
        assert!(!ids(&inspection).contains(&"password_file_absent"));
    }
}

#[test]
fn nested_parts_revocation_lists_and_unknown_bags_are_found() {
    // By the rule of RFC 7292 4.2.4 to 4.2.6; no peer writes such files.
    let inner = der::sequence(&[&certificate_bag()]);
    let list = der::sequence(&[
        &der::oid("1.2.840.113549.1.9.23.1"),
        &der::tlv(der::Tag::context(0), &[&der::octet_string(b"list")]),
    ]);
    let store = pfx(&[plain_safe(&[
        bag("1.2.840.113549.1.12.10.1.6", &inner),
        bag("1.2.840.113549.1.12.10.1.4", &list),
        bag("1.3.6.1.4.1.55555.1", &der::null()),
    ])]);
    let inspection = inspect_bytes("nested.pfx", &store, &[]);
    let certificates = inspection.artifacts.iter();
    let certificates = certificates.filter_map(|artifact| artifact.certificate());
    assert_eq!(certificates.count(), 1);
    let evidence = evidence(&inspection, "keystore_entry_not_shown");
    assert_eq!(
        evidence["listed"],
        serde_json::json!([
            { "kind": "crl", "alias": null },
            { "kind": "unknown", "oid": "1.3.6.1.4.1.55555.1", "alias": null },
        ])
    );
}

#[test]
fn modes_with_certificates_are_told_from_passwords() {
    let signed = der::sequence(&[
        &der::integer(3),
        &content_info(SIGNED_DATA, &der::sequence(&[&der::integer(1)])),
    ]);
    let inspection = inspect_bytes("signed.pfx", &signed, &["changeit"]);
    assert_eq!(ids(&inspection), ["file_not_understood"]);
    assert_eq!(
        message(&inspection, "file_not_understood"),
        "This PFX file is sealed with a signature, not with a password"
    );
    let enveloped = content_info(ENVELOPED_DATA, &der::sequence(&[&der::integer(0)]));
    let store = pfx(&[plain_safe(&[certificate_bag()]), enveloped]);
    let inspection = inspect_bytes("enveloped.pfx", &store, &["changeit"]);
    assert_eq!(
        message(&inspection, "file_not_understood"),
        "This PFX file is encrypted for a certificate, not with a password"
    );
    // What is not encrypted shows all the same.
    let certificates = inspection.artifacts.iter();
    assert_eq!(
        certificates
            .filter_map(|artifact| artifact.certificate())
            .count(),
        1
    );
    assert!(inspection.locked.is_empty());
}

/// An encrypted key of one round in PBES2 with this cipher (RFC 8018 A.4).
fn pbes2_key(cipher: &str, iv: &[u8], ciphertext: &[u8]) -> Vec<u8> {
    let pbkdf2 = der::sequence(&[&der::octet_string(b"saltsalt"), &der::integer(1)]);
    let derivation = der::sequence(&[&der::oid("1.2.840.113549.1.5.12"), &pbkdf2]);
    let scheme = der::sequence(&[&der::oid(cipher), &der::octet_string(iv)]);
    let parameters = der::sequence(&[&derivation, &scheme]);
    let algorithm = der::sequence(&[&der::oid("1.2.840.113549.1.5.13"), &parameters]);
    der::sequence(&[&algorithm, &der::octet_string(ciphertext)])
}

#[test]
fn ciphers_of_other_countries_are_named() {
    // Object identifiers of TC 26, RFC 5528, RFC 5794 and of Ascom; no peer here writes the Russian ones.
    for (oid, name) in [
        ("1.2.643.2.2.21", "GOST 28147-89"),
        ("1.2.643.7.1.1.5.1.1", "GOST Magma"),
        ("1.2.643.7.1.1.5.2.1", "GOST Kuznyechik"),
        ("1.3.6.1.4.1.188.7.1.1.2", "IDEA-CBC"),
        ("1.2.410.200046.1.1.12", "ARIA-256-CBC"),
        ("1.3.6.1.4.1.55555.9", "1.3.6.1.4.1.55555.9"),
    ] {
        let key = pbes2_key(oid, &[0; 8], &[0; 32]);
        let cipher = format!("PBES2 {name}");
        let expected = OpenFault::Unsupported { cipher };
        assert_eq!(EncryptedKey::parse(&key).err(), Some(expected));
    }
}

/// The folder of the RFC's own files, which lies beside the checkout.
fn rfc9579() -> Option<PathBuf> {
    let checkout = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut above = checkout.ancestors();
    above.find_map(|folder| {
        let data = folder.join("shared/data/rfc9579");
        data.is_dir().then_some(data)
    })
}

#[test]
fn the_files_of_rfc_9579_answer_as_the_rfc_says() {
    let Some(folder) = rfc9579() else {
        println!(
            "SKIPPED: ../shared/data/rfc9579 is not here, the files of RFC 9579 were not read"
        );
        return;
    };
    for (name, expected) in [
        ("rfc9579-a1.p12", None),
        ("rfc9579-a2.p12", None),
        ("rfc9579-a3.p12", None),
        ("rfc9579-a4.p12", Some("other_rounds")),
        ("rfc9579-a5.p12", Some("other_salt")),
        ("rfc9579-a6.p12", Some("key_length_missing")),
        ("pbmac1-short-key-bypass.p12", Some("key_too_short")),
    ] {
        let inspection = run(Request::Inspect(request(&[folder.join(name)], &["1234"])));
        let Some(cause) = expected else {
            assert!(matches!(lock_of(&inspection), Lock::Open(_)), "{name}");
            let keys = inspection
                .artifacts
                .iter()
                .filter(|one| one.key().is_some());
            assert_eq!(keys.count(), 1, "{name}");
            continue;
        };
        let evidence = evidence(&inspection, "keystore_checksum_wrong");
        assert_eq!(evidence["cause"], cause, "{name}");
        assert!(matches!(lock_of(&inspection), Lock::Damaged(_)), "{name}");
        assert!(
            inspection.artifacts.iter().all(|one| one.key().is_none()),
            "{name}"
        );
        assert!(!ids(&inspection).contains(&"keystore_password_wrong"));
    }
}

#[test]
fn a_wrong_password_on_pbmac1_stays_a_wrong_password() {
    let bytes = fs::read(fixture::folder("keystores").join("pbmac1-sha256.pfx")).unwrap();
    let pfx = Pfx::parse(&bytes).unwrap();
    let wrong = Secret::from("wrong");
    assert_eq!(pfx.check_mac(&wrong, &Unwatched), Ok(false));
    assert_eq!(pfx.question_mac(&wrong, &Unwatched), Ok(None));
    assert_eq!(
        pfx.open(&wrong, &Unwatched).err(),
        Some(OpenFault::WrongPassword)
    );
}

#[test]
fn each_fault_of_a_checksum_has_a_reason_of_its_own() {
    use certwright::core::finding::{Finding, KeystoreFact, Kind};
    let causes = [
        ChecksumFault::ContentOpens,
        ChecksumFault::KeyLengthMissing,
        ChecksumFault::KeyTooShort,
        ChecksumFault::OtherRounds,
        ChecksumFault::OtherSalt,
    ];
    let kind = Kind::Pfx;
    let mut reasons: Vec<String> = causes
        .map(|cause| Finding::new(KeystoreFact::ChecksumWrong { kind, cause }))
        .map(|finding| finding::words(Lang::En, &finding).why)
        .to_vec();
    reasons.sort();
    reasons.dedup();
    assert_eq!(reasons.len(), causes.len());
}

proptest! {
    /// Secret bags, PBMAC1 and certificate modes are parsers too.
    #[test]
    fn damaged_stores_of_rare_kinds_are_never_a_panic(
        changes in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..6),
        cut in proptest::option::of(any::<proptest::sample::Index>()),
    ) {
        let enveloped = content_info(ENVELOPED_DATA, &der::sequence(&[&der::integer(0)]));
        let mut bytes = pfx(&[
            plain_safe(&[wrapped_password("S-1-5-21-1-2-3"), certificate_bag()]),
            enveloped,
        ]);
        for (place, byte) in changes {
            *place.get_mut(&mut bytes) = byte;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(pfx) = Pfx::parse(&bytes) {
            drop((pfx.internals(), pfx.faults(), pfx.principals().cloned()));
            drop(pfx.question_mac(&Secret::from("changeit"), &Unwatched));
            drop(pfx.open_visible());
            drop(pfx.open(&Secret::from("changeit"), &Unwatched));
        }
    }

    #[test]
    fn ciphertext_of_any_length_is_never_a_panic(
        number in 0usize..15,
        iv in proptest::collection::vec(any::<u8>(), 0..20),
        ciphertext in proptest::collection::vec(any::<u8>(), 0..70),
    ) {
        let cipher = match number {
            0..12 => format!("2.16.840.1.101.3.4.1.{}", 20 * (number / 4) + 1 + number % 4),
            12 => "1.3.14.3.2.6".to_owned(),
            13 => "1.3.14.3.2.17".to_owned(),
            _ => "1.2.840.113549.3.4".to_owned(),
        };
        for iv in [iv.as_slice(), &[7; 8], &[7; 16]] {
            if let Ok(key) = EncryptedKey::parse(&pbes2_key(&cipher, iv, &ciphertext)) {
                prop_assert!(key.open(&Secret::from("changeit"), &Unwatched).is_err());
            }
        }
    }

    #[test]
    fn a_secret_bag_of_anything_is_never_a_panic(content in proptest::collection::vec(any::<u8>(), 0..200)) {
        let value = der::tlv(der::Tag::context(0), &[&der::octet_string(&content)]);
        let secret = der::sequence(&[&der::oid("1.3.6.1.4.1.311.17.4"), &value]);
        let bytes = pfx(&[plain_safe(&[bag("1.2.840.113549.1.12.10.1.5", &secret)])]);
        let store = Pfx::parse(&bytes).unwrap();
        prop_assert!(store.principals().is_some());
    }
}
