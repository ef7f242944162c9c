//! The DNS lane against real name servers: each fault is provoked, and named with its reason.

use std::sync::{Arc, OnceLock};

use certwright::core::diagnose::checks::dns::DnsSummary;
use certwright::core::diagnose::{CheckId, CheckKey, Diagnosis, Lane, Request, Summary, run};
use certwright::core::env::{DnsName, RecordType};
use certwright::core::finding::{DnsFact, DnssecFault, Fact, Severity};
use certwright::core::op::{Outcome, Report};
use certwright::core::progress::Unwatched;

use super::world::{Signing, World, Zone};

/// A zone of two servers in two networks.
fn zone(origin: &str, number: u8) -> Zone {
    Zone::new(origin)
        .at(&format!("ns1.{origin}"), &first(number))
        .at(&format!("ns2.{origin}"), &second(number))
}

fn first(number: u8) -> String {
    format!("127.53.{number}.1")
}

fn second(number: u8) -> String {
    format!("127.53.{number}.129").replace(&format!(".{number}."), &format!(".{}.", number + 100))
}

const WWW: &str = "www IN A 127.53.80.1";

fn signed_zones() -> Vec<Zone> {
    let signed = |origin, number, signing| zone(origin, number).with(WWW).signed(signing);
    vec![
        signed("good.net", 2, Signing::Good)
            .with("alias IN CNAME www\n*.wild IN A 127.53.80.3\nnodata IN TXT \"x\""),
        signed("nsec3.net", 3, Signing::Nsec3).with("*.wild IN A 127.53.80.3"),
        signed("expired.net", 4, Signing::Expired),
        signed("future.net", 5, Signing::Future),
        signed("wrongds.net", 6, Signing::WrongDs),
        signed("stripped.net", 7, Signing::Stripped),
        signed("holes.net", 10, Signing::Holes),
        signed("changed.net", 11, Signing::Changed),
        signed("unsigned.net", 8, Signing::None),
        signed("sub.nsec3.net", 9, Signing::None),
    ]
}

fn broken_zones() -> Vec<Zone> {
    vec![
        zone("differ.net", 20)
            .with(WWW)
            .version(&second(20), "www IN A 127.53.80.2"),
        zone("silent.net", 21).with(WWW).silent(&second(21)),
        zone("dead.net", 22).silent(&first(22)).silent(&second(22)),
        zone("refuses.net", 23).with(WWW).lame(&second(23)),
        Zone::new("lame.net")
            .at("a.nic.net", "127.53.1.1")
            .lame("127.53.1.1"),
        zone("naming.net", 24)
            .with("www IN A 127.53.80.1\nns9 IN A 127.53.24.1")
            .naming(&["ns1.naming.net", "ns9.naming.net"]),
        Zone::new("single.net")
            .at("ns1.single.net", "127.53.25.1")
            .with(WWW),
        Zone::new("glueless.net")
            .at("ns1.unsigned.net", &first(8))
            .at("ns2.unsigned.net", &second(8))
            .with(WWW),
        Zone::new("lost.net").at("ns.nowhere.org", "127.53.26.1"),
        zone("alias.net", 27).with(
            "www IN CNAME www.unsigned.net.\na IN CNAME b\nb IN CNAME a\n\
             gone IN CNAME nothing.unsigned.net.",
        ),
        zone("wild.net", 28).with("www IN A 127.53.80.1\n* IN TXT \"anything\""),
        zone("slow.net", 30)
            .with(WWW)
            .slow(&second(30), 400)
            .keeping(900, 600),
        zone("odd.net", 29).with("private IN A 10.0.0.1\ntext IN TXT \"x\""),
        zone("deep.odd.net", 29).with(WWW),
    ]
}

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| {
        let mut zones = vec![
            Zone::new("net")
                .at("a.nic.net", "127.53.1.1")
                .signed(Signing::Good),
        ];
        zones.extend(signed_zones());
        zones.extend(broken_zones());
        World::start(Signing::Good, zones)
    })
}

fn name(text: &str) -> DnsName {
    DnsName::parse(text).unwrap()
}

fn diagnosis(of: &str) -> Arc<Diagnosis> {
    let request = Request {
        lanes: vec![Lane::Dns],
        setup: world().setup(),
        ..Request::of(vec![name(of)])
    };
    let platform = certwright::platform::World::new();
    match run(&request, &platform.env(), &Unwatched) {
        Outcome::Done(Report::Diagnosis(done)) => done,
        _ => panic!("no diagnosis of {of}"),
    }
}

/// What the lane found, without whom may issue.
fn ids(done: &Diagnosis) -> Vec<&'static str> {
    let all = done.findings();
    let mut ids: Vec<&str> = all
        .iter()
        .filter(|finding| matches!(finding.fact, Fact::Dns(_)))
        .map(|finding| finding.id().name())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn summary(done: &Diagnosis, of: &str, id: CheckId) -> DnsSummary {
    let check = done.check(&CheckKey::of(id, &name(of))).unwrap();
    match &check.summary {
        Some(Summary::Dns(summary)) => summary.clone(),
        other => panic!("{of} {id:?}: {:?} {other:?}", check.state),
    }
}

