//! Starting from what exists.

use certwright::core::artifact::Content;
use certwright::core::csr::NewKey;
use certwright::core::csr::start::{Dropped, of_certificate, of_inspection, of_request};
use certwright::core::x509::{Certificate, Csr};
use rcgen::{
    CertificateParams, CertificateSigningRequestParams, CustomExtension, ExtendedKeyUsagePurpose,
    Issuer, KeyPair,
};

use super::{full, plain, rsa};
use certwright::core::csr::sign::signed;

#[test]
fn a_certificate_gives_its_names_and_subject_and_a_key_of_its_kind() {
    let mut params = CertificateParams::new(vec!["a.example".to_owned()]).unwrap();
    params.extended_key_usages = vec![
        ExtendedKeyUsagePurpose::ServerAuth,
        ExtendedKeyUsagePurpose::ClientAuth,
    ];
    params.custom_extensions = vec![
        CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 24], vec![0x30, 3, 2, 1, 5]),
        CustomExtension::from_oid_content(&[1, 3, 6, 1, 4, 1, 11129, 2, 4, 3], vec![5, 0]),
    ];
    let key = KeyPair::generate().unwrap();
    let der = params.self_signed(&key).unwrap();
    let start = of_certificate(&Certificate::parse(der.der()).unwrap());
    assert_eq!(start.names_text, "a.example");
    assert_eq!(start.key_like.map(NewKey::name), Some("p256"));
    assert!(start.spec.must_staple);
    assert!(start.spec.extended_usage.is_empty());
    assert!(start.dropped.contains(&Dropped::ClientAuth));
    let by_ca = start.dropped.iter().find_map(|one| match one {
        Dropped::Extensions(oids) => Some(oids.iter().any(|oid| oid == "1.3.6.1.4.1.11129.2.4.3")),
        _ => None,
    });
    assert_eq!(by_ca, Some(true));
}

#[test]
fn a_request_gives_all_it_asked_for_but_its_challenge() {
    let csr = Csr::parse(&signed(&full(), &rsa()).unwrap()).unwrap();
    let start = of_request(&csr);
    assert_eq!(start.dropped, [Dropped::Challenge]);
    assert_eq!(start.key_like, Some(NewKey::Rsa2048));
    let names: Vec<&str> = start.names_text.lines().collect();
    assert_eq!(
        names,
        [
            "shop.example.com",
            "*.example.com",
            "192.0.2.7",
            "2001:db8::7"
        ]
    );
}

#[test]
fn an_opened_bundle_gives_its_server_certificate() {
    let inspection = crate::support::inspect("bundles/four-folder.zip", &[]);
    let has_certificate = inspection
        .artifacts
        .iter()
        .any(|artifact| matches!(artifact.content, Content::Certificate { .. }));
    assert_eq!(of_inspection(&inspection).is_some(), has_certificate);
}

/// Another implementation reads the request, and a CA of its making signs for it.
#[test]
fn other_implementations_read_the_request_and_issue_for_it() {
    use x509_parser::prelude::FromDer as _;
    let der = signed(&plain(&["shop.example.com", "*.example.com"]), &rsa()).unwrap();
    let issuer_key = KeyPair::generate().unwrap();
    let issuer = Issuer::new(CertificateParams::default(), issuer_key);
    let request = CertificateSigningRequestParams::from_der(&der.as_slice().into()).unwrap();
    let issued = request.signed_by(&issuer).unwrap();
    let certificate = Certificate::parse(issued.der()).unwrap();
    assert_eq!(*certificate.spki, *rsa().spki);
    assert!(certificate.covers_host("www.example.com"));

    let der = signed(&full(), &rsa()).unwrap();
    let (rest, read) =
        x509_parser::certification_request::X509CertificationRequest::from_der(&der).unwrap();
    assert!(rest.is_empty());
    read.verify_signature().unwrap();
    let units = read
        .certification_request_info
        .subject
        .iter_organizational_unit();
    let units: Vec<&str> = units.map(|unit| unit.as_str().unwrap()).collect();
    assert_eq!(units, ["Unit one", "Unit two"]);
    assert_eq!(read.requested_extensions().unwrap().count(), 4);
}
