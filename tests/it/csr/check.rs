//! Checking requests: each finding provoked by a request that deserves it.

use std::sync::Arc;

use certwright::core::bundle::Source;
use certwright::core::csr::Spec;
use certwright::core::csr::check::{Against, Checked, Request};
use certwright::core::csr::encode::info;
use certwright::core::csr::generate::generate;
use certwright::core::csr::sign::signed;
use certwright::core::csr::{Curve, NewKey};
use certwright::core::der;
use certwright::core::env::Env;
use certwright::core::finding::Verdict;
use certwright::core::ledger::Origin;
use certwright::core::op::{self, Outcome, Report};
use certwright::core::problem::Failure;
use certwright::core::progress::Unwatched;
use certwright::core::x509::ValidationLevel;
use certwright::platform::World;
use zeroize::Zeroizing;

use super::{Book, field, full, plain, rsa};

fn request(bytes: &[u8]) -> Request {
    Request {
        source: Source::Memory {
            name: "pasted".to_owned(),
            bytes: Arc::new(Zeroizing::new(bytes.to_vec())),
        },
        level: None,
        order: None,
        against: None,
        is_recorded: true,
    }
}

fn run(request: Request, book: &Book) -> Result<Arc<Checked>, Failure> {
    let world = World::new();
    let env = Env {
        ledger: book,
        ..world.env()
    };
    match op::run(&op::Request::CheckCsr(request), &env, &Unwatched) {
        Outcome::Done(Report::CsrChecked(checked)) => Ok(checked),
        Outcome::Failed(failure) => Err(failure),
        _ => panic!("another outcome"),
    }
}

fn ids(checked: &Checked) -> Vec<&'static str> {
    let findings = checked.findings.iter();
    findings.map(|finding| finding.id().name()).collect()
}

fn found(der: &[u8]) -> Vec<&'static str> {
    ids(&run(request(der), &Book::default()).unwrap())
}

fn good() -> Vec<u8> {
    signed(&plain(&["shop.example.com"]), &rsa()).unwrap()
}

#[test]
fn nothing_stands_against_a_good_request_in_any_form() {
    let der = good();
    let pem = certwright::core::x509::export::pem("CERTIFICATE REQUEST", &der);
    let old = certwright::core::x509::export::pem("NEW CERTIFICATE REQUEST", &der);
    let windows = pem.replace('\n', "\r\n");
    for form in [
        der.as_slice(),
        pem.as_bytes(),
        old.as_bytes(),
        windows.as_bytes(),
    ] {
        let checked = run(request(form), &Book::default()).unwrap();
        assert_eq!(ids(&checked), Vec::<&str>::new());
        assert_eq!(checked.verdict(), Verdict::Ok);
        assert_eq!(checked.names_text, "shop.example.com");
        assert_eq!(*checked.csr.der, *der);
    }
}

#[test]
fn a_file_without_a_request_is_told() {
    let failure = run(request(b"hello"), &Book::default()).err();
    let name = "pasted".to_owned();
    assert_eq!(failure, Some(Failure::NotARequest { name }));
}

#[test]
fn a_changed_request_is_found_by_its_signature() {
    let mut der = good();
    let place = der.windows(4).position(|four| four == b"shop").unwrap();
    der[place] = b'S';
    assert!(found(&der).contains(&"csr_signature_invalid"));
}

/// A request with this public key, algorithm and no real signature.
fn unsigned(spki: &[u8], algorithm: &str) -> Vec<u8> {
    let info = info(&plain(&["shop.example.com"]), spki).unwrap();
    let algorithm = der::sequence(&[&der::oid(algorithm), &der::null()]);
    der::sequence(&[&info, &algorithm, &der::bit_string(&[1; 128])])
}

fn rsa_spki(bits: usize, exponent: &[u8]) -> Vec<u8> {
    let mut modulus = vec![0xff; bits / 8];
    *modulus.last_mut().unwrap() = 1;
    let key = der::sequence(&[&der::unsigned(&modulus), &der::unsigned(exponent)]);
    let algorithm = der::sequence(&[&der::oid("1.2.840.113549.1.1.1"), &der::null()]);
    der::sequence(&[&algorithm, &der::bit_string(&key)])
}

