//! Whether an OCSP answer holds for a certificate: its time, its certificate, its signer (RFC 6960 sections 3.2
//! and 4.2.2.2).

use std::sync::Arc;

use super::pool::verify;
use crate::core::finding::{RevocationReason, StapleFault};
use crate::core::kdf::Hash;
use crate::core::limits;
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::x509::crl::is_same_number;
use crate::core::x509::ocsp::{BasicOcsp, OcspResponse, OcspStatus, ResponderId, SingleOcsp};
use crate::core::x509::public_key::PublicKeyParts;
use crate::core::x509::signature::{self, SignatureVerdict};

/// id-kp-OCSPSigning (RFC 6960 section 4.2.2.2).
const OCSP_SIGNING: &str = "1.3.6.1.5.5.7.3.9";

/// What an OCSP answer means for a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Staple {
    /// It holds, and the certificate is not revoked.
    Good {
        /// Until when.
        next_update: Option<Moment>,
    },
    /// It holds, and the certificate is revoked.
    Revoked {
        /// Since when.
        at: Moment,
        /// Why.
        reason: RevocationReason,
    },
    /// It does not hold.
    Bad(StapleFault),
    /// Nobody can say: the issuer is not at hand, or the signature's algorithm is not checked here.
    NotJudged,
}

/// Judges an answer in DER for a certificate whose issuer is at hand or not.
pub fn staple(
    der: &[u8],
    certificate: &Certificate,
    issuer: Option<&Certificate>,
    now: Moment,
) -> Staple {
    let basic = match OcspResponse::parse(der) {
        Ok(OcspResponse::Basic(basic)) => basic,
        Ok(OcspResponse::Refused(status)) => return Staple::Bad(StapleFault::Refused { status }),
        Err(fault) => {
            return Staple::Bad(StapleFault::Unreadable {
                detail: fault.detail,
            });
        }
    };
    let mut answers = basic.answers.iter();
    let Some(answer) = answers.find(|answer| is_about(answer, certificate, issuer)) else {
        return Staple::Bad(StapleFault::OtherCertificate);
    };
    if let Some(fault) = out_of_time(answer, now) {
        return Staple::Bad(fault);
    }
    let Some(issuer) = issuer else {
        return Staple::NotJudged;
    };
    match signed(&basic, issuer, now) {
        Signer::Allowed => {}
        Signer::NotChecked => return Staple::NotJudged,
        Signer::Wrong => return Staple::Bad(StapleFault::SignatureWrong),
        Signer::NotAllowed => return Staple::Bad(StapleFault::ResponderNotAllowed),
    }
    match answer.status {
        OcspStatus::Good => Staple::Good {
            next_update: answer.next_update,
        },
        OcspStatus::Revoked { at, reason } => Staple::Revoked { at, reason },
        OcspStatus::Unknown => Staple::Bad(StapleFault::StatusUnknown),
    }
}

/// Whether an answer speaks of a certificate: serial number, issuer's name and, where known, issuer's key
/// (section 4.1.1).
fn is_about(answer: &SingleOcsp, certificate: &Certificate, issuer: Option<&Certificate>) -> bool {
    let hash = match &*answer.hash_oid {
        "1.3.14.3.2.26" => Hash::Sha1,
        "2.16.840.1.101.3.4.2.1" => Hash::Sha256,
        "2.16.840.1.101.3.4.2.2" => Hash::Sha384,
        "2.16.840.1.101.3.4.2.3" => Hash::Sha512,
        _ => return false,
    };
    let is_key = |issuer: &Certificate| {
        let parts = PublicKeyParts::from_spki(&issuer.spki);
        parts.is_ok_and(|parts| **hash.digest(&[parts.key]) == *answer.key_hash)
    };
    is_same_number(&answer.serial, &certificate.serial)
        && **hash.digest(&[&certificate.issuer.der]) == *answer.name_hash
        && issuer.is_none_or(is_key)
}

/// Seconds for which an answer is good that says no end.
const UNTIL_NOT_SAID_SECS: i64 = 86_400;

fn out_of_time(answer: &SingleOcsp, now: Moment) -> Option<StapleFault> {
    let this_update = answer.this_update;
    if this_update.0 > now.0.saturating_add(limits::OCSP_SKEW_SECS) {
        return Some(StapleFault::NotYetValid { this_update });
    }
    // Without an end it is good for a day, as Firefox has it (mozilla::pkix).
    let end = || Moment(this_update.0.saturating_add(UNTIL_NOT_SAID_SECS));
    let next_update = answer.next_update.unwrap_or_else(end);
    (next_update < now).then_some(StapleFault::Expired { next_update })
}

enum Signer {
    /// The issuer, or somebody it lets sign.
    Allowed,
    /// The signature is no one's who may sign.
    Wrong,
    /// Somebody who may not sign.
    NotAllowed,
    /// An algorithm that is not checked here.
    NotChecked,
}

fn signed(basic: &BasicOcsp, issuer: &Certificate, now: Moment) -> Signer {
    if is_called(&basic.responder, issuer) {
        return match verdict(basic, issuer) {
            SignatureVerdict::Valid => Signer::Allowed,
            SignatureVerdict::Invalid => Signer::Wrong,
            SignatureVerdict::NotChecked(_) => Signer::NotChecked,
        };
    }
    let mut others = basic.certificates.iter();
    let Some(responder) = others.find(|one| is_called(&basic.responder, one)) else {
        return Signer::NotAllowed;
    };
    match verdict(basic, responder) {
        SignatureVerdict::Valid => delegated(responder, issuer, now),
        SignatureVerdict::Invalid => Signer::Wrong,
        SignatureVerdict::NotChecked(_) => Signer::NotChecked,
    }
}

/// A responder must have been made by the issuer itself for this use, and be valid now.
fn delegated(responder: &Arc<Certificate>, issuer: &Certificate, now: Moment) -> Signer {
    let usages = responder.extended_key_usage.as_ref();
    let may_sign = usages.is_some_and(|all| all.iter().any(|one| one == OCSP_SIGNING));
    let is_current = responder.not_before <= now && now <= responder.not_after;
    let is_ours = responder.issuer.matches(&issuer.subject);
    match verify(responder, issuer, None) {
        SignatureVerdict::NotChecked(_) => Signer::NotChecked,
        SignatureVerdict::Valid if may_sign && is_current && is_ours => Signer::Allowed,
        _ => Signer::NotAllowed,
    }
}

fn is_called(responder: &ResponderId, certificate: &Certificate) -> bool {
    match responder {
        ResponderId::Name(name) => certificate.subject.matches(name),
        ResponderId::KeyHash(hash) => {
            let parts = PublicKeyParts::from_spki(&certificate.spki);
            parts.is_ok_and(|parts| **Hash::Sha1.digest(&[parts.key]) == **hash)
        }
    }
}

fn verdict(basic: &BasicOcsp, signer: &Certificate) -> SignatureVerdict {
    signature::verify(
        &signer.spki,
        &basic.signature_oid,
        basic.signature_parameters(),
        basic.tbs(),
        basic.signature_value(),
    )
}
