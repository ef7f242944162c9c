//! The certificates chains are built from, indexed by subject, with every signature checked at most once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::core::artifact::Fingerprint;
use crate::core::limits;
use crate::core::x509::Certificate;
use crate::core::x509::signature::{self, SignatureVerdict};

/// A pool of distinct certificates.
#[derive(Default)]
pub struct Pool {
    certificates: Vec<Arc<Certificate>>,
    by_subject: HashMap<Arc<[u8]>, Vec<usize>>,
    checked: Mutex<HashMap<(Fingerprint, Fingerprint), SignatureVerdict>>,
}

impl Pool {
    /// A pool over distinct certificates; beyond the limit of the chain pool the rest is left out.
    pub fn new(certificates: impl IntoIterator<Item = Arc<Certificate>>) -> Self {
        let mut pool = Self::default();
        for certificate in certificates.into_iter().take(limits::CHAIN_POOL) {
            let index = pool.certificates.len();
            pool.by_subject
                .entry(Arc::clone(&certificate.subject.der))
                .or_default()
                .push(index);
            pool.certificates.push(certificate);
        }
        pool
    }

    /// Certificates whose subject is the issuer of this one, those with the fitting key identifier first.
    pub fn named_as_issuer_of(&self, certificate: &Certificate) -> Vec<&Arc<Certificate>> {
        let indexes = self
            .by_subject
            .get(&certificate.issuer.der)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut found: Vec<_> = indexes
            .iter()
            .filter_map(|index| self.certificates.get(*index))
            .filter(|candidate| candidate.fingerprint != certificate.fingerprint)
            .collect();
        found.sort_by_key(|candidate| !has_key_id_of(candidate, certificate));
        found
    }

    /// This very certificate, when the pool holds it.
    pub fn same_as(&self, certificate: &Certificate) -> Option<&Arc<Certificate>> {
        let indexes = self
            .by_subject
            .get(&certificate.subject.der)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let mut held = indexes
            .iter()
            .filter_map(|index| self.certificates.get(*index));
        held.find(|held| held.fingerprint == certificate.fingerprint)
    }

    /// Whether `issuer`'s key made the signature on `certificate`. Remembered per pair; past the
    /// budget of signature checks the answer is "not checked".
    pub fn verdict(&self, certificate: &Certificate, issuer: &Certificate) -> SignatureVerdict {
        let pair = (certificate.fingerprint, issuer.fingerprint);
        {
            let checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = checked.get(&pair) {
                return known.clone();
            }
            if checked.len() >= limits::CHAIN_SIGNATURES {
                return SignatureVerdict::NotChecked("budget".to_owned());
            }
        }
        let verdict = signature::verify(
            &issuer.spki,
            &certificate.signature_oid,
            certificate.signature_parameters(),
            certificate.tbs(),
            certificate.signature_value(),
        );
        self.checked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(pair, verdict.clone());
        verdict
    }
}

fn has_key_id_of(candidate: &Certificate, certificate: &Certificate) -> bool {
    match (&candidate.subject_key_id, &certificate.authority_key_id) {
        (Some(subject), Some(authority)) => subject == authority,
        _ => false,
    }
}
