//! A name space in memory, walked and resolved.

use super::Ended;
use crate::core::diagnose::ask::{Asker, WalkEnd};
use crate::core::diagnose::{Lane, Request, Setup};
use crate::core::env::memory::{
    CountingRandom, FixedClock, MemoryDns, MemoryFiles, MemoryIis, MemoryLedger, MemoryWeb,
    NoStores,
};
use crate::core::env::{
    DnsFault, DnsName, DnsQuestion, DnsServer, Env, NoElevation, OneByOne, RecordType, SystemDns,
};
use crate::core::limits;
use crate::core::progress::Unwatched;
use crate::core::time::Moment;

fn world() -> MemoryDns {
    MemoryDns::default()
        .with_zone(
            "198.41.0.4",
            ".",
            "net 9 NS ns.tld.net\nns.tld.net 9 A 9.0.0.1\n\
             org 9 NS ns.org-servers.net\n. 9 SOA a.root 1 60",
        )
        .with_zone(
            "9.0.0.1",
            "net",
            "net 9 NS ns.tld.net\nnet 9 SOA ns.tld.net 1 60\n\
             example.net 9 NS ns1.example.net\nexample.net 9 NS ns2.example.org\n\
             ns1.example.net 9 A 9.0.1.1\n\
             org-servers.net 9 NS ns1.example.net\n\
             silent.net 9 NS ns.silent.net\nns.silent.net 9 A 9.9.9.9\n\
             lame.net 9 NS ns1.example.net\n\
             lost.net 9 NS ns.lost.net\n\
             circle-a.net 9 NS ns.circle-b.net\ncircle-b.net 9 NS ns.circle-a.net",
        )
        .with_zone(
            "9.0.1.1",
            "example.net",
            "example.net 9 NS ns1.example.net\nexample.net 9 NS ns3.example.net\n\
             example.net 9 SOA ns1.example.net 1 60\n\
             ns1.example.net 9 A 9.0.1.1\nns3.example.net 9 A 9.0.1.1\n\
             www.example.net 9 CNAME shop.example.org\n\
             a.b.c.example.net 9 A 9.1.1.1\n\
             one.example.net 9 CNAME two.example.net\ntwo.example.net 9 CNAME one.example.net\n\
             gone.example.net 9 CNAME nowhere.example.org",
        )
        .with_zone(
            "9.0.1.1",
            "sub.example.net",
            "sub.example.net 9 NS ns1.example.net\nsub.example.net 9 SOA ns1.example.net 7 60\n\
             x.sub.example.net 9 A 9.1.1.2",
        )
        .with_zone(
            "9.0.1.1",
            "org-servers.net",
            "org-servers.net 9 NS ns1.example.net\nns.org-servers.net 9 A 9.0.0.2\n\
             org-servers.net 9 SOA ns1.example.net 1 60",
        )
        .with_zone(
            "9.0.0.2",
            "org",
            "org 9 NS ns.org-servers.net\norg 9 SOA ns.org-servers.net 1 60\n\
             example.org 9 NS ns2.example.org\nns2.example.org 9 A 9.0.1.2",
        )
        .with_zone(
            "9.0.1.2",
            "example.org",
            "example.org 9 NS ns2.example.org\nexample.org 9 SOA ns2.example.org 1 60\n\
             ns2.example.org 9 A 9.0.1.2\nshop.example.org 9 A 9.1.1.3",
        )
}

