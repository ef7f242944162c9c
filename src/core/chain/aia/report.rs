//! What fetching issuers found, step by step.

use std::net::SocketAddr;
use std::sync::Arc;

use super::Unusable;
use crate::core::env::WebCause;
use crate::core::finding::Finding;
use crate::core::time::Moment;
use crate::core::x509::Certificate;

/// What came of fetching issuers. A preview: nothing has been added anywhere.
pub struct Issuers {
    /// The certificate whose issuer was missing.
    pub certificate: Arc<Certificate>,
    /// The moment its issuers must be valid for.
    pub judged_at: Moment,
    /// Every address asked, in order.
    pub steps: Vec<Step>,
    /// Issuers that came and are not at hand yet, nearest first. Never a self-signed one.
    pub found: Vec<Arc<Certificate>>,
    /// Where the way upwards ended.
    pub end: End,
    /// What stood in the way, worst first.
    pub findings: Vec<Finding>,
}

/// Where the way upwards ended.
pub enum End {
    /// The issuers sign each other in a circle.
    Circle,
    /// The last certificate names no address for its issuer.
    NoAddress,
    /// No address gave the issuer; the findings say why.
    NotFound,
    /// At a trusted root.
    Root(Arc<Certificate>),
    /// At a self-signed certificate that is not among the trusted roots; downloaded or at hand.
    /// It belongs in a trust store or nowhere, not into a chain file.
    SelfSigned(Arc<Certificate>),
    /// Further steps than are taken.
    TooLong,
}

/// One address that was asked.
pub struct Step {
    /// Title of the issuer looked for. Foreign text, as all texts here.
    pub asked_for: String,
    /// Title of the certificate that it signed.
    pub below: String,
    /// The address asked, as the certificate writes it.
    pub url: String,
    /// Host and port that the address names; `None` when it is not one that is opened.
    pub host: Option<String>,
    /// IP addresses that were contacted, in order.
    pub addresses: Vec<SocketAddr>,
    /// Where redirects led, in order.
    pub redirects: Vec<String>,
    /// Milliseconds it took.
    pub elapsed_ms: u64,
    /// What came.
    pub outcome: StepOutcome,
}

/// What came from one address.
pub enum StepOutcome {
    /// No answer, or none was asked for.
    Fault(WebCause),
    /// The issuer.
    Found(Found),
    /// An answer without the issuer in it.
    Unusable(Unusable),
}

/// Certificates of one answer.
#[derive(Clone)]
pub struct Found {
    /// Those that signed the certificate asked for; more than one where an issuer was certified twice.
    pub issuers: Vec<Arc<Certificate>>,
    /// Others that came along.
    pub others: Vec<Arc<Certificate>>,
}

impl Issuers {
    /// The self-signed certificate at the end, when one came by download.
    pub fn downloaded_root(&self) -> Option<&Arc<Certificate>> {
        let root = match &self.end {
            End::Root(root) | End::SelfSigned(root) => root,
            _ => return None,
        };
        let came = |found: &Found| {
            let mut all = found.issuers.iter().chain(&found.others);
            all.any(|one| one.fingerprint == root.fingerprint)
        };
        self.steps
            .iter()
            .any(|step| matches!(&step.outcome, StepOutcome::Found(found) if came(found)))
            .then_some(root)
    }
}
