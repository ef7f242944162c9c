//! From DER to [`Certificate`], [`Csr`] and [`RevocationList`]: one pass, everything bounded.

use std::sync::OnceLock;

use sha2::Digest as _;

use super::asn1_text;
use super::der::{Reader, Value, tag};
use super::extension::{self, Known};
use super::name::DistinguishedName;
use super::oid::{self, Oid};
use super::public_key::KeyInfo;
use super::{Certificate, Csr, ParseFault, RevocationList, csr};
use crate::core::artifact::Fingerprint;
use crate::core::limits;
use crate::core::time::Moment;

impl Certificate {
    /// Reads a certificate (RFC 5280 section 4.1). An extension that is broken is only listed in
    /// [`Certificate::broken_extensions`].
    ///
    /// # Errors
    /// When the bytes are no certificate, are cut short, or something follows the certificate.
    pub fn parse(der: &[u8]) -> Result<Self, ParseFault> {
        let (tbs, signature_oid) = signed(der, "certificate")?;
        let mut fields = tbs.inside();
        let version = version(&mut fields)?;
        let serial = fields.expect(tag::INTEGER, "serial number")?;
        fields.expect(tag::SEQUENCE, "signature algorithm")?;
        let issuer = fields.expect(tag::SEQUENCE, "issuer")?;
        let (not_before, not_after) = validity(&fields.expect(tag::SEQUENCE, "validity")?)?;
        let subject = fields.expect(tag::SEQUENCE, "subject")?;
        let spki = fields.expect(tag::SEQUENCE, "public key")?;
        fields.optional_context(1);
        fields.optional_context(2);
        let extensions = fields.optional_context(3);
        if !fields.is_empty() {
            return Err(fault("certificate: something follows the extensions"));
        }
        let known = Known::read(extension::list(extensions.as_ref()));
        let issuer = DistinguishedName::parse(&issuer, "issuer")?;
        let subject = DistinguishedName::parse(&subject, "subject")?;
        Ok(Self {
            der: der.into(),
            fingerprint: fingerprint(der),
            version,
            serial: serial.content.into(),
            subject,
            issuer,
            not_before,
            not_after,
            alternative_names: known.alternative_names,
            alternative_name_count: known.alternative_name_count,
            is_ca: known.is_ca,
            path_length: known.path_length,
            key_usage: known.key_usage,
            extended_key_usage: known.extended_key_usage,
            policies: known.policies,
            subject_key_id: known.subject_key_id,
            authority_key_id: known.authority_key_id,
            issuer_urls: known.issuer_urls,
            ocsp_urls: known.ocsp_urls,
            key: KeyInfo::from_spki(spki.raw),
            spki: spki.raw.into(),
            signature_oid,
            broken_extensions: known.broken.into_boxed_slice(),
            constraints: OnceLock::new(),
        })
    }
}

/// challengePassword (RFC 2985 section 5.4.1).
const CHALLENGE: &str = "1.2.840.113549.1.9.7";

