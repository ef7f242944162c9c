//! All candidate paths from a certificate upwards, the most promising first, under a budget of work
//! (RFC 4158). An edge is a name, or a key identifier, and a signature that verifies. Which of the
//! paths hold is decided afterwards by [`super::judge`].

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::Arc;

use super::answer::{Ending, Step};
use super::pool::BUDGET;
use super::{Pool, Roots};
use crate::core::finding::WorkLimit;
use crate::core::limits;
use crate::core::time::Moment;
use crate::core::x509::signature::SignatureVerdict;
use crate::core::x509::{Certificate, KEY_CERT_SIGN};

/// A path as found: not judged yet.
pub struct Candidate {
    /// The certificates, the one asked about first.
    pub steps: Vec<Step>,
    /// How it ends.
    pub ending: Ending,
}

/// One certificate reached, and how.
struct Link {
    certificate: Arc<Certificate>,
    /// Below it; `None` for the certificate asked about.
    below: Option<Arc<Link>>,
    /// Whether the signature on the one below is by this one's key; asked when its turn comes.
    signed_below: SignatureVerdict,
    is_anchor: bool,
    length: usize,
}

/// A certificate that may come next: cheaper ones are looked at first, among those the shorter path.
struct Open {
    cost: usize,
    length: usize,
    /// Order of discovery, so that searches repeat exactly.
    number: usize,
    certificate: Arc<Certificate>,
    below: Option<Arc<Link>>,
    is_anchor: bool,
    /// Whether name or key identifier already say that it is somebody else.
    is_stranger: bool,
}

/// A search under way. Ask [`Self::next_path`] for one path after the other.
pub struct Search<'a> {
    pool: &'a Pool,
    roots: &'a Roots,
    at: Moment,
    open: BinaryHeap<Reverse<Open>>,
    ready: Vec<Candidate>,
    steps: usize,
    found: usize,
    pushed: usize,
    wrong: usize,
    is_narrow: bool,
    spent_before: usize,
    /// The limit that ended the search early.
    pub limit: Option<WorkLimit>,
}

impl<'a> Search<'a> {
    /// A search for the paths of one certificate.
    pub fn new(target: &Arc<Certificate>, pool: &'a Pool, roots: &'a Roots, at: Moment) -> Self {
        let mut search = Self {
            pool,
            roots,
            at,
            open: BinaryHeap::new(),
            ready: Vec::new(),
            steps: 0,
            found: 0,
            pushed: 0,
            wrong: 0,
            is_narrow: false,
            spent_before: pool.spent(),
            limit: None,
        };
        search.push(target, None, roots.holds(target), Likelihood::default());
        search
    }

    /// From now on only issuers with the right name and key identifier count: with a path that holds, others
    /// are no alternatives.
    pub fn narrow(&mut self) {
        self.is_narrow = true;
    }

    /// The next path, `None` when there is no other or a limit was reached.
    pub fn next_path(&mut self) -> Option<Candidate> {
        loop {
            if let Some(path) = self.ready.pop() {
                self.found += usize::from(path.ending != Ending::WrongSignature);
                return Some(path);
            }
            if self.limit.is_some() {
                return None;
            }
            let Reverse(next) = self.open.pop()?;
            if self.is_narrow && next.is_stranger {
                continue;
            }
            self.steps += 1;
            self.visit(next);
            self.limit = self.limit.or(self.reached());
        }
    }

    fn reached(&self) -> Option<WorkLimit> {
        if self.steps >= limits::CHAIN_STEPS {
            return Some(WorkLimit::Steps);
        }
        if self.found >= limits::CHAIN_PATHS {
            return Some(WorkLimit::Paths);
        }
        let spent = self.pool.spent().saturating_sub(self.spent_before);
        (spent >= limits::CHAIN_SEARCH_SIGNATURES).then_some(WorkLimit::Signatures)
    }

    fn push(
        &mut self,
        certificate: &Arc<Certificate>,
        below: Option<&Arc<Link>>,
        is_anchor: bool,
        likelihood: Likelihood,
    ) {
        self.pushed += 1;
        self.open.push(Reverse(Open {
            cost: likelihood.cost,
            is_stranger: likelihood.is_stranger,
            length: below.map_or(1, |below| below.length + 1),
            number: self.pushed,
            certificate: Arc::clone(certificate),
            below: below.cloned(),
            is_anchor,
        }));
    }

