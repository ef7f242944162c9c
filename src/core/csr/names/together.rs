//! What names are to each other: doubles, what a wildcard covers and what it misses, what is worth adding,
//! which kind of certificate the list needs.

use std::collections::{HashMap, HashSet};

use super::advice::{Advice, CertificateKind, NameAdvice, NameKind, Suggestion};
use super::name::shown;
use crate::core::finding::{Finding, NameFact, Severity};

/// The names of a list that could be issued, by their A-labels.
pub(super) struct Names {
    plain: HashSet<Box<str>>,
    /// What stands behind the `*.` of wildcards.
    starred: HashSet<Box<str>>,
}

impl Names {
    pub(super) fn of(names: &[NameAdvice]) -> Self {
        let usable = names.iter().filter(|name| {
            name.name.kind != NameKind::Unusable && name.severity() != Some(Severity::Error)
        });
        let (mut plain, mut starred) = (HashSet::new(), HashSet::new());
        for name in usable.map(|name| &*name.name.ascii) {
            match name.strip_prefix("*.") {
                Some(domain) => starred.insert(domain.into()),
                None => plain.insert(name.into()),
            };
        }
        Self { plain, starred }
    }

    /// Whether the list names this host, itself or by a wildcard.
    pub(super) fn has(&self, host: &str) -> bool {
        self.plain.contains(host) || self.star_over(host).is_some()
    }

    /// The domain of the wildcard that covers a host.
    fn star_over<'a>(&self, host: &'a str) -> Option<&'a str> {
        let (_, parent) = host.split_once('.')?;
        self.starred.contains(parent).then_some(parent)
    }

    /// The domain of the nearest wildcard that a host lies too deep for.
    fn star_far_over<'a>(&self, host: &'a str, registrable: &str) -> Option<&'a str> {
        let mut rest = host.split_once('.')?.1;
        while rest.len() > registrable.len() {
            rest = rest.split_once('.')?.1;
            if self.starred.contains(rest) {
                return Some(rest);
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
        let ascii = &advice.name.ascii;
        if advice.name.kind == NameKind::Unusable {
            continue;
        }
        let name = advice.name.shown.clone();
        let fact = if !seen.insert(ascii.clone()) {
            Some(NameFact::Duplicate { name })
        } else if advice.name.kind != NameKind::Plain || !held.plain.contains(ascii) {
            None
        } else if let Some(domain) = held.star_over(ascii) {
            let wildcard = format!("*.{domain}");
            let by = shown(&wildcard);
            covered.entry(wildcard).or_default().push(ascii.clone());
            Some(NameFact::Covered { name, by })
        } else {
            too_deep(advice, held)
        };
        advice.findings.extend(fact.map(Finding::new));
    }
    for advice in names.iter_mut() {
        advice.covers = covered.remove(&*advice.name.ascii).unwrap_or_default();
    }
}

fn too_deep(advice: &NameAdvice, held: &Names) -> Option<NameFact> {
    let registrable = advice.registrable.as_deref()?;
    let domain = held.star_far_over(&advice.name.ascii, registrable)?;
    Some(NameFact::TwoLevels {
        name: advice.name.shown.clone(),
        wildcard: shown(&format!("*.{domain}")),
    })
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
