//! CAA against real name servers.

use std::sync::Arc;

use certwright::core::diagnose::authority::Authority;
use certwright::core::diagnose::checks::caa::CaaSummary;
use certwright::core::diagnose::expected::Expected;
use certwright::core::diagnose::{CheckId, Diagnosis, Lane, Mark, Profile, Request, Summary};
use certwright::core::finding::Severity::{Error, Info, Warning};
use certwright::core::finding::{CaaFact, Fact};

use super::asked::{asked, checks, name, request, told};
use super::world::{Signing, World, Zone};

const NS1: &str = "127.53.2.1";
const NS2: &str = "127.53.2.2";

fn zone(records: &str) -> Zone {
    Zone::new("example.com")
        .at("ns1.example.com", NS1)
        .with(records)
}

fn other_zone(records: &str) -> Zone {
    Zone::new("example.net")
        .at("ns1.example.net", "127.53.2.3")
        .with(records)
}

fn run(world: &World, names: &[&str], ca: &str) -> Arc<Diagnosis> {
    asked(Lane::Dns, ordered(world, names, ca))
}

fn ordered(world: &World, names: &[&str], ca: &str) -> Request {
    let mut request = request(names);
    request.setup = world.setup();
    request.authority = Authority::find(ca);
    request
}

fn caa(diagnosis: &Diagnosis) -> Vec<(&'static str, certwright::core::finding::Severity)> {
    told(diagnosis, CheckId::Caa)
}

