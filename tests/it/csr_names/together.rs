//! What names are to each other.

use certwright::core::csr::names::{CertificateKind, advise};
use certwright::core::finding::Severity::{Info, Warning};

use super::ids;

#[test]
fn the_list_of_the_look_is_judged_as_pictured() {
    let advice = advise(
        "*.example.com, shop.example.com\na.b.example.com https://münchen.example.net/login\n10.0.4.17",
    );
    let told: Vec<_> = advice
        .names
        .iter()
        .map(|name| ids(&name.findings))
        .collect();
    assert_eq!(told[0], []);
    assert_eq!(told[1], [("order_name_covered", Info)]);
    assert_eq!(told[2], [("order_name_two_levels", Warning)]);
    assert_eq!(told[3], []);
    assert_eq!(told[4][0].0, "order_name_private_address");
    assert_eq!(&*advice.names[0].covers, [Box::from("shop.example.com")]);
    assert_eq!((advice.refused(), advice.to_look_at()), (1, 1));
    assert_eq!(advice.kind, Some(CertificateKind::MultiWildcard));
    assert_eq!(advice.suggestions.len(), 1);
    assert_eq!(&*advice.suggestions[0].name, "example.com");
    assert_eq!(ids(&advice.findings), [("order_list_dns_only", Info)]);
}

#[test]
fn doubles_are_found_in_every_spelling() {
    let advice =
        advise("shop.cn SHOP.CN. https://shop.cn/ ｓｈｏｐ.cn xn--55qx5d.cn 1.1.1.1 1.1.1.1");
    let doubles = advice
        .names
        .iter()
        .filter(|name| ids(&name.findings).contains(&("order_name_duplicate", Info)));
    assert_eq!(doubles.count(), 4);
}

#[test]
fn a_refused_wildcard_covers_nothing() {
    let advice = advise("*.co.uk shop.co.uk *.local nas.local");
    assert!(advice.names.iter().all(|name| name.covers.is_empty()));
    assert_eq!(ids(&advice.names[1].findings), []);
}

#[test]
fn the_nearest_wildcard_above_is_named_and_never_across_domains() {
    let told = |text: &str| ids(&advise(text).names.last().unwrap().findings);
    assert_eq!(
        told("*.shop.cn a.b.c.shop.cn"),
        [("order_name_two_levels", Warning)]
    );
    assert_eq!(
        told("*.shop.cn *.b.shop.cn a.b.shop.cn"),
        [("order_name_covered", Info)]
    );
    assert_eq!(told("*.shop.cn shop.cn"), []);
    assert_eq!(told("*.shop.cn a.other.cn"), []);
}

#[test]
fn the_kind_follows_from_the_names_that_are_needed() {
    for (text, kind) in [
        ("", None),
        ("10.0.0.1", None),
        ("shop.cn", Some(CertificateKind::Single)),
        ("shop.cn shop.cn", Some(CertificateKind::Single)),
        ("shop.cn 10.0.0.1", Some(CertificateKind::Single)),
        ("8.8.8.8", Some(CertificateKind::Single)),
        ("shop.cn www.shop.cn", Some(CertificateKind::MultiDomain)),
        ("*.shop.cn", Some(CertificateKind::Wildcard)),
        ("*.shop.cn shop.cn", Some(CertificateKind::Wildcard)),
        ("*.shop.cn www.shop.cn", Some(CertificateKind::Wildcard)),
        (
            "*.shop.cn a.b.shop.cn",
            Some(CertificateKind::MultiWildcard),
        ),
        (
            "*.shop.cn *.a.shop.cn",
            Some(CertificateKind::MultiWildcard),
        ),
        ("*.shop.cn 8.8.8.8", Some(CertificateKind::MultiWildcard)),
    ] {
        assert_eq!(advise(text).kind, kind, "{text}");
    }
}

#[test]
fn the_bare_domain_and_www_are_suggested_where_they_are_missing() {
    for (text, suggested) in [
        ("shop.cn", &[("www.shop.cn", false)][..]),
        ("shop.cn www.shop.cn", &[]),
        ("shop.cn *.shop.cn", &[]),
        ("*.shop.cn", &[("shop.cn", true)]),
        ("*.a.shop.cn", &[("a.shop.cn", true)]),
        ("*.a.shop.cn *.shop.cn shop.cn", &[]),
        ("a.shop.cn", &[]),
        ("co.uk *.co.uk 8.8.8.8 _x.cn", &[]),
    ] {
        let advice = advise(text);
        let names: Vec<_> = advice
            .suggestions
            .iter()
            .map(|one| (&*one.name, one.is_apex))
            .collect();
        assert_eq!(names, suggested, "{text}");
    }
}

#[test]
fn how_control_is_proven_is_said_of_the_list() {
    let told = |text: &str| ids(&advise(text).findings);
    assert_eq!(told("shop.cn"), []);
    assert_eq!(told("*.shop.cn"), [("order_list_dns_only", Info)]);
    assert_eq!(
        told("*.shop.cn 8.8.8.8"),
        [
            ("order_list_dns_only", Info),
            ("order_addresses_not_by_dns", Info)
        ]
    );
    assert_eq!(told("*.co.uk 10.0.0.1"), []);
}
