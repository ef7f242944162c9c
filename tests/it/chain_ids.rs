//! Every id that judging a chain can give is given for a real chain, about the certificate that it means.

mod made;
mod paths;
mod rules;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use certwright::core::artifact::Fingerprint;
use certwright::core::bundle::trust::TrustChoice;
use certwright::core::bundle::{Chains, Source, chains, inspect};
use certwright::core::chain::{PeerName, Profile};
use certwright::core::finding::{Fact, Finding, PathFact, Rule, Usage};
use certwright::core::op::{self, Outcome, Report, Request};
use certwright::core::progress::Unwatched;
use certwright::core::time::Moment;
use certwright::core::x509::Certificate;
use certwright::core::x509::oid::Oid;
use certwright::platform::World;

use crate::fixture::der_blocks;
use crate::support::{NOW, fixture};

/// One line of a table.
struct Row {
    id: &'static str,
    /// The certificate asked about.
    leaf: &'static str,
    /// What lies beside it.
    beside: &'static str,
    /// What is wished, by name.
    wish: &'static str,
    /// Whose fault it is; the leaf's where nothing is said, `-` when it concerns no certificate.
    about: &'static str,
}

/// The lines of a table; its cells stand between `|`, and the last ones may be left out. Bare names lie in
/// `chain/certs` and `chain/crls`.
fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| {
        let mut cells = line.split('|').map(str::trim);
        let mut cell = || cells.next().unwrap_or_default();
        let (id, leaf, beside, wish, about) = (cell(), cell(), cell(), cell(), cell());
        Row {
            id,
            leaf,
            beside,
            wish,
            about: if about.is_empty() { leaf } else { about },
        }
    })
}

fn wish(row: &Row) -> chains::Wish {
    let mut wish = chains::Wish {
        target: Some(fingerprint(row.leaf)),
        ..chains::Wish::default()
    };
    match row.wish {
        "" => {}
        "any_use" => wish.usage = Usage::Any,
        "client" => wish.usage = Usage::Client,
        "host" => wish.names = vec![PeerName::host("pay.example.com")],
        "policy" => {
            wish.policies.is_required = true;
            wish.policies.acceptable = vec![Oid::Owned("2.999.1.2".to_owned())];
        }
        "shallow" => wish.max_depth = Some(3),
        "web" => wish.profile = Profile::WebPki,
        other => panic!("no wish {other}"),
    }
    wish
}

const PATHS: &str = "
    chain_self_signed_leaf | self-signed.pem
    chain_untrusted_root | below-stranger.der | stranger.pem | | stranger.pem
    chain_missing_intermediate | plain.der
    chain_signature_invalid | tampered-p256.der | ca-p256.der
    chain_signature_invalid | below-tampered.der | tampered-ca.der | | tampered-ca.der
    chain_signature_invalid | issuer-key-differs.der | ca.pem
    certificate_expired | expired.der | ca.pem
    certificate_expired | below-expired-ca.der | expired-ca.der | | expired-ca.der
    certificate_not_yet_valid | not-yet-valid.der | ca.pem
    name_mismatch | host.der | ca.pem | host
    certificate_lifetime_too_long | broken/lifetime-400-days/fullchain.pem | ca/dv3.pem
    weak_key | broken/weak-key-rsa1024/fullchain.pem | ca/dv3.pem
    weak_signature | signed-rsa-sha1.der | ca-rsa.der
    weak_signature | signed-rsa-md5.der | ca-rsa.der
    ca_flag_missing | below-ca-false.der | ca-false.der | | ca-false.der
    ca_flag_missing | below-version-1-ca.der | version-1-ca.der | | version-1-ca.der
    ca_usage_missing | below-ca-without-cert-sign.der | ca-without-cert-sign.der | | ca-without-cert-sign.der
    critical_extension_unknown | unknown-critical-leaf.der | ca.pem
    critical_extension_unknown | below-unknown-critical-ca.der | unknown-critical-ca.der | | unknown-critical-ca.der
    crl_not_usable | plain.der | ca.pem root.crl crl-ended.crl | any_use | -
    chain_depth_exceeded | below-ten.der | deep-1.der deep-2.der deep-3.der deep-4.der deep-5.der deep-6.der deep-7.der deep-8.der deep-9.der deep-10.der | shallow
    key_usage_unfit | key-usage-only-crl.der | ca.pem
    name_constraint_violated | nc-dns-other.der | nc-dns.der
    name_constraint_violated | nc-nested-inner-only.der | nc-outer.der nc-inner.der
    name_constraint_unusable | nc-minimum-inside.der | nc-minimum.der | | nc-minimum.der
    path_length_exceeded | too-deep.der | ca-path-length-0.der ca-below-path-length-0.der | | ca-path-length-0.der
    policy_mapping_any | policy-mapped-to-any-leaf.der | policy-mapped-to-any-1.der | | policy-mapped-to-any-1.der
    policy_missing | policy-one-leaf.der | policy-one-1.der | policy
    certificate_revoked | plain.der | ca.pem root.crl crl-revoked.crl | any_use
    certificate_revoked | plain.der | ca.pem root-revokes-ca.crl ca.crl | any_use | ca.pem
    revocation_unknown | plain.der | ca.pem root.crl | any_use
    chain_second_opinion | plain.der | ca.pem root.crl crl-revoked.crl
    signature_not_checked | algorithm-unknown.der | ca.pem
    usage_not_server | usage-client-for-server.der | ca.pem
    usage_not_server | below-ca-for-clients.der | ca-for-clients.der | | ca-for-clients.der
    usage_not_client | usage-server-for-client.der | ca.pem | client
