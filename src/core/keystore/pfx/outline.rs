//! The outer structure: PFX, ContentInfo, AuthenticatedSafe, EncryptedData.

use std::sync::OnceLock;

use zeroize::Zeroizing;

use super::mac::Mac;
use super::{Pfx, Safe, bags};
use crate::core::der::{self, Reader, Tag};
use crate::core::keystore::internals::FileEncoding;
use crate::core::keystore::scheme::Scheme;
use crate::core::keystore::{OpenFault, PublicKeyMode};

const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";
const ENVELOPED_DATA: &str = "1.2.840.113549.1.7.3";
const ENCRYPTED_DATA: &str = "1.2.840.113549.1.7.6";

pub(super) fn read(bytes: &[u8]) -> Result<Pfx, OpenFault> {
    let der = Zeroizing::new(der::normalise(bytes)?);
    let encoding = match bytes.starts_with(&der) {
        true => FileEncoding::Der,
        false => FileEncoding::Ber,
    };
    let mut pfx = Reader::new(&der).sequence()?;
    if pfx.small()? != 3 {
        return Err(OpenFault::damaged("not version 3"));
    }
    let mut content = pfx.sequence()?;
    match content.oid()?.as_str() {
        DATA => {}
        SIGNED_DATA => {
            return Err(OpenFault::PublicKey(PublicKeyMode::Integrity));
        }
        other => return Err(OpenFault::unsupported(format!("content {other}"))),
    }
    let authenticated = Zeroizing::new(content.context(0)?.octets()?.to_vec());
    let mac = match pfx.is_empty() {
        true => None,
        false => Some(Mac::read(pfx.sequence()?)?),
    };
    Ok(Pfx {
        mac,
        safes: safes(&authenticated)?,
        authenticated,
        accepted: OnceLock::new(),
        encoding,
        revealed: OnceLock::new(),
    })
}

fn safes(authenticated: &[u8]) -> Result<Vec<Safe>, OpenFault> {
    let der = Zeroizing::new(der::normalise(authenticated)?);
    let mut contents = Reader::new(&der).sequence()?;
    let mut safes = Vec::new();
    let mut entries = 0;
    while !contents.is_empty() {
        let safe = safe(contents.sequence()?)?;
        entries += match &safe {
            Safe::Plain(bags) => bags.len(),
            Safe::Encrypted { .. } => 1,
        };
        OpenFault::check_entries(entries)?;
        safes.push(safe);
    }
    Ok(safes)
}

fn safe(mut content: Reader) -> Result<Safe, OpenFault> {
    match content.oid()?.as_str() {
        DATA => {
            let plain = Zeroizing::new(content.context(0)?.octets()?.to_vec());
            Ok(Safe::Plain(bags::read(&plain)?))
        }
        ENCRYPTED_DATA => encrypted(content.context(0)?.sequence()?),
        ENVELOPED_DATA => Ok(unreadable(OpenFault::PublicKey(PublicKeyMode::Privacy))),
        other => Ok(unreadable(OpenFault::unsupported(format!(
            "content {other}"
        )))),
    }
}

fn unreadable(fault: OpenFault) -> Safe {
    Safe::Encrypted {
        scheme: Err(fault),
        bytes: Vec::new(),
    }
}

/// EncryptedData (RFC 5652 section 8).
fn encrypted(mut data: Reader) -> Result<Safe, OpenFault> {
    data.small()?;
    let mut info = data.sequence()?;
    info.oid()?;
    let (oid, parameters) = info.algorithm()?;
    let scheme = match Scheme::new(&oid, parameters) {
        Err(fault @ OpenFault::Damaged { .. }) => return Err(fault),
        scheme => scheme,
    };
    let content = info.read()?;
    if !matches!(
        content.tag,
        Tag {
            class: 2,
            number: 0,
            ..
        }
    ) {
        return Err(OpenFault::damaged("encrypted content missing"));
    }
    Ok(Safe::Encrypted {
        scheme,
        bytes: content.octets()?,
    })
}
