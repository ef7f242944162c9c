//! What is found about versions and suites of real servers, and what is told of it.

use std::net::SocketAddr;
use std::sync::Arc;

use certwright::core::diagnose::{Check, CheckId, Diagnosis, Lane, Mark, Request, run};
use certwright::core::env::{DnsName, TalkEnd};
use certwright::core::finding::{Fact, ScanFact, Severity};
use certwright::core::limits;
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::Unwatched;
use certwright::core::tls::{Version, Weakness};
use certwright::text::Lang;
use certwright::text::diagnose::lines;

use super::acted::Act;
use super::between::between;
use super::servers::Running;

/// The connection lane of a server.
fn diagnosed(places: &[SocketAddr]) -> Arc<Diagnosis> {
    let name = DnsName::parse("www.example.com").unwrap();
    let request = Request {
        lanes: vec![Lane::Connection],
        connect: places.to_vec(),
        ..Request::of(vec![name])
    };
    let world = certwright::platform::World::new();
    match run(&request, &world.env(), &Unwatched) {
        Outcome::Done(Report::Diagnosis(diagnosis)) => diagnosis,
        _ => panic!("no diagnosis"),
    }
}

fn check(diagnosis: &Diagnosis, id: CheckId) -> &Check {
    let mut checks = diagnosis.checks.iter();
    checks.find(|check| check.key.id == id).unwrap()
}

fn ids(diagnosis: &Diagnosis, id: CheckId) -> Vec<(&'static str, Severity)> {
    let findings = check(diagnosis, id).findings.iter();
    let mut ids: Vec<_> = findings
        .map(|one| (one.id().name(), one.severity))
        .collect();
    ids.sort_unstable();
    ids
}

fn told(diagnosis: &Diagnosis, id: CheckId) -> String {
    lines(Lang::En, check(diagnosis, id)).detail
}

fn fact(diagnosis: &Diagnosis, id: CheckId) -> &ScanFact {
    match &check(diagnosis, id).findings[0].fact {
        Fact::Scan(fact) => fact,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_server_as_recommended_has_nothing_to_say() {
    let server = Running::start("nginx-intermediate");
    let diagnosis = diagnosed(&[server.address]);
    assert_eq!(ids(&diagnosis, CheckId::Protocols), []);
    assert_eq!(ids(&diagnosis, CheckId::Suites), []);
    assert_eq!(told(&diagnosis, CheckId::Protocols), "TLS 1.2, TLS 1.3");
    assert_eq!(
        told(&diagnosis, CheckId::Suites),
        "6 suites, the client chooses"
    );
}

#[test]
fn obsolete_versions_and_a_lack_of_forward_secrecy_are_found() {
    let server = Running::start("nginx-old");
    let diagnosis = diagnosed(&[server.address]);
    assert_eq!(
        ids(&diagnosis, CheckId::Protocols),
        [
            ("tls_no_tls13", Severity::Info),
            ("tls_obsolete_protocol", Severity::Warning)
        ]
    );
    let ScanFact::ObsoleteProtocol { versions, at } = fact(&diagnosis, CheckId::Protocols) else {
        panic!("another finding first");
    };
    assert_eq!(versions, &[Version::Tls10, Version::Tls11]);
    assert_eq!(at.addresses, [server.address.to_string()]);
    assert_eq!(
        ids(&diagnosis, CheckId::Suites),
        [("tls_no_forward_secrecy", Severity::Info)]
    );
    assert!(told(&diagnosis, CheckId::Suites).ends_with("the server chooses"));
}

#[test]
fn suites_that_protect_nothing_are_an_error() {
    let server = Running::start("openssl-all");
    let diagnosis = diagnosed(&[server.address]);
    let ids = ids(&diagnosis, CheckId::Suites);
    assert!(
        ids.contains(&("tls_weak_suites", Severity::Error)),
        "{ids:?}"
    );
    let ScanFact::WeakSuites { worst, suites, .. } = fact(&diagnosis, CheckId::Suites) else {
        panic!("another finding first");
    };
    assert_eq!(*worst, Weakness::NoEncryption);
    assert!(suites.len() > 10);
}

#[test]
fn weak_suites_are_a_warning() {
    let server = Running::start("nss-ssl3");
    let diagnosis = diagnosed(&[server.address]);
    let ids = ids(&diagnosis, CheckId::Suites);
    assert!(
        ids.contains(&("tls_weak_suites", Severity::Warning)),
        "{ids:?}"
    );
}

#[test]
fn nothing_but_obsolete_versions_is_an_error() {
    let server = Running::start("nginx-old");
    let before = between(server.address, |heard| {
        (heard.version >= 0x0303).then_some(Act::Alert(70))
    });
    let diagnosis = diagnosed(&[before]);
    assert_eq!(
        ids(&diagnosis, CheckId::Protocols),
        [("tls_obsolete_only", Severity::Error)]
    );
    assert_eq!(told(&diagnosis, CheckId::Protocols), "TLS 1.0, TLS 1.1");
}

#[test]
fn silence_instead_of_a_refusal_is_found_and_unknown() {
    let server = Running::start("nginx-old");
    let before = between(server.address, |heard| {
        (heard.version == 0x0304).then_some(Act::End(TalkEnd::Silent))
    });
    let diagnosis = diagnosed(&[before]);
    let found = ids(&diagnosis, CheckId::Protocols);
    assert!(
        found.contains(&("tls_version_unanswered", Severity::Warning)),
        "{found:?}"
    );
    assert!(
        !found.iter().any(|(id, _)| *id == "tls_no_tls13"),
        "{found:?}"
    );
    let protocols = check(&diagnosis, CheckId::Protocols);
    assert_eq!(protocols.mark(), Some(Mark::Unknown));
    assert!(told(&diagnosis, CheckId::Protocols).ends_with("no clear answer: TLS 1.3"));
}

#[test]
fn a_scan_that_ends_at_its_limit_says_so() {
    let server = Running::start("nginx-old");
    let before = between(server.address, |heard| {
        (heard.version < 0x0303).then(|| Act::Choose(heard.suites[0]))
    });
    let diagnosis = diagnosed(&[before]);
    let suites = check(&diagnosis, CheckId::Suites);
    let limited = suites.findings.iter().find_map(|one| match &one.fact {
        Fact::Scan(ScanFact::ScanLimit { connections, .. }) => Some(*connections),
        _ => None,
    });
    assert_eq!(limited, Some(limits::SCAN_CONNECTIONS));
    assert!(suites.mark() >= Some(Mark::Unknown));
    assert!(told(&diagnosis, CheckId::Suites).ends_with("perhaps more"));
}

#[test]
fn addresses_that_behave_alike_are_told_once() {
    let servers = [Running::start("nginx-old"), Running::start("nginx-old")];
    let places = [servers[0].address, servers[1].address];
    let diagnosis = diagnosed(&places);
    let ScanFact::ObsoleteProtocol { at, .. } = fact(&diagnosis, CheckId::Protocols) else {
        panic!("another finding first");
    };
    assert_eq!(at.addresses, places.map(|one| one.to_string()));
    let ScanFact::NoForwardSecrecy { at, .. } = fact(&diagnosis, CheckId::Suites) else {
        panic!("another finding first");
    };
    assert_eq!(
        at.addresses,
        [places[0].to_string()],
        "the first of them alone"
    );
}