#[test]
fn weak_keys_exponents_and_hashes_are_found() {
    const SHA256: &str = "1.2.840.113549.1.1.11";
    const SHA1: &str = "1.2.840.113549.1.1.5";
    let usual = [1, 0, 1];
    let weak = found(&unsigned(&rsa_spki(1_024, &usual), SHA256));
    assert!(weak.contains(&"weak_key"), "{weak:?}");
    for exponent in [&[3][..], &[1, 0, 0]] {
        let weak = found(&unsigned(&rsa_spki(2_048, exponent), SHA256));
        assert!(weak.contains(&"rsa_exponent_weak"), "{weak:?}");
    }
    let weak = found(&unsigned(&rsa_spki(2_048, &usual), SHA1));
    assert!(weak.contains(&"weak_signature"), "{weak:?}");
    let odd = found(&unsigned(&rsa_spki(2_048, &usual), "1.3.101.113"));
    assert!(odd.contains(&"signature_not_checked"), "{odd:?}");
}

#[test]
fn kinds_of_keys_that_are_not_taken_everywhere_are_told() {
    let world = World::new();
    for (kind, expected) in [
        (NewKey::Ec(Curve::P256), "csr_key_not_taken_everywhere"),
        (NewKey::Ed25519, "key_kind_forbidden"),
        (NewKey::Sm2, "key_kind_forbidden"),
    ] {
        let key = generate(kind, &world.env(), &Unwatched).unwrap();
        let der = signed(&plain(&["shop.example.com"]), &key).unwrap();
        assert_eq!(found(&der), [expected], "{kind:?}");
    }
}

#[test]
fn a_challenge_and_missing_names_are_told() {
    let spec = Spec {
        challenge: Some("secret".to_owned()),
        ..plain(&["shop.example.com"])
    };
    let der = signed(&spec, &rsa()).unwrap();
    assert_eq!(found(&der), ["csr_challenge_in_clear"]);
    let mut spec = Spec::default();
    spec.subject.0.push(field("2.5.4.10", "Example"));
    let der = signed(&spec, &rsa()).unwrap();
    assert_eq!(
        found(&der),
        ["names_missing", "subject_common_name_missing"]
    );
}

#[test]
fn the_subject_is_judged_for_the_level_of_the_order() {
    let checked = run(
        Request {
            level: Some(ValidationLevel::Organization),
            ..request(&good())
        },
        &Book::default(),
    )
    .unwrap();
    assert_eq!(ids(&checked), ["subject_field_missing"]);
    assert_eq!(checked.verdict(), Verdict::Error);
    assert_eq!(checked.faults.len(), 1);
}

#[test]
fn names_are_compared_with_the_order() {
    let der = signed(&plain(&["shop.example.com", "xn--1lq90i.cn"]), &rsa()).unwrap();
    for (order, expected) in [
        (vec!["SHOP.example.com.", "北京.cn"], vec![]),
        (
            vec!["shop.example.com", "北京.cn", "www.example.com"],
            vec!["order_names_missing"],
        ),
        (vec!["shop.example.com"], vec!["order_names_extra"]),
    ] {
        let order = order.into_iter().map(str::to_owned).collect();
        let request = Request {
            order: Some(order),
            ..request(&der)
        };
        assert_eq!(ids(&run(request, &Book::default()).unwrap()), expected);
    }
}

#[test]
fn another_key_than_the_certificates_is_found() {
    let world = World::new();
    let other = generate(NewKey::Ec(Curve::P256), &world.env(), &Unwatched).unwrap();
    for (spki, expected) in [
        (Arc::clone(&rsa().spki), vec![]),
        (Arc::clone(&other.spki), vec!["key_mismatch"]),
    ] {
        let what = "old.crt".to_owned();
        let request = Request {
            against: Some(Against { what, spki }),
            ..request(&good())
        };
        assert_eq!(ids(&run(request, &Book::default()).unwrap()), expected);
    }
}

#[test]
fn a_key_of_an_earlier_request_is_told_and_the_same_request_again_is_not() {
    let book = Book::default();
    assert!(ids(&run(request(&good()), &book).unwrap()).is_empty());
    let origin = book.0.lock().unwrap()[0].made.origin;
    assert_eq!(origin, Origin::Checked);
    assert!(ids(&run(request(&good()), &book).unwrap()).is_empty());
    let other = signed(&full(), &rsa()).unwrap();
    let checked = run(request(&other), &book).unwrap();
    assert!(ids(&checked).contains(&"key_reused"));
    assert!(!checked.earlier.is_empty());
    book.0.lock().unwrap()[0].used = Some(certwright::core::time::Moment(0));
    let unrecorded = Request {
        is_recorded: false,
        ..request(&other)
    };
    let before = book.0.lock().unwrap().len();
    let checked = run(unrecorded, &book).unwrap();
    assert!(ids(&checked).contains(&"key_reused"));
    assert_eq!(checked.recorded, None);
    assert_eq!(book.0.lock().unwrap().len(), before);
}
