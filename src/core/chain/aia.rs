//! Issuers from the addresses that certificates themselves name (AIA caIssuers, RFC 5280 section 4.2.2.1).
//! A preview: nothing is added or written until the user accepts what came, and what came is believed
//! only where its key made the signature that asks for it.

mod answer;
mod climb;
mod report;

use std::sync::Arc;

pub use answer::{Came, Misfit, Unusable};
pub use report::{End, Found, Issuers, Step, StepOutcome};

use super::Roots;
use crate::core::env::{Env, Planned, plan};
use crate::core::limits;
use crate::core::op::{Outcome, Report};
use crate::core::progress::Progress;
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use climb::Climb;

/// Whose issuer to fetch, and how far.
pub struct Request {
    /// The certificate whose issuer is missing.
    pub certificate: Arc<Certificate>,
    /// Certificates at hand. They lead on upwards and are never reported as found.
    pub known: Vec<Arc<Certificate>>,
    /// Where the way ends.
    pub roots: Arc<Roots>,
    /// Moment for which an issuer must be valid; now when absent.
    pub at: Option<Moment>,
    /// Hosts inside the own network that the user agreed to contact, as [`Target::host`] names them.
    /// Consent to one is none to another: certificates that come name hosts nobody has seen yet.
    ///
    /// [`Target::host`]: crate::core::env::Target::host
    pub agreed_hosts: Vec<String>,
}

/// Whom fetching this certificate's issuer contacts first, for the question before it begins. What
/// comes can name further addresses; the report tells them.
pub fn contacts(certificate: &Certificate) -> Vec<Planned> {
    plan(urls(certificate))
}

/// Fetches issuer after issuer until a root or known end is reached.
pub fn run(request: &Request, env: &Env<'_>, progress: &dyn Progress) -> Outcome {
    let at = request.at.unwrap_or_else(|| env.clock.now());
    match Climb::new(request, at).run(env, progress) {
        Ok(issuers) => Outcome::Done(Report::Issuers(Arc::new(issuers))),
        Err(_) => Outcome::Cancelled,
    }
}

fn urls(certificate: &Certificate) -> impl Iterator<Item = &str> {
    let urls = certificate.issuer_urls.iter();
    urls.take(limits::AIA_URLS).map(AsRef::as_ref)
}
