//! The DER of what is asked for: CertificationRequestInfo (RFC 2986 section 4.1) and its parts.

use std::net::IpAddr;

use super::refusal::{Charset, Refusal};
use super::spec::{AltName, KeyUsage, Spec, Subject, SubjectField};
use crate::core::der::{self, Tag};

/// extensionRequest (RFC 2985 section 5.4.2).
pub const EXTENSION_REQUEST: &str = "1.2.840.113549.1.9.14";
/// challengePassword (RFC 2985 section 5.4.1).
pub const CHALLENGE: &str = "1.2.840.113549.1.9.7";
/// Microsoft's user principal name, an otherName.
pub const UPN: &str = "1.3.6.1.4.1.311.20.2.3";
/// TLS feature (RFC 7633).
pub const TLS_FEATURE: &str = "1.3.6.1.5.5.7.1.24";

const UTF8: Tag = Tag::UTF8_STRING;
const PRINTABLE: Tag = Tag::universal(19);
const IA5: Tag = Tag::universal(22);

/// CertificationRequestInfo around a SubjectPublicKeyInfo.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::Charset`], [`Refusal::NotAnOid`].
pub fn info(spec: &Spec, spki: &[u8]) -> Result<Vec<u8>, Refusal> {
    if spec.subject.0.is_empty() && spec.names.is_empty() {
        return Err(Refusal::Empty);
    }
    let attributes = attributes(spec)?;
    let attributes: Vec<&[u8]> = attributes.iter().map(Vec::as_slice).collect();
    Ok(der::sequence(&[
        &der::integer(0),
        &name(&spec.subject)?,
        spki,
        &der::tlv(Tag::context(0), &attributes),
    ]))
}

/// A Name: each attribute a relative name of its own, in the order given.
fn name(subject: &Subject) -> Result<Vec<u8>, Refusal> {
    let names: Result<Vec<Vec<u8>>, Refusal> = subject.0.iter().map(relative_name).collect();
    let names = names?;
    let names: Vec<&[u8]> = names.iter().map(Vec::as_slice).collect();
    Ok(der::sequence(&names))
}

fn relative_name(field: &SubjectField) -> Result<Vec<u8>, Refusal> {
    let tag = string_type(&field.oid);
    let fits = match tag {
        PRINTABLE => is_printable(&field.value),
        IA5 => field.value.is_ascii(),
        _ => true,
    };
    if !fits {
        let what = Charset::Attribute(field.oid.clone());
        return Err(charset(what, &field.value));
    }
    let value = der::tlv(tag, &[field.value.as_bytes()]);
    let pair = der::sequence(&[&oid(&field.oid)?, &value]);
    Ok(der::tlv(Tag::SET, &[&pair]))
}

/// The string type of an attribute (RFC 5280 appendix A.1; EV Guidelines 9.2.4 for the jurisdiction).
fn string_type(oid: &str) -> Tag {
    match oid {
        "2.5.4.5" | "2.5.4.6" | "2.5.4.46" | "1.3.6.1.4.1.311.60.2.1.3" => PRINTABLE,
        "1.2.840.113549.1.9.1" | "0.9.2342.19200300.100.1.25" => IA5,
        _ => UTF8,
    }
}

/// Whether a PrintableString can hold a text (X.680 section 41.4).
pub fn is_printable(text: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || b" '()+,-./:=?".contains(&byte);
    text.bytes().all(fits)
}

/// The attributes, in the order that DER demands of their set.
fn attributes(spec: &Spec) -> Result<Vec<Vec<u8>>, Refusal> {
    let mut attributes = Vec::new();
    let extensions = extensions(spec)?;
    if !extensions.is_empty() {
        let extensions: Vec<&[u8]> = extensions.iter().map(Vec::as_slice).collect();
        let list = der::sequence(&extensions);
        attributes.push(attribute(EXTENSION_REQUEST, &list));
    }
    if let Some(challenge) = &spec.challenge {
        let tag = if is_printable(challenge) {
            PRINTABLE
        } else {
            UTF8
        };
        let value = der::tlv(tag, &[challenge.as_bytes()]);
        attributes.push(attribute(CHALLENGE, &value));
    }
    attributes.sort();
    Ok(attributes)
}

