//! What sets of records say: the rows of RFC 8659, RFC 8657 and of practice.

use super::add::{host_of, to_add};
use super::judge::{Judgement, demands, judge};
use super::property::{Critical, Issuer, Malformed, Meaning, Property};
use crate::core::diagnose::authority::Authority;
use crate::core::env::{DnsName, RecordData};

/// Reads `FLAGS TAG VALUE`, a record each.
fn set(records: &[&str]) -> Vec<Property> {
    let read = |record: &&str| {
        let mut parts = record.splitn(3, ' ');
        let flags = parts.next().unwrap().parse().unwrap();
        let tag = parts.next().unwrap().to_owned();
        let value = parts.next().unwrap_or_default().as_bytes().to_vec();
        Property::of(&RecordData::Caa { flags, tag, value }).unwrap()
    };
    records.iter().map(read).collect()
}

fn ours() -> Authority {
    Authority::of_domain("ca.example").unwrap()
}

fn judged(records: &[&str], is_wildcard: bool) -> Judgement {
    judge(&set(records), Some(&ours()), is_wildcard)
}

const ALLOWED: bool = true;
const FORBIDDEN: bool = false;
const PLAIN: bool = false;
const WILD: bool = true;

#[test]
fn sets_allow_and_forbid_as_the_rfc_says() {
    let rows: &[(&[&str], bool, bool)] = &[
        (&[], PLAIN, ALLOWED),
        (&["0 issue ca.example"], PLAIN, ALLOWED),
        (&["0 issue ca.example"], WILD, ALLOWED),
        (&["0 issue other.example"], PLAIN, FORBIDDEN),
        (&["0 issue other.example"], WILD, FORBIDDEN),
        (&["0 issuewild other.example"], PLAIN, ALLOWED),
        (&["0 issuewild other.example"], WILD, FORBIDDEN),
        (&["0 iodef mailto:a@example"], PLAIN, ALLOWED),
        (&["0 iodef mailto:a@example"], WILD, ALLOWED),
        (&["0 issuemail ;"], PLAIN, ALLOWED),
        (&["0 contactemail a@example"], PLAIN, ALLOWED),
        (&["0 contactphone +1"], WILD, ALLOWED),
        (&["0 issuevmc ca.example"], PLAIN, ALLOWED),
        (&["128 iodef mailto:a@example"], PLAIN, ALLOWED),
        (&["0 issue ;"], PLAIN, FORBIDDEN),
        (&["0 issue ;"], WILD, FORBIDDEN),
        (&["0 issue"], PLAIN, FORBIDDEN),
        (&["0 issue  "], PLAIN, FORBIDDEN),
        (&["0 issue ;", "0 issuewild ca.example"], WILD, ALLOWED),
        (&["0 issue ;", "0 issuewild ca.example"], PLAIN, FORBIDDEN),
        (&["0 issue ca.example", "0 issuewild ;"], WILD, FORBIDDEN),
        (&["0 issue ca.example", "0 issuewild ;"], PLAIN, ALLOWED),
        (&["0 issue ;", "0 issue ca.example"], PLAIN, ALLOWED),
        (
            &["0 issue other.example", "0 issue ca.example"],
            PLAIN,
            ALLOWED,
        ),
        (&["0 ISSUE ca.example"], PLAIN, ALLOWED),
        (&["0 IssueWild other.example"], WILD, FORBIDDEN),
        (&["0 issue CA.Example"], PLAIN, ALLOWED),
        (&["0 issue   ca.example  "], PLAIN, ALLOWED),
        (&["0 issue ca.example;"], PLAIN, ALLOWED),
        (&["0 issue ca.example ; account=1"], PLAIN, ALLOWED),
        (&["0 issue ; account=1"], PLAIN, FORBIDDEN),
        (&["0 issue ca.example."], PLAIN, FORBIDDEN),
        (&["0 issue \"ca.example\""], PLAIN, FORBIDDEN),
        (&["0 issue https://ca.example"], PLAIN, FORBIDDEN),
        (&["0 issue ca.example other.example"], PLAIN, FORBIDDEN),
        (&["0 issue ca.example account=1"], PLAIN, FORBIDDEN),
        (&["0 issue ca.example; nonsense"], PLAIN, FORBIDDEN),
        (&["0 issue www.ca.example"], PLAIN, FORBIDDEN),
        (&["0 issue example"], PLAIN, FORBIDDEN),
        (&["128 issue ca.example"], PLAIN, ALLOWED),
        (&["1 issue ca.example"], PLAIN, ALLOWED),
        (&["0 tbs x"], PLAIN, ALLOWED),
        (&["128 tbs x"], PLAIN, FORBIDDEN),
        (&["128 tbs x", "0 issue ca.example"], PLAIN, FORBIDDEN),
        (&["128 tbs x", "0 issuewild ca.example"], WILD, FORBIDDEN),
        (&["129 tbs x", "0 issue ca.example"], PLAIN, FORBIDDEN),
        (&["1 tbs x", "0 issue ca.example"], PLAIN, ALLOWED),
        (&["64 tbs x"], PLAIN, ALLOWED),
    ];
    for (records, is_wildcard, allowed) in rows {
        let judgement = judged(records, *is_wildcard);
        assert_eq!(
            judgement.allows(Some(&ours())),
            Some(*allowed),
            "{records:?}, wildcard {is_wildcard}"
        );
    }
}

