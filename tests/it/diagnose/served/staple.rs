//! OCSP answers made by openssl, sent along by nginx.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use certwright::core::chain::{self, Staple};
use certwright::core::diagnose::{CheckId, Mark};
use certwright::core::finding::{Id, ServedFact, Severity, StapleFault};
use certwright::core::time::Moment;
use rcgen::ExtendedKeyUsagePurpose;

use super::pki::{Like, Made, Pki};
use super::world::{Asking, NAME, Nginx, Told, server};

/// How an answer is made.
struct Answer<'a> {
    about: &'a Made,
    signer: &'a Made,
    revoked: bool,
    hash: &'a str,
}

impl<'a> Answer<'a> {
    fn new(pki: &'a Pki, about: &'a Made) -> Self {
        Self {
            about,
            signer: &pki.intermediate.made,
            revoked: false,
            hash: "-sha1",
        }
    }

    /// An answer of `openssl ocsp` that holds for an hour.
    fn made(&self, pki: &Pki) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let serial = self.about.certificate().serial_hex().to_uppercase();
        // `openssl ca` writes whole octets.
        let serial = format!("{}{serial}", "0".repeat(serial.len() % 2));
        let line = match self.revoked {
            true => {
                format!("R\t400101000000Z\t260101000000Z,keyCompromise\t{serial}\tunknown\t/CN=x\n")
            }
            false => format!("V\t400101000000Z\t\t{serial}\tunknown\t/CN=x\n"),
        };
        for (name, text) in [
            ("index", &line),
            ("ca", &pki.intermediate.made.pem),
            ("signer", &self.signer.pem),
            ("key", &self.signer.key),
            ("leaf", &self.about.pem),
        ] {
            fs::write(at(name), text).unwrap();
        }
        openssl(folder.path(), self.hash);
        fs::read(at("answer")).unwrap()
    }
}

fn openssl(folder: &Path, hash: &str) {
    let made = Command::new("openssl")
        .current_dir(folder)
        .args("ocsp -index index -CA ca -rsigner signer -rkey key -nmin 60".split(' '))
        .args([hash, "-issuer", "ca", "-cert", "leaf", "-noverify"])
        .args(["-respout", "answer"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("openssl is installed");
    assert!(made.success());
}

fn asking(pki: &Pki, leaf: &Made, answer: Option<Vec<u8>>) -> (Nginx, Asking) {
    let stapling = match answer {
        Some(_) => "ssl_stapling on; ssl_stapling_file {at}/answer;",
        None => "",
    };
    let files = [
        ("c", pki.full(leaf).into()),
        ("k", leaf.key.clone().into()),
        ("answer", answer.unwrap_or_default()),
    ];
    let nginx = Nginx::start(&files, &server("127.0.0.1", "c", "k", stapling));
    let asking = Asking::at(pki, &[nginx.at("127.0.0.1")]);
    (nginx, asking)
}

fn judged(pki: &Pki, leaf: &Made, answer: Option<Vec<u8>>) -> Told {
    let (_nginx, asking) = asking(pki, leaf, answer);
    asking.check(CheckId::Staple)
}

fn fault(told: &Told) -> StapleFault {
    assert_eq!(told.ids(), [Id::OcspStapleBad]);
    match told.served()[..] {
        [ServedFact::StapleBad { fault, .. }] => fault.clone(),
        _ => panic!("{:?}", told.served()),
    }
}

#[test]
fn a_good_answer_of_the_issuer_holds_by_either_hash() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    for hash in ["-sha1", "-sha256"] {
        let answer = Answer {
            hash,
            ..Answer::new(&pki, &leaf)
        };
        let told = judged(&pki, &leaf, Some(answer.made(&pki)));
        assert_eq!(told.check.mark(), Some(Mark::Good), "{:?}", told.served());
        assert!(told.summary().contains("good"), "{}", told.summary());
    }
}

#[test]
fn a_responder_counts_where_the_issuer_lets_it_sign() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let signing = Like::new("ocsp.test").used_for(ExtendedKeyUsagePurpose::OcspSigning);
    let (allowed, other) = (pki.leaf(&signing), pki.leaf(&Like::new("ocsp.test")));
    let by = |signer| {
        let answer = Answer {
            signer,
            ..Answer::new(&pki, &leaf)
        };
        judged(&pki, &leaf, Some(answer.made(&pki)))
    };
    assert_eq!(by(&allowed).check.mark(), Some(Mark::Good));
    assert_eq!(fault(&by(&other)), StapleFault::ResponderNotAllowed);
    let foreign = Pki::new().leaf(&signing);
    assert_eq!(fault(&by(&foreign)), StapleFault::ResponderNotAllowed);
}