impl Csr {
    /// Reads a certification request (RFC 2986 section 4).
    ///
    /// # Errors
    /// When the bytes are no request, are cut short, or something follows the request.
    pub fn parse(der: &[u8]) -> Result<Self, ParseFault> {
        let (info, signature_oid) = signed(der, "request")?;
        let mut fields = info.inside();
        let version = fields.expect(tag::INTEGER, "request version")?;
        let version = version.small_unsigned().unwrap_or(u64::MAX);
        let subject = fields.expect(tag::SEQUENCE, "subject")?;
        let spki = fields.expect(tag::SEQUENCE, "public key")?;
        let list = fields.optional_context(0);
        let known = Known::read(csr::requested(list.as_ref()));
        let attributes = csr::attributes(list.as_ref()).take(limits::EXTENSIONS);
        let (attributes, values): (Vec<Oid>, Vec<Value<'_>>) = attributes.unzip();
        let challenge = attributes.iter().position(|oid| oid == CHALLENGE);
        let challenge = challenge
            .and_then(|index| values.get(index)?.inside().next())
            .and_then(|value| asn1_text::text(&value));
        Ok(Self {
            der: der.into(),
            fingerprint: fingerprint(der),
            subject: DistinguishedName::parse(&subject, "subject")?,
            version: u32::try_from(version).unwrap_or(u32::MAX),
            alternative_names: known.alternative_names,
            key: KeyInfo::from_spki(spki.raw),
            spki: spki.raw.into(),
            signature_oid,
            key_usage: known.key_usage,
            extended_key_usage: known.extended_key_usage,
            attributes: attributes.into_boxed_slice(),
            challenge: challenge.map(String::into_boxed_str),
        })
    }
}

impl RevocationList {
    /// Reads a revocation list (RFC 5280 section 5.1). Entries are counted; they are read on demand.
    ///
    /// # Errors
    /// When the bytes are no list, are cut short, or something follows the list.
    pub fn parse(der: &[u8]) -> Result<Self, ParseFault> {
        let (tbs, signature_oid) = signed(der, "revocation list")?;
        let mut fields = tbs.inside();
        fields.optional(tag::INTEGER);
        fields.expect(tag::SEQUENCE, "signature algorithm")?;
        let issuer = fields.expect(tag::SEQUENCE, "issuer")?;
        let this_update = fields.next().and_then(|value| asn1_text::moment(&value));
        let next_update = fields.peek().and_then(|value| asn1_text::moment(&value));
        if next_update.is_some() {
            fields.next();
        }
        let entries = fields.optional(tag::SEQUENCE);
        Ok(Self {
            der: der.into(),
            fingerprint: fingerprint(der),
            issuer: DistinguishedName::parse(&issuer, "issuer")?,
            this_update: this_update.ok_or_else(|| fault("this update: not a time"))?,
            next_update,
            revoked: entries.map_or(0, |entries| entries.inside().count()),
            signature_oid,
        })
    }
}

/// Checks the outer shape that all three share and gives the signed part and the signature algorithm.
fn signed<'a>(der: &'a [u8], what: &str) -> Result<(Value<'a>, Oid), ParseFault> {
    let mut reader = Reader::new(der);
    let mut outer = reader.expect(tag::SEQUENCE, what)?.inside();
    if !reader.is_empty() {
        let count = reader.rest().len();
        return Err(fault(format!("{count} bytes follow the {what}")));
    }
    let tbs = outer.expect(tag::SEQUENCE, "signed part")?;
    let algorithm = outer.expect(tag::SEQUENCE, "signature algorithm")?;
    let oid = algorithm.inside().expect(tag::OID, "signature algorithm")?;
    outer.expect(tag::BIT_STRING, "signature")?;
    if !outer.is_empty() {
        return Err(fault(format!("{what}: something follows the signature")));
    }
    Ok((tbs, oid::dotted(oid.content)))
}

fn version(fields: &mut Reader<'_>) -> Result<u32, ParseFault> {
    let Some(explicit) = fields.optional_context(0) else {
        return Ok(1);
    };
    let number = explicit.inside().expect(tag::INTEGER, "version")?;
    let number = number
        .small_unsigned()
        .and_then(|number| u32::try_from(number).ok());
    number
        .and_then(|number| number.checked_add(1))
        .ok_or_else(|| fault("version: not a small number"))
}

fn validity(value: &Value<'_>) -> Result<(Moment, Moment), ParseFault> {
    let mut parts = value.inside();
    let mut time = |what: &str| {
        let value = parts.next().and_then(|value| asn1_text::moment(&value));
        value.ok_or_else(|| fault(format!("{what}: not a time")))
    };
    Ok((time("not before")?, time("not after")?))
}

fn fingerprint(der: &[u8]) -> Fingerprint {
    Fingerprint(sha2::Sha256::digest(der).into())
}

fn fault(detail: impl Into<String>) -> ParseFault {
    ParseFault {
        detail: detail.into(),
    }
}
