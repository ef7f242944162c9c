//! What is served against the certificate that the user opened.

use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::{Id, ServedFact, Severity, Whose};

use super::pki::{Like, Made, Pki, self_signed};
use super::world::{Asking, NAME, Nginx, Told, server};

fn compared(pki: &Pki, wanted: &Made, served: &Made) -> Told {
    let nginx = Nginx::site(&pki.full(served), &served.key);
    let asking = Asking::at(pki, &[nginx.at("127.0.0.1")]).against(wanted);
    asking.check(CheckId::AgainstFile)
}

fn whose(told: &Told) -> (Whose, bool) {
    assert_eq!(told.ids(), [Id::ServedDiffersFromFile]);
    match told.served()[..] {
        [
            ServedFact::DiffersFromFile {
                whose, same_key, ..
            },
        ] => (*whose, *same_key),
        _ => panic!("{:?}", told.served()),
    }
}

#[test]
fn the_certificate_of_the_file_is_good_everywhere() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let told = compared(&pki, &leaf, &leaf);
    assert_eq!(told.check.mark(), Some(Mark::Good));
}

#[test]
fn the_certificate_before_is_told_as_such() {
    let pki = Pki::new();
    let new = pki.leaf(&Like::new(NAME));
    let old = pki.leaf(&Like::new(NAME).days(60, 40));
    let told = compared(&pki, &new, &old);
    assert_eq!(whose(&told), (Whose::Predecessor, false));
    assert_eq!(told.check.mark(), Some(Mark::Problem));
    let reissued = pki.leaf(&Like::new(NAME).days(60, 40).with_key_of(&new));
    let told = compared(&pki, &new, &reissued);
    assert_eq!(whose(&told), (Whose::Predecessor, true));
}

#[test]
fn a_newer_one_than_the_file_is_no_fault_of_the_server() {
    let pki = Pki::new();
    let new = pki.leaf(&Like::new(NAME));
    let old = pki.leaf(&Like::new(NAME).days(60, 40));
    let told = compared(&pki, &old, &new);
    assert_eq!(whose(&told).0, Whose::Newer);
    assert_eq!(told.check.findings[0].severity, Severity::Warning);
}

#[test]
fn another_sites_certificate_is_told_as_such() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let other = pki.leaf(&Like::new("blog.other.test"));
    let told = compared(&pki, &leaf, &other);
    assert_eq!(whose(&told).0, Whose::OtherSite);
    assert_eq!(told.check.mark(), Some(Mark::Problem));
    // The other way round the file is the wrong one.
    let told = compared(&pki, &other, &leaf);
    assert_eq!(whose(&told).0, Whose::OtherSite);
    assert_eq!(told.check.mark(), Some(Mark::Warning));
}

#[test]
fn a_default_and_a_self_signed_certificate_are_told_apart() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    for (name, expected) in [("localhost", Whose::Default), (NAME, Whose::SelfSigned)] {
        let served = self_signed(&Like::new(name));
        let nginx = Nginx::site(&served.pem, &served.key);
        let asking = Asking::at(&pki, &[nginx.at("127.0.0.1")]).against(&leaf);
        assert_eq!(whose(&asking.check(CheckId::AgainstFile)).0, expected);
    }
}

#[test]
fn an_old_certificate_at_one_of_two_addresses_is_found() {
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
    let told = Asking::at(&pki, &places)
        .against(&new)
        .check(CheckId::AgainstFile);
    assert_eq!(told.ids(), [Id::ServedPartly]);
    let [
        ServedFact::Partly {
            with,
            whose,
            without,
            ..
        },
    ] = told.served()[..]
    else {
        panic!("{:?}", told.served());
    };
    assert_eq!(*with, [places[0].to_string()]);
    assert_eq!(without.addresses, [places[1].to_string()]);
    assert_eq!(*whose, Whose::Predecessor);
}
