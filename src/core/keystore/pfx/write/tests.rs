//! What can be said without a peer: the bar, a cancel, bounds, and that each certificate is written once.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::core::env::memory::CountingRandom;
use crate::core::env::{Random, RandomFault};
use crate::core::keystore::pfx::{Pfx, PfxCipher};
use crate::core::progress::{Stage, Unwatched};

fn key() -> PrivateKey {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let der = std::fs::read(path.join("tests/fixtures/keys/p256-pkcs8.der")).unwrap();
    PrivateKey::from_der(&der).unwrap()
}

fn entry<'a>(key: &'a PrivateKey, chain: &[&'a [u8]]) -> PfxKey<'a> {
    PfxKey {
        key,
        chain: chain.to_vec(),
        friendly_name: Some("site"),
        attributes: KeyAttributes::default(),
    }
}

fn try_write(
    contents: &PfxContents<'_>,
    recipe: &PfxRecipe,
    progress: &dyn Progress,
) -> Result<Zeroizing<Vec<u8>>, WriteFault> {
    let secret = Secret::from("password");
    write(
        contents,
        recipe,
        &secret,
        &CountingRandom::default(),
        progress,
    )
}

/// Keeps what it is told; wants to stop at the so-many-th question.
struct Watcher {
    told: Mutex<Vec<(u64, u64)>>,
    stop_after: AtomicUsize,
}

impl Watcher {
    fn stopping_after(questions: usize) -> Self {
        Self {
            told: Mutex::default(),
            stop_after: AtomicUsize::new(questions),
        }
    }
}

impl Progress for Watcher {
    fn report(&self, stage: Stage, done: u64, total: u64) {
        assert_eq!(stage, Stage::DerivingKeys);
        self.told.lock().unwrap().push((done, total));
    }

    fn is_cancelled(&self) -> bool {
        self.stop_after.fetch_sub(1, Ordering::Relaxed) == 1
    }
}

#[test]
fn three_derivations_are_one_bar() {
    let key = key();
    let contents = PfxContents {
        keys: vec![entry(&key, &[b"leaf"])],
        ..PfxContents::default()
    };
    let watcher = Watcher::stopping_after(usize::MAX);
    let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, 100_000);
    let bytes = try_write(&contents, &recipe, &watcher).unwrap();
    let told = watcher.told.into_inner().unwrap();
    assert!(told.iter().all(|(_, total)| *total == 300_000));
    assert!(told.windows(2).all(|pair| pair[0].0 < pair[1].0));
    // The first round of each derivation is no slice.
    assert_eq!(told.last(), Some(&(299_997, 300_000)));
    let watcher = Watcher::stopping_after(usize::MAX);
    let pfx = Pfx::parse(&bytes).unwrap();
    pfx.open(&Secret::from("password"), &watcher).unwrap();
    let told = watcher.told.into_inner().unwrap();
    assert_eq!(told.last(), Some(&(299_997, 300_000)));
}

#[test]
fn a_cancel_stops_each_derivation() {
    let key = key();
    let contents = PfxContents {
        keys: vec![entry(&key, &[b"leaf"])],
        ..PfxContents::default()
    };
    let recipe = PfxRecipe::windows(PfxCipher::TripleDesSha1, 50_000);
    for questions in [1, 20, 60, 90] {
        let watcher = Watcher::stopping_after(questions);
        let outcome = try_write(&contents, &recipe, &watcher);
        assert_eq!(outcome.err(), Some(WriteFault::Cancelled), "{questions}");
    }
}

/// A system whose generator is broken.
struct NoRandom;

impl Random for NoRandom {
    fn fill(&self, _bytes: &mut [u8]) -> Result<(), RandomFault> {
        Err(RandomFault)
    }
}

#[test]
fn what_cannot_be_done_is_told_before_any_work() {
    let contents = PfxContents::default();
    for seen in [0, 10_000_001] {
        let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, seen);
        let fault = WriteFault::LimitReached {
            limit: "kdf_iterations",
            allowed: 10_000_000,
            seen,
        };
        assert_eq!(try_write(&contents, &recipe, &Unwatched).err(), Some(fault));
    }
    let recipe = PfxRecipe {
        mac: Hash::Md5,
        ..PfxRecipe::windows(PfxCipher::Aes256Sha256, 1)
    };
    let outcome = try_write(&contents, &recipe, &Unwatched);
    assert!(matches!(outcome, Err(WriteFault::Unrepresentable { .. })));
    let recipe = PfxRecipe::windows(PfxCipher::Aes256Sha256, 1);
    let secret = Secret::from("");
    let outcome = write(&contents, &recipe, &secret, &NoRandom, &Unwatched);
    assert_eq!(outcome.err(), Some(WriteFault::NoRandom));
}

#[test]
fn each_certificate_is_written_once() {
    let (one, other) = (key(), key());
    let trusted = |der, friendly_name| PfxTrusted {
        der,
        friendly_name: Some(friendly_name),
        is_java_trusted: true,
    };
    let contents = PfxContents {
        keys: vec![
            entry(&one, &[b"leaf", b"issuer", b"root"]),
            entry(&other, &[b"issuer", b"root"]),
        ],
        trusted: vec![trusted(b"root", "root"), trusted(b"root", "root")],
    };
    let bags: Vec<_> = certificates::bags(&contents)
        .iter()
        .map(|bag| (bag.der, bag.is_leaf, bag.is_java_trusted))
        .collect();
    let expected: [(&[u8], bool, bool); 3] = [
        (b"leaf", true, false),
        (b"issuer", true, false),
        (b"root", false, true),
    ];
    assert_eq!(bags, expected);
}
