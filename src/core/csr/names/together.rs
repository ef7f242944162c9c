//! What names are to each other: doubles, what a wildcard covers and what it misses, what is worth adding,
//! which kind of certificate the list needs.

use std::collections::{HashMap, HashSet};

use super::advice::{Advice, CertificateKind, NameAdvice, NameKind, Suggestion};
use super::name::shown;
use crate::core::finding::{Finding, NameFact, Severity};

/// The names of a list that could be issued, by their A-labels.
pub(super) struct Names {
    all: HashSet<Box<str>>,
}

impl Names {
    pub(super) fn of(names: &[NameAdvice]) -> Self {
        let usable = names.iter().filter(|name| {
            name.name.kind != NameKind::Unusable && name.severity() != Some(Severity::Error)
        });
        Self {
            all: usable.map(|name| name.name.ascii.clone()).collect(),
        }
    }

    /// Whether the list names it, itself or by a wildcard.
    pub(super) fn has(&self, name: &str) -> bool {
        self.all.contains(name) || self.wildcard_over(name).is_some()
    }

    /// The wildcard of the list that covers a plain name.
    fn wildcard_over(&self, name: &str) -> Option<String> {
        let (_, parent) = name.split_once('.')?;
        self.wildcard_at(parent)
    }

    fn wildcard_at(&self, domain: &str) -> Option<String> {
        let wildcard = format!("*.{domain}");
        self.all.contains(wildcard.as_str()).then_some(wildcard)
    }

    /// A wildcard of the list that a plain name lies too deep for, the nearest.
    fn wildcard_far_over(&self, name: &str, registrable: &str) -> Option<String> {
        let mut rest = name.split_once('.')?.1;
        while rest.len() > registrable.len() {
            rest = rest.split_once('.')?.1;
            if let Some(wildcard) = self.wildcard_at(rest) {
                return Some(wildcard);
            }
        }
        None
    }
}

/// Adds to each name what follows from the others.
pub(super) fn compare(names: &mut [NameAdvice], held: &Names) {
    let mut seen: HashSet<Box<str>> = HashSet::new();
    let mut covered: HashMap<String, Vec<Box<str>>> = HashMap::new();
    for advice in names.iter_mut() {
        if advice.name.kind == NameKind::Unusable {
            continue;
        }
        let name = advice.name.shown.clone();
        if !seen.insert(advice.name.ascii.clone()) {
            let fact = NameFact::Duplicate { name };
            advice.findings.push(Finding::new(fact));
        } else if advice.name.kind == NameKind::Plain && held.all.contains(&advice.name.ascii) {
            let ascii = &advice.name.ascii;
            if let Some(wildcard) = held.wildcard_over(ascii) {
                let by = shown(&wildcard);
                let covers = covered.entry(wildcard).or_default();
                covers.push(ascii.clone());
                let fact = NameFact::Covered { name, by };
                advice.findings.push(Finding::new(fact));
            } else if let Some(wildcard) = advice
                .registrable
                .as_deref()
                .and_then(|domain| held.wildcard_far_over(ascii, domain))
            {
                let wildcard = shown(&wildcard);
                let fact = NameFact::TwoLevels { name, wildcard };
                advice.findings.push(Finding::new(fact));
            }
        }
    }
    for advice in names.iter_mut() {
        advice.covers = covered.remove(&*advice.name.ascii).unwrap_or_default();
    }
}

/// The kind of certificate that the needed names ask for.
pub(super) fn kind(advice: &Advice) -> Option<CertificateKind> {
    let (wildcards, others): (Vec<_>, Vec<_>) = advice
        .needed()
        .map(|name| &name.name)
        .partition(|name| name.kind == NameKind::Wildcard);
    match (wildcards.as_slice(), others.as_slice()) {
        ([], []) => None,
        ([], [_]) => Some(CertificateKind::Single),
        ([], _) => Some(CertificateKind::MultiDomain),
        ([_], []) => Some(CertificateKind::Wildcard),
        ([wildcard], [other]) if is_apex(&other.ascii, &wildcard.ascii) => {
            Some(CertificateKind::Wildcard)
        }
        _ => Some(CertificateKind::MultiWildcard),
    }
}

fn is_apex(name: &str, wildcard: &str) -> bool {
    wildcard.strip_prefix("*.") == Some(name)
}

/// The bare domains of wildcards, and `www` of registrable domains, that the list lacks.
pub(super) fn suggestions(advice: &Advice, held: &Names) -> Vec<Suggestion> {
    let wanted = advice.needed().filter_map(|one| {
        let name = &one.name;
        let (added, is_apex) = match name.ascii.strip_prefix("*.") {
            Some(apex) => (apex.to_owned(), true),
            None if one.registrable.as_deref() == Some(&*name.ascii) => {
                (format!("www.{}", name.ascii), false)
            }
            None => return None,
        };
        (!held.has(&added)).then(|| Suggestion {
            shown: shown(&added),
            name: added.into(),
            beside: name.shown.clone(),
            is_apex,
        })
    });
    wanted.collect()
}
