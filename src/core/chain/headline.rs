//! Which of several errors a person should read first: the one that explains the others.

use crate::core::finding::{Finding, Id};

/// Less is more specific. A wrong signature explains more than a missing policy, an expired certificate more
/// than a long path; "no trusted root" is what is left when nothing else explains it.
pub(super) fn rank(finding: &Finding) -> usize {
    const ORDER: &[Id] = &[
        Id::CertificateRevoked,
        Id::ChainSignatureInvalid,
        Id::CertificateExpired,
        Id::CertificateNotYetValid,
        Id::ChainMissingIntermediate,
        Id::ChainSelfSignedLeaf,
        Id::NameMismatch,
        Id::CaFlagMissing,
        Id::CaUsageMissing,
        Id::PathLengthExceeded,
        Id::NameConstraintViolated,
        Id::NameConstraintUnusable,
        Id::UsageNotServer,
        Id::UsageNotClient,
        Id::KeyUsageUnfit,
        Id::CriticalExtensionUnknown,
        Id::ChainUntrustedRoot,
    ];
    let id = finding.id();
    let place = ORDER.iter().position(|listed| *listed == id);
    place.unwrap_or(ORDER.len())
}
