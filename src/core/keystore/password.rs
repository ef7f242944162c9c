//! The ways in which tools turn a password into bytes.

use zeroize::Zeroizing;

use crate::core::secret::Secret;

/// One way of encoding a password for PKCS#12 derivations (RFC 7292 B.1) and the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16 with surrogates and two final zero bytes; UTF-8 for PBES2. What the standards say.
    Standard,
    /// Each UTF-8 byte as a character of its own, as OpenSSL 1.0 did.
    BytesAsCharacters,
    /// The same UTF-16 for PBES2 too, as NSS did.
    Utf16Everywhere,
    /// No bytes at all: GnuTLS's null password.
    Nothing,
}

impl Encoding {
    /// The encodings that make a difference for this password, the likeliest first.
    pub fn candidates(secret: &Secret) -> &'static [Self] {
        match secret.expose() {
            "" => &[Self::Standard, Self::Nothing],
            text if text.is_ascii() => &[Self::Standard],
            _ => &[Self::Standard, Self::BytesAsCharacters],
        }
    }

    /// For derivations of PKCS#12's own kind.
    pub fn pkcs12(self, secret: &Secret) -> Zeroizing<Vec<u8>> {
        let text = secret.expose();
        let mut bytes = Zeroizing::new(Vec::with_capacity(2 * text.len() + 2));
        match self {
            Self::Nothing => return bytes,
            Self::BytesAsCharacters => text.bytes().for_each(|byte| bytes.extend([0, byte])),
            Self::Standard | Self::Utf16Everywhere => text
                .encode_utf16()
                .for_each(|unit| bytes.extend(unit.to_be_bytes())),
        }
        bytes.extend([0, 0]);
        bytes
    }

    /// For PBES1, PBES2 and PBMAC1.
    pub fn plain(self, secret: &Secret) -> Zeroizing<Vec<u8>> {
        match self {
            Self::Utf16Everywhere => self.pkcs12(secret),
            _ => Zeroizing::new(secret.expose().as_bytes().to_vec()),
        }
    }
}
