//! Advice on names: what is read out of a paste, what is said of each name, and of all together.

mod additions;
mod name;
mod paste;
mod property;
mod together;
mod verb;
mod words;

use certwright::core::csr::names::{Advice, NameAdvice, advise};
use certwright::core::finding::{Finding, Severity};

/// The ids of findings with their severities, in order.
pub fn ids(findings: &[Finding]) -> Vec<(&'static str, Severity)> {
    findings
        .iter()
        .map(|finding| (finding.id().name(), finding.severity))
        .collect()
}

/// The advice on one name.
pub fn one(text: &str) -> NameAdvice {
    let advice = advise(text);
    assert_eq!(advice.names.len(), 1, "{text:?}: {advice:?}");
    advice.names.into_iter().next().unwrap()
}

/// What certificates would carry of a text.
pub fn ascii(advice: &Advice) -> Vec<&str> {
    advice.names.iter().map(|name| &*name.name.ascii).collect()
}