fn asked<R>(dns: &MemoryDns, names: &[&str], look: impl FnOnce(&Asker<'_>) -> R) -> R {
    let names: Vec<DnsName> = names
        .iter()
        .filter_map(|name| DnsName::parse(name))
        .collect();
    let request = Request {
        setup: Setup::default(),
        ..Request::of(names)
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
    look(&Asker::new(&request, &env, &Unwatched))
}

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

#[test]
fn the_way_leads_through_every_zone_and_names_who_serves_it() {
    asked(&world(), &["www.example.net"], |asker| {
        let walk = asker.walk(Lane::Dns, &name("www.example.net")).unwrap();
        let way: Vec<String> = walk
            .zones
            .iter()
            .map(|zone| zone.apex.to_string())
            .collect();
        assert_eq!(way, [".", "net", "example.net"]);
        let servers: Vec<(String, bool, bool, usize)> = walk
            .zone()
            .unwrap()
            .servers
            .iter()
            .map(|one| {
                (
                    one.name.to_string(),
                    one.at_parent,
                    one.at_zone,
                    one.addresses.len(),
                )
            })
            .collect();
        let told = |name: &str, parent, zone| (name.to_owned(), parent, zone, 1);
        assert_eq!(
            servers,
            [
                told("ns1.example.net", true, true),
                told("ns2.example.org", true, false),
                told("ns3.example.net", false, true)
            ]
        );
    });
}

#[test]
fn zones_on_the_same_server_and_names_without_records_are_seen() {
    asked(&world(), &["example.net"], |asker| {
        let zone = |text: &str| {
            let walk = asker.walk(Lane::Dns, &name(text)).unwrap();
            walk.zone().map(|zone| zone.apex.to_string())
        };
        assert_eq!(
            zone("x.sub.example.net").as_deref(),
            Some("sub.example.net")
        );
        assert_eq!(zone("a.b.c.example.net").as_deref(), Some("example.net"));
        assert_eq!(
            zone("none.at.all.example.net").as_deref(),
            Some("example.net")
        );
        assert_eq!(zone("nobody.net").as_deref(), Some("net"));
    });
}

#[test]
fn a_way_that_breaks_off_says_where() {
    asked(&world(), &["example.net"], |asker| {
        let end = |text: &str| asker.walk(Lane::Dns, &name(text)).unwrap().end.clone();
        let silent = DnsFault::TimedOut(2_000);
        assert_eq!(
            end("www.silent.net"),
            WalkEnd::Silent {
                zone: name("silent.net"),
                fault: silent
            }
        );
        assert_eq!(
            end("lame.net"),
            WalkEnd::Lame {
                zone: name("lame.net"),
                code: 5
            }
        );
        for text in ["lost.net", "circle-a.net"] {
            let zone = name(text);
            assert_eq!(end(text), WalkEnd::NoServerAddress { zone }, "{text}");
        }
    });
}

#[test]
fn a_second_walk_asks_nothing_again() {
    let dns = world();
    asked(&dns, &["example.net"], |asker| {
        asker.walk(Lane::Dns, &name("www.example.net")).unwrap();
        let before = dns.asked().len();
        asker
            .walk(Lane::Validation, &name("www.example.net"))
            .unwrap();
        assert_eq!(dns.asked().len(), before);
    });
}

#[test]
fn aliases_are_followed_over_zones_and_circles_end() {
    asked(&world(), &["example.net"], |asker| {
        let of = |text: &str| {
            asker
                .resolve(Lane::Dns, &name(text), RecordType::A)
                .unwrap()
        };
        let found = of("www.example.net");
        assert_eq!(
            found.names,
            [name("www.example.net"), name("shop.example.org")]
        );
        assert_eq!((found.records.len(), found.ended), (1, Ended::Found));
        assert_eq!(of("one.example.net").ended, Ended::Loop);
        assert_eq!(
            of("gone.example.net").ended,
            Ended::NoSuchName { ttl: Some(9) }
        );
        assert_eq!(
            of("b.c.example.net").ended,
            Ended::NoRecords { ttl: Some(9) }
        );
        assert!(matches!(
            of("lame.net").ended,
            Ended::Failed { code: 5, .. }
        ));
        assert!(matches!(of("silent.net").ended, Ended::Silent { .. }));
    });
}

#[test]
fn names_of_the_inside_are_asked_at_this_computers_resolver_alone() {
    let system = SystemDns {
        resolvers: vec!["10.0.0.53:53".parse().unwrap()],
        ..SystemDns::default()
    };
    let dns = world().with_system(system).with_zone(
        "10.0.0.53",
        ".",
        "erp.example.net 9 A 10.1.1.1\nintranet.local 9 A 10.1.1.2",
    );
    asked(&dns, &["erp.example.net", "intranet.local"], |asker| {
        for text in ["erp.example.net", "intranet.local"] {
            let found = asker
                .resolve(Lane::Dns, &name(text), RecordType::A)
                .unwrap();
            assert_eq!(found.ended, Ended::Found, "{text}");
        }
    });
    let outside = |question: &&DnsQuestion| question.server.address.to_string() != "10.0.0.53:53";
    assert_eq!(dns.asked().iter().filter(outside).count(), 0);
}

#[test]
fn a_silent_server_is_waited_for_once_and_a_run_asks_only_so_much() {
    let dns = world();
    asked(&dns, &["example.net"], |asker| {
        let to = |server: &str, name: &str| {
            let question = DnsQuestion {
                server: DnsServer::parse(server).unwrap(),
                name: DnsName::parse(name).unwrap(),
                kind: RecordType::A,
                is_recursive: false,
                wants_signatures: false,
            };
            (server.to_owned(), question)
        };
        for name in ["a.net", "b.net"] {
            let replies = asker.ask_all(Lane::Dns, &[to("9.9.9.9", name)], false);
            let fault = replies.unwrap().remove(0).outcome.unwrap_err();
            assert_eq!(fault, DnsFault::TimedOut(2_000));
        }
        assert_eq!(dns.asked().len(), 1);
        let many: Vec<_> = (0..=limits::DNS_QUESTIONS)
            .map(|number| to("9.0.0.1", &format!("a{number}.net")))
            .collect();
        let replies = asker.ask_all(Lane::Dns, &many, false).unwrap();
        let last = replies.last().unwrap().outcome.as_ref().unwrap_err();
        assert_eq!(*last, DnsFault::NotAsked);
    });
}
