//! Private keys in the forms that all programs read: PKCS#8 of version 1, PKCS#1 (RFC 8017), SEC1 (RFC 5915).

use zeroize::Zeroizing;

use super::PrivateKey;
use super::form::{EC, EcKey, Parts, private_key_info};
use super::public_half::{scalar, scalar_bytes};
use super::rsa_numbers::completed;
use crate::core::der::{self, Reader, Tag};
use crate::core::x509::public_key::{KeyAlgorithm, PublicKeyParts};

impl PrivateKey {
    /// PrivateKeyInfo (RFC 5208) as every program reads it. Older Java and Windows refuse the newer version with
    /// a public half (RFC 5958), RSA keys with their modulus and exponents only, and curves written out in full;
    /// Windows wants the public point of an EC key. Attributes stay.
    pub fn to_pkcs8(&self) -> Zeroizing<Vec<u8>> {
        self.rewritten().unwrap_or_else(|| self.pkcs8.clone())
    }

    /// RSAPrivateKey (RFC 8017 A.1.2); `None` for keys of other kinds.
    pub fn to_pkcs1(&self) -> Option<Zeroizing<Vec<u8>>> {
        if self.info.algorithm != KeyAlgorithm::Rsa {
            return None;
        }
        let parts = Parts::from_pkcs8(&self.pkcs8).ok()?;
        Some(completed(parts.key))
    }

    /// ECPrivateKey (RFC 5915) with curve and public point; `None` for keys of other kinds.
    pub fn to_sec1(&self) -> Option<Zeroizing<Vec<u8>>> {
        let parts = Parts::from_pkcs8(&self.pkcs8).ok()?;
        let KeyAlgorithm::Ec(curve) = &self.info.algorithm else {
            return None;
        };
        let parameters = named_curve(&parts, curve);
        let parameters = der::tlv(Tag::context(0), &[&parameters]);
        self.ec(&parts, curve, &parameters)
    }

    fn rewritten(&self) -> Option<Zeroizing<Vec<u8>>> {
        let parts = Parts::from_pkcs8(&self.pkcs8).ok()?;
        let (parameters, key) = match &self.info.algorithm {
            KeyAlgorithm::Rsa => (der::null(), completed(parts.key)),
            KeyAlgorithm::RsaPss => (parts.parameters.to_vec(), completed(parts.key)),
            KeyAlgorithm::Ec(curve) => (named_curve(&parts, curve), self.ec(&parts, curve, &[])?),
            _ => (
                parts.parameters.to_vec(),
                Zeroizing::new(parts.key.to_vec()),
            ),
        };
        let algorithm = der::sequence(&[&der::oid(&parts.oid), &parameters]);
        Some(private_key_info(&algorithm, &key, parts.attributes))
    }

    /// ECPrivateKey with a scalar of full size and the public point.
    fn ec(&self, parts: &Parts<'_>, curve: &str, parameters: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let key = EcKey::from_sec1(parts.key).ok()?;
        let scalar = match scalar_bytes(curve) {
            Some(size) => scalar(key.scalar, size).ok()?,
            None => Zeroizing::new(key.scalar.to_vec()),
        };
        let public = PublicKeyParts::from_spki(&self.spki);
        let point = match public.map_or(key.point, |public| public.key) {
            [] => Vec::new(),
            point => der::tlv(Tag::context(1), &[&der::bit_string(point)]),
        };
        let scalar = Zeroizing::new(der::octet_string(&scalar));
        let version = der::integer(1);
        let sec1 = der::sequence(&[&version, &scalar, parameters, &point]);
        Some(Zeroizing::new(sec1))
    }
}

/// The curve's name instead of its numbers, where that is known.
fn named_curve(parts: &Parts<'_>, curve: &str) -> Vec<u8> {
    let is_named = Reader::new(parts.parameters).oid().is_ok();
    let oid = match curve {
        "P-256" => "1.2.840.10045.3.1.7",
        "P-384" => "1.3.132.0.34",
        "P-521" => "1.3.132.0.35",
        "SM2" => "1.2.156.10197.1.301",
        _ => return parts.parameters.to_vec(),
    };
    if is_named || parts.oid != EC {
        return parts.parameters.to_vec();
    }
    der::oid(oid)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `openssl pkey` and keytool write these forms; nothing of theirs may change.
    fn fixture(name: &str) -> Vec<u8> {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/keys");
        std::fs::read(path.join(name)).unwrap()
    }

    #[test]
    fn forms_that_openssl_wrote_come_out_unchanged() {
        let rsa = PrivateKey::from_der(&fixture("rsa2048-pkcs8.der")).unwrap();
        assert_eq!(*rsa.to_pkcs8(), fixture("rsa2048-pkcs8.der"));
        assert_eq!(*rsa.to_pkcs1().unwrap(), fixture("rsa2048-pkcs1.der"));
        assert!(rsa.to_sec1().is_none());
        let ec = PrivateKey::from_der(&fixture("p256-sec1.der")).unwrap();
        assert_eq!(*ec.to_pkcs8(), fixture("p256-pkcs8.der"));
        assert_eq!(*ec.to_sec1().unwrap(), fixture("p256-sec1.der"));
        assert!(ec.to_pkcs1().is_none());
        let ed25519 = PrivateKey::from_der(&fixture("ed25519-pkcs8.der")).unwrap();
        assert_eq!(*ed25519.to_pkcs8(), fixture("ed25519-pkcs8.der"));
    }

    #[test]
    fn the_public_half_of_a_newer_pkcs8_is_left_out() {
        let old = fixture("ed25519-pkcs8.der");
        let key = PrivateKey::from_der(&old).unwrap();
        let public = PublicKeyParts::from_spki(&key.spki).unwrap().key;
        let mut inside = Reader::new(&old).sequence().unwrap();
        inside.small().unwrap();
        let public = der::tlv(Tag::context_primitive(1), &[&[0], public]);
        let newer = der::sequence(&[&der::integer(1), inside.rest(), &public]);
        assert_eq!(*PrivateKey::from_der(&newer).unwrap().to_pkcs8(), old);
    }

    #[test]
    fn numbers_that_an_rsa_key_leaves_out_are_computed() {
        let whole = fixture("rsa2048-pkcs1.der");
        let mut inside = Reader::new(&whole).sequence().unwrap();
        let numbers: Vec<&[u8]> = (0..9).map(|_| inside.read().unwrap().whole).collect();
        let zero = der::integer(0);
        for kept in [4, 6] {
            let mut short: Vec<&[u8]> = numbers[..kept].to_vec();
            short.resize(9, &zero);
            let key = PrivateKey::from_der(&der::sequence(&short)).unwrap();
            assert_eq!(*key.to_pkcs1().unwrap(), whole, "{kept} numbers");
        }
    }
}
