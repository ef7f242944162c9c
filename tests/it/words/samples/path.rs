//! One sample of every fact about a path, with each value of the enums in it, and of every rule.

use certwright::core::finding::{
    ConstraintBreach, CrlFault, NameForm, OpinionGap, PathFact, RevocationReason, Rule, RuleFact,
    Usage, WorkLimit,
};
use certwright::core::time::Moment;

pub const BREACHES: [ConstraintBreach; 3] = [
    ConstraintBreach::Excluded,
    ConstraintBreach::NotComparable,
    ConstraintBreach::NotPermitted,
];

pub const CRL_FAULTS: [CrlFault; 12] = [
    CrlFault::Expired,
    CrlFault::DeltaWithoutBase,
    CrlFault::ExtensionUnknown,
    CrlFault::Malformed,
    CrlFault::NumberWrong,
    CrlFault::ScopeElsewhere,
    CrlFault::SomeReasonsOnly,
    CrlFault::SignatureWrong,
    CrlFault::SignatureNotChecked,
    CrlFault::SignerUnknown,
    CrlFault::SignerUsage,
    CrlFault::TooNew,
];

pub const NAME_FORMS: [NameForm; 6] = [
    NameForm::Directory,
    NameForm::Dns,
    NameForm::Email,
    NameForm::Ip,
    NameForm::Other,
    NameForm::Uri,
];

pub const OPINION_GAPS: [OpinionGap; 8] = [
    OpinionGap::AlgorithmNotThere,
    OpinionGap::CaAsLeaf,
    OpinionGap::ChecksLess,
    OpinionGap::OtherFault,
    OpinionGap::OtherRoots,
    OpinionGap::Stricter,
    OpinionGap::Unknown,
    OpinionGap::VersionNotThere,
];

pub const REASONS: [RevocationReason; 10] = [
    RevocationReason::Unspecified,
    RevocationReason::KeyCompromise,
    RevocationReason::CaCompromise,
    RevocationReason::AffiliationChanged,
    RevocationReason::Superseded,
    RevocationReason::CessationOfOperation,
    RevocationReason::CertificateHold,
    RevocationReason::RemoveFromCrl,
    RevocationReason::PrivilegeWithdrawn,
    RevocationReason::AaCompromise,
];

pub const USAGES: [Usage; 3] = [Usage::Any, Usage::Client, Usage::Server];

pub const WORK_LIMITS: [WorkLimit; 5] = [
    WorkLimit::NameComparisons,
    WorkLimit::Paths,
    WorkLimit::Policies,
    WorkLimit::Signatures,
    WorkLimit::Steps,
];

/// Facts about a path whose names are all `name`.
pub fn facts(name: &str) -> Vec<PathFact> {
    let mut all = issuers(name);
    all.extend(scopes(name));
    all.extend(usages(name));
    all.extend(revocation(name));
    all.extend(verdicts(name));
    all
}

/// Each rule, broken by a certificate of this name, with what is seen of it.
pub fn rules(name: &str) -> Vec<RuleFact> {
    let broken = |rule: Rule, seen: &str| RuleFact {
        rule,
        subject: name.to_owned(),
        seen: seen.to_owned(),
        since: rule.since(),
    };
    Rule::ALL
        .iter()
        .flat_map(|rule| {
            seen(*rule, name)
                .into_iter()
                .map(|seen| broken(*rule, seen))
        })
        .collect()
}

/// What checks put into `seen`.
fn seen(rule: Rule, name: &str) -> Vec<&str> {
    match rule {
        Rule::ExtensionDuplicate | Rule::ExtensionMalformed => {
            vec!["2.5.29.15", "1.3.6.1.4.1.99999.7", name]
        }
        Rule::CommonNameMisspelt
        | Rule::CommonNameNotInNames
        | Rule::NameInternal
        | Rule::NameMalformed
        | Rule::WildcardForPublicSuffix
        | Rule::WildcardMisplaced => vec![name],
        Rule::SerialNotPositive => vec!["00", "-1f"],
        Rule::ValidityMalformed => vec!["20260101000000.5Z"],
        Rule::SerialTooLong => vec!["21", "20000"],
        Rule::SerialTooShort => vec!["32"],
        Rule::SignatureAlgorithmsDiffer => {
            vec!["sha256WithRSAEncryption / sha1WithRSAEncryption"]
        }
        Rule::SubjectEmpty => vec!["", "names"],
        Rule::VersionTooOld => vec!["1", "2"],
        Rule::CurveForbidden => vec!["secp256k1", "explicit"],
        Rule::KeyKindForbidden => vec!["DSA 1024", "P-192"],
        Rule::RsaSizeUneven => vec!["2047"],
        Rule::RsaExponentWeak => vec!["3", name],
        Rule::ServerAndOtherUsage => vec!["1.3.6.1.5.5.7.3.4", "emailProtection"],
        _ => vec![""],
    }
}

