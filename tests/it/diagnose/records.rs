//! Expected records against real name servers.

use std::sync::Arc;

use certwright::core::diagnose::checks::records::{RecordSummary, ValueFault};
use certwright::core::diagnose::expected::Expected;
use certwright::core::diagnose::{CheckId, Diagnosis, Lane, Mark, Request, Skip, State, Summary};
use certwright::core::env::DnsServer;
use certwright::core::finding::Severity::{self, Error, Info, Warning};
use certwright::core::finding::{Fact, RecordFact};

use super::asked::{asked, checks, request, told};
use super::world::{Signing, World, Zone};

const NS1: &str = "127.53.3.1";
const NS2: &str = "127.53.3.2";
const EXPECTED: &str = "_dnsauth.www.example.com=20261125aBcDeF";

fn zone(records: &str) -> Zone {
    Zone::new("example.com")
        .at("ns1.example.com", NS1)
        .with(records)
}

fn world(records: &str) -> World {
    World::start(Signing::None, vec![zone(records)])
}

fn ordered(world: &World, name: &str, expected: &[Expected]) -> Request {
    let mut request = request(&[name]);
    request.setup = world.setup();
    request.expected = expected.to_vec();
    request
}

fn run(world: &World, expected: &str) -> Arc<Diagnosis> {
    let expected = Expected::txt(expected).unwrap();
    asked(
        Lane::Validation,
        ordered(world, "www.example.com", &[expected]),
    )
}

fn at_servers(diagnosis: &Diagnosis) -> Vec<(&'static str, Severity)> {
    told(diagnosis, CheckId::RecordAtServers)
}

fn in_place(diagnosis: &Diagnosis) -> Vec<(&'static str, Severity)> {
    told(diagnosis, CheckId::RecordPlace)
}

#[test]
fn the_expected_value_is_found() {
    let found = run(&world("_dnsauth.www TXT \"20261125aBcDeF\""), EXPECTED);
    assert_eq!(at_servers(&found), []);
    assert_eq!(in_place(&found), []);
    let check = checks(&found, CheckId::RecordAtServers)[0];
    assert_eq!(check.mark(), Some(Mark::Good));
    let seen = RecordSummary::Visible { at: 1, of: 1 };
    assert_eq!(check.summary, Some(Summary::Record(seen)));
}

#[test]
fn a_value_in_two_strings_is_put_together() {
    let long = "x".repeat(300);
    let (head, tail) = long.split_at(255);
    let world = world(&format!("_dnsauth.www TXT \"{head}\" \"{tail}\""));
    let found = run(&world, &format!("_dnsauth.www.example.com={long}"));
    assert_eq!(at_servers(&found), []);
}

#[test]
fn a_missing_record_is_told() {
    assert_eq!(
        at_servers(&run(&world("www A 9.1.1.1"), EXPECTED)),
        [("txt_missing", Error)]
    );
}

#[test]
fn another_value_is_told_with_how_it_differs() {
    for (value, cause) in [
        ("\\\"20261125aBcDeF\\\"", ValueFault::Quotes),
        ("20261125aBcDeF ", ValueFault::Spaces),
        ("20261125abcdef", ValueFault::Case),
        ("20261125aBcDeF.", ValueFault::FinalDot),
        ("_dnsauth=20261125aBcDeF", ValueFault::Surplus),
        ("20261125aBc", ValueFault::Cut),
        ("v=spf1 -all", ValueFault::Other),
    ] {
        let found = run(&world(&format!("_dnsauth.www TXT \"{value}\"")), EXPECTED);
        assert_eq!(at_servers(&found), [("txt_wrong_value", Error)], "{value}");
        let fact = &checks(&found, CheckId::RecordAtServers)[0].findings[0].fact;
        let Fact::Record(RecordFact::TxtWrongValue {
            cause: seen, diff, ..
        }) = fact
        else {
            panic!("{fact:?}");
        };
        assert_eq!(*seen, cause, "{value}");
        assert!(!diff.is_empty());
    }
}

#[test]
fn other_values_beside_the_right_one_do_no_harm() {
    let records = "_dnsauth.www TXT \"old\"\n_dnsauth.www TXT \"20261125aBcDeF\"";
    assert_eq!(
        at_servers(&run(&world(records), EXPECTED)),
        [("txt_several", Info)]
    );
}

#[test]
fn a_doubled_label_is_found() {
    let records = "_dnsauth.www.example.com TXT \"20261125aBcDeF\"";
    let found = run(&world(records), EXPECTED);
    assert_eq!(in_place(&found), [("txt_doubled_label", Error)]);
}

