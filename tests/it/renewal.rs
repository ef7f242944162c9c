//! A bundle with a certificate and its predecessor: what the new one lacks is said.

use std::sync::Arc;

use certwright::core::bundle::{Inspection, Source, inspect};
use certwright::core::finding::{CertificateFact, Fact, Severity};
use certwright::core::op::Request;
use rcgen::{
    CertificateParams, DnType, ExtendedKeyUsagePurpose, KeyPair, PKCS_ECDSA_P256_SHA256,
    PKCS_RSA_SHA256, SignatureAlgorithm, date_time_ymd,
};
use zeroize::Zeroizing;

use crate::support::run;

struct Wanted<'a> {
    names: &'a [&'a str],
    common_name: Option<&'a str>,
    usages: &'a [ExtendedKeyUsagePurpose],
    year: i32,
    algorithm: &'static SignatureAlgorithm,
}

fn pem(wanted: &Wanted<'_>) -> String {
    let names: Vec<String> = wanted.names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = CertificateParams::new(names).unwrap();
    params.distinguished_name = rcgen::DistinguishedName::new();
    if let Some(common_name) = wanted.common_name {
        params
            .distinguished_name
            .push(DnType::CommonName, common_name);
    }
    params.extended_key_usages = wanted.usages.to_vec();
    params.not_before = date_time_ymd(wanted.year, 6, 1);
    params.not_after = date_time_ymd(wanted.year + 1, 6, 1);
    let key = KeyPair::generate_for(wanted.algorithm).unwrap();
    params.self_signed(&key).unwrap().pem()
}

fn opened(old: &Wanted<'_>, new: &Wanted<'_>) -> Arc<Inspection> {
    let source = |name: &str, wanted: &Wanted<'_>| Source::Memory {
        name: name.to_owned(),
        bytes: Arc::new(Zeroizing::new(pem(wanted).into_bytes())),
    };
    run(Request::Inspect(inspect::Request {
        sources: vec![source("old.pem", old), source("new.pem", new)],
        judge_at: certwright::core::time::Moment::parse(crate::support::NOW),
        ..inspect::Request::default()
    }))
}

const BOTH: &[ExtendedKeyUsagePurpose] = &[
    ExtendedKeyUsagePurpose::ServerAuth,
    ExtendedKeyUsagePurpose::ClientAuth,
];
const SERVER: &[ExtendedKeyUsagePurpose] = &[ExtendedKeyUsagePurpose::ServerAuth];

#[test]
fn a_successor_that_lost_uses_names_key_kind_and_common_name_is_told() {
    let old = Wanted {
        names: &["vpn.example.com", "www.example.com"],
        common_name: Some("vpn.example.com"),
        usages: BOTH,
        year: 2025,
        algorithm: &PKCS_RSA_SHA256,
    };
    let new = Wanted {
        names: &["vpn.example.com"],
        common_name: None,
        usages: SERVER,
        year: 2026,
        algorithm: &PKCS_ECDSA_P256_SHA256,
    };
    let inspection = opened(&old, &new);
    let found: Vec<_> = inspection
        .findings()
        .iter()
        .filter(|finding| finding.id().name() == "usage_changed_on_renewal")
        .collect();
    let [finding] = found.as_slice() else {
        panic!("{} findings", found.len());
    };
    assert_eq!(finding.severity, Severity::Warning);
    let Fact::Certificate(CertificateFact::ChangedOnRenewal {
        subject,
        lost_usages,
        lost_names,
        key,
        lost_common_name,
        ..
    }) = &finding.fact
    else {
        panic!("another fact");
    };
    assert_eq!(subject, "vpn.example.com");
    assert_eq!(lost_usages, &["1.3.6.1.5.5.7.3.2"]);
    assert_eq!(lost_names, &["www.example.com"]);
    let kinds = key.as_ref().map(|[old, new]| (old.as_str(), new.as_str()));
    assert_eq!(kinds, Some(("RSA 2048", "P-256")));
    assert_eq!(lost_common_name.as_deref(), Some("vpn.example.com"));
}

#[test]
fn a_successor_with_the_same_is_no_finding() {
    let wanted = |year| Wanted {
        names: &["www.example.com"],
        common_name: Some("www.example.com"),
        usages: SERVER,
        year,
        algorithm: &PKCS_ECDSA_P256_SHA256,
    };
    let inspection = opened(&wanted(2025), &wanted(2026));
    assert!(!crate::support::ids(&inspection).contains(&"usage_changed_on_renewal"));
}

#[test]
fn certificates_of_other_names_are_no_predecessors() {
    let wanted = |names, year| Wanted {
        names,
        common_name: None,
        usages: if year == 2025 { BOTH } else { SERVER },
        year,
        algorithm: &PKCS_ECDSA_P256_SHA256,
    };
    let old = wanted(
        &["mail.example.com", "imap.example.com", "shop.example.com"],
        2025,
    );
    let new = wanted(&["shop.example.com"], 2026);
    let inspection = opened(&old, &new);
    assert!(!crate::support::ids(&inspection).contains(&"usage_changed_on_renewal"));
}
