//! The lane against name servers in memory: what no real server does, or does too slowly.

use crate::core::diagnose::{CheckId, Diagnosis, Lane, Request, Setup, run};
use crate::core::env::memory::{
    CountingRandom, FixedClock, MemoryDns, MemoryFiles, MemoryIis, MemoryLedger, MemoryWeb,
    NoStores,
};
use crate::core::env::{
    DnsAnswer, DnsFault, DnsName, DnsServer, Env, NoElevation, OneByOne, RecordType,
    SERVER_FAILURE, SystemDns,
};
use crate::core::finding::Id;
use crate::core::op::{Outcome, Report};
use crate::core::progress::Unwatched;
use crate::core::time::Moment;

const ROOT: &str = "net 9 NS ns.tld.net\nns.tld.net 9 A 9.0.0.1\n. 9 SOA a.root 1 60";
const NET: &str = "net 9 NS ns.tld.net\nnet 9 SOA ns.tld.net 1 60\n\
    example.net 9 NS ns1.example.net\nexample.net 9 NS ns2.example.net\n\
    ns1.example.net 9 A 9.0.1.1\nns2.example.net 9 A 9.0.2.1";
const EXAMPLE: &str = "example.net 300 NS ns1.example.net\nexample.net 300 NS ns2.example.net\n\
    example.net 300 SOA ns1.example.net 1 60\n\
    ns1.example.net 300 A 9.0.1.1\nns2.example.net 300 A 9.0.2.1\n\
    www.example.net 300 A 9.1.1.1\n\
    both.example.net 300 CNAME www.example.net\nboth.example.net 300 TXT \"beside\"";

fn world() -> MemoryDns {
    MemoryDns::default()
        .with_zone("198.41.0.4", ".", ROOT)
        .with_zone("9.0.0.1", "net", NET)
        .with_zone("9.0.1.1", "example.net", EXAMPLE)
        .with_zone("9.0.2.1", "example.net", EXAMPLE)
}

fn resolver(lines: &str, dns: MemoryDns, address: &str) -> MemoryDns {
    dns.with_zone(address, ".", &format!("{lines}\n. 300 SOA a.root 1 60"))
}

fn diagnosis(dns: &MemoryDns, of: &str, setup: Setup) -> std::sync::Arc<Diagnosis> {
    let request = Request {
        lanes: vec![Lane::Dns],
        setup,
        ..Request::of(vec![DnsName::parse(of).unwrap()])
    };
    let env = Env {
        files: &MemoryFiles::default(),
        clock: &FixedClock(Moment(1_790_000_000)),
        parallel: &OneByOne,
        random: &CountingRandom::default(),
        stores: &NoStores,
        iis: &MemoryIis::default(),
        elevation: &NoElevation,
        ledger: &MemoryLedger::default(),
        dns,
        web: &MemoryWeb::default(),
        dial: &crate::core::env::NoDialer,
    };
    match run(&request, &env, &Unwatched) {
        Outcome::Done(Report::Diagnosis(done)) => done,
        _ => panic!("no diagnosis"),
    }
}

fn ids(done: &Diagnosis) -> Vec<&'static str> {
    let all = done.findings();
    let mut ids: Vec<&str> = all.iter().map(|finding| finding.id().name()).collect();
    ids.retain(|id| id.starts_with("dns_"));
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn public(addresses: &[&str]) -> Setup {
    Setup {
        public: addresses
            .iter()
            .filter_map(|one| DnsServer::parse(one))
            .collect(),
        ..Setup::default()
    }
}

#[test]
fn a_stale_resolver_and_one_that_keeps_an_absence_are_told() {
    let dns = resolver("www.example.net 200 A 9.9.9.1", world(), "8.8.8.8");
    let dns = resolver("www.example.net 200 A 9.1.1.1", dns, "1.1.1.1");
    let setup = public(&["8.8.8.8", "1.1.1.1"]);
    let done = diagnosis(&dns, "www.example.net", setup);
    assert_eq!(ids(&done), ["dns_resolvers_disagree"]);
    let dns = resolver("other.example.net 200 A 9.9.9.1", world(), "8.8.8.8");
    let done = diagnosis(&dns, "www.example.net", public(&["8.8.8.8"]));
    assert_eq!(
        ids(&done),
        ["dns_negative_cached", "dns_resolvers_disagree"]
    );
}