#[test]
fn without_a_ca_it_depends_on_whom_is_asked() {
    let told = |records: &[&str]| judge(&set(records), None, false).allows(None);
    assert_eq!(told(&["0 issue ca.example"]), None);
    assert_eq!(told(&["0 iodef mailto:a@example"]), Some(true));
    assert_eq!(told(&["128 tbs x"]), Some(false));
}

#[test]
fn an_international_issuer_domain_has_to_be_written_in_a_labels() {
    let authority = Authority::of_domain("b\u{fc}cher.example").unwrap();
    let allowed = judge(
        &set(&["0 issue xn--bcher-kva.example"]),
        Some(&authority),
        false,
    );
    assert_eq!(allowed.allows(Some(&authority)), Some(true));
    let written = judge(
        &set(&["0 issue b\u{fc}cher.example"]),
        Some(&authority),
        false,
    );
    assert_eq!(written.allows(Some(&authority)), Some(false));
    let faults: Vec<Malformed> = written.malformed.iter().map(|(_, fault)| *fault).collect();
    assert_eq!(faults, [Malformed::International]);
}

#[test]
fn it_is_told_what_is_wrong_with_a_value() {
    for (value, fault) in [
        ("ca.example.", Malformed::FinalDot),
        ("'ca.example'", Malformed::Quotes),
        ("https://ca.example", Malformed::Url),
        ("mailto:a@example", Malformed::Url),
        ("ca.example, other.example", Malformed::Several),
        ("ca_1.example", Malformed::Other),
        ("-ca.example", Malformed::Other),
        ("ca..example", Malformed::Other),
        ("ca.example; accounturi", Malformed::Parameter),
        ("ca.example; a b=1", Malformed::Parameter),
        (
            "ca.example; accounturi=a; accounturi=b",
            Malformed::Repeated,
        ),
    ] {
        let record = format!("0 issue {value}");
        let meaning = set(&[&record]).remove(0).meaning;
        assert_eq!(meaning, Meaning::Issue(Issuer::Malformed(fault)), "{value}");
    }
}

#[test]
fn the_flag_that_some_take_for_critical_is_told_apart() {
    let judgement = judged(&["1 tbs x", "128 tbs y", "0 tbs z"], PLAIN);
    let how: Vec<Critical> = judgement.unknown.iter().map(|(_, how)| *how).collect();
    assert_eq!(how, [Critical::ForSome, Critical::Yes]);
}

#[test]
fn parameters_are_read_and_bind_only_where_every_record_has_them() {
    let judgement = judged(
        &[
            "0 issue ca.example; accounturi=https://ca.example/acct/1; validationmethods=dns-01,HTTP-01",
            "0 issue other.example; accounturi=https://other.example/2",
        ],
        PLAIN,
    );
    let found = demands(&judgement.own);
    assert_eq!(found.accounts, ["https://ca.example/acct/1"]);
    assert_eq!(found.methods, ["dns-01", "http-01"]);
    assert!(!found.is_free);
    let free = judged(
        &["0 issue ca.example", "0 issue ca.example; accounturi=x"],
        PLAIN,
    );
    assert!(demands(&free.own).is_free);
}

#[test]
fn records_to_add_stand_in_fields_and_as_a_line() {
    let name = |text: &str| DnsName::parse(text).unwrap();
    let (zone, sub) = (name("example.com"), name("a.b.example.com"));
    let lines = to_add(&sub, &zone, "ca.example", true, true);
    let told: Vec<(&str, &str)> = lines
        .iter()
        .map(|one| (one.host.as_str(), one.tag))
        .collect();
    assert_eq!(told, [("a.b", "issue"), ("a.b", "issuewild")]);
    assert_eq!(
        lines.first().map(|one| one.line.as_str()),
        Some("a.b.example.com. IN CAA 0 issue \"ca.example\"")
    );
    assert_eq!(host_of(&zone, &zone), "@");
    assert_eq!(host_of(&name("other.net"), &zone), "other.net");
    assert_eq!(host_of(&name("notexample.com"), &zone), "notexample.com");
}
