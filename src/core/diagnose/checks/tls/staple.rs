//! The OCSP answer that comes along (RFC 6066 section 8), judged by RFC 6960 section 3.2. That none comes is a
//! fault only where the certificate demands one (RFC 7633): OCSP is optional, and CAs give it up.

use serde::Serialize;

use super::TlsSummary;
use super::scene::Scene;
use super::served::List;
use crate::core::chain::{self, Staple};
use crate::core::diagnose::{Check, CheckId};
use crate::core::finding::{Finding, ServedFact, Severity, StapleFault};
use crate::core::progress::Cancelled;
use crate::core::time::Moment;
use crate::core::x509::Certificate;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "staple")]
pub enum StapleSeen {
    /// None comes along, and none is demanded.
    None {
        /// Whether the certificate names an OCSP responder.
        has_url: bool,
    },
    /// None comes along although the certificate demands one.
    Missing,
    /// It holds: the certificate is not revoked.
    Good {
        /// Until when.
        next_update: Option<Moment>,
    },
    /// It says that the certificate is revoked.
    Revoked,
    /// It is not accepted.
    Bad,
    /// It could not be judged: the issuer's certificate was not sent.
    NotJudged,
}

/// Runs the check.
///
/// # Errors
/// [`Cancelled`].
pub fn run(scene: &Scene<'_>) -> Result<(), Cancelled> {
    let key = scene.key(CheckId::Staple);
    let mut seen: Vec<StapleSeen> = Vec::new();
    let mut findings: Vec<Finding> = Vec::new();
    let mut judged = Vec::new();
    for (address, handshake) in scene.handshakes() {
        let own = (handshake.chain.first(), handshake.staple.as_ref());
        if judged.contains(&own) {
            continue;
        }
        judged.push(own);
        scene.asker.check()?;
        let list = List::of(address, &handshake.chain);
        let Some(leaf) = list.leaf() else {
            continue;
        };
        let at = Stapled {
            scene,
            list: &list,
            leaf,
        };
        let (one, finding) = match &handshake.staple {
            Some(staple) => at.judged(staple),
            None => at.missing(),
        };
        seen.push(one);
        findings.extend(finding.map(|finding| finding.about(leaf.fingerprint)));
    }
    // The worst first, as they stand in the list above.
    seen.sort_by_key(|one| match one {
        StapleSeen::Revoked => 0,
        StapleSeen::Missing => 1,
        StapleSeen::Bad => 2,
        StapleSeen::NotJudged => 3,
        StapleSeen::None { .. } => 4,
        StapleSeen::Good { .. } => 5,
    });
    scene.put(match seen.into_iter().next() {
        None => Check::unknown(key, TlsSummary::NotFoundOut, findings),
        Some(seen @ StapleSeen::NotJudged) => {
            Check::unknown(key, TlsSummary::Staple { seen }, findings)
        }
        Some(seen) => Check::done(key, TlsSummary::Staple { seen }, findings),
    });
    Ok(())
}

/// The leaf of one address.
struct Stapled<'a> {
    scene: &'a Scene<'a>,
    list: &'a List,
    leaf: &'a Certificate,
}

impl Stapled<'_> {
    fn address(&self) -> String {
        self.list.places().into_iter().next().unwrap_or_default()
    }

    fn missing(&self) -> (StapleSeen, Option<Finding>) {
        let url = self.leaf.ocsp_urls.first();
        if !self.leaf.must_staple() {
            let has_url = url.is_some();
            return (StapleSeen::None { has_url }, None);
        }
        let fact = ServedFact::StapleMissing {
            address: self.address(),
            subject: self.leaf.title(),
            url: url.map(ToString::to_string),
        };
        (StapleSeen::Missing, Some(Finding::new(fact)))
    }

    fn judged(&self, staple: &[u8]) -> (StapleSeen, Option<Finding>) {
        let roots = self.scene.asker.roots();
        let issuer = roots.and_then(|(roots, _)| self.list.issuer(roots));
        let now = self.scene.asker.env.clock.now();
        match chain::staple(staple, self.leaf, issuer.as_deref(), now) {
            Staple::Good { next_update } => (StapleSeen::Good { next_update }, None),
            Staple::NotJudged => (StapleSeen::NotJudged, None),
            Staple::Revoked { at, reason } => {
                let fact = ServedFact::Revoked {
                    address: self.address(),
                    subject: self.leaf.title(),
                    revoked_at: at,
                    reason,
                };
                (StapleSeen::Revoked, Some(Finding::new(fact)))
            }
            Staple::Bad(fault) => (StapleSeen::Bad, Some(self.bad(fault))),
        }
    }

    fn bad(&self, fault: StapleFault) -> Finding {
        let must_staple = self.leaf.must_staple();
        let finding = Finding::new(ServedFact::StapleBad {
            address: self.address(),
            subject: self.leaf.title(),
            fault,
            must_staple,
        });
        match must_staple {
            true => finding.rated(Severity::Error),
            false => finding,
        }
    }
}
