//! Rules on how a certificate has to be written: by RFC 5280 section 4, and by the CA/Browser Forum's
//! Baseline Requirements. A path can be sound and a certificate on it badly made; both are told apart.

use serde::Serialize;

use super::Id;

/// Who holds certificates to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Book {
    /// RFC 5280: every certificate on the internet.
    Rfc5280,
    /// CA/B Forum Baseline Requirements, also enforced by browsers or by other web clients for private roots.
    WebPki,
    /// CA/B Forum Baseline Requirements, for certificates below public roots only.
    PublicCa,
}

macro_rules! rules {
    ($($variant:ident $book:ident $since:literal;)*) => {
        /// A rule on one certificate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Rule {
            $(
                #[doc = "As [`Id`] of the same name, which cites its source."]
                $variant,
            )*
        }

        impl Rule {
            /// All rules.
            pub const ALL: &[Rule] = &[$(Rule::$variant,)*];

            /// Stable id of the finding.
            pub fn id(self) -> Id {
                match self { $(Rule::$variant => Id::$variant,)* }
            }

            /// Who holds certificates to it.
            pub fn book(self) -> Book {
                match self { $(Rule::$variant => Book::$book,)* }
            }

            /// Day from which it holds, by notBefore; empty when it always did.
            pub fn since(self) -> &'static str {
                match self { $(Rule::$variant => $since,)* }
            }
        }
    };
}

// Rule, book, day of effect.
rules! {
    AccessInfoCritical Rfc5280 "";
    AuthorityKeyIdCritical Rfc5280 "";
    AuthorityKeyIdMissing Rfc5280 "";
    BasicConstraintsMissing Rfc5280 "";
    BasicConstraintsNotCritical Rfc5280 "";
    ExtensionDuplicate Rfc5280 "";
    ExtensionMalformed Rfc5280 "";
    IssuerEmpty Rfc5280 "";
    KeyUsageInconsistent Rfc5280 "";
    NameConstraintsMisplaced Rfc5280 "";
    NameConstraintsNotCritical Rfc5280 "";
    NameMalformed Rfc5280 "";
    PolicyConstraintsNotCritical Rfc5280 "";
    SerialNotPositive Rfc5280 "";
    SerialTooLong Rfc5280 "";
    SignatureAlgorithmsDiffer Rfc5280 "";
    SubjectEmpty Rfc5280 "";
    SubjectKeyIdCritical Rfc5280 "";
    SubjectKeyIdMissing Rfc5280 "";
    ValidityMalformed Rfc5280 "";
    VersionTooOld WebPki "";
    AuthorityKeyIdDiffers WebPki "";
    AuthorityKeyIdIssuer WebPki "";
    CaAsServerCertificate WebPki "";
    CommonNameMisspelt WebPki "";
    CommonNameNotInNames PublicCa "";
    CurveForbidden WebPki "";
    ExtendedKeyUsageAny WebPki "";
    ExtendedKeyUsageCritical WebPki "";
    ExtendedKeyUsageMissing WebPki "";
    ExtendedKeyUsageOnRoot WebPki "";
    KeyKindForbidden WebPki "";
    NameConstraintsEmpty WebPki "";
    NamesCritical WebPki "";
    NamesMissing WebPki "";
    RsaSizeUneven WebPki "";
    WildcardForPublicSuffix WebPki "";
    WildcardMisplaced WebPki "";
    NameInternal PublicCa "2015-11-01";
    PolicyNotSaid PublicCa "2020-09-30";
    RsaExponentWeak PublicCa "";
    SerialTooShort PublicCa "2016-09-30";
    ServerAndOtherUsage PublicCa "2023-09-15";
    TransparencyMissing PublicCa "2018-04-30";
}

/// A rule that a certificate breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleFact {
    /// The rule.
    pub rule: Rule,
    /// Whose certificate.
    pub subject: String,
    /// What was seen instead: a name, a number, an OID; empty where the rule says it all.
    pub seen: String,
    /// Day from which the rule holds, empty when it always did.
    pub since: &'static str,
}

impl RuleFact {
    /// Stable id of this fact.
    pub fn id(&self) -> Id {
        self.rule.id()
    }
}

impl From<RuleFact> for super::Fact {
    fn from(fact: RuleFact) -> Self {
        Self::Rule(fact)
    }
}
