//! The bags of a SafeContents (RFC 7292 4.2) with the attributes that matter here.

use zeroize::Zeroizing;

use crate::core::der::{self, Reader, Tag};
use crate::core::key::{KeyFault, PrivateKey};
use crate::core::keystore::internals::{BagInternals, BagKind, ProtectionInternals};
use crate::core::keystore::pkcs8::ShroudedKey;
use crate::core::keystore::scheme::Scheme;
use crate::core::keystore::{
    KeyAttributes, LockedEntry, OpenFault, Opened, OpenedCertificate, OpenedKey, OtherEntry,
    OtherKind,
};
use crate::core::limits;

use super::principals;

const X509: &str = "1.2.840.113549.1.9.22.1";
const FRIENDLY_NAME: &str = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID: &str = "1.2.840.113549.1.9.21";
/// Microsoft's name of the cryptographic provider (szOID_PKCS_12_KEY_PROVIDER_NAME_ATTR).
const PROVIDER_NAME: &str = "1.3.6.1.4.1.311.17.1";
/// Microsoft's mark of keys that belong to the machine (szOID_LOCAL_MACHINE_KEYSET).
const MACHINE_KEY: &str = "1.3.6.1.4.1.311.17.2";
/// Java's mark for trusted certificates.
const TRUSTED_KEY_USAGE: &str = "2.16.840.1.113894.746875.1.1";

/// One bag.
pub(super) struct Bag {
    alias: Option<String>,
    local_key_id: Option<Vec<u8>>,
    attributes: KeyAttributes,
    trusted: bool,
    other_attributes: Vec<String>,
    content: Content,
}

enum Content {
    Key(Zeroizing<Vec<u8>>),
    Shrouded(Result<ShroudedKey, OpenFault>),
    Certificate(Vec<u8>),
    /// CRL, secret, or a kind nobody knows.
    Other(OtherKind),
    /// The file's own password, wrapped for Windows accounts.
    WrappedPassword(principals::Principals),
}

/// Whether decrypted bytes begin with a whole SafeContents.
pub(super) fn is_safe(plain: &[u8]) -> bool {
    let Ok(der) = der::normalise(plain).map(Zeroizing::new) else {
        return false;
    };
    let mut bags = match Reader::new(&der).sequence() {
        Ok(bags) => bags,
        Err(_) => return false,
    };
    bags.is_empty() || bags.sequence().is_ok_and(|mut bag| bag.oid().is_ok())
}

/// Reads a SafeContents, with those nested in it, in DER or BER.
pub(super) fn read(plain: &[u8]) -> Result<Vec<Bag>, OpenFault> {
    let mut bags = Vec::new();
    let mut waiting = vec![(Zeroizing::new(der::normalise(plain)?), 0)];
    let mut seen = 0;
    while let Some((safe, depth)) = waiting.pop() {
        let mut contents = Reader::new(&safe).sequence()?;
        while !contents.is_empty() {
            seen += 1;
            OpenFault::check_entries(seen)?;
            let mut bag = contents.sequence()?;
            let oid = bag.oid()?;
            let value = bag.context(0)?;
            if oid == "1.2.840.113549.1.12.10.1.6" {
                if depth == limits::DER_DEPTH {
                    return Err(OpenFault::damaged("nested too deep"));
                }
                waiting.push((Zeroizing::new(value.rest().to_vec()), depth + 1));
            } else {
                bags.push(Bag::read(&oid, value, bag)?);
            }
        }
    }
    Ok(bags)
}

impl Bag {
    fn read(oid: &str, mut value: Reader, after: Reader) -> Result<Self, OpenFault> {
        let content = match oid {
            "1.2.840.113549.1.12.10.1.1" => {
                Content::Key(Zeroizing::new(value.read()?.whole.to_vec()))
            }
            "1.2.840.113549.1.12.10.1.2" => {
                Content::Shrouded(ShroudedKey::from_der(value.read()?.whole))
            }
            "1.2.840.113549.1.12.10.1.3" => certificate(value)?,
            "1.2.840.113549.1.12.10.1.4" => Content::Other(OtherKind::Crl),
            "1.2.840.113549.1.12.10.1.5" => secret(value),
            _ => Content::Other(OtherKind::Unknown(oid.to_owned())),
        };
        let mut bag = Self {
            alias: None,
            local_key_id: None,
            attributes: KeyAttributes::default(),
            trusted: false,
            other_attributes: Vec::new(),
            content,
        };
        // Attributes are ornaments: broken ones hide no certificate.
        let _ = bag.read_attributes(after);
        Ok(bag)
    }

