//! Keys and certificates in PEM or DER out of a plan.

use zeroize::Zeroizing;

use super::{Bytes, Maker, Stopped};
use crate::core::convert::Recipe;
use crate::core::convert::run::MadeFile;
use crate::core::convert::{Entry, FileRole, Format, PemLayout, Refusal};
use crate::core::key::PrivateKey;
use crate::core::keystore::pkcs8;
use crate::core::x509::export::{pem, secret_pem};

/// A private key in DER with its PEM label (RFC 7468 sections 10 and 11).
struct WrittenKey {
    label: &'static str,
    der: Bytes,
}

impl Maker<'_> {
    pub(super) fn pem_files(&self) -> Result<Vec<MadeFile>, Stopped> {
        // Each key is encrypted once, whichever files it goes into.
        let keys = self.written_keys()?;
        let files = self.plan.files.iter();
        Ok(files
            .map(|planned| MadeFile {
                planned: planned.clone(),
                bytes: self.file(planned.role, &keys),
            })
            .collect())
    }

    fn written_keys(&self) -> Result<Vec<WrittenKey>, Stopped> {
        let entries = self.plan.entries.iter();
        let held = entries.filter_map(|planned| planned.entry.key.as_ref());
        held.chain(self.plan.loose_key.as_ref())
            .map(|key| self.written_key(key))
            .collect()
    }

    fn written_key(&self, key: &PrivateKey) -> Result<WrittenKey, Stopped> {
        let format = self.plan.choice.format;
        let no_form = || {
            let key = Some(key.info.clone());
            Stopped::from(Refusal::NoSuchForm { format, key })
        };
        if let Recipe::EncryptedKey { iterations } = self.plan.recipe {
            if matches!(format, Format::Pkcs1 | Format::Sec1) {
                return Err(Refusal::NoEncryption { format }.into());
            }
            let secret = self.password()?;
            let (random, progress) = (self.env.random, self.progress);
            let der = pkcs8::encrypt(key, iterations, secret, random, progress)?;
            let label = "ENCRYPTED PRIVATE KEY";
            return Ok(WrittenKey { label, der });
        }
        let (label, der) = match format {
            Format::Pkcs1 => ("RSA PRIVATE KEY", key.to_pkcs1().ok_or_else(no_form)?),
            Format::Sec1 => ("EC PRIVATE KEY", key.to_sec1().ok_or_else(no_form)?),
            _ => ("PRIVATE KEY", key.to_pkcs8()),
        };
        Ok(WrittenKey { label, der })
    }

    fn file(&self, role: FileRole, keys: &[WrittenKey]) -> Bytes {
        let is_der = self.plan.choice.is_der;
        if let (FileRole::Key, true, [key]) = (role, is_der, keys) {
            return key.der.clone();
        }
        let has_keys = matches!(role, FileRole::Key | FileRole::Combined);
        let keys: Vec<Zeroizing<String>> = keys
            .iter()
            .filter(|_| has_keys)
            .map(|key| secret_pem(key.label, &key.der))
            .collect();
        let certificates = Zeroizing::new(self.certificates(role));
        // HAProxy finds the leaf first; everybody else who takes one file finds the key first.
        let is_key_last = self.plan.choice.format == Format::Pem(PemLayout::HaProxy);
        let length = keys.iter().map(|key| key.len()).sum::<usize>() + certificates.len();
        let mut file = Zeroizing::new(Vec::with_capacity(length));
        if is_key_last {
            file.extend_from_slice(certificates.as_bytes());
        }
        keys.iter()
            .for_each(|key| file.extend_from_slice(key.as_bytes()));
        if !is_key_last {
            file.extend_from_slice(certificates.as_bytes());
        }
        file
    }

    fn certificates(&self, role: FileRole) -> String {
        let of = |entry: &Entry| -> String {
            let ders = self.ders(entry);
            let (leaf, chain) = ders.split_at_checked(1).unwrap_or((&[], &[]));
            let taken = match role {
                FileRole::Key => &[],
                FileRole::Leaf => leaf,
                FileRole::Chain => chain,
                _ => ders.as_slice(),
            };
            taken.iter().map(|der| pem("CERTIFICATE", der)).collect()
        };
        if self.plan.entries.is_empty() && role != FileRole::Key {
            let trusted = self.plan.trusted.iter();
            return trusted
                .map(|(certificate, _)| certificate.to_pem())
                .collect();
        }
        let entries = self.plan.entries.iter();
        entries.map(|planned| of(&planned.entry)).collect()
    }
}
