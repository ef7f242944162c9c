//! Judges one path by RFC 5280 section 6 and the rules on form. Nothing stops at the first error: every
//! finding is kept with the certificate it concerns.

use std::sync::Arc;

use super::answer::{Ending, JudgedPath, Step};
use super::question::Question;
use super::revocation::Lists;
use super::search::Candidate;
use super::{Pool, Roots, form, rule};
use crate::core::artifact::Fingerprint;
use crate::core::finding::{Fact, Finding};
use crate::core::x509::Certificate;
use crate::core::x509::constraints::Constraints;

/// What paths are judged with: certificates, roots, revocation lists.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// Certificates to climb through.
    pub pool: &'a Pool,
    /// Trusted roots.
    pub roots: &'a Roots,
    /// Mozilla's roots, which decide what counts as public.
    pub public_roots: &'a Roots,
    /// Revocation lists.
    pub lists: &'a Lists,
}

/// One path while it is judged.
pub struct Walk<'a> {
    /// The certificates, the one asked about first.
    pub steps: &'a [Step],
    /// How it ends.
    pub ending: &'a Ending,
    /// What it is judged for.
    pub question: &'a Question,
    /// What it is judged with.
    pub material: Material<'a>,
    /// How deep this is inside the judgement of another path: signers of revocation lists have paths too.
    pub nesting: usize,
    /// The signer whose path this is, and the list it signed.
    pub proving: Option<Proving>,
}

/// A signer of a revocation list while its own path is judged: its list may be the one that covers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proving {
    /// The signer.
    pub signer: Fingerprint,
    /// The list.
    pub list: Fingerprint,
}

/// One certificate of the path with its place in it.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Steps above the certificate asked about, which is 0.
    pub index: usize,
    /// The certificate.
    pub certificate: &'a Arc<Certificate>,
    /// Its constraints.
    pub constraints: &'a Constraints,
    /// Whether it is a trusted root, or stands where one should.
    pub is_top: bool,
    /// Whether it is trusted by itself.
    pub is_anchor: bool,
}

impl Place<'_> {
    /// Whether it is the certificate asked about.
    pub fn is_target(&self) -> bool {
        self.index == 0
    }

    /// A finding about it.
    pub fn finding(&self, fact: impl Into<Fact>) -> Finding {
        Finding::new(fact).about(self.certificate.fingerprint)
    }
}

impl<'a> Walk<'a> {
    /// All places from the certificate asked about upwards.
    pub fn places(&self) -> impl DoubleEndedIterator<Item = Place<'_>> + ExactSizeIterator {
        let top = self.steps.len().saturating_sub(1);
        let steps = self.steps.iter().enumerate();
        steps.map(move |(index, step)| Place {
            index,
            certificate: &step.certificate,
            constraints: step.certificate.constraints(),
            is_top: index == top,
            is_anchor: step.is_anchor,
        })
    }

    /// Places that issue another one.
    pub fn issuers(&self) -> impl DoubleEndedIterator<Item = Place<'_>> {
        self.places().skip(1)
    }

    /// Places that are not trusted by themselves, from the top down, with the number of certificates of
    /// the path that RFC 5280 counts from 1.
    pub fn checked_from_top(&self) -> impl Iterator<Item = (usize, Place<'_>)> {
        let checked = self.places().rev().filter(|place| !place.is_anchor);
        checked.enumerate().map(|(index, place)| (index + 1, place))
    }

    /// The certificate below an issuer.
    pub fn below(&self, place: &Place<'_>) -> Option<&'a Arc<Certificate>> {
        let below = self.steps.get(place.index.checked_sub(1)?)?;
        Some(&below.certificate)
    }

    /// Whether the path ends at a root of Mozilla's list.
    pub fn is_public(&self) -> bool {
        *self.ending == Ending::Trusted
            && self.steps.last().is_some_and(|top| {
                self.material
                    .public_roots
                    .same_as(&top.certificate)
                    .is_some()
            })
    }
}

/// Judges one path.
pub fn judge(path: Candidate, question: &Question, material: Material<'_>) -> JudgedPath {
    judge_nested(path, question, material, 0, None)
}

pub(super) fn judge_nested(
    path: Candidate,
    question: &Question,
    material: Material<'_>,
    nesting: usize,
    proving: Option<Proving>,
) -> JudgedPath {
    let walk = Walk {
        steps: &path.steps,
        ending: &path.ending,
        question,
        material,
        nesting,
        proving,
    };
    let mut findings = Vec::new();
    rule::check(&walk, &mut findings);
    let mut form = Vec::new();
    if nesting == 0 {
        form::check(&walk, &mut form);
    }
    JudgedPath {
        steps: path.steps,
        ending: path.ending,
        findings,
        form,
    }
}
