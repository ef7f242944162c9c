//! A signed request: what is asked for, and the proof that the key is held.

use super::refusal::Refusal;
use super::{Spec, encode};
use crate::core::der;
use crate::core::key::PrivateKey;
use crate::core::x509::signature::{SignatureVerdict, verify};

/// CertificationRequest in DER (RFC 2986 section 4.2). The signature is checked before anybody gets it.
///
/// # Errors
/// [`Refusal`] when the spec or the key does not do.
pub fn signed(spec: &Spec, key: &PrivateKey) -> Result<Vec<u8>, Refusal> {
    let info = encode::info(spec, &key.spki)?;
    let signature = key.sign(spec.hash, &info)?;
    match verify(&key.spki, signature.oid, &[], &info, &signature.bytes) {
        SignatureVerdict::Valid => {}
        SignatureVerdict::Invalid | SignatureVerdict::NotChecked(_) => {
            return Err(Refusal::NotVerified);
        }
    }
    Ok(der::sequence(&[
        &info,
        &signature.algorithm,
        &der::bit_string(&signature.bytes),
    ]))
}
