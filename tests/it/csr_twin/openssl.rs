//! The real openssl, told as printed.

use certwright::core::csr::{AltName, NewKey, Spec};
use certwright::core::x509::Csr;
use certwright::text::Lang;
use certwright::text::csr::twin::{Asked, Tool, TwinKey, twin};

use super::made::{Asks, der, run};
use super::specs::{CN, HOSTILE, O, OU, asked, server, specs, subject};

/// Makes the request and lays it beside ours; string types and all.
fn made(what: &str, asked: &Asked<'_>) {
    let twin =
        twin(Lang::En, Tool::OpenSsl, asked).unwrap_or_else(|fault| panic!("{what}: {fault:?}"));
    let folder = run(&twin, "secret 1\n");
    let made = der(&folder.path().join(asked.csr_file));
    assert_eq!(Asks::of_request(&made), Asks::of_spec(asked.spec), "{what}");
    let csr = Csr::parse(&made).expect("a request");
    if let Some(kind) = asked.key.kind() {
        assert_eq!(NewKey::like(&csr.key), Some(kind), "{what}");
    }
}

#[test]
fn every_kind_of_key_is_made() {
    let spec = server();
    for kind in NewKey::ALL {
        made(kind.name(), &asked(&spec, kind));
    }
}

#[test]
fn everything_that_can_be_asked_for_is_asked_for() {
    for (what, spec) in specs() {
        made(
            what,
            &asked(&spec, NewKey::Ec(certwright::core::csr::Curve::P256)),
        );
    }
}

#[test]
fn no_value_becomes_another() {
    for name in HOSTILE {
        let spec = Spec {
            subject: subject(&[(O, name), (OU, "plain"), (OU, name), (CN, "a.example")]),
            names: vec![AltName::Upn(name.to_owned())],
            challenge: Some(name.to_owned()),
            ..Spec::default()
        };
        made(name, &asked(&spec, NewKey::Ed25519));
    }
}

#[test]
fn a_key_with_a_password_is_made_and_used() {
    let spec = server();
    let mut asked = asked(&spec, NewKey::Ed25519);
    asked.key = TwinKey::New {
        kind: NewKey::Ed25519,
        is_encrypted: true,
    };
    let twin = twin(Lang::En, Tool::OpenSsl, &asked).unwrap();
    assert!(twin.commands[0].contains("-aes-256-cbc"));
    // openssl asks at the terminal, which no test has; the same lines, told where the password is.
    let mut told = twin.clone();
    told.commands[0] += " -pass stdin";
    told.commands[1] += " -passin stdin";
    let folder = run(&told, "secret 1\n");
    let key = std::fs::read_to_string(folder.path().join(asked.key_file)).unwrap();
    assert!(
        key.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"),
        "{key}"
    );
    let made = der(&folder.path().join(asked.csr_file));
    assert_eq!(Asks::of_request(&made), Asks::of_spec(&spec));
}