#[test]
fn a_value_at_another_name_is_found() {
    for records in [
        "@ TXT \"20261125aBcDeF\"",
        "www TXT \"20261125aBcDeF\"",
        "_dnsauth TXT \"20261125aBcDeF\"",
        "dnsauth.www TXT \"20261125aBcDeF\"",
    ] {
        let found = in_place(&run(&world(records), EXPECTED));
        assert_eq!(found, [("record_wrong_place", Error)], "{records}");
    }
}

#[test]
fn a_wildcard_that_answers_is_told() {
    let found = run(&world("*.www TXT \"20261125aBcDeF\""), EXPECTED);
    assert_eq!(at_servers(&found), []);
    assert_eq!(in_place(&found), [("record_from_wildcard", Warning)]);
}

#[test]
fn a_record_at_one_of_two_servers_is_told() {
    let zone = zone("_dnsauth.www TXT \"20261125aBcDeF\"")
        .at("ns2.example.com", NS2)
        .version(NS2, "");
    let found = run(&World::start(Signing::None, vec![zone]), EXPECTED);
    assert_eq!(at_servers(&found), [("txt_servers_disagree", Error)]);
}

#[test]
fn every_server_without_an_answer_is_told() {
    let zone = zone("").lame(NS1);
    let found = run(&World::start(Signing::None, vec![zone]), EXPECTED);
    assert_eq!(at_servers(&found), [("record_lookup_failed", Error)]);
}

#[test]
fn an_alias_is_compared_with_its_target() {
    let expected = Expected::cname("_0a.www.example.com=b.example.net").unwrap();
    let run = |records: &str| {
        let world = World::start(
            Signing::None,
            vec![
                zone(records),
                Zone::new("example.net")
                    .at("ns1.example.net", "127.53.3.4")
                    .with("b A 9.1.1.1"),
            ],
        );
        let request = ordered(&world, "www.example.com", std::slice::from_ref(&expected));
        asked(Lane::Validation, request)
    };
    assert_eq!(at_servers(&run("_0a.www CNAME B.example.net.")), []);
    let wrong = run("_0a.www CNAME c.example.net.");
    assert_eq!(at_servers(&wrong), [("cname_wrong_target", Error)]);
    assert_eq!(at_servers(&run("")), [("cname_missing", Error)]);
}

#[test]
fn an_alias_to_nothing_is_told() {
    let world = World::start(
        Signing::None,
        vec![
            zone("_0a.www CNAME gone.example.net."),
            Zone::new("example.net").at("ns1.example.net", "127.53.3.4"),
        ],
    );
    let expected = Expected::cname("_0a.www.example.com=gone.example.net").unwrap();
    let found = asked(
        Lane::Validation,
        ordered(&world, "www.example.com", &[expected]),
    );
    assert_eq!(in_place(&found), [("cname_target_missing", Warning)]);
}

#[test]
fn a_text_behind_an_alias_into_another_zone_is_found() {
    let world = World::start(
        Signing::None,
        vec![
            zone("_acme-challenge.www CNAME www.acme.example.net."),
            Zone::new("acme.example.net")
                .at("ns1.acme.example.net", "127.53.3.5")
                .with("www TXT \"value\""),
        ],
    );
    let expected = Expected::txt("_acme-challenge.www.example.com=value").unwrap();
    let found = asked(
        Lane::Validation,
        ordered(&world, "www.example.com", &[expected]),
    );
    assert_eq!(at_servers(&found), []);
    assert_eq!(
        told(&found, CheckId::AcmeChallenge),
        [("acme_challenge_delegated", Info)]
    );
}

fn standing(zones: Vec<Zone>) -> Arc<Diagnosis> {
    let world = World::start(Signing::None, zones);
    asked(Lane::Validation, ordered(&world, "www.example.com", &[]))
}

#[test]
fn a_challenge_in_a_zone_of_its_own_is_told() {
    let own = Zone::new("_acme-challenge.www.example.com")
        .at("ns.acme.example.com", "127.53.3.6")
        .with("@ TXT \"value\"");
    let found = standing(vec![zone("ns.acme A 127.53.3.6"), own]);
    assert_eq!(
        told(&found, CheckId::AcmeChallenge),
        [("acme_challenge_delegated", Info)]
    );
}

#[test]
fn a_challenge_that_leads_nowhere_is_told() {
    let found = standing(vec![zone("_acme-challenge.www CNAME gone.example.com.")]);
    assert_eq!(
        told(&found, CheckId::AcmeChallenge),
        [("acme_challenge_dangling", Info)]
    );
}

