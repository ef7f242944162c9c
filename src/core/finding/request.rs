//! Facts about a certificate request: its subject, its names against an order, its key and signature.

use serde::Serialize;

use super::{Fact, Id};
use crate::core::time::Moment;
use crate::core::x509::ValidationLevel;

/// Facts about a request. Fields of the subject are dotted OIDs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum RequestFact {
    /// The challenge password, which stands in the request in clear.
    Challenge {},
    /// No common name, which consoles of CAs ask for.
    CommonNameMissing {},
    /// The common name is none of the names.
    CommonNameNotInNames {
        common_name: String,
        names: Vec<String>,
    },
    /// Two letters that are no country or region.
    CountryUnknown { value: String },
    /// An e-mail address that is none.
    EmailMalformed { value: String },
    /// A field without a value.
    FieldEmpty { field: String },
    /// Control characters, or characters that nobody sees.
    FieldHidden { field: String, value: String },
    /// Fields that certificates of this level must have.
    FieldMissing {
        fields: Vec<String>,
        #[serde(serialize_with = "level_code")]
        level: ValidationLevel,
    },
    /// A field that certificates of this level do not carry; the CA leaves it out.
    FieldNotIssued {
        field: String,
        #[serde(serialize_with = "level_code")]
        level: ValidationLevel,
    },
    /// A value that programs and people write where they have none.
    FieldPlaceholder { field: String, value: String },
    /// Spaces before or behind a value.
    FieldSpaces { field: String, value: String },
    /// A value beyond its upper bound, in characters.
    FieldTooLong {
        field: String,
        characters: usize,
        most: usize,
    },
    /// A kind of key that public CAs do not issue for.
    KeyKind { key: String },
    /// The key was asked for a certificate before.
    KeyReused {
        at: Moment,
        names: Vec<String>,
        earlier: usize,
    },
    /// A size of key that some consoles refuse: this one wants RSA 2048.
    KeyVendor { key: String },
    /// Neither a name in the subjectAltName nor a common name.
    NoNames {},
    /// Names of the order that the request lacks.
    OrderNamesMissing { names: Vec<String> },
    /// Names of the request that the order lacks.
    OrderNamesExtra { names: Vec<String> },
    /// A certificate or key beside it has another public key.
    OtherKey {
        beside: String,
        expected: String,
        found: String,
    },
    /// The signature does not verify.
    SignatureInvalid { algorithm: String },
    /// The signature cannot be checked here.
    SignatureNotChecked { algorithm: String },
    /// An organisational unit, which public CAs no longer issue.
    UnitPresent { value: String },
    /// An RSA exponent that is even, 1 or too small.
    WeakExponent { exponent: String },
    /// Signed with MD5 or SHA-1.
    WeakHash { algorithm: String },
    /// Too short.
    WeakKey { key: String, bits: u32 },
}

/// A level as JSON and the command line name it.
fn level_code<S: serde::Serializer>(level: &ValidationLevel, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(level.code())
}

macro_rules! ids_of_request {
    ($($variant:ident => $id:ident,)*) => {
        impl RequestFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids_of_request! {
    Challenge => CsrChallengeInClear,
    CommonNameMissing => SubjectCommonNameMissing,
    CommonNameNotInNames => CommonNameNotInNames,
    CountryUnknown => SubjectCountryUnknown,
    EmailMalformed => SubjectEmailMalformed,
    FieldEmpty => SubjectValueEmpty,
    FieldHidden => SubjectHiddenCharacters,
    FieldMissing => SubjectFieldMissing,
    FieldNotIssued => SubjectFieldNotIssued,
    FieldPlaceholder => SubjectPlaceholder,
    FieldSpaces => SubjectSpacesAround,
    FieldTooLong => SubjectValueTooLong,
    KeyKind => KeyKindForbidden,
    KeyReused => KeyReused,
    KeyVendor => CsrKeyNotTakenEverywhere,
    NoNames => NamesMissing,
    OrderNamesMissing => OrderNamesMissing,
    OrderNamesExtra => OrderNamesExtra,
    OtherKey => KeyMismatch,
    SignatureInvalid => CsrSignatureInvalid,
    SignatureNotChecked => SignatureNotChecked,
    UnitPresent => SubjectUnitPresent,
    WeakExponent => RsaExponentWeak,
    WeakHash => WeakSignature,
    WeakKey => WeakKey,
}

impl From<RequestFact> for Fact {
    fn from(fact: RequestFact) -> Self {
        Self::Request(fact)
    }
}
