//! PKCS#7 collections (RFC 2315, RFC 5652): the certificates and lists that a signedData carries.

use crate::core::der::{self, DerFault, Reader, Tag, normalise};

const DATA: &str = "1.2.840.113549.1.7.1";
const SIGNED_DATA: &str = "1.2.840.113549.1.7.2";

/// What a collection holds, in file order. DER sorts a SET by its bytes, so the order means nothing.
#[derive(Default)]
pub struct Pkcs7 {
    /// Certificates in DER.
    pub certificates: Vec<Vec<u8>>,
    /// Revocation lists in DER.
    pub crls: Vec<Vec<u8>>,
}

/// Reads a collection from DER or BER.
///
/// # Errors
/// Says in the format's words what is missing.
pub fn read(bytes: &[u8]) -> Result<Pkcs7, String> {
    let der = normalise(bytes).map_err(words)?;
    signed_data(&der).map_err(words)
}

fn words(fault: DerFault) -> String {
    fault.0.to_owned()
}

fn signed_data(der: &[u8]) -> Result<Pkcs7, DerFault> {
    let mut outer = Reader::new(der).sequence()?;
    if outer.oid()? != SIGNED_DATA {
        return Err(DerFault("not signedData"));
    }
    let mut inside = outer.context(0)?.sequence()?;
    inside.small()?;
    inside.set()?;
    inside.sequence()?;
    let mut held = Pkcs7::default();
    if let Some(certificates) = inside.optional(Tag::context(0))? {
        let mut certificates = certificates.children();
        while !certificates.is_empty() {
            let value = certificates.read()?;
            // Attribute certificates and other choices carry context tags.
            if value.tag == Tag::SEQUENCE {
                held.certificates.push(value.whole.to_vec());
            }
        }
    }
    if let Some(lists) = inside.optional(Tag::context(1))? {
        let mut lists = lists.children();
        while !lists.is_empty() {
            held.crls.push(lists.read()?.whole.to_vec());
        }
    }
    Ok(held)
}

/// Writes a collection of certificates without any signature (RFC 5652 section 5.1), in DER except that
/// the certificates keep their order, as `openssl crl2pkcs7` and CAs write it.
pub fn write(certificates: &[&[u8]]) -> Vec<u8> {
    let nothing = der::tlv(Tag::SET, &[]);
    let signed = der::sequence(&[
        &der::integer(1),
        &nothing,
        &der::sequence(&[&der::oid(DATA)]),
        &der::tlv(Tag::context(0), certificates),
        &nothing,
    ]);
    der::sequence(&[
        &der::oid(SIGNED_DATA),
        &der::tlv(Tag::context(0), &[&signed]),
    ])
}
