//! Rules that no file breaks, and those that bind public authorities alone: broken one by one where nothing
//! else is wrong.

use std::sync::Arc;

use certwright::core::chain::Profile;
use certwright::core::der::{self, Tag, sequence, tlv};
use certwright::core::finding::{Book, Fact, Finding, Rule, Severity};
use certwright::core::x509::Certificate;

use super::check;
use super::made::*;

/// A rule, how it is broken, and by which certificate: 0 the leaf, 1 the intermediate, 2 the root.
type Row = (Rule, fn(&mut Plan), usize);

const PRIVATE: &[Row] = &[
    (
        Rule::AccessInfoCritical,
        |plan| {
            let location = tlv(Tag::context_primitive(6), &[b"http://ca.example.com/"]);
            let access = sequence(&[&der::oid("1.3.6.1.5.5.7.48.2"), &location]);
            plan.leaf.set(ACCESS, true, sequence(&[&access]));
        },
        0,
    ),
    (
        Rule::AuthorityKeyIdCritical,
        |plan| plan.middle.make_critical(AUTHORITY_KEY),
        1,
    ),
    (
        Rule::AuthorityKeyIdMissing,
        |plan| plan.leaf.unset(AUTHORITY_KEY),
        0,
    ),
    (
        Rule::AuthorityKeyIdMissing,
        |plan| plan.middle.unset(AUTHORITY_KEY),
        1,
    ),
    (
        Rule::AuthorityKeyIdDiffers,
        |plan| plan.root.set(AUTHORITY_KEY, false, key_id(9)),
        2,
    ),
    (
        Rule::CommonNameMisspelt,
        |plan| plan.leaf.name = "Shop.Example.com",
        0,
    ),
    (
        Rule::ExtendedKeyUsageOnRoot,
        |plan| plan.root.set(EXTENDED, false, oids(&[SERVER])),
        2,
    ),
    (
        Rule::NameConstraintsEmpty,
        |plan| plan.middle.set(CONSTRAINTS, true, sequence(&[])),
        1,
    ),
    (
        Rule::NamesCritical,
        |plan| plan.leaf.make_critical(NAMES),
        0,
    ),
    (
        Rule::PolicyConstraintsNotCritical,
        |plan| {
            let require = tlv(Tag::context_primitive(0), &[&[5]]);
            plan.middle
                .set(POLICY_CONSTRAINTS, false, sequence(&[&require]));
        },
        1,
    ),
    (
        Rule::RsaSizeUneven,
        |plan| plan.leaf.key = Some(Rsa::new(2052, 3)),
        0,
    ),
    (
        Rule::SubjectKeyIdCritical,
        |plan| plan.root.make_critical(SUBJECT_KEY),
        2,
    ),
    (
        Rule::SubjectKeyIdMissing,
        |plan| plan.middle.unset(SUBJECT_KEY),
        1,
    ),
];

const PUBLIC: &[Row] = &[
    (
        Rule::CommonNameNotInNames,
        |plan| plan.leaf.name = "Example Shop",
        0,
    ),
    (
        Rule::NameInternal,
        |plan| {
            plan.leaf
                .set(NAMES, false, hosts(["shop.example.com", "server.corp"]));
        },
        0,
    ),
    (Rule::PolicyNotSaid, |plan| plan.leaf.unset(POLICIES), 0),
    (
        Rule::RsaExponentWeak,
        |plan| plan.leaf.key = Some(Rsa::new(2048, 1)),
        0,
    ),
    (
        Rule::RsaExponentWeak,
        |plan| plan.leaf.key = Some(Rsa::new(2048, 4)),
        0,
    ),
    (
        Rule::SerialTooShort,
        |plan| plan.leaf.serial = Some(vec![1, 2, 3]),
        0,
    ),
    (
        Rule::ServerAndOtherUsage,
        |plan| {
            plan.leaf
                .set(EXTENDED, false, oids(&[SERVER, "1.3.6.1.5.5.7.3.4"]));
        },
        0,
    ),
    (
        Rule::TransparencyMissing,
        |plan| plan.leaf.unset(TIMESTAMPS),
        0,
    ),
];

/// Ids that are found here.
pub fn ids() -> impl Iterator<Item = &'static str> {
    PRIVATE.iter().chain(PUBLIC).map(|row| row.0.id().name())
}

fn broken(row: &Row) -> [Arc<Certificate>; 3] {
    let mut plan = Plan::sound();
    row.1(&mut plan);
    plan.make()
}

/// Severity of the one finding that breaks a rule.
fn severity(rule: Rule, findings: &[Finding]) -> Option<Severity> {
    let found = findings
        .iter()
        .find(|finding| matches!(&finding.fact, Fact::Rule(fact) if fact.rule == rule));
    found.map(|finding| finding.severity)
}

#[test]
fn a_sound_hierarchy_breaks_no_rule() {
    let made = Plan::sound().make();
    for profile in [Profile::Practice, Profile::Rfc5280, Profile::WebPki] {
        for is_public in [false, true] {
            let findings = judge(&made, profile, is_public);
            assert!(
                findings.is_empty(),
                "{profile:?}, public {is_public}: {findings:#?}"
            );
        }
    }
}

#[test]
fn each_broken_rule_is_found_alone() {
    for row in PRIVATE {
        let made = broken(row);
        let findings = judge(&made, Profile::WebPki, false);
        let about = Some(made[row.2].fingerprint);
        check(row.0.id().name(), &findings, about, "made");
        assert_eq!(findings.len(), 1, "{:?}: {findings:#?}", row.0);
    }
}

#[test]
fn rules_for_public_authorities_bind_them_alone() {
    for row in PUBLIC {
        let rule = row.0;
        assert_eq!(rule.book(), Book::PublicCa);
        let made = broken(row);
        let findings = judge(&made, Profile::WebPki, true);
        let about = Some(made[row.2].fingerprint);
        check(rule.id().name(), &findings, about, "made");
        assert_eq!(findings.len(), 1, "{rule:?}: {findings:#?}");
        for (profile, is_public, wanted) in [
            (Profile::WebPki, true, Some(Severity::Error)),
            (Profile::WebPki, false, Some(Severity::Info)),
            (Profile::Practice, true, Some(Severity::Warning)),
            (Profile::Practice, false, None),
            (Profile::Rfc5280, true, None),
        ] {
            let said = severity(rule, &judge(&made, profile, is_public));
            assert_eq!(said, wanted, "{rule:?}, {profile:?}, public {is_public}");
        }
    }
    let all: Vec<Rule> = Rule::ALL
        .iter()
        .copied()
        .filter(|rule| rule.book() == Book::PublicCa)
        .collect();
    assert!(
        all.iter()
            .all(|rule| PUBLIC.iter().any(|row| row.0 == *rule)),
        "{all:?}"
    );
}

#[test]
fn rules_bind_certificates_made_since_they_came_into_force() {
    for row in PUBLIC.iter().filter(|row| !row.0.since().is_empty()) {
        let mut plan = Plan::sound();
        row.1(&mut plan);
        plan.leaf.since = Some(row.0.since());
        let findings = judge(&plan.make(), Profile::WebPki, true);
        assert_eq!(severity(row.0, &findings), None, "{:?}", row.0);
    }
}
