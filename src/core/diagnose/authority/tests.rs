//! Who is found by which name.

use super::{Authority, LISTED, TABLE_DATE};

fn to_write(text: &str) -> Option<String> {
    Authority::find(text).map(|found| found.to_write().to_owned())
}

#[test]
fn a_brand_a_name_and_a_domain_lead_to_the_ca() {
    for (text, domain) in [
        ("Let's Encrypt", "letsencrypt.org"),
        ("let’s encrypt", "letsencrypt.org"),
        ("letsencrypt.org", "letsencrypt.org"),
        ("ZeroSSL", "sectigo.com"),
        ("Comodo", "sectigo.com"),
        ("comodoca.com", "sectigo.com"),
        ("TRUST-PROVIDER.COM", "sectigo.com"),
        ("Secure Site", "digicert.com"),
        ("geotrust", "digicert.com"),
        ("RapidSSL", "digicert.com"),
        ("TrustAsia", "trustasia.com"),
        ("亚洲诚信", "trustasia.com"),
        ("trustasia dv", "sectigo.com"),
        ("Google", "pki.goog"),
        ("AWS", "amazon.com"),
        ("starfieldtech.com.", "godaddy.com"),
        ("certum", "certum.pl"),
        ("CFCA", "cfca.com.cn"),
        ("ca.example.org", "ca.example.org"),
    ] {
        assert_eq!(to_write(text).as_deref(), Some(domain), "{text}");
    }
    for text in ["", "nobody", "*.example.com", "a b.com"] {
        assert_eq!(to_write(text), None, "{text}");
    }
}

#[test]
fn rows_of_the_user_take_the_place_of_those_with_their_name() {
    let own = [Authority {
        name: "SECTIGO".to_owned(),
        domains: vec!["ca.example.net".to_owned()],
    }];
    let found = Authority::find_among("sectigo", &own).unwrap();
    assert_eq!(found.domains, ["ca.example.net"]);
    let all = Authority::all(&own);
    assert_eq!(all.len(), LISTED.len());
    assert_eq!(all.first(), own.first());
    let retired = all
        .last()
        .and_then(Authority::listed)
        .and_then(|row| row.retired);
    assert_eq!(retired, Some(2025));
}

#[test]
fn every_row_can_be_written_and_says_where_it_was_read() {
    for row in LISTED {
        assert!(
            !row.source.is_empty() && !row.domains.is_empty(),
            "{}",
            row.name
        );
        for domain in row.domains {
            assert!(Authority::of_domain(domain).is_some(), "{domain}");
            assert_eq!(to_write(domain).as_deref(), row.domains.first().copied());
        }
        assert_eq!(row.authority().listed(), Some(row));
    }
    assert_eq!(TABLE_DATE.len(), 10);
}

#[test]
fn issuer_domains_are_compared_as_dns_does() {
    let own = Authority::of_domain("b\u{fc}cher.example").unwrap();
    assert!(own.recognises("XN--BCHER-KVA.example"));
    assert!(!own.recognises("") && !own.recognises("example"));
}