fn issuers(name: &str) -> Vec<PathFact> {
    let subject = name.to_owned();
    let length = |allowed, below| PathFact::PathLengthExceeded {
        subject: subject.clone(),
        allowed,
        below,
    };
    vec![
        PathFact::CaFlagMissing {
            subject: subject.clone(),
            below: subject.clone(),
        },
        PathFact::CaUsageMissing {
            subject: subject.clone(),
            below: subject.clone(),
        },
        PathFact::NamesDoNotChain {
            subject: subject.clone(),
            issuer: subject.clone(),
        },
        length(0, 1),
        length(1, 2),
        length(2, u32::MAX),
        PathFact::SignatureNotChecked {
            subject: subject.clone(),
            algorithm: "Ed448".into(),
        },
        PathFact::PolicyMappingAny {
            subject: subject.clone(),
        },
        PathFact::PolicyMissing {
            subject: subject.clone(),
            wanted: vec![],
        },
        PathFact::PolicyMissing {
            subject: subject.clone(),
            wanted: vec!["2.23.140.1.2.1".into(), "1.2.3".into(), subject],
        },
    ]
}

fn scopes(name: &str) -> Vec<PathFact> {
    let subject = name.to_owned();
    let mut all = vec![
        PathFact::CriticalExtensionUnknown {
            subject: subject.clone(),
            oid: "1.3.6.1.4.1.99999.7".into(),
        },
        PathFact::CriticalExtensionUnknown {
            subject: subject.clone(),
            oid: "2.5.29.15".into(),
        },
        PathFact::NameConstraintUnusable {
            subject: subject.clone(),
            constraint: subject.clone(),
        },
    ];
    for form in NAME_FORMS {
        for breach in BREACHES {
            for constraint in [None, Some(subject.clone())] {
                all.push(PathFact::NameConstraintViolated {
                    subject: subject.clone(),
                    by: subject.clone(),
                    form,
                    name: subject.clone(),
                    breach,
                    constraint,
                });
            }
        }
    }
    all
}

fn usages(name: &str) -> Vec<PathFact> {
    let subject = name.to_owned();
    let mut all = Vec::new();
    for usage in USAGES {
        all.push(PathFact::KeyUsageUnfit {
            subject: subject.clone(),
            usage,
        });
        for is_issuer in [false, true] {
            all.push(PathFact::UsageNotAllowed {
                subject: subject.clone(),
                usage,
                usages: vec!["1.3.6.1.5.5.7.3.4".into(), subject.clone()],
                is_issuer,
            });
        }
    }
    all
}

fn revocation(name: &str) -> Vec<PathFact> {
    let subject = name.to_owned();
    let unknown = |causes| PathFact::RevocationUnknown {
        subject: subject.clone(),
        causes,
    };
    let mut all = vec![unknown(vec![]), unknown(CRL_FAULTS.to_vec())];
    for cause in CRL_FAULTS {
        all.push(unknown(vec![cause]));
        all.push(PathFact::CrlNotUsable {
            issuer: subject.clone(),
            cause,
        });
    }
    all.extend(REASONS.map(|reason| PathFact::Revoked {
        subject: subject.clone(),
        revoked_at: Moment::parse("2026-11-19").unwrap(),
        reason,
        list_issuer: subject.clone(),
    }));
    all
}

fn verdicts(name: &str) -> Vec<PathFact> {
    let mut all = vec![
        PathFact::AlternativePaths {
            paths: 2,
            roots: vec![name.to_owned(), "Example Root 2".into()],
        },
        PathFact::DepthExceeded {
            intermediates: 1,
            limit: 0,
        },
        PathFact::DepthExceeded {
            intermediates: 12_000,
            limit: 10,
        },
    ];
    for because in OPINION_GAPS {
        for ours_valid in [false, true] {
            all.push(PathFact::SecondOpinion {
                peer: "rustls-webpki".into(),
                ours_valid,
                theirs: name.to_owned(),
                because,
            });
        }
    }
    all.extend(WORK_LIMITS.map(|limit| PathFact::WorkLimitReached {
        limit,
        allowed: 10_000,
    }));
    all
}