fn summary(diagnosis: &Diagnosis) -> CaaSummary {
    match &checks(diagnosis, CheckId::Caa)[0].summary {
        Some(Summary::Caa(summary)) => summary.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_ca_that_is_not_named_is_forbidden_and_the_record_to_add_is_given() {
    let world = World::start(
        Signing::None,
        vec![zone("@ CAA 0 issue \"letsencrypt.org\"")],
    );
    let found = run(&world, &["www.example.com"], "DigiCert");
    assert_eq!(caa(&found), [("caa_forbids", Error)]);
    let Fact::Caa(CaaFact::Forbids {
        at, add, allowed, ..
    }) = &checks(&found, CheckId::Caa)[0].findings[0].fact
    else {
        panic!();
    };
    assert_eq!(
        (at, allowed.as_slice()),
        (
            &name("example.com"),
            ["letsencrypt.org".to_owned()].as_slice()
        )
    );
    let fields: Vec<_> = add
        .iter()
        .map(|one| {
            (
                one.host.as_str(),
                one.flags,
                one.tag,
                one.value.as_str(),
                one.line.as_str(),
            )
        })
        .collect();
    assert_eq!(
        fields,
        [(
            "@",
            0,
            "issue",
            "digicert.com",
            "example.com. IN CAA 0 issue \"digicert.com\""
        )]
    );
    let CaaSummary::Forbidden(set) = summary(&found) else {
        panic!();
    };
    assert_eq!(set.records, ["0 issue \"letsencrypt.org\""]);
    assert_eq!(set.by.as_deref(), Some("ns1.example.com"));
    assert_eq!(caa(&run(&world, &["www.example.com"], "Let's Encrypt")), []);
}

#[test]
fn aliases_are_followed_and_the_parents_of_their_targets_are_not_climbed() {
    let world = World::start(
        Signing::None,
        vec![
            zone(
                "@ CAA 0 issue \"own.example\"\n\
                 at-target CNAME with.example.net.\n\
                 at-parent CNAME without.below.example.net.\n\
                 sub CAA 0 issue \"sub.example\"\n\
                 a.sub CNAME without.below.example.net.\n\
                 chain CNAME at-target",
            ),
            other_zone(
                "with CAA 0 issue \"target.example\"\n\
                 below CAA 0 issue \"parent.example\"\n\
                 without.below A 9.1.1.1",
            ),
        ],
    );
    for (asked_for, allowed) in [
        ("at-target.example.com", "target.example"),
        ("at-parent.example.com", "own.example"),
        ("a.sub.example.com", "sub.example"),
        ("chain.example.com", "target.example"),
        ("nowhere.example.com", "own.example"),
    ] {
        assert_eq!(caa(&run(&world, &[asked_for], allowed)), [], "{asked_for}");
        let forbidden = run(&world, &[asked_for], "other.example");
        assert_eq!(caa(&forbidden), [("caa_forbids", Error)], "{asked_for}");
    }
}

#[test]
fn wildcards_are_governed_by_issuewild_where_there_is_one() {
    let records = "@ CAA 0 issue \";\"\n@ CAA 0 issuewild \"wild.example\"\nplain CAA 0 issue \"plain.example\"";
    let world = World::start(Signing::None, vec![zone(records)]);
    let ids = |name: &str, ca: &str| caa(&run(&world, &[name], ca));
    assert_eq!(ids("*.example.com", "wild.example"), []);
    assert_eq!(ids("example.com", "wild.example"), [("caa_forbids", Error)]);
    assert_eq!(ids("*.plain.example.com", "plain.example"), []);
    assert_eq!(
        ids("*.plain.example.com", "wild.example"),
        [("caa_forbids", Error)]
    );
}

#[test]
fn without_records_any_ca_may_issue() {
    let world = World::start(
        Signing::None,
        vec![
            zone("@ CAA 0 iodef \"mailto:a@example.com\"\nwww A 9.1.1.1"),
            other_zone(""),
        ],
    );
    assert!(matches!(
        summary(&run(&world, &["a.example.net"], "DigiCert")),
        CaaSummary::AnyCa
    ));
    let unrestricted = run(&world, &["www.example.com"], "DigiCert");
    assert!(matches!(
        summary(&unrestricted),
        CaaSummary::Unrestricted(_)
    ));
}

#[test]
fn without_a_ca_the_records_are_told_and_not_judged() {
    let world = World::start(
        Signing::None,
        vec![zone("@ CAA 0 issue \"letsencrypt.org\"")],
    );
    let found = run(&world, &["example.com"], "");
    assert_eq!(caa(&found), []);
    assert!(matches!(summary(&found), CaaSummary::Listed(_)));
}

#[test]
fn a_failed_look_up_is_an_error_where_the_zone_is_signed_and_a_warning_elsewhere() {
    let lame = |signing| {
        let zone = zone("").signed(signing).lame(NS1);
        World::start(signing, vec![zone, other_zone("").signed(signing)])
    };
    let signed = run(&lame(Signing::Good), &["www.example.com"], "DigiCert");
    assert_eq!(caa(&signed), [("caa_lookup_failed", Error)]);
    let unsigned = run(&lame(Signing::None), &["www.example.com"], "DigiCert");
    assert_eq!(caa(&unsigned), [("caa_lookup_failed", Warning)]);
    assert_eq!(
        checks(&unsigned, CheckId::Caa)[0].mark(),
        Some(Mark::Unknown)
    );
}

#[test]
fn an_unknown_record_marked_critical_forbids_everybody() {
    let records = "@ CAA 128 tbs \"x\"\n@ CAA 0 issue \"digicert.com\"\nold CAA 1 tbs \"x\"";
    let world = World::start(Signing::None, vec![zone(records)]);
    let found = run(&world, &["example.com"], "DigiCert");
    assert_eq!(caa(&found), [("caa_critical_unknown", Error)]);
    assert!(matches!(summary(&found), CaaSummary::Forbidden(_)));
    let some = run(&world, &["old.example.com"], "DigiCert");
    assert_eq!(caa(&some), [("caa_critical_unknown", Warning)]);
}

#[test]
fn a_malformed_value_allows_nobody_and_is_told() {
    let records = "@ CAA 0 issue \"digicert.com.\"\nboth CAA 0 issue \"https://digicert.com\"\nboth CAA 0 issue \"digicert.com\"";
    let world = World::start(Signing::None, vec![zone(records)]);
    let alone = run(&world, &["example.com"], "DigiCert");
    assert_eq!(
        caa(&alone),
        [("caa_forbids", Error), ("caa_malformed", Warning)]
    );
    let beside = run(&world, &["both.example.com"], "DigiCert");
    assert_eq!(caa(&beside), [("caa_malformed", Info)]);
}

#[test]
fn of_servers_that_give_different_records_the_strictest_counts() {
    let zone = zone("@ CAA 0 issue \"digicert.com\"")
        .at("ns2.example.com", NS2)
        .version(NS2, "@ CAA 0 issue \"letsencrypt.org\"");
    let world = World::start(Signing::None, vec![zone]);
    // Whichever server answers first: the other one forbids.
    for authority in ["DigiCert", "Let's Encrypt"] {
        let found = caa(&run(&world, &["example.com"], authority));
        assert_eq!(
            found,
            [("caa_forbids", Error), ("caa_servers_disagree", Warning)],
            "{authority}"
        );
    }
}

#[test]
fn a_set_that_one_server_alone_has_counts() {
    for (first, second) in [("", "@ CAA 0 issue \";\""), ("@ CAA 0 issue \";\"", "")] {
        let zone = zone(first).at("ns2.example.com", NS2).version(NS2, second);
        let world = World::start(Signing::None, vec![zone]);
        let found = caa(&run(&world, &["www.example.com"], "DigiCert"));
        assert!(found.contains(&("caa_forbids", Error)), "{found:?}");
    }
}

#[test]
fn conditions_of_a_record_are_told_and_judged_where_the_way_is_known() {
    let records = "@ CAA 0 issue \"letsencrypt.org; accounturi=https://acme.example/acct/1\"\n\
                   way CAA 0 issue \"letsencrypt.org; validationmethods=http-01\"";
    let world = World::start(Signing::None, vec![zone(records)]);
    let account = run(&world, &["example.com"], "Let's Encrypt");
    assert_eq!(caa(&account), [("caa_parameters", Warning)]);
    let way = |expected: Expected| {
        let mut request = ordered(&world, &["way.example.com"], "Let's Encrypt");
        request.profile = Profile::Acme;
        request.expected = vec![expected];
        caa(&asked(Lane::Dns, request))
    };
    let txt = Expected::txt("_acme-challenge.way.example.com=abc").unwrap();
    assert_eq!(way(txt), [("caa_parameters", Error)]);
    let file = Expected::File {
        url: "http://way.example.com/.well-known/acme-challenge/a".to_owned(),
        content: b"a.b".to_vec(),
    };
    assert_eq!(way(file), [("caa_parameters", Info)]);
}

#[test]
fn a_ca_that_stopped_issuing_is_told() {
    let world = World::start(Signing::None, vec![zone("@ CAA 0 issue \"buypass.com\"")]);
    let found = run(&world, &["example.com"], "Buypass");
    assert_eq!(caa(&found), [("caa_authority_retired", Warning)]);
}
