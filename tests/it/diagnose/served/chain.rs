//! The chain exactly as sent.

use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::{Id, ServedFact, Severity};

use super::pki::{Like, Pki, self_signed};
use super::world::{Asking, NAME, Nginx, Told, server};

fn judged(pki: &Pki, chain: &str, key: &str) -> Told {
    let nginx = Nginx::site(chain, key);
    Asking::at(pki, &[nginx.at("127.0.0.1")]).check(CheckId::ServedChain)
}

#[test]
fn a_sound_chain_is_good_and_told_with_its_root() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let told = judged(&pki, &pki.full(&leaf), &leaf.key);
    assert_eq!(told.check.mark(), Some(Mark::Good), "{:?}", told.ids());
    assert!(told.summary().contains("\"root\":\"Trial Root\""));
    assert_eq!(told.found.served.len(), 1);
    assert_eq!(told.found.served[0].handshake.chain.len(), 2);
}

#[test]
fn a_missing_intermediate_is_named() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let told = judged(&pki, &leaf.pem, &leaf.key);
    assert_eq!(told.ids(), [Id::ChainMissingIntermediate]);
}

#[test]
fn a_root_sent_along_is_worth_knowing_and_no_more() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let chain = format!("{}{}", pki.full(&leaf), pki.root.made.pem);
    let told = judged(&pki, &chain, &leaf.key);
    assert_eq!(told.ids(), [Id::ChainRootIncluded]);
    assert_eq!(told.check.mark(), Some(Mark::Notice));
}

#[test]
fn issuers_in_the_wrong_order_are_a_warning() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let (root, intermediate) = (&pki.root.made.pem, &pki.intermediate.made.pem);
    let chain = format!("{}{root}{intermediate}", leaf.pem);
    let told = judged(&pki, &chain, &leaf.key);
    assert_eq!(told.ids(), [Id::ChainWrongOrder, Id::ChainRootIncluded]);
    assert_eq!(told.check.findings[0].severity, Severity::Warning);
}

#[test]
fn copies_and_strangers_are_named() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let stranger = Pki::new().leaf(&Like::new("other.tls.test"));
    let intermediate = &pki.intermediate.made.pem;
    let chain = format!("{}{intermediate}{}", pki.full(&leaf), stranger.pem);
    let told = judged(&pki, &chain, &leaf.key);
    let expected = [Id::ChainDuplicateCertificate, Id::ChainUnrelatedCertificate];
    assert_eq!(told.ids(), expected);
}

#[test]
fn a_wrong_name_and_an_expired_certificate_are_errors() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new("other.tls.test").days(90, -3));
    let told = judged(&pki, &pki.full(&leaf), &leaf.key);
    let ids = told.ids();
    for id in [
        Id::NameMismatch,
        Id::CertificateExpired,
        Id::ServedStillExpired,
    ] {
        assert!(ids.contains(&id), "{ids:?}");
    }
    assert_eq!(told.check.mark(), Some(Mark::Problem));
}

#[test]
fn a_renewal_that_is_due_is_a_warning() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME).days(80, 10));
    let told = judged(&pki, &pki.full(&leaf), &leaf.key);
    assert_eq!(told.ids(), [Id::CertificateExpiresSoon]);
}

#[test]
fn a_default_certificate_is_called_what_it_is() {
    let pki = Pki::new();
    let leaf = self_signed(&Like::new("localhost"));
    let told = judged(&pki, &leaf.pem, &leaf.key);
    assert!(told.ids().contains(&Id::ServedDefaultCertificate));
    assert!(told.ids().contains(&Id::ChainSelfSignedLeaf));
}

#[test]
fn what_looks_into_tls_is_called_by_its_name() {
    let pki = Pki::with_intermediate("Kaspersky Anti-Virus Personal Root Certificate");
    let leaf = pki.leaf(&Like::new(NAME));
    let nginx = Nginx::site(&pki.full(&leaf), &leaf.key);
    let told = Asking::at(&Pki::new(), &[nginx.at("127.0.0.1")]).check(CheckId::ServedChain);
    assert!(
        told.ids().contains(&Id::ServedByInspection),
        "{:?}",
        told.ids()
    );
}

#[test]
fn different_certificates_at_different_addresses_are_told_apart() {
    let pki = Pki::new();
    let old = pki.leaf(&Like::new(NAME).days(60, 40));
    let new = pki.leaf(&Like::new(NAME));
    let files = [
        ("old", pki.full(&old).into()),
        ("oldkey", old.key.clone().into()),
        ("new", pki.full(&new).into()),
        ("newkey", new.key.clone().into()),
    ];
    let servers =
        server("127.0.0.1", "new", "newkey", "") + &server("127.0.0.2", "old", "oldkey", "");
    let nginx = Nginx::start(&files, &servers);
    let places = [nginx.at("127.0.0.1"), nginx.at("127.0.0.2")];
    let told = Asking::at(&pki, &places).check(CheckId::ServedChain);
    assert_eq!(told.ids(), [Id::ServedDiffersBetweenAddresses]);
    let [ServedFact::DiffersBetweenAddresses { served, .. }] = told.served()[..] else {
        panic!("{:?}", told.served());
    };
    let addresses: Vec<_> = served.iter().flat_map(|one| &one.addresses).collect();
    assert_eq!(addresses, [&places[0].to_string(), &places[1].to_string()]);
}
