//! What is said of one name.

use certwright::core::csr::names::NameKind;
use certwright::core::finding::Severity::{self, Error, Info, Warning};
use certwright::core::finding::{Fact, NameFact, NameFault, WildcardFault};

use super::{ids, one};

fn fact(text: &str) -> NameFact {
    match one(text).findings.swap_remove(0).fact {
        Fact::Name(fact) => fact,
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn ordinary_names_are_fine() {
    for (text, ascii, shown, registrable) in [
        (
            "shop.example.com",
            "shop.example.com",
            "shop.example.com",
            Some("example.com"),
        ),
        (
            "example.org",
            "example.org",
            "example.org",
            Some("example.org"),
        ),
        (
            "*.example.net",
            "*.example.net",
            "*.example.net",
            Some("example.net"),
        ),
        (
            "münchen.example.net",
            "xn--mnchen-3ya.example.net",
            "münchen.example.net",
            Some("example.net"),
        ),
        (
            "xn--mnchen-3ya.example.net",
            "xn--mnchen-3ya.example.net",
            "münchen.example.net",
            Some("example.net"),
        ),
        (
            "Straße.de",
            "xn--strae-oqa.de",
            "straße.de",
            Some("xn--strae-oqa.de"),
        ),
        (
            "例子.公司.cn",
            "xn--fsqu00a.xn--55qx5d.cn",
            "例子.公司.cn",
            Some("xn--fsqu00a.xn--55qx5d.cn"),
        ),
        (
            "*.bücher.de",
            "*.xn--bcher-kva.de",
            "*.bücher.de",
            Some("xn--bcher-kva.de"),
        ),
        (
            "a.b.c.shop.co.uk",
            "a.b.c.shop.co.uk",
            "a.b.c.shop.co.uk",
            Some("shop.co.uk"),
        ),
        (
            "name.github.io",
            "name.github.io",
            "name.github.io",
            Some("github.io"),
        ),
        ("x.www.ck", "x.www.ck", "x.www.ck", Some("www.ck")),
    ] {
        let found = one(text);
        assert_eq!(ids(&found.findings), [], "{text}");
        assert_eq!(
            (&*found.name.ascii, &*found.name.shown),
            (ascii, shown),
            "{text}"
        );
        assert_eq!(found.registrable.as_deref(), registrable, "{text}");
    }
}

#[test]
fn what_cannot_stand_in_a_certificate_is_refused_with_its_cause() {
    let label = "a".repeat(64);
    let long = format!("{}.com", vec!["a".repeat(50); 5].join("."));
    let deep = format!("{}com", "a.".repeat(127));
    for (text, cause) in [
        ("shop_1.example.com", NameFault::Underscore),
        ("-shop.example.com", NameFault::HyphenAtEnd),
        ("shop-.example.com", NameFault::HyphenAtEnd),
        ("ab--shop.example.com", NameFault::HyphensReserved),
        ("shop..example.com", NameFault::EmptyLabel),
        (".example.com", NameFault::EmptyLabel),
        ("shop$.example.com", NameFault::Character('$')),
        ("a\0b.example.com", NameFault::Character('\0')),
        ("xn--99999999.example.com", NameFault::ALabel),
        ("xn--a.example.com", NameFault::ALabel),
        ("1.2.3.999", NameFault::NumericEnding),
        ("10.0.0.0/24", NameFault::AddressRange),
        ("\u{300}a.example.com", NameFault::International),
        (&format!("{label}.example.com"), NameFault::LabelTooLong),
        (&long, NameFault::NameTooLong),
        (&deep, NameFault::NameTooLong),
    ] {
        let found = one(text);
        assert_eq!(found.name.kind, NameKind::Unusable, "{text}");
        assert_eq!(
            ids(&found.findings),
            [("order_name_malformed", Error)],
            "{text}"
        );
        match fact(text) {
            NameFact::Malformed { cause: said, .. } => assert_eq!(said, cause, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn a_star_is_the_whole_left_most_label() {
    for (text, cause) in [
        ("*", WildcardFault::Alone),
        ("*.*.example.com", WildcardFault::Several),
        ("a*.example.com", WildcardFault::PartOfLabel),
        ("*a.example.com", WildcardFault::PartOfLabel),
        ("a.*.example.com", WildcardFault::NotLeftmost),
        ("example.*", WildcardFault::NotLeftmost),
        ("*.1.2.3.4", WildcardFault::Address),
    ] {
        match fact(text) {
            NameFact::WildcardMisplaced { cause: said, .. } => assert_eq!(said, cause, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

fn worst(text: &str) -> (&'static str, Severity) {
    ids(&one(text).findings).into_iter().next().unwrap()
}

#[test]
fn public_suffixes_are_refused_in_the_icann_section_alone() {
    for text in [
        "com",
        "co.uk",
        "*.com",
        "*.co.uk",
        "shop.ck",
        "*.ck",
        "ck",
        "*.kawasaki.jp",
        "公司.cn",
        "*.中国",
    ] {
        assert_eq!(worst(text), ("order_name_public_suffix", Error), "{text}");
    }
    assert_eq!(ids(&one("*.github.io").findings), []);
    assert_eq!(ids(&one("*.www.ck").findings), []);
}

#[test]
fn names_of_internal_networks_are_refused() {
    for text in [
        "server",
        "localhost",
        "nas.local",
        "app.internal",
        "pc.lan",
        "dc.corp",
        "tv.home.arpa",
        "a.test",
        "a.example",
        "a.invalid",
        "a.localhost",
        "*.corp.local",
        "*.intranet",
    ] {
        assert_eq!(worst(text), ("order_name_internal", Error), "{text}");
    }
    assert_eq!(
        worst("shop.nosuchtld"),
        ("order_name_top_level_unknown", Warning)
    );
    let onion = format!("{}.onion", "a".repeat(56));
    assert_eq!(ids(&one(&onion).findings), [("order_name_onion", Info)]);
}

#[test]
fn private_addresses_are_refused_and_public_ones_noted() {
    for text in [
        "10.0.4.17",
        "172.16.0.1",
        "192.168.1.1",
        "127.0.0.1",
        "169.254.1.1",
        "100.64.0.1",
        "192.0.2.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "0.0.0.0",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:10.0.0.1",
    ] {
        assert_eq!(worst(text), ("order_name_private_address", Error), "{text}");
    }
    for text in ["8.8.8.8", "2606:4700::1111", "172.32.0.1", "100.128.0.1"] {
        assert_eq!(
            ids(&one(text).findings),
            [("order_address_few_cas", Info)],
            "{text}"
        );
    }
}

#[test]
fn long_names_do_not_fit_into_the_common_name() {
    let host = |count| format!("{}.{}.cn", "a".repeat(30), "b".repeat(count));
    assert_eq!(ids(&one(&host(30)).findings), []);
    assert_eq!(host(30).len(), 64);
    assert_eq!(
        ids(&one(&host(31)).findings),
        [("order_name_long", Warning)]
    );
}

#[test]
fn filter_words_warn_as_whole_parts_and_are_noted_inside_labels() {
    let word = "order_name_filter_word";
    for text in [
        "bank.shop.cn",
        "my-bank.cn",
        "test.example.com",
        "free-visa-bank.cn",
        "*.google.shop.cn",
        "hp.cn",
    ] {
        assert_eq!(ids(&one(text).findings), [(word, Warning)], "{text}");
    }
    for text in ["latest.shop.cn", "silver.cn", "php.shop.cn", "palace.cn"] {
        assert_eq!(ids(&one(text).findings), [(word, Info)], "{text}");
    }
    for text in ["shop.live", "example.com", "www.example.org", "shop.cn"] {
        assert_eq!(ids(&one(text).findings), [], "{text}");
    }
}

#[test]
fn one_vendors_top_level_domains_are_noted() {
    assert_eq!(
        ids(&one("shop.ru").findings),
        [("order_name_vendor_rule", Info)]
    );
    assert_eq!(
        ids(&one("shop.pw").findings),
        [("order_name_vendor_rule", Info)]
    );
    assert_eq!(worst("pw.shop.cn"), ("order_name_filter_word", Warning));
}