#[test]
fn a_challenge_whose_look_up_fails_is_told() {
    let found = standing(vec![zone("").lame(NS1)]);
    assert_eq!(
        told(&found, CheckId::AcmeChallenge),
        [("record_lookup_failed", Error)]
    );
}

#[test]
fn a_doubled_challenge_is_told_though_nothing_is_expected() {
    let found = standing(vec![zone("_acme-challenge.www.example.com TXT \"value\"")]);
    assert_eq!(
        told(&found, CheckId::AcmeChallenge),
        [("txt_doubled_label", Warning)]
    );
    let wild = standing(vec![zone("* TXT \"value\"")]);
    assert_eq!(told(&wild, CheckId::AcmeChallenge), []);
}

#[test]
fn a_standing_permission_is_read_and_told() {
    let records =
        "_validation-persist.www TXT \"letsencrypt.org; accounturi=https://acme.example/1\"";
    let found = standing(vec![zone(records)]);
    assert_eq!(
        told(&found, CheckId::Persist),
        [("validation_persist_found", Info)]
    );
    let none = standing(vec![zone("")]);
    assert_eq!(told(&none, CheckId::Persist), []);
}

/// What resolvers find that remember other versions of the zone; each version is a name space of its own.
fn remembered(versions: &[&str]) -> Arc<Diagnosis> {
    let world = world("_dnsauth.www TXT \"20261125aBcDeF\"");
    let olds: Vec<World> = versions.iter().map(|old| self::world(old)).collect();
    let expected = Expected::txt(EXPECTED).unwrap();
    let mut request = ordered(&world, "www.example.com", &[expected]);
    let resolvers = olds.iter().map(|old| DnsServer::udp(old.address(NS1)));
    request.setup.resolvers = resolvers.collect();
    asked(Lane::Validation, request)
}

#[test]
fn an_old_answer_of_a_resolver_is_told_with_the_time_left() {
    for (old, absence, left) in [("_dnsauth.www TXT \"old\"", false, 300), ("", true, 60)] {
        let found = remembered(&[old]);
        assert_eq!(at_servers(&found), []);
        let seen = told(&found, CheckId::RecordAtResolvers);
        assert_eq!(seen, [("record_stale", Warning)]);
        let fact = &checks(&found, CheckId::RecordAtResolvers)[0].findings[0].fact;
        let Fact::Record(RecordFact::Stale {
            seconds,
            is_absence,
            ..
        }) = fact
        else {
            panic!("{fact:?}");
        };
        assert_eq!((*seconds, *is_absence), (left, absence));
    }
}

#[test]
fn a_record_that_some_resolvers_see_is_told() {
    let found = remembered(&["", "_dnsauth.www TXT \"20261125aBcDeF\""]);
    let seen = told(&found, CheckId::RecordAtResolvers);
    assert!(
        seen.contains(&("validation_places_disagree", Warning)),
        "{seen:?}"
    );
    let all = remembered(&["_dnsauth.www TXT \"20261125aBcDeF\""]);
    assert_eq!(told(&all, CheckId::RecordAtResolvers), []);
}

#[test]
fn servers_that_differ_in_addresses_hint_at_regions_or_firewalls() {
    let split = zone("www A 9.1.1.1")
        .at("ns2.example.com", NS2)
        .version(NS2, "");
    let found = standing(vec![split]);
    let seen = told(&found, CheckId::Perspectives);
    assert_eq!(seen, [("validation_geo_or_firewall_suspected", Warning)]);
    let regional = zone("www A 9.1.1.1")
        .at("ns2.example.com", NS2)
        .version(NS2, "www A 9.1.1.2");
    let seen = told(&standing(vec![regional]), CheckId::Perspectives);
    assert_eq!(seen, [("validation_geo_or_firewall_suspected", Info)]);
    let alike = told(
        &standing(vec![zone("www A 9.1.1.1")]),
        CheckId::Perspectives,
    );
    assert_eq!(alike, []);
}

#[test]
fn a_wildcard_is_validated_by_dns_and_the_order_says_so() {
    let world = world("");
    let mut request = request(&["*.example.com"]);
    request.setup = world.setup();
    let found = asked(Lane::Validation, request);
    assert_eq!(
        told(&found, CheckId::Order),
        [("order_list_dns_only", Info)]
    );
}

#[test]
fn nothing_expected_is_said_and_skipped() {
    let found = standing(vec![zone("")]);
    let check = checks(&found, CheckId::RecordAtServers)[0];
    assert_eq!(check.state, State::Skipped(Skip::NothingExpected));
}
