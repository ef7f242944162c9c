//! The chain as it should be: leaf, then each issuer, the root only where it is wanted. A plan says what
//! changes; writing is somebody else's.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::answer::JudgedPath;
use crate::core::artifact::Fingerprint;
use crate::core::pkcs7;
use crate::core::x509::Certificate;
use crate::core::x509::export::full_chain;

/// One difference between what a file holds and what it should hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A certificate that was not there.
    Added(String),
    /// A certificate that was there more than once.
    DuplicateDropped(String),
    /// The order was another.
    Reordered,
    /// The root, which clients have themselves.
    RootDropped(String),
    /// A certificate that belongs to another chain.
    UnrelatedDropped(String),
}

/// A chain in the right order, and how it differs from what was there.
#[derive(Clone)]
pub struct Repair {
    /// The certificate asked about, then each issuer.
    pub certificates: Vec<Arc<Certificate>>,
    /// How many of them are the root: none or one.
    pub roots: usize,
    /// What changes against the certificates that were held.
    pub changes: Vec<Change>,
}

/// Files that a repaired chain can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// Issuers without the certificate itself, PEM.
    Chain,
    /// Certificate and issuers, PEM: what nginx, Apache and most programs read.
    FullChain,
    /// The certificate alone, PEM.
    Leaf,
    /// Certificate and issuers, PKCS#7 in DER, for Windows.
    P7b,
}

impl Form {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::FullChain, Self::Chain, Self::Leaf, Self::P7b];

    /// Usual name of the file.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Chain => "chain.pem",
            Self::FullChain => "fullchain.pem",
            Self::Leaf => "cert.pem",
            Self::P7b => "chain.p7b",
        }
    }
}

impl Repair {
    /// Puts a path in order. `held` is what the file or bundle holds, in its order.
    pub fn of(path: &JudgedPath, held: &[Arc<Certificate>], with_root: bool) -> Self {
        let top = path.steps.len().saturating_sub(1);
        let is_root = |index: usize| {
            index == top
                && index > 0
                && path
                    .steps
                    .get(index)
                    .is_some_and(|step| step.is_anchor || step.certificate.is_self_issued())
        };
        let kept = path.steps.iter().enumerate();
        let kept = kept.filter(|(index, _)| with_root || !is_root(*index));
        let mut certificates: Vec<_> = kept
            .map(|(_, step)| Arc::clone(&step.certificate))
            .collect();
        certificates.extend(cross_certificates(path, held));
        let changes = changes(&certificates, path, held);
        Self {
            roots: usize::from(with_root && is_root(top)),
            certificates,
            changes,
        }
    }

    /// The bytes of a file.
    pub fn bytes(&self, form: Form) -> Vec<u8> {
        let all = || self.certificates.iter().map(Arc::as_ref);
        match form {
            Form::FullChain => full_chain(all()).into_bytes(),
            Form::Chain => full_chain(all().skip(1)).into_bytes(),
            Form::Leaf => full_chain(all().take(1)).into_bytes(),
            Form::P7b => {
                let ders: Vec<&[u8]> = all().map(|certificate| &*certificate.der).collect();
                pkcs7::write(&ders)
            }
        }
    }
}

/// Certificates for a name and key of the path by another issuer: older clients need them to reach a root
/// that they know, and all others pass over them. They stay, behind the path.
fn cross_certificates(path: &JudgedPath, held: &[Arc<Certificate>]) -> Vec<Arc<Certificate>> {
    let mut found: Vec<Arc<Certificate>> = Vec::new();
    for one in held.iter().filter(|one| !one.is_self_issued()) {
        let is_twin = path.issuers().any(|step| {
            step.fingerprint != one.fingerprint
                && step.spki == one.spki
                && step.subject.matches(&one.subject)
        });
        let is_new = found
            .iter()
            .all(|known| known.fingerprint != one.fingerprint);
        if is_twin && is_new {
            found.push(Arc::clone(one));
        }
    }
    found
}

fn changes(
    right: &[Arc<Certificate>],
    path: &JudgedPath,
    held: &[Arc<Certificate>],
) -> Vec<Change> {
    let prints = |list: &[Arc<Certificate>]| -> Vec<Fingerprint> {
        list.iter().map(|one| one.fingerprint).collect()
    };
    let (wanted, have) = (prints(right), prints(held));
    let mut changes = Vec::new();
    let mut seen = BTreeSet::new();
    for certificate in held {
        let print = certificate.fingerprint;
        if !seen.insert(print) {
            changes.push(Change::DuplicateDropped(certificate.title()));
        } else if !wanted.contains(&print) {
            let is_root = path
                .issuers()
                .any(|issuer| issuer.spki == certificate.spki && certificate.is_self_issued());
            changes.push(match is_root {
                true => Change::RootDropped(certificate.title()),
                false => Change::UnrelatedDropped(certificate.title()),
            });
        }
    }
    let added = right.iter().filter(|one| !have.contains(&one.fingerprint));
    changes.extend(added.map(|one| Change::Added(one.title())));
    let mut kept: Vec<Fingerprint> = Vec::new();
    for print in have.iter().filter(|print| wanted.contains(print)) {
        if !kept.contains(print) {
            kept.push(*print);
        }
    }
    let in_order: Vec<&Fingerprint> = wanted.iter().filter(|print| kept.contains(print)).collect();
    if !kept.iter().eq(in_order) {
        changes.push(Change::Reordered);
    }
    changes.sort_by_key(|change| {
        std::mem::discriminant(change) != std::mem::discriminant(&Change::Reordered)
    });
    changes
}
