//! How long a certificate lives and how much of that is left.

use super::Tone;
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::text::{Lang, bundle as words};

/// Days before the end from which a certificate is said to expire soon, for the colour of its bar.
const SOON_DAYS: i64 = 30;

/// A certificate's life.
#[derive(Clone, Debug, PartialEq)]
pub struct ValidityView {
    pub span: String,
    pub left: String,
    pub tone: Tone,
    /// The part that has passed, 0 to 1.
    pub passed: f32,
}

/// The life of a certificate as seen at a moment.
pub fn build(lang: Lang, certificate: &Certificate, at: Moment) -> ValidityView {
    let (span, left) = words::validity(lang, certificate, at);
    let whole = certificate
        .not_after
        .0
        .saturating_sub(certificate.not_before.0);
    let gone = at.0.saturating_sub(certificate.not_before.0);
    ValidityView {
        span,
        left,
        tone: tone(certificate, at),
        passed: (gone as f64 / whole.max(1) as f64).clamp(0.0, 1.0) as f32,
    }
}

/// The colour of a certificate's life.
pub fn tone(certificate: &Certificate, at: Moment) -> Tone {
    if at > certificate.not_after || at < certificate.not_before {
        Tone::Error
    } else if at.days_until(certificate.not_after) < SOON_DAYS {
        Tone::Warn
    } else {
        Tone::Ok
    }
}