fn attribute(oid: &str, value: &[u8]) -> Vec<u8> {
    der::sequence(&[&der::oid(oid), &der::tlv(Tag::SET, &[value])])
}

fn extensions(spec: &Spec) -> Result<Vec<Vec<u8>>, Refusal> {
    let mut all = Vec::new();
    if !spec.names.is_empty() {
        all.push(extension("2.5.29.17", false, &alternative_names(spec)?));
    }
    if let Some(usage) = spec.key_usage {
        all.push(extension("2.5.29.15", usage.is_critical, &bits(usage)));
    }
    if !spec.extended_usage.is_empty() {
        let usages: Result<Vec<Vec<u8>>, Refusal> =
            spec.extended_usage.iter().map(|usage| oid(usage)).collect();
        let usages = usages?;
        let usages: Vec<&[u8]> = usages.iter().map(Vec::as_slice).collect();
        all.push(extension("2.5.29.37", false, &der::sequence(&usages)));
    }
    if spec.must_staple {
        // status_request is TLS extension 5.
        let features = der::sequence(&[&der::integer(5)]);
        all.push(extension(TLS_FEATURE, false, &features));
    }
    Ok(all)
}

fn extension(oid: &str, is_critical: bool, value: &[u8]) -> Vec<u8> {
    let critical = match is_critical {
        true => der::tlv(Tag::BOOLEAN, &[&[0xff]]),
        false => Vec::new(),
    };
    der::sequence(&[&der::oid(oid), &critical, &der::octet_string(value)])
}

/// A named bit list: no zeros at its end (X.690 11.2.2).
fn bits(usage: KeyUsage) -> Vec<u8> {
    let aligned = (usage.bits & 0x1ff) << 7;
    let [high, low] = aligned.to_be_bytes();
    let octets: &[u8] = match (high, low) {
        (0, 0) => &[],
        (_, 0) => &[high],
        _ => &[high, low],
    };
    let unused = octets.last().map_or(0, |last| last.trailing_zeros() as u8);
    der::tlv(Tag::BIT_STRING, &[&[unused], octets])
}

fn alternative_names(spec: &Spec) -> Result<Vec<u8>, Refusal> {
    let names: Result<Vec<Vec<u8>>, Refusal> = spec.names.iter().map(general_name).collect();
    let names = names?;
    let names: Vec<&[u8]> = names.iter().map(Vec::as_slice).collect();
    Ok(der::sequence(&names))
}

/// A GeneralName (RFC 5280 section 4.2.1.6).
fn general_name(alternative: &AltName) -> Result<Vec<u8>, Refusal> {
    let ascii = |number, what, text: &str| match text.is_ascii() {
        true => Ok(der::tlv(Tag::context_primitive(number), &[text.as_bytes()])),
        false => Err(charset(what, text)),
    };
    Ok(match alternative {
        AltName::Dns(name) => ascii(2, Charset::Dns, name)?,
        AltName::Email(address) => ascii(1, Charset::Email, address)?,
        AltName::Uri(uri) => ascii(6, Charset::Uri, uri)?,
        AltName::Ip(address) => {
            let octets = match address {
                IpAddr::V4(address) => address.octets().to_vec(),
                IpAddr::V6(address) => address.octets().to_vec(),
            };
            der::tlv(Tag::context_primitive(7), &[&octets])
        }
        // Name is a CHOICE, so its tag is explicit.
        AltName::Directory(subject) => der::tlv(Tag::context(4), &[&name(subject)?]),
        AltName::Upn(upn) => {
            let value = der::tlv(UTF8, &[upn.as_bytes()]);
            let value = der::tlv(Tag::context(0), &[&value]);
            der::tlv(Tag::context(0), &[&der::oid(UPN), &value])
        }
        AltName::RegisteredId(dotted) => {
            oid(dotted)?;
            der::tlv(Tag::context_primitive(8), &[&der::oid_bytes(dotted)])
        }
    })
}

fn oid(dotted: &str) -> Result<Vec<u8>, Refusal> {
    match der::is_oid(dotted) {
        true => Ok(der::oid(dotted)),
        false => Err(Refusal::NotAnOid(dotted.to_owned())),
    }
}

fn charset(what: Charset, value: &str) -> Refusal {
    Refusal::Charset {
        what,
        value: value.to_owned(),
    }
}
