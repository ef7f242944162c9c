//! A certificate revocation list (RFC 5280 section 5).

use std::sync::Arc;

use super::name::DistinguishedName;
use crate::core::artifact::Fingerprint;
use crate::core::time::Moment;

/// A parsed revocation list.
pub struct RevocationList {
    /// The whole list.
    pub der: Arc<[u8]>,
    /// SHA-256 over the DER.
    pub fingerprint: Fingerprint,
    /// Who issued it.
    pub issuer: DistinguishedName,
    /// When it was made.
    pub this_update: Moment,
    /// When the next one comes.
    pub next_update: Option<Moment>,
    /// Number of revoked certificates.
    pub revoked: usize,
}
