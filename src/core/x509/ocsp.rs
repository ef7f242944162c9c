//! An OCSP response (RFC 6960): what it says of which certificate, since when and until when, and who signed it.

use std::sync::Arc;

use super::asn1_text::moment;
use super::certificate::{Certificate, ParseFault};
use super::crl::reason_of_code;
use super::der::{Reader, Value, single, tag};
use super::name::DistinguishedName;
use super::oid::{self, Oid};
use super::signed::Signed;
use crate::core::finding::RevocationReason;
use crate::core::limits;
use crate::core::time::Moment;

/// id-pkix-ocsp-basic (section 4.2.1).
const BASIC: &str = "1.3.6.1.5.5.7.48.1.1";

/// What a responder answered.
pub enum OcspResponse {
    /// It answered with an error: its status (section 4.2.1), never 0.
    Refused(u64),
    /// It answered.
    Basic(Box<BasicOcsp>),
}

/// A signed answer.
pub struct BasicOcsp {
    /// The BasicOCSPResponse.
    der: Box<[u8]>,
    /// Who says to have signed it.
    pub responder: ResponderId,
    /// What it says, certificate by certificate; at most [`limits::OCSP_ANSWERS`].
    pub answers: Vec<SingleOcsp>,
    /// Certificates that came along, for the responder.
    pub certificates: Vec<Arc<Certificate>>,
    /// Signature algorithm as dotted OID.
    pub signature_oid: Oid,
}

/// Who signed.
pub enum ResponderId {
    /// Called so.
    Name(DistinguishedName),
    /// SHA-1 over its public key, without tag, length and unused bits.
    KeyHash(Box<[u8]>),
}

/// What is said of one certificate.
pub struct SingleOcsp {
    /// Hash over the issuer's name and key, as dotted OID.
    pub hash_oid: Oid,
    /// Hash over the issuer's name in DER.
    pub name_hash: Box<[u8]>,
    /// Hash over the issuer's public key.
    pub key_hash: Box<[u8]>,
    /// The certificate's serial number as encoded.
    pub serial: Box<[u8]>,
    /// How it is.
    pub status: OcspStatus,
    /// Since when this is known to be right.
    pub this_update: Moment,
    /// When something newer will be known; `None` where always.
    pub next_update: Option<Moment>,
}

/// How a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OcspStatus {
    /// Not revoked.
    Good,
    /// Revoked.
    Revoked {
        /// When.
        at: Moment,
        /// Why.
        reason: RevocationReason,
    },
    /// The responder does not know it.
    Unknown,
}

impl OcspResponse {
    /// Reads a response in DER.
    ///
    /// # Errors
    /// What is wrong with its structure.
    pub fn parse(der: &[u8]) -> Result<Self, ParseFault> {
        let outer = single(der, tag::SEQUENCE).ok_or_else(|| fault("no OCSPResponse"))?;
        let mut parts = outer.inside();
        let status = parts.expect(tag::ENUMERATED, "responseStatus")?;
        let status = status
            .small_unsigned()
            .ok_or_else(|| fault("responseStatus"))?;
        if status != 0 {
            return Ok(Self::Refused(status));
        }
        let bytes = parts
            .optional_context(0)
            .ok_or_else(|| fault("responseBytes: missing"))?;
        let mut bytes = bytes
            .inside()
            .expect(tag::SEQUENCE, "responseBytes")?
            .inside();
        let kind = bytes.expect(tag::OID, "responseType")?;
        if oid::dotted(kind.content) != BASIC {
            return Err(fault("responseType: not basic"));
        }
        let basic = bytes.expect(tag::OCTET_STRING, "response")?;
        BasicOcsp::parse(basic.content).map(|basic| Self::Basic(Box::new(basic)))
    }
}

