//! Words of facts that only a whole path shows.

mod issuer;
mod policy;
mod revocation;
mod scope;
mod verdict;

use super::Words;
use crate::core::finding::{PathFact, Severity};
use crate::text::Lang;

pub(super) fn words(lang: Lang, fact: &PathFact, severity: Severity) -> Words {
    match fact {
        PathFact::AlternativePaths { paths, roots } => verdict::alternatives(lang, *paths, roots),
        PathFact::CaFlagMissing { subject, below } => issuer::no_flag(lang, subject, below),
        PathFact::CaUsageMissing { subject, below } => issuer::no_usage(lang, subject, below),
        PathFact::CriticalExtensionUnknown { subject, oid } => scope::critical(lang, subject, oid),
        PathFact::CrlNotUsable { issuer, cause } => revocation::not_usable(lang, issuer, *cause),
        PathFact::DepthExceeded {
            intermediates,
            limit,
        } => verdict::depth(lang, *intermediates, *limit),
        PathFact::KeyUsageUnfit { subject, usage } => scope::key_usage(lang, subject, *usage),
        PathFact::NameConstraintViolated {
            subject,
            by,
            form,
            name,
            breach,
            constraint,
        } => scope::NameOutside {
            subject,
            by,
            form: *form,
            name,
            breach: *breach,
            constraint: constraint.as_deref(),
        }
        .words(lang),
        PathFact::NameConstraintUnusable {
            subject,
            constraint,
        } => scope::constraint_unusable(lang, subject, constraint),
        PathFact::NamesDoNotChain { subject, issuer } => {
            issuer::names_differ(lang, subject, issuer)
        }
        PathFact::PathLengthExceeded {
            subject,
            allowed,
            below,
        } => issuer::path_length(lang, subject, *allowed, *below),
        PathFact::PolicyMappingAny { subject } => policy::mapping_any(lang, subject),
        PathFact::PolicyMissing { subject, wanted } => policy::missing(lang, subject, wanted),
        PathFact::Revoked {
            subject,
            revoked_at,
            reason,
            list_issuer,
        } => revocation::revoked(lang, subject, *revoked_at, *reason, list_issuer),
        PathFact::RevocationUnknown { subject, causes } => {
            revocation::unknown(lang, subject, causes, severity)
        }
        PathFact::SecondOpinion {
            peer,
            ours_valid,
            theirs,
            because,
        } => verdict::second_opinion(lang, peer, *ours_valid, *because).raw(theirs),
        PathFact::SignatureNotChecked { subject, algorithm } => {
            issuer::signature_not_checked(lang, subject, algorithm)
        }
        PathFact::UsageNotAllowed {
            subject,
            usage,
            usages,
            is_issuer,
        } => scope::usage(lang, subject, *usage, usages, *is_issuer),
        PathFact::WorkLimitReached { limit, allowed } => {
            verdict::work_limit(lang, *limit, *allowed)
        }
    }
}
