//! What comes without the name.

use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::{Fact, Id, TlsFact};

use super::pki::{Like, Pki};
use super::world::{Asking, NAME, Nginx, server};

#[test]
fn another_sites_certificate_without_the_name_is_told() {
    let pki = Pki::new();
    let (own, other) = (
        pki.leaf(&Like::new(NAME)),
        pki.leaf(&Like::new("first.test")),
    );
    let files = [
        ("own", pki.full(&own).into()),
        ("ownkey", own.key.clone().into()),
        ("other", pki.full(&other).into()),
        ("otherkey", other.key.clone().into()),
    ];
    let first = server("127.0.0.1", "other", "otherkey", "server_name first.test;");
    let second = server(
        "127.0.0.1",
        "own",
        "ownkey",
        &format!("server_name {NAME};"),
    );
    let nginx = Nginx::start(&files, &(first + &second));
    let told = Asking::at(&pki, &[nginx.at("127.0.0.1")]).check(CheckId::Sni);
    assert_eq!(told.ids(), [Id::TlsSniNeeded]);
    let Fact::Tls(TlsFact::SniNeeded { instead, .. }) = &told.check.findings[0].fact else {
        panic!("{:?}", told.check.findings);
    };
    assert_eq!(instead.as_deref(), Some("first.test"));
    let without = told.found.served.iter().filter(|one| !one.with_sni);
    assert_eq!(without.count(), 1);
}

#[test]
fn a_server_that_refuses_clients_without_a_name_is_told() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let files = [
        ("c", pki.full(&leaf).into()),
        ("k", leaf.key.clone().into()),
    ];
    let own = server("127.0.0.1", "c", "k", &format!("server_name {NAME};"));
    let refusing =
        "server { listen 127.0.0.1:{port} ssl default_server; ssl_reject_handshake on; }\n";
    let nginx = Nginx::start(&files, &(refusing.to_owned() + &own));
    let told = Asking::at(&pki, &[nginx.at("127.0.0.1")]).check(CheckId::Sni);
    assert_eq!(told.ids(), [Id::TlsSniNeeded]);
    assert!(told.summary().contains("nothing"), "{}", told.summary());
}

#[test]
fn one_site_alone_needs_no_name() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let nginx = Nginx::site(&pki.full(&leaf), &leaf.key);
    let asking = Asking::at(&pki, &[nginx.at("127.0.0.1")]);
    assert_eq!(asking.check(CheckId::Sni).check.mark(), Some(Mark::Good));
    let told = asking.check(CheckId::Alpn);
    assert!(told.summary().contains("http/1.1"), "{}", told.summary());
}
