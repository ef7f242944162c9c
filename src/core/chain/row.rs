//! Certificates in a row, as a file holds them or a server sends them: order, duplicates, the root
//! (RFC 5246 section 7.4.2; RFC 8446 section 4.4.2 lets issuers come in any order, and older clients do not).

use std::collections::HashMap;
use std::sync::Arc;

use crate::core::artifact::Fingerprint;
use crate::core::finding::{ChainFact, Finding, Severity};
use crate::core::x509::Certificate;

/// A row of certificates and the path that it is meant to be.
pub struct Row<'a> {
    held: &'a [&'a Arc<Certificate>],
    path: Vec<&'a Arc<Certificate>>,
}

impl<'a> Row<'a> {
    /// `path` has the certificate of the server first, then its issuers, the root last.
    pub fn new(
        held: &'a [&'a Arc<Certificate>],
        path: impl IntoIterator<Item = &'a Arc<Certificate>>,
    ) -> Self {
        Self {
            held,
            path: path.into_iter().collect(),
        }
    }

    /// Everything that is wrong with the row, without a place.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = self.duplicates();
        findings.extend(self.order());
        findings.extend(self.root());
        findings
    }

    fn duplicates(&self) -> Vec<Finding> {
        let mut copies: HashMap<Fingerprint, usize> = HashMap::new();
        for certificate in self.held {
            *copies.entry(certificate.fingerprint).or_default() += 1;
        }
        let mut findings = Vec::new();
        for certificate in self.held {
            let own = copies.remove(&certificate.fingerprint);
            if let Some(copies) = own.filter(|copies| *copies > 1) {
                let fact = ChainFact::DuplicateCertificate {
                    subject: certificate.title(),
                    copies,
                };
                findings.push(Finding::new(fact).about(certificate.fingerprint));
            }
        }
        findings
    }

    fn order(&self) -> Option<Finding> {
        let leaf = self.path.first()?;
        let mut found: Vec<&Arc<Certificate>> = Vec::new();
        for certificate in self.held {
            let is_new = found
                .iter()
                .all(|seen| seen.fingerprint != certificate.fingerprint);
            if is_new && self.position(certificate).is_some() {
                found.push(certificate);
            }
        }
        let mut right = found.clone();
        right.sort_by_key(|certificate| self.position(certificate));
        let is_right = found
            .iter()
            .zip(&right)
            .all(|(left, right)| left.fingerprint == right.fingerprint);
        let is_leaf = |one: &&Arc<Certificate>| one.fingerprint == leaf.fingerprint;
        let leaf_first = !found.iter().any(is_leaf) || self.held.first().is_some_and(is_leaf);
        if is_right && leaf_first {
            return None;
        }
        let titles = |list: &[&Arc<Certificate>]| list.iter().map(|one| one.title()).collect();
        let fact = ChainFact::WrongOrder {
            found: titles(self.held),
            right: titles(&right),
            leaf_first,
        };
        let severity = match leaf_first {
            true => Severity::Warning,
            false => Severity::Error,
        };
        Some(Finding::new(fact).rated(severity).about(leaf.fingerprint))
    }

    /// Where a certificate stands on the path, the leaf at 0. A cross-signed twin stands where its key does.
    pub fn position(&self, certificate: &Certificate) -> Option<usize> {
        let is_twin = |step: &&Arc<Certificate>| {
            step.spki == certificate.spki && step.subject == certificate.subject
        };
        self.path.iter().position(is_twin)
    }

    /// The path's own root, in the same row as something below it.
    fn root(&self) -> Option<Finding> {
        let root = self.held.iter().find(|held| {
            held.is_self_issued() && self.position(held).is_some_and(|step| step > 0)
        })?;
        let fact = ChainFact::RootIncluded { root: root.title() };
        Some(Finding::new(fact).about(root.fingerprint))
    }
}
