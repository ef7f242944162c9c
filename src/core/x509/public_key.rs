//! What kind of public key a SubjectPublicKeyInfo holds.

/// Kind of a public key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum KeyAlgorithm {
    /// RSA, rsaEncryption.
    Rsa,
    /// RSA restricted to PSS.
    RsaPss,
    /// Elliptic curve by its usual name: P-256, P-384, P-521, SM2, secp256k1, or a dotted OID.
    Ec(Box<str>),
    /// Ed25519.
    Ed25519,
    /// Ed448.
    Ed448,
    /// DSA.
    Dsa,
    /// Any other, by dotted OID.
    Other(Box<str>),
}

/// Kind and size of a public key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KeyInfo {
    /// Kind.
    pub algorithm: KeyAlgorithm,
    /// Size in bits, 0 when not known.
    pub bits: u32,
}
