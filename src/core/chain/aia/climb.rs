//! The way upwards, from issuer to issuer: first through what is at hand, then by asking.

use std::sync::Arc;

use super::answer::{fits, judge, signed_by};
use super::{End, Issuers, Request, Step, StepOutcome, urls};
use crate::core::chain::Roots;
use crate::core::env::{Env, WebAnswer, WebFault, WebRequest, WebUrl};
use crate::core::finding::{DownloadFact, Finding, Instead, sort};
use crate::core::limits;
use crate::core::progress::{Cancelled, Progress, check};
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::x509::signature::SignatureVerdict;

/// The way so far.
pub struct Climb<'a> {
    request: &'a Request,
    at: Moment,
    /// Certificates on the way, the first one included.
    way: Vec<Arc<Certificate>>,
    /// Certificates that came along with others.
    came_along: Vec<Arc<Certificate>>,
    asked: usize,
    steps: Vec<Step>,
    found: Vec<Arc<Certificate>>,
    findings: Vec<Finding>,
}

impl<'a> Climb<'a> {
    pub fn new(request: &'a Request, at: Moment) -> Self {
        Self {
            request,
            at,
            way: Vec::new(),
            came_along: Vec::new(),
            asked: 0,
            steps: Vec::new(),
            found: Vec::new(),
            findings: Vec::new(),
        }
    }

    pub fn run(mut self, env: &Env<'_>, progress: &dyn Progress) -> Result<Issuers, Cancelled> {
        let mut last = Arc::clone(&self.request.certificate);
        let end = loop {
            check(progress)?;
            if let Some(end) = self.end_at(&last) {
                break end;
            }
            self.way.push(Arc::clone(&last));
            if let Some(issuer) = self.at_hand(&last) {
                last = issuer;
            } else if self.is_circle(&last) {
                break End::Circle;
            } else if last.issuer_urls.is_empty() {
                break End::NoAddress;
            } else if self.asked == limits::AIA_STEPS {
                break End::TooLong;
            } else {
                match self.ask(&last, env, progress)? {
                    Some(issuer) => last = issuer,
                    None => break End::NotFound,
                }
            }
        };
        sort(&mut self.findings);
        Ok(Issuers {
            certificate: Arc::clone(&self.request.certificate),
            judged_at: self.at,
            steps: self.steps,
            found: self.found,
            end,
            findings: self.findings,
        })
    }

    /// The end, when this certificate is or has a trusted root above it, signs itself, or is one too many.
    fn end_at(&mut self, last: &Arc<Certificate>) -> Option<End> {
        let roots = &self.request.roots;
        if let Some(root) = roots.same_as(last) {
            // A cross-signed copy of a trusted root is not needed either.
            return Some(End::Root(Arc::clone(root)));
        }
        if is_self_signed(last) {
            return Some(End::SelfSigned(Arc::clone(last)));
        }
        self.keep(last);
        if let Some(root) = root_above(last, roots) {
            return Some(End::Root(root));
        }
        (self.way.len() >= limits::CHAIN_LENGTH).then_some(End::TooLong)
    }

    /// Reports a certificate as found, unless it was at hand, signs itself, or is where the way begins.
    fn keep(&mut self, certificate: &Arc<Certificate>) {
        let is_same = |one: &Arc<Certificate>| one.fingerprint == certificate.fingerprint;
        let is_at_hand =
            is_same(&self.request.certificate) || self.request.known.iter().any(is_same);
        if !is_at_hand && !is_self_signed(certificate) {
            self.found.push(Arc::clone(certificate));
        }
    }

    /// An issuer that nobody needs to be asked for, and that is not on the way yet.
    fn at_hand(&self, below: &Certificate) -> Option<Arc<Certificate>> {
        let mut all = self.request.known.iter().chain(&self.came_along);
        all.find(|one| !self.is_on_way(one) && fits(one, below, self.at).is_ok())
            .cloned()
    }

    fn is_on_way(&self, certificate: &Certificate) -> bool {
        self.way
            .iter()
            .any(|one| one.fingerprint == certificate.fingerprint)
    }

    fn is_circle(&self, below: &Certificate) -> bool {
        self.way.iter().any(|one| fits(one, below, self.at).is_ok())
    }

