//! Why a request was not made. Nothing was written then.

use crate::core::finding::Finding;
use crate::core::key::SignFault;
use crate::core::keystore::WriteFault;
use crate::core::x509::oid::Oid;

/// Why a request was not made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Neither a subject nor a name: there is nothing to ask for.
    #[error("neither subject nor names")]
    Empty,
    /// A field of the subject is wrong.
    #[error("{}", .0.id().name())]
    Subject(Box<Finding>),
    /// A text that the standards keep to ASCII (IA5String, PrintableString) has other characters.
    #[error("{value:?} does not fit {what:?}")]
    Charset {
        /// What it was meant for.
        what: Charset,
        /// The text.
        value: String,
    },
    /// A text that should be an object identifier.
    #[error("{0:?} is no object identifier")]
    NotAnOid(String),
    /// The key does not sign so.
    #[error(transparent)]
    Key(#[from] SignFault),
    /// The own signature did not verify: the public half does not belong to the key.
    #[error("the signature does not verify")]
    NotVerified,
    /// The system gave no key.
    #[error("no key from the system")]
    NoKey,
    /// The key could not be encrypted.
    #[error(transparent)]
    Encrypt(WriteFault),
}

/// A place in a request that takes few characters only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Charset {
    /// An attribute of the subject, by OID.
    Attribute(Oid),
    /// A DNS name of the subjectAltName.
    Dns,
    /// An e-mail address of the subjectAltName.
    Email,
    /// A URI of the subjectAltName.
    Uri,
}