";

const RULES: &str = "
    basic_constraints_missing | below-ca-without-basic-constraints.der | ca-without-basic-constraints.der | | ca-without-basic-constraints.der
    basic_constraints_not_critical | below-ca-not-critical.der | ca-not-critical.der | | ca-not-critical.der
    extension_duplicate | twice-alternative-name.der | ca.pem
    extension_malformed | garbled-alternative-name.der | ca.pem
    issuer_empty | certs/forms/issuer-empty.pem
    key_usage_inconsistent | below-ca-without-cert-sign.der | ca-without-cert-sign.der | | ca-without-cert-sign.der
    name_constraints_misplaced | certs/extensions/name-constraints.pem | ca/ecc1.pem
    name_constraints_not_critical | nc-not-critical-inside.der | nc-not-critical.der | | nc-not-critical.der
    name_malformed | certs/names/san-odd-dns.pem | ca/ecc1.pem
    serial_not_positive | serial-negative.der | ca.pem
    serial_not_positive | serial-zero.der | ca.pem
    serial_too_long | serial-21-octets.der | ca.pem
    signature_algorithms_differ | algorithms-differ.der | ca.pem
    subject_empty | subject-and-names-empty.der | ca.pem
    validity_malformed | fraction.der | ca.pem
    version_too_old | version-1-leaf.der | ca.pem
    version_too_old | below-version-1-ca.der | version-1-ca.der | | version-1-ca.der
    authority_key_id_issuer | certs/extensions/authority-key-id.pem | ca/ecc1.pem
    ca_as_server_certificate | ca.pem
    common_name_not_in_names | certs/names/san-odd-dns.pem | ca/ecc1.pem | web
    curve_forbidden | certs/forms/key-secp256k1.pem | ca/ecc1.pem
    curve_forbidden | certs/forms/key-p256-explicit.pem | ca/ecc1.pem
    extended_key_usage_any | usage-any.der | ca.pem
    extended_key_usage_critical | usage-both-critical.der | ca.pem
    extended_key_usage_missing | usage-none.der | ca.pem
    key_kind_forbidden | signed-ed25519.der | ca-ed25519.der | | ca-ed25519.der
    names_missing | host-common-name-only.der | ca.pem
    wildcard_for_public_suffix | certs/names/san-wildcards.pem | ca/ecc1.pem
    wildcard_misplaced | certs/names/san-wildcards.pem | ca/ecc1.pem
    name_internal | certs/names/san-private-addresses.pem | ca/ecc1.pem | web
    policy_not_said | plain.der | ca.pem | web
    transparency_missing | plain.der | ca.pem | web
";

/// The file of a name in a table.
fn place(name: &str) -> PathBuf {
    match (name.contains('/'), name.ends_with(".crl")) {
        (true, _) => fixture(name),
        (false, true) => fixture("chain/crls").join(name),
        (false, false) => fixture("chain/certs").join(name),
    }
}

/// Of the first certificate in a file.
fn fingerprint(name: &str) -> Fingerprint {
    let bytes = fs::read(place(name)).unwrap();
    let der = match std::str::from_utf8(&bytes) {
        Ok(text) if text.contains("-----BEGIN ") => der_blocks(text).swap_remove(0),
        _ => bytes,
    };
    Certificate::parse(&der).unwrap().fingerprint
}

fn run(request: &Request) -> Report {
    let world = World::new();
    match op::run(request, &world.env(), &Unwatched) {
        Outcome::Done(report) => report,
        Outcome::Failed(failure) => panic!("{failure}"),
        Outcome::Cancelled => panic!("cancelled"),
    }
}