    fn visit(&mut self, next: Open) {
        let signed_below = match &next.below {
            Some(below) => self.pool.verdict(&below.certificate, &next.certificate),
            None => SignatureVerdict::Valid,
        };
        if signed_below == SignatureVerdict::NotChecked(BUDGET.to_owned()) {
            self.limit = Some(WorkLimit::Signatures);
        }
        let is_signed = signed_below != SignatureVerdict::Invalid;
        let cost = next.cost + usize::from(signed_below != SignatureVerdict::Valid);
        let link = Arc::new(Link {
            certificate: next.certificate,
            below: next.below,
            signed_below,
            is_anchor: next.is_anchor,
            length: next.length,
        });
        let ending = if !is_signed {
            Some(Ending::WrongSignature)
        } else if link.is_anchor {
            Some(Ending::Trusted)
        } else if self.is_own_root(&link.certificate) {
            Some(Ending::UntrustedRoot)
        } else if link.length >= limits::CHAIN_LENGTH {
            Some(Ending::TooLong)
        } else {
            (!self.climb(&link, cost)).then_some(Ending::MissingIssuer)
        };
        if ending == Some(Ending::WrongSignature) {
            self.wrong += 1;
        }
        if let Some(ending) = ending
            && (ending != Ending::WrongSignature || self.wrong <= WRONG_KEPT)
        {
            self.ready.push(candidate(&link, ending));
        }
    }

    /// Self-signed, so that nobody else is above it.
    fn is_own_root(&self, certificate: &Arc<Certificate>) -> bool {
        certificate.is_self_issued()
            && certificate.spki.len() < certificate.der.len()
            && has_own_key_id(certificate)
            && self.pool.verdict(certificate, certificate) != SignatureVerdict::Invalid
    }

    /// Opens all that may have issued the last one; tells whether there is any.
    fn climb(&mut self, link: &Arc<Link>, cost: usize) -> bool {
        let last = &link.certificate;
        let roots = self.roots;
        let pool = self.pool;
        let mut is_any = false;
        for root in roots.issuers_of(last) {
            is_any = true;
            self.push(
                root,
                Some(link),
                true,
                doubt(root, last, self.at).after(cost),
            );
        }
        for issuer in pool.named_as_issuer_of(last) {
            if roots.holds(issuer) || is_on(link, issuer) {
                continue;
            }
            is_any = true;
            let doubt = doubt(issuer, last, self.at);
            self.push(issuer, Some(link), false, doubt.after(cost));
        }
        if is_any {
            return true;
        }
        for issuer in pool.with_key_id_of_issuer(last) {
            if !is_on(link, issuer) {
                is_any = true;
                let stranger = Likelihood {
                    cost: cost + NAME_DIFFERS,
                    is_stranger: true,
                };
                self.push(issuer, Some(link), roots.holds(issuer), stranger);
            }
        }
        is_any
    }
}

/// Issuers with the right name and the wrong key that are told about.
const WRONG_KEPT: usize = 8;
/// Cost of an issuer that is called otherwise.
const NAME_DIFFERS: usize = 16;

/// How likely a certificate is to be the right issuer: unlikely ones are looked at later, never left out.
#[derive(Clone, Copy, Default)]
struct Likelihood {
    cost: usize,
    is_stranger: bool,
}

impl Likelihood {
    /// With what the path below has cost already.
    fn after(self, cost: usize) -> Self {
        Self {
            cost: cost + self.cost,
            ..self
        }
    }
}

fn doubt(issuer: &Certificate, below: &Certificate, at: Moment) -> Likelihood {
    let is_valid = issuer.not_before <= at && at <= issuer.not_after;
    let is_ca = issuer.is_ca == Some(true) || issuer.version < 3;
    let may_sign = issuer
        .key_usage
        .is_none_or(|bits| bits & KEY_CERT_SIGN != 0);
    let is_key = match (&issuer.subject_key_id, &below.authority_key_id) {
        (Some(own), Some(wanted)) => own == wanted,
        _ => true,
    };
    let cost = [(is_valid, 4), (is_ca, 8), (may_sign, 8), (is_key, 2)]
        .into_iter()
        .map(|(is_fine, cost)| if is_fine { 0 } else { cost })
        .sum();
    Likelihood {
        cost,
        is_stranger: !is_key,
    }
}

/// Its authority key identifier, when it has one, is its own key's: otherwise somebody else signed it.
fn has_own_key_id(certificate: &Certificate) -> bool {
    match (&certificate.subject_key_id, &certificate.authority_key_id) {
        (Some(own), Some(authority)) => own == authority,
        _ => true,
    }
}

/// Whether a certificate with this name and key is on the path already.
fn is_on(link: &Arc<Link>, issuer: &Certificate) -> bool {
    let mut next = Some(link);
    while let Some(link) = next {
        let used = &link.certificate;
        if used.fingerprint == issuer.fingerprint
            || (used.spki == issuer.spki && used.subject.matches(&issuer.subject))
        {
            return true;
        }
        next = link.below.as_ref();
    }
    false
}

fn candidate(last: &Arc<Link>, ending: Ending) -> Candidate {
    let mut steps = Vec::with_capacity(last.length);
    let mut signed = None;
    let mut next = Some(last);
    while let Some(link) = next {
        steps.push(Step {
            certificate: Arc::clone(&link.certificate),
            signed,
            is_anchor: link.is_anchor,
        });
        signed = Some(link.signed_below.clone());
        next = link.below.as_ref();
    }
    steps.reverse();
    Candidate { steps, ending }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Open {}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |open: &Self| (open.cost, open.length, !open.is_anchor, open.number);
        key(self).cmp(&key(other))
    }
}
