//! What we find out about ten servers of different makers is what testssl.sh found out.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use certwright::core::diagnose::Request;
use certwright::core::diagnose::ask::Asker;
use certwright::core::diagnose::checks::tls::scan::{self, Server};
use certwright::core::env::{Call, DnsName};
use certwright::core::limits;
use certwright::core::progress::Unwatched;
use certwright::core::tls::session::{Session, told};
use certwright::core::tls::{Handshake, Hello, Probe, Suite, Version};
use certwright::core::x509::Certificate;
use serde_json::Value;

use super::servers::{Running, script};

/// What is compared.
#[derive(Debug, PartialEq, Eq)]
struct Facts {
    /// Accepted versions with their suites by number.
    versions: BTreeMap<Version, Vec<u16>>,
    /// Certificates sent, and whether each is issued by the next; `None` where none can be seen.
    chain: Option<(usize, bool)>,
    /// Whether an OCSP answer comes along.
    is_stapled: bool,
}

/// What testssl.sh told.
fn oracle(json: &Path) -> Facts {
    let text = std::fs::read_to_string(json).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let findings: Vec<(&str, &str)> = document["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["id"].as_str().unwrap(),
                one["finding"].as_str().unwrap(),
            )
        })
        .collect();
    // With several certificates the id says which: the first is the one that is sent to everybody.
    let finding = |id: &str| {
        let is_it = |(one, _): &&(&str, &str)| one.split(' ').next() == Some(id);
        findings.iter().find(is_it).map(|(_, finding)| *finding)
    };
    let kinds = [
        (Version::Ssl3, "SSLv3", "ssl3"),
        (Version::Tls10, "TLS1", "tls1"),
        (Version::Tls11, "TLS1_1", "tls1_1"),
        (Version::Tls12, "TLS1_2", "tls1_2"),
        (Version::Tls13, "TLS1_3", "tls1_3"),
    ];
    let mut versions = BTreeMap::new();
    for (version, id, cipher) in kinds {
        if !finding(id).is_some_and(|told| told.starts_with("offered")) {
            continue;
        }
        let prefix = format!("cipher-{cipher}_x");
        let numbers = findings
            .iter()
            .filter_map(|(id, _)| id.strip_prefix(&prefix));
        let mut numbers: Vec<u16> = numbers
            .map(|hex| u16::from_str_radix(hex, 16).unwrap())
            .collect();
        numbers.sort_unstable();
        versions.insert(version, numbers);
    }
    let chain = finding("certs_countServer").map(|count| {
        let is_ordered = finding("certs_list_ordering_problem") == Some("no");
        (count.parse().unwrap(), is_ordered)
    });
    Facts {
        versions,
        chain,
        is_stapled: finding("OCSP_stapling").is_some_and(|told| told.starts_with("offered")),
    }
}

/// What we find out, and how many connections it took.
fn ours(running: &Running) -> (Facts, usize) {
    let name = DnsName::parse("www.example.com").unwrap();
    let request = Request::of(vec![name.clone()]);
    let world = certwright::platform::World::new();
    let env = world.env();
    let asker = Asker::new(&request, &env, &Unwatched);
    let places = [running.address];
    let mut servers = scan::versions(&asker, &name, &places).unwrap();
    scan::suites(&asker, &name, &mut servers).unwrap();
    let server = servers.pop().unwrap();
    assert!(!server.is_unsure(), "{server:#?}");
    let shake = shake(&env, running, &name, &server);
    let facts = Facts {
        versions: versions(&server),
        chain: shake
            .as_ref()
            .map(|shake| (shake.chain.len(), is_ordered(&shake.chain))),
        is_stapled: shake.is_some_and(|shake| shake.staple.is_some()),
    };
    (facts, server.connections)
}

fn versions(server: &Server) -> BTreeMap<Version, Vec<u16>> {
    let of = |one: &scan::OfVersion| {
        let suites = one.suites.as_ref()?;
        let numbers = suites.accepted.iter().map(|suite| suite.0);
        Some((one.version, numbers.collect()))
    };
    server.versions.iter().filter_map(of).collect()
}

/// A handshake of today, and where there is none, that of an old client.
fn shake(
    env: &certwright::core::env::Env<'_>,
    running: &Running,
    name: &DnsName,
    server: &Server,
) -> Option<Handshake> {
    let new = Call::new(running.address, Session::new(Some(name), None));
    let newest = *server.accepted().last()?;
    let hello = Hello {
        version: newest,
        suites: Suite::all().filter(|suite| suite.is_for(newest)).collect(),
        name: Some(name.to_string()),
        alpn: Vec::new(),
        random: [1; 32],
        share: [9; 32],
        is_bare: false,
    };
    let old = Call::new(running.address, Probe::flight(&hello, None));
    let mut talked = env.dial.talk_all(vec![new, old], &Unwatched).into_iter();
    let new = told(talked.next()?).ok().and_then(|told| told.outcome.ok());
    new.or_else(|| {
        let (probe, _, end) = talked.next()?.into_script::<Probe>()?;
        probe.handshake(&end).ok()
    })
}

/// Whether each certificate is issued by the next.
fn is_ordered(chain: &[Vec<u8>]) -> bool {
    let chain = chain.iter().map(|der| Certificate::parse(der).unwrap());
    let chain: Vec<Certificate> = chain.collect();
    let mut pairs = chain.windows(2);
    pairs.all(|pair| pair[0].issuer.der == pair[1].subject.der)
}

fn agrees(name: &str) {
    let json = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tls/oracle");
    let running = Running::start(name);
    let begun = Instant::now();
    let (facts, connections) = ours(&running);
    let took = begun.elapsed().as_millis();
    eprintln!("{name}: {connections} connections, {took} ms");
    assert!(connections <= limits::SCAN_CONNECTIONS);
    assert_eq!(facts, oracle(&json.join(format!("{name}.json"))), "{name}");
}

macro_rules! agree {
    ($($test:ident $name:literal;)*) => {
        $(#[test]
        fn $test() {
            agrees($name);
        })*
    };
}

agree! {
    nginx_with_tls_13_alone "nginx-modern";
    nginx_as_recommended_with_a_staple "nginx-intermediate";
    nginx_with_obsolete_versions "nginx-old";
    nginx_with_a_chain_out_of_order "nginx-disordered";
    openssl_with_one_suite "openssl-one";
    openssl_with_all_suites "openssl-all";
    openssl_that_asks_for_another_hello "openssl-retry";
    openssl_that_wants_a_client_certificate "openssl-client";
    nss_with_ssl_3 "nss-ssl3";
    gnutls_with_its_own_priority "gnutls";
}

/// Asks testssl.sh anew about two of them.
#[test]
fn testssl_still_says_the_same_of_two_servers() {
    let out = tempfile::tempdir().unwrap();
    let names = ["nginx-modern", "openssl-one"];
    let made = script("tls_oracle.py").arg(out.path()).args(names).status();
    assert!(made.expect("python3 is installed").success());
    for name in names {
        let json = out.path().join(format!("{name}.json"));
        let (facts, _) = ours(&Running::start(name));
        assert_eq!(facts, oracle(&json), "{name}");
    }
}
