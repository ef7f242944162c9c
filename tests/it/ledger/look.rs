//! The answer comes back: a certificate without its key asks the ledger for it.

use certwright::core::artifact::Fingerprint;
use certwright::core::env::Env;
use certwright::core::ledger::answer::missing_keys;
use certwright::core::ledger::ops::{Answer, Request};
use certwright::core::ledger::{Entry, Kept, LedgerFault, NewEntry, Role};
use certwright::core::op::{self, Outcome, Report};
use certwright::core::problem::Failure;
use certwright::core::progress::Unwatched;

use super::{entry, world};
use crate::support::inspect;

fn ask(env: &Env<'_>, request: Request) -> Result<Answer, LedgerFault> {
    match op::run(&op::Request::Ledger(request), env, &Unwatched) {
        Outcome::Done(Report::Ledger(answer)) => Ok(*answer),
        Outcome::Failed(Failure::Ledger(fault)) => Err(fault),
        _ => panic!("another outcome"),
    }
}

fn key_of(path: &str) -> Fingerprint {
    let inspection = inspect(path, &[]);
    let leaf = &inspection.story.identities[0].leaf;
    Fingerprint::of(&leaf.spki)
}

#[test]
fn a_certificate_and_a_request_without_their_key_are_asked_for() {
    let path = "bundles/user-csr-with-request.zip";
    let inspection = inspect(path, &[]);
    let missing = missing_keys(&inspection);
    let key = key_of(path);
    assert_eq!(missing.len(), 2, "the certificate and its request");
    assert!(missing.iter().all(|(_, wanted)| *wanted == key));
    let leaf = inspection.story.identities[0].copies[0];
    assert_eq!(missing[0].0, leaf);
}

#[test]
fn with_the_key_beside_it_nothing_is_asked_for() {
    let inspection = inspect("bundles/zerossl.zip", &[]);
    assert_eq!(missing_keys(&inspection), Vec::new());
}

#[test]
fn the_ledger_tells_where_the_key_lies_and_what_is_gone() {
    let (folder, world) = world();
    let env = world.env();
    let there = folder.path().join("shop.key");
    std::fs::write(&there, "a key").expect("written");
    let gone = folder.path().join("gone.key");
    let key = key_of("bundles/user-csr.zip");
    let of_key = |path: &std::path::Path| Kept {
        role: Role::Key,
        path: path.to_owned(),
    };
    for (number, kept) in [(1, of_key(&gone)), (2, of_key(&there)), (3, of_key(&there))] {
        let made = NewEntry {
            key,
            kept: vec![kept],
            ..entry(number)
        };
        env.ledger.record(&made).expect("written");
    }
    let unknown = Fingerprint::of(b"nobody's");
    let Ok(Answer::Known(known)) = ask(&env, Request::Look(vec![unknown, key])) else {
        panic!("no answer");
    };
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].key, key);
    assert_eq!(known[0].entry.made.at, entry(3).at, "the newest");
    assert_eq!(known[0].key_files, [(there, true), (gone, false)]);
}

#[test]
fn a_certificate_that_came_back_stands_beside_its_request() {
    let (_folder, world) = world();
    let env = world.env();
    let id = env.ledger.record(&entry(1)).expect("written");
    let came = Request::CameBack {
        made: Box::new(entry(1)),
        certificate: "/home/zoe/shop1.crt".into(),
    };
    assert_eq!(ask(&env, came.clone()), Ok(Answer::CameBack(id)));
    assert_eq!(ask(&env, came), Ok(Answer::CameBack(id)));
    let held: Vec<Entry> = env.ledger.of_key(&entry(1).key).expect("read");
    let kept = &held[0].made.kept;
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[1].role, Role::Certificate);
}
