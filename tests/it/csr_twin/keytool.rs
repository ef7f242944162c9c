//! The real keytool, told as printed.

use certwright::core::csr::{Curve, NewKey, Spec};
use certwright::core::x509::Csr;
use certwright::text::Lang;
use certwright::text::csr::twin::{Asked, Tool, TwinNote, twin};

use super::made::{Asks, der, run};
use super::specs::{CN, HOSTILE, OU, asked, server, specs, subject};

const UTF8: u32 = 12;
const PRINTABLE: u32 = 19;
/// subjectKeyIdentifier, which keytool always adds and a note says.
const KEY_IDENTIFIER: &str = "2.5.29.14";

fn made(what: &str, asked: &Asked<'_>) {
    let twin =
        twin(Lang::En, Tool::Keytool, asked).unwrap_or_else(|fault| panic!("{what}: {fault:?}"));
    assert!(twin.notes.contains(&TwinNote::PlainStrings));
    assert!(twin.notes.contains(&TwinNote::KeyIdentifierAdded));
    let folder = run(&twin, "secret1\n");
    let request = der(&folder.path().join(asked.csr_file));
    let mut made = Asks::of_request(&request);
    let mut ours = Asks::of_spec(asked.spec);
    assert!(made.extensions.remove(KEY_IDENTIFIER).is_some(), "{what}");
    // Plain letters become PrintableString; every other string type is ours.
    for (made, ours) in made.subject.iter_mut().zip(&ours.subject) {
        if made.1 == PRINTABLE && ours.1 == UTF8 {
            made.1 = UTF8;
        }
    }
    if ours.challenge.take().is_some() {
        assert!(
            twin.notes
                .contains(&TwinNote::ChallengeLeftOut(Tool::Keytool))
        );
    }
    assert_eq!(made, ours, "{what}");
    let csr = Csr::parse(&request).expect("a request");
    assert_eq!(NewKey::like(&csr.key), asked.key.kind(), "{what}");
}

#[test]
fn every_kind_of_key_that_java_has_is_made() {
    let spec = server();
    for kind in NewKey::ALL.into_iter().filter(|kind| *kind != NewKey::Sm2) {
        made(kind.name(), &asked(&spec, kind));
    }
}

#[test]
fn everything_that_can_be_asked_for_is_asked_for() {
    for (what, spec) in specs() {
        if !spec.subject.0.is_empty() {
            made(what, &asked(&spec, NewKey::Ec(Curve::P256)));
        }
    }
}

#[test]
fn no_value_becomes_another() {
    for names in HOSTILE.chunks(8) {
        let mut fields: Vec<(&'static str, &str)> = names.iter().map(|name| (OU, *name)).collect();
        fields.push((CN, "a.example"));
        let spec = Spec {
            subject: subject(&fields),
            ..Spec::default()
        };
        made(&names.join(" | "), &asked(&spec, NewKey::Ec(Curve::P256)));
    }
}