impl BasicOcsp {
    fn parse(der: &[u8]) -> Result<Self, ParseFault> {
        let outer = single(der, tag::SEQUENCE).ok_or_else(|| fault("no BasicOCSPResponse"))?;
        let mut parts = outer.inside();
        let data = parts.expect(tag::SEQUENCE, "tbsResponseData")?;
        let mut algorithm = parts.expect(tag::SEQUENCE, "signatureAlgorithm")?.inside();
        let signature_oid = algorithm.expect(tag::OID, "signatureAlgorithm")?;
        parts.expect(tag::BIT_STRING, "signature")?;
        let certificates = parts.optional_context(0).and_then(|list| {
            let list = list.inside().optional(tag::SEQUENCE)?;
            let parsed = list.inside().take(limits::OCSP_CERTIFICATES);
            Some(parsed.filter_map(|one| Certificate::parse(one.raw).ok().map(Arc::new)))
        });
        let mut data = data.inside();
        data.optional_context(0);
        let responder = data.next().ok_or_else(|| fault("responderID: missing"))?;
        let responder = responder_id(&responder)?;
        data.expect(tag::GENERALIZED_TIME, "producedAt")?;
        let answers = data.expect(tag::SEQUENCE, "responses")?;
        let answers = answers.inside().take(limits::OCSP_ANSWERS);
        Ok(Self {
            der: der.into(),
            responder,
            answers: answers
                .map(|one| SingleOcsp::parse(&one))
                .collect::<Result<_, _>>()?,
            certificates: certificates.into_iter().flatten().collect(),
            signature_oid: oid::dotted(signature_oid.content),
        })
    }

    /// The signed part with its tag and length.
    pub fn tbs(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.tbs.raw)
    }

    /// The signature's bytes.
    pub fn signature_value(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.signature())
    }

    /// DER of the signature algorithm's parameters; empty when absent.
    pub fn signature_parameters(&self) -> &[u8] {
        Signed::of(&self.der).map_or(&[], |signed| signed.parameters())
    }
}

impl SingleOcsp {
    fn parse(value: &Value<'_>) -> Result<Self, ParseFault> {
        let mut parts = value.inside();
        let mut id = parts.expect(tag::SEQUENCE, "certID")?.inside();
        let hash = id.expect(tag::SEQUENCE, "hashAlgorithm")?;
        let hash_oid = hash.inside().expect(tag::OID, "hashAlgorithm")?;
        let name_hash = id.expect(tag::OCTET_STRING, "issuerNameHash")?;
        let key_hash = id.expect(tag::OCTET_STRING, "issuerKeyHash")?;
        let serial = id.expect(tag::INTEGER, "serialNumber")?;
        let status = parts.next().ok_or_else(|| fault("certStatus: missing"))?;
        let this_update = parts.expect(tag::GENERALIZED_TIME, "thisUpdate")?;
        let next_update = parts
            .optional_context(0)
            .map(|next| next.inside().expect(tag::GENERALIZED_TIME, "nextUpdate"))
            .transpose()?;
        let time = |value: &Value<'_>| moment(value).ok_or_else(|| fault("time"));
        Ok(Self {
            hash_oid: oid::dotted(hash_oid.content),
            name_hash: name_hash.content.into(),
            key_hash: key_hash.content.into(),
            serial: serial.content.into(),
            status: status_of(&status)?,
            this_update: time(&this_update)?,
            next_update: next_update.as_ref().map(time).transpose()?,
        })
    }
}

fn responder_id(value: &Value<'_>) -> Result<ResponderId, ParseFault> {
    let inside = value.inside().next();
    let inside = inside.ok_or_else(|| fault("responderID: empty"))?;
    if value.is_context(1) {
        return DistinguishedName::parse(&inside, "responderID").map(ResponderId::Name);
    }
    match value.is_context(2) && inside.is(tag::OCTET_STRING) {
        true => Ok(ResponderId::KeyHash(inside.content.into())),
        false => Err(fault("responderID: unexpected tag")),
    }
}

fn status_of(value: &Value<'_>) -> Result<OcspStatus, ParseFault> {
    if value.is_context(0) {
        return Ok(OcspStatus::Good);
    }
    if value.is_context(2) {
        return Ok(OcspStatus::Unknown);
    }
    if !value.is_context(1) {
        return Err(fault("certStatus: unexpected tag"));
    }
    let mut parts: Reader<'_> = value.inside();
    let at = parts.expect(tag::GENERALIZED_TIME, "revocationTime")?;
    let at = moment(&at).ok_or_else(|| fault("revocationTime"))?;
    let code = parts.optional_context(0).and_then(|reason| {
        let reason = reason.inside().optional(tag::ENUMERATED)?;
        reason.small_unsigned()
    });
    let reason = code.map(reason_of_code).unwrap_or_default();
    Ok(OcspStatus::Revoked { at, reason })
}

fn fault(detail: &str) -> ParseFault {
    ParseFault {
        detail: detail.to_owned(),
    }
}
