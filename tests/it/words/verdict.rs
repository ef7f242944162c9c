//! The one line over a whole diagnosis: what it means, worst first, at most two clauses.

use certwright::core::diagnose::checks::dns::DnsSummary;
use certwright::core::diagnose::{Check, CheckId, CheckKey, Mark, State};
use certwright::core::env::DnsName;
use certwright::core::finding::{Fact, Finding, Id, PageFact, Severity};
use certwright::text::Lang;
use certwright::text::diagnose::verdict::headline;
use certwright::text::prose::is_han;

use super::{check_chinese, samples};

fn check(id: CheckId, findings: Vec<Finding>) -> Check {
    let name = DnsName::parse("shop.example.com").unwrap();
    // What a check found out in short does not matter here.
    Check::done(CheckKey::of(id, &name), DnsSummary::NotFoundOut, findings)
}

fn unknown(id: CheckId) -> Check {
    Check {
        state: State::Done(Mark::Unknown),
        ..check(id, Vec::new())
    }
}

/// The sample of an id.
fn sample(id: Id) -> Finding {
    let mut all = samples::facts().into_iter().map(Finding::new);
    all.find(|one| one.id() == id)
        .unwrap_or_else(|| panic!("no sample of {}", id.name()))
}

/// A page that loads so many things over http.
fn loading(count: usize) -> Finding {
    let mut finding = sample(Id::MixedContent);
    if let Fact::Page(PageFact::MixedContent { parts, .. }) = &mut finding.fact {
        parts.count = count;
    }
    finding
}

fn both(checks: &[Check]) -> [String; 2] {
    Lang::ALL.map(|lang| headline(lang, checks, false).0)
}

#[test]
fn two_lanes_are_told_in_one_line() {
    let fine = || check(CheckId::ServedChain, Vec::new());
    for (checks, en, zh) in [
        (
            vec![check(CheckId::Caa, vec![sample(Id::CaaForbids)]), fine()],
            "CAA forbids the CA; the certificate is fine",
            "CAA 不允许该 CA 签发；证书正常",
        ),
        (
            vec![
                fine(),
                check(CheckId::HttpsRedirect, vec![sample(Id::HttpNotRedirected)]),
            ],
            "The certificate is fine; http does not lead to https",
            "证书正常；http 没有重定向到 https",
        ),
        (
            vec![
                check(CheckId::Caa, vec![sample(Id::CaaForbids)]),
                check(CheckId::ServedChain, vec![sample(Id::CertificateExpired)]),
                check(CheckId::HttpsRedirect, vec![sample(Id::HttpNotRedirected)]),
            ],
            "CAA forbids the CA; the certificate has expired",
            "CAA 不允许该 CA 签发；证书已过期",
        ),
        (
            vec![check(
                CheckId::ServedChain,
                vec![sample(Id::ChainMissingIntermediate)],
            )],
            "The chain lacks an intermediate, which browsers may fill in",
            "证书链缺少中间证书，浏览器可能会自行补上",
        ),
        (
            vec![
                fine(),
                check(CheckId::MixedContent, vec![loading(3)]),
                check(CheckId::HttpsRedirect, vec![sample(Id::HttpNotRedirected)]),
            ],
            "The certificate is fine; the page loads 3 things over http",
            "证书正常；网页通过 http 加载 3 项内容",
        ),
        (vec![fine()], "The certificate is fine", "证书正常"),
    ] {
        assert_eq!(both(&checks), [en, zh]);
    }
}

#[test]
fn what_is_not_known_is_part_of_the_line() {
    let fine = check(CheckId::ServedChain, Vec::new());
    assert_eq!(
        both(&[fine.clone(), unknown(CheckId::Suites)]),
        [
            "The certificate is fine; 1 check without a result",
            "证书正常；1 项检查没有结果"
        ]
    );
    let [en, _] = both(&[unknown(CheckId::ServedChain), unknown(CheckId::Suites)]);
    assert_eq!(en, "2 checks without a result");
    let [en, _] = both(&[fine, unknown(CheckId::Reach)]);
    assert_eq!(en, "1 check without a result", "not all of it was seen");
}

#[test]
fn a_problem_without_a_clause_is_counted_and_never_hidden() {
    let odd = Finding::new(sample(Id::HttpNotRedirected).fact).rated(Severity::Warning);
    let unsaid = sample(Id::WeakKey);
    let checks = [
        check(CheckId::ServedChain, vec![unsaid]),
        check(CheckId::HttpsRedirect, vec![odd]),
    ];
    assert_eq!(both(&checks)[0], "1 problem found");
}

#[test]
fn every_clause_is_a_headline_in_both_languages() {
    let mut faults = Vec::new();
    let mut clauses = 0;
    for fact in samples::facts() {
        let finding = Finding::new(fact).rated(Severity::Error);
        let id = finding.id().name();
        let [en, zh] = both(&[check(CheckId::Caa, vec![finding])]);
        if en == "1 problem found" {
            continue;
        }
        clauses += 1;
        let is_sound = !en.ends_with('.')
            && !en.contains(is_han)
            && !en.contains(['{', '}'])
            && !en.starts_with(char::is_lowercase);
        if !is_sound {
            faults.push(format!("{id}: {en}"));
        }
        if !zh.contains(is_han) || zh.ends_with('。') {
            faults.push(format!("{id}: {zh}"));
        }
        check_chinese(id, &zh, &mut faults);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(clauses >= 30, "{clauses}");
}
