//! Facts that only a whole path shows (RFC 5280 section 6), each about the certificate at fault.

use serde::Serialize;

use super::Id;
use crate::core::time::Moment;

/// What somebody wants to use the certificate for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Usage {
    /// Nothing particular: extended key usages are not judged.
    Any,
    /// Proving a client to a server.
    Client,
    /// Proving a server to a client.
    #[default]
    Server,
}

/// Kinds of names that constraints speak of (RFC 5280 section 4.2.1.10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NameForm {
    /// directoryName, the subject included.
    Directory,
    /// dNSName.
    Dns,
    /// rfc822Name.
    Email,
    /// iPAddress.
    Ip,
    /// otherName, x400Address, ediPartyName and registeredID.
    Other,
    /// uniformResourceIdentifier.
    Uri,
}

/// How a name breaks the constraints above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConstraintBreach {
    /// It lies inside an excluded space.
    Excluded,
    /// It has a form that cannot be compared.
    NotComparable,
    /// It lies outside of every permitted space.
    NotPermitted,
}

/// Why a revocation list does not tell about a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CrlFault {
    /// Its nextUpdate has passed.
    Expired,
    /// A delta without its base, or for another base.
    DeltaWithoutBase,
    /// An extension marked critical that is not known.
    ExtensionUnknown,
    /// A structure or an extension in it is broken.
    Malformed,
    /// cRLNumber missing or marked critical (RFC 5280 section 5.2.3).
    NumberWrong,
    /// It covers other certificates: another distribution point, kind of certificate or set of reasons.
    ScopeElsewhere,
    /// It covers some reasons for revocation only, and nothing covers the rest.
    SomeReasonsOnly,
    /// The signature on it does not verify.
    SignatureWrong,
    /// The signature's algorithm is not checked here.
    SignatureNotChecked,
    /// Its issuer's certificate is not at hand or leads to no trusted root.
    SignerUnknown,
    /// Its issuer's key may not sign revocation lists (key usage without cRLSign).
    SignerUsage,
    /// Its thisUpdate lies ahead.
    TooNew,
}

/// Why a certificate was revoked (RFC 5280 section 5.3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RevocationReason {
    /// Nothing said.
    #[default]
    Unspecified,
    /// The private key became known to others.
    KeyCompromise,
    /// The private key of the CA became known to others.
    CaCompromise,
    /// Name or other data changed.
    AffiliationChanged,
    /// Replaced by another certificate.
    Superseded,
    /// No longer needed.
    CessationOfOperation,
    /// On hold for now.
    CertificateHold,
    /// Taken off the list again; appears in deltas only.
    RemoveFromCrl,
    /// Rights withdrawn.
    PrivilegeWithdrawn,
    /// The attribute authority's key became known.
    AaCompromise,
}

/// What bounds the work spent on one chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkLimit {
    /// Names compared with name constraints.
    NameComparisons,
    /// Paths judged to their end.
    Paths,
    /// Nodes and edges of the policy graph.
    Policies,
    /// Signatures checked.
    Signatures,
    /// Steps of the search.
    Steps,
}