fn opened(paths: Vec<PathBuf>, trust: TrustChoice) -> Arc<certwright::core::bundle::Inspection> {
    let request = Request::Inspect(inspect::Request {
        sources: paths.into_iter().map(Source::Path).collect(),
        trust,
        judge_at: Moment::parse(NOW),
        ..inspect::Request::default()
    });
    match run(&request) {
        Report::Inspection(inspection) => inspection,
        _ => panic!("another report"),
    }
}

/// What the operation says of a row.
fn judged(row: &Row) -> Arc<Chains> {
    let trust = match row.leaf.contains('/') {
        true => fixture("root.pem"),
        false => fixture("chain/certs/root.pem"),
    };
    let inspection = opened(vec![place(row.leaf)], TrustChoice::Path(trust));
    let beside: Vec<PathBuf> = row.beside.split_whitespace().map(place).collect();
    let beside = match beside.is_empty() {
        true => Vec::new(),
        false => vec![opened(beside, TrustChoice::Nothing)],
    };
    let request = Request::JudgeChains(chains::Request {
        inspection,
        beside,
        wish: wish(row),
    });
    match run(&request) {
        Report::Chains(chains) => chains,
        _ => panic!("another report"),
    }
}

/// Findings of one id, and that one of them is about the right certificate.
fn check(id: &str, findings: &[Finding], about: Option<Fingerprint>, what: &str) {
    let mut named = findings.iter().filter(|finding| finding.id().name() == id);
    assert!(
        named.any(|finding| finding.certificate == about),
        "{what}: no {id} about the certificate at fault in {:#?}",
        findings
            .iter()
            .map(|one| (one.id().name(), one.certificate))
            .collect::<Vec<_>>()
    );
}

fn check_row(row: &Row) -> Vec<Finding> {
    let findings = judged(row).findings.clone();
    let about = (row.about != "-").then(|| fingerprint(row.about));
    check(row.id, &findings, about, row.leaf);
    findings
}

/// Number of a kind of fact about paths; a new kind does not compile until it is here.
fn kind(fact: &PathFact) -> usize {
    match fact {
        PathFact::AlternativePaths { .. } => 0,
        PathFact::CaFlagMissing { .. } => 1,
        PathFact::CaUsageMissing { .. } => 2,
        PathFact::CriticalExtensionUnknown { .. } => 3,
        PathFact::CrlNotUsable { .. } => 4,
        PathFact::DepthExceeded { .. } => 5,
        PathFact::KeyUsageUnfit { .. } => 6,
        PathFact::NameConstraintViolated { .. } => 7,
        PathFact::NameConstraintUnusable { .. } => 8,
        PathFact::NamesDoNotChain { .. } => 9,
        PathFact::PathLengthExceeded { .. } => 10,
        PathFact::PolicyMappingAny { .. } => 11,
        PathFact::PolicyMissing { .. } => 12,
        PathFact::Revoked { .. } => 13,
        PathFact::RevocationUnknown { .. } => 14,
        PathFact::SecondOpinion { .. } => 15,
        PathFact::SignatureNotChecked { .. } => 16,
        PathFact::UsageNotAllowed { .. } => 17,
        PathFact::WorkLimitReached { .. } => 18,
    }
}

#[test]
fn every_fact_about_paths_is_found_and_names_the_certificate() {
    let mut seen = BTreeSet::new();
    let mut note = |findings: Vec<Finding>| {
        for finding in findings {
            if let Fact::Path(fact) = &finding.fact {
                seen.insert(kind(fact));
            }
        }
    };
    rows(PATHS).for_each(|row| note(check_row(&row)));
    note(paths::too_many_names());
    note(paths::two_ways());
    note(paths::other_name());
    paths::endless();
    assert_eq!(seen, (0..=18).collect());
}

#[test]
fn every_rule_is_found_and_names_the_certificate() {
    rows(RULES).for_each(|row| drop(check_row(&row)));
    let given = rows(RULES).map(|row| row.id);
    let held: BTreeSet<&str> = given.chain(rules::ids()).collect();
    let all: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id().name()).collect();
    assert_eq!(held, all);
}

#[test]
fn nothing_to_judge_is_a_finding() {
    let inspection = opened(vec![fixture("certs/requests")], TrustChoice::Nothing);
    let wish = chains::Wish::default();
    let beside = Vec::new();
    let Report::Chains(chains) = run(&Request::JudgeChains(chains::Request {
        inspection,
        beside,
        wish,
    })) else {
        panic!("another report");
    };
    check("certificate_missing", &chains.findings, None, "requests");
    assert!(!chains.is_valid());
}
