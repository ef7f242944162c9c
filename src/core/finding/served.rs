//! Facts about the certificates that a server sends, and what comes along with them.

use serde::Serialize;

use super::{Fact, Id, RevocationReason};
use crate::core::artifact::Fingerprint;
use crate::core::time::Moment;
use crate::core::x509::Certificate;

/// A certificate in short. Names are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Brief {
    /// What to call it.
    pub subject: String,
    /// Who signed it.
    pub issuer: String,
    /// SHA-256.
    pub fingerprint: Fingerprint,
    /// First second of validity.
    pub not_before: Moment,
    /// Last second of validity.
    pub not_after: Moment,
}

impl Brief {
    /// Of a certificate.
    pub fn of(certificate: &Certificate) -> Self {
        Self {
            subject: certificate.title(),
            issuer: certificate.issuer.title(),
            fingerprint: certificate.fingerprint,
            not_before: certificate.not_before,
            not_after: certificate.not_after,
        }
    }
}

/// A certificate, and where it is served.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ServedAt {
    /// Addresses and ports.
    pub addresses: Vec<String>,
    /// The certificate; `None` where what came is none.
    pub certificate: Option<Brief>,
}

/// Whose certificate is served in place of the one expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The one before: for the same names, and older.
    Predecessor,
    /// For the same names, and newer than the file.
    Newer,
    /// For other names: another site's.
    OtherSite,
    /// One that a product makes for itself until it gets a real one.
    Default,
    /// One that nobody signed but itself.
    SelfSigned,
    /// What came cannot be read.
    Unreadable,
    /// Made on the way by what looks into TLS; the server's own is not seen.
    Inspected,
    /// For the same names with a key of another kind; the file's may come to other clients.
    OtherKeyType,
}

/// What is wrong with an OCSP answer that came along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "fault")]
pub enum StapleFault {
    /// Its nextUpdate has passed.
    Expired {
        /// When.
        next_update: Moment,
    },
    /// Its thisUpdate lies ahead.
    NotYetValid {
        /// When.
        this_update: Moment,
    },
    /// It speaks of other certificates.
    OtherCertificate,
    /// The signature on it does not verify.
    SignatureWrong,
    /// Its signer is neither the issuer nor somebody whom the issuer lets sign (RFC 6960 section 4.2.2.2).
    ResponderNotAllowed,
    /// The responder answered with an error (section 2.3).
    Refused {
        /// Its number.
        status: u64,
    },
    /// The responder does not know the certificate.
    StatusUnknown,
    /// It cannot be read.
    Unreadable {
        /// The parser's words.
        detail: String,
    },
}

/// Facts about the certificates that a server sends. Names are foreign text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum ServedFact {
    /// Different certificates at different addresses of one name.
    DiffersBetweenAddresses {
        /// The name.
        name: String,
        /// Which is where.
        served: Vec<ServedAt>,
    },
    /// Something that is no certificate in the list of certificates.
    NotCertificate {
        /// Where.
        address: String,
        /// Which one, counted from 1; 0 where the list is empty.
        nth: usize,
        /// The parser's words.
        detail: String,
    },
    /// The certificate that a product makes for itself.
    DefaultCertificate {
        /// The product, never translated.
        product: &'static str,
        /// What the certificate is called.
        subject: String,
        /// Where.
        addresses: Vec<String>,
    },
    /// A certificate made on the way by something that looks into TLS.
    Inspected {
        /// The product, never translated.
        product: &'static str,
        /// The issuer's name.
        issuer: String,
        /// Where.
        addresses: Vec<String>,
    },
    /// An expired certificate is served.
    StillExpired {
        /// The name.
        name: String,
        /// Since when it is.
        not_after: Moment,
        /// Where.
        addresses: Vec<String>,
    },
    /// Nowhere is the certificate of the file served.
    DiffersFromFile {
        /// What the user calls the file.
        label: String,
        /// The name.
        name: String,
        /// Whose is served.
        whose: Whose,
        /// The product behind a default certificate.
        product: Option<&'static str>,
        /// Whether both have the same key: reissued.
        same_key: bool,
        /// Whether the file's certificate covers the name at all.
        file_covers: bool,
        /// The certificate of the file.
        wanted: Brief,
        /// The one served.
        served: ServedAt,
    },
    /// Some addresses serve the certificate of the file and others do not.
    Partly {
        /// What the user calls the file.
        label: String,
        /// The name.
        name: String,
        /// Where the file's is served.
        with: Vec<String>,
        /// What is served elsewhere, and whose it is.
        whose: Whose,
        /// The one served elsewhere.
        without: ServedAt,
    },
    /// An OCSP answer that clients will not accept.
    StapleBad {
        /// Where.
        address: String,
        /// Whose certificate.
        subject: String,
        /// What is wrong.
        #[serde(flatten)]
        fault: StapleFault,
        /// Whether the certificate demands a good one (RFC 7633).
        must_staple: bool,
    },
    /// The certificate demands an OCSP answer (RFC 7633) and none comes.
    StapleMissing {
        /// Where.
        address: String,
        /// Whose certificate.
        subject: String,
        /// Where the answer could be had.
        url: Option<String>,
    },
    /// The OCSP answer says that the certificate is revoked.
    Revoked {
        /// Where.
        address: String,
        /// Whose certificate.
        subject: String,
        /// Since when.
        revoked_at: Moment,
        /// Why.
        reason: RevocationReason,
    },
    /// A WebSocket does not open.
    WebSocketRefused {
        /// Its address.
        url: String,
        /// The status that came instead; `None` where it is no HTTP.
        status: Option<u16>,
        /// Whether the answer is right but for the proof that the key was read (RFC 6455 section 4.1).
        is_proof_wrong: bool,
    },
}

macro_rules! ids {
    ($($variant:ident => $id:ident,)*) => {
        impl ServedFact {
            /// Stable id of this fact.
            pub fn id(&self) -> Id {
                match self { $(Self::$variant { .. } => Id::$id,)* }
            }
        }
    };
}

ids! {
    DiffersBetweenAddresses => ServedDiffersBetweenAddresses,
    NotCertificate => ServedNotCertificate,
    DefaultCertificate => ServedDefaultCertificate,
    Inspected => ServedByInspection,
    StillExpired => ServedStillExpired,
    DiffersFromFile => ServedDiffersFromFile,
    Partly => ServedPartly,
    StapleBad => OcspStapleBad,
    StapleMissing => OcspStapleMissing,
    Revoked => CertificateRevoked,
    WebSocketRefused => WebSocketRefused,
}

impl From<ServedFact> for Fact {
    fn from(fact: ServedFact) -> Self {
        Self::Served(fact)
    }
}