/// Facts about a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PathFact {
    /// More than one path leads to a trusted root.
    AlternativePaths { paths: usize, roots: Vec<String> },
    /// An issuer that is not marked as a CA.
    CaFlagMissing { subject: String, below: String },
    /// An issuer whose key may not sign certificates (key usage without keyCertSign).
    CaUsageMissing { subject: String, below: String },
    /// A critical extension nobody here knows.
    CriticalExtensionUnknown { subject: String, oid: String },
    /// A revocation list that was given and does not count.
    CrlNotUsable { issuer: String, cause: CrlFault },
    /// More intermediates than the user allows.
    DepthExceeded { intermediates: usize, limit: usize },
    /// The key is for another use than asked (key usage of the leaf).
    KeyUsageUnfit { subject: String, usage: Usage },
    /// A name outside the space that an issuer above may name.
    NameConstraintViolated {
        subject: String,
        by: String,
        form: NameForm,
        name: String,
        breach: ConstraintBreach,
        constraint: Option<String>,
    },
    /// A name constraint that cannot be applied: wrongly written or of a form nobody processes.
    NameConstraintUnusable { subject: String, constraint: String },
    /// Issuer and subject are different names although key and signature fit.
    NamesDoNotChain { subject: String, issuer: String },
    /// More CAs below than the path length constraint allows.
    PathLengthExceeded {
        subject: String,
        allowed: u32,
        below: u32,
    },
    /// anyPolicy in a policy mapping (RFC 5280 section 4.2.1.5).
    PolicyMappingAny { subject: String },
    /// No certificate policy is left on the path although one is required.
    PolicyMissing {
        subject: String,
        wanted: Vec<String>,
    },
    /// Revoked.
    Revoked {
        subject: String,
        revoked_at: Moment,
        reason: RevocationReason,
        list_issuer: String,
    },
    /// The revocation lists at hand do not tell about it.
    RevocationUnknown {
        subject: String,
        causes: Vec<CrlFault>,
    },
    /// Another verifier comes to another verdict.
    SecondOpinion {
        peer: String,
        ours_valid: bool,
        theirs: String,
        because: OpinionGap,
    },
    /// A signature whose algorithm is not checked here.
    SignatureNotChecked { subject: String, algorithm: String },
    /// An extended key usage, its own or an issuer's, leaves the wanted use out.
    UsageNotAllowed {
        subject: String,
        usage: Usage,
        usages: Vec<String>,
        is_issuer: bool,
    },
    /// A bound on the work was reached: what is told is true, and there may be more.
    WorkLimitReached { limit: WorkLimit, allowed: usize },
}

/// Why another verifier judges differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpinionGap {
    /// It checks an algorithm less than we do.
    AlgorithmNotThere,
    /// It refuses CA certificates as server certificates.
    CaAsLeaf,
    /// It does not look at what we found: certificate policies, form, the whole of name constraints.
    ChecksLess,
    /// It stops at another fault first, both say no.
    OtherFault,
    /// It trusts other roots.
    OtherRoots,
    /// It refuses forms that we only remark on.
    Stricter,
    /// Not known.
    Unknown,
    /// It reads certificates of version 3 only.
    VersionNotThere,
}

impl PathFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        match self {
            Self::AlternativePaths { .. } => Id::ChainAlternativePaths,
            Self::CaFlagMissing { .. } => Id::CaFlagMissing,
            Self::CaUsageMissing { .. } => Id::CaUsageMissing,
            Self::CriticalExtensionUnknown { .. } => Id::CriticalExtensionUnknown,
            Self::CrlNotUsable { .. } => Id::CrlNotUsable,
            Self::DepthExceeded { .. } => Id::ChainDepthExceeded,
            Self::KeyUsageUnfit { .. } => Id::KeyUsageUnfit,
            Self::NameConstraintViolated { .. } => Id::NameConstraintViolated,
            Self::NameConstraintUnusable { .. } => Id::NameConstraintUnusable,
            Self::NamesDoNotChain { .. } => Id::ChainNamesDiffer,
            Self::PathLengthExceeded { .. } => Id::PathLengthExceeded,
            Self::PolicyMappingAny { .. } => Id::PolicyMappingAny,
            Self::PolicyMissing { .. } => Id::PolicyMissing,
            Self::Revoked { .. } => Id::CertificateRevoked,
            Self::RevocationUnknown { .. } => Id::RevocationUnknown,
            Self::SecondOpinion { .. } => Id::ChainSecondOpinion,
            Self::SignatureNotChecked { .. } => Id::SignatureNotChecked,
            Self::UsageNotAllowed {
                usage: Usage::Client,
                ..
            } => Id::UsageNotClient,
            Self::UsageNotAllowed { .. } => Id::UsageNotServer,
            Self::WorkLimitReached { .. } => Id::ChainWorkLimit,
        }
    }
}

impl From<PathFact> for super::Fact {
    fn from(fact: PathFact) -> Self {
        Self::Path(fact)
    }
}