    fn read_attributes(&mut self, mut after: Reader) -> Result<(), der::DerFault> {
        let Some(set) = after.optional(Tag::SET)? else {
            return Ok(());
        };
        let mut attributes = set.children();
        while !attributes.is_empty() {
            let mut attribute = attributes.sequence()?;
            match attribute.oid()?.as_str() {
                FRIENDLY_NAME => {
                    self.alias = first_text(attribute)?;
                }
                LOCAL_KEY_ID => self.local_key_id = Some(attribute.set()?.octets()?.to_vec()),
                PROVIDER_NAME => self.attributes.provider = first_text(attribute)?,
                MACHINE_KEY => self.attributes.is_machine_key = true,
                TRUSTED_KEY_USAGE => self.trusted = true,
                other => self.other_attributes.push(other.to_owned()),
            }
        }
        Ok(())
    }

    /// The scheme of a shrouded key.
    pub fn scheme(&self) -> Option<Result<&Scheme, &OpenFault>> {
        self.shrouded().map(|key| key.map(|key| &key.scheme))
    }

    /// The encrypted key, when the bag holds one.
    pub fn shrouded(&self) -> Option<Result<&ShroudedKey, &OpenFault>> {
        match &self.content {
            Content::Shrouded(key) => Some(key.as_ref()),
            _ => None,
        }
    }

    /// The Windows accounts for which the file's password is wrapped in this bag.
    pub fn principals(&self) -> Option<&principals::Principals> {
        match &self.content {
            Content::WrappedPassword(principals) => Some(principals),
            _ => None,
        }
    }

    /// What it is and what is written beside it.
    pub fn internals(&self) -> BagInternals {
        BagInternals {
            kind: match &self.content {
                Content::Key(_) => BagKind::Key,
                Content::Shrouded(_) => BagKind::ShroudedKey,
                Content::Certificate(_) => BagKind::Certificate,
                Content::Other(kind) => kind.clone().into(),
                Content::WrappedPassword(_) => BagKind::Secret,
            },
            friendly_name: self.alias.clone(),
            local_key_id: self.local_key_id.as_deref().map(hex),
            provider: self.attributes.provider.clone(),
            is_machine_key: self.attributes.is_machine_key,
            is_java_trusted: self.trusted,
            other_attributes: self.other_attributes.clone(),
            protection: self.scheme().map(ProtectionInternals::of),
        }
    }

    /// Adds what is not shrouded to what was opened.
    pub fn take_plain(&self, opened: &mut Opened) {
        match &self.content {
            Content::Key(pkcs8) => {
                let key = PrivateKey::from_der(pkcs8).map_err(|fault| match fault {
                    KeyFault::Damaged { detail } => OpenFault::Damaged { detail },
                    _ => OpenFault::damaged("no private key in a key bag"),
                });
                self.take_key(key, opened);
            }
            Content::Certificate(der) => opened.certificates.push(OpenedCertificate {
                der: der.clone(),
                alias: self.alias.clone(),
                trusted: self.trusted,
                local_key_id: self.local_key_id.clone(),
            }),
            Content::Other(kind) => opened.other_entries.push(OtherEntry {
                kind: kind.clone(),
                alias: self.alias.clone(),
            }),
            Content::Shrouded(_) | Content::WrappedPassword(_) => {}
        }
    }

    /// Adds a key, or why it is not open.
    pub fn take_key(&self, key: Result<PrivateKey, OpenFault>, opened: &mut Opened) {
        let alias = self.alias.clone();
        match key {
            Ok(key) => opened.keys.push(OpenedKey {
                key,
                alias,
                attributes: self.attributes.clone(),
                local_key_id: self.local_key_id.clone(),
            }),
            Err(reason) => {
                let key = match &self.content {
                    Content::Shrouded(Ok(key)) => Some(key.clone().into()),
                    _ => None,
                };
                opened.locked_keys.push(LockedEntry {
                    key,
                    attributes: self.attributes.clone(),
                    alias,
                    reason,
                });
            }
        }
    }
}

/// SecretBag: an ordinary one, or Windows' wrapped password.
fn secret(value: Reader) -> Content {
    match principals::read(value) {
        Some(principals) => Content::WrappedPassword(principals),
        None => Content::Other(OtherKind::Secret),
    }
}

/// CertBag; SDSI certificates are of another kind.
fn certificate(mut value: Reader) -> Result<Content, OpenFault> {
    let mut bag = value.sequence()?;
    let kind = bag.oid()?;
    if kind != X509 {
        return Ok(Content::Other(OtherKind::Unknown(kind)));
    }
    Ok(Content::Certificate(bag.context(0)?.octets()?.to_vec()))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The first value of an attribute as text; `None` when it is empty.
fn first_text(mut attribute: Reader) -> Result<Option<String>, der::DerFault> {
    let name = attribute.set()?.read()?;
    Ok(Some(text(name.tag, name.content)).filter(|name| !name.is_empty()))
}

/// A friendly name is a BMPString; some write UTF-8.
fn text(tag: Tag, content: &[u8]) -> String {
    if tag != Tag::BMP_STRING {
        return String::from_utf8_lossy(content).into_owned();
    }
    let units = content.chunks_exact(2).map(|pair| {
        pair.iter()
            .fold(0u16, |unit, byte| unit << 8 | u16::from(*byte))
    });
    char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .filter(|character| *character != '\0')
        .collect()
}
