//! The table is well formed, and agrees with what other lists say.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::*;

const WRITTEN: &str = include_str!("../../../../assets/trust/clients.json");

fn mozilla_roots() -> Vec<Arc<Certificate>> {
    webpki_root_certs::TLS_SERVER_ROOT_CERTS
        .iter()
        .map(|der| Arc::new(Certificate::parse(der).unwrap()))
        .collect()
}

fn named(name: &str) -> Arc<Certificate> {
    let known = TABLE.roots.iter().find(|root| root.name == name).unwrap();
    let mut roots = mozilla_roots().into_iter();
    roots.find(|root| root.fingerprint == known.sha256).unwrap()
}

fn state_of(name: &str, client: &str) -> State {
    let known = TABLE.roots.iter().find(|root| root.name == name).unwrap();
    let mut cells = known.cells.iter();
    cells.find(|cell| cell.client.id == client).unwrap().state
}

fn standing_of(answers: &[(&'static Client, Standing)], id: &str) -> Standing {
    let mut answers = answers.iter();
    answers.find(|(client, _)| client.id == id).unwrap().1
}

fn is_day(text: &str) -> bool {
    Moment::parse(&format!("{text}T00:00:00Z")).is_some()
}

#[test]
fn the_table_is_read_whole() {
    let written: Written = serde_json::from_str(WRITTEN).unwrap();
    assert_eq!(written.roots.len(), TABLE.roots.len());
    assert!(clients().len() >= 10 && TABLE.roots.len() >= 30);
    for root in &written.roots {
        let ids: HashSet<_> = root.cells.keys().copied().collect();
        let all: HashSet<_> = clients().iter().map(|client| client.id).collect();
        assert_eq!(ids, all, "{}", root.name);
    }
}

#[test]
fn every_client_has_words_in_both_languages() {
    for client in clients() {
        for words in [client.name, client.note] {
            assert!(
                !words.en.is_empty() && !words.zh.is_empty(),
                "{}",
                client.id
            );
        }
    }
}

#[test]
fn every_answer_has_a_dated_source_and_no_unknown_one_has() {
    let written: Written = serde_json::from_str(WRITTEN).unwrap();
    for root in &written.roots {
        for (client, cell) in &root.cells {
            let known = TABLE
                .roots
                .iter()
                .find(|known| known.name == root.name)
                .unwrap();
            let shown = known
                .cells
                .iter()
                .find(|shown| shown.client.id == *client)
                .unwrap();
            assert_eq!(
                shown.sources.len(),
                cell.sources.len(),
                "{} {client}",
                root.name
            );
            assert_eq!(
                shown.sources.is_empty(),
                shown.state == State::Unknown,
                "{} {client}",
                root.name
            );
            assert!(shown.sources.iter().all(|source| is_day(source.dated)));
        }
    }
}

#[test]
fn days_are_days() {
    for root in TABLE.roots {
        assert!(is_day(root.not_after), "{}", root.name);
        for cell in &root.cells {
            if let State::Trusted {
                issued_until: Some(day),
                ..
            } = cell.state
            {
                assert!(is_day(day), "{} {}", root.name, cell.client.id);
            }
        }
    }
}

#[test]
fn no_root_and_no_key_is_listed_twice() {
    assert_eq!(TABLE.by_certificate.len(), TABLE.roots.len());
    assert_eq!(TABLE.by_key.len(), TABLE.roots.len());
}

#[test]
fn keys_and_last_days_agree_with_the_certificates_built_in() {
    let known: HashMap<_, _> = TABLE.roots.iter().map(|root| (root.sha256, root)).collect();
    let mut compared = 0;
    for root in mozilla_roots() {
        let Some(listed) = known.get(&root.fingerprint) else {
            continue;
        };
        let key = Fingerprint(Sha256::digest(&root.spki).into());
        assert_eq!(listed.spki_sha256, key, "{}", listed.name);
        assert!(
            root.not_after.to_string().starts_with(listed.not_after),
            "{}",
            listed.name
        );
        compared += 1;
    }
    assert!(compared >= 60, "{compared} compared");
}

/// The built-in list is a peer: it comes from Mozilla's own report, the table from certdata.txt.
#[test]
fn firefox_trusts_what_mozilla_lists() {
    let mozilla: HashSet<_> = mozilla_roots()
        .iter()
        .map(|root| root.fingerprint)
        .collect();
    for root in TABLE
        .roots
        .iter()
        .filter(|root| mozilla.contains(&root.sha256))
    {
        let state = state_of(root.name, "mozilla");
        assert!(
            matches!(state, State::Trusted { until: None, .. }),
            "{} {state:?}",
            root.name
        );
    }
}

#[test]
fn old_android_knows_no_root_of_lets_encrypt() {
    assert_eq!(state_of("ISRG Root X1", "android-old"), State::NotTrusted);
    let answers = summary(&named("ISRG Root X2"), &[named("ISRG Root X1")]);
    assert_eq!(standing_of(&answers, "android-old"), Standing::NotTrusted);
    assert_eq!(standing_of(&answers, "android-7"), Standing::Trusted);
    assert_eq!(standing_of(&answers, "windows-7"), Standing::NotTrusted);
}

#[test]
fn a_cross_signed_twin_is_known_by_its_key() {
    let root = named("GTS Root R1");
    let twin = Certificate {
        fingerprint: Fingerprint([7; 32]),
        ..Certificate::parse(&root.der).unwrap()
    };
    assert_eq!(known_root(&twin).unwrap().name, "GTS Root R1");
}

#[test]
fn the_best_root_on_the_way_counts() {
    let (new, old) = (named("ISRG Root X2"), named("ISRG Root X1"));
    assert_eq!(state_of("ISRG Root X2", "android-7"), State::NotTrusted);
    let answers = summary(&new, &[Arc::clone(&new), old]);
    assert_eq!(standing_of(&answers, "android-7"), Standing::Trusted);
}

#[test]
fn a_path_to_a_root_nobody_read_about_is_unknown_not_refused() {
    let leaf = named("ISRG Root X1");
    let private = Certificate {
        fingerprint: Fingerprint([9; 32]),
        spki: Arc::from([1, 2, 3].as_slice()),
        ..Certificate::parse(&leaf.der).unwrap()
    };
    assert!(who_trusts(&private).is_none());
    for path in [vec![], vec![Arc::new(private)]] {
        let answers = summary(&leaf, &path);
        assert_eq!(answers.len(), clients().len());
        assert!(
            answers
                .iter()
                .all(|(_, standing)| *standing == Standing::Unknown)
        );
    }
}

#[test]
fn some_roots_count_only_for_certificates_of_their_time() {
    let limited = State::Trusted {
        since: None,
        until: None,
        issued_until: Some("2024-11-15"),
    };
    let at = |text| Moment::parse(text).unwrap();
    assert_eq!(
        limited.standing(at("2024-11-15T23:59:59Z")),
        Standing::Trusted
    );
    assert_eq!(
        limited.standing(at("2024-11-16T00:00:00Z")),
        Standing::NotTrusted
    );
}

/// Let's Encrypt keeps a page of its own on the same question (letsencrypt/website, cert-compat.md).
#[test]
fn first_versions_agree_with_lets_encrypts_page() {
    for (root, client, first) in [
        ("ISRG Root X1", "mozilla", "NSS 3.26 "),
        ("ISRG Root X2", "mozilla", "NSS 3.74 "),
        ("ISRG Root X1", "debian", "20161102"),
        ("ISRG Root X2", "debian", "20230311"),
    ] {
        let State::Trusted {
            since: Some(since), ..
        } = state_of(root, client)
        else {
            panic!("{root} {client}: no first version");
        };
        assert!(since.starts_with(first), "{root} {client}: {since}");
    }
    assert_eq!(state_of("ISRG Root X2", "android-7"), State::NotTrusted);
}