#[test]
fn every_fault_of_a_zone_is_named_and_nothing_else() {
    let mut wrong = Vec::new();
    for (name, wanted) in [
        ("www.good.net", &[][..]),
        ("www.nsec3.net", &[]),
        ("www.unsigned.net", &[]),
        ("www.sub.nsec3.net", &[]),
        ("www.glueless.net", &[]),
        ("www.deep.odd.net", &[]),
        ("www.expired.net", &["dnssec_broken"]),
        ("www.future.net", &["dnssec_broken"]),
        ("www.wrongds.net", &["dnssec_broken"]),
        ("www.stripped.net", &["dnssec_broken"]),
        ("www.holes.net", &["dnssec_broken"]),
        ("www.changed.net", &["dnssec_broken"]),
        ("www.differ.net", &["dns_servers_disagree"]),
        ("www.silent.net", &["dns_server_silent"]),
        ("www.dead.net", &["dns_lookup_failed", "dns_server_silent"]),
        ("www.refuses.net", &["dns_server_refuses"]),
        (
            "www.lame.net",
            &["dns_lame_delegation", "dns_lookup_failed", "dns_one_server"],
        ),
        ("www.naming.net", &["dns_delegation_differs"]),
        ("www.single.net", &["dns_one_server"]),
        (
            "www.lost.net",
            &[
                "dns_lookup_failed",
                "dns_one_server",
                "dns_server_address_missing",
            ],
        ),
        ("www.alias.net", &[]),
        ("a.alias.net", &["dns_cname_loop"]),
        ("gone.alias.net", &["dns_cname_dangling"]),
        ("www.wild.net", &["dns_wildcard_answers"]),
        ("private.odd.net", &["dns_reserved_address"]),
        ("text.odd.net", &["dns_no_address"]),
        ("missing.odd.net", &["dns_name_missing"]),
        ("www.nobody.net", &["dns_not_delegated"]),
        ("co.uk", &["dns_not_delegated", "dns_public_suffix"]),
    ] {
        let done = diagnosis(name);
        let found = ids(&done);
        if found != wanted {
            wrong.push(format!("{name}: {found:?} instead of {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn signatures_are_judged_with_their_reason() {
    let secure = |of: &str| {
        let done = diagnosis(of);
        let summary = summary(&done, of, CheckId::Dnssec);
        assert!(
            matches!(summary, DnsSummary::Signed { until: Some(_), .. }),
            "{of}: {summary:?} {:?}",
            done.findings()
        );
    };
    for of in [
        "www.good.net",
        "good.net",
        "alias.good.net",
        "nodata.good.net",
        "missing.good.net",
        "a.wild.good.net",
        "wild.good.net",
        "www.nsec3.net",
        "nsec3.net",
        "missing.nsec3.net",
        "a.wild.nsec3.net",
        "wild.nsec3.net",
    ] {
        secure(of);
    }
    for of in ["www.unsigned.net", "www.sub.nsec3.net"] {
        let done = diagnosis(of);
        let zone = name(of).parent().unwrap();
        assert_eq!(
            summary(&done, of, CheckId::Dnssec),
            DnsSummary::NotSigned { zone }
        );
    }
    let fault = |of: &str| {
        let done = diagnosis(of);
        done.findings()
            .into_iter()
            .find_map(|finding| match finding.fact {
                Fact::Dns(DnsFact::DnssecBroken { fault, .. }) => Some(fault),
                _ => None,
            })
            .unwrap_or_else(|| panic!("{of} is not broken"))
    };
    assert!(matches!(
        fault("www.expired.net"),
        DnssecFault::Expired { .. }
    ));
    assert!(matches!(
        fault("www.future.net"),
        DnssecFault::NotYetValid { .. }
    ));
    assert!(matches!(
        fault("www.wrongds.net"),
        DnssecFault::NoMatchingKey { .. }
    ));
    assert_eq!(fault("www.stripped.net"), DnssecFault::NotSigned);
    let record = RecordType::A;
    assert_eq!(fault("www.holes.net"), DnssecFault::Missing { record });
    assert_eq!(fault("www.changed.net"), DnssecFault::Wrong { record });
}

#[test]
fn a_zone_without_any_server_is_an_error_and_one_of_two_a_warning() {
    let worst = |of: &str| {
        let all = diagnosis(of).findings();
        let silent = all
            .iter()
            .filter(|one| one.id().name() == "dns_server_silent");
        silent.map(|one| one.severity).max().unwrap()
    };
    assert_eq!(worst("www.dead.net"), Severity::Error);
    assert_eq!(worst("www.silent.net"), Severity::Warning);
}

#[test]
fn aliases_and_negative_answers_are_told() {
    let of = "www.alias.net";
    let done = diagnosis(of);
    let names = vec![name(of), name("www.unsigned.net")];
    assert_eq!(
        summary(&done, of, CheckId::Alias),
        DnsSummary::Alias { names, ends: true }
    );
    let of = "missing.odd.net";
    assert_eq!(
        summary(&diagnosis(of), of, CheckId::NegativeCache),
        DnsSummary::NegativeTtl { seconds: 60 }
    );
}

#[test]
fn a_slow_server_is_told_with_its_time_and_an_absence_with_its_own() {
    let of = "www.slow.net";
    let done = diagnosis(of);
    assert!(ids(&done).is_empty(), "{:?}", done.findings());
    let of_name = done
        .said
        .iter()
        .filter(|said| said.name == name(of) && said.record == RecordType::A);
    let times: Vec<u64> = of_name.map(|said| said.took_ms).collect();
    assert_eq!(times.len(), 2);
    assert!(times.iter().any(|time| *time >= 400), "{times:?}");
    assert_eq!(
        summary(&done, of, CheckId::NegativeCache),
        DnsSummary::NegativeTtl { seconds: 600 }
    );
}