#[test]
fn the_hosts_file_and_a_view_of_ones_own_are_seen() {
    let system = SystemDns {
        resolvers: vec!["10.0.0.53:53".parse().unwrap()],
        hosts: vec![("www.example.net".to_owned(), "127.0.0.1".parse().unwrap())],
        fault: None,
    };
    let dns = resolver("www.example.net 9 A 10.1.1.1", world(), "10.0.0.53").with_system(system);
    let agreed = Setup {
        is_inside_agreed: true,
        ..Setup::default()
    };
    let done = diagnosis(&dns, "www.example.net", agreed);
    assert_eq!(
        ids(&done),
        ["dns_hosts_file", "dns_resolvers_disagree", "dns_split"]
    );
    let done = diagnosis(&dns, "www.example.net", Setup::default());
    assert_eq!(ids(&done), ["dns_hosts_file", "dns_reserved_address"]);
    let delegation = done
        .checks
        .iter()
        .find(|one| one.key.id == CheckId::Delegation);
    assert!(delegation.unwrap().mark().is_none());
}

#[test]
fn other_records_beside_an_alias_are_told() {
    let done = diagnosis(&world(), "both.example.net", Setup::default());
    assert_eq!(ids(&done), ["dns_cname_beside_others"]);
}

#[test]
fn an_answer_that_cannot_be_read_names_its_server() {
    let broken = Err(DnsFault::Broken("short".to_owned()));
    let dns = world().with_answer("9.0.2.1", "example.net", RecordType::SOA, broken);
    let done = diagnosis(&dns, "www.example.net", Setup::default());
    assert_eq!(ids(&done), ["dns_answer_broken"]);
}

#[test]
fn what_port_53_does_not_let_out_is_unknown_and_never_good() {
    let dns = MemoryDns::default();
    let done = diagnosis(&dns, "www.example.net", Setup::default());
    assert_eq!(ids(&done), ["dns_lookup_failed"]);
    let marks: Vec<_> = done
        .checks
        .iter()
        .filter_map(|check| check.mark())
        .collect();
    assert!(marks.contains(&crate::core::diagnose::Mark::Unknown));
}

#[test]
fn a_server_that_answers_over_udp_only_is_told() {
    let dns = world().without_tcp("9.0.2.1");
    let done = diagnosis(&dns, "www.example.net", Setup::default());
    assert_eq!(ids(&done), ["dns_tcp_closed"]);
}

#[test]
fn signatures_that_only_resolvers_can_judge_are_heard_of() {
    let failing = DnsAnswer {
        code: SERVER_FAILURE,
        recurses: true,
        errors: vec![(7, "signature expired".to_owned())],
        ..DnsAnswer::default()
    };
    let at = |dns: MemoryDns, outcome| {
        dns.with_answer("8.8.8.8", "www.example.net", RecordType::A, outcome)
    };
    let dns = at(MemoryDns::default(), Ok(failing));
    let done = diagnosis(&dns, "www.example.net", public(&["8.8.8.8"]));
    let found = done.findings();
    assert!(found.iter().any(|one| one.id() == Id::DnssecBroken));
    let done = diagnosis(&MemoryDns::default(), "www.example.net", Setup::default());
    let found = done.findings();
    assert!(found.iter().any(|one| one.id() == Id::DnssecNotChecked));
}

#[test]
fn a_random_name_is_not_told_as_said_of_anybody() {
    let done = diagnosis(&world(), "www.example.net", Setup::default());
    let name = DnsName::parse("www.example.net").unwrap();
    let said = done.said.iter().map(|said| &said.name);
    for other in said {
        assert!(name.is_within(other), "{other}");
    }
}

#[test]
fn a_resolver_in_place_of_the_roots_is_told_and_nobody_else_is_blamed() {
    let pretender = || DnsAnswer {
        code: crate::core::env::NO_SUCH_NAME,
        recurses: true,
        ..DnsAnswer::default()
    };
    let mut dns = resolver(
        "www.example.net 300 A 9.1.1.1",
        MemoryDns::default(),
        "9.9.9.9",
    );
    for root in ["198.41.0.4", "170.247.170.2", "192.33.4.12", "199.7.91.13"] {
        dns = dns.with_answer(root, "net", RecordType::NS, Ok(pretender()));
    }
    let setup = Setup {
        resolvers: vec![DnsServer::parse("9.9.9.9").unwrap()],
        with_system: false,
        ..Setup::default()
    };
    let done = diagnosis(&dns, "www.example.net", setup);
    assert_eq!(ids(&done), ["dns_intercepted"]);
    let all = done.findings();
    assert!(all.iter().all(|finding| finding.id() != Id::DnssecBroken));
}
