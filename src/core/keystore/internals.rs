//! How a keystore is made inside: ciphers, derivations, integrity, and its entries in the order of the file.
//! The outer parts show before it is open; entries behind encryption only afterwards.

use serde::Serialize;

use super::OtherKind;
use crate::core::finding::Kind;
use crate::core::time::Moment;

/// The inside of any keystore.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "format", rename_all = "snake_case")]
pub enum KeystoreInternals {
    /// JKS or JCEKS.
    Java(JavaInternals),
    /// PKCS#12 (RFC 7292).
    Pkcs12(PfxInternals),
}

/// The inside of a PKCS#12 file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PfxInternals {
    /// How the outer structure is encoded.
    pub encoding: FileEncoding,
    /// The MAC; `None` when there is none.
    pub mac: Option<MacInternals>,
    /// How the password that opened it was turned into bytes; `None` before that, or when none was needed.
    pub password_encoding: Option<PasswordEncoding>,
    /// Each SafeContents in file order.
    pub safes: Vec<SafeInternals>,
}

/// How ASN.1 is written down (X.690).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileEncoding {
    /// Indefinite lengths or strings in pieces, as NSS and Firefox write.
    Ber,
    /// The one distinguished form.
    Der,
}

/// How tools turn a password into bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordEncoding {
    /// Each UTF-8 byte as a character of its own, as OpenSSL 1.0 did.
    Bytes,
    /// No bytes at all: a null password rather than an empty one.
    Null,
    /// As RFC 7292 B.1 and RFC 8018 say.
    Standard,
    /// UTF-16 where UTF-8 belongs, as NSS did.
    Utf16,
}

/// One SafeContents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SafeInternals {
    /// How it is encrypted as a whole; `None` when it is not.
    pub protection: Option<ProtectionInternals>,
    /// Its bags in order; `None` while they cannot be seen.
    pub bags: Option<Vec<BagInternals>>,
}

/// How something is encrypted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProtectionInternals {
    /// `PBES1`, `PBES2`, `PKCS#12`, or the name of what is not read here.
    pub scheme: String,
    /// Its cipher in words of the format: `AES-256-CBC`. `None` when the scheme is not read here.
    pub cipher: Option<String>,
    /// How the key comes from the password. `None` when the scheme is not read here.
    pub derivation: Option<DerivationInternals>,
}

/// How a key comes from a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DerivationInternals {
    /// `PBKDF1`, `PBKDF2`, `PKCS#12` or `scrypt`.
    pub function: &'static str,
    /// Hash or PRF: `SHA-1`, `HMAC-SHA256`; `None` with scrypt.
    pub prf: Option<String>,
    /// Rounds; with scrypt the rows of its table.
    pub iterations: u64,
    /// Bytes of salt.
    pub salt_bytes: usize,
}

/// The MAC of a PKCS#12 file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MacInternals {
    /// `HMAC-SHA1`; or the name of what is not read here.
    pub algorithm: String,
    /// Whether it is PBMAC1 (RFC 9579) rather than the MAC of RFC 7292.
    pub is_pbmac1: bool,
    /// How its key comes from the password. `None` when it is not read here.
    pub derivation: Option<DerivationInternals>,
}

/// One bag with its attributes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BagInternals {
    /// What it holds.
    #[serde(flatten)]
    pub kind: BagKind,
    /// Friendly name. Foreign text.
    pub friendly_name: Option<String>,
    /// PKCS#9 localKeyID in lower-case hex.
    pub local_key_id: Option<String>,
    /// Microsoft's provider name (1.3.6.1.4.1.311.17.1). Foreign text.
    pub provider: Option<String>,
    /// Microsoft's mark of keys that belong to the machine (1.3.6.1.4.1.311.17.2).
    pub is_machine_key: bool,
    /// Java's mark of trusted certificates (2.16.840.1.113894.746875.1.1).
    pub is_java_trusted: bool,
    /// OIDs of all other attributes.
    pub other_attributes: Vec<String>,
    /// How the key is encrypted, when this is a shrouded one.
    pub protection: Option<ProtectionInternals>,
}

/// Kinds of bags (RFC 7292 4.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "oid", rename_all = "snake_case")]
pub enum BagKind {
    /// An X.509 certificate.
    Certificate,
    /// A revocation list.
    Crl,
    /// A private key that is not encrypted by itself.
    Key,
    /// A secret: a symmetric key, a password.
    Secret,
    /// An encrypted private key.
    ShroudedKey,
    /// A bag with this OID.
    Unknown(String),
}

/// The inside of a JKS or JCEKS file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JavaInternals {
    /// JKS or JCEKS.
    pub kind: Kind,
    /// Its entries in file order.
    pub entries: Vec<JavaEntry>,
}

/// One entry of a Java keystore.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JavaEntry {
    /// What it is.
    pub kind: JavaEntryKind,
    /// Its alias as written. Foreign text; `None` behind an entry whose end cannot be found.
    pub alias: Option<String>,
    /// When it was made, as the file says.
    pub created: Option<Moment>,
    /// Number of its certificates.
    pub certificates: usize,
    /// How its key is protected, in words of the format.
    pub protector: Option<String>,
    /// Rounds of that protection.
    pub iterations: Option<u64>,
}

/// Kinds of entries of a Java keystore.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum JavaEntryKind {
    /// A private key with its chain.
    Key,
    /// A secret key.
    Secret,
    /// A trusted certificate.
    Trusted,
    /// Behind an entry whose end cannot be found.
    Unreachable,
}

impl From<OtherKind> for BagKind {
    fn from(kind: OtherKind) -> Self {
        match kind {
            OtherKind::Crl => Self::Crl,
            OtherKind::Secret => Self::Secret,
            OtherKind::Unknown(oid) => Self::Unknown(oid),
            OtherKind::Unreachable => Self::Unknown(String::new()),
        }
    }
}

impl ProtectionInternals {
    /// What Windows calls it: `TripleDES-SHA1` or `AES256-SHA256`; `None` for what its wizard does not offer.
    pub fn windows_name(&self) -> Option<&'static str> {
        let prf = self.derivation.as_ref().and_then(|how| how.prf.as_deref());
        match (self.scheme.as_str(), self.cipher.as_deref(), prf) {
            ("PKCS#12", Some("3DES-CBC"), _) => Some("TripleDES-SHA1"),
            ("PBES2", Some("AES-256-CBC"), Some("HMAC-SHA256")) => Some("AES256-SHA256"),
            _ => None,
        }
    }
}
