//! What an order would be refused for, known from the names alone.

use super::RecordSummary;
use crate::core::csr::names::{NameAdvice, NameKind, advise};
use crate::core::diagnose::{Check, CheckKey, Request};
use crate::core::env::DnsName;
use crate::core::finding::{Finding, Id};

/// Judges a name among those of its order. Nobody is asked.
pub(super) fn check(request: &Request, name: &DnsName, key: CheckKey) -> Check {
    let list: Vec<&str> = request.names.iter().map(DnsName::as_str).collect();
    let advice = advise(&list.join("\n"));
    let own: Option<&NameAdvice> = advice
        .names
        .iter()
        .find(|one| one.name.ascii.as_ref() == name.as_str());
    let mut findings: Vec<Finding> = own.map(|one| one.findings.clone()).unwrap_or_default();
    let is_wildcard = own.is_some_and(|one| one.name.kind == NameKind::Wildcard);
    let is_first = request.names.first() == Some(name);
    // What concerns the list stands at the names it is about, or once.
    findings.extend(
        advice
            .findings
            .iter()
            .filter(|finding| match finding.id() {
                Id::OrderListDnsOnly => is_wildcard,
                _ => is_first,
            })
            .cloned(),
    );
    let registrable = own.and_then(|one| one.registrable.as_deref());
    let summary = RecordSummary::Order {
        registrable: registrable.and_then(DnsName::parse),
        is_wildcard,
    };
    Check::done(key, summary, findings)
}
