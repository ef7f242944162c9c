//! The best path from one certificate upwards: to a trusted root if there is one, else as far as it goes.

use std::sync::Arc;

use super::{Pool, Roots};
use crate::core::limits;
use crate::core::time::Moment;
use crate::core::x509::Certificate;
use crate::core::x509::signature::SignatureVerdict;

/// A path from a certificate upwards. The certificate itself is not repeated.
#[derive(Clone)]
pub struct Path {
    /// Issuers from the pool, nearest first; the root last when the pool holds it.
    pub issuers: Vec<Arc<Certificate>>,
    /// How it ends.
    pub ending: Ending,
    /// Signatures on the way that could not be checked here, by algorithm.
    pub not_checked: Vec<String>,
}

/// How a path ends.
#[derive(Clone)]
pub enum Ending {
    /// At a trusted root, which may or may not be in the pool.
    Trusted(Arc<Certificate>),
    /// At a self-signed certificate that is not trusted.
    UntrustedRoot(Arc<Certificate>),
    /// Nobody in the pool is called like the issuer of the last one.
    MissingIssuer,
    /// Somebody is called so, but the signature is not theirs.
    WrongSignature(Arc<Certificate>),
    /// The length limit.
    TooLong,
}

impl Path {
    /// Whether it ends at a trusted root.
    pub fn is_trusted(&self) -> bool {
        matches!(self.ending, Ending::Trusted(_))
    }

    /// Better paths are greater: trusted, all valid at the moment, checked, then short to a trusted root
    /// or long without one.
    fn rank(&self, at: Moment) -> (bool, bool, bool, isize) {
        let is_valid = self
            .issuers
            .iter()
            .all(|issuer| issuer.not_before <= at && at <= issuer.not_after);
        let length = self.issuers.len() as isize;
        let is_trusted = self.is_trusted();
        (
            is_trusted,
            is_valid,
            self.not_checked.is_empty(),
            if is_trusted { -length } else { length },
        )
    }
}

/// Finds the best path of `certificate` at a moment.
pub fn find(certificate: &Arc<Certificate>, pool: &Pool, roots: &Roots, at: Moment) -> Path {
    let mut search = Search {
        pool,
        roots,
        at,
        best: None,
        steps: 0,
    };
    search.climb(
        certificate,
        Path {
            issuers: Vec::new(),
            ending: Ending::MissingIssuer,
            not_checked: Vec::new(),
        },
    );
    search.best.unwrap_or(Path {
        issuers: Vec::new(),
        ending: Ending::TooLong,
        not_checked: Vec::new(),
    })
}

/// Steps of one search; cross-signed meshes can have exponentially many paths.
const STEPS: usize = 2_000;

struct Search<'a> {
    pool: &'a Pool,
    roots: &'a Roots,
    at: Moment,
    best: Option<Path>,
    steps: usize,
}

impl Search<'_> {
    fn offer(&mut self, path: Path) {
        if self
            .best
            .as_ref()
            .is_none_or(|best| best.rank(self.at) < path.rank(self.at))
        {
            self.best = Some(path);
        }
    }

    fn climb(&mut self, last: &Arc<Certificate>, so_far: Path) {
        self.steps += 1;
        if let Some(anchor) = self.roots.same_as(last) {
            let anchor = Arc::clone(anchor);
            return self.offer(Path {
                ending: Ending::Trusted(anchor),
                ..so_far
            });
        }
        if last.is_self_issued() && self.pool.verdict(last, last) != SignatureVerdict::Invalid {
            return self.offer(Path {
                ending: Ending::UntrustedRoot(Arc::clone(last)),
                ..so_far
            });
        }
        if let Some(path) = self.anchored(last, &so_far) {
            self.offer(path);
        }
        if so_far.issuers.len() >= limits::CHAIN_LENGTH || self.steps >= STEPS {
            return self.offer(Path {
                ending: Ending::TooLong,
                ..so_far
            });
        }
        self.climb_through_pool(last, so_far);
    }

    /// The path that ends here because a trusted root outside the pool signed the last certificate.
    fn anchored(&self, last: &Certificate, so_far: &Path) -> Option<Path> {
        self.roots.issuers_of(last).find_map(|root| {
            let not_checked = match self.pool.verdict(last, root) {
                SignatureVerdict::Valid => so_far.not_checked.clone(),
                SignatureVerdict::NotChecked(why) => with(&so_far.not_checked, why),
                SignatureVerdict::Invalid => return None,
            };
            let mut issuers = so_far.issuers.clone();
            issuers.extend(self.pool.same_as(root).cloned());
            Some(Path {
                issuers,
                ending: Ending::Trusted(Arc::clone(root)),
                not_checked,
            })
        })
    }

    fn climb_through_pool(&mut self, last: &Arc<Certificate>, so_far: Path) {
        let pool = self.pool;
        let mut wrong = None;
        let mut is_continued = false;
        for issuer in pool.named_as_issuer_of(last) {
            if !may_issue(issuer)
                || so_far
                    .issuers
                    .iter()
                    .any(|used| used.fingerprint == issuer.fingerprint)
            {
                continue;
            }
            let not_checked = match pool.verdict(last, issuer) {
                SignatureVerdict::Valid => so_far.not_checked.clone(),
                SignatureVerdict::NotChecked(why) => with(&so_far.not_checked, why),
                SignatureVerdict::Invalid => {
                    wrong = Some(Arc::clone(issuer));
                    continue;
                }
            };
            is_continued = true;
            let mut issuers = so_far.issuers.clone();
            issuers.push(Arc::clone(issuer));
            self.climb(
                issuer,
                Path {
                    issuers,
                    ending: Ending::MissingIssuer,
                    not_checked,
                },
            );
        }
        if !is_continued {
            let ending = wrong.map_or(Ending::MissingIssuer, Ending::WrongSignature);
            self.offer(Path { ending, ..so_far });
        }
    }
}

/// CA flag set, or a certificate of the time before there was one (RFC 5280 section 6.1.4 (k)).
fn may_issue(certificate: &Certificate) -> bool {
    certificate.is_ca == Some(true) || certificate.version < 3
}

fn with(list: &[String], more: String) -> Vec<String> {
    let mut list = list.to_vec();
    if !list.contains(&more) {
        list.push(more);
    }
    list
}
