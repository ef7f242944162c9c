//! Who signed a list, and whether that key may: the issuer on the path, the same CA under another key, or
//! another CA that signs for it (RFC 5280 section 6.3.3 (f) and (g)).

use std::sync::Arc;

use super::lists::Held;
use crate::core::chain::answer::JudgedPath;
use crate::core::chain::judge::{Place, Proving, Walk, judge_nested};
use crate::core::chain::search::Search;
use crate::core::finding::{CrlFault, Usage};
use crate::core::x509::Certificate;
use crate::core::x509::public_key::{KeyAlgorithm, PublicKeyParts};
use crate::core::x509::signature::{self, PublicKey, SignatureVerdict, has_parameters};

/// Judgements inside judgements: the signer of a list has a path with revocation of its own.
pub const NESTING: usize = 2;
/// Bit of key usage that lets a key sign revocation lists.
const CRL_SIGN: u16 = 1 << 6;
/// Paths of a signer that are looked at.
const PATHS: usize = 8;

/// Whether the list is signed by a key that may.
///
/// # Errors
/// Why it does not count.
pub fn check(walk: &Walk<'_>, place: &Place<'_>, held: &Held) -> Result<(), CrlFault> {
    let mut fault = CrlFault::SignerUnknown;
    for signer in candidates(walk, place, held) {
        match verdict(walk, &signer, held) {
            SignatureVerdict::Valid => {}
            SignatureVerdict::Invalid => {
                fault = fault.max_told(CrlFault::SignatureWrong);
                continue;
            }
            SignatureVerdict::NotChecked(_) => {
                fault = fault.max_told(CrlFault::SignatureNotChecked);
                continue;
            }
        }
        if signer.key_usage.is_some_and(|bits| bits & CRL_SIGN == 0) {
            fault = CrlFault::SignerUsage;
        } else if is_on_path(walk, place, &signer)
            || is_being_proven(walk, &signer, held)
            || is_trusted(walk, &signer, held)
        {
            return Ok(());
        } else {
            fault = fault.max_told(CrlFault::SignerUnknown);
        }
    }
    Err(fault)
}

impl CrlFault {
    /// Of two faults the one that tells more; a signer that may not sign tells most.
    fn max_told(self, other: Self) -> Self {
        match (self, other) {
            (Self::SignerUnknown, other) => other,
            (known, _) => known,
        }
    }
}

/// The issuer on the path first, then everybody who is called like the list's issuer.
fn candidates(walk: &Walk<'_>, place: &Place<'_>, held: &Held) -> Vec<Arc<Certificate>> {
    let wanted = &held.list.issuer;
    let mut found: Vec<Arc<Certificate>> = Vec::new();
    let on_path = walk.places().skip(place.index + 1);
    let on_path = on_path.map(|place| place.certificate);
    let others = walk.material.pool.named(wanted);
    let roots = walk.material.roots.named(wanted);
    for certificate in on_path.chain(others).chain(roots) {
        let is_new = found
            .iter()
            .all(|known| known.fingerprint != certificate.fingerprint);
        if is_new && certificate.subject.matches(wanted) {
            found.push(Arc::clone(certificate));
        }
    }
    found
}

fn verdict(walk: &Walk<'_>, signer: &Arc<Certificate>, held: &Held) -> SignatureVerdict {
    let list = &held.list;
    let inherited = inherited_parameters(walk, signer);
    signature::verify_with(
        PublicKey {
            spki: &signer.spki,
            inherited: inherited.as_deref(),
        },
        &list.signature_oid,
        list.signature_parameters(),
        list.tbs(),
        list.signature_value(),
    )
}

/// DSA parameters from the certificates above the signer on the path.
fn inherited_parameters(walk: &Walk<'_>, signer: &Certificate) -> Option<Vec<u8>> {
    if signer.key.algorithm != KeyAlgorithm::Dsa {
        return None;
    }
    let above = walk
        .places()
        .skip_while(|place| place.certificate.fingerprint != signer.fingerprint);
    let mut parts = above.filter_map(|place| {
        let parts = PublicKeyParts::from_spki(&place.certificate.spki).ok()?;
        let is_whole =
            place.certificate.key.algorithm == KeyAlgorithm::Dsa && has_parameters(&parts);
        is_whole.then(|| parts.parameters.to_vec())
    });
    parts.next()
}

fn is_on_path(walk: &Walk<'_>, place: &Place<'_>, signer: &Certificate) -> bool {
    walk.places()
        .skip(place.index + 1)
        .any(|above| above.certificate.fingerprint == signer.fingerprint)
}

/// Whether this is the very signer and list whose path is judged: the signature was checked on the way in,
/// and section 6.3.3 (f) asks for a path, not for a second list.
fn is_being_proven(walk: &Walk<'_>, signer: &Certificate, held: &Held) -> bool {
    walk.proving
        == Some(Proving {
            signer: signer.fingerprint,
            list: held.list.fingerprint,
        })
}

/// Whether a signer beside the path leads to the same root by itself, its own revocation included.
fn is_trusted(walk: &Walk<'_>, signer: &Arc<Certificate>, held: &Held) -> bool {
    if walk.nesting >= NESTING {
        return false;
    }
    let material = walk.material;
    let mut question = walk.question.clone();
    question.usage = Usage::Any;
    question.names.clear();
    question.max_depth = None;
    let mut search = Search::new(signer, material.pool, material.roots, question.at);
    let proving = Some(Proving {
        signer: signer.fingerprint,
        list: held.list.fingerprint,
    });
    let anchor = walk.steps.last().map(|step| &step.certificate);
    let is_ours = |path: &JudgedPath| {
        path.is_sound() && path.anchor().map(|one| &one.spki) == anchor.map(|one| &one.spki)
    };
    std::iter::from_fn(|| search.next_path())
        .take(PATHS)
        .any(|path| {
            let nesting = walk.nesting + 1;
            is_ours(&judge_nested(path, &question, material, nesting, proving))
        })
}