#[test]
fn a_revoked_certificate_is_an_error() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let answer = Answer {
        revoked: true,
        ..Answer::new(&pki, &leaf)
    };
    let told = judged(&pki, &leaf, Some(answer.made(&pki)));
    assert_eq!(told.ids(), [Id::CertificateRevoked]);
    assert_eq!(told.check.mark(), Some(Mark::Problem));
}

#[test]
fn an_answer_out_of_time_or_about_another_does_not_hold() {
    let pki = Pki::new();
    let (leaf, old) = (pki.leaf(&Like::new(NAME)), pki.leaf(&Like::new(NAME)));
    let (_nginx, asking) = asking(&pki, &leaf, Some(Answer::new(&pki, &leaf).made(&pki)));
    let asking = asking.later(7_200);
    let told = asking.check(CheckId::Staple);
    assert!(matches!(fault(&told), StapleFault::Expired { .. }));
    let told = asking.later(-7_200).check(CheckId::Staple);
    assert!(matches!(fault(&told), StapleFault::NotYetValid { .. }));
    let told = judged(&pki, &leaf, Some(Answer::new(&pki, &old).made(&pki)));
    assert_eq!(fault(&told), StapleFault::OtherCertificate);
}

#[test]
fn must_staple_makes_a_missing_or_bad_answer_an_error() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME).must_staple());
    let told = judged(&pki, &leaf, None);
    assert_eq!(told.ids(), [Id::OcspStapleMissing]);
    assert_eq!(told.check.mark(), Some(Mark::Problem));
    let other = pki.leaf(&Like::new(NAME));
    let told = judged(&pki, &leaf, Some(Answer::new(&pki, &other).made(&pki)));
    assert_eq!(told.check.findings[0].severity, Severity::Error);
    let told = judged(&pki, &leaf, Some(Answer::new(&pki, &leaf).made(&pki)));
    assert_eq!(told.check.mark(), Some(Mark::Good));
    // Nobody demands one of the others.
    assert_eq!(judged(&pki, &other, None).check.mark(), Some(Mark::Good));
}

#[test]
fn no_change_of_an_answer_makes_it_hold_or_stops_the_judge() {
    let pki = Pki::new();
    let leaf = pki.leaf(&Like::new(NAME));
    let answer = Answer::new(&pki, &leaf).made(&pki);
    let (target, issuer) = (leaf.certificate(), pki.intermediate.made.certificate());
    let now = Moment(jiff::Timestamp::now().as_second());
    let judge = |der: &[u8]| chain::staple(der, &target, Some(&issuer), now);
    assert!(matches!(judge(&answer), Staple::Good { .. }));
    for end in 0..answer.len() {
        assert!(
            !matches!(judge(&answer[..end]), Staple::Good { .. }),
            "{end}"
        );
    }
    // What is signed is everything up to the signature; certificates that come along are not.
    let signed = 20..answer.len() - 1;
    for index in signed {
        let mut changed = answer.clone();
        changed[index] ^= 0x55;
        judge(&changed);
    }
    let refused = [0x30, 3, 0x0a, 1, 6];
    assert_eq!(
        judge(&refused),
        Staple::Bad(StapleFault::Refused { status: 6 })
    );
}
