//! x509-limbo: chains with the verdicts that RFC 5280 and the web's rules demand, and what other
//! verifiers say. The profile follows from a case's namespace; nothing here knows a single case.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use certwright::core::chain::{
    Answer, Lists, Material, PeerName, Pool, Profile, Question, Roots, ask,
};
use certwright::core::finding::Usage;
use certwright::core::time::Moment;
use certwright::core::x509::{Certificate, RevocationList};
use serde::Deserialize;

use crate::fixture::der_blocks;

#[derive(Deserialize)]
pub struct Suite {
    pub testcases: Vec<Case>,
}

#[derive(Deserialize)]
pub struct Case {
    pub id: String,
    validation_kind: String,
    trusted_certs: Vec<String>,
    untrusted_intermediates: Vec<String>,
    peer_certificate: String,
    validation_time: Option<String>,
    key_usage: Vec<String>,
    extended_key_usage: Vec<String>,
    pub expected_result: String,
    expected_peer_name: Option<Name>,
    expected_peer_names: Vec<Name>,
    max_chain_depth: Option<usize>,
    crls: Vec<String>,
}

#[derive(Deserialize)]
struct Name {
    kind: String,
    value: String,
}

impl Name {
    fn wanted(&self) -> PeerName {
        match self.kind.as_str() {
            "IP" => PeerName::Ip(self.value.parse().unwrap()),
            "RFC822" => PeerName::Email(self.value.clone()),
            _ => PeerName::Dns(self.value.clone()),
        }
    }
}

/// The folder with the suite, unless it is not there; then it says so aloud.
pub fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/limbo");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("NOT RUN: ../shared/data/limbo is absent, so x509-limbo judged nothing");
    None
}

pub fn core_suite() -> Option<Suite> {
    let text = fs::read(folder()?.join("limbo-core.json")).unwrap();
    Some(serde_json::from_slice(&text).unwrap())
}

/// All cases, BetterTLS among them.
pub fn whole_suite() -> Option<Suite> {
    let packed = fs::read(folder()?.join("limbo.min.json.xz")).unwrap();
    let mut text = Vec::new();
    lzma_rs::xz_decompress(&mut packed.as_slice(), &mut text).unwrap();
    Some(serde_json::from_slice(&text).unwrap())
}

fn certificates(pems: &[String]) -> Vec<Arc<Certificate>> {
    let ders = pems.iter().flat_map(|pem| der_blocks(pem));
    ders.filter_map(|der| Certificate::parse(&der).ok())
        .map(Arc::new)
        .collect()
}

fn question(case: &Case) -> Question {
    let time = case.validation_time.as_deref();
    let at = time.map_or(Moment::parse(crate::support::NOW), Moment::parse);
    let namespace = case.id.split("::").next().unwrap_or_default();
    let names = case
        .expected_peer_name
        .iter()
        .chain(&case.expected_peer_names);
    Question {
        usage: match case.validation_kind.as_str() {
            "CLIENT" => Usage::Client,
            _ => Usage::Server,
        },
        names: names.map(Name::wanted).collect(),
        profile: match namespace {
            "webpki" | "online" | "bettertls" => Profile::WebPki,
            _ => Profile::Rfc5280,
        },
        key_usage: case.key_usage.iter().map(|name| bit(name)).sum(),
        max_depth: case.max_chain_depth,
        ..Question::at(at.unwrap())
    }
}

fn bit(name: &str) -> u16 {
    let names = [
        "digitalSignature",
        "contentCommitment",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly",
    ];
    1 << names.iter().position(|known| *known == name).unwrap()
}

