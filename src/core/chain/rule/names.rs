//! Name constraints of every issuer against every name below it (RFC 5280 sections 6.1.3 (b), (c) and
//! 6.1.4 (g)). A trusted root's own constraints count too (RFC 5937).

use super::space::{Inside, Space, form, inside, is_same_form, is_usable};
use crate::core::chain::judge::{Place, Walk};
use crate::core::chain::question::Profile;
use crate::core::finding::{ConstraintBreach, Finding, PathFact, Severity, WorkLimit};
use crate::core::limits;
use crate::core::x509::Certificate;
use crate::core::x509::constraints::{NameConstraints, Subtree};
use crate::core::x509::name::GeneralName;

/// emailAddress in a subject.
const EMAIL_ADDRESS: &str = "1.2.840.113549.1.9.1";
/// Breaches told of one certificate.
const TOLD: usize = 8;

pub(super) fn check(walk: &Walk<'_>, findings: &mut Vec<Finding>) {
    let mut budget = limits::NAME_COMPARISONS;
    for issuer in walk.issuers() {
        let Some(constraints) = &issuer.constraints.names else {
            continue;
        };
        findings.extend(unusable(walk, &issuer, constraints));
        for place in walk.places().take(issuer.index) {
            // Key roll-over of a constrained CA is no breach (section 6.1.3 (b)).
            if !place.is_target() && place.certificate.is_self_issued() {
                continue;
            }
            let mut court = Court {
                constraints,
                issuer: &issuer,
                place: &place,
                budget: &mut budget,
                found: Vec::new(),
            };
            court.judge();
            findings.append(&mut court.found);
        }
    }
    if budget == 0 {
        findings.extend(walk.places().next().map(|target| {
            let fact = PathFact::WorkLimitReached {
                limit: WorkLimit::NameComparisons,
                allowed: limits::NAME_COMPARISONS,
            };
            target.finding(fact).rated(Severity::Error)
        }));
    }
}

/// Constraints that nobody can apply.
fn unusable(walk: &Walk<'_>, issuer: &Place<'_>, constraints: &NameConstraints) -> Vec<Finding> {
    let all = constraints.permitted.iter().chain(&constraints.excluded);
    let is_bad = |subtree: &&Subtree| subtree.has_distances || !is_usable(&subtree.base);
    all.filter(is_bad)
        .take(TOLD)
        .map(|subtree| {
            let fact = PathFact::NameConstraintUnusable {
                subject: issuer.certificate.title(),
                constraint: words(&subtree.base),
            };
            // A leading dot is against the RFC and understood by most.
            let is_dotted = matches!(&subtree.base, GeneralName::Dns(base)
                if base.strip_prefix('.').is_some_and(|base| !base.starts_with('.')));
            match walk.question.profile {
                Profile::Practice if is_dotted => issuer.finding(fact).rated(Severity::Warning),
                _ => issuer.finding(fact),
            }
        })
        .collect()
}

/// One certificate before the constraints of one issuer.
struct Court<'a> {
    constraints: &'a NameConstraints,
    issuer: &'a Place<'a>,
    place: &'a Place<'a>,
    budget: &'a mut usize,
    found: Vec<Finding>,
}

impl Court<'_> {
    fn judge(&mut self) {
        let certificate = self.place.certificate;
        let mut has_email = false;
        certificate.visit_names(|name| {
            has_email |= matches!(name, GeneralName::Email(_));
            self.name(name);
            *self.budget > 0 && self.found.len() < TOLD
        });
        for name in subject_names(certificate, has_email) {
            self.name(&name);
        }
    }

    fn name(&mut self, name: &GeneralName) {
        let Some((breach, constraint)) = self.breach(name) else {
            return;
        };
        self.found
            .push(self.place.finding(PathFact::NameConstraintViolated {
                subject: self.place.certificate.title(),
                by: self.issuer.certificate.title(),
                form: form(name),
                name: words(name),
                breach,
                constraint,
            }));
    }

    fn breach(&mut self, name: &GeneralName) -> Option<(ConstraintBreach, Option<String>)> {
        let constraints = self.constraints;
        let (mut is_limited, mut is_permitted) = (false, false);
        for subtree in &constraints.permitted {
            if !self.spend() || !is_same_form(name, &subtree.base) {
                continue;
            }
            is_limited = true;
            match inside(name, &subtree.base, Space::Permitted) {
                Inside::Yes => is_permitted = true,
                Inside::No => {}
                Inside::Unclear => return Some(not_comparable(subtree)),
            }
        }
        for subtree in &constraints.excluded {
            if !self.spend() || !is_same_form(name, &subtree.base) {
                continue;
            }
            match inside(name, &subtree.base, Space::Excluded) {
                Inside::Yes => {
                    return Some((ConstraintBreach::Excluded, Some(words(&subtree.base))));
                }
                Inside::No => {}
                Inside::Unclear => return Some(not_comparable(subtree)),
            }
        }
        (is_limited && !is_permitted).then_some((ConstraintBreach::NotPermitted, None))
    }

    fn spend(&mut self) -> bool {
        *self.budget = self.budget.saturating_sub(1);
        *self.budget > 0
    }
}

fn not_comparable(subtree: &Subtree) -> (ConstraintBreach, Option<String>) {
    (ConstraintBreach::NotComparable, Some(words(&subtree.base)))
}

/// The subject counts as a directory name, its mailboxes only where no alternative name is one.
fn subject_names(certificate: &Certificate, has_email: bool) -> Vec<GeneralName> {
    let subject = &certificate.subject;
    if subject.is_empty() {
        return Vec::new();
    }
    let mut names = vec![GeneralName::Directory(subject.clone())];
    if !has_email {
        let boxes = subject.attributes.iter();
        let boxes = boxes.filter(|attribute| attribute.oid == EMAIL_ADDRESS);
        names.extend(boxes.map(|attribute| GeneralName::Email(attribute.value.clone())));
    }
    names
}

/// A name or a constraint for evidence.
fn words(name: &GeneralName) -> String {
    match name {
        GeneralName::Ip(bytes) => ip_words(bytes),
        GeneralName::Dns(text) | GeneralName::Email(text) | GeneralName::Uri(text) => {
            text.to_string()
        }
        GeneralName::Directory(name) => name.to_string(),
        GeneralName::RegisteredId(oid) => oid.to_string(),
        GeneralName::Other(kind, value) => format!("{kind}: {value}"),
        GeneralName::Unknown(tag, hex) => format!("[{tag}] {hex}"),
    }
}

/// An address, or a network with its mask.
fn ip_words(bytes: &[u8]) -> String {
    use std::net::IpAddr;
    let one = |bytes: &[u8]| {
        let four = <[u8; 4]>::try_from(bytes).map(IpAddr::from);
        four.or_else(|_| <[u8; 16]>::try_from(bytes).map(IpAddr::from))
            .map(|address| address.to_string())
    };
    let both = bytes.split_at_checked(bytes.len() / 2);
    let network = both.and_then(|(network, mask)| {
        let ones: u32 = mask.iter().map(|byte| byte.count_ones()).sum();
        matches!(bytes.len(), 8 | 32).then(|| one(network).map(|it| format!("{it}/{ones}")))
    });
    network
        .unwrap_or_else(|| one(bytes))
        .unwrap_or_else(|_| format!("{bytes:02x?}"))
}
