//! The certificates chains are built from, indexed by name and key, with every signature checked at most once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::core::artifact::Fingerprint;
use crate::core::limits;
use crate::core::x509::Certificate;
use crate::core::x509::name::DistinguishedName;
use crate::core::x509::public_key::KeyAlgorithm;
use crate::core::x509::signature::{self, PublicKey, SignatureVerdict};

/// Signed, and the key that should have signed.
type Pair = (Fingerprint, Fingerprint);

/// A pool of distinct certificates.
#[derive(Default)]
pub struct Pool {
    certificates: Vec<Arc<Certificate>>,
    by_subject: HashMap<Box<str>, Vec<usize>>,
    by_key_id: HashMap<Box<[u8]>, Vec<usize>>,
    checked: Mutex<Checked>,
}

/// Signatures checked so far, and what they cost.
#[derive(Default)]
struct Checked {
    verdicts: HashMap<Pair, SignatureVerdict>,
    spent: usize,
}

/// What the budget of signature checks answers when it is used up.
pub const BUDGET: &str = "budget";

impl Pool {
    /// A pool over distinct certificates; beyond the limit of the chain pool the rest is left out.
    pub fn new(certificates: impl IntoIterator<Item = Arc<Certificate>>) -> Self {
        let mut pool = Self::default();
        for certificate in certificates.into_iter().take(limits::CHAIN_POOL) {
            let index = pool.certificates.len();
            pool.by_subject
                .entry(certificate.subject.key())
                .or_default()
                .push(index);
            if let Some(id) = &certificate.subject_key_id {
                pool.by_key_id.entry(id.clone()).or_default().push(index);
            }
            pool.certificates.push(certificate);
        }
        pool
    }

    /// All certificates.
    pub fn certificates(&self) -> &[Arc<Certificate>] {
        &self.certificates
    }

    /// Certificates of a name.
    pub fn named(&self, name: &DistinguishedName) -> impl Iterator<Item = &Arc<Certificate>> {
        self.at(self.by_subject.get(&name.key()))
    }

    /// Certificates whose subject is the issuer of this one.
    pub fn named_as_issuer_of(
        &self,
        certificate: &Certificate,
    ) -> impl Iterator<Item = &Arc<Certificate>> {
        let own = certificate.fingerprint;
        self.named(&certificate.issuer)
            .filter(move |candidate| candidate.fingerprint != own)
    }

    /// Certificates with the key identifier that this one names for its issuer, whatever they are called.
    pub fn with_key_id_of_issuer(
        &self,
        certificate: &Certificate,
    ) -> impl Iterator<Item = &Arc<Certificate>> {
        let wanted = certificate.authority_key_id.as_ref();
        let own = certificate.fingerprint;
        self.at(wanted.and_then(|id| self.by_key_id.get(id)))
            .filter(move |candidate| candidate.fingerprint != own)
    }

    fn at(&self, indexes: Option<&Vec<usize>>) -> impl Iterator<Item = &Arc<Certificate>> {
        let indexes = indexes.map(Vec::as_slice).unwrap_or_default();
        indexes
            .iter()
            .filter_map(|index| self.certificates.get(*index))
    }

    /// This very certificate, when the pool holds it.
    pub fn same_as(&self, certificate: &Certificate) -> Option<&Arc<Certificate>> {
        self.named(&certificate.subject)
            .find(|held| held.fingerprint == certificate.fingerprint)
    }

    /// Whether `issuer`'s key made the signature on `certificate`. Remembered per pair; past the
    /// budget of signature checks the answer is "not checked".
    pub fn verdict(&self, certificate: &Certificate, issuer: &Certificate) -> SignatureVerdict {
        let pair = (certificate.fingerprint, issuer.fingerprint);
        {
            let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(known) = checked.verdicts.get(&pair) {
                return known.clone();
            }
            checked.spent = checked.spent.saturating_add(cost(issuer));
            if checked.spent > limits::CHAIN_SIGNATURES {
                return SignatureVerdict::NotChecked(BUDGET.to_owned());
            }
        }
        let verdict = verify(certificate, issuer, None);
        self.checked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .verdicts
            .insert(pair, verdict.clone());
        verdict
    }

    /// What signature checks have cost so far, in checks of an ordinary key.
    pub fn spent(&self) -> usize {
        let checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        checked.spent
    }
}

/// Checks a signature, with DSA parameters that the issuer's key may inherit.
pub fn verify(
    certificate: &Certificate,
    issuer: &Certificate,
    inherited: Option<&[u8]>,
) -> SignatureVerdict {
    let public = PublicKey {
        spki: &issuer.spki,
        inherited,
    };
    signature::verify_with(
        public,
        &certificate.signature_oid,
        certificate.signature_parameters(),
        certificate.tbs(),
        certificate.signature_value(),
    )
}

/// Cost of one check, in checks of an ordinary key (about 0.1 ms).
fn cost(issuer: &Certificate) -> usize {
    let size = (issuer.key.bits as usize).div_ceil(4_096).max(1);
    match &issuer.key.algorithm {
        KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss => size * size,
        KeyAlgorithm::Dsa => 20 * size * size,
        KeyAlgorithm::Ec(curve) if &**curve == "SM2" => 10,
        KeyAlgorithm::Ec(curve) if matches!(&**curve, "P-384" | "P-521") => 4,
        _ => 1,
    }
}
