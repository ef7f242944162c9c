//! nginx, set up so that clients are kept out as they are in the field.

use std::net::SocketAddr;

use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::{ConnectionFact, Fact, Id};
use certwright::core::tls::{NoHandshake, Version};

use super::scene::{NAME, Told, look};
use crate::diagnose::served::world::Nginx;

fn nginx(server: &str) -> (Nginx, SocketAddr) {
    let made = rcgen::generate_simple_self_signed([NAME.to_owned()]).unwrap();
    let files = [
        ("cert.pem", made.cert.pem().into_bytes()),
        ("key.pem", made.signing_key.serialize_pem().into_bytes()),
    ];
    let certificate = "ssl_certificate {at}/cert.pem; ssl_certificate_key {at}/key.pem;";
    let servers = server.replace("{certificate}", certificate);
    let nginx = Nginx::start(&files, &servers);
    let address = SocketAddr::from(([127, 0, 0, 1], nginx.port));
    (nginx, address)
}

fn fact(told: &Told, address: SocketAddr) -> ConnectionFact {
    match &told.at(address).findings[0].fact {
        Fact::Connection(fact) => fact.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_port_without_ssl_speaks_plain_http() {
    let (_nginx, address) = nginx("server { listen 127.0.0.1:{port}; }");
    let told = look(&[address]);
    assert_eq!(told.found(address), Id::TlsPlainHttp);
}

#[test]
fn a_name_that_is_unknown_to_the_server_is_refused_by_name() {
    let (_nginx, address) =
        nginx("server { listen 127.0.0.1:{port} ssl; ssl_reject_handshake on; }");
    let told = look(&[address]);
    let ConnectionFact::NoHandshake { why, .. } = fact(&told, address) else {
        panic!("another fact");
    };
    let NoHandshake::Alert { alert, is_after } = why else {
        panic!("{why:?}");
    };
    assert_eq!((alert.name(), is_after), (Some("unrecognized_name"), false));
}

#[test]
fn a_server_with_old_suites_alone_is_seen_as_old_clients_see_it() {
    let (_nginx, address) = nginx(
        "server { listen 127.0.0.1:{port} ssl; {certificate} \
         ssl_protocols TLSv1.2; ssl_ciphers ECDHE-ECDSA-AES128-SHA256; }",
    );
    let told = look(&[address]);
    let ConnectionFact::OldClientOnly { version, suite, .. } = fact(&told, address) else {
        panic!("another fact");
    };
    assert_eq!((version, suite.0), (Version::Tls12, 0xC023));
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Good));
    assert_eq!(told.served(), 1);
}

#[test]
fn a_server_that_browsers_still_agree_with_is_no_old_one() {
    let (_nginx, address) = nginx(
        "server { listen 127.0.0.1:{port} ssl; {certificate} \
         ssl_protocols TLSv1.2; ssl_ciphers ECDHE-ECDSA-AES128-SHA; }",
    );
    let told = look(&[address]);
    assert_eq!(told.at(address).findings, Vec::new());
    assert_eq!(told.mark(CheckId::Reach), Some(Mark::Good));
    assert_eq!(told.served(), 1);
}

#[test]
fn a_client_certificate_that_is_checked_after_the_handshake_is_asked_for() {
    let (_nginx, address) = nginx(
        "server { listen 127.0.0.1:{port} ssl; {certificate} \
         ssl_verify_client on; ssl_client_certificate {at}/cert.pem; }",
    );
    let told = look(&[address]);
    assert_eq!(told.found(address), Id::TlsClientCertificate);
}
