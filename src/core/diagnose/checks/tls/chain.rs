//! The chain exactly as sent: whole, in order, trusted, for this name; the same at every address.

use super::TlsSummary;
use super::scene::Scene;
use super::served::{List, lists};
use crate::core::bundle::renewal_days;
use crate::core::chain::{Answer, JudgedPath, Row};
use crate::core::diagnose::{Check, CheckId};
use crate::core::finding::{
    CertificateFact, ChainFact, Fact, Finding, PathFact, ServedFact, Severity,
};
use crate::core::progress::Cancelled;
use crate::core::tls::{Maker, maker};
use crate::core::x509::Certificate;

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::ServedChain);
    let Some((roots, trust)) = scene.asker.roots() else {
        scene.put(Check::unknown(key, TlsSummary::NotFoundOut, Vec::new()));
        return Ok(());
    };
    let at = scene.asker.env.clock.now();
    let lists = lists(scene);
    let mut findings: Vec<Finding> = differs(scene, &lists).into_iter().collect();
    let mut root: Option<String> = None;
    for list in &lists {
        scene.asker.check()?;
        findings.extend(unreadable(list));
        let Some(answer) = list.judged(scene.name, roots, &trust.name, at) else {
            continue;
        };
        let Some(best) = answer.best() else {
            continue;
        };
        findings.extend(of_path(&answer, best));
        findings.extend(row(list, best));
        findings.extend(due(&answer.target, at));
        findings.extend(circumstances(scene, list, best));
        root = root.or_else(|| best.anchor().map(|root| root.title()));
    }
    let mut told: Vec<Finding> = Vec::new();
    for finding in findings {
        if !told.contains(&finding) {
            told.push(finding);
        }
    }
    let summary = summary(&lists, root);
    scene.put(Check::done(key, summary, told));
    Ok(())
}

fn summary(lists: &[List], root: Option<String>) -> TlsSummary {
    let first = lists
        .iter()
        .find_map(|list| Some((list.leaf()?, list.items.len())));
    match first {
        None => TlsSummary::NoCertificate,
        Some((leaf, certificates)) => TlsSummary::Chain {
            subject: leaf.title(),
            not_after: leaf.not_after,
            certificates,
            root,
            different: lists.len(),
        },
    }
}

/// Which addresses serve which certificate, where that differs.
fn differs(scene: &Scene<'_>, lists: &[List]) -> Option<Finding> {
    let mut served: Vec<_> = Vec::new();
    for list in lists.iter().map(List::served_at) {
        // Another intermediate below the same certificate is no other certificate.
        let same = served
            .iter_mut()
            .find(|one: &&mut crate::core::finding::ServedAt| one.certificate == list.certificate);
        match same {
            Some(one) => one.addresses.extend(list.addresses),
            None => served.push(list),
        }
    }
    (served.len() > 1).then(|| {
        Finding::new(ServedFact::DiffersBetweenAddresses {
            name: scene.name.to_string(),
            served,
        })
    })
}

/// What was sent and is no certificate.
fn unreadable(list: &List) -> Vec<Finding> {
    let address = list.places().into_iter().next().unwrap_or_default();
    let fact = |nth: usize, detail: &str| ServedFact::NotCertificate {
        address: address.clone(),
        nth,
        detail: detail.to_owned(),
    };
    if list.items.is_empty() {
        return vec![Finding::new(fact(0, ""))];
    }
    let items = list.items.iter().enumerate();
    let faults = items.filter_map(|(index, item)| Some((index + 1, item.as_ref().err()?)));
    faults
        .map(|(nth, fault)| Finding::new(fact(nth, &fault.detail)))
        .collect()
}

/// What path validation found, and faults of form that clients refuse. That there are further paths is of no
/// use to who runs a server.
fn of_path(answer: &Answer, best: &JudgedPath) -> Vec<Finding> {
    let is_alternative =
        |finding: &&Finding| matches!(finding.fact, Fact::Path(PathFact::AlternativePaths { .. }));
    let form = best.form.iter();
    let form = form.filter(|finding| finding.severity == Severity::Error);
    let path = best.findings.iter().chain(&answer.findings);
    path.filter(|finding| !is_alternative(finding))
        .chain(form)
        .cloned()
        .collect()
}

/// Order, duplicates, the root, strangers. The server's own is the first whatever it is: with another key it
/// would not have come to a handshake.
fn row(list: &List, best: &JudgedPath) -> Vec<Finding> {
    let held: Vec<_> = list.certificates().collect();
    let path: Vec<_> = best.steps.iter().map(|step| &step.certificate).collect();
    let row = Row::new(&held, path.iter().copied());
    let mut findings = row.findings();
    for finding in &mut findings {
        if let Fact::Chain(ChainFact::WrongOrder { .. }) = finding.fact {
            finding.severity = finding.severity.min(Severity::Warning);
        }
    }
    let strangers = held.iter().filter(|one| {
        row.position(one).is_none() && !held.iter().any(|other| is_below(other, one))
    });
    findings.extend(strangers.map(|one| {
        let subject = one.title();
        Finding::new(ChainFact::UnrelatedCertificate { subject }).about(one.fingerprint)
    }));
    findings
}

/// Whether `below` names `issuer` as its issuer, itself apart: then it may serve another path.
fn is_below(below: &Certificate, issuer: &Certificate) -> bool {
    below.fingerprint != issuer.fingerprint && below.issuer.matches(&issuer.subject)
}

/// A renewal is due.
fn due(leaf: &Certificate, at: crate::core::time::Moment) -> Option<Finding> {
    let days_left = at.days_until(leaf.not_after);
    let is_valid = leaf.not_before <= at && at <= leaf.not_after;
    let is_due = is_valid && days_left <= renewal_days(leaf.lifetime_days());
    is_due.then(|| {
        let fact = CertificateFact::ExpiresSoon {
            subject: leaf.title(),
            not_after: leaf.not_after,
            days_left,
        };
        Finding::new(fact).about(leaf.fingerprint)
    })
}

/// What explains a certificate that is not trusted, or not any more.
fn circumstances(scene: &Scene<'_>, list: &List, best: &JudgedPath) -> Vec<Finding> {
    let Some(leaf) = list.leaf() else {
        return Vec::new();
    };
    let mut facts: Vec<ServedFact> = Vec::new();
    let made_by = maker(leaf).filter(|_| !best.is_trusted());
    facts.extend(made_by.map(|maker| match maker {
        Maker::Default(product) => ServedFact::DefaultCertificate {
            product,
            subject: leaf.title(),
            addresses: list.places(),
        },
        Maker::Inspection(product) => ServedFact::Inspected {
            product,
            issuer: leaf.issuer.title(),
            addresses: list.places(),
        },
    }));
    if scene.asker.env.clock.now() > leaf.not_after && made_by.is_none() {
        facts.push(ServedFact::StillExpired {
            name: scene.name.to_string(),
            not_after: leaf.not_after,
            addresses: list.places(),
        });
    }
    let facts = facts.into_iter();
    facts
        .map(|fact| Finding::new(fact).about(leaf.fingerprint))
        .collect()
}