/// Judges one case; `None` when the certificate asked about cannot be read at all.
pub fn judge(case: &Case) -> Option<Answer> {
    for usage in &case.extended_key_usage {
        assert!(matches!(usage.as_str(), "serverAuth" | "clientAuth"));
    }
    let target = certificates(std::slice::from_ref(&case.peer_certificate)).pop()?;
    let mut roots = Roots::default();
    for root in certificates(&case.trusted_certs) {
        roots.add(root);
    }
    let mut held = certificates(&case.untrusted_intermediates);
    held.push(Arc::clone(&target));
    let lists = case.crls.iter().flat_map(|pem| der_blocks(pem));
    let lists = lists.filter_map(|der| RevocationList::parse(&der).ok());
    Some(ask(
        &target,
        &question(case),
        Material {
            pool: &Pool::new(held),
            roots: &roots,
            public_roots: &Roots::mozilla(),
            lists: &Lists::new(lists.map(Arc::new)),
        },
    ))
}

fn verdict(answer: Option<&Answer>) -> &'static str {
    match answer.is_some_and(Answer::is_valid) {
        true => "SUCCESS",
        false => "FAILURE",
    }
}

fn errors(answer: Option<&Answer>) -> String {
    let Some(best) = answer.and_then(Answer::best) else {
        return "the certificate cannot be read".to_owned();
    };
    let worst = best
        .all_findings()
        .filter(|finding| finding.severity == certwright::core::finding::Severity::Error);
    let ids: Vec<&str> = worst.map(|finding| finding.id().name()).collect();
    ids.join(" ")
}

/// Differences of every verifier of the suite's own table, without those it skips.
fn peers(suite: &Suite) -> BTreeMap<String, (usize, usize)> {
    let text = fs::read(folder().unwrap().join("peer-results-core.json")).unwrap();
    let results: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_slice(&text).unwrap();
    let count = |results: &BTreeMap<String, String>| {
        let of = |case: &Case| results.get(&case.id).map_or("SKIPPED", String::as_str);
        let skipped = suite.testcases.iter().filter(|case| of(case) == "SKIPPED");
        let wrong = suite
            .testcases
            .iter()
            .filter(|case| of(case) != "SKIPPED" && of(case) != case.expected_result);
        (wrong.count(), skipped.count())
    };
    results
        .into_iter()
        .map(|(peer, results)| (peer, count(&results)))
        .collect()
}

/// Differences that are allowed at most over the core cases.
const CORE_DIFFERENCES: usize = 12;

#[test]
fn core_cases_differ_in_few_and_reasoned_verdicts() {
    let Some(suite) = core_suite() else {
        return;
    };
    let mut differences = Vec::new();
    for case in &suite.testcases {
        let answer = judge(case);
        if verdict(answer.as_ref()) != case.expected_result {
            let errors = errors(answer.as_ref());
            differences.push(format!(
                "{}: expected {}, {errors}",
                case.id, case.expected_result
            ));
        }
    }
    println!("verifier                          wrong  skipped");
    println!("{:<34}{:>5}{:>9}", "certwright", differences.len(), 0);
    for (peer, (wrong, skipped)) in peers(&suite) {
        println!("{peer:<34}{wrong:>5}{skipped:>9}");
    }
    println!("{}", differences.join("\n"));
    assert!(
        differences.len() <= CORE_DIFFERENCES,
        "{} differences:\n{}",
        differences.len(),
        differences.join("\n")
    );
}

#[test]
fn bettertls_cases_are_all_judged_right() {
    let Some(suite) = whole_suite() else {
        return;
    };
    let cases: Vec<&Case> = suite
        .testcases
        .iter()
        .filter(|case| case.id.starts_with("bettertls::"))
        .collect();
    let half = cases.len().div_ceil(2).max(1);
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = cases
            .chunks(half)
            .map(|cases| scope.spawn(move || cases.iter().filter_map(|case| wrong(case)).collect()))
            .collect();
        let done = workers.into_iter().map(|worker| worker.join().unwrap());
        done.flat_map(|wrong: Vec<String>| wrong).collect()
    });
    println!("{} cases of BetterTLS, {} wrong", cases.len(), wrong.len());
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}

fn wrong(case: &Case) -> Option<String> {
    let answer = judge(case);
    (verdict(answer.as_ref()) != case.expected_result).then(|| {
        let errors = errors(answer.as_ref());
        format!("{}: expected {}, {errors}", case.id, case.expected_result)
    })
}
