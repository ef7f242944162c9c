//! Changed bytes in certificates and revocation lists: an answer, never a panic, and never a valid chain
//! where a signed byte was changed.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use certwright::core::chain::{Lists, Material, Pool, Profile, Question, Roots, ask};
use certwright::core::time::Moment;
use certwright::core::x509::{Certificate, RevocationList};
use proptest::prelude::*;
use serde::Deserialize;

use crate::fixture::der_blocks;
use crate::support::{NOW, fixture};

#[derive(Deserialize)]
struct Case {
    leaf: PathBuf,
    #[serde(default)]
    untrusted: Vec<PathBuf>,
    #[serde(default)]
    crls: Vec<PathBuf>,
}

/// The files of one case, in DER.
struct Held {
    leaf: Vec<u8>,
    untrusted: Vec<Vec<u8>>,
    lists: Vec<Vec<u8>>,
}

static HELD: LazyLock<Vec<Held>> = LazyLock::new(|| {
    let cases = fs::read(fixture("chain/cases.json")).unwrap();
    let cases: Vec<Case> = serde_json::from_slice(&cases).unwrap();
    cases
        .iter()
        .map(|case| Held {
            leaf: ders(&case.leaf).swap_remove(0),
            untrusted: case.untrusted.iter().flat_map(ders).collect(),
            lists: case.crls.iter().flat_map(ders).collect(),
        })
        .collect()
});

static ROOTS: LazyLock<Roots> = LazyLock::new(|| {
    let found = ders(&PathBuf::from("certs/root.pem"));
    Roots::from_der(found.iter().map(Vec::as_slice))
});

fn ders(path: &PathBuf) -> Vec<Vec<u8>> {
    let bytes = fs::read(fixture("chain").join(path)).unwrap();
    match std::str::from_utf8(&bytes) {
        Ok(text) if text.contains("-----BEGIN") => der_blocks(text),
        _ => vec![bytes],
    }
}

/// Whether the chain holds by the profile; `None` when the certificate cannot be read.
fn holds(held: &Held, leaf: &[u8], profile: Profile) -> Option<bool> {
    let leaf = Arc::new(Certificate::parse(leaf).ok()?);
    let untrusted = held.untrusted.iter();
    let untrusted = untrusted.filter_map(|der| Certificate::parse(der).ok());
    let mut pool = vec![Arc::clone(&leaf)];
    pool.extend(untrusted.map(Arc::new));
    let lists = held.lists.iter();
    let lists = lists.filter_map(|der| RevocationList::parse(der).ok());
    let material = Material {
        pool: &Pool::new(pool),
        roots: &ROOTS,
        public_roots: &ROOTS,
        lists: &Lists::new(lists.map(Arc::new)),
    };
    let question = Question {
        profile,
        ..Question::at(Moment::parse(NOW).unwrap())
    };
    Some(ask(&leaf, &question, material).is_sound())
}

fn changed(der: &[u8], at: usize, to: u8) -> Vec<u8> {
    let mut der = der.to_vec();
    let index = at % der.len();
    der[index] = to;
    der
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn a_changed_certificate_never_becomes_valid(case in any::<prop::sample::Index>(), at: usize, to: u8) {
        let held = case.get(&HELD);
        let leaf = changed(&held.leaf, at, to);
        let parsed = Certificate::parse(&leaf);
        let is_signed_part = parsed.as_ref().is_ok_and(|new| {
            Certificate::parse(&held.leaf).is_ok_and(|old| old.tbs() != new.tbs())
        });
        for profile in [Profile::Practice, Profile::Rfc5280, Profile::WebPki] {
            let verdict = holds(held, &leaf, profile);
            prop_assert!(!(is_signed_part && verdict == Some(true)));
        }
    }

    #[test]
    fn changed_issuers_and_lists_get_an_answer(
        case in any::<prop::sample::Index>(),
        which in any::<prop::sample::Index>(),
        at: usize,
        to: u8,
    ) {
        let held = case.get(&HELD);
        let mut new = Held {
            leaf: held.leaf.clone(),
            untrusted: held.untrusted.clone(),
            lists: held.lists.clone(),
        };
        let count = new.untrusted.len() + new.lists.len();
        if count > 0 {
            let index = which.index(count);
            let files = new.untrusted.iter_mut().chain(&mut new.lists);
            if let Some(file) = files.into_iter().nth(index) {
                *file = changed(file, at, to);
            }
            for profile in [Profile::Practice, Profile::Rfc5280, Profile::WebPki] {
                holds(&new, &new.leaf, profile);
            }
        }
    }
}