    /// Asks every address of the certificate at once; the best issuer among all answers.
    fn ask(
        &mut self,
        below: &Arc<Certificate>,
        env: &Env<'_>,
        progress: &dyn Progress,
    ) -> Result<Option<Arc<Certificate>>, Cancelled> {
        self.asked += 1;
        let requests: Vec<WebRequest> = urls(below)
            .map(|url| {
                WebRequest::get(url, limits::WEB_CERTIFICATE_BYTES)
                    .allowing_private(self.request.agrees_to(url))
            })
            .collect();
        let answers = env.web.fetch_all(&requests, progress);
        check(progress)?;
        let first_step = self.steps.len();
        let mut issuers: Vec<Arc<Certificate>> = Vec::new();
        for (request, answer) in requests.iter().zip(answers) {
            let step = step(below, &request.url, answer, self.at);
            if let StepOutcome::Found(found) = &step.outcome {
                issuers.extend(found.issuers.iter().cloned());
                self.came_along.extend(found.others.iter().cloned());
            }
            self.steps.push(step);
        }
        issuers.retain(|issuer| !self.is_on_way(issuer));
        // An issuer that a trusted root knows leads to the end; a self-signed one is an end itself.
        issuers.sort_by_key(|issuer| {
            let is_known = self.request.roots.same_as(issuer).is_some()
                || root_above(issuer, &self.request.roots).is_some();
            (!is_known, is_self_signed(issuer))
        });
        if issuers.is_empty() {
            let failed = self.steps.get(first_step..).unwrap_or_default();
            self.findings
                .extend(failed.iter().filter_map(|step| finding(step, below)));
        }
        Ok(issuers.into_iter().next())
    }
}

impl Request {
    fn agrees_to(&self, url: &str) -> bool {
        WebUrl::parse(url).is_ok_and(|url| self.agreed_hosts.contains(&url.host))
    }
}

fn is_self_signed(certificate: &Certificate) -> bool {
    certificate.is_self_issued() && signed_by(certificate, certificate) != SignatureVerdict::Invalid
}

/// The trusted root whose key signed this certificate.
fn root_above(certificate: &Certificate, roots: &Roots) -> Option<Arc<Certificate>> {
    let mut named = roots.issuers_of(certificate);
    let root = named.find(|root| signed_by(certificate, root) == SignatureVerdict::Valid);
    root.cloned()
}

fn step(below: &Certificate, url: &str, answer: Result<WebAnswer, WebFault>, at: Moment) -> Step {
    let (contact, outcome) = match answer {
        Ok(answer) => {
            let outcome = match judge(&answer, below, at) {
                Ok(found) => StepOutcome::Found(found),
                Err(unusable) => StepOutcome::Unusable(unusable),
            };
            (answer.contact, outcome)
        }
        Err(fault) => (fault.contact, StepOutcome::Fault(fault.cause)),
    };
    Step {
        asked_for: below.issuer.title(),
        below: below.title(),
        url: url.to_owned(),
        host: WebUrl::parse(url).ok().map(|url| url.target().to_string()),
        addresses: contact.addresses,
        redirects: contact.redirects,
        elapsed_ms: contact.elapsed_ms,
        outcome,
    }
}

fn finding(step: &Step, below: &Certificate) -> Option<Finding> {
    let (issuer, url) = (step.asked_for.clone(), step.url.clone());
    let came = match &step.outcome {
        StepOutcome::Found(_) => return None,
        StepOutcome::Fault(cause) if cause.is_refusal() => {
            let fact = DownloadFact::IssuerRefused {
                issuer,
                below: step.below.clone(),
                url,
                cause: cause.clone(),
            };
            return Some(Finding::new(fact).about(below.fingerprint));
        }
        StepOutcome::Fault(cause) => Instead::Fault(cause.clone()),
        StepOutcome::Unusable(unusable) => Instead::Answer(unusable.clone()),
    };
    let fact = DownloadFact::IssuerFailed {
        issuer,
        below: step.below.clone(),
        url,
        address: step.addresses.last().map(ToString::to_string),
        elapsed_ms: step.elapsed_ms,
        came,
    };
    Some(Finding::new(fact).about(below.fingerprint))
}
